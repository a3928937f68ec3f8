import type { NamedSignature, Signature } from '../../arguments/signature';
import type { Tensor } from '../../ops/tensor-methods';
import type { Inputs } from './inputs';

/** The kinds of signatures that functions of `torch.nn.functional` have. */

export type Reduction = 'none' | 'mean' | 'sum';
/** One tensor, or with `returnIndices` two. */
export type Pooled = Tensor & [Tensor, Tensor];
export type Pair = [output: Tensor, indices: Tensor];

export type Plain<H extends readonly unknown[], P extends readonly unknown[], O, R = Tensor> = Signature<H, P, O, R>;
export type Named<
  H extends readonly [unknown, ...unknown[]],
  P extends readonly unknown[],
  O,
  K extends keyof Inputs,
  R = Tensor,
> = NamedSignature<H, P, O, Pick<Inputs, K>, R>;
