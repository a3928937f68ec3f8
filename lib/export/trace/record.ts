import { callingPlace } from '../../errors';
import { native } from '../../native/binding';
import type { RecordedCall, RecordedForm, RecordedTensor, RecordedValue, Recording } from '../../native/contract/trace';
import { whileRecorded } from '../../nn/recorded';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';

export type { RecordedCall, RecordedForm, RecordedTensor, RecordedValue };

/** A tensor that a forward has met, and if it came from nowhere that is recorded, its elements. */
export interface SeenTensor extends Omit<RecordedTensor, 'elements'> {
  readonly elements: Tensor | null;
}

/** One run of a forward as calls of operators. */
export interface Trace {
  readonly calls: readonly RecordedCall[];
  readonly tensors: readonly SeenTensor[];
  /** For each tensor that was given, its place in `tensors`. */
  readonly inputs: readonly number[];
  /** The same for each tensor of the outputs. */
  readonly outputs: readonly number[];
}

/** Where in the user's program a call stands, as `forward (model.ts:12:7)`. */
function place(): string {
  return callingPlace().trim().replace(/^at /, '');
}

/**
 * Runs `body` and records the operators that it calls. `given` are the tensors that come from outside: inputs, parameters,
 * buffers. `body` returns the tensors among its outputs.
 */
export function record(given: readonly Tensor[], body: () => readonly Tensor[]): Trace {
  native.beginRecording(place, given.map(handleOf));
  let outputs: readonly Tensor[] | null = null;
  let recording: Recording | null = null;
  try {
    outputs = whileRecorded(body);
  } finally {
    recording = native.endRecording(outputs && outputs.map(handleOf));
  }
  return traceOf(recording as Recording);
}

function traceOf({ calls, tensors, inputs, outputs }: Recording): Trace {
  return {
    calls: withoutDead(calls, outputs),
    tensors: tensors.map(({ elements, ...rest }) => ({
      ...rest,
      elements: elements === undefined ? null : wrap(elements),
    })),
    inputs,
    outputs,
  };
}

/** The places of the tensors in a value. */
export function tensorsIn(value: RecordedValue, found: number[] = []): number[] {
  if (Array.isArray(value)) for (const item of value as readonly RecordedValue[]) tensorsIn(item, found);
  else if (typeof value === 'object' && value !== null && 't' in value) found.push(value.t);
  return found;
}

/** Leaves out calls whose results nobody uses, unless they write to a tensor or draw random numbers. */
function withoutDead(calls: readonly RecordedCall[], outputs: readonly number[]): RecordedCall[] {
  const used = new Set(outputs);
  const kept: RecordedCall[] = [];
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
