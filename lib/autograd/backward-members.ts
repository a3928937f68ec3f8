/** Tensor's methods for derivatives. */
import { bool, nullable, optional } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { tensor, tensors } from '../tensor/arguments';
import { native } from '../native/binding';
import { type Tensor, handleOf } from '../tensor/tensor';
import { defineMembers } from '../tensor/define-members';
import { type TensorOrTensors, encodeBackward } from './backward';

export interface BackwardOptions {
  /** The gradient of the result with respect to this tensor; may be left out for a scalar. */
  readonly gradient?: Tensor | null;
  /** Keep the graph for another backward. The default is `createGraph`. */
  readonly retainGraph?: boolean | null;
  /** Record the backward itself, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Accumulate into these leaves only. */
  readonly inputs?: TensorOrTensors | null;
}

/** In Python's order. @internal */
export const BACKWARD = {
  gradient: nullable(tensor()),
  retainGraph: nullable(bool()),
  createGraph: bool(false),
  inputs: optional(nullable(tensors())),
};

export interface AutogradMembers {
  /**
   * Computes the gradients of the leaves that this tensor was made from and adds them to their `grad`.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.backward.html
   * @example
   * const x = torch.ones([2], { requiresGrad: true });
   * x.mul(3).sum().backward();
   * x.grad?.tolist(); // [3, 3]
   */
  backward(options?: BackwardOptions): void;
  backward(
    gradient: Tensor | null | undefined,
    retainGraph?: boolean | null | Omit<BackwardOptions, 'gradient'>,
    createGraph?: boolean | Pick<BackwardOptions, 'createGraph' | 'inputs'>,
    inputs?: TensorOrTensors | null | Pick<BackwardOptions, 'inputs'>,
  ): void;
}

const autogradMembers = {
  backward(this: Tensor, ...args: readonly unknown[]): void {
    // As nearly every call is: `loss.backward()`.
    if (args.length === 0) return native.backward([handleOf(this)], [null], false, false, []);
    const { gradient, ...options } = readArguments('backward', BACKWARD, args);
    native.backward(...encodeBackward('Tensor.backward', this, { ...options, gradTensors: [gradient] }));
  },
};

declare module '../tensor/tensor' {
  interface Tensor extends AutogradMembers {}
}

defineMembers(autogradMembers);
