import { type Tensor, isTensor, keep } from '../tensor-methods';
import { Hookable, asModule } from './hookable';
import type { Module } from './module';
import { Parameter } from './parameter';
import type { NamedBuffer, NamedParameter, Slot } from './state';
import { type WalkOptions, collect, ownBuffers, ownChildren, ownParameters, walkModules } from './walk';
import { keyError, typeError, valueError } from '../errors';
import { bool, keyword, nullable, required, str } from '../arguments/fields';
import { article, nameOf } from '../arguments/describe';
import { readArguments, takesNothing } from '../arguments/read';
import { something } from '../arguments/tensors';

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

/** What a module consists of: its parameters, buffers and children, found by property and by Python's name. */
export abstract class Members extends Hookable {
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
    if (!this.state.slots.has(property) && property in this && (this as Record<string, unknown>)[property] != null) {
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

  /** Adds a parameter under a name; `null` is one that is left out. */
  registerParameter(...args: [name: string, param: Parameter | null]): void {
    const { name, param: parameter } = readArguments('Module.registerParameter', PARAMETER, args);
    const check = (value: unknown): void => {
      if (value === null || value instanceof Parameter) return;
      throw typeError(`cannot assign ${describe(value)} as parameter '${name}' (nn.Parameter or null expected)`);
    };
    this.registerSlot(name, { kind: 'parameter', value: parameter as Parameter | null, persistent: true }, check);
  }

  /** Adds a tensor that is state but not learnt; a persistent one is part of the state dict. */
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
    if (!(module instanceof Members)) throw typeError(`${describe(module)} is not a Module`);
    if (name === '' || name.includes('.')) throw keyError(`module name can't be '${name}'`);
    (this as Record<string, unknown>)[name] = module;
  }

  addModule(...args: [name: string, module: Module]): void {
    const { name, module } = readArguments('Module.addModule', CHILD, args);
    this.registerModule(name, module as Module);
  }

  /** Called when a registered parameter or buffer has been replaced. */
  protected tensorReplaced(_property: string, _value: Tensor | null): void {
    // Only layers with tensors outside of their properties care.
  }

  /** All parameters, each once. */
  parameters(...args: [recurse?: boolean | { readonly recurse?: boolean }]): Parameter[] {
    return this.namedParameters(readArguments('Module.parameters', RECURSE, args)).map(([, parameter]) => parameter);
  }

  namedParameters(...args: MemberArguments): NamedParameter[] {
    return collect(asModule(this), ownParameters, readArguments('Module.namedParameters', MEMBERS, args));
  }

  buffers(...args: [recurse?: boolean | { readonly recurse?: boolean }]): Tensor[] {
    return this.namedBuffers(readArguments('Module.buffers', RECURSE, args)).map(([, buffer]) => buffer);
  }

  namedBuffers(...args: MemberArguments): NamedBuffer[] {
    return collect(asModule(this), ownBuffers, readArguments('Module.namedBuffers', MEMBERS, args));
  }

  /** The direct children, each once. */
  children(...args: []): Module[] {
    takesNothing('Module.children', args);
    return this.namedChildren().map(([, child]) => child);
  }

  namedChildren(...args: []): [name: string, module: Module][] {
    takesNothing('Module.namedChildren', args);
    const seen = new Set<Module>();
    return ownChildren(asModule(this)).flatMap(({ key, value }) =>
      seen.has(value) ? [] : (seen.add(value), [[key, value]]),
    );
  }

  /** This module and everything below it; with `removeDuplicate: false` as often as it occurs. */
  modules(...args: [removeDuplicate?: boolean | { readonly removeDuplicate?: boolean }]): Module[] {
    return this.namedModules(readArguments('Module.modules', MODULES, args)).map(([, module]) => module);
  }

  /** With their paths. Python's first argument, `memo`, is not here: options go by name. */
  namedModules(...args: [options?: WalkOptions]): [name: string, module: Module][] {
    return [...walkModules(asModule(this), readArguments('Module.namedModules', WALK, args))];
  }

  /** The module at a dotted path. */
  getSubmodule(...args: [target: string]): Module {
    return this.moduleAt(readArguments('Module.getSubmodule', TARGET, args).target);
  }

  private moduleAt(target: string): Module {
    return target === ''
      ? asModule(this)
      : target.split('.').reduce<Module>((module, name) => childOf(module, name, target), asModule(this));
  }

  /** Puts a module at a dotted path; with `strict` only where there is one. */
  setSubmodule(...args: [target: string, module: Module, strict?: boolean | { readonly strict?: boolean }]): void {
    const { target, module: given, strict } = readArguments('Module.setSubmodule', SUBMODULE, args);
    const module = given as Module;
    if (target === '') throw valueError('Cannot set the submodule without a target name!');
    if (!(module instanceof Members)) throw typeError(`${describe(module)} is not a Module`);
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
}

function childOf(module: Module, name: string, target: string): Module {
  const child = ownChildren(module).find(({ key, property }) => key === name || property === name);
  if (!child) throw typeError(`${module.constructor.name} has no submodule '${name}' (of '${target}')`);
  return child.value;
}

function describe(value: unknown): string {
  return value === null || typeof value !== 'object' ? String(value) : article(nameOf(value));
}
