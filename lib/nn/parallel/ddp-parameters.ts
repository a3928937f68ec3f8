import type { Tensor } from '../../ops/tensor-methods';
import type { Module } from '../module';
import { Embedding } from '../modules/embedding';
import { EmbeddingBag } from '../modules/embedding-bag';
import type { Parameter } from '../parameter';
import { join, ownParameters, walkModules } from '../walk';

/** What of a module DistributedDataParallel takes care of. */

/** Parameters and buffers go to the other ranks in pieces of at most so many bytes. */
export const BROADCAST_BYTES = 250 * 1024 * 1024;

const ignored = new WeakMap<Module, ReadonlySet<string>>();

export function setIgnored(module: Module, names: Iterable<string>): void {
  ignored.set(module, new Set(names));
}

export function ignoreOf(module: Module): ReadonlySet<string> {
  return ignored.get(module) ?? new Set();
}

/** A parameter whose gradient is reduced. */
export interface Managed {
  readonly name: string;
  readonly parameter: Parameter;
  readonly sparse: boolean;
}

/** The parameters that require a gradient, each once, in the order of definition. */
export function managedOf(module: Module, without: ReadonlySet<string>): Managed[] {
  const found = new Map<Parameter, Managed>();
  for (const [path, owner] of walkModules(module)) {
    const sparse = (owner instanceof Embedding || owner instanceof EmbeddingBag) && owner.sparse;
    for (const { key, value: parameter } of ownParameters(owner)) {
      const name = join(path, key);
      if (!parameter.requiresGrad || without.has(name) || found.has(parameter)) continue;
      found.set(parameter, { name, parameter, sparse });
    }
  }
  return [...found.values()];
}

export function buffersOf(module: Module, without: ReadonlySet<string>): Tensor[] {
  return module.namedBuffers().flatMap(([name, buffer]) => (without.has(name) ? [] : [buffer]));
}

/** What all ranks have the same of: parameters, and buffers if they are sent. */
export function statesOf(module: Module, without: ReadonlySet<string>, withBuffers: boolean): Tensor[] {
  const parameters = module.namedParameters().flatMap(([name, value]) => (without.has(name) ? [] : [value]));
  return withBuffers ? [...parameters, ...buffersOf(module, without)] : parameters;
}
