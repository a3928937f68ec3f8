import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { keyError, runtimeError, typeError } from '../../errors';
import { typeName } from '../../arguments/describe';
import type { Optimizer } from '../../optim/optimizer';
import { toPython } from '../../optim/spelling';
import { isTensor, type Tensor } from '../../tensor/tensor';

/** The state of optimizers by fully qualified names, in Python's spelling. */
export interface OptimizersState {
  /** The state of each parameter by its name. */
  state: Record<string, Record<string, unknown>>;
  /** The options of each group, with the names of its parameters. */
  param_groups: (Record<string, unknown> & { params: string[] })[];
}

/** The state of optimizers as one flat dict: `state.weight.step`, `param_groups.weight.lr`. */

/** @internal */
export function flattenOptimizerState({ state, param_groups: groups }: OptimizersState): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  const visit = (prefix: string, dict: object): void => {
    for (const [key, value] of entriesOf(dict)) {
      const name = `${prefix}.${String(key)}`;
      if (isMap(value) || isPlainObject(value)) visit(name, value);
      else flat[name] = supported(value);
    }
  };
  for (const [fqn, entry] of Object.entries(state)) visit(`state.${fqn}`, entry);
  for (const { params, ...options } of groups) {
    for (const fqn of params) {
      for (const [key, value] of Object.entries(options)) flat[`param_groups.${fqn}.${key}`] = value;
    }
  }
  return flat;
}

function supported(value: unknown): unknown {
  if (isTensor(value) || typeof value === 'number' || typeof value === 'boolean') return value;
  throw typeError(
    `Flattening optimizer state_dict only supports tensor, int, float, dict states now. Type is ${typeName(value)}.`,
  );
}

/** The nested form of a flat dict, for the parameters of one optimizer. @internal */
export function unflattenOptimizerState(
  optimizer: Optimizer,
  flat: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<Tensor, readonly string[]>,
): ReadonlyMap<string, unknown> {
  const state: Record<string, unknown> = {};
  const groups = optimizer.paramGroups.map((group) => {
    const { params, ...options } = group;
    const fqns = params.map((param) => usedName(param, Object.keys(toPython(options)), flat, names));
    params.forEach((param, i) => {
      const keys = Object.keys(toPython(optimizer.state.get(param) ?? {}));
      const fqn = fqns[i] as string;
      if (param.requiresGrad)
        state[fqn] = Object.fromEntries(keys.map((key) => [key, valueAt(flat, `state.${fqn}.${key}`)]));
    });
    return { ...groupOptions(Object.keys(toPython(options)), fqns, flat), params: fqns };
  });
  return new Map<string, unknown>([
    ['state', state],
    ['param_groups', groups],
  ]);
}

/** Of several names of a shared parameter, the one that was saved. */
function usedName(
  param: Tensor,
  [firstOption = 'lr']: readonly string[],
  flat: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<Tensor, readonly string[]>,
): string {
  const fqns = names.get(param) ?? [];
  const name = fqns.find((fqn) => flat.has(`param_groups.${fqn}.${firstOption}`)) ?? fqns[0];
  if (name === undefined) throw keyError("a parameter of the optimizer is not one of the model's");
  return name;
}

function groupOptions(keys: readonly string[], fqns: readonly string[], flat: ReadonlyMap<string, unknown>): object {
  const [first] = fqns;
  const options = keys.map((key) => {
    const value = flat.get(`param_groups.${first}.${key}`);
    const other = fqns.find((fqn) => !same(flat.get(`param_groups.${fqn}.${key}`), value));
    if (other === undefined) return [key, value] as const;
    throw runtimeError(
      'All the parameters in the same parameter group should have the same saved param_group value. But ' +
        `${first}.${key} differs from ${other}.${key}.`,
    );
  });
  return Object.fromEntries(options.filter(([, value]) => value !== undefined));
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
  return isTensor(a) && isTensor(b) ? a === b || a.equal(b) : Object.is(a, b);
}

/** The value of a name, or a dict of what lies below it. */
function valueAt(flat: ReadonlyMap<string, unknown>, name: string): unknown {
  if (flat.has(name)) return flat.get(name);
  const below = [...flat].filter(([key]) => key.startsWith(`${name}.`));
  if (below.length === 0) throw keyError(`the flat state dict of the optimizer has no ${name}`);
  const dict: Record<string, unknown> = {};
  for (const [key, value] of below) {
    const steps = key.slice(name.length + 1).split('.');
    const inner = steps.slice(0, -1).reduce<Record<string, unknown>>((at, step) => {
      return (at[step] ??= {}) as Record<string, unknown>;
    }, dict);
    inner[steps.at(-1) as string] = value;
  }
  return dict;
}
