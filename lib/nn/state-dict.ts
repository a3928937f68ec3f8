import { sizeText } from '../arguments/extents';
import { detach, select } from '../ops/generated/functions';
import { type Field, value } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { runtimeError } from '../errors';
import { markOrderedDict, orderedDictAttributes } from '../serialization/values';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { asFunction } from '../ops/dispatch/operator';
import { withoutGrad } from '../native/grad-mode';
import { IncompatibleKeys, Loading, type StateDict } from './loaded';
import type { Module } from './module';
import { Buffer, Parameter, sameKind } from './parameter';
import { ownBuffers, ownChildren, ownParameters } from './walk';

export { IncompatibleKeys, Loading, type StateDict } from './loaded';

/** What can be loaded: an object or a Map. */
export type StateDictLike = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

export interface StateDictOptions {
  /** Put before each name; ends with a dot. */
  readonly prefix?: string;
  /** Give the parameters themselves instead of detached tensors over the same storage. */
  readonly keepVars?: boolean;
}

export interface LoadOptions {
  /** Require the same names in the dict and the module. The default is true. */
  readonly strict?: boolean;
  /** Take the tensors themselves, with their dtype and device, instead of copying their values. */
  readonly assign?: boolean;
}

const copy_ = asFunction<(target: Tensor, source: Tensor) => Tensor>('aten::copy_');

interface Entry {
  readonly key: string;
  readonly property: string;
  readonly value: Tensor;
}

/** The entries of a module's own tensors, without its children. */
function ownEntries(module: Module): Entry[] {
  const { slots } = module.state;
  const buffers = ownBuffers(module).filter(
    ({ property, value }) => slots.get(property)?.persistent ?? (value instanceof Buffer && value.persistent),
  );
  return [...ownParameters(module), ...buffers];
}

/** Whether the class has a `getExtraState` (or `setExtraState`) of its own. */
function hasExtraState(module: Module, method: 'getExtraState' | 'setExtraState' = 'getExtraState'): boolean {
  const base = baseOf(module);
  return module[method] !== base[method];
}

/** Module's prototype, which this file cannot import. */
function baseOf(module: Module): Module {
  let prototype = Object.getPrototypeOf(module) as Module;
  while (!Object.hasOwn(prototype, 'loadStateDict')) prototype = Object.getPrototypeOf(prototype) as Module;
  return prototype;
}

function loadExtraState(module: Module, loading: Loading, prefix: string, own: Set<string>): void {
  const key = `${prefix}_extra_state`;
  if (!hasExtraState(module, 'setExtraState')) return;
  own.add('_extra_state');
  if (loading.entries.has(key)) module.setExtraState(loading.entries.get(key));
  else loading.missing.push(key);
}

export function saveStateDict(module: Module, { prefix, keepVars }: Required<StateDictOptions>): StateDict {
  const tensors: StateDict = {};
  const metadata = new Map<string, object>();
  const visit = (current: Module, path: string): void => {
    for (const hook of current.state.hooks?.preStateDict ?? []) hook(current, path, keepVars);
    metadata.set(path.slice(0, -1), { version: current.stateVersion() });
    for (const { key, value } of ownEntries(current)) tensors[path + key] = keepVars ? value : detach(value);
    // Python allows anything there.
    if (hasExtraState(current)) tensors[`${path}_extra_state`] = current.getExtraState() as Tensor;
    for (const { key, value } of ownChildren(current)) visit(value, `${path}${key}.`);
    for (const hook of current.state.hooks?.stateDict ?? []) hook(current, tensors, path);
  };
  visit(module, prefix);
  return markOrderedDict(tensors, { _metadata: markOrderedDict(metadata) });
}

/** A state dict as an argument: any object that has names, a Map included. @internal */
export const stateDictField: Field<StateDictLike> = {
  ...value<StateDictLike>('a state dict, which is an object or Map of tensors by name', isStateDict),
  object: true,
};

function isStateDict(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return given instanceof Map || isPlainObject(given);
}

