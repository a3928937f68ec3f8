import { callingPlace } from '../../errors';
import { native } from '../../native/binding';
import type { RecordedCall, RecordedForm, RecordedTensor, RecordedValue, Recording } from '../../native/contract/trace';
import { whileRecorded } from '../../nn/recorded';
import type { Module } from '../../nn/module';
import { withBranchRecorder } from '../../ops/python/branches';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { Branches } from './branches';
import { ModuleStack } from './module-stack';

export type { RecordedForm, RecordedTensor, RecordedValue };

/** A call of an operator, or a choice between two branches. */
export interface TracedCall extends RecordedCall {
  /** What runs if the first input is true, and what runs if it is false. */
  readonly branches?: readonly [onTrue: TracedBranch, onFalse: TracedBranch];
}

/** What one function of a choice does. */
export interface TracedBranch {
  readonly calls: readonly TracedCall[];
  /** The places of its results. */
  readonly outputs: readonly number[];
}

/** A tensor that a forward has met, and if it came from nowhere that is recorded, its elements. */
export interface SeenTensor extends Omit<RecordedTensor, 'elements'> {
  readonly elements: Tensor | null;
}

/** One run of a forward as calls of operators. */
export interface Trace {
  readonly calls: readonly TracedCall[];
  readonly tensors: readonly SeenTensor[];
  /** For each tensor that was given, its place in `tensors`. */
  readonly inputs: readonly number[];
  /** The same for each tensor of the outputs. */
  readonly outputs: readonly number[];
  /** What {@link RecordedCall.modules} is outside of all modules but the model. */
  readonly rootModules: string;
}

/** Where in the user's program a call stands, as `forward (model.ts:12:7)`. */
function place(): string {
  return callingPlace().trim().replace(/^at /, '');
}

/**
 * Runs `body` and records the operators that it calls for a model. `given` are the tensors that come from outside: inputs,
 * parameters, buffers. `body` returns the tensors among its outputs.
 */
export function record(model: Module, given: readonly Tensor[], body: () => readonly Tensor[]): Trace {
  const stack = new ModuleStack(model);
  const modules = (): string => stack.text;
  const branches = new Branches(place, modules);
  native.beginRecording(place, modules, given.map(handleOf));
  let outputs: readonly Tensor[] | null = null;
  let recording: Recording | null = null;
  try {
    outputs = whileRecorded(() => withBranchRecorder((choice) => branches.record(choice), body), stack);
  } finally {
    recording = native.endRecording(outputs && outputs.map(handleOf));
  }
  return traceOf(recording as Recording, branches, stack.root);
}

function traceOf(
  { calls, tensors: recorded, inputs, outputs }: Recording,
  branches: Branches,
  rootModules: string,
): Trace {
  const tensors = recorded.map(({ elements, ...rest }) => ({
    ...rest,
    elements: elements === undefined ? null : wrap(elements),
  }));
  return { calls: withoutDead(branches.nest(calls, tensors), outputs), tensors, inputs, outputs, rootModules };
}

/** The places of the tensors in a value. */
export function tensorsIn(value: RecordedValue, found: number[] = []): number[] {
  if (Array.isArray(value)) for (const item of value as readonly RecordedValue[]) tensorsIn(item, found);
  else if (typeof value === 'object' && value !== null && 't' in value) found.push(value.t);
  return found;
}

/** Leaves out calls whose results nobody uses, unless they write to a tensor or draw random numbers. */
export function withoutDead(calls: readonly TracedCall[], outputs: readonly number[]): TracedCall[] {
  const used = new Set(outputs);
  const kept: TracedCall[] = [];
  for (const call of [...calls].reverse()) {
    const made = tensorsIn(call.results);
    const written = made.filter((id) => tensorsIn(call.inputs).includes(id));
    const lives = call.writes || call.random || written.length > 0 || made.some((id) => used.has(id));
    if (!lives) continue;
    for (const id of tensorsIn(call.inputs)) used.add(id);
    kept.push(call);
  }
  return kept.reverse();
}
