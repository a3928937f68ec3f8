import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { Module } from './module';
import { Buffer, Parameter } from './parameter';
import { isModule } from './module-state';
import { typeError } from '../errors';

/** How a module's tree is walked: own properties in order, as Python walks `_parameters`, `_buffers`, `_modules`. */

export interface Member<T> {
  /** The name that the program uses. */
  readonly property: string;
  /** The name in state dicts and in print. */
  readonly key: string;
  readonly value: T;
}

/** A plain array would be left out of training and checkpoints without notice. */
function refuseArray(module: Module, property: string, values: readonly unknown[]): void {
  const refuse = (plural: string, list: string): never => {
    throw typeError(
      `${module.constructor.name}.${property} is a plain array of ${plural}, which are not found in it: ` +
        `use new ${list}([...])`,
    );
  };
  if (values.some(isModule)) refuse('modules', 'nn.ModuleList');
  if (values.some((value) => value instanceof Parameter)) refuse('parameters', 'nn.ParameterList');
}

function members<T>(module: Module, select: (value: unknown, property: string) => value is T): Member<T>[] {
  const found: Member<T>[] = [];
  for (const [property, value] of module.members()) {
    if (Array.isArray(value)) refuseArray(module, property, value);
    if (select(value, property)) found.push({ property, key: module.keyOf(property), value });
  }
  return found;
}

/** The parameters that are the module's own. */
export function ownParameters(module: Module): Member<Parameter>[] {
  return members(module, (value) => value instanceof Parameter);
}

/** The buffers that are the module's own. */
export function ownBuffers(module: Module): Member<Tensor>[] {
  const { slots } = module.state;
  return members(
    module,
    (value, property): value is Tensor =>
      value instanceof Buffer || (isTensor(value) && slots.get(property)?.kind === 'buffer'),
  );
}

/** The direct children; one that occurs twice is listed twice. */
export function ownChildren(module: Module): Member<Module>[] {
  return members(module, isModule);
}

export interface WalkOptions {
  /** Put before each name, with a dot. */
  readonly prefix?: string;
  /** List a module or tensor that occurs twice only once. The default is true. */
  readonly removeDuplicate?: boolean;
}

export function join(prefix: string, name: string): string {
  return prefix ? `${prefix}.${name}` : name;
}

/** The module and everything below it, parents first. */
export function* walkModules(
  module: Module,
  { prefix = '', removeDuplicate = true }: WalkOptions = {},
  name: 'key' | 'property' = 'key',
  seen = new Set<Module>(),
): Generator<[string, Module]> {
  if (seen.has(module)) return;
  if (removeDuplicate) seen.add(module);
  yield [prefix, module];
  for (const child of ownChildren(module)) {
    yield* walkModules(child.value, { prefix: join(prefix, child[name]), removeDuplicate }, name, seen);
  }
}

/** What `own` lists of the module and, with `recurse`, of everything below it. */
export function collect<T extends Tensor>(
  module: Module,
  own: (module: Module) => Member<T>[],
  options: WalkOptions & { readonly recurse?: boolean },
): [string, T][] {
  const { prefix = '', recurse = true, removeDuplicate = true } = options;
  const modules = recurse ? walkModules(module, { prefix, removeDuplicate }) : [[prefix, module] as [string, Module]];
  const seen = new Set<T>();
  const found: [string, T][] = [];
  for (const [path, owner] of modules) {
    for (const { key, value } of own(owner)) {
      if (seen.has(value)) continue;
      if (removeDuplicate) seen.add(value);
      found.push([join(path, key), value]);
    }
  }
  return found;
}
