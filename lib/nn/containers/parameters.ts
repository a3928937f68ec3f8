import { indexError, keyError, runtimeError, typeError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { Module } from '../module';
import { Items } from '../module-state';
import { Parameter } from '../parameter';
import { pythonTypeName } from '../../ops/print/python-text';
import { int, iterable, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { something } from '../../tensor/arguments';
import { type Named, NamedItems, named } from './named-items';
import { limitArguments } from '../../arguments/surplus';

const LIST = { values: nullable(something()) };
const DICT = { parameters: nullable(named()) };
const UPDATE = { parameters: named() };
/** Any value may be kept, including an object literal. */
const anything = { ...something(), object: true };
const AT = { index: int() };
const SET = { index: int(), value: anything };
const APPEND = { value: anything };
const VALUES = iterable();
const EXTEND = { values: something() };
const DEFAULT = { key: str(), default: nullable(something()) };
const FROM_KEYS = { keys: iterable<Iterable<string>>('an iterable of names'), default: DEFAULT.default };
const NOTHING = {};

/** The type of a value in a container of parameters: a tensor becomes a parameter, other values stay. */
export type Held<T> = T extends Tensor ? Parameter : T;

/**
 * The value that replaces `former`. As in Python, only a value of the same kind or null can replace a parameter or a
 * module.
 */
function held(name: string, value: unknown, former: unknown): unknown {
  if (isTensor(value)) return value instanceof Parameter ? value : new Parameter(value);
  const parameter = former instanceof Parameter;
  if (value === null || !(parameter || (former instanceof Module && !(value instanceof Module)))) return value;
  const [what, kind] = parameter ? ['parameter', 'nn.Parameter'] : ['child module', 'nn.Module'];
  throw typeError(`cannot assign '${pythonTypeName(value)}' as ${what} '${name}' (${kind} or null expected)`);
}

/** One line of what is printed: an item with its type. */
function describe(name: string, value: unknown, typeOf: (tensor: Tensor) => string): string {
  if (!isTensor(value)) return `  (${name}): Object of type: ${pythonTypeName(value)}`;
  const device = value.device.type === 'cpu' ? '' : ` (${String(value.device)})`;
  const kind = value instanceof Parameter ? 'Parameter' : 'Tensor';
  return `  (${name}): ${kind} containing: [${typeOf(value)} of size ${value.shape.join('x')}${device}]`;
}

/**
 * Parameters in a list. A plain tensor becomes a parameter; other values are kept as they are.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ParameterList.html
 * @example
 * const weights = new nn.ParameterList([torch.randn([2, 2]), torch.randn([2])]);
 * weights.at(0).shape; // [2, 2]
 */
export class ParameterList<T = Tensor> extends Module {
  constructor(...args: [values?: Iterable<T> | null]) {
    super();
    this.state.items = new Items();
    const { values } = readArguments('ParameterList', LIST, args);
    this.addAll(values ?? []);
  }

  override forward(): never {
    throw runtimeError('ParameterList should not be called.');
  }

  private get listed(): Map<string, Held<T>> {
    return this.state.items as Map<string, Held<T>>;
  }

  get length(): number {
    return this.listed.size;
  }

  [Symbol.iterator](): IterableIterator<Held<T>> {
    return this.listed.values();
  }

  private nameAt(index: number): string {
    const at = String(index < 0 ? index + this.length : index);
    if (this.listed.has(at)) return at;
    throw indexError(`index ${index} is out of range`);
  }

  at(...args: [index: number]): Held<T> {
    const { index } = readArguments('ParameterList.at', AT, args);
    return this.listed.get(this.nameAt(index)) as Held<T>;
  }

  set(...args: [index: number, value: T]): void {
    const { index, value } = readArguments('ParameterList.set', SET, args);
    const name = this.nameAt(index);
    this.listed.set(name, held(name, value, this.listed.get(name)) as Held<T>);
  }

  append(...args: [value: T]): this {
    return this.add(readArguments('ParameterList.append', APPEND, args).value);
  }

  private add(value: unknown): this {
    const name = String(this.length);
    this.listed.set(name, held(name, value, undefined) as Held<T>);
    return this;
  }

  extend(...args: [values: Iterable<T>]): this {
    return this.addAll(readArguments('ParameterList.extend', EXTEND, args).values);
  }

  private addAll(values: unknown): this {
    if (isTensor(values) || !VALUES.fits(values)) {
      const got = pythonTypeName(values);
      throw typeError(`ParameterList.extend should be called with an iterable, but got ${got}`);
    }
    for (const value of [...(values as Iterable<unknown>)]) this.add(value);
    return this;
  }

  /** The parameters from `start` to before `end`, like an array's slice, in a new list. */
  slice(start?: number, end?: number): ParameterList<T> {
    return new ParameterList<T>([...this].slice(start, end) as T[]);
  }

  pop(...args: []): Held<T> {
    readArguments('ParameterList.pop', NOTHING, args);
    const value = this.at(-1);
    this.listed.delete(String(this.length - 1));
    return value;
  }

  override extraRepr(): string {
    return [...this.listed].map(([name, value]) => describe(name, value, ({ dtype }) => String(dtype))).join('\n');
  }
}

/** `torch.FloatTensor` and the like, Python's older names of dtypes. */
/**
 * Parameters by name. A plain tensor becomes a parameter; other values are kept as they are.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ParameterDict.html
 * @example
 * const weights = new nn.ParameterDict({ left: torch.randn([2]), right: torch.randn([3]) });
 * weights.get('left').shape; // [2]
 */
export class ParameterDict<T = Tensor> extends NamedItems<T | Held<T>> {
  constructor(...args: [parameters?: Named<T | Held<T>> | null]) {
    super();
    const { parameters } = readArguments('ParameterDict', DICT, args);
    this.addAll((parameters ?? {}) as Named<T | Held<T>>);
  }

  override update(...args: [parameters: Named<T | Held<T>>]): this {
    return this.addAll(readArguments(this.labelOf('update'), UPDATE, args).parameters as Named<T | Held<T>>);
  }

  override forward(): never {
    throw runtimeError('ParameterDict should not be called.');
  }

  protected override check(name: string, value: unknown): Held<T> {
    if (isTensor(value) || value instanceof Module) this.refuseName(name);
    return held(name, value, this.named.get(name)) as Held<T>;
  }

  override get(key: string): Held<T>;
  override get<D>(key: string, otherwise: D): Held<T> | D;
  override get(...args: readonly unknown[]): unknown {
    const { key, default: otherwise } = readArguments(this.labelOf('get'), DEFAULT, args);
    const given = args.length > 1 || otherwise !== null;
    return given && !this.named.has(key) ? otherwise : this.itemOf(key);
  }

  /** The value with this name. If there is none, `value` is added. */
  setDefault(...args: [key: string, value?: T]): Held<T> {
    const { key, default: value } = readArguments(this.labelOf('setDefault'), DEFAULT, args);
    if (!this.named.has(key)) this.set(key, value as T);
    return this.itemOf(key) as Held<T>;
  }

  override pop(...args: [key: string]): Held<T> {
    return super.pop(...args) as Held<T>;
  }

  /** Removes and returns the newest item. */
  popItem(...args: []): [string, Held<T>] {
    readArguments(this.labelOf('popItem'), NOTHING, args);
    const name = [...this.keys()].at(-1);
    if (name === undefined) throw keyError('the ParameterDict is empty');
    return [name, this.pop(name)];
  }

  /** A copy with the same values. */
  copy(...args: []): ParameterDict<T> {
    readArguments(this.labelOf('copy'), NOTHING, args);
    return new ParameterDict<T>([...this.entries()]);
  }

  /** A new ParameterDict of these names, each with the same value. */
  fromKeys<D = null>(...args: [keys: Iterable<string>, value?: D]): ParameterDict<D> {
    const { keys, default: value } = readArguments(this.labelOf('fromKeys'), FROM_KEYS, args);
    return new ParameterDict<D>([...keys].map((key) => [key, value as D] as const));
  }

  /** In the order of the sorted names, as Python does with a plain dict. */
  protected override entriesOf(items: Readonly<Record<string, T | Held<T>>>): [string, T | Held<T>][] {
    return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  override extraRepr(): string {
    return [...this.named].map(([name, value]) => describe(name, value, (tensor) => tensor.type())).join('\n');
  }
}

limitArguments([ParameterList], { slice: 2 });
