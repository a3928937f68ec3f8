import * as dtypes from '../tensor/dtype';
import { DType } from '../tensor/dtype';
import * as layouts from '../tensor/layout';
import { Layout, MemoryFormat } from '../tensor/layout';
import { LAYOUTS, MEMORY_FORMATS, SCALAR_TYPES } from './schema/tensor-meta';

/** The numbers of an exported program as this library's own objects. */

function table<T extends { readonly name: string }>(
  values: Readonly<Record<string, unknown>>,
  Class: abstract new (...args: never[]) => T,
  codes: Readonly<Record<number, string>>,
): ReadonlyMap<number, T> {
  const known = new Map(
    Object.values(values).flatMap((value) => (value instanceof Class ? [[value.name, value] as const] : [])),
  );
  return new Map(
    Object.entries(codes).flatMap(([code, name]) => {
      const value = known.get(name);
      return value ? [[Number(code), value] as const] : [];
    }),
  );
}

const DTYPES = table(dtypes, DType, SCALAR_TYPES);
const LAYOUT_OBJECTS = table(layouts, Layout, LAYOUTS);
const FORMATS = table(layouts, MemoryFormat, MEMORY_FORMATS);

/** The dtype of a number of the schema; undefined if this library has none. */
export const dtypeOfCode = (code: number): DType | undefined => DTYPES.get(code);
/** The layout of a number of the schema. */
export const layoutOfCode = (code: number): Layout | undefined => LAYOUT_OBJECTS.get(code);
/** The memory format of a number of the schema. */
export const memoryFormatOfCode = (code: number): MemoryFormat | undefined => FORMATS.get(code);
