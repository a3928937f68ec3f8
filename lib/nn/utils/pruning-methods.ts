import { show } from '../../arguments/describe';
import { type Field, choice, either, float, int, nullable, value } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { tensor } from '../../tensor/arguments';
import { indexError, runtimeError, typeError, valueError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import { limitArguments } from '../../arguments/surplus';

type PruningType = 'unstructured' | 'structured' | 'global';

const amount: Field<number> = {
  ...value<number>('a number', (given) => typeof given === 'number'),
  refuse: (given) => typeError(`Invalid type for amount: ${show(given)}. Must be a number.`),
};
const AMOUNT = { amount };
/** The options of structured methods. */
export interface ChannelOptions {
  /** The dimension of the channels. @defaultValue -1 */
  readonly dim?: number;
}

const STRUCTURED = { amount, dim: int(-1) };
const LN = { amount, n: either(float(), choice(['fro', 'nuc'])), dim: int(-1) };
const PRUNE = { t: tensor(), defaultMask: nullable(tensor()), importanceScores: nullable(tensor()) };

type PruneArguments = [
  t: Tensor,
  defaultMask?: Tensor | PruneOptions | null,
  importanceScores?: Tensor | PruneOptions | null,
];

interface PruneOptions {
  /** The mask of what is pruned already. */
  readonly defaultMask?: Tensor | null;
  /** Importances from which the mask is computed, instead of the tensor's own values. */
  readonly importanceScores?: Tensor | null;
}

/**
 * How much is pruned: a whole number is a count, and another number from 0 to 1 is a fraction. For all elements
 * (Python's `1.0`), give their number.
 */
function checkAmount(amount: number): void {
  if (Number.isInteger(amount) ? amount >= 0 : amount >= 0 && amount <= 1) return;
  throw valueError(`amount=${amount} should either be a float in the range [0, 1] or a non-negative integer`);
}

/** Python's `round`: halves go to the even neighbor. */
function round(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}

function countOf(amount: number, size: number): number {
  const count = Number.isInteger(amount) ? amount : round(amount * size);
  if (count <= size) return count;
  throw valueError(`amount=${count} should be smaller than the number of parameters to prune=${size}`);
}

/**
 * A way to choose the elements of a tensor that become zero. A subclass has a `type` and computes the mask.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.BasePruningMethod.html
 */
export abstract class BasePruningMethod {
  constructor(...args: []) {
    takesNothing(this.constructor.name, args);
  }

  abstract readonly type: PruningType;
  /** For structured methods, the dimension of the channels. */
  readonly dim?: number;

  /** The mask: 1 for elements that stay, 0 for pruned ones. It must not be 1 where `defaultMask` is 0. */
  abstract computeMask(t: Tensor, defaultMask: Tensor): Tensor;

  /** The pruned tensor. */
  prune(...args: PruneArguments): Tensor {
    const { t, defaultMask, importanceScores } = readArguments(`${this.constructor.name}.prune`, PRUNE, args);
    const scores = importanceScores ?? t;
    if (scores.shape.join() !== t.shape.join()) {
      throw runtimeError(`importanceScores should have the same shape as tensor t, got [${scores.shape.join(', ')}]`);
    }
    return aten('mul')(t, this.computeMask(scores, defaultMask ?? aten('ones_like')(t)));
  }
}

/**
 * Prunes nothing.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.Identity());
 * Object.keys(layer.stateDict()); // ['bias', 'weight_orig', 'weight_mask']
 */
export class Identity extends BasePruningMethod {
  readonly type = 'unstructured';

  constructor(...args: []) {
    super();
    takesNothing('Identity', args);
  }

  override computeMask(_t: Tensor, defaultMask: Tensor): Tensor {
    return defaultMask;
  }
}

abstract class AmountMethod extends BasePruningMethod {
  constructor(readonly amount: number) {
    super();
    checkAmount(amount);
  }
}

abstract class Unstructured extends AmountMethod {
  readonly type = 'unstructured';

  constructor(...args: [amount: number | { readonly amount: number }]) {
    super(readArguments(new.target.name, AMOUNT, args).amount);
  }

  /** The positions in the flat tensor that are pruned. */
  protected abstract choose(t: Tensor, count: number): Tensor;

  override computeMask(t: Tensor, defaultMask: Tensor): Tensor {
    const count = countOf(this.amount, t.numel());
    const mask = aten('clone')(aten('contiguous')(defaultMask));
    if (count > 0) aten('index_fill_')(aten('view')(mask, [-1]), 0, this.choose(t, count), 0);
    return mask;
  }
}

/**
 * Prunes elements at random.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.RandomUnstructured(5));
 * layer.weight.eq(0).sum().item(); // 5
 */
export class RandomUnstructured extends Unstructured {
  protected override choose(t: Tensor, count: number): Tensor {
    return atenMany('topk')(aten('view')(aten('rand_like')(t), [-1]), count)[1] as Tensor;
  }
}

/**
 * Prunes the elements with the smallest absolute values.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.L1Unstructured(0.5));
 * layer.weight.eq(0).sum().item(); // 6
 */
export class L1Unstructured extends Unstructured {
  protected override choose(t: Tensor, count: number): Tensor {
    return atenMany('topk')(aten('reshape')(aten('abs')(t), [-1]), count, -1, false)[1] as Tensor;
  }
}

abstract class Structured extends AmountMethod {
  readonly type = 'structured';

  constructor(
    amount: number,
    override readonly dim: number,
  ) {
    super(amount);
  }

  /** The channels that stay. */
  protected abstract choose(t: Tensor, dim: number, size: number, count: number): Tensor;

  override computeMask(t: Tensor, defaultMask: Tensor): Tensor {
    if (t.ndim <= 1) {
      throw valueError(
        'Structured pruning can only be applied to multidimensional tensors. ' +
          `Found tensor of shape [${t.shape.join(', ')}] with ${t.ndim} dims`,
      );
    }
    const dim = this.dim < 0 ? this.dim + t.ndim : this.dim;
    const size = t.shape[dim];
    if (size === undefined) {
      const message = `Invalid index ${this.dim} for tensor of size [${t.shape.join(', ')}]`;
      throw indexError(message);
    }
    const count = countOf(this.amount, size);
    if (count === 0) return defaultMask;
    const mask = aten('index_fill_')(aten('zeros_like')(t), dim, this.choose(t, dim, size, count), 1);
    return aten('mul_')(mask, aten('to')(defaultMask, { dtype: mask.dtype }));
  }
}

/**
 * Prunes channels at random.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.RandomStructured(1, 0));
 * layer.weight.eq(0).sum().item(); // 4
 */
export class RandomStructured extends Structured {
  constructor(...args: [amount: number, dim?: number | ChannelOptions]) {
    const { amount, dim } = readArguments('RandomStructured', STRUCTURED, args);
    super(amount, dim);
  }

  protected override choose(_t: Tensor, _dim: number, size: number, count: number): Tensor {
    const probability = aten('rand')([size]);
    const threshold = atenMany('kthvalue')(probability, count)[0];
    return aten('squeeze')(aten('nonzero')(aten('gt')(probability, threshold as Tensor)), 1);
  }
}

/**
 * Prunes the channels with the smallest norms.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.LnStructured(1, 2, 1));
 * layer.weight.eq(0).sum().item(); // 3
 */
export class LnStructured extends Structured {
  readonly n: number | 'fro' | 'nuc';

  constructor(...args: [amount: number, n: number | 'fro' | 'nuc', dim?: number | ChannelOptions]) {
    const { amount, n, dim } = readArguments('LnStructured', LN, args);
    super(amount, dim);
    this.n = n;
  }

  protected override choose(t: Tensor, dim: number, size: number, count: number): Tensor {
    const others = Array.from({ length: t.ndim }, (_, d) => d).filter((d) => d !== dim);
    const order = this.n === 'fro' ? 2 : this.n;
    const norms = aten(order === 'nuc' ? 'linalg_matrix_norm' : 'linalg_vector_norm')(t, order, others);
    return atenMany('topk')(norms, size - count)[1] as Tensor;
  }
}

/**
 * Prunes by a mask that is given.
 *
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.CustomFromMask(torch.eye(3, 4)));
 * layer.weight.eq(0).sum().item(); // 9
 */
export class CustomFromMask extends BasePruningMethod {
  readonly type = 'global';

  readonly mask: Tensor;

  constructor(...args: [mask: Tensor]) {
    super();
    this.mask = readArguments('CustomFromMask', { mask: tensor() }, args).mask;
  }

  override computeMask(_t: Tensor, defaultMask: Tensor): Tensor {
    if (defaultMask.shape.join() !== this.mask.shape.join()) {
      throw runtimeError(
        `the mask's shape [${this.mask.shape.join(', ')}] must be the tensor's, [${defaultMask.shape.join(', ')}]`,
      );
    }
    return aten('mul')(defaultMask, aten('to')(this.mask, { dtype: defaultMask.dtype }));
  }
}

/**
 * Several methods for one tensor. Each works on the elements that the methods before it left.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.PruningContainer.html
 * @example
 * const { prune } = nn.utils;
 * const methods = new prune.PruningContainer(new prune.L1Unstructured(4), new prune.L1Unstructured(2));
 * methods.length; // 2
 */
export class PruningContainer extends BasePruningMethod {
  readonly type = 'global';
  readonly #methods: readonly BasePruningMethod[];

  constructor(...methods: BasePruningMethod[]) {
    super();
    if (!methods.every((method) => method instanceof BasePruningMethod)) {
      throw typeError('a PruningContainer holds pruning methods');
    }
    this.#methods = methods;
  }

  get length(): number {
    return this.#methods.length;
  }

  [Symbol.iterator](): IterableIterator<BasePruningMethod> {
    return this.#methods[Symbol.iterator]();
  }

  /** The last method's mask for the elements that `defaultMask` leaves. */
  override computeMask(t: Tensor, defaultMask: Tensor): Tensor {
    const method = this.#methods.at(-1);
    return method ? combine(method, t, defaultMask) : defaultMask;
  }
}

function combine(method: BasePruningMethod, t: Tensor, mask: Tensor): Tensor {
  const changed = aten('clone')(aten('to')(mask, { dtype: t.dtype }));
  if (method.type === 'global') return aten('copy_')(changed, method.computeMask(t, mask));
  if (method.type === 'unstructured') {
    const left = aten('eq')(mask, 1);
    const part = method.computeMask(aten('masked_select')(t, left), aten('masked_select')(mask, left));
    return aten('masked_scatter_')(changed, left, aten('to')(part, { dtype: t.dtype }));
  }
  const dim = (method.dim ?? -1) < 0 ? (method.dim ?? -1) + t.ndim : (method.dim ?? 0);
  const others = Array.from({ length: t.ndim }, (_, d) => d).filter((d) => d !== dim);
  const left = aten('squeeze')(aten('nonzero')(aten('ne')(aten('sum')(mask, others), 0)), 1);
  const part = method.computeMask(aten('index_select')(t, dim, left), aten('index_select')(mask, dim, left));
  return aten('index_copy_')(changed, dim, left, aten('to')(part, { dtype: t.dtype }));
}

limitArguments([Identity, CustomFromMask, Unstructured, Structured, PruningContainer], { computeMask: 2 });
