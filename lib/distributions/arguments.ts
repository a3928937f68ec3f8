import { show, tensorHint } from '../arguments/describe';
import { type Field, bool, listOfInts, nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { runtimeError, type TorchError, valueError } from '../errors';
import { tensor } from '../tensor/arguments';
import { type Tensor, isTensor } from '../tensor/tensor';

/** What distributions take, and how it is read. */

/** A shape. */
export type Size = readonly number[];

/** A parameter of a distribution: a tensor, or a number for a tensor without dimensions. */
export type ParameterValue = Tensor | number | bigint;

/** What every distribution takes last. */
export interface DistributionOptions {
  /**
   * Check the parameters now, and the values that `logProb` and `cdf` get. Null takes what
   * `Distribution.setDefaultValidateArgs` has set.
   *
   * @defaultValue null
   */
  readonly validateArgs?: boolean | null;
}

/** `validateArgs` by position or by name. */
export type ValidateArgs = boolean | null | DistributionOptions;

/** The shape of a sample, by position or by name. */
export type SampleShape = Size | SampleOptions;

export interface SampleOptions {
  /** The dimensions in front of those of the distribution. @defaultValue [] */
  readonly sampleShape?: Size;
}

export interface EnumerateOptions {
  /** Whether the values are expanded over the batch; otherwise its dimensions have size 1. @defaultValue true */
  readonly expand?: boolean;
}

/** The value of which a function of a distribution is asked. */
export interface ValueOptions {
  /** A tensor that broadcasts with the batch shape followed by the event shape. */
  readonly value: Tensor;
}

/** A number of any kind that Python calls a Number. */
export function isNumber(given: unknown): given is number | bigint | boolean {
  return typeof given === 'number' || typeof given === 'bigint' || typeof given === 'boolean';
}

const NEITHER =
  'Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.';

/** A tensor or a number. */
export const parameter = (fallback?: number): Field<ParameterValue> => ({
  ...value<ParameterValue>('a Tensor or a number', (given) => isTensor(given) || isNumber(given), fallback),
  refuse: (given, prefix) => valueError(`${NEITHER} ${prefix}got ${show(given)}${tensorHint(given)}`),
});

/** A tensor or a number, null when left out. */
export const maybeParameter = (): Field<ParameterValue | null> => nullable(parameter());

/** A tensor, null when left out. */
export const maybeTensor = (): Field<Tensor | null> => nullable(tensor());

/** The last argument of every distribution. */
export const VALIDATE = { validateArgs: nullable(bool()) };

/** A list of sizes. */
export const size = listOfInts;

const SAMPLE = { sampleShape: size([]) };
const NO_SIZE: Size = Object.freeze([]);

export function readSampleShape(label: string, args: readonly unknown[]): Size {
  return args.length === 0 ? NO_SIZE : readArguments(label, SAMPLE, args).sampleShape;
}

const VALUE = { value: tensor() };

export function readValue(label: string, args: readonly unknown[]): Tensor {
  const [given] = args;
  return args.length === 1 && isTensor(given) ? given : readArguments(label, VALUE, args).value;
}

const LOG_PROB = {
  value: {
    ...tensor(),
    refuse: (given: unknown): Error =>
      valueError(`The value argument to log_prob must be a Tensor, got ${show(given)}${tensorHint(given)}`),
  },
};

export function readLogProbValue(args: readonly unknown[]): Tensor {
  const [given] = args;
  return args.length === 1 && isTensor(given) ? given : readArguments('logProb', LOG_PROB, args).value;
}

const BATCH = { batchShape: size() };

export function readBatchShape(args: readonly unknown[]): Size {
  return readArguments('expand', BATCH, args).batchShape;
}

const EXPAND = { expand: bool(true) };

export function readExpand(args: readonly unknown[]): boolean {
  return readArguments('enumerateSupport', EXPAND, args).expand;
}

export { readArguments, takesNothing };

/** Python's NotImplementedError. */
export function notImplemented(message: string): TorchError {
  return runtimeError(message, { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
}

/** Whether an error is Python's NotImplementedError. */
export function isNotImplemented(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_TORCH_NOT_IMPLEMENTED';
}

/** Exactly one of `probs` and `logits`. */
export function requireOneOf(probs: unknown, logits: unknown): void {
  if ((probs === null) !== (logits === null)) return;
  throw valueError('Either `probs` or `logits` must be specified, but not both.');
}
