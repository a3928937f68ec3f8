import { Complex } from '../tensor/complex';
import { PickleWriter } from './pickle-writer';
import { pickleTensor } from './pickle-tensor';
import { isOrderedDict, orderedDictAttributes, PickledObject, Size, TorchConstant } from './python-values';
import { typeError } from '../errors';
import {
  constantText,
  instanceText,
  isBytes,
  isMap,
  isPlain,
  isSet,
  type PicklerHost,
  treeText,
  VIEW,
  whyNot,
} from './savable';

/** Python's own pickler fails at about this depth. */
const MAX_DEPTH = 1000;

/** What is saved instead of a value that cannot be; `undefined` leaves it out. */
export type Replacer = (value: unknown, path: string) => unknown;

/**
 * Writes a JavaScript value as Python's `torch.save` would write the matching Python value.
 *
 * Objects and Maps become dicts, arrays lists, frozen arrays tuples, Sets sets, typed byte arrays bytes. An integral
 * number becomes an int, any other a float.
 */
export class Pickler {
  readonly #out = new PickleWriter();
  readonly #host: PicklerHost;
  readonly #memo = new Map<object, number>();
  /** The tuples that are being written. A tuple that contains itself cannot be. */
  readonly #open = new Set<object>();
  readonly #path: string[] = [];
  readonly #replacer: Replacer | null;

  constructor(host: PicklerHost, replacer: Replacer | null = null) {
    this.#host = host;
    this.#replacer = replacer;
  }

  /** The pickle of one value. */
  dump(value: unknown): Buffer {
    const replaced = this.#replaced(value);
    if (replaced === undefined) this.#refuse(whyNot(value, this.#host) ?? typeof value);
    this.#write(replaced);
    return this.#out.finish();
  }

  /** The value, or what the replacer gives for one that cannot be saved; undefined to leave it out. */
  #replaced(value: unknown): unknown {
    if (!this.#replacer || whyNot(value, this.#host) === null) return value;
    const replaced = this.#replacer(value, pathText(this.#path));
    const why = replaced === undefined ? null : whyNot(replaced, this.#host);
    if (why !== null) this.#refuse(`${why}, which the replacer returned,`);
    return replaced;
  }

  #replacedAt(step: string, value: unknown): unknown {
    if (!this.#replacer) return value;
    this.#path.push(step);
    const replaced = this.#replaced(value);
    this.#path.pop();
    return replaced;
  }

  #write(value: unknown): void {
    switch (typeof value) {
      case 'boolean':
        return this.#out.bool(value);
      case 'number':
        return this.#number(value);
      case 'bigint':
        return this.#out.bigint(value);
      case 'string':
        return this.#out.text(value);
      case 'object':
        return value === null ? this.#out.none() : this.#object(value);
      default:
        return this.#refuse(typeof value);
    }
  }

