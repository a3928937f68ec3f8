/** Random numbers for orders, drawn on the CPU exactly as Python draws them, and index lists as tensors and back. */
import {
  empty,
  randperm as randpermOp,
  randint as randintOp,
  multinomial as multinomialOp,
} from '../ops/generated/functions';
import { native } from '../native/binding';
import { asFunction } from '../ops/dispatch/operator';
import { float64, int64 } from '../tensor/dtype';
import { Generator, type Seed } from '../tensor/generator';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';

type Call = (...args: unknown[]) => Tensor;

const random_ = asFunction<Call>('aten::random_');

/** `torch.empty((), dtype=torch.int64).random_(generator=generator).item()` */
export function drawSeed(generator: Generator | null): Seed {
  const cell = empty([], { dtype: int64, device: 'cpu' });
  try {
    return random_(cell, { generator }).item<Seed>();
  } finally {
    cell.dispose();
  }
}

/** A random permutation of 0 … n-1, an int64 tensor. */
export function randperm(n: number, generator: Generator | null): Tensor {
  return randpermOp(n, { generator, device: 'cpu' });
}

/** `count` numbers of 0 … high-1, an int64 tensor. */
export function randint(high: number, count: number, generator: Generator | null): Tensor {
  return randintOp(high, [count], { dtype: int64, generator, device: 'cpu' });
}

/** `count` indices drawn with the given weights, an int64 tensor. */
export function multinomial(
  weights: readonly number[],
  count: number,
  replacement: boolean,
  generator: Generator | null,
): Tensor {
  const bytes = Float64Array.from(weights).buffer;
  const probabilities = wrap(native.fromBytes(bytes, 0, bytes.byteLength, float64.code, [weights.length]));
  try {
    return multinomialOp(probabilities, count, replacement, { generator });
  } finally {
    probabilities.dispose();
  }
}

/** A generator of its own. */
export function seeded(seed: Seed): Generator {
  return new Generator().manualSeed(seed);
}

/** The numbers of an int64 tensor, which ends here. */
export function takeIndices(tensor: Tensor): number[] {
  const values = new BigInt64Array(native.toBytes(handleOf(tensor)));
  tensor.dispose();
  return Array.from(values, Number);
}

/** An int64 tensor of safe integers. */
export function indexTensor(indices: readonly number[]): Tensor {
  const bytes = BigInt64Array.from(indices, BigInt).buffer;
  return wrap(native.fromBytes(bytes, 0, bytes.byteLength, int64.code, [indices.length]));
}
