import { empty } from '../ops/generated/functions';
import { native } from '../native/binding';
import { deviceFor } from '../tensor/default-device';
import { Device, type DeviceLike } from '../tensor/device';
import type { DType } from '../tensor/dtype';
import type { Handle } from '../native/contract';
import { type Tensor, handleOf, isTensor, keep, wrap } from '../ops/tensor-methods';
import { runJob } from '../native/jobs';
import { Module } from './module';
import type { ModuleBox } from '../native/contract/nn';
import type { NativeModule } from './module-state';
import { Parameter } from './parameter';
import { Float, pythonText } from '../ops/print/python-text';
import type { Field, Values } from '../arguments/fields';
import { pick, readArguments, readOptions } from '../arguments/read';
import { camelCase, snakeCase } from '../arguments/names';
import { typeError } from '../errors';
import { limitArguments } from '../arguments/surplus';

type Table = Readonly<Record<string, Field<unknown>>>;

/**
 * The base of this library's own layers. Their options are read by a table and become properties; their tensors have
 * Python's names in state dicts.
 */
export abstract class Layer extends Module {
  /** Reads constructor arguments and keeps those that are not tensors of the module as properties. */
  protected read<S extends Table>(table: S, args: readonly unknown[], hidden: readonly string[] = []): Values<S> {
    const values = readArguments(this.constructor.name, table, args);
    for (const name of Object.keys(table)) {
      if (hidden.includes(name) || name === 'device' || name === 'dtype') continue;
      Object.defineProperty(this, name, { value: values[name], enumerable: true, writable: true, configurable: true });
    }
    Object.defineProperty(this, 'table', { value: table, configurable: true });
    return values;
  }

  /** How the class's arguments are printed. */
  declare protected readonly table: Table | undefined;

  /** A registered parameter or buffer has Python's name. Members that a subclass adds keep their own names. */
  override keyOf(property: string): string {
    const { slots, computed } = this.state;
    return slots.has(property) || computed.has(property) ? snakeCase(property) : property;
  }

  /** `in_features=3, bias=True` of the named properties. */
  protected list(...names: string[]): string {
    return names.map((name) => `${snakeCase(name)}=${this.text(name)}`).join(', ');
  }

  /** @internal */
  pythonName(name: string): string {
    return snakeCase(name);
  }

  /** @internal */
  pythonText(name: string): string {
    return this.text(name);
  }

  /** One property as Python prints it. */
  protected text(name: string): string {
    const value = (this as unknown as Record<string, unknown>)[name];
    const isFloat = typeof value === 'number' && this.table?.[name]?.float;
    return isFloat ? String(new Float(value)) : pythonText(value);
  }

  /** What differs from the table's defaults, as `, stride=2`. */
  protected listChanged(...names: string[]): string {
    const values = this as unknown as Record<string, unknown>;
    const changed = names.filter((name) => values[name] !== this.table?.[name]?.fallback);
    return changed.map((name) => `, ${snakeCase(name)}=${this.text(name)}`).join('');
  }
}

export interface FactoryOptions {
  readonly device?: DeviceLike | null | undefined;
  readonly dtype?: DType | null | undefined;
}

/** The options that are given, as operators take them. */
export function factoryOptions({ device, dtype }: FactoryOptions): {
  readonly device?: DeviceLike;
  readonly dtype?: DType;
} {
  return { ...(device == null ? {} : { device }), ...(dtype == null ? {} : { dtype }) };
}

/** A parameter without initial values. */
export function emptyParameter(shape: readonly number[], options: FactoryOptions = {}): Parameter {
  return new Parameter(empty(shape, factoryOptions(options)));
}

/** A layer whose computation is one of torch::nn's modules; its parameters are shared with that module. */
export abstract class NativeLayer extends Layer {
  /** Makes the native module and takes its parameters over. */
  protected make(kind: string, options: Readonly<Record<string, unknown>>, given: FactoryOptions = {}): void {
    const factory = { ...given, device: deviceFor(given.device) };
    const converted = factory.device != null || factory.dtype != null;
    const box = native.newModule(kind, nativeOptions(options), converted);
    this.state.native = { box, kind, options };
    for (const [name, handle] of native.moduleParameters(box)) {
      this.registerParameter(camelCase(name), Parameter.ofHandle(handle));
    }
    // What is made to be overwritten is on 'meta'.
    const { device, dtype } = factory;
    const asAsked = dtype == null && device != null && new Device(String(device)).type === 'meta';
    if (converted && !asAsked) this.remakeIn(factory);
  }

