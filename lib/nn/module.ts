// One class, as in Python, and so longer than other files.
import { inspect } from 'node:util';
import { article, nameOf } from '../arguments/describe';
import { bool, callback, keyword, nullable, required, str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { something } from '../tensor/arguments';
import { type DeviceLike, isDeviceLike } from '../tensor/device';
import { DType, bfloat16, float16, float32, float64 } from '../tensor/dtype';
import { keyError, runtimeError, typeError, valueError } from '../errors';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import { wrapForward } from './call';
import { type Destination, castTo, convert, convertTo, emptyOn, readDestination, zeroGradient } from './convert';
import {
  type BackwardHook,
  type BackwardPreHook,
  type ForwardHook,
  type ForwardPreHook,
  type HookHandle,
  addHook,
} from './module-hooks';
import { Parameter } from './parameter';
import { printModule } from './print';
import { ModuleState, type NamedBuffer, type NamedParameter, type Slot } from './state';
import {
  type IncompatibleKeys,
  type LoadOptions,
  type Loading,
  type StateDict,
  type StateDictLike,
  type StateDictOptions,
  loadStateDict,
  saveStateDict,
  stateDictField,
} from './state-dict';
import { type WalkOptions, collect, ownBuffers, ownChildren, ownParameters, walkModules } from './walk';

export interface MemberOptions extends WalkOptions {
  /** Also what lies in modules below. The default is true. */
  readonly recurse?: boolean;
}

const MEMBERS = { prefix: str(''), recurse: bool(true), removeDuplicate: bool(true) };
const RECURSE = { recurse: bool(true) };
const MODULES = { removeDuplicate: bool(true) };
const WALK = { prefix: keyword(str('')), removeDuplicate: bool(true) };
const given = required(nullable(something()));
const PARAMETER = { name: str(), param: given };
const BUFFER = { name: str(), tensor: given, persistent: bool(true) };
const CHILD = { name: str(), module: given };
const TARGET = { target: str() };
const SUBMODULE = { target: str(), module: given, strict: bool(false) };

type MemberArguments =
  | [options?: MemberOptions]
  | [prefix: string, recurse?: boolean, removeDuplicate?: boolean | Pick<MemberOptions, 'removeDuplicate'>];
const APPLY = { fn: required(callback<(module: Module) => void>()) };
const TRAIN = { mode: { ...bool(true), refuse: notAMode } };
const REQUIRES_GRAD = { requiresGrad: bool(true) };
const ZERO_GRAD = { setToNone: bool(true) };
const TYPE = { dstType: value<DType>('a dtype', (v) => v instanceof DType) };
const CUDA = {
  device: nullable(value<number | DeviceLike>('a device or its number', (v) => isDeviceLike(v) || Number.isInteger(v))),
};
const TO_EMPTY = { device: keyword(value<DeviceLike>('a device', isDeviceLike)), recurse: bool(true) };
const STATE_DICT = { prefix: keyword(str('')), keepVars: bool(false) };
const LOAD = { stateDict: stateDictField, strict: bool(true), assign: bool(false) };

function notAMode(): Error {
  return valueError('training mode is expected to be boolean');
}

const hook = value<unknown>('a function', (v) => typeof v === 'function');
const HOOK = { hook };
const FORWARD = { hook, prepend: keyword(bool(false)) };
const BACKWARD = { hook, prepend: bool(false) };

/** To a device of a type: its number, or a name. */
function moveTo<M extends Module>(module: M, type: 'cuda' | 'xpu' | 'ipu' | 'mtia', args: readonly unknown[]): M {
  const device = readArguments(`Module.${type}`, CUDA, args).device ?? type;
  return convertTo(module, { device: typeof device === 'number' ? `${type}:${device}` : device });
}

/**
 * The base of all neural network modules. A subclass assigns its children and parameters to properties, in the
 * constructor or as class fields, and implements `forward`. Properties are found in the order in which they were
 * defined. `#private` ones are not found. A plain array of modules is an error: use `nn.ModuleList`.
 *
 * Hooks run whenever `forward` is called.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html
 * @example
 * class Net extends nn.Module {
 *   readonly hidden = new nn.Linear(4, 8);
 *   readonly out = new nn.Linear(8, 2);
 *   override forward(x: torch.Tensor): torch.Tensor {
 *     return this.out.forward(this.hidden.forward(x).relu());
 *   }
 * }
 * const net = new Net();
 * net.forward(torch.ones([3, 4])).shape; // [3, 2]
 */
export class Module {
  /** @internal */
  readonly state!: ModuleState;

  constructor(...args: []) {
    takesNothing(this.constructor.name, args);
    Object.defineProperty(this, 'state', { value: new ModuleState() });
    wrapForward(this);
  }

  /** Computes the output; subclasses implement it. */
  forward(..._inputs: never[]): unknown {
    throw runtimeError(`Module [${this.constructor.name}] is missing the required "forward" function`, {
      code: 'ERR_TORCH_NOT_IMPLEMENTED',
    });
  }

  // What it consists of: parameters, buffers and children, by property and by Python's name.

  /** Python's name of a property: what state dicts, `namedParameters` and printing call it. */
  keyOf(property: string): string {
    return property;
  }

  /** Properties with what they hold, in order. Containers list their items. @internal */
  members(): Iterable<[property: string, value: unknown]> {
    const { items } = this.state;
    return items ? [...Object.entries(this), ...items] : Object.entries(this);
  }

  /** Puts another value into a member. @internal */
  replaceMember(property: string, value: unknown): void {
    const { items } = this.state;
    if (items?.has(property)) items.set(property, value);
    else (this as Record<string, unknown>)[property] = value;
  }

  private registerSlot(property: string, slot: Slot, check: (value: unknown) => void): void {
    if (property === '' || property.includes('.')) {
      throw keyError(`a parameter or buffer cannot be called '${property}'`);
    }
    const present = (this as Record<string, unknown>)[property];
    // A class field may hold the very tensor already: it declares what is registered.
    if (!this.state.slots.has(property) && property in this && present != null && present !== slot.value) {
      throw keyError(`attribute '${property}' already exists`);
    }
    check(slot.value);
    if (slot.value) keep(slot.value);
    this.state.slots.set(property, slot);
    const set = (value: Tensor | null): void => {
      check(value);
      if (value) keep(value);
      slot.value = value;
      this.tensorReplaced(property, value);
    };
    Object.defineProperty(this, property, { get: () => slot.value, set, enumerable: true, configurable: true });
  }

  /** Adds a parameter under a name. `null` stands for a parameter that this module does not have. */
  registerParameter(...args: [name: string, param: Parameter | null]): void {
    const { name, param: parameter } = readArguments('Module.registerParameter', PARAMETER, args);
    const check = (value: unknown): void => {
      if (value === null || value instanceof Parameter) return;
      throw typeError(`cannot assign ${describe(value)} as parameter '${name}' (nn.Parameter or null expected)`);
    };
    this.registerSlot(name, { kind: 'parameter', value: parameter as Parameter | null, persistent: true }, check);
  }

  /** Adds a tensor that is state but not learned. A persistent one is part of the state dict. */
  registerBuffer(
    ...args: [name: string, tensor: Tensor | null, persistent?: boolean | { readonly persistent?: boolean }]
  ): void {
    const { name, tensor, persistent } = readArguments('Module.registerBuffer', BUFFER, args);
    const check = (value: unknown): void => {
      if (value === null || isTensor(value)) return;
      throw typeError(`cannot assign ${describe(value)} as buffer '${name}' (Tensor or null expected)`);
    };
    this.registerSlot(name, { kind: 'buffer', value: tensor as Tensor | null, persistent }, check);
  }

  /** Adds a child under a name, as assigning it to a property does. */
  registerModule(...args: [name: string, module: Module]): void {
    const { name, module } = readArguments('Module.registerModule', CHILD, args);
    if (!(module instanceof Module)) throw typeError(`${describe(module)} is not a Module`);
    if (name === '' || name.includes('.')) throw keyError(`module name can't be '${name}'`);
    (this as Record<string, unknown>)[name] = module;
  }

  addModule(...args: [name: string, module: Module]): void {
    const { name, module } = readArguments('Module.addModule', CHILD, args);
    this.registerModule(name, module as Module);
  }

  /** Called when a registered parameter or buffer has been replaced. @internal */
  tensorReplaced(_property: string, _value: Tensor | null): void {
    // Only layers with tensors outside of their properties care.
  }

  /** All parameters, each once. */
  parameters(...args: [recurse?: boolean | { readonly recurse?: boolean }]): Parameter[] {
    return this.namedParameters(readArguments('Module.parameters', RECURSE, args)).map(([, parameter]) => parameter);
  }

  namedParameters(...args: MemberArguments): NamedParameter[] {
    return collect(this, ownParameters, readArguments('Module.namedParameters', MEMBERS, args));
  }

  buffers(...args: [recurse?: boolean | { readonly recurse?: boolean }]): Tensor[] {
    return this.namedBuffers(readArguments('Module.buffers', RECURSE, args)).map(([, buffer]) => buffer);
  }

  namedBuffers(...args: MemberArguments): NamedBuffer[] {
    return collect(this, ownBuffers, readArguments('Module.namedBuffers', MEMBERS, args));
  }

  /** The direct children, each once. */
  children(...args: []): Module[] {
    takesNothing('Module.children', args);
    return this.namedChildren().map(([, child]) => child);
  }

  namedChildren(...args: []): [name: string, module: Module][] {
    takesNothing('Module.namedChildren', args);
    const seen = new Set<Module>();
    return ownChildren(this).flatMap(({ key, value }) => (seen.has(value) ? [] : (seen.add(value), [[key, value]])));
  }

  /** This module and everything below it; with `removeDuplicate: false` as often as it occurs. */
  modules(...args: [removeDuplicate?: boolean | { readonly removeDuplicate?: boolean }]): Module[] {
    return this.namedModules(readArguments('Module.modules', MODULES, args)).map(([, module]) => module);
  }

  /**
   * All modules with their paths. Python's first argument, `memo`, does not exist here, and options are given by name.
   */
  namedModules(...args: [options?: WalkOptions]): [name: string, module: Module][] {
    return [...walkModules(this, readArguments('Module.namedModules', WALK, args))];
  }

  /** The module at a dotted path. */
  getSubmodule(...args: [target: string]): Module {
    return this.moduleAt(readArguments('Module.getSubmodule', TARGET, args).target);
  }

  private moduleAt(target: string): Module {
    return target === ''
      ? this
      : target.split('.').reduce<Module>((module, name) => childOf(module, name, target), this);
  }

  /** Puts a module at a dotted path; with `strict` only where there is one. */
  setSubmodule(...args: [target: string, module: Module, strict?: boolean | { readonly strict?: boolean }]): void {
    const { target, module: given, strict } = readArguments('Module.setSubmodule', SUBMODULE, args);
    const module = given as Module;
    if (target === '') throw valueError('Cannot set the submodule without a target name!');
    if (!(module instanceof Module)) throw typeError(`${describe(module)} is not a Module`);
    const dot = target.lastIndexOf('.');
    const parent = this.moduleAt(dot < 0 ? '' : target.slice(0, dot));
    const name = target.slice(dot + 1);
    const found = ownChildren(parent).find(({ key, property }) => key === name || property === name);
    if (found) parent.replaceMember(found.property, module);
    else if (strict) throw typeError(`${parent.constructor.name} has no submodule '${name}' (of '${target}')`);
    else parent.registerModule(name, module);
  }

  /** The parameter at a dotted path. */
  getParameter(...args: [target: string]): Parameter {
    const { target } = readArguments('Module.getParameter', TARGET, args);
    return this.tensorAt(target, ownParameters, 'parameter');
  }

  /** The buffer at a dotted path. */
  getBuffer(...args: [target: string]): Tensor {
    const { target } = readArguments('Module.getBuffer', TARGET, args);
    return this.tensorAt(target, ownBuffers, 'buffer');
  }

  private tensorAt<T>(
    target: string,
    own: (module: Module) => { key: string; property: string; value: T }[],
    what: string,
  ): T {
    const dot = target.lastIndexOf('.');
    const module = this.moduleAt(dot < 0 ? '' : target.slice(0, dot));
    const name = target.slice(dot + 1);
    const found = own(module).find(({ key, property }) => key === name || property === name);
    if (!found) throw typeError(`${module.constructor.name} has no ${what} '${name}'`);
    return found.value;
  }

  // Training, places and dtypes.

  /** Whether the module trains (dropout drops, batch norm updates its statistics) or predicts. */
  get training(): boolean {
    return this.state.training;
  }

  set training(training: boolean) {
    this.state.training = training;
  }

  /** Calls a function with each module below and then with this one; returns this module. */
  apply(...args: [fn: (module: Module) => void]): this {
    const { fn: visit } = readArguments('Module.apply', APPLY, args);
    for (const child of this.children()) child.apply(visit);
    visit(this);
    return this;
  }

  train(...args: [mode?: boolean | { readonly mode?: boolean }]): this {
    const { mode } = readArguments('Module.train', TRAIN, args);
    this.training = mode;
    for (const child of this.children()) child.train(mode);
    return this;
  }

  eval(...args: []): this {
    takesNothing('Module.eval', args);
    return this.train(false);
  }

  requiresGrad_(...args: [requiresGrad?: boolean | { readonly requiresGrad?: boolean }]): this {
    const { requiresGrad } = readArguments('Module.requiresGrad_', REQUIRES_GRAD, args);
    for (const parameter of this.parameters()) parameter.requiresGrad_(requiresGrad);
    return this;
  }

  /** Removes the gradients, or fills them with zeros if `setToNone` is false. */
  zeroGrad(...args: [setToNone?: boolean | { readonly setToNone?: boolean }]): void {
    const { setToNone } = readArguments('Module.zeroGrad', ZERO_GRAD, args);
    for (const parameter of this.parameters()) {
      if (setToNone) parameter.grad = null;
      else zeroGradient(parameter);
    }
  }

  /** Moves and converts parameters and buffers in place; a dtype applies to floating point and complex ones. */
  to(...destination: Destination): this {
    return convertTo(this, readDestination(destination));
  }

  half(...args: []): this {
    takesNothing('Module.half', args);
    return convertTo(this, { dtype: float16, floatOnly: true });
  }

  float(...args: []): this {
    takesNothing('Module.float', args);
    return convertTo(this, { dtype: float32, floatOnly: true });
  }

  double(...args: []): this {
    takesNothing('Module.double', args);
    return convertTo(this, { dtype: float64, floatOnly: true });
  }

  bfloat16(...args: []): this {
    takesNothing('Module.bfloat16', args);
    return convertTo(this, { dtype: bfloat16, floatOnly: true });
  }

  /** Converts all parameters and buffers to one dtype. */
  type(...args: [dstType: DType]): this {
    const { dstType: dtype } = readArguments('Module.type', TYPE, args);
    return convert(this, (tensor) => castTo(tensor, dtype));
  }

  cpu(...args: []): this {
    takesNothing('Module.cpu', args);
    return convertTo(this, { device: 'cpu' });
  }

  cuda(...args: [device?: number | DeviceLike | null]): this {
    return moveTo(this, 'cuda', args);
  }

  /** Moves to an Intel GPU. No libtorch that this package installs has one: it throws libtorch's error. */
  xpu(...args: [device?: number | DeviceLike | null]): this {
    return moveTo(this, 'xpu', args);
  }

  /** Moves to an IPU, as {@link xpu} does to its device. */
  ipu(...args: [device?: number | DeviceLike | null]): this {
    return moveTo(this, 'ipu', args);
  }

  /** Moves to an MTIA, as {@link xpu} does to its device. */
  mtia(...args: [device?: number | DeviceLike | null]): this {
    return moveTo(this, 'mtia', args);
  }

  /** Does nothing: workers share the memory of any tensor (`torch.shareState`). */
  shareMemory(...args: []): this {
    takesNothing('Module.shareMemory', args);
    return this;
  }

  /** Moves to a device without copying values. */
  toEmpty(...args: [options: { readonly device: DeviceLike; readonly recurse?: boolean }]): this {
    const { device, recurse } = readArguments('Module.toEmpty', TO_EMPTY, args);
    return convert(this, (tensor) => emptyOn(tensor, device), recurse);
  }

  /** Called after the parameters have been moved or converted. @internal */
  afterConversion(): void {
    // Only layers with state outside of their properties care.
  }

  // State dicts.

  /** Parameters and persistent buffers by Python's names: what `torch.save` stores. They share the module's storage. */
  stateDict(...args: [options?: StateDictOptions]): StateDict {
    return saveStateDict(this, readArguments('Module.stateDict', STATE_DICT, args));
  }

  /**
   * Copies parameters and buffers from a state dict. A strict load throws, with Python's report of missing and
   * unexpected keys. Sizes must always agree.
   */
  loadStateDict(stateDict: StateDictLike, options?: LoadOptions): IncompatibleKeys;
  loadStateDict(
    stateDict: StateDictLike,
    strict: boolean,
    assign?: boolean | Pick<LoadOptions, 'assign'>,
  ): IncompatibleKeys;
  loadStateDict(...args: unknown[]): IncompatibleKeys {
    const { stateDict, ...options } = readArguments('Module.loadStateDict', LOAD, args);
    return loadStateDict(this, stateDict, options);
  }

  /**
   * Further state for the state dict, under `_extra_state`. A subclass with such state overrides this and {@link
   * setExtraState}.
   */
  getExtraState(): unknown {
    throw runtimeError('Reached a code path in Module.getExtraState() that should never be called.');
  }

  /** Restores what {@link getExtraState} returned, from a state dict. */
  setExtraState(_state: unknown): void {
    throw runtimeError('Reached a code path in Module.setExtraState() that should never be called.');
  }

  /** The version of the class's state dict, as Python's `_version`. @internal */
  stateVersion(): number {
    return 1;
  }

  /** May amend an older state dict. @internal */
  beforeLoad(_loading: Loading, _prefix: string): void {
    // Most classes have one version only.
  }

  // Hooks: each is called until its handle is removed.

  /**
   * Calls a function before each forward; what it returns replaces the inputs.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_forward_pre_hook
   */
  registerForwardPreHook<M extends Module>(
    this: M,
    ...args: [hook: ForwardPreHook<M>, options?: { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerForwardPreHook', FORWARD, args);
    return addHook(this, 'preForward', hook as never, prepend);
  }

  /** Calls a function after each forward; what it returns, unless undefined, replaces the output. */
  registerForwardHook<M extends Module>(
    this: M,
    ...args: [hook: ForwardHook<M>, options?: { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerForwardHook', FORWARD, args);
    return addHook(this, 'forward', hook as never, prepend);
  }

  /**
   * Calls a function once the gradients of the module's inputs are known; it may return others to go on with. The
   * inputs must not be changed in place by forward.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook
   * @example
   * const layer = new nn.Linear(2, 1);
   * layer.registerFullBackwardHook((_module, [gradInput], [gradOutput]) => console.log(gradInput, gradOutput));
   * layer.forward(torch.ones([1, 2], { requiresGrad: true })).sum().backward();
   */
  registerFullBackwardHook<M extends Module>(
    this: M,
    ...args: [hook: BackwardHook<M>, prepend?: boolean | { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerFullBackwardHook', BACKWARD, args);
    return addHook(this, 'backward', hook as never, prepend);
  }

  /** Calls a function with the gradients of the outputs before those of the inputs; it may return others. */
  registerFullBackwardPreHook<M extends Module>(
    this: M,
    ...args: [hook: BackwardPreHook<M>, prepend?: boolean | { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerFullBackwardPreHook', BACKWARD, args);
    return addHook(this, 'preBackward', hook as never, prepend);
  }

  /**
   * Calls a function before this module's part of a state dict is made: with the module, the prefix of its names and
   * `keepVars`. The place to bring tensors up to date that the dict is to hold.
   *
   * @returns a handle, whose `remove()` takes the hook away
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_state_dict_pre_hook
   * @example
   * const layer = new nn.Linear(2, 1);
   * layer.registerStateDictPreHook((module, prefix) => console.log(`saving ${module.constructor.name} as '${prefix}'`));
   * layer.stateDict(); // saving Linear as ''
   */
  registerStateDictPreHook<M extends Module>(
    this: M,
    ...args: [hook: (module: M, prefix: string, keepVars: boolean) => void]
  ): HookHandle {
    return addHook(this, 'preStateDict', readArguments('Module.registerStateDictPreHook', HOOK, args).hook as never);
  }

  /**
   * Calls a function once this module's part is in a state dict: with the module, the dict and the prefix of its names.
   * It changes the dict in place; what it returns is not used.
   *
   * @returns a handle, whose `remove()` takes the hook away
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_state_dict_post_hook
   * @example
   * const layer = new nn.Linear(2, 1);
   * layer.registerStateDictPostHook((_module, stateDict, prefix) => void delete stateDict[`${prefix}bias`]);
   * Object.keys(layer.stateDict()); // ['weight']
   */
  registerStateDictPostHook<M extends Module>(
    this: M,
    ...args: [hook: (module: M, stateDict: StateDict, prefix: string) => void]
  ): HookHandle {
    return addHook(this, 'stateDict', readArguments('Module.registerStateDictPostHook', HOOK, args).hook as never);
  }

  /**
   * Calls a function before this module's part of a state dict is loaded: with the module, what is being loaded and the
   * prefix of its names. `loading.entries` is a Map of what is loaded, which the
   * hook may change; the caller's dict stays as it is.
   *
   * @returns a handle, whose `remove()` takes the hook away
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_load_state_dict_pre_hook
   * @example
   * const layer = new nn.Linear(2, 1, { bias: false });
   * layer.registerLoadStateDictPreHook((_module, { entries }, prefix) => {
   *   entries.set(`${prefix}weight`, entries.get(`${prefix}kernel`));
   *   entries.delete(`${prefix}kernel`);
   * });
   * layer.loadStateDict({ kernel: torch.ones([1, 2]) });
   */
  registerLoadStateDictPreHook<M extends Module>(
    this: M,
    ...args: [hook: (module: M, loading: Loading, prefix: string) => void]
  ): HookHandle {
    return addHook(this, 'preLoad', readArguments('Module.registerLoadStateDictPreHook', HOOK, args).hook as never);
  }

  /**
   * Calls a function after this module and its parts are loaded: with the module and the missing and unexpected keys.
   * What it removes from these lists is no error; what it adds is one, when `strict` is true.
   *
   * @returns a handle, whose `remove()` takes the hook away
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_load_state_dict_post_hook
   * @example
   * const layer = new nn.Linear(2, 1);
   * layer.registerLoadStateDictPostHook((_module, keys) => void keys.missingKeys.splice(0));
   * layer.loadStateDict({ weight: torch.ones([1, 2]) }); // no error for the missing bias
   */
  registerLoadStateDictPostHook<M extends Module>(
    this: M,
    ...args: [hook: (module: M, keys: IncompatibleKeys) => void]
  ): HookHandle {
    return addHook(this, 'postLoad', readArguments('Module.registerLoadStateDictPostHook', HOOK, args).hook as never);
  }

  // Printing.

  /** The name that printing uses. */
  displayName(): string {
    return this.constructor.name;
  }

  /** What printing puts into the parentheses. */
  extraRepr(): string {
    return '';
  }

  toString(): string {
    return printModule(this);
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

function childOf(module: Module, name: string, target: string): Module {
  const child = ownChildren(module).find(({ key, property }) => key === name || property === name);
  if (!child) throw typeError(`${module.constructor.name} has no submodule '${name}' (of '${target}')`);
  return child.value;
}

function describe(value: unknown): string {
  return value === null || typeof value !== 'object' ? String(value) : article(nameOf(value));
}
