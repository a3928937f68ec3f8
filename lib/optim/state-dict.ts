/** What an optimizer's state dict says, checked. */
import type { Tensor } from '../tensor/tensor';
import { fromPython, toPython } from './spelling';
import type { OptimizerStateDict, ParamGroup } from './types';
import { typeError } from '../errors';

/**
 * Called with each parameter and its state as they go into a state dict: whoever divides parameters among ranks says so of
 * their state. @internal
 */
export const packedStateObservers = new Set<(param: Tensor, state: Readonly<Record<string, unknown>>) => void>();

export function packGroup(group: ParamGroup, numbers: ReadonlyMap<Tensor, number>): Record<string, unknown> {
  const { params, ...options } = group;
  return { ...toPython(options), params: params.map((param) => numbers.get(param)) };
}

export function readGroups(dict: OptimizerStateDict): Record<string, unknown>[] {
  if (typeof dict.state !== 'object' || dict.state === null || !Array.isArray(dict.param_groups)) {
    throw typeError("an optimizer's state dict must have 'state' and 'param_groups'");
  }
  return dict.param_groups.map((group) => {
    const read = fromPython(group);
    if (!Array.isArray(read['params'])) throw typeError("a group of a state dict must have a list 'params'");
    return read;
  });
}

export function checkGroups(loaded: readonly Record<string, unknown>[], groups: readonly ParamGroup[]): void {
  if (loaded.length !== groups.length) {
    throw typeError('loaded state dict has a different number of parameter groups');
  }
  loaded.forEach(({ params }, i) => {
    if ((params as unknown[]).length === groups[i]?.params.length) return;
    throw typeError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
  });
}

interface Owner {
  readonly param: Tensor;
  /** The group as it was loaded. */
  readonly group: Readonly<Record<string, unknown>>;
}

/** The parameters by the numbers that the dict gives them. */
export function pairUp(loaded: readonly Record<string, unknown>[], groups: readonly ParamGroup[]): Map<number, Owner> {
  const owners = new Map<number, Owner>();
  loaded.forEach((group, i) => {
    (group['params'] as unknown[]).forEach((number, j) => {
      const param = groups[i]?.params[j];
      if (param) owners.set(Number(number), { param, group });
    });
  });
  return owners;
}
