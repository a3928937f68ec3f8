import type { Tensor } from '../tensor/tensor';
import type { FunctionContext } from './function-context';
import type { OutDims, VmapInfo } from './vmap-info';

/** What `forward` may return: a tensor, or an array in which other values pass through untouched. */
export type ForwardResult = Tensor | readonly unknown[];
/** What `backward` returns: a gradient for each argument of `forward`, or null for an argument without one. */
export type Gradients = Tensor | null | undefined | readonly (Tensor | null | undefined)[];

/** The static side of a custom function. */
export interface DifferentiableFunction<A extends unknown[], R> {
  /** The name of the class. */
  readonly name: string;
  /** Computes the result. */
  forward(context: FunctionContext, ...args: A): R;
  /** Computes the gradient of each argument of `forward`. */
  backward(context: FunctionContext, ...gradients: never[]): Gradients;
  /** Computes the tangents of the results from those of the arguments: forward mode needs it. */
  jvp?(context: FunctionContext, ...tangents: never[]): Gradients;
}

/**
 * A custom function whose `forward` gets no context: what it saves, `setupContext` says. Transforms of `torch.func` take
 * such functions.
 */
export interface SeparateFunction<A extends unknown[], R> {
  /** The name of the class. */
  readonly name: string;
  /** Computes the result. */
  forward(...args: A): R;
  /** Saves for `backward` what it needs of the arguments and of the result. */
  setupContext(context: FunctionContext, inputs: A, output: R): void;
  /** Computes the gradient of each argument of `forward`. */
  backward(context: FunctionContext, ...gradients: never[]): Gradients;
  /** Computes the tangents of the results from those of the arguments: forward mode needs it. */
  jvp?(context: FunctionContext, ...tangents: never[]): Gradients;
  /** Computes the result for a batch: `[output, outDims]`. `torch.func.vmap` needs it, or {@link generateVmapRule}. */
  vmap?(info: VmapInfo, inDims: readonly (number | null)[], ...args: A): readonly [R, OutDims];
  /** Whether `torch.func.vmap` may map `forward`, `backward` and `jvp` themselves, instead of a `vmap`. @defaultValue false */
  readonly generateVmapRule?: boolean;
}

/** An operator of either form. @internal */
export type CustomFunction = DifferentiableFunction<unknown[], ForwardResult> &
  Partial<Pick<SeparateFunction<unknown[], ForwardResult>, 'setupContext' | 'vmap' | 'generateVmapRule'>>;
