import { native } from '../native/binding';
import type { NativeScriptAttribute, NativeScriptMethod, ScriptBox } from '../native/contract/jit';
import type { Handle } from '../native/contract';
import { any, str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { closest } from '../arguments/names';
import { show, typeName } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import { Module } from '../nn/module';
import { Parameter } from '../nn/parameter';
import { type Tensor, handleOf, isTensor, keep, wrap } from '../ops/tensor-methods';
import { ScriptMethod } from './method';
import { encode, fits } from './types';
import { decodeTagged } from './tagged-values';

/** How the text of a module calls it: as Python has loaded or traced ones. */
export type ScriptOrigin = 'loaded' | 'traced';

/** What has been made of one file: a module or tensor that is found twice is one object. */
interface Family {
  readonly origin: ScriptOrigin;
  readonly modules: Map<bigint, ScriptModule>;
  readonly tensors: Map<bigint, Tensor>;
}

const KEY = Symbol('ScriptModule');
const NAME = { name: str() };
const SET = { name: str(), value: { ...any(), object: true } };

/**
 * A module of TorchScript: what {@link load} reads and {@link trace} makes. It is an `nn.Module`: its parameters train,
 * move and go into state dicts under Python's names. Each parameter, buffer, child, attribute and method is a property,
 * unless `nn.Module` has one of this name: then `getParameter`, `getBuffer`, `getSubmodule`, {@link getAttribute} and
 * {@link getMethod} find it.
 *
 * Arguments are given by position, or by name in a trailing plain object. A `Dict` is a plain object or a `Map`, a
 * `List` and a `Tuple` are arrays, `None` is null.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.ScriptModule.html
 * @example
 * ```ts
 * const model = torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2]));
 * const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
 * (model.forward(torch.ones([4, 2])) as torch.Tensor).sum().backward();
 * optimizer.step();
 * torch.jit.save(model, 'linear.pt');
 * ```
 */
export class ScriptModule extends Module {
  readonly #box: ScriptBox;
  readonly #family: Family;
  readonly #name: string;
  readonly #children = new Map<string, ScriptModule>();
  readonly #order: string[] = [];
  readonly #attributes = new Map<string, NativeScriptAttribute>();
  readonly #constants: ReadonlySet<string>;
  readonly #methods = new Map<string, ScriptMethod>();

  /** @internal */
  constructor(...args: [key: symbol, box: ScriptBox, family: Family]) {
    const [key, box, family] = args;
    if (key !== KEY) throw typeError('a ScriptModule is made by torch.jit.load or torch.jit.trace');
    super();
    this.#box = box;
    this.#family = family;
    const module = native.jitDescribe(box);
    family.modules.set(module.identity, this);
    this.#name = module.name;
    this.#constants = new Set(module.constants);
    for (const attribute of module.attributes) this.#addAttribute(attribute);
    for (const name of module.constants) this.#define(name, { get: () => this.getAttribute(name) });
    for (const method of module.methods) this.#addMethod(method);
    if (this.#hasTraining) this.state.training = native.jitGet(box, 'training') as boolean;
  }

  #addAttribute(attribute: NativeScriptAttribute): void {
    const { name, kind } = attribute;
    if (kind === 'module') this.#addChild(name, attribute.module as ScriptBox);
    else if (attribute.tensor !== undefined && kind !== 'attribute') this.#addTensor(attribute, kind);
    else this.#attributes.set(name, attribute);
    this.#order.push(name);
    if (kind === 'attribute' && name !== 'training') {
      const set = (value: unknown): void => this.setAttribute(name, value);
      this.#define(name, { get: () => this.getAttribute(name), set });
    }
  }

  #addChild(name: string, box: ScriptBox): void {
    const { modules } = this.#family;
    const child = modules.get(native.jitDescribe(box).identity) ?? new ScriptModule(KEY, box, this.#family);
    this.#children.set(name, child);
    this.#define(name, { get: () => child });
  }

  #addTensor({ name, identity, tensor: handle }: NativeScriptAttribute, kind: 'parameter' | 'buffer'): void {
    const tensor = this.#tensorOf(identity as bigint, handle as Handle, kind);
    this.state.slots.set(name, { kind, value: tensor, persistent: true });
    this.#define(name, {
      get: () => this.state.slots.get(name)?.value,
      set: (value: unknown) => this.replaceMember(name, value),
    });
  }

  #tensorOf(identity: bigint, handle: Handle, kind: 'parameter' | 'buffer'): Tensor {
    const { tensors } = this.#family;
    const known = tensors.get(identity);
    const tensor = kind === 'parameter' && !known ? Parameter.ofHandle(handle) : wrap(handle);
    if (known) {
      tensor.dispose();
      return known;
    }
    keep(tensor);
    tensors.set(identity, tensor);
    return tensor;
  }

  #addMethod(method: NativeScriptMethod): void {
    const bound = new ScriptMethod(this.#box, method);
    this.#methods.set(method.name, bound);
    this.#define(method.name, { value: (...args: unknown[]) => bound.call(...args), writable: true });
  }

  /** What `nn.Module` has keeps its meaning. */
  #define(name: string, descriptor: PropertyDescriptor): void {
    if (!(name in this)) Object.defineProperty(this, name, { ...descriptor, configurable: true });
  }

  get #hasTraining(): boolean {
    return this.#attributes.get('training')?.type.kind === 'bool';
  }

  /** @internal */
  override *members(): Iterable<[property: string, value: unknown]> {
    for (const name of this.#order) {
      const slot = this.state.slots.get(name);
      if (slot) yield [name, slot.value];
      const child = this.#children.get(name);
      if (child) yield [name, child];
    }
    yield* Object.entries(this);
  }

  /** @internal */
  override replaceMember(property: string, value: unknown): void {
    const slot = this.state.slots.get(property);
    if (!slot) {
      if (this.#children.has(property))
        throw typeError(`the modules of a ScriptModule cannot be replaced: '${property}'`);
      super.replaceMember(property, value);
      return;
    }
    if (!isTensor(value) || (slot.kind === 'parameter' && !(value instanceof Parameter))) {
      const wanted = slot.kind === 'parameter' ? 'nn.Parameter' : 'Tensor';
      throw typeError(`cannot assign ${show(value)} as ${slot.kind} '${property}' (${wanted} expected)`);
    }
    keep(value);
    slot.value = value;
    this.tensorReplaced(property, value);
  }

  /** @internal */
  override tensorReplaced(property: string, value: Tensor | null): void {
    if (value) native.jitSet(this.#box, property, handleOf(value));
  }

  override get training(): boolean {
    return this.state.training;
  }

  override set training(training: boolean) {
    this.state.training = training;
    if (this.#hasTraining) native.jitSet(this.#box, 'training', training);
  }

  /** Runs the method `forward`. */
  override forward(...inputs: unknown[]): unknown {
    return this.#forward().call(...inputs);
  }

  /** {@link forward}, off the thread. */
  async forwardAsync(...inputs: unknown[]): Promise<unknown> {
    return this.#forward().callAsync(...inputs);
  }

  #forward(): ScriptMethod {
    const method = this.#methods.get('forward');
    if (method) return method;
    throw runtimeError(
      `Module [${this.#name}] is missing the required "forward" function; it has ${this.methodNames().join(', ') || 'none'}`,
      { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
    );
  }

  /** The names of its methods. */
  methodNames(...args: []): string[] {
    takesNothing('ScriptModule.methodNames', args);
    return [...this.#methods.keys()];
  }

  /** A method by its name, with its schema, code and graph. */
  getMethod(...args: [name: string]): ScriptMethod {
    const { name } = readArguments('ScriptModule.getMethod', NAME, args);
    const method = this.#methods.get(name);
    if (method) return method;
    throw typeError(`'${this.#name}' has no method '${name}'${hint(name, this.methodNames())}`);
  }

  /** The names of its attributes and constants that are neither parameters nor buffers nor modules. */
  attributeNames(...args: []): string[] {
    takesNothing('ScriptModule.attributeNames', args);
    return [...this.#attributes.keys(), ...this.#constants];
  }

  /** The value of an attribute or constant. */
  getAttribute(...args: [name: string]): unknown {
    const { name } = readArguments('ScriptModule.getAttribute', NAME, args);
    if (this.#attributes.has(name) || this.#constants.has(name)) return decodeTagged(native.jitGet(this.#box, name));
    throw this.#noAttribute(name);
  }

  /** Sets an attribute, whose type stays what the file says. */
  setAttribute(...args: [name: string, value: unknown]): void {
    const { name, value } = readArguments('ScriptModule.setAttribute', SET, args);
    const attribute = this.#attributes.get(name);
    if (!attribute) {
      if (this.#constants.has(name)) throw typeError(`Can't set constant '${name}' of '${this.#name}'`);
      throw this.#noAttribute(name);
    }
    if (!fits(attribute.type, value)) {
      throw typeError(
        `Expected a value of type '${attribute.type.text}' for field '${name}', but found ${typeName(value)}`,
      );
    }
    if (name === 'training') this.training = value as boolean;
    else native.jitSet(this.#box, name, encode(attribute.type, value));
  }

  #noAttribute(name: string): TypeError {
    return typeError(`'${this.#name}' has no attribute '${name}'${hint(name, this.attributeNames())}`);
  }

  /** The name of the class that was scripted or traced. */
  get originalName(): string {
    return this.#name;
  }

  /** The code of `forward`, as TorchScript writes it into a file. */
  get code(): string {
    return this.#forward().code;
  }

  /** The graph of `forward`. */
  get graph(): string {
    return this.#forward().graph;
  }

  /** The graph of `forward`, with those of the methods that it calls in it. */
  get inlinedGraph(): string {
    return this.#forward().inlinedGraph;
  }

  override displayName(): string {
    return this.#family.origin === 'traced' ? this.#name : 'RecursiveScriptModule';
  }

  override extraRepr(): string {
    return `original_name=${this.#name}`;
  }

  /** For `nn.deepCopy`. @internal */
  remade(): ScriptModule {
    return scriptModule(native.jitDeepCopy(this.#box), this.#family.origin);
  }

  /** @internal */
  static boxOf(module: ScriptModule): ScriptBox {
    return module.#box;
  }
}

function hint(name: string, names: readonly string[]): string {
  const right = closest(name, names);
  return right ? `: did you mean '${right}'?` : '';
}

/** The module of a box. @internal */
export function scriptModule(box: ScriptBox, origin: ScriptOrigin): ScriptModule {
  return new ScriptModule(KEY, box, { origin, modules: new Map(), tensors: new Map() });
}
