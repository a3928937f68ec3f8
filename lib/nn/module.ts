import { inspect } from 'node:util';
import type { Device, DeviceLike } from '../device';
import { type DType, bfloat16, float16, float32, float64 } from '../dtype';
import { type Tensor, isTensor, keep } from '../tensor-methods';
import { TorchError } from '../errors';
import { type Destination, castTo, convert, convertTo, emptyOn, zeroGradient, readDestination } from './convert';
import { guardForward } from './explain';
import { runtimeError, valueError } from './failures';
import { Hookable } from './hookable';
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
} from './state-dict';
import { type WalkOptions, collect, ownBuffers, ownChildren, ownParameters, walkModules } from './walk';

export interface MemberOptions extends WalkOptions {
  /** Also what lies in modules below. The default is true. */
  readonly recurse?: boolean;
}

/**
 * The base of all neural network modules. A subclass assigns its children and parameters to properties, in the
 * constructor or as class fields, and implements `forward`. Properties are found in the order in which they were
 * defined; `#private` ones are not, and a plain array of modules is an error: use `nn.ModuleList`.
 *
 * Hooks run whenever `forward` is called.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html
 * @example
 * class Net extends nn.Module {
 *   readonly hidden = new nn.Linear(4, 8);
 *   readonly out = new nn.Linear(8, 2);
 *   override forward(x: Tensor): Tensor {
 *     return this.out.forward(this.hidden.forward(x).relu());
 *   }
 * }
 * const net = new Net();
 * net.forward(torch.ones([3, 4])).shape; // [3, 2]
 */
export class Module extends Hookable {
  constructor() {
    super();
    Object.defineProperty(this, 'state', { value: new ModuleState() });
    guardForward(this);
  }

  /** Computes the output; subclasses implement it. */
  forward(..._inputs: never[]): unknown {
    throw new TorchError(`Module [${this.constructor.name}] is missing the required "forward" function`, {
      code: 'ERR_TORCH_NOT_IMPLEMENTED',
    });
  }

  /** Whether the module trains (dropout drops, batch norm updates its statistics) or predicts. */
  get training(): boolean {
    return this.state.training;
  }

  set training(training: boolean) {
    this.state.training = training;
  }

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

  /** The version of the class's state dict, as Python's `_version`. @internal */
  stateVersion(): number {
    return 1;
  }

  /** May amend an older state dict. @internal */
  beforeLoad(_loading: Loading, _prefix: string): void {
    // Most classes have one version only.
  }

  /** Called after the parameters have been moved or converted. */
  protected afterConversion(): void {
    // Only layers with state outside of their properties care.
  }

  /** @internal */
  static afterConversion(module: Module): void {
    module.afterConversion();
  }

  /** Puts another tensor into a place, whatever its class; for the length of a call. @internal */
  static swapTensor(module: Module, property: string, tensor: Tensor): void {
    const slot = module.state.slots.get(property);
    if (!slot) {
      module.replaceMember(property, tensor);
      return;
    }
    slot.value = tensor;
    module.tensorReplaced(property, tensor);
  }

  /** Tells a layer of torch::nn which tensor to compute with. @internal */
  static announceTensor(module: Module, property: string, tensor: Tensor): void {
    module.tensorReplaced(property, tensor);
  }

  /** Called when a registered parameter or buffer has been replaced. */
  protected tensorReplaced(_property: string, _value: Tensor | null): void {
    // As above.
  }

