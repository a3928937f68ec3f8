import { isIterable } from '../../arguments/plain-object';
import { float, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError } from '../../errors';
import * as torch from '../../index';
import { listText } from '../text';
import { isNumbers, requireProbability, unchecked } from './arguments';
import { chance, order } from './draw';
import { Transform, sampleOf } from './transform';
import type { Callable } from './types';

/** Calls a transform, or a function in place of one. @internal */
export function call(transform: Callable, inputs: readonly unknown[]): unknown {
  const given = inputs as never[];
  return typeof transform === 'function' ? transform(...given) : transform.forward(...given);
}

const isCallable = (given: unknown): given is Callable =>
  typeof given === 'function' || typeof (given as Partial<{ forward: unknown }> | null)?.forward === 'function';

function requireTransforms(given: unknown): readonly Callable[] {
  const list = Array.isArray(given) ? (given as unknown[]) : isIterable(given) ? [...given] : null;
  if (!list?.every(isCallable)) throw typeError('Argument transforms should be a sequence of callables');
  if (list.length === 0) throw valueError('Pass at least one transform');
  return list;
}

/** One after the other: what one gives is what the next one gets. */
function through(transforms: Iterable<Callable>, inputs: readonly unknown[]): unknown {
  let given = inputs;
  let outputs: unknown = sampleOf(inputs);
  for (const transform of transforms) {
    outputs = call(transform, given);
    given = inputs.length > 1 && Array.isArray(outputs) ? outputs : [outputs];
  }
  return outputs;
}

/** Several transforms as one. */
abstract class Several extends Transform {
  declare readonly transforms: readonly Callable[];

  constructor(transforms: unknown) {
    super();
    // Not a child of the module, as in Python: so it is none of the properties that are walked.
    Object.defineProperty(this, 'transforms', { value: requireTransforms(transforms) });
  }
}

const textOf = (transform: Callable): string =>
  typeof transform === 'function' ? `<function ${transform.name || '<lambda>'}>` : String(transform);

/** The parts, each on a line of its own. */
const listed = (transforms: readonly Callable[]): string =>
  transforms.map((transform) => `    ${textOf(transform)}`).join('\n');

/** The parts as Python prints a list. */
const inBrackets = (transforms: readonly Callable[]): string => `[${transforms.map(textOf).join(', ')}]`;

const transformsField = unchecked<Iterable<Callable>>('a list of transforms');

export interface TransformsOptions {
  /** Transforms, or functions in their place. */
  readonly transforms?: Iterable<Callable>;
}

/**
 * Transforms one after the other.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Compose.html
 * @example
 * const { transforms } = vision;
 * const prepare = new transforms.Compose([new transforms.Resize(8), new transforms.CenterCrop(4)]);
 * (prepare.forward(torch.rand([3, 16, 24])) as torch.Tensor).shape; // [3, 4, 4]
 */
export class Compose extends Several {
  constructor(...args: Mixed<[transforms: Iterable<Callable>], TransformsOptions>) {
    super(readArguments('Compose', { transforms: transformsField }, args).transforms);
  }

  override forward<R = unknown>(...inputs: readonly unknown[]): R {
    return through(this.transforms, inputs) as R;
  }

  override extraRepr(): string {
    return listed(this.transforms);
  }
}

export interface RandomApplyOptions extends TransformsOptions {
  /** The probability that a sample is transformed. @defaultValue 0.5 */
  readonly p?: number;
}

/**
 * Transforms one after the other, or none of them.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomApply.html
 * @example
 * const { transforms } = vision;
 * const blurred = new transforms.RandomApply([new transforms.GaussianBlur(3)], 0.3);
 * (blurred.forward(torch.rand([3, 8, 8])) as torch.Tensor).shape; // [3, 8, 8]
 */
export class RandomApply extends Several {
  readonly p: number;

  constructor(...args: Mixed<[transforms: Iterable<Callable>, p?: number], RandomApplyOptions>) {
    const { transforms, p } = readArguments('RandomApply', { transforms: transformsField, p: float(0.5) }, args);
    super(transforms);
    requireProbability(p);
    this.p = p;
  }

  override forward<R = unknown>(...inputs: readonly unknown[]): R {
    return (chance(this.p) ? through(this.transforms, inputs) : sampleOf(inputs)) as R;
  }

  override extraRepr(): string {
    return listed(this.transforms);
  }
}

export interface RandomChoiceOptions extends TransformsOptions {
  /** How probable each of them is; what does not sum to 1 is scaled. @defaultValue null, which means that all are alike */
  readonly p?: readonly number[] | null;
}

const CHOICE = { transforms: transformsField, p: nullable(value<readonly number[]>('a list of numbers', isNumbers)) };

/**
 * One of several transforms.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomChoice.html
 * @example
 * const { transforms } = vision;
 * const one = new transforms.RandomChoice([new transforms.Identity(), new transforms.RandomInvert(1)], [0.9, 0.1]);
 * (one.forward(torch.rand([3, 8, 8])) as torch.Tensor).shape; // [3, 8, 8]
 */
export class RandomChoice extends Several {
  readonly p: readonly number[];

  constructor(...args: Mixed<[transforms: Iterable<Callable>, p?: readonly number[] | null], RandomChoiceOptions>) {
    const { transforms, p } = readArguments('RandomChoice', CHOICE, args);
    super(transforms);
    const count = this.transforms.length;
    const weights = p ?? new Array<number>(count).fill(1);
    if (weights.length !== count) {
      throw valueError(`Length of p doesn't match the number of transforms: ${weights.length} != ${count}`);
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    this.p = weights.map((weight) => weight / total);
  }

  override forward<R = unknown>(...inputs: readonly unknown[]): R {
    const weights = torch.tensor([...this.p], { dtype: torch.getDefaultDtype() });
    return call(this.transforms[torch.multinomial(weights, 1).item()] as Callable, inputs) as R;
  }

  override extraRepr(): string {
    return `transforms=${inBrackets(this.transforms)}, p=${listText(this.p, true)}`;
  }
}

/**
 * Transforms one after the other, in an order that is drawn.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomOrder.html
 * @example
 * const { transforms } = vision;
 * const both = new transforms.RandomOrder([new transforms.Resize(8), new transforms.RandomInvert(1)]);
 * (both.forward(torch.rand([3, 16, 16])) as torch.Tensor).shape; // [3, 8, 8]
 */
export class RandomOrder extends Several {
  constructor(...args: Mixed<[transforms: Iterable<Callable>], TransformsOptions>) {
    super(readArguments('RandomOrder', { transforms: transformsField }, args).transforms);
  }

  override forward<R = unknown>(...inputs: readonly unknown[]): R {
    const turns = order(this.transforms.length);
    return through(
      turns.map((i) => this.transforms[i] as Callable),
      inputs,
    ) as R;
  }

  override extraRepr(): string {
    return `transforms=${inBrackets(this.transforms)}`;
  }
}
