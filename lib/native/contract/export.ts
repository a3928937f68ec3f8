import type { CodeOf, planTag } from '../codes';
import type { Box, Handle, JobId, Settle } from '../values';

/** A graph whose operators are bound. */
export type NativePlan = Box<'plan'>;

/** How an argument reaches a node: one of `planTag`, and what belongs to it. */
export type PlanArgument = readonly [tag: CodeOf<typeof planTag>, payload?: unknown];

/** One call of a plan. */
export interface PlanNode {
  /** For messages. */
  readonly label: string;
  readonly kind: 'operator' | 'symbolic' | 'higherOrder';
  readonly name: string;
  readonly overload: string;
  /** Of an operator: one for each argument of its schema. */
  readonly inputs: readonly PlanArgument[];
  /** The slot of each result, or those of a list; -1 drops it. */
  readonly targets: readonly (number | readonly number[])[];
  /** Slots that nobody reads any more. */
  readonly dead: readonly number[];
}

export interface PlanSpec {
  /** How many values there are. */
  readonly slots: number;
  readonly inputs: readonly number[];
  readonly nodes: readonly PlanNode[];
  readonly outputs: readonly PlanArgument[];
}

/** Of the results of a plan, tensors are handles, and anything else is an array of itself. */
export type PlanResults = (Handle | readonly [value: unknown] | null)[];

/** What native/export exports. */
export interface ExportNative {
  planCreate(spec: PlanSpec): NativePlan;
  /**
   * Runs a plan. `held` are the tensors of the module, `inputs` those of the call: handles, null, or numbers as
   * arguments.
   */
  planRun(plan: NativePlan, held: Int32Array, inputs: readonly (Handle | PlanArgument | null)[]): PlanResults;
  /** {@link planRun} off the thread: settles with the results. */
  planRunAsync(
    plan: NativePlan,
    held: Int32Array,
    inputs: readonly (Handle | PlanArgument | null)[],
    settle: Settle,
  ): JobId;
}
