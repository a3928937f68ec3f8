/**
 * JSON as Python's `json` reads it: whole numbers are exact, bigints from 2^53 on, and `NaN`, `Infinity` and `-Infinity`
 * are numbers. `JSON.parse` does the reading; what it would round or refuse is put into strings that a reviver takes out again.
 */

import { valueError } from '../../../errors';

/** Without one of these a text is read as it is. */
const UNUSUAL = /\d{16}|NaN|Infinity/;

const NUMBERS = /-?(?:Infinity|NaN|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const COLON = /\s*:/y;

/** @throws SyntaxError for what is no JSON, as `JSON.parse` does. */
export function parseJson(text: string): unknown {
  if (!UNUSUAL.test(text)) return JSON.parse(text);
  const mark = unusedCharacter(text);
  return JSON.parse(marked(text, mark), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? numberOf(value.slice(1)) : value,
  );
}

function numberOf(text: string): number | bigint {
  return /\d/.test(text) ? BigInt(text) : Number(text);
}

/** A character that the text has neither as itself nor as an escape. */
function unusedCharacter(text: string): string {
  const escapes = text.includes('\\u') ? text.toLowerCase() : '';
  for (let code = 0xe000; code < 0xf900; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character) && !escapes.includes(`\\u${code.toString(16)}`)) return character;
  }
  throw valueError('the text has all characters for private use');
}

/** The text with its unusual numbers as marked strings; strings of its own stay as they are. */
function marked(text: string, mark: string): string {
  const parts: string[] = [];
  for (let begin = 0; begin < text.length; ) {
    const quote = text.indexOf('"', begin);
    const end = quote < 0 ? text.length : quote;
    parts.push(withMarks(text.slice(begin, end), mark));
    begin = quote < 0 ? end : endOfString(text, quote);
    parts.push(text.slice(end, begin));
  }
  return parts.join('');
}

function withMarks(between: string, mark: string): string {
  return between.replace(NUMBERS, (token, at: number) => {
    const exact = /^-?\d{16,}$/.test(token) ? !Number.isSafeInteger(Number(token)) : /^(NaN|-?Infinity)$/.test(token);
    // A number is no name, and an integer does not begin with 0.
    COLON.lastIndex = at + token.length;
    const wrong = /^-?0\d/.test(token) || COLON.test(between);
    return exact && !wrong ? `"${mark}${token}"` : token;
  });
}

/** Behind the quote that closes a string. */
function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
