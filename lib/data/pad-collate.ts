import { asFunction } from '../ops/dispatch/operator';
import { dataError, typeError } from '../errors';
import { type Tensor, isTensor } from '../tensor/tensor';
import { type Collated, defaultCollate } from './collate';
import { indexTensor } from './draw';
import { type NumericArray, isNumericArray, tensorOf } from './typed-array';
import { typeName } from '../arguments/describe';
import { bool, choice, count, float } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { promoteTypes } from '../ops/python/types';

const padSequence = asFunction<(tensors: Tensor[], options: object) => Tensor>('aten::pad_sequence');

export interface PadCollateOptions {
  /** What fills a sequence up; 0 by default. */
  readonly paddingValue?: number;
  /** `[batch, time, …]`, the default; else `[time, batch, …]`. */
  readonly batchFirst?: boolean;
  /** Fill up on the left, so that the last time step is always a real one. */
  readonly paddingSide?: 'left' | 'right';
  /** Give the lengths before padding, too, as an int64 tensor for each sequence of a sample. */
  readonly lengths?: boolean;
  /** How many sequences a sample begins with: 2 for a sentence and its translation. @defaultValue 1 */
  readonly sequences?: number;
}

/** A sequence over time: numbers, or a tensor whose first dimension is time. */
export type Sequence = Tensor | NumericArray | readonly number[];

/** A number of sequences where it is known; 1 where it was left out. */
type Count<N> = [N] extends [never] ? 1 : N extends number ? (number extends N ? 1 : N) : 1;

/** As many tensors as a sample has sequences. */
type Tensors<N, Found extends Tensor[] = []> = Found['length'] extends N ? Found : Tensors<N, [...Found, Tensor]>;

/** What stands behind the sequences of a sample, of which `R` lacks the first. */
type Others<R extends readonly unknown[], N, Seen extends unknown[] = [unknown]> = Seen['length'] extends N
  ? R
  : R extends readonly [unknown, ...infer Rest]
    ? Others<Rest, N, [...Seen, unknown]>
    : readonly [];

type CollatedEach<R extends readonly unknown[]> = { -readonly [I in keyof R]: Collated<R[I]> };

/** The batch: padded sequences, what goes with them (labels), and the lengths if they were asked for. */
export type Padded<R extends readonly unknown[], L, N = 1> = [
  ...Tensors<Count<N>>,
  ...CollatedEach<Others<R, Count<N>>>,
  ...(L extends true ? Tensors<Count<N>> : []),
];

/**
 * Makes a `collate` for samples `[sequence, …rest]` of unequal lengths: sequences are filled up to the longest of the
 * batch, the rest is joined as usual. With `sequences: 2` a sample begins with two, which are filled up each by itself.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pad_sequence.html
 * @example
 * const collate = data.padCollate({ lengths: true });
 * const [x, y, lengths] = collate([[[5, 6, 7], 1], [[8], 0]]); // [[5, 6, 7], [8, 0, 0]], [1, 0], [3, 1]
 * const pairs = data.padCollate({ sequences: 2 });
 * const [source, target] = pairs([[[5, 6], [1]], [[7], [2, 3]]]); // [[5, 6], [7, 0]], [[1, 0], [2, 3]]
 */
export function padCollate<const O extends PadCollateOptions>(
  options?: O,
  ...surplus: []
): <R extends readonly unknown[]>(
  samples: readonly (readonly [Sequence, ...R])[],
) => Padded<R, O['lengths'], O['sequences']> {
  refuseSurplus('padCollate', 1, surplus);
  const { paddingValue, batchFirst, paddingSide, lengths, sequences: most } = readOptions('padCollate', TABLE, options);
  return ((samples: readonly (readonly unknown[])[]) => {
    const made: Tensor[] = [];
    try {
      const columns = Array.from({ length: most }, (_, column) => toTensors(samples, column, made));
      const padded = columns.map((sequences) => padSequence(sequences, { batchFirst, paddingValue, paddingSide }));
      const rest = samples.map((sample) => sample.slice(most));
      const joined: unknown = (rest[0]?.length ?? 0) > 0 ? defaultCollate(rest) : [];
      const lengthsOf = (sequences: readonly Tensor[]): Tensor => indexTensor(sequences.map((one) => one.size(0)));
      return [...padded, ...(joined as unknown[]), ...(lengths ? columns.map(lengthsOf) : [])];
    } finally {
      for (const tensor of made) tensor.dispose();
    }
  }) as never;
}

const TABLE = {
  paddingValue: float(0),
  batchFirst: bool(true),
  paddingSide: choice(['left', 'right'], 'right'),
  lengths: bool(false),
  sequences: count(1, 1),
};

/**
 * The sequences as tensors of one dtype. Arrays of numbers decide together: int64 where all are whole in the whole batch,
 * else float32, so that no sequence is cut to the integers of another.
 */
function toTensors(samples: readonly (readonly unknown[])[], column: number, made: Tensor[]): Tensor[] {
  const sequences = samples.map((sample): unknown => (Array.isArray(sample) ? sample[column] : undefined));
  const whole = sequences.every((one) => !Array.isArray(one) || one.every(Number.isSafeInteger));
  const tensors = sequences.map((sequence, i) => toTensor(sequence, i, whole, made));
  const dtype = tensors.map((tensor) => tensor.dtype).reduce((a, b) => promoteTypes(a, b));
  return tensors.map((tensor) => {
    if (tensor.dtype === dtype) return tensor;
    const converted = tensor.to(dtype);
    made.push(converted);
    return converted;
  });
}

function toTensor(sequence: unknown, position: number, whole: boolean, made: Tensor[]): Tensor {
  if (isTensor(sequence)) {
    if (sequence.ndim > 0) return sequence;
    throw dataError(`padCollate: sample ${position} is a single number, not a sequence`);
  }
  const tensor = isNumericArray(sequence) ? tensorOf(sequence) : fromNumbers(sequence, position, whole);
  made.push(tensor);
  return tensor;
}

function fromNumbers(sequence: unknown, position: number, whole: boolean): Tensor {
  if (!Array.isArray(sequence) || !sequence.every((item) => typeof item === 'number')) {
    throw typeError(
      `padCollate: sample ${position} should be [sequence, …rest] with a tensor, a typed array or numbers, ` +
        `got ${typeName(sequence)}`,
    );
  }
  return whole ? indexTensor(sequence) : tensorOf(Float32Array.from(sequence));
}
