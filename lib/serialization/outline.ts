import { closeSync, readSync, statSync } from 'node:fs';
import { Device } from '../device';
import * as dtypes from '../dtype';
import { DType } from '../dtype';
import { openRegular } from '../files';
import type { NativeTensorInfo } from './native';
import { outline } from './load';
import { readSafetensorsHeader } from './safetensors-header';
import { collectState, isModuleTree } from './state-dict';
import { Complex } from '../enums';
import { PickledObject, TorchConstant } from './values';

/** One tensor of a file, by the path to it. */
export interface TensorOutline {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes of its elements; a view counts as what it shows. */
  readonly bytes: number;
  readonly parameter: boolean;
  /** Tensors with the same storage share their memory. Null where there is none of its own. */
  readonly storage: string | null;
  readonly location: string | null;
}

/** What a checkpoint holds. */
export interface FileOutline {
  readonly format: 'zip' | 'legacy' | 'safetensors';
  readonly bytes: number;
  readonly bigEndian: boolean;
  readonly tensors: readonly TensorOutline[];
  /** Everything else that is not a container, by its path. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Classes and functions outside of the list of safe ones. */
  readonly classes: readonly string[];
}

/** Reads what a checkpoint or a safetensors file holds, without loading a tensor. */
export function outlineFile(path: string): FileOutline {
  return looksLikeSafetensors(path) ? safetensorsOutline(path) : checkpointOutline(path);
}

/** Whether the file begins as safetensors do: a length, then an object of JSON. */
export function looksLikeSafetensors(path: string): boolean {
  const file = openRegular('inspect', path);
  try {
    const head = Buffer.alloc(9);
    return readSync(file, head, 0, 9, 0) === 9 && head[8] === 0x7b && head.toString('latin1', 0, 2) !== 'PK';
  } finally {
    closeSync(file);
  }
}

function safetensorsOutline(path: string): FileOutline {
  const header = readSafetensorsHeader(path);
  const tensors = [...header.tensors].map(([name, { dtype, shape, bytes }]) => {
    return { name, dtype, shape, bytes, parameter: false, storage: null, location: null };
  });
  const { metadata } = header;
  return {
    format: 'safetensors',
    bytes: statSync(path).size,
    bigEndian: false,
    tensors,
    values: {},
    metadata,
    classes: [],
  };
}

function checkpointOutline(path: string): FileOutline {
  const opened = outline(path, (index) => new Placeholder(index));
  const walk = new Walk(opened.tensors);
  walk.visit('', opened.root);
  return {
    format: opened.info.format,
    bytes: statSync(path).size,
    bigEndian: opened.info.bigEndian,
    tensors: walk.tensors,
    values: walk.values,
    metadata: {},
    classes: opened.info.foreign,
  };
}

/** Stands for a tensor that is not loaded. */
class Placeholder {
  constructor(readonly index: number) {}
}

const MAX_DEPTH = 200;

class Walk {
  readonly tensors: TensorOutline[] = [];
  readonly values: Record<string, unknown> = {};
  readonly #infos: readonly NativeTensorInfo[];
  readonly #open = new Set<object>();

  constructor(infos: readonly NativeTensorInfo[]) {
    this.#infos = infos;
  }

  visit(path: string, value: unknown): void {
    if (value instanceof Placeholder) return this.#tensor(path, value);
    if (typeof value !== 'object' || value === null || isLeaf(value)) return this.#value(path, value);
    if (this.#open.has(value) || this.#open.size >= MAX_DEPTH) return this.#value(path, '(nested further)');
    this.#open.add(value);
    for (const [step, child] of this.#children(value)) this.visit(path === '' ? step : `${path}.${step}`, child);
    this.#open.delete(value);
  }

  #children(value: object): Iterable<readonly [string, unknown]> {
    if (isModuleTree(value)) return collectState(value, (leaf) => leaf instanceof Placeholder);
    if (value instanceof PickledObject)
      return Object.entries({ state: value.state, list: value.list, dict: value.dict });
    if (value instanceof Set) return [...value].map((item, index) => [String(index), item] as const);
    if (value instanceof Map) return [...value].map(([key, item]) => [String(key), item] as const);
    return Object.entries(value);
  }

  #value(path: string, value: unknown): void {
    if (value !== null) this.values[path] = value;
  }

  #tensor(path: string, { index }: Placeholder): void {
    const info = this.#infos[index] as NativeTensorInfo;
    const { dtype, shape, parameter, storage, location } = info;
    const bytes = shape.reduce((product, dim) => product * dim, widthOf(dtype));
    const place = storage === '' ? { storage: null, location: null } : { storage, location };
    this.tensors.push({ name: path, dtype, shape, bytes, parameter, ...place });
  }
}

function isLeaf(value: object): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item !== 'object');
  return (
    value instanceof TorchConstant || value instanceof Complex || ArrayBuffer.isView(value) || isDtypeOrDevice(value)
  );
}

function isDtypeOrDevice(value: object): boolean {
  return value instanceof Device || value instanceof DType;
}

function widthOf(name: string): number {
  const dtype: unknown = (dtypes as Readonly<Record<string, unknown>>)[name];
  return dtype instanceof DType ? dtype.itemsize : 1;
}
