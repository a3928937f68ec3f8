import { type Tensor, isTensor } from '../../tensor-methods';
import { Module } from '../module';
import { Parameter } from '../parameter';

type Named<T> = Iterable<readonly [string, T]> | Readonly<Record<string, T>>;

function pairsOf<T>(named: Named<T>): Iterable<readonly [string, T]> {
  return Symbol.iterator in named ? (named as Iterable<readonly [string, T]>) : Object.entries(named);
}

/** What the dictionaries share: values by name, in the order in which they were added. */
abstract class NamedItems<T> extends Module {
  constructor() {
    super();
    this.state.items = new Map();
  }

  protected abstract check(name: string, value: unknown): T;

  protected get named(): Map<string, T> {
    return this.state.items as Map<string, T>;
  }

  get size(): number {
    return this.named.size;
  }

  get(name: string): T {
    const value = this.named.get(name);
    if (value === undefined) throw new TypeError(`${this.constructor.name} has no item '${name}'`);
    return value;
  }

  has(name: string): boolean {
    return this.named.has(name);
  }

  set(name: string, value: T): this {
    if (typeof name !== 'string' || name === '' || name.includes('.')) {
      throw new TypeError(`a name in a ${this.constructor.name} cannot be '${name}'`);
    }
    this.named.set(name, this.check(name, value));
    return this;
  }

  delete(name: string): boolean {
    return this.named.delete(name);
  }

  clear(): void {
    this.named.clear();
  }

  /** Takes an item out. */
  pop(name: string): T {
    const value = this.get(name);
    this.named.delete(name);
    return value;
  }

  update(items: Named<T>): this {
    for (const [name, value] of pairsOf(items)) this.set(name, value);
    return this;
  }

  keys(): IterableIterator<string> {
    return this.named.keys();
  }

  values(): IterableIterator<T> {
    return this.named.values();
  }

  entries(): IterableIterator<[string, T]> {
    return this.named.entries();
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.keys();
  }
}

/**
 * Modules by name.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ModuleDict.html
 * @example
 * const heads = new nn.ModuleDict({ spam: new nn.Linear(8, 2), topic: new nn.Linear(8, 20) });
 * heads.get('spam').forward(torch.ones([1, 8]));
 */
export class ModuleDict<M extends Module = Module> extends NamedItems<M> {
  constructor(modules: Named<M> = {}) {
    super();
    this.update(modules);
  }

  protected override check(name: string, value: unknown): M {
    if (!(value instanceof Module)) throw new TypeError(`'${name}' of a ModuleDict is not a Module`);
    return value as M;
  }
}

function describeItem(name: string, value: Tensor, type: string): string {
  const device = value.device.type === 'cpu' ? '' : ` (${String(value.device)})`;
  const kind = value instanceof Parameter ? 'Parameter' : 'Tensor';
  return `  (${name}): ${kind} containing: [${type} of size ${value.shape.join('x')}${device}]`;
}

const asParameter = (value: unknown, what: string): Parameter => {
  if (value instanceof Parameter) return value;
  if (isTensor(value)) return new Parameter(value);
  throw new TypeError(`${what} takes tensors, which become parameters`);
};

/**
 * Parameters in a list; a plain tensor becomes one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ParameterList.html
 * @example
 * const weights = new nn.ParameterList([torch.randn([2, 2]), torch.randn([2])]);
 * weights.at(0).shape; // [2, 2]
 */
export class ParameterList extends Module {
  constructor(values: Iterable<Tensor> = []) {
    super();
    this.state.items = new Map();
    this.extend(values);
  }

  private get parameterItems(): Map<string, Parameter> {
    return this.state.items as Map<string, Parameter>;
  }

  get length(): number {
    return this.parameterItems.size;
  }

  [Symbol.iterator](): IterableIterator<Parameter> {
    return this.parameterItems.values();
  }

  private nameAt(index: number): string {
    const at = index < 0 ? index + this.length : index;
    if (!this.parameterItems.has(String(at))) throw new TypeError(`index ${index} is out of range`);
    return String(at);
  }

  at(index: number): Parameter {
    return this.parameterItems.get(this.nameAt(index)) as Parameter;
  }

  set(index: number, value: Tensor): void {
    this.parameterItems.set(this.nameAt(index), asParameter(value, 'ParameterList'));
  }

  append(value: Tensor): this {
    this.parameterItems.set(String(this.length), asParameter(value, 'ParameterList'));
    return this;
  }

  extend(values: Iterable<Tensor>): this {
    for (const value of [...values]) this.append(value);
    return this;
  }

  /** Those from `start` up to `end`, as of an array, in a new list of the same parameters. */
  slice(start?: number, end?: number): ParameterList {
    return new ParameterList([...this].slice(start, end));
  }

  pop(): Parameter {
    const value = this.at(-1);
    this.parameterItems.delete(String(this.length - 1));
    return value;
  }

  override extraRepr(): string {
    return [...this.parameterItems].map(([name, value]) => describeItem(name, value, String(value.dtype))).join('\n');
  }
}

/** `torch.FloatTensor` and the like, Python's older names of dtypes. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  ...{ float32: 'Float', float64: 'Double', float16: 'Half', bfloat16: 'BFloat16', uint8: 'Byte', int8: 'Char' },
  ...{
    int16: 'Short',
    int32: 'Int',
    int64: 'Long',
    bool: 'Bool',
    complex64: 'ComplexFloat',
    complex128: 'ComplexDouble',
  },
};

function typeName(value: Tensor): string {
  const device = value.device.type === 'cpu' ? '' : `.${value.device.type}`;
  return `torch${device}.${TYPE_NAMES[value.dtype.name] ?? value.dtype.name}Tensor`;
}

/**
 * Parameters by name; a plain tensor becomes one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ParameterDict.html
 * @example
 * new nn.ParameterDict({ left: torch.randn([2]), right: torch.randn([3]) }).get('left').shape; // [2]
 */
export class ParameterDict extends NamedItems<Tensor> {
  constructor(parameters: Named<Tensor> = {}) {
    super();
    this.update(parameters);
  }

  protected override check(_name: string, value: unknown): Parameter {
    return asParameter(value, 'ParameterDict');
  }

  override get(name: string): Parameter;
  override get<D>(name: string, otherwise: D): Parameter | D;
  override get<D>(name: string, ...otherwise: [D?]): Parameter | D {
    if (otherwise.length > 0 && !this.has(name)) return otherwise[0] as D;
    return super.get(name);
  }

  /** The parameter of this name; where there is none, `value` becomes it. */
  setDefault(name: string, value: Tensor): Parameter {
    if (!this.has(name)) this.set(name, value);
    return this.get(name);
  }

  /** Takes the newest parameter out, with its name. */
  popItem(): [string, Parameter] {
    const name = [...this.keys()].at(-1);
    if (name === undefined) throw new TypeError('the ParameterDict is empty');
    return [name, this.pop(name)];
  }

  /** A ParameterDict of the same parameters. */
  copy(): ParameterDict {
    return new ParameterDict([...this.entries()]);
  }

  /** Of a plain object in the order of the sorted names, as Python does with a plain dict; else in the order given. */
  override update(items: Named<Tensor>): this {
    if (Symbol.iterator in items) return super.update(items);
    return super.update(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  override extraRepr(): string {
    return [...this.named].map(([name, value]) => describeItem(name, value, typeName(value))).join('\n');
  }
}
