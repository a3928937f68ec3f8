/** What becomes of a field in a column whose type is given, as pandas' `read_csv` has it. */
import { typeError } from '../../../errors';
import { show } from '../../../arguments/describe';

/** What a field is read as; `string` leaves it as it is. */
type Kind = 'string' | 'number' | 'integer' | 'bigint' | 'boolean';

/**
 * What a column's text becomes: `number` is float64, `integer` a whole number that JavaScript's numbers hold, `bigint` any of
 * int64, as long ids are. With `?` a missing value is null, as in pandas' `Int64`, `boolean` and `string`.
 */
export type CsvType = Kind | `${Kind}?`;

interface Values {
  string: string;
  number: number;
  integer: number;
  bigint: bigint;
  boolean: boolean;
}

/** What a field of a type becomes. */
export type CsvValue<C extends CsvType> = C extends `${infer K extends Kind}?`
  ? Values[K] | null
  : C extends Kind
    ? Values[C]
    : never;

/** The types of columns, by name. */
export type CsvTypes = Readonly<Record<string, CsvType>>;

type Typed<Y extends CsvTypes> = string extends keyof Y ? unknown : { -readonly [C in keyof Y]: CsvValue<Y[C]> };

/** A row, as the options of its file say: the names in `header`, where they are given, and the types. Other columns are strings. */
export type CsvRow<Y extends CsvTypes, H extends boolean | readonly string[]> = [boolean] extends [H]
  ? Record<string, string> & Typed<Y>
  : H extends false
    ? string[]
    : H extends readonly (infer N extends string)[]
      ? string extends N
        ? Record<string, string> & Typed<Y>
        : { [C in N]: C extends keyof Y ? CsvValue<Y[C]> : string }
      : Record<string, string> & Typed<Y>;

const KINDS: readonly Kind[] = ['string', 'number', 'integer', 'bigint', 'boolean'];
export const CSV_TYPES: readonly CsvType[] = KINDS.flatMap((kind) => [kind, `${kind}?` as const]);

/** What pandas takes for a missing value. */
const MISSING: ReadonlySet<string> = new Set([
  ...['', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA', 'n/a'],
  ...['NULL', 'null', 'None', 'NaN', 'nan', '-NaN', '-nan'],
]);

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;

const NOUNS: Readonly<Record<Exclude<Kind, 'string'>, string>> = {
  number: 'numbers',
  integer: 'integers',
  bigint: 'integers of 64 bits',
  boolean: 'booleans',
};

/** Reads the fields of a column. */
export type ReadField = (field: string) => string | number | bigint | boolean | null;

/**
 * What reads the fields of a column; nothing where they stay as they are.
 *
 * @throws TypeError, of a field that is none of the type: it names the column, the field and, where there is one, the type that
 * reads it.
 */
export function fieldReader(column: string, type: CsvType): ReadField | null {
  const mayMiss = type.endsWith('?');
  const kind = (mayMiss ? type.slice(0, -1) : type) as Kind;
  if (kind === 'string') return mayMiss ? (field) => (MISSING.has(field.trim()) ? null : field) : null;
  const read = READ[kind];
  return (field) => {
    // Most fields are values, and as they stand. NaN is a missing one, too.
    const value = read(field, column);
    if (value !== undefined && !Number.isNaN(value)) return value;
    const text = field.trim();
    if (!MISSING.has(text)) return read(text, column) ?? refuse(column, kind, `got ${show(field)}`);
    if (mayMiss) return null;
    if (kind === 'number') return NaN;
    const hint = `types: { ${column}: '${kind}?' } reads it as null`;
    return refuse(column, kind, `and the field is missing (${show(field)}); ${hint}`);
  };
}

function refuse(column: string, kind: Exclude<Kind, 'string'>, problem: string): never {
  throw typeError(`the column '${column}' should hold ${NOUNS[kind]}, ${problem}`);
}

const READ = {
  number(text: string): number | undefined {
    if (DECIMAL.test(text)) return Number(text);
    const [infinite, sign] = INFINITE.exec(text) ?? [];
    if (infinite !== undefined) return sign === '-' ? -Infinity : Infinity;
    return NOT_A_NUMBER.test(text) ? NaN : undefined;
  },
  integer(text: string, column: string): number | undefined {
    const value = DECIMAL.test(text) ? Number(text) : NaN;
    if (!Number.isInteger(value)) return undefined;
    // Minus zero is a float.
    if (Number.isSafeInteger(value)) return value + 0;
    return refuse(column, 'integer', `and ${text} is beyond 2^53; types: { ${column}: 'bigint' } reads it exactly`);
  },
  bigint(text: string): bigint | undefined {
    if (!/^[+-]?\d+$/.test(text)) return undefined;
    const value = BigInt(text.replace(/^\+/, ''));
    return BigInt.asIntN(64, value) === value ? value : undefined;
  },
  boolean(text: string): boolean | undefined {
    if (/^(?:true|1)$/i.test(text)) return true;
    return /^(?:false|0)$/i.test(text) ? false : undefined;
  },
} as const;
