/** Sentences as numbers and back: one vocabulary for both languages, or one for each. */
import { data, text, type Tensor } from 'libtorch-node';
import { type Pair, tokenize } from './pairs';

export const [PAD, BEGIN, END] = [0, 2, 3];
const SPECIALS = ['<pad>', '<unk>', '<bos>', '<eos>'];

export class Languages {
  constructor(
    readonly source: text.Vocab,
    readonly target: text.Vocab,
  ) {}

  static of(pairs: readonly Pair[], { shared = false } = {}): Languages {
    const [sources, targets] = [pairs.map(([one]) => tokenize(one)), pairs.map(([, one]) => tokenize(one))];
    const build = (documents: string[][]): text.Vocab => text.Vocab.build(documents, { specials: SPECIALS });
    if (!shared) return new Languages(build(sources), build(targets));
    const both = build([...sources, ...targets]);
    return new Languages(both, both);
  }

  /** A sentence's numbers, with its end. */
  sourceOf(sentence: string): number[] {
    return [...this.source.numericalize(tokenize(sentence)), END];
  }

  /** A translation's numbers, with its begin and its end. */
  targetOf(sentence: string): number[] {
    return [BEGIN, ...this.target.numericalize(tokenize(sentence)), END];
  }

  /** The words of numbers up to the end of the sentence. */
  textOf(numbers: readonly number[]): string {
    const end = numbers.indexOf(END);
    const words = (end < 0 ? numbers : numbers.slice(0, end)).filter((number) => number !== BEGIN && number !== PAD);
    return this.target.lookupTokens(words).join(' ');
  }
}

/** Pairs as numbers. */
export class PairDataset extends data.Dataset<[source: number[], target: number[]]> {
  readonly #samples: readonly [number[], number[]][];

  constructor(pairs: readonly Pair[], languages: Languages) {
    super();
    this.#samples = pairs.map(([source, target]) => [languages.sourceOf(source), languages.targetOf(target)]);
  }

  get length(): number {
    return this.#samples.length;
  }

  get lengths(): number[] {
    return this.#samples.map(([source]) => source.length);
  }

  override get(index: number): [number[], number[]] {
    const sample = this.#samples[index];
    if (sample === undefined) throw new RangeError(`there is no pair ${index}`);
    return sample;
  }
}

/** A batch: the sentences, their translations, and how long each is. */
export type Batch = [source: Tensor, target: Tensor, sourceLengths: Tensor, targetLengths: Tensor];

/** Batches of pairs of about the same length. */
export function loaderOf(
  pairs: PairDataset,
  batchSize: number,
  shuffle: boolean,
): data.DataLoader<[number[], number[]], Batch> {
  const batchSampler = new data.LengthBucketSampler(pairs.lengths, batchSize, { shuffle });
  const collate = data.padCollate({ sequences: 2, lengths: true, paddingValue: PAD });
  return new data.DataLoader(pairs, { batchSampler, collate });
}
