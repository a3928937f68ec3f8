import { show } from '../../arguments/describe';
import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { indexError, keyError, typeError } from '../../errors';
import { isGradEnabled, setGradEnabled } from '../../autograd/modes';
import { isTensor } from '../../ops/tensor-methods';
import { int, iterable, nullable, str, value as kind } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { something } from '../../tensor/arguments';
import { native } from '../../native/binding';
import { takes } from '../forward-arguments';
import { Runs } from './runs';
import { inDrawOrder } from '../draw-order';
import { Module } from '../module';
import { Items } from '../module-state';
import { layOut } from '../print';
import { indentRest } from '../../ops/print/python-text';
import { limitArguments } from '../../arguments/surplus';
import type { ChainInput, ChainOutput, ModuleAt } from './chain';

/** A module as part of a list. */
type AnyModule = Module;

function checkModule(module: unknown): Module {
  if (module instanceof Module) return module;
  throw typeError(`${show(module)} is not a Module`);
}

/** Modules by name, in an object or a Map. */
const isNamed = (given: unknown): given is object => isPlainObject(given) || isMap(given);
const isModules = (given: unknown): boolean => !isTensor(given) && MODULES.fits(given);
const MODULES = iterable<Iterable<Module>>('an iterable of modules');
const LIST = { modules: nullable(MODULES) };
const AT = { index: int() };
const APPEND = { module: kind<Module>('a Module', (given) => given instanceof Module) };
const SET = { ...AT, ...APPEND };
const EXTEND = { modules: kind<Iterable<Module>>('an iterable of modules', isModules) };
/** Python's Sequential has another name for it. */
const EXTEND_SEQUENTIAL = { sequential: EXTEND.modules };
const POP = { key: int(-1) };
const DELETE = { key: int() };
const REGISTER = { name: str(), ...APPEND };

/** The base of ModuleList and Sequential: modules by position, with the names '0', '1' … by default. */
export abstract class ModuleSequence<M extends Module = AnyModule> extends Module {
  constructor() {
    super();
    this.state.items = new Items();
  }

  /** By name, in order. */
  protected get named(): Map<string, M> {
    return this.state.items as Map<string, M>;
  }

  /** The number of modules. */
  get length(): number {
    return this.named.size;
  }

  /** The names, in order. */
  keys(): string[] {
    return [...this.named.keys()];
  }

  [Symbol.iterator](): IterableIterator<M> {
    return this.named.values();
  }

  entries(): IterableIterator<[string, M]> {
    return this.named.entries();
  }

  private nameAt(index: number): string {
    const name = this.keys().at(index);
    if (name === undefined || index < -this.length) throw indexError(`index ${index} is out of range`);
    return name;
  }

  /** The module at a position; negative ones count from the end. */
  at(...args: [index: number]): M {
    const { index } = readArguments(this.labelOf('at'), AT, args);
    return this.named.get(this.nameAt(index)) as M;
  }

  /** Replaces the module at a position. */
  set(...args: [index: number, module: M]): void {
    const { index, module } = readArguments(this.labelOf('set'), SET, args);
    this.named.set(this.nameAt(index), module as M);
  }

  append(...args: [module: M]): this {
    const { module } = readArguments(this.labelOf('append'), APPEND, args);
    this.named.set(String(this.length), module as M);
    return this;
  }

  extend(...args: [modules: Iterable<M>]): this {
    return this.addAll(readArguments(this.labelOf('extend'), EXTEND, args).modules);
  }

  /** Checks all modules before it adds the first one. */
  protected addAll(modules: Iterable<Module>): this {
    const checked = Array.from(modules, checkModule);
    for (const module of checked) this.named.set(String(this.length), module as M);
    return this;
  }

  insert(...args: [index: number, module: M]): this {
    const { index, module } = readArguments(this.labelOf('insert'), SET, args);
    const modules = [...this];
    if (index < -modules.length || index > modules.length) throw indexError(`index ${index} is out of range`);
    modules.splice(index, 0, module as M);
    return this.refill(modules);
  }

  /** Removes and returns the module at a position, by default the last one. */
  pop(...args: [key?: number]): M {
    return this.take(readArguments(this.labelOf('pop'), POP, args).key);
  }

  /** Removes the module at a position, and renumbers the others. */
  delete(...args: [key: number]): void {
    this.take(readArguments(this.labelOf('delete'), DELETE, args).key);
  }

  private take(index: number): M {
    const name = this.nameAt(index);
    const module = this.named.get(name) as M;
    this.named.delete(name);
    this.refill([...this]);
    return module;
  }

  protected labelOf(method: string): string {
    return `${this.displayName()}.${method}`;
  }

  private refill(modules: readonly M[]): this {
    this.named.clear();
    modules.forEach((module, i) => this.named.set(String(i), module));
    return this;
  }

  override registerModule(...args: [name: string, module: M]): void {
    const { name, module } = readArguments('Module.registerModule', REGISTER, args);
    if (name === '' || name.includes('.')) throw keyError(`module name can't be '${name}'`);
    this.named.set(name, module as M);
  }
}

/**
 * Modules in a list, all of which are found by `parameters()`. It has no forward of its own.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ModuleList.html
 * @example
 * const layers = new nn.ModuleList([new nn.Linear(4, 4), new nn.Linear(4, 2)]);
 * let x = torch.ones([1, 4]);
 * for (const layer of layers) x = layer.forward(x);
 */
export class ModuleList<M extends Module = AnyModule> extends ModuleSequence<M> {
  constructor(...args: [modules?: Iterable<M> | null]) {
    super();
    const { modules } = readArguments('ModuleList', LIST, args);
    this.addAll(modules ?? []);
  }

