import type { Module } from '../../nn/module';
import { DistributedDataParallel } from '../../nn/parallel/index';
import type { Tensor } from '../../tensor/tensor';

/** Names of parameters as they are without DistributedDataParallel around them: fully qualified names. */

/** Turns names of a model's parameters into those without wrappers. @internal */
export class Names {
  /** What a wrapper puts before the names of what it wraps, the longest first. */
  readonly #wrappers: readonly string[];

  constructor(model: Module) {
    this.#wrappers = model
      .namedModules()
      .filter(([, module]) => module instanceof DistributedDataParallel)
      .map(([name]) => (name === '' ? '' : `${name}.`))
      .sort((a, b) => b.length - a.length);
  }

  fqnOf(name: string): string {
    return this.#wrappers.reduce((fqn, prefix) => {
      const wrapped = `${prefix}module.`;
      return fqn.startsWith(wrapped) ? prefix + fqn.slice(wrapped.length) : fqn;
    }, name);
  }
}

/** The names of each parameter: several where modules share it. @internal */
export function namesByParameter(model: Module): Map<Tensor, string[]> {
  const names = new Names(model);
  const found = new Map<Tensor, string[]>();
  for (const [name, parameter] of model.namedParameters({ removeDuplicate: false })) {
    found.set(parameter, [...(found.get(parameter) ?? []), names.fqnOf(name)]);
  }
  return found;
}
