import { Complex } from '../tensor/complex';
import { PickledObject } from './python-values';

/** Short texts of what a file holds. Their length and the time they take are bounded, whatever the file nests. */

/** How many values of a list are shown. */
const MOST_ITEMS = 32;
const MOST_LEVELS = 3;
const MOST_CHARACTERS = 300;
/** A longer integer is described by its size, since the time to write one out grows with the square of its length. */
const LARGEST = 2n ** 1024n;

/** A value on one line: `[1, 2]`, `"text"`, `16 bytes`. @internal */
export function brief(value: unknown, most = MOST_CHARACTERS): string {
  return cut(textOf(value, most, 0), most);
}

/** The beginning of a text that is too long. @internal */
export function cut(text: string, most = MOST_CHARACTERS): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}

/** A key of a dict as a step of a path; a long one keeps its beginning, its end and its length. @internal */
export function stepOf(key: unknown): string {
  if (typeof key !== 'string') return brief(key);
  if (key.length <= MOST_CHARACTERS) return key;
  return `${key.slice(0, 200)}...${key.slice(-50)} (${key.length} characters)`;
}

/** Whether an integer is too long to be written out. @internal */
export function isHuge(value: bigint): boolean {
  return value > LARGEST || value < -LARGEST;
}

function textOf(value: unknown, most: number, level: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, most));
  if (typeof value === 'bigint') return isHuge(value) ? '(an integer of more than 1024 bits)' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (value instanceof Complex) return `${value.re}${value.im < 0 ? '' : '+'}${value.im}j`;
  if (value instanceof PickledObject) return `a ${stepOf(value.className)}`;
  if (!Array.isArray(value)) return cut(String(value), most);
  if (level >= MOST_LEVELS) return '[...]';
  const items = value.slice(0, MOST_ITEMS).map((item) => textOf(item, most, level + 1).slice(0, most));
  return `[${[...items, ...(value.length > MOST_ITEMS ? ['...'] : [])].join(', ')}]`;
}
