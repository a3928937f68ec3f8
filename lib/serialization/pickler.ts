import { Complex } from '../tensor/complex';
import { PickleWriter } from './pickle-writer';
import { pickleTensor } from './pickle-tensor';
import type { TensorKind } from './parameters';
import type { NativeSavedTensor } from '../native/contract/serialization';
import { isOrderedDict, orderedDictAttributes, PickledObject, Size, TorchConstant } from './values';
import { article } from '../arguments/describe';
import { typeError } from '../errors';

/** Python's own pickler gives up at about this depth. */
const MAX_DEPTH = 1000;

/** How the pickler learns about values that belong to other parts of the library. */
export interface PicklerHost {
  /** A tensor's description with its storages registered, or null when the value is not a tensor. */
  describeTensor(value: object): {
    readonly tensor: NativeSavedTensor;
    readonly kind: TensorKind;
    /** Where the pickle stands alone: see {@link PickleWriter.inline}. */
    readonly inline?: (part: NativeSavedTensor) => Uint8Array;
  } | null;
  /** A dtype or device, or null. */
  describeConstant(value: object): TorchConstant | null;
}

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
  /** Tuples that are being written: one inside itself has no end. */
  readonly #open = new Set<object>();
  readonly #path: string[] = [];

  constructor(host: PicklerHost) {
    this.#host = host;
  }

  /** The pickle of one value. */
  dump(value: unknown): Buffer {
    this.#write(value);
    return this.#out.finish();
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
    const name: unknown = value.constructor?.name;
    this.#refuse(typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'this object');
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
    else if (value instanceof PickledObject) this.#refuse(`${article(value.className)}, which was opened as a tree,`);
    else return false;
    return true;
  }

  #plainObject(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!plain) return false;
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
    for (let i = 0; i < items.length; i++) this.#at(`[${i}]`, items[i]);
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
    this.#list(Array.from(set));
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
    const attributes = ordered ? orderedDictAttributes(owner) : null;
    if (attributes === null) return;
    this.#at('(attributes)', attributes);
    this.#out.build();
  }

  #entries(entries: readonly (readonly [unknown, unknown])[]): void {
    if (entries.length === 0) return;
    this.#out.mark();
    for (const [key, value] of entries) {
      this.#at('(key)', key);
      this.#at(typeof key === 'string' ? `.${key}` : `[${String(key)}]`, value);
    }
    this.#out.setItems();
  }

  #bytes(view: ArrayBufferView): void {
    if (!(view instanceof Uint8Array) && Object.prototype.toString.call(view) !== '[object Uint8Array]') {
      this.#refuse('a typed array other than Uint8Array (make a tensor of it)');
    }
    this.#out.bytes(view as Uint8Array);
    this.#remember(view);
  }

  #constant(constant: TorchConstant): void {
    if (constant.kind === 'device') return this.#device(constant.name);
    if (constant.kind === 'dtype') return this.#out.global(['torch', constant.name]);
    this.#refuse(`a ${constant.kind}`);
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
    const path = this.#path.slice(-20).join('');
    const where = path === '' ? '' : ` at ${path.replace(/^\./, '')}`;
    throw typeError(
      `torch.save: ${what} cannot be saved${where}; expected tensors, plain objects, arrays, Maps, Sets, strings, numbers, ` +
        'bigints, booleans, null or Uint8Array',
    );
  }
}

// Values may come from another realm (jest, vm), where instanceof fails.
function isMap(value: object): value is ReadonlyMap<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]';
}

function isSet(value: object): value is ReadonlySet<unknown> {
  return Object.prototype.toString.call(value) === '[object Set]';
}
