/** What the addon exports for `torch.func` and forward-mode differentiation. The names are listed in `lib/native/contract.ts`. */
import type { Box, Handle } from '../values';

/** What wraps a tensor under a transform. */
export interface Wrapping {
  readonly kind: 'batched' | 'grad' | 'functional';
  /** null if its transform has ended. */
  readonly level: number | null;
  readonly value: Handle;
  /** The batch dimension within `value`, of `batched`. */
  readonly dim?: number;
}

/** The transform that is innermost now. */
export interface CurrentLayer {
  readonly kind: 'vmap' | 'grad' | 'jvp' | 'functionalize';
  readonly level: number;
  /** Of `vmap`. */
  readonly batchSize?: number;
  /** Of `vmap`: 0 throws, 1 is the same in all, 2 differs. */
  readonly randomness?: number;
}

/** What {@link FuncNative.endLinear} has recorded. */
export type LinearBox = Box<'LinearFunction'>;

export interface FuncNative {
  /** Each push returns the level of a new layer; `popLayer` ends the innermost. */
  pushVmap(batchSize: number, randomness: number): number;
  pushGrad(): number;
  pushJvp(): number;
  pushFunctionalize(addBackViews: boolean): number;
  popLayer(): void;
  countLayers(): number;
  currentLayer(): CurrentLayer | null;
  /** Takes the innermost layer off for a while; `raiseLayer` puts it back. */
  lowerLayer(): void;
  raiseLayer(): void;
  addBatchDim(tensor: Handle, dim: number, level: number): Handle;
  removeBatchDim(tensor: Handle, level: number, batchSize: number, outDim: number): Handle;
  unwrapBatched(tensor: Handle, level: number): [tensor: Handle, dim: number | null];
  describeTransformed(tensor: Handle): Wrapping | null;
  wrapForGrad(tensor: Handle, level: number): Handle;
  unwrapForGrad(tensor: Handle, level: number): Handle;
  wrapFunctional(tensor: Handle, level: number): Handle;
  unwrapFunctional(tensor: Handle): Handle;
  propagateMutation(given: Handle, wrapped: Handle): void;
  /** Runs `body` as if no transform were active. */
  outsideTransforms<T>(body: () => T): T;
  /** The former value, as of the next one. */
  allowRequiresGrad(allowed: boolean): boolean;
  setForwardGradEnabled(enabled: boolean): boolean;
  enterDualLevel(): number;
  exitDualLevel(level: number): void;
  /** Records operators below autograd from now on. `tangents` stand for any others of their form. */
  beginLinear(tangents: readonly Handle[]): void;
  /** Ends it. `outputs` are what was computed, or null after a failure; the function is null if it cannot be repeated. */
  endLinear(outputs: readonly Handle[] | null): LinearBox | null;
  runLinear(linear: LinearBox, tangents: readonly Handle[]): Handle[];
}