  /**
   * Lets some options be changed later, as Python's attributes can: the native module is then made anew, over the same tensors.
   * What decides the shapes of parameters is not among them.
   */
  protected follow(...names: readonly string[]): void {
    for (const name of names) {
      const kept = this.state.native as NativeModule;
      kept.followed = { ...kept.followed, [name]: (this as unknown as Record<string, unknown>)[name] };
      Object.defineProperty(this, name, {
        get(this: NativeLayer) {
          return this.state.native?.followed?.[name];
        },
        set(this: NativeLayer, value: unknown) {
          this.change(name, value);
        },
        enumerable: true,
        configurable: true,
      });
    }
  }

  private change(name: string, given: unknown): void {
    const table = pick(this.table as Table, [name]);
    // An option that is left out has its default; a property that is set to nothing is a mistake.
    if (given === undefined) throw typeError(`${this.constructor.name}.${name} cannot be undefined`);
    const value = readOptions(`${this.constructor.name}.${name}`, table, { [name]: given })[name];
    const { kind, options, followed } = this.state.native as NativeModule;
    const changed = { ...options, [name]: this.nativeOption(name, value) };
    remakeNative(this, { kind, options: changed, followed: { ...followed, [name]: value } });
  }

  /** An option as the native module takes it. */
  protected nativeOption(_name: string, value: unknown): unknown {
    return value;
  }

  /** The values are drawn in the dtype and on the device that were asked for, as Python does. */
  private remakeIn(factory: FactoryOptions): void {
    for (const [property, slot] of this.state.slots) {
      if (slot.value) this.replaceMember(property, emptyParameter(slot.value.shape, factory));
    }
    native.moduleReset(this.nativeBox);
  }

  /** Draws the initial values again. */
  resetParameters(): void {
    native.moduleReset(this.nativeBox);
  }

  override get training(): boolean {
    return this.state.training;
  }

  override set training(training: boolean) {
    this.state.training = training;
    native.moduleTrain(this.nativeBox, training);
  }

  private get nativeBox(): ModuleBox {
    return (this.state.native as NativeModule).box;
  }

  /** @internal */
  override tensorReplaced(property: string, value: Tensor | null): void {
    assignNative(this.nativeBox, this.keyOf(property), value);
  }

  /** @internal */
  override afterConversion(): void {
    native.moduleRefresh(this.nativeBox);
  }

  /** Runs the module on one tensor. */
  protected run1(input: Tensor): Tensor {
    return wrap(native.moduleForward(this.nativeBox, handleOf(input)) as Handle);
  }

  protected run2(input: Tensor, other: Tensor): Tensor {
    return wrap(native.moduleForward(this.nativeBox, handleOf(input), handleOf(other)) as Handle);
  }

  /** Runs a module that returns several tensors. */
  protected runMany(...inputs: unknown[]): Tensor[] {
    return (native.moduleForward(this.nativeBox, ...inputs) as Handle[]).map(wrap);
  }

  /**
   * Starts the module off the thread on what {@link run1} and the others take. It has tensors of its own over the same
   * elements: a parameter that is replaced meanwhile is used from the next call on.
   */
  protected start<T>(decode: (result: unknown) => T, ...inputs: unknown[]): Promise<T> {
    return runJob((settle) => native.moduleForwardAsync(this.nativeBox, settle, ...inputs), decode);
  }

  protected start1(...inputs: Tensor[]): Promise<Tensor> {
    return this.start((handle) => wrap(handle as Handle), ...inputs.map(handleOf));
  }

  protected startMany(...inputs: unknown[]): Promise<Tensor[]> {
    return this.start((handles) => (handles as Handle[]).map(wrap), ...inputs);
  }
}

function nativeOptions(options: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name.startsWith('_') ? name : snakeCase(name),
      isTensor(value) ? handleOf(keep(value)) : value,
    ]),
  );
}

/** Gives a tensor to the module of torch::nn, unless the tensor was added to the layer later. */
function assignNative(box: ModuleBox, key: string, value: Tensor | null): void {
  native.moduleAssign(box, key, value && handleOf(value));
}

/** Gives a layer a native module of its own, with these options and the layer's tensors. */
export function remakeNative(layer: Module, { kind, options, followed }: Omit<NativeModule, 'box'>): void {
  const box = native.newModule(kind, nativeOptions(options), true);
  layer.state.native = { box, kind, options, followed };
  native.moduleTrain(box, layer.training);
  for (const [property, { value }] of layer.state.slots) {
    assignNative(box, layer.keyOf(property), value);
  }
}

limitArguments([NativeLayer], { resetParameters: 0 });
