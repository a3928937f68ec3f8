import { show } from '../../arguments/describe';
import { count, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { runtimeError, valueError, warn } from '../../errors';
import { ones } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { bool } from '../../tensor/dtype';
import { Device, type DeviceLike } from '../../tensor/device';

/** Which corner of the matrix a causal bias begins in. */
export const CausalVariant = Object.freeze({
  /** The upper left one: query i sees the keys up to i. */
  UPPER_LEFT: 1,
  /** The lower right one: the last query sees all keys. */
  LOWER_RIGHT: 2,
} as const);
export type CausalVariant = (typeof CausalVariant)[keyof typeof CausalVariant];

const isVariant = (v: unknown): boolean => v === CausalVariant.UPPER_LEFT || v === CausalVariant.LOWER_RIGHT;
const BIAS = {
  variant: {
    ...value<CausalVariant>('a CausalVariant', isVariant),
    refuse: (given: unknown) => valueError(`variant must be a CausalVariant, got ${show(given)}`),
  },
  seqLenQ: count(0),
  seqLenKv: count(0),
};

/**
 * A causal mask for `scaledDotProductAttention` that is not written out where a kernel can do without it.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.bias.CausalBias.html
 * @example
 * const bias = new torch.nn.attention.bias.CausalBias(torch.nn.attention.bias.CausalVariant.LOWER_RIGHT, 1, 3);
 * bias.materialize().tolist(); // [[true, true, true]]
 */
export class CausalBias {
  readonly variant: CausalVariant;
  readonly seqLenQ: number;
  readonly seqLenKv: number;

  /**
   * @param variant - Which corner the triangle begins in.
   * @param seqLenQ - The number of queries.
   * @param seqLenKv - The number of keys.
   */
  constructor(...args: [variant: CausalVariant, seqLenQ: number, seqLenKv: number]) {
    const { variant, seqLenQ, seqLenKv } = readArguments('CausalBias', BIAS, args);
    [this.variant, this.seqLenQ, this.seqLenKv] = [variant, seqLenQ, seqLenKv];
    if (seqLenQ > seqLenKv && variant === CausalVariant.LOWER_RIGHT) {
      warn('Lower right causal bias will produce NaNs in the output when seqLenQ > seqLenKv!');
    }
  }

  /** The mask as a tensor of booleans, `[seqLenQ, seqLenKv]`; true is seen. */
  materialize(device: DeviceLike = new Device('cpu'), ...surplus: []): Tensor {
    refuseSurplus('materialize', 1, surplus);
    const diagonal = this.variant === CausalVariant.UPPER_LEFT ? 0 : this.seqLenKv - this.seqLenQ;
    return ones([this.seqLenQ, this.seqLenKv], { dtype: bool, device }).tril(diagonal);
  }

  toString(): string {
    return String(this.materialize());
  }
}

/** Attention with a causal bias: `attend` gets a mask, or else whether the kernel is to be causal. */
export function attendWithBias(
  bias: CausalBias,
  isCausal: boolean,
  device: DeviceLike,
  attend: (mask: Tensor | null, isCausal: boolean) => Tensor,
): Tensor {
  if (isCausal) throw valueError('CausalBias should not be used with causal=True');
  if (bias.seqLenQ === bias.seqLenKv || bias.variant === CausalVariant.UPPER_LEFT) return attend(null, true);
  return attend(bias.materialize(device), false);
}

function biasOf(variant: CausalVariant, name: string, size: readonly number[]): CausalBias {
  const [seqLenQ, seqLenKv] = size;
  if (size.length !== 2 || seqLenQ === undefined || seqLenKv === undefined) {
    throw runtimeError(`${name} only supports 2D tensors`);
  }
  return new CausalBias(variant, seqLenQ, seqLenKv);
}

/**
 * A causal bias in which query i sees the keys up to i.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.bias.causal_upper_left.html
 * @example
 * torch.nn.attention.bias.causalUpperLeft(2, 3).materialize().tolist(); // [[true, false, false], [true, true, false]]
 */
export function causalUpperLeft(...size: [seqLenQ: number, seqLenKv: number]): CausalBias {
  return biasOf(CausalVariant.UPPER_LEFT, 'causalUpperLeft', size);
}

/**
 * A causal bias in which the last query sees all keys, the one before it all but the last, and so on.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.bias.causal_lower_right.html
 * @example
 * torch.nn.attention.bias.causalLowerRight(2, 3).materialize().tolist(); // [[true, true, false], [true, true, true]]
 */
export function causalLowerRight(...size: [seqLenQ: number, seqLenKv: number]): CausalBias {
  return biasOf(CausalVariant.LOWER_RIGHT, 'causalLowerRight', size);
}
