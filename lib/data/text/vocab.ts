import { readFileSync, writeFileSync } from 'node:fs';
import { wholeNumber } from '../dataset-check';
import { nameOf, show } from '../../arguments/describe';
import { nullable, optional, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { indexError, keyError, dataError, typeError, valueError } from '../../errors';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { limitArguments } from '../../arguments/surplus';

export interface VocabOptions {
  /** Leave out tokens that are seen less often. */
  readonly minFrequency?: number;
  /** Keep the most frequent ones only; specials count. */
  readonly maxSize?: number | null;
  /** Come first, in this order, whether they are seen or not. */
  readonly specials?: readonly string[];
  /** What unknown tokens become; by default `<unk>`, if that is among the specials. */
  readonly unknown?: string | null;
}

const BUILD = {
  minFrequency: value<number>('an integer', (v) => typeof v === 'number', 1),
  maxSize: nullable(value<number>('an integer', (v) => typeof v === 'number')),
  specials: value<readonly string[]>(
    'a list of strings',
    (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
    ['<pad>', '<unk>'],
  ),
  // Left out, it depends on the specials.
  unknown: optional(value<string | null>('a string or null', (v) => v === null || typeof v === 'string')),
};

/** What `vocab.toJSON()` gives and {@link Vocab.from} takes. */
export interface VocabState {
  /** The tokens, in the order of their numbers. */
  readonly tokens: readonly string[];
  /** The token that stands for those that are not listed, or null. */
  readonly unknown: string | null;
}

/**
 * Tokens by number and numbers by token. Frequent tokens come first; those equally frequent are in the order of their
 * code units, so that the same text gives the same numbers everywhere.
 *
 * @example
 * const vocab = text.Vocab.build([['free', 'money'], ['free', 'lunch']], { specials: ['<pad>', '<unk>'] });
 * vocab.numericalize(['free', 'beer']); // [2, 1]
 */
export class Vocab {
  readonly tokens: readonly string[];
  readonly unknown: string | null;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #unknownIndex: number | undefined;

  constructor(tokens: readonly string[], unknown: string | null = null, ...surplus: []) {
    refuseSurplus('Vocab', 2, surplus);
    this.tokens = [...tokens];
    this.unknown = unknown;
    this.#indices = new Map(this.tokens.map((token, i) => [token, i]));
    for (const [i, token] of this.tokens.entries()) {
      if (typeof token !== 'string') throw typeError(`Vocab: token ${i} should be a string, got ${show(token)}`);
      if (this.#indices.get(token) !== i) throw valueError(`Vocab: the token '${token}' is there twice`);
    }
    if (unknown !== null && !this.#indices.has(unknown)) {
      throw valueError(`Vocab: unknown tokens become '${unknown}', which is not a token`);
    }
    this.#unknownIndex = unknown === null ? undefined : this.#indices.get(unknown);
  }

  /** Counts tokens; `documents` are lists of them. */
  static build(documents: Iterable<readonly string[]>, options: VocabOptions = {}, ...surplus: []): Vocab {
    refuseSurplus('Vocab.build', 2, surplus);
    const { minFrequency, maxSize, specials, unknown: given } = readOptions('Vocab.build', BUILD, options);
    const unknown = given === undefined ? (specials.includes('<unk>') ? '<unk>' : null) : given;
    wholeNumber('minFrequency', minFrequency, 1);
    if (maxSize !== null) wholeNumber('maxSize', maxSize, Math.max(1, specials.length));
    const counts = countsOf(documents);
    for (const special of specials) counts.delete(special);
    const words = [...counts].filter(([, { count }]) => count >= minFrequency).sort(byFrequency);
    const tokens = [...specials, ...words.map(([token]) => token)];
    return new Vocab(maxSize === null ? tokens : tokens.slice(0, maxSize), unknown);
  }

  /** The vocabulary of a state that {@link toJSON} gave. */
  static from(state: VocabState, ...surplus: []): Vocab {
    refuseSurplus('Vocab.from', 1, surplus);
    const { tokens, unknown } = (state ?? {}) as Partial<VocabState>;
    if (!Array.isArray(tokens) || (unknown !== null && typeof unknown !== 'string')) {
      throw typeError(`Vocab.from: expected { tokens, unknown }, got ${nameOf(state)}`);
    }
    return new Vocab(tokens, unknown);
  }

  /** Reads what {@link save} wrote. */
  static load(path: string, ...surplus: []): Vocab {
    refuseSurplus('Vocab.load', 1, surplus);
    const file = regularFile('Vocab.load', path);
    const content = contentOf(file);
    let reason = 'it is not JSON';
    try {
      const state: unknown = JSON.parse(content);
      reason = 'it is not { tokens, unknown } of distinct strings';
      return Vocab.from(state as VocabState);
    } catch (cause) {
      const message = `Vocab.load: ${JSON.stringify(file)} holds no vocabulary: ${reason}`;
      throw dataError(message, { cause });
    }
  }

  /** Writes a JSON file. */
  save(path: string): void {
    const file = pathOf('Vocab.save', path);
    try {
      writeFileSync(file, JSON.stringify(this));
    } catch (cause) {
      throw fileFailure('Vocab.save', file, cause);
    }
  }

  toJSON(): VocabState {
    return { tokens: this.tokens, unknown: this.unknown };
  }

  get length(): number {
    return this.tokens.length;
  }

  has(token: string): boolean {
    return this.#indices.has(token);
  }

  /** The number of a token, or of the unknown one. */
  indexOf(token: string): number {
    if (typeof token !== 'string') throw typeError(`Vocab.indexOf(): 'token' should be a string, got ${show(token)}`);
    const index = this.#indices.get(token) ?? this.#unknownIndex;
    if (index !== undefined) return index;
    throw keyError(`Vocab: ${show(token)} is not a token, and the vocabulary has none for unknown words`);
  }

  tokenOf(index: number): string {
    const token = this.tokens[index];
    if (token !== undefined) return token;
    throw indexError(`Vocab: there is no token ${show(index)}, the last one is ${this.tokens.length - 1}`);
  }

  /** Tokens as numbers. */
  numericalize(tokens: readonly string[]): number[] {
    if (!Array.isArray(tokens)) {
      throw typeError(`Vocab.numericalize(): 'tokens' should be a list of tokens, got ${show(tokens)}`);
    }
    return tokens.map((token: string) => this.indexOf(token));
  }

  /** Numbers as tokens. */
  lookupTokens(indices: Iterable<number>): string[] {
    return Array.from(indices, (index) => this.tokenOf(index));
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw fileFailure('Vocab.load', file, cause);
  }
}

interface Counter {
  count: number;
}

/** A counter is looked up once where a number would be looked up and set: a quarter less time on two million tokens. */
function countsOf(documents: Iterable<readonly string[]>): Map<string, Counter> {
  const counts = new Map<string, Counter>();
  for (const tokens of documents) {
    if (typeof tokens === 'string') {
      throw typeError(
        `Vocab.build: a document should be a list of tokens, got the string ${show(tokens)}; split it with a tokenizer`,
      );
    }
    for (const token of tokens) {
      const known = counts.get(token);
      if (known) known.count++;
      else counts.set(token, { count: 1 });
    }
  }
  return counts;
}

function byFrequency(a: readonly [string, Counter], b: readonly [string, Counter]): number {
  return b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1);
}

limitArguments([Vocab], { save: 1, has: 1, indexOf: 1, tokenOf: 1, numericalize: 1, lookupTokens: 1 });
