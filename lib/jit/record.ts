import { native } from '../native/binding';
import type { ScriptBox, TracedModule } from '../native/contract/jit';
import { show } from '../arguments/describe';
import { snakeCase } from '../arguments/names';
import { typeError } from '../errors';
import { signatureOf } from '../nn/forward-arguments';
import type { Module } from '../nn/module';
import { ownBuffers, ownChildren, ownParameters } from '../nn/walk';
import { type Tensor, handleOf } from '../ops/tensor-methods';
import { decodeTagged, encodeTagged, isTaggable, tensorsOf } from './tagged-values';

/** One run of a model under libtorch's tracer. */

/** What is traced: a module, or a function without parameters. */
export interface Target {
  /** Null for a function. */
  readonly module: Module | null;
  readonly run: (...inputs: unknown[]) => unknown;
  readonly name: string;
}

export interface RecordOptions {
  readonly strict: boolean;
  /** What the arguments are called in the graph. */
  readonly names: readonly string[];
}

/** Runs the target and returns the module that libtorch has recorded. */
export function record(target: Target, inputs: readonly unknown[], { strict, names }: RecordOptions): ScriptBox {
  const forward = (given: readonly unknown[]): unknown => encodeOutput(target.run(...given.map(decodeTagged)));
  const { module } = target;
  const mirrored = module
    ? mirror(module, new Map())
    : { identity: 0, name: identifier(target.name), training: false, tensors: [], children: [] };
  return native.jitTrace(mirrored, encodeTagged(inputs, 'tuple'), names, strict, forward);
}

/** The names of the arguments: those given, or those that the class of a layer has declared. */
export function argumentNames({ module }: Target, count: number, given: readonly string[] | null): string[] {
  if (given) return given.map(identifier);
  const prototype = module ? (Object.getPrototypeOf(module) as object) : null;
  const declared = prototype ? (signatureOf(prototype)?.names ?? []) : [];
  if (declared.length >= count) return declared.slice(0, count).map(snakeCase);
  return Array.from({ length: count }, (_, i) => (count === 1 ? 'x' : `x${i + 1}`));
}

function encodeOutput(output: unknown): unknown {
  if (typeof (output as Partial<Promise<unknown>> | null | undefined)?.then === 'function') {
    throw typeError('torch.jit.trace: forward returned a Promise; only a synchronous one can be traced');
  }
  if (!isTaggable(output) || tensorsOf(output).length === 0) {
    const hint = output === undefined ? ' (a forgotten return?)' : '';
    throw typeError(
      `torch.jit.trace: forward should return a Tensor, or an array or object of tensors, got ${show(output)}${hint}`,
    );
  }
  return encodeTagged(output, 'tuple');
}

/** A module's tree with its tensors, each module once. */
function mirror(module: Module, known: Map<Module, TracedModule>): TracedModule {
  const made = known.get(module);
  if (made) return made;
  const tensors = [
    ...ownParameters(module).map(({ key, value }) => row(key, value, true)),
    ...ownBuffers(module).map(({ key, value }) => row(key, value, false)),
  ];
  const children: [string, TracedModule][] = [];
  const { training } = module;
  const name = identifier(module.constructor.name);
  const result = { identity: known.size + 1, name, training, tensors, children };
  known.set(module, result);
  for (const { key, value } of ownChildren(module)) children.push([key, mirror(value, known)]);
  return result;
}

function row(name: string, tensor: Tensor, isParameter: boolean): [string, number, boolean] {
  return [name, handleOf(tensor), isParameter];
}

function identifier(name: string): string {
  const clean = name.replace(/\W/g, '_');
  return /^[A-Za-z_]/.test(clean) ? clean : `_${clean}`;
}
