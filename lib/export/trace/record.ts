import { callingPlace } from '../../errors';
import { native } from '../../native/binding';
import type { Recording } from '../../native/contract/trace';
import { whileRecorded } from '../../nn/recorded';
import type { Module } from '../../nn/module';
import { withBranchRecorder } from '../../ops/python/branches';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { Branches } from './branches';
import { type Trace, withoutDead } from './calls';
import { ModuleStack } from './module-stack';

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
