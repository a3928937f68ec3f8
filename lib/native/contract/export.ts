import type { Box, Handle } from '../values';

/** A graph whose operators are bound. */
export type NativePlan = Box<'plan'>;

/** How an argument reaches a node: a tag of lib/export/plan/tags.ts, and what belongs to it. */
export type PlanArgument = readonly [tag: number, payload?: unknown];

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

/** What native/export exports. */
export interface ExportNative {
  planCreate(spec: PlanSpec): NativePlan;
  /**
   * Runs a plan. `held` are the tensors of the module, `inputs` those of the call: handles, null, or numbers as
   * arguments. Of the results, tensors are handles, and anything else is an array of itself.
   */
  planRun(
    plan: NativePlan,
    held: Int32Array,
    inputs: readonly (Handle | PlanArgument | null)[],
  ): (Handle | readonly [value: unknown] | null)[];
}