  /**
   * The modules from `start` to before `end`, like an array's slice, in a new list. It shares the modules, and names
   * them from 0.
   */
  slice(start?: number, end?: number): ModuleList<M> {
    return new ModuleList([...this].slice(start, end));
  }

  /** A new list of these modules, followed by the others. */
  concat(modules: Iterable<M>): ModuleList<M> {
    return new ModuleList([...this, ...modules]);
  }

  /** Equal neighbors are printed once, as in Python. */
  override toString(): string {
    const blocks: { text: string; first: number; last: number }[] = [];
    [...this].forEach((module, i) => {
      const text = String(module);
      const last = blocks.at(-1);
      if (last?.text === text) last.last = i;
      else blocks.push({ text, first: i, last: i });
    });
    const lines = blocks.map(({ text, first, last }) =>
      indentRest(first === last ? `(${first}): ${text}` : `(${first}-${last}): ${last - first + 1} x ${text}`),
    );
    return layOut(this.displayName(), [], lines);
  }
}

/** The runs of a Sequential, made when they are first asked for. A copy of a Sequential has none. */
const foundRuns = new WeakMap<Sequential, { readonly runs: Runs; readonly changes: number }>();

function runsIn(modules: Sequential): Runs {
  const { changes } = modules.state.items as Items;
  const found = foundRuns.get(modules);
  if (found && found.changes === changes && !found.runs.isStale) return found.runs;
  const runs = new Runs([...modules]);
  foundRuns.set(modules, { runs, changes });
  return runs;
}

async function computeEachAsync(modules: Iterable<Module>, input: unknown, recording: boolean): Promise<unknown> {
  let value = input;
  for (const module of [...modules] as Partial<Asynchronous>[]) {
    const run = (module.forwardAsync ?? module.forward) as Asynchronous['forward'];
    const mode = setGradEnabled(recording);
    try {
      value = Reflect.apply(run, module, [value]);
    } finally {
      mode.restore();
    }
    if (module.forwardAsync) value = await value;
  }
  return value;
}

function computeEach(modules: Iterable<Module>, input: unknown): unknown {
  let value = input;
  for (const module of modules) value = Reflect.apply(module.forward, module, [value]);
  return value;
}

/**
 * A chain of modules: each gets the output of the one before.
 *
 * @typeParam Ms - The modules in order, where the compiler knows them: it then refuses a chain in which one does not take what the one
 * before returns, as a Linear behind an LSTM. A chain that is changed later is `nn.Sequential`, without them.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Sequential.html
 * @example
 * const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
 * const named = new nn.Sequential({ fc: new nn.Linear(4, 2), act: new nn.ReLU() });
 */
export class Sequential<Ms extends readonly Module[] = Module[]> extends ModuleSequence {
  /** Only a type: with it, a chain of known modules is an `nn.Sequential`, too, since the compiler compares what they can do. */
  declare protected readonly known: { readonly [I in keyof Ms]-?: Ms[I] };

  constructor(...modules: Ms);
  constructor(modules: Readonly<Record<string, Module>> | ReadonlyMap<string, Module>);
  constructor(...modules: readonly unknown[]) {
    super();
    const [first] = modules;
    if (modules.length === 1 && isNamed(first)) {
      for (const [name, module] of entriesOf(first)) this.registerModule(name as string, module as Module);
    } else {
      this.addAll(modules as readonly Module[]);
    }
  }

  override extend(...args: [sequential: Iterable<Module>]): this {
    return this.addAll(readArguments(this.labelOf('extend'), EXTEND_SEQUENTIAL, args).sequential);
  }

  /** The module at a position; negative ones count from the end. */
  override at<const I extends number>(...args: [index: I]): ModuleAt<Ms, I> {
    return super.at(...args) as ModuleAt<Ms, I>;
  }

  /**
   * The modules from `start` to before `end`, like an array's slice, in a new Sequential. It shares the modules and
   * keeps their names.
   */
  slice(start?: number, end?: number): Sequential {
    return new Sequential(new Map([...this.entries()].slice(start, end)));
  }

  /** A new Sequential of these modules, followed by the others. As in Python, they are renumbered. */
  concat(modules: Iterable<Module>): Sequential {
    return new Sequential(...this, ...modules);
  }

  static {
    takes(this, { input: something() });
  }

  /** The modules one after the other; on the CPU, `torch.backends.mlp` computes runs of small layers as one. */
  override forward(input: ChainInput<Ms>): ChainOutput<Ms> {
    const fused = native.getFusedMlp() && this[Symbol.iterator] === ModuleSequence.prototype[Symbol.iterator];
    return (fused ? runsIn(this).compute(input) : computeEach(this, input)) as ChainOutput<Ms>;
  }

  /**
   * {@link forward} off the JavaScript thread, under the grad mode of the moment of the call. Modules that have no
   * `forwardAsync`, such as ReLU, run on this thread, with a turn of the event loop before the next one that has. Each
   * module has the weights of the moment when its turn comes. Those that draw random numbers, in training, run one
   * after the other, in the order of the calls.
   */
  async forwardAsync(input: ChainInput<Ms>): Promise<ChainOutput<Ms>> {
    const recording = isGradEnabled();
    return inDrawOrder(this, input, (given) => computeEachAsync(this, given, recording) as Promise<ChainOutput<Ms>>);
  }
}

interface Asynchronous {
  forward(input: unknown): unknown;
  forwardAsync(input: unknown): Promise<unknown>;
}

limitArguments([ModuleSequence, ModuleList, Sequential], { slice: 2, concat: 1, keys: 0, entries: 0 });
