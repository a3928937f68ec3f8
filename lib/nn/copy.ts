import { clone, detach } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { withoutGrad } from '../native/grad-mode';
import { copyHooks } from './module-hooks';
import { remakeNative } from './layer';
import { Module } from './module';
import { type Parameter, sameKind } from './parameter';
import { Items, ModuleState } from './module-state';
import { refuseSurplus } from '../arguments/read';

/**
 * A copy of a module with tensors of its own, as Python's `copy.deepcopy`: tied tensors stay tied, and gradients are
 * not copied. Properties are copied without running constructors; a class with `#private` fields cannot be copied.
 *
 * @example
 * const teacher = nn.deepCopy(student).eval();
 */
export function deepCopy<M extends Module>(module: M, ...surplus: []): M {
  refuseSurplus('deepCopy', 1, surplus);
  return withoutGrad(() => copyModule(module, new Map())) as M;
}

type Memo = Map<object, unknown>;

/** A class whose copies are made by its constructor. @internal */
export interface Remade {
  remade(copy: <M extends Module>(inner: M) => M): Module;
}

function isRemade(module: Module): module is Module & Remade {
  return typeof (module as Partial<Remade>).remade === 'function';
}

function copyModule(module: Module, memo: Memo): Module {
  const known = memo.get(module);
  if (known) return known as Module;
  if (!isRemade(module)) return copyMembers(module, memo);
  const copy = module.remade((inner) => copyModule(inner, memo) as typeof inner);
  memo.set(module, copy);
  copy.state.training = module.state.training;
  copyHooks(module, copy);
  return copy;
}

function copyMembers(module: Module, memo: Memo): Module {
  const copy = Object.create(Object.getPrototypeOf(module) as object) as Module;
  memo.set(module, copy);
  const state = new ModuleState();
  Object.defineProperty(copy, 'state', { value: state });
  state.training = module.state.training;
  for (const [name, computed] of module.state.computed) state.computed.set(name, computed);
  copyProperties(module, copy, memo);
  const { items, native } = module.state;
  if (items) state.items = new Items([...items].map(([name, item]) => [name, copyValue(item, memo)]));
  if (native) remakeNative(copy, native);
  copyHooks(module, copy);
  return copy;
}

function copyProperties(module: Module, copy: Module, memo: Memo): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
    const slot = module.state.slots.get(name);
    if (slot) {
      const value = copyValue(slot.value, memo);
      if (slot.kind === 'parameter') copy.registerParameter(name, value as Parameter | null);
      else copy.registerBuffer(name, value as Tensor | null, { persistent: slot.persistent });
    } else if (name === 'table' || descriptor.get) {
      Object.defineProperty(copy, name, descriptor);
    } else if (name !== 'state') {
      Object.defineProperty(copy, name, { ...descriptor, value: copyValue(descriptor.value, memo) });
    }
  }
}

function copyTensor(tensor: Tensor): Tensor {
  return sameKind(tensor, clone(detach(tensor)));
}

function copyValue(value: unknown, memo: Memo): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (memo.has(value)) return memo.get(value);
  if (value instanceof Module) return copyModule(value, memo);
  const copy = copyPlain(value, memo);
  memo.set(value, copy);
  return copy;
}

/** Tensors, arrays, maps, sets and plain objects are copied; objects of other classes are shared. */
function copyPlain(value: object, memo: Memo): unknown {
  const inner = (item: unknown): unknown => copyValue(item, memo);
  if (isTensor(value)) return copyTensor(value);
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, inner(item)]));
  if (value instanceof Set) return new Set([...value].map(inner));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]));
}
