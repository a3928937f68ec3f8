import { inspect } from 'node:util';
import { Device, type DeviceLike } from '../device';
import { DType, bfloat16, float16, float32, float64 } from '../dtype';
import type { Tensor } from '../tensor-methods';
import { TorchError, runtimeError, valueError } from '../errors';
import { type Destination, castTo, convert, convertTo, emptyOn, zeroGradient, readDestination } from './convert';
import { bool, callback, keyword, nullable, required, str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { guardForward } from './explain';
import { Members } from './members';
import { printModule } from './print';
import { ModuleState } from './state';
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

const APPLY = { fn: required(callback<(module: Module) => void>()) };
const TRAIN = { mode: { ...bool(true), refuse: notAMode } };
const REQUIRES_GRAD = { requiresGrad: bool(true) };
const ZERO_GRAD = { setToNone: bool(true) };
const TYPE = { dstType: value<DType>('a dtype', (v) => v instanceof DType) };
const isDevice = (v: unknown): boolean => typeof v === 'string' || v instanceof Device;
const CUDA = {
  device: nullable(value<number | DeviceLike>('a device or its number', (v) => isDevice(v) || Number.isInteger(v))),
};
const TO_EMPTY = { device: keyword(value<DeviceLike>('a device', isDevice)), recurse: bool(true) };
const STATE_DICT = { prefix: keyword(str('')), keepVars: bool(false) };
const LOAD = { stateDict: stateDictField, strict: bool(true), assign: bool(false) };

function notAMode(): Error {
  return valueError('training mode is expected to be boolean');
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
export class Module extends Members {
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

  /** Forgets the gradients, or with `setToNone: false` fills them with zeros. */
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
    const device = readArguments('Module.cuda', CUDA, args).device ?? 'cuda';
    return convertTo(this, { device: typeof device === 'number' ? `cuda:${device}` : device });
  }

  /** Moves to a device without copying values. */
  toEmpty(...args: [options: { readonly device: DeviceLike; readonly recurse?: boolean }]): this {
    const { device, recurse } = readArguments('Module.toEmpty', TO_EMPTY, args);
    return convert(this, (tensor) => emptyOn(tensor, device), recurse);
  }

  /** Parameters and persistent buffers by Python's names: what `torch.save` stores. They share the module's storage. */
  stateDict(...args: [options?: StateDictOptions]): StateDict {
    return saveStateDict(this, readArguments('Module.stateDict', STATE_DICT, args));
  }

  /**
   * Copies parameters and buffers from a state dict. A strict load throws Python's report of missing and unexpected
   * keys; sizes have to agree in any case.
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
