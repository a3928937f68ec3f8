/**
 * `torch.autograd.forwardAd`: forward-mode differentiation by dual numbers. A dual tensor carries a tangent, and each
 * operator computes the tangent of its result from those of its inputs.
 */
import type { Synchronous } from '../arguments/synchronous';
import { int, keyword, nullable } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import { ops } from '../ops/raw';
import { dualOf } from './dual';
import type { Tensor } from '../ops/tensor-methods';
import { tensor as tensorField } from '../tensor/arguments';
import { type ModeGuard, during, guard } from './modes';

/** A dual tensor taken apart: `const { primal, tangent } = …`, or `const [primal, tangent] = …`. */
export class UnpackedDualTensor implements Iterable<Tensor | null> {
  constructor(
    /** The value: a view of the dual tensor. */
    readonly primal: Tensor,
    /** The tangent, or null if the tensor has none at this level. */
    readonly tangent: Tensor | null,
    ...surplus: []
  ) {
    refuseSurplus('UnpackedDualTensor', 2, surplus);
  }

  [Symbol.iterator](): Iterator<Tensor | null> {
    return [this.primal, this.tangent].values();
  }
}

export interface DualLevelOptions {
  /** The level that is meant. The default is the current one. */
  readonly level?: number | null;
}

let current = -1;

/**
 * Begins a level, in which {@link makeDual} may be called. There is one level at a time in a process, its workers included;
 * `torch.func.jvp` nests.
 *
 * @returns The level.
 * @throws TorchError if there is a level already.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.forward_ad.enter_dual_level.html
 * @example
 * const level = torch.autograd.forwardAd.enterDualLevel(); // 0
 * torch.autograd.forwardAd.exitDualLevel();
 */
export function enterDualLevel(...args: []): number {
  takesNothing('enterDualLevel', args);
  const level = native.enterDualLevel();
  current = level;
  return level;
}

const LEVEL = { level: keyword(nullable(int())) };

/**
 * Ends a level: all tangents that belong to it are gone.
 *
 * @throws TorchError if `level` is not the last one that was begun.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.forward_ad.exit_dual_level.html
 */
export function exitDualLevel(options?: DualLevelOptions): void;
export function exitDualLevel(...args: readonly unknown[]): void {
  const { level } = readArguments('exitDualLevel', LEVEL, args);
  if (current < 0 && level === null) throw runtimeError('Dual level must be a positive number.');
  if (current < 0 || (level ?? current) !== current) {
    throw runtimeError(
      'Trying to exit a forward AD level that was not the last one that was created. This is not supported.',
    );
  }
  native.exitDualLevel(current);
  current--;
}

/**
 * Runs a synchronous function within a level of its own; without a function, returns a guard for `using`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.forward_ad.dual_level.html
 * @example
 * const { forwardAd } = torch.autograd;
 * const slope = forwardAd.dualLevel(() => {
 *   const x = forwardAd.makeDual(torch.tensor(2.5), torch.tensor(1.5));
 *   return forwardAd.unpackDual(x.mul(x)).tangent; // 7.5
 * });
 */
export function dualLevel(): ModeGuard;
export function dualLevel<R>(body: () => Synchronous<R>): R;
export function dualLevel<R>(body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('dualLevel', 1, surplus);
  enterDualLevel();
  return during(
    'dualLevel',
    guard(() => exitDualLevel()),
    body,
  );
}

const MAKE = { tensor: tensorField(), tangent: tensorField(), level: LEVEL.level };

/**
 * A dual tensor: a view of `tensor` that carries `tangent`.
 *
 * @param tensor - The value, of a floating-point or complex dtype.
 * @param tangent - The tangent, in the shape of `tensor`.
 * @throws TorchError outside of a level; ValueError for other dtypes.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.forward_ad.make_dual.html
 */
export function makeDual(tensor: Tensor, tangent: Tensor, options?: DualLevelOptions): Tensor;
export function makeDual(...args: readonly unknown[]): Tensor {
  const { tensor, tangent, level } = readArguments('makeDual', MAKE, args);
  const at = level ?? current;
  if (at < 0) {
    throw runtimeError(
      'Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.',
    );
  }
  return dualOf(tensor, tangent, at);
}

const UNPACK = { tensor: tensorField(), level: LEVEL.level };

/**
 * Takes a dual tensor apart.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.forward_ad.unpack_dual.html
 */
export function unpackDual(tensor: Tensor, options?: DualLevelOptions): UnpackedDualTensor;
export function unpackDual(...args: readonly unknown[]): UnpackedDualTensor {
  const { tensor, level } = readArguments('unpackDual', UNPACK, args);
  const at = level ?? current;
  if (at < 0) return new UnpackedDualTensor(tensor, null);
  const [primal, tangent] = ops.aten._unpack_dual?.(tensor, at) as [Tensor, Tensor | null];
  return new UnpackedDualTensor(primal, tangent);
}
