import { isTensor, type Tensor, handleOf } from '../tensor/tensor';
import type { NativeReduceOp } from '../native/contract/distributed';
import { typeError, valueError } from '../errors';
import { show } from '../arguments/describe';
import { type Field, value } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';

/** Only this module makes reductions. */
const KEY = Symbol('ReduceOp');

let encode: (op: ReduceOp) => NativeReduceOp;

/**
 * How the ranks' elements become one.
 *
 * `AVG` is the sum divided by the number of ranks. `BAND`, `BOR` and `BXOR` work on the bits of integers. gloo refuses what
 * makes no sense for a dtype. {@link ReduceOp.premulSum} is NCCL's only.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.ReduceOp
 * @example
 * const { allReduce, ReduceOp } = torch.distributed;
 * const x = torch.tensor([2, 3]);
 * allReduce(x, { op: ReduceOp.MAX }); // each element is the largest of all ranks'
 * String(ReduceOp.MAX); // 'ReduceOp.MAX'
 */
export class ReduceOp {
  static readonly SUM = new ReduceOp(KEY, 'SUM', 'SUM');
  static readonly AVG = new ReduceOp(KEY, 'AVG', 'AVG');
  static readonly PRODUCT = new ReduceOp(KEY, 'PRODUCT', 'PRODUCT');
  static readonly MIN = new ReduceOp(KEY, 'MIN', 'MIN');
  static readonly MAX = new ReduceOp(KEY, 'MAX', 'MAX');
  static readonly BAND = new ReduceOp(KEY, 'BAND', 'BAND');
  static readonly BOR = new ReduceOp(KEY, 'BOR', 'BOR');
  static readonly BXOR = new ReduceOp(KEY, 'BXOR', 'BXOR');

  /** The name of the reduction: `SUM`. */
  readonly name: string;
  readonly #native: NativeReduceOp | Tensor;

  private constructor(key: symbol, name: string, native: NativeReduceOp | Tensor) {
    if (key !== KEY) throw typeError('a ReduceOp is one of ReduceOp.SUM, ReduceOp.AVG, …; it is not made by new');
    this.name = name;
    this.#native = native;
  }

  static {
    encode = (op: ReduceOp): NativeReduceOp => (isTensor(op.#native) ? [handleOf(op.#native)] : op.#native);
  }

  /**
   * Multiplies each rank's elements by a factor before it adds them (`PREMUL_SUM`): a number, or a tensor of one element.
   * Only NCCL has it.
   *
   * @throws TorchValueError for a tensor with more or fewer elements than one.
   */
  static premulSum(factor: number | Tensor, ...surplus: []): ReduceOp {
    refuseSurplus('ReduceOp.premulSum', 1, surplus);
    if (isTensor(factor)) {
      if (factor.numel() !== 1)
        throw valueError(`ReduceOp.premulSum: the factor has ${factor.numel()} elements, not one`);
    } else if (typeof factor !== 'number') {
      throw typeError(`ReduceOp.premulSum: the factor should be a number or a tensor, got ${show(factor)}`);
    }
    return new ReduceOp(KEY, 'PREMUL_SUM', factor);
  }

  toString(): string {
    return `ReduceOp.${this.name}`;
  }
}

/** @internal */
export const encodeOp = (op: ReduceOp): NativeReduceOp => encode(op);

/** A reduction, as an argument. @internal */
export const reduceOp = (): Field<ReduceOp> =>
  value<ReduceOp>('a ReduceOp', (v) => v instanceof ReduceOp, ReduceOp.SUM);

const WITHOUT_COMPLEX: ReadonlySet<string> = new Set(['MAX', 'MIN', 'PRODUCT', 'BAND', 'BOR', 'BXOR']);

const OP = { reduceOp: reduceOp() };

/**
 * Whether a reduction works on complex tensors: it does if it can take their parts one by one.
 *
 * @example
 * torch.distributed.supportsComplex(torch.distributed.ReduceOp.SUM); // true
 */
export function supportsComplex(reduceOp: ReduceOp): boolean;
export function supportsComplex(...args: readonly unknown[]): boolean {
  return !WITHOUT_COMPLEX.has(readArguments('supportsComplex', OP, args).reduceOp.name);
}

/** Fails for a reduction that does not work on the tensors. @internal */
export function requireComplex(label: string, op: ReduceOp, tensors: readonly Tensor[]): void {
  if (WITHOUT_COMPLEX.has(op.name) && tensors.some(({ dtype }) => dtype.isComplex)) {
    throw valueError(`${label} does not support ${op} on complex tensors`);
  }
}
