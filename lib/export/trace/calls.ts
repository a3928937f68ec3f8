import type { RecordedCall, RecordedForm, RecordedTensor, RecordedValue } from '../../native/contract/trace';
import type { Tensor } from '../../ops/tensor-methods';

export type { RecordedForm, RecordedValue };

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
