/** What becomes of a field in a column whose type is given, as pandas' `read_csv` has it. */
import { typeError } from '../../../errors';
import { show } from '../../../arguments/describe';

/**
 * What a column's text becomes: `number` is float64, `integer` a whole number that JavaScript's numbers hold, `bigint` any of
 * int64, as long ids are.
 */
export type CsvType = 'string' | 'number' | 'integer' | 'bigint' | 'boolean';

export const CSV_TYPES: readonly CsvType[] = ['string', 'number', 'integer', 'bigint', 'boolean'];

/** What pandas takes for a missing value. */
const MISSING: ReadonlySet<string> = new Set([
  ...['', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA', 'n/a'],
  ...['NULL', 'null', 'None', 'NaN', 'nan', '-NaN', '-nan'],
]);

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;

const NOUNS: Readonly<Record<Exclude<CsvType, 'string'>, string>> = {
  number: 'numbers',
  integer: 'integers',
  bigint: 'integers of 64 bits',
  boolean: 'booleans',
};

/** @throws TypeError that names the column, the field and, where there is one, the type that reads it. */
export function fieldAs(field: string, column: string, type: Exclude<CsvType, 'string'>): number | bigint | boolean {
  const text = field.trim();
  if (MISSING.has(text)) {
    if (type === 'number') return NaN;
    throw wrong(column, type, `and the field is missing (${show(field)})${hint(column, type)}`);
  }
  const value = READ[type](text, column);
  if (value === undefined) throw wrong(column, type, `got ${show(field)}`);
  return value;
}

function wrong(column: string, type: Exclude<CsvType, 'string'>, problem: string): TypeError {
  return typeError(`the column '${column}' should hold ${NOUNS[type]}, ${problem}`);
}

function hint(column: string, type: CsvType): string {
  if (type === 'boolean') return '; without a type it is read as a string';
  return `; types: { ${column}: 'number' } reads it as NaN`;
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
    throw wrong(column, 'integer', `and ${text} is beyond 2^53; types: { ${column}: 'bigint' } reads it exactly`);
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
