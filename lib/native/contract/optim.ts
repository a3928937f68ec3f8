/** What the addon exports for optimizers. The names are listed in the addon's interface, `lib/native/contract.ts`. */
import type { CodeOf, stateCast } from '../codes';
import type { Box, Handle, JobId, Settle } from '../values';

export type OptimizerBox = Box<'Optimizer'>;

/** What a step of one group is told. */
export type StepSettings = [
  box: OptimizerBox,
  group: number,
  values: Float64Array,
  doubleSteps: boolean,
  lr: Handle | null,
  gradScale: Handle | null,
  foundInf: Handle | null,
  /** Where they are tensors. */
  beta1: Handle | null,
  beta2: Handle | null,
];

export interface OptimNative {
  /** A native optimizer with Python's names of its options (a repeated one is a pair) and of its state. */
  newOptimizer(name: string): {
    readonly box: OptimizerBox;
    readonly options: readonly string[];
    readonly state: readonly string[];
    /** Whether the counter `step` is a number, not a tensor. */
    readonly plainCounter: boolean;
  };
  /** Bits: {@link groupFault}. */
  checkParameters(box: OptimizerBox, group: number, params: readonly Handle[]): number;
  setParameters(box: OptimizerBox, group: number, params: readonly Handle[]): void;
  stepOptimizer(...settings: StepSettings): void;
  /** The same for a step off the thread: the first group's begins one; `settleOptimizer` ends it in any case. */
  deferOptimizer(...settings: StepSettings): void;
  runDeferred(box: OptimizerBox, settle: Settle): JobId;
  settleOptimizer(box: OptimizerBox): void;
  /** Makes the state that does not wait for the first step. */
  beginOptimizer(...settings: StepSettings): void;
  zeroGradients(params: readonly Handle[], setToNone: boolean): void;
  zeroOptimizer(box: OptimizerBox, setToNone: boolean): void;
  optimizerState(box: OptimizerBox, param: Handle): (Handle | null)[] | null;
  setOptimizerState(
    box: OptimizerBox,
    param: Handle,
    /** A number in an array stands for a counter. */
    slots: readonly (Handle | readonly [number] | null)[] | null,
    cast: CodeOf<typeof stateCast>,
  ): void;
  clearOptimizerState(box: OptimizerBox): void;
  /** The C library's functions, which Python's `math` calls. */
  libmCos(x: number): number;
  libmPow(x: number, y: number): number;
  libmLog(x: number): number;
}