  private registerSlot(property: string, slot: Slot, check: (value: unknown) => void): void {
    if (property === '' || property.includes('.')) {
      throw new TypeError(`a parameter or buffer cannot be called '${property}'`);
    }
    if (!this.state.slots.has(property) && property in this && (this as Record<string, unknown>)[property] != null) {
      throw new TypeError(`attribute '${property}' already exists`);
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

  /** Adds a parameter under a name; `null` is one that is left out. */
  registerParameter(name: string, parameter: Parameter | null): void {
    const check = (value: unknown): void => {
      if (value === null || value instanceof Parameter) return;
      throw new TypeError(`cannot assign ${describe(value)} as parameter '${name}' (nn.Parameter or null expected)`);
    };
    this.registerSlot(name, { kind: 'parameter', value: parameter, persistent: true }, check);
  }

  /** Adds a tensor that is state but not learnt; a persistent one is part of the state dict. */
  registerBuffer(name: string, tensor: Tensor | null, { persistent = true }: { persistent?: boolean } = {}): void {
    const check = (value: unknown): void => {
      if (value === null || isTensor(value)) return;
      throw new TypeError(`cannot assign ${describe(value)} as buffer '${name}' (Tensor or null expected)`);
    };
    this.registerSlot(name, { kind: 'buffer', value: tensor, persistent }, check);
  }

  /** Adds a child under a name, as assigning it to a property does. */
  registerModule(name: string, module: Module): void {
    if (!(module instanceof Module)) throw new TypeError(`${describe(module)} is not a Module`);
    if (name === '' || name.includes('.')) throw new TypeError(`module name can't be '${name}'`);
    (this as Record<string, unknown>)[name] = module;
  }

  addModule(name: string, module: Module): void {
    this.registerModule(name, module);
  }

  /** All parameters, each once. */
  parameters(recurse = true): Parameter[] {
    return this.namedParameters({ recurse }).map(([, parameter]) => parameter);
  }

  namedParameters(options: MemberOptions = {}): NamedParameter[] {
    return collect(this, ownParameters, options);
  }

  buffers(recurse = true): Tensor[] {
    return this.namedBuffers({ recurse }).map(([, buffer]) => buffer);
  }

  namedBuffers(options: MemberOptions = {}): NamedBuffer[] {
    return collect(this, ownBuffers, options);
  }

  /** The direct children, each once. */
  children(): Module[] {
    return this.namedChildren().map(([, child]) => child);
  }

  namedChildren(): [name: string, module: Module][] {
    const seen = new Set<Module>();
    return ownChildren(this).flatMap(({ key, value }) => (seen.has(value) ? [] : (seen.add(value), [[key, value]])));
  }

  /** This module and everything below it. */
  modules(): Module[] {
    return this.namedModules().map(([, module]) => module);
  }

  namedModules(options: WalkOptions = {}): [name: string, module: Module][] {
    return [...walkModules(this, options)];
  }

  /** The module at a dotted path. */
  getSubmodule(target: string): Module {
    return target === ''
      ? this
      : target.split('.').reduce<Module>((module, name) => childOf(module, name, target), this);
  }

  /** Puts a module at a dotted path; with `strict` only where there is one. */
  setSubmodule(target: string, module: Module, { strict = false }: { strict?: boolean } = {}): void {
    if (target === '') throw valueError('Cannot set the submodule without a target name!');
    if (!(module instanceof Module)) throw new TypeError(`${describe(module)} is not a Module`);
    const dot = target.lastIndexOf('.');
    const parent = this.getSubmodule(dot < 0 ? '' : target.slice(0, dot));
    const name = target.slice(dot + 1);
    const found = ownChildren(parent).find(({ key, property }) => key === name || property === name);
    if (found) parent.replaceMember(found.property, module);
    else if (strict) throw new TypeError(`${parent.constructor.name} has no submodule '${name}' (of '${target}')`);
    else parent.registerModule(name, module);
  }

  /**
   * What else belongs into the state dict, under `_extra_state`: a subclass that has such state overrides this and
   * {@link setExtraState}.
   */
  getExtraState(): unknown {
    throw runtimeError('Reached a code path in Module.getExtraState() that should never be called.');
  }

  /** Takes what {@link getExtraState} returned back from a state dict. */
  setExtraState(_state: unknown): void {
    throw runtimeError('Reached a code path in Module.setExtraState() that should never be called.');
  }

  /** The parameter at a dotted path. */
  getParameter(target: string): Parameter {
    return this.tensorAt(target, ownParameters, 'parameter');
  }

  /** The buffer at a dotted path. */
  getBuffer(target: string): Tensor {
    return this.tensorAt(target, ownBuffers, 'buffer');
  }

  private tensorAt<T>(
    target: string,
    own: (module: Module) => { key: string; property: string; value: T }[],
    what: string,
  ): T {
    const dot = target.lastIndexOf('.');
    const module = this.getSubmodule(dot < 0 ? '' : target.slice(0, dot));
    const name = target.slice(dot + 1);
    const found = own(module).find(({ key, property }) => key === name || property === name);
    if (!found) throw new TypeError(`${module.constructor.name} has no ${what} '${name}'`);
    return found.value;
  }

  /** Calls a function with each module below and then with this one; returns this module. */
  apply(visit: (module: Module) => void): this {
    for (const child of this.children()) child.apply(visit);
    visit(this);
    return this;
  }

  train(mode = true): this {
    if (typeof mode !== 'boolean') throw new TypeError('training mode is expected to be boolean');
    this.training = mode;
    for (const child of this.children()) child.train(mode);
    return this;
  }

  eval(): this {
    return this.train(false);
  }

  requiresGrad_(requiresGrad = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(requiresGrad);
    return this;
  }

  /** Forgets the gradients, or with `setToNone: false` fills them with zeros. */
  zeroGrad({ setToNone = true }: { setToNone?: boolean } = {}): void {
    for (const parameter of this.parameters()) {
      if (setToNone) parameter.grad = null;
      else zeroGradient(parameter);
    }
  }

  /** Moves and converts parameters and buffers in place; a dtype applies to floating point and complex ones. */
  to(...destination: Destination): this {
    return convertTo(this, readDestination(destination));
  }

  half(): this {
    return convertTo(this, { dtype: float16, floatOnly: true });
  }

  float(): this {
    return convertTo(this, { dtype: float32, floatOnly: true });
  }

  double(): this {
    return convertTo(this, { dtype: float64, floatOnly: true });
  }

  bfloat16(): this {
    return convertTo(this, { dtype: bfloat16, floatOnly: true });
  }

  /** Converts all parameters and buffers to one dtype. */
  type(dtype: DType): this {
    return convert(this, (tensor) => castTo(tensor, dtype));
  }

  cpu(): this {
    return convertTo(this, { device: 'cpu' });
  }

  cuda(device: number | DeviceLike = 'cuda'): this {
    return convertTo(this, { device: typeof device === 'number' ? `cuda:${device}` : device });
  }

  /** Moves to a device without copying values. */
  toEmpty({ device, recurse = true }: { device: Device | string; recurse?: boolean }): this {
    return convert(this, (tensor) => emptyOn(tensor, device), recurse);
  }

  /** Parameters and persistent buffers by Python's names: what `torch.save` stores. They share the module's storage. */
  stateDict(options: StateDictOptions = {}): StateDict {
    return saveStateDict(this, options);
  }

  /**
   * Copies parameters and buffers from a state dict. A strict load throws Python's report of missing and unexpected
   * keys; sizes have to agree in any case.
   */
  loadStateDict(stateDict: StateDictLike, options: LoadOptions = {}): IncompatibleKeys {
    return loadStateDict(this, stateDict, options);
  }

  /** The name that printing uses. */
  displayName(): string {
    return this.constructor.name;
  }

  /** What printing puts into the parentheses. */
  extraRepr(): string {
    return '';
  }

  override toString(): string {
    return printModule(this);
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

function childOf(module: Module, name: string, target: string): Module {
  const child = ownChildren(module).find(({ key, property }) => key === name || property === name);
  if (!child) throw new TypeError(`${module.constructor.name} has no submodule '${name}' (of '${target}')`);
  return child.value;
}

function describe(value: unknown): string {
  if (isTensor(value)) return 'a Tensor';
  return value === null || typeof value !== 'object' ? String(value) : `a ${value.constructor.name}`;
}