  #number(value: number): void {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
      this.#out.int(value);
    } else {
      this.#out.float(value);
    }
  }

  #object(value: object): void {
    const known = this.#memo.get(value);
    if (known !== undefined) return this.#out.get(known);
    if (this.#path.length >= MAX_DEPTH) this.#refuse('nesting of more than 1000 levels');
    if (this.#container(value) || this.#torchValue(value) || this.#plainObject(value)) return;
    this.#refuse(instanceText(value));
  }

  #container(value: object): boolean {
    if (Array.isArray(value)) {
      if (value instanceof Size) this.#size(value);
      else if (Object.isFrozen(value)) this.#tuple(value);
      else this.#list(value);
      return true;
    }
    if (isMap(value)) this.#dict(value, value);
    else if (isSet(value)) this.#set(value);
    else if (ArrayBuffer.isView(value)) this.#bytes(value);
    else return false;
    return true;
  }

  #torchValue(value: object): boolean {
    const described = this.#host.describeTensor(value);
    if (described) {
      this.#out.inline = described.inline;
      pickleTensor(this.#out, described.tensor, described.kind);
      this.#remember(value);
      return true;
    }
    const constant = value instanceof TorchConstant ? value : this.#host.describeConstant(value);
    if (constant) this.#constant(constant);
    else if (value instanceof Complex) this.#complex(value);
    else if (value instanceof PickledObject) this.#refuse(treeText(value));
    else return false;
    return true;
  }

  #plainObject(value: object): boolean {
    if (!isPlain(value)) return false;
    this.#dict(value, Object.entries(value));
    return true;
  }

  #list(items: readonly unknown[]): void {
    this.#out.emptyList();
    this.#remember(items);
    if (items.length === 0) return;
    this.#out.mark();
    this.#items(items);
    this.#out.appends();
  }

  #items(items: readonly unknown[]): void {
    for (let i = 0; i < items.length; i++) {
      const item = this.#replacedAt(`[${i}]`, items[i]);
      this.#at(`[${i}]`, this.#replacer && item === undefined ? null : item);
    }
  }

  #tuple(items: readonly unknown[]): void {
    if (this.#open.has(items)) this.#refuse('a tuple (a frozen array) that contains itself');
    if (items.length === 0) return this.#out.emptyTuple();
    this.#open.add(items);
    if (items.length > 3) this.#out.mark();
    this.#items(items);
    if (items.length === 1) this.#out.tuple1();
    else if (items.length === 2) this.#out.tuple2();
    else if (items.length === 3) this.#out.tuple3();
    else this.#out.tuple();
    this.#open.delete(items);
    this.#remember(items);
  }

  #size(size: Size): void {
    this.#out.global(['torch', 'Size']);
    this.#tuple(Array.from(size));
    this.#out.tuple1();
    this.#out.reduce();
    this.#remember(size);
  }

  #set(set: ReadonlySet<unknown>): void {
    this.#out.global(['__builtin__', 'set']);
    const items = Array.from(set, (item) => this.#replacedAt('[...]', item));
    this.#list(this.#replacer ? items.filter((item) => item !== undefined) : items);
    this.#out.tuple1();
    this.#out.reduce();
    this.#remember(set);
  }

  #dict(owner: object, entries: Iterable<readonly [unknown, unknown]>): void {
    const ordered = isOrderedDict(owner);
    if (ordered) {
      this.#out.global(['collections', 'OrderedDict']);
      this.#out.emptyTuple();
      this.#out.reduce();
    } else {
      this.#out.emptyDict();
    }
    this.#remember(owner);
    this.#entries(Array.from(entries));
    const attributes = ordered ? this.#replacedAt('(attributes)', orderedDictAttributes(owner)) : null;
    if (attributes === null || attributes === undefined) return;
    this.#at('(attributes)', attributes);
    this.#out.build();
  }

  #entries(all: readonly (readonly [unknown, unknown])[]): void {
    const entries = this.#replacer ? this.#kept(all) : all;
    if (entries.length === 0) return;
    this.#out.mark();
    for (const [key, value] of entries) {
      this.#at('(key)', key);
      this.#at(stepOf(key), value);
    }
    this.#out.setItems();
  }

  #kept(entries: readonly (readonly [unknown, unknown])[]): (readonly [unknown, unknown])[] {
    return entries
      .map(([key, value]) => [key, this.#replacedAt(stepOf(key), value)] as const)
      .filter(([, value]) => value !== undefined);
  }

  #bytes(view: ArrayBufferView): void {
    if (!isBytes(view)) this.#refuse(VIEW);
    this.#out.bytes(view as Uint8Array);
    this.#remember(view);
  }

  #constant(constant: TorchConstant): void {
    if (constant.kind === 'device') return this.#device(constant.name);
    if (constant.kind === 'dtype') return this.#out.global(['torch', constant.name]);
    this.#refuse(constantText(constant));
  }

  #device(name: string): void {
    const [type = 'cpu', index] = name.split(':');
    this.#out.global(['torch', 'device']);
    this.#out.text(type);
    if (index === undefined) {
      this.#out.tuple1();
    } else {
      this.#out.int(Number(index));
      this.#out.tuple2();
    }
    this.#out.reduce();
  }

  #complex(value: Complex): void {
    this.#out.global(['__builtin__', 'complex']);
    this.#out.float(value.re);
    this.#out.float(value.im);
    this.#out.tuple2();
    this.#out.reduce();
  }

  #at(step: string, value: unknown): void {
    this.#path.push(step);
    this.#write(value);
    this.#path.pop();
  }

  #remember(value: object): void {
    this.#memo.set(value, this.#out.put());
  }

  #refuse(what: string): never {
    const path = pathText(this.#path);
    throw typeError(
      `torch.save: ${what} cannot be saved${path === '' ? '' : ` at ${path}`}; expected tensors, plain objects, arrays, ` +
        'Maps, Sets, strings, numbers, bigints, booleans, null or Uint8Array. ' +
        'The option replacer says what is saved instead of such values',
    );
  }
}

function stepOf(key: unknown): string {
  return typeof key === 'string' ? `.${key}` : `[${String(key)}]`;
}

/** The last steps of a path. */
function pathText(path: readonly string[]): string {
  return path.slice(-20).join('').replace(/^\./, '');
}