function readEntries(stateDict: StateDictLike): Map<string, unknown> {
  if (stateDict instanceof Map) return new Map(stateDict as ReadonlyMap<string, unknown>);
  return new Map(Object.entries(stateDict));
}

export function loadStateDict(
  module: Module,
  stateDict: StateDictLike,
  { strict, assign }: Required<LoadOptions>,
): IncompatibleKeys {
  const entries = readEntries(stateDict);
  const attributes = orderedDictAttributes(stateDict) as { _metadata?: unknown } | null;
  const loading = new Loading(entries, assign, attributes?._metadata);
  withoutGrad(() => loadTree(module, loading, ''));
  const { missing, unexpected, errors } = loading;
  if (strict && unexpected.length) errors.unshift(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  if (strict && missing.length) errors.unshift(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  if (errors.length) {
    const report = errors.join('\n\t');
    throw runtimeError(`Error(s) in loading state_dict for ${module.constructor.name}:\n\t${report}`, {
      code: 'ERR_TORCH_STATE_DICT',
    });
  }
  return new IncompatibleKeys(missing, unexpected);
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

function loadTree(module: Module, loading: Loading, prefix: string): void {
  for (const hook of module.state.hooks?.preLoad ?? []) hook(module, loading, prefix);
  module.beforeLoad(loading, prefix);
  const own = new Set<string>();
  for (const entry of ownEntries(module)) {
    own.add(entry.key);
    loadEntry(module, entry, prefix + entry.key, loading);
  }
  loadExtraState(module, loading, prefix, own);
  const children = ownChildren(module);
  findUnexpected(loading, prefix, own, new Set(children.map(({ key }) => key)));
  for (const { key, value } of children) loadTree(value, loading, `${prefix}${key}.`);
  const keys = new IncompatibleKeys(loading.missing, loading.unexpected);
  for (const hook of module.state.hooks?.postLoad ?? []) hook(module, keys);
}

/** Names that are neither one of the module's own nor below one of its children. */
function findUnexpected(
  loading: Loading,
  prefix: string,
  own: ReadonlySet<string>,
  children: ReadonlySet<string>,
): void {
  for (const key of loading.entries.keys()) {
    if (!key.startsWith(prefix)) continue;
    const local = key.slice(prefix.length);
    const dot = local.indexOf('.');
    const expected = dot < 0 ? own.has(local) : children.has(local.slice(0, dot));
    if (!expected) loading.unexpected.push(key);
  }
}

function loadEntry(module: Module, entry: Entry, key: string, loading: Loading): void {
  const { entries, errors } = loading;
  if (!entries.has(key)) {
    loading.missing.push(key);
    return;
  }
  const given = entries.get(key);
  if (!isTensor(given)) {
    errors.push(
      `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint ` +
        `but received ${typeof given}`,
    );
    return;
  }
  const source = entry.value.ndim === 0 && given.numel() === 1 && given.ndim === 1 ? select(given, 0, 0) : given;
  if (!sameShape(source, entry.value)) {
    errors.push(
      `size mismatch for ${key}: copying a param with shape ${sizeText(source.shape)} from checkpoint, ` +
        `the shape in current model is ${sizeText(entry.value.shape)}.`,
    );
    return;
  }
  try {
    if (loading.assign) assignTensor(module, entry, source);
    else copy_(entry.value, source);
  } catch (error) {
    errors.push(
      `While copying the parameter named "${key}", whose dimensions in the model are ${sizeText(entry.value.shape)} and ` +
        `whose dimensions in the checkpoint are ${sizeText(source.shape)}, an exception occurred : ${String(error)}.`,
    );
  }
}

function assignTensor(module: Module, { property, value }: Entry, source: Tensor): void {
  module.replaceMember(property, source instanceof Parameter ? source : sameKind(value, source));
}

function sameShape(a: Tensor, b: Tensor): boolean {
  const other = b.shape;
  return a.shape.length === other.length && a.shape.every((extent, i) => extent === other[i]);
}
