/**
 * Python values for which JavaScript has no type, and marks on loaded objects, so that saving them writes what was
 * read.
 */
import { refuseSurplus } from '../arguments/read';

/**
 * `torch.Size`: the dimensions of a tensor. It is an array; saving one writes a `torch.Size` again.
 *
 * @example
 * ```ts
 * torch.save({ shape: torch.Size.from([2, 3]) }, 'shape.pt');
 * ```
 */
export class Size extends Array<number> {
  static override readonly [Symbol.species] = Array;
}

/** A value of `torch.dtype` or `torch.device` or a layout inside a checkpoint, by its name. */
export class TorchConstant {
  constructor(
    readonly kind: 'dtype' | 'device' | 'layout' | 'qscheme' | 'global',
    readonly name: string,
  ) {}

  toString(): string {
    return this.name;
  }
}

/**
 * An object of a class that was not rebuilt: `torch.load(path, { weightsOnly: false })` opens a pickled model as a
 * tree of these. Nothing of the class ran.
 */
export class PickledObject {
  constructor(
    /** The class with its module, such as `torch.nn.modules.linear.Linear`. */
    readonly className: string,
    /** What the constructor was given. */
    readonly args: readonly unknown[],
    /** What `__setstate__` would have been given: most often an object with the instance's attributes. */
    public state: unknown = null,
    /** The items, for a class that extends list. */
    public list: unknown[] | null = null,
    /** The entries, for a class that extends dict. */
    public dict: unknown = null,
    ...surplus: []
  ) {
    refuseSurplus('PickledObject', 5, surplus);
  }
}

interface Origin {
  /** Attributes that Python kept on the dict, such as `_metadata`. */
  readonly attributes: unknown;
}

const orderedDicts = new WeakMap<object, Origin>();

/**
 * Marks an object or Map so that `torch.save` writes it as a `collections.OrderedDict` with the given attributes.
 * State dicts carry their versions that way, under `_metadata`.
 */
export function markOrderedDict<T extends object>(value: T, attributes: unknown = null, ...surplus: []): T {
  refuseSurplus('markOrderedDict', 2, surplus);
  orderedDicts.set(value, { attributes });
  return value;
}

/** Whether the object was read from an `OrderedDict` or marked as one. */
export function isOrderedDict(value: object): boolean {
  return orderedDicts.has(value);
}

/** The attributes that an `OrderedDict` of Python had, such as `_metadata`, or null. */
export function orderedDictAttributes(value: object, ...surplus: []): unknown {
  refuseSurplus('orderedDictAttributes', 1, surplus);
  return orderedDicts.get(value)?.attributes ?? null;
}

/** Whether a plain object would reorder this key, or take it for something else. */
export function isUnsafeKey(key: string): boolean {
  return key === '__proto__' || /^(0|[1-9][0-9]{0,9})$/.test(key);
}
