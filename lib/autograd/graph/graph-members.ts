/** Tensor's members that lead to its graph. */
import { native } from '../../native/binding';
import { defineMembers } from '../../tensor/define-members';
import { type Tensor, handleOf } from '../../tensor/tensor';
import { type Node, nodeOrNull } from './node';

declare module '../../tensor/tensor' {
  interface Tensor {
    /**
     * The node of the graph that made this tensor; null for a leaf.
     *
     * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.grad_fn.html
     */
    readonly gradFn: Node | null;
    /** Which output of {@link Tensor.gradFn} this tensor is. */
    readonly outputNr: number;
  }
}

defineMembers({
  get gradFn(): Node | null {
    return nodeOrNull(native.gradFn(handleOf(this as unknown as Tensor)));
  },
  get outputNr(): number {
    return native.outputNr(handleOf(this as unknown as Tensor));
  },
});

export {};
