/**
 * What a terminal would obey or hide instead of showing: control characters (C0, DEL, C1, and with them every ANSI
 * sequence), line separators, half a surrogate pair, and invisible format characters such as those that turn the
 * direction of writing. The two joiners stay, which Persian and emoji need.
 */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text from a file, a name or an argument as it may go to a terminal: on one line, every character to be seen.
 * `\x1b[2J` becomes the four characters `\x1b` and the rest.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => SHORT[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 5)}}`;
}

/** JSON for programs. It stays JSON, and what JSON lets through (DEL, C1, directions) is escaped as JSON does it. */
export function visibleJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const text = JSON.stringify(value, replacer, 2);
  return text.replace(HIDDEN, (character) => (character === '\n' ? character : jsonEscaped(character)));
}

function jsonEscaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('');
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
