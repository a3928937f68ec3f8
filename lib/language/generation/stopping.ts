import { valueError } from '../../errors';
import type { GenerationSettings } from './config';

/** What generation needs of a tokenizer. */
export interface Decoder {
  decode(tokens: readonly number[], options?: { readonly skipSpecialTokens?: boolean }): string;
}

/** Whether a row of tokens ends with its last one. */
export type Stop = (row: readonly number[]) => boolean;

/** Whether the last token of a row completes one of the texts. */
function completes(tokenizer: Decoder, stops: readonly string[]): Stop {
  const longest = Math.max(...stops.map((stop) => stop.length));
  return (row) => {
    // A token has at least one character, or is a part of one that takes up to four.
    const tail = row.slice(-(longest + 4));
    const text = tokenizer.decode(tail);
    const before = tokenizer.decode(tail.slice(0, -1));
    return stops.some((stop) => {
      const at = text.lastIndexOf(stop);
      return at >= 0 && (at + stop.length > before.length || !before.includes(stop));
    });
  };
}

/** All rules that end a row, but for its length. */
export function stopsOf(
  label: string,
  settings: GenerationSettings,
  ends: readonly number[],
  tokenizer: Decoder | null,
): Stop[] {
  const stops: Stop[] = [];
  const { stopStrings } = settings;
  if (stopStrings !== null && stopStrings.length > 0) {
    if (tokenizer === null) {
      throw valueError(`${label}: stopStrings need the model's tokenizer: give it as 'tokenizer'`);
    }
    const texts = typeof stopStrings === 'string' ? [stopStrings] : stopStrings;
    if (texts.some((text) => text === '')) throw valueError(`${label}: an empty text in stopStrings`);
    stops.push(completes(tokenizer, texts));
  }
  if (ends.length > 0) {
    const set = new Set(ends);
    stops.push((row) => set.has(row.at(-1) as number));
  }
  return stops;
}
