/** The name of one of sacrebleu's tokenizers. */
export type TokenizerName = '13a' | 'intl' | 'zh' | 'char' | 'none';

/** What splits a line into the tokens that a metric counts. */
export type LineTokenizer = (line: string) => string[];

/** What Python's `str.split()` takes for space; JavaScript's `\s` lacks five of them and has one more. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = new RegExp(`[^${SPACE}]+`, 'gu');
const SPACE_AT_END = new RegExp(`[${SPACE}]+$`, 'u');

/** The words of a line, as Python's `str.split()` finds them. @internal */
export const splitWords: LineTokenizer = (line) => line.match(WORD) ?? [];

/** A line without the spaces at its end, as Python's `str.rstrip()` gives it. @internal */
export const stripEnd = (line: string): string => line.replace(SPACE_AT_END, '');

/** A pattern and what stands in its place. */
type Rule = readonly [pattern: RegExp, replacement: string];

const apply = (rules: readonly Rule[], line: string): string =>
  rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);

/** Punctuation of Western languages; periods and commas within numbers stay. */
const WESTERN: readonly Rule[] = [
  [/([{-~[-` -&(-+:-@/])/gu, ' $1 '],
  [/([^0-9])([.,])/gu, '$1 $2 '],
  [/([.,])([^0-9])/gu, ' $1 $2'],
  [/([0-9])(-)/gu, '$1 $2 '],
];

/** What mteval-v13a.pl does before: marks of skipped parts, words divided at the end of a line, entities of SGML. */
const MTEVAL: readonly Rule[] = [
  [/<skipped>/gu, ''],
  [/-\n/gu, ''],
  [/\n/gu, ' '],
  [/&quot;/gu, '"'],
  [/&amp;/gu, '&'],
  [/&lt;/gu, '<'],
  [/&gt;/gu, '>'],
];

const INTERNATIONAL: readonly Rule[] = [
  [/(\P{N})(\p{P})/gu, '$1 $2 '],
  [/(\p{P})(\P{N})/gu, ' $1 $2'],
  [/(\p{S})/gu, ' $1 '],
];

/**
 * The characters that sacrebleu takes for Chinese. Its table names U+20000 and beyond with four digits, which makes
 * U+2001–U+2A6D and U+2F81–U+2FA1 of them and leaves the characters beyond U+FFFF out; so it is here.
 */
const CHINESE =
  /[\u2001-\u2a6d\u2e80-\u2eff\u2f00-\u2fdf\u2ff0-\u303f\u3100-\u312f\u31a0-\u31bf\u31c0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/gu;

const western: LineTokenizer = (line) => splitWords(apply(WESTERN, line));

/** The tokenizers of sacrebleu that need no other package, by its names. @internal */
export const TOKENIZERS = {
  '13a': (line) => western(` ${apply(MTEVAL, line)} `),
  intl: (line) => splitWords(apply(INTERNATIONAL, line)),
  zh: (line) => western(line.trim().replace(CHINESE, ' $& ')),
  char: (line) => splitWords(Array.from(line).join(' ')),
  none: splitWords,
} satisfies Record<TokenizerName, LineTokenizer>;
