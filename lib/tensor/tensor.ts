import { inspect } from 'node:util';
import { native } from '../native/binding';
import { type CodeOf, tensorFlag } from '../native/codes';
import { type DType, dtypeOf } from './dtype';
import { Device } from './device';
import { Complex } from './complex';
import { MemoryFormat, channelsLast, contiguousFormat, preserveFormat } from './layout';
import { indexError, runtimeError, type TorchError, typeError } from '../errors';
import { notATensor, show } from '../arguments/describe';
import { bool, int, nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import type { Handle, NativeOperator } from '../native/contract';
import { Lifetimes } from './lifetimes';

/** Only this package makes tensors. An invented handle could refer to another tensor. */
const KEY = Symbol('Tensor');

/** The private parts of a tensor, for this package only. The class hands them out once, within this module. */
interface Internals {
  readonly isTensor: (value: unknown) => value is Tensor;
  readonly handleOrZero: (tensor: Tensor) => Handle;
  readonly join: (tensor: Tensor, family: object) => void;
  readonly takeHandle: (tensor: Tensor) => Handle;
  readonly handleOf: (tensor: Tensor) => Handle;
  readonly handleIn: (value: unknown) => Handle;
}

let internals: Internals;
let nestedSize: NativeOperator | undefined;
let nestedSizes: NativeOperator | undefined;

/** A nested tensor has one dimension more than its parts, of whose sizes libtorch has a table. */
function dimOfNested(handle: Handle): number {
  nestedSizes ??= native.bindOperator('aten::_nested_tensor_size', '');
  const table = nestedSizes(handle) as Handle;
  const [, dims] = native.shape(table);
  native.release(table);
  return (dims ?? 0) + 1;
}

const CROSSING = Symbol('a Tensor goes to another thread as tensor.share() or torch.shareState(…); it');

/**
 * An n-dimensional array on a device, with a history for autograd. Made by functions such as `torch.tensor` and by every
 * operator; it ends with `dispose()`, with its scope, or by garbage collection. Most of its members are added by the modules
 * above this one: see `members.ts`.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensors.html
 * @example
 * const x = torch.tensor([[1, 2], [3, 4]]);
 * x.add(1).sum().item(); // 14
 */
export class Tensor {
  #handle: Handle;
  /**
   * Structured cloning would turn a tensor into `{}`. A symbol cannot be cloned, and the error shows its text.
   *
   * @internal
   */
  readonly crossing = CROSSING;
  /** The tensors that share a weak reference with this one. See {@link Lifetimes}. */
  // eslint-disable-next-line no-unused-private-class-members -- it is there to keep them alive, not to be read
  #family: object | undefined = undefined;

  protected constructor(key: symbol, handle: Handle) {
    if (key !== KEY) throw typeError('Tensors are made by torch.tensor(), torch.zeros() and the like, not by new');
    this.#handle = handle;
    lifetimes.register(this);
  }

  static {
    internals = {
      isTensor: (value: unknown): value is Tensor => typeof value === 'object' && value !== null && #handle in value,
      handleOrZero: (tensor: Tensor): Handle => tensor.#handle,
      join: (tensor: Tensor, family: object): void => {
        tensor.#family = family;
      },
      takeHandle: (tensor: Tensor): Handle => {
        const handle = tensor.#handle;
        tensor.#handle = 0;
        return handle;
      },
      handleIn: (value: unknown): Handle =>
        typeof value === 'object' && value !== null && #handle in value ? value.#handle : 0,
      handleOf: (tensor: Tensor): Handle => {
        if (typeof tensor !== 'object' || tensor === null || !(#handle in tensor)) throw notATensor(tensor);
        const handle = tensor.#handle;
        if (handle === 0) throw disposed();
        return handle;
      },
    };
  }

  /** The extent of each dimension. */
  get shape(): readonly number[] {
    return native.shape(handleOf(this));
  }

  get dtype(): DType {
    return dtypeOf(native.dtype(handleOf(this)));
  }

  get device(): Device {
    return new Device(native.device(handleOf(this)));
  }

  /** The number of dimensions. */
  get ndim(): number {
    return this.#has(tensorFlag.nested) ? dimOfNested(handleOf(this)) : native.shape(handleOf(this)).length;
  }

  get requiresGrad(): boolean {
    return this.#has(tensorFlag.requiresGrad);
  }

  set requiresGrad(value: boolean) {
    if (typeof value !== 'boolean') throw typeError(`Tensor.requiresGrad should be a boolean, got ${show(value)}`);
    native.setRequiresGrad(handleOf(this), value);
  }

  get isLeaf(): boolean {
    return this.#has(tensorFlag.isLeaf);
  }

  get retainsGrad(): boolean {
    return this.#has(tensorFlag.retainsGrad);
  }

  /** The accumulated gradient, or null. */
  get grad(): Tensor | null {
    return wrapOrNull(native.grad(handleOf(this)));
  }

  set grad(value: Tensor | null) {
    if (value !== null && !isTensor(value)) throw notATensor(value, 'Tensor.grad: ');
    native.setGrad(handleOf(this), value === null ? null : handleOf(value));
  }

  /** The same storage without a history: changes through it are not seen by autograd. */
  get data(): Tensor {
    return wrap(native.variableData(handleOf(this)));
  }

  set data(value: Tensor) {
    if (!isTensor(value)) throw notATensor(value, 'Tensor.data: ');
    native.setData(handleOf(this), handleOf(value));
  }

  get isDisposed(): boolean {
    return this.#handle === 0;
  }

  #has(flag: CodeOf<typeof tensorFlag>): boolean {
    return (native.flags(handleOf(this)) & flag) !== 0;
  }

  /** Whether the elements lie one after the other, in the order of the dimensions or in that of a memory format. */
  isContiguous(memoryFormat?: MemoryFormat | { readonly memoryFormat?: MemoryFormat }): boolean;
  isContiguous(...args: readonly unknown[]): boolean {
    return args.length === 0 ? this.#has(tensorFlag.contiguous) : isContiguousIn(this, args);
  }

  isPinned(): boolean {
    return this.#has(tensorFlag.pinned);
  }

  isInference(): boolean {
    return this.#has(tensorFlag.inference);
  }

  isConj(): boolean {
    return this.#has(tensorFlag.conj);
  }

  isNeg(): boolean {
    return this.#has(tensorFlag.neg);
  }

  get isQuantized(): boolean {
    return this.#has(tensorFlag.quantized);
  }

  /** Whether it has a gradient function: it is the result of recorded operators. */
  get hasGradFn(): boolean {
    return this.#has(tensorFlag.gradFn);
  }

  /** The number of elements. */
  numel(): number {
    return native.numel(handleOf(this));
  }

  /** The number of dimensions. */
  dim(): number {
    return this.ndim;
  }

  /** The shape, or the extent of one dimension. */
  size(): readonly number[];
  size(dim: number | { readonly dim: number }): number;
  size(...args: readonly unknown[]): readonly number[] | number {
    if (args.length === 1 && typeof args[0] === 'number' && this.#has(tensorFlag.nested)) {
      // Only some dimensions of a nested tensor have one size.
      nestedSize ??= native.bindOperator('aten::size', 'int');
      return nestedSize(handleOf(this), args[0]) as number;
    }
    return args.length === 0 ? this.shape : pick('size', this.shape, args);
  }

  /** Steps between neighbors, in elements. */
  stride(): readonly number[];
  stride(dim: number | { readonly dim: number }): number;
  stride(...args: readonly unknown[]): readonly number[] | number {
    const strides = native.stride(handleOf(this));
    return args.length === 0 ? strides : pick('stride', strides, args);
  }

  /** The first element's position in the storage, in elements. */
  storageOffset(): number {
    return native.storageInfo(handleOf(this)).offset;
  }

  elementSize(): number {
    return this.dtype.itemsize;
  }

  /**
   * The address of the first element, as a bigint.
   *
   * @throws TorchError for a tensor without a storage of its own: a sparse one, or one that stands for many in `vmap`.
   */
  dataPtr(): bigint {
    const { address, offset, exists } = native.storageInfo(handleOf(this));
    if (!exists) throw runtimeError("Cannot access data pointer of Tensor that doesn't have storage");
    return address + BigInt(offset * this.dtype.itemsize);
  }

  /**
   * The only element: a number, a boolean, a bigint beyond 2^53, or a `Complex`. Its type is a number's unless the program says
   * otherwise, since the type of a tensor does not know its dtype.
   *
   * @typeParam T - What it is: `boolean` of a bool tensor, `torch.Complex` of a complex one, `number | bigint` of int64 beyond 2^53.
   * @example
   * const loss = torch.tensor(0.5).item(); // 0.5, a number
   * const equal = torch.tensor(true).item<boolean>();
   */
  item<T extends number | bigint | boolean | Complex = number>(): T {
    const value = native.item(handleOf(this));
    return (Array.isArray(value) ? new Complex(...value) : value) as T;
  }

  /** Turns the recording of operators on this leaf on or off; returns this tensor. */
  requiresGrad_(requiresGrad?: boolean | { readonly requiresGrad?: boolean }): this;
  requiresGrad_(...args: readonly unknown[]): this {
    native.setRequiresGrad(handleOf(this), readArguments('requiresGrad_', FLAG, args).requiresGrad);
    return this;
  }

  /** Keeps the gradient of this non-leaf tensor in `grad`. */
  retainGrad(): void {
    native.retainGrad(handleOf(this));
  }

  /** Ends this tensor now. Calling it twice does nothing. Storage that other tensors share stays. */
  dispose(...args: []): void {
    takesNothing('Tensor.dispose', args);
    const handle = internals.takeHandle(this);
    if (handle !== 0) native.release(handle);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /**
   * What JavaScript's operators see. Where they ask for a number (`+t`, `t < best`, `Math.max(t)`, `t + 1`), a tensor of one
   * element without a graph is its number; every other tensor is an error, for JavaScript cannot add tensors. As a text
   * (`${t}`, `String(t)`), every tensor prints.
   *
   * @throws TypeError for several elements, a graph, a complex number: it names the method to use.
   * @example
   * const best = torch.tensor(0.5);
   * best.mul(2) > best; // true
   * `best: ${best}`; // best: 0.5
   */
  [Symbol.toPrimitive](hint: 'number' | 'default' | 'string'): string | number | bigint | boolean {
    return hint === 'string' ? this.toString() : primitiveOf(this);
  }

  toString(): string {
    return this.isDisposed ? 'Tensor(disposed)' : printers.format(this);
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** @internal Set by ops/print, which needs operators and so stands above this module. */
export const printers: { format: (tensor: Tensor) => string } = {
  format: (tensor) => `Tensor([${tensor.shape.join(', ')}], ${tensor.dtype})`,
};

function disposed(): TorchError {
  return runtimeError('this tensor has been disposed', { code: 'ERR_TORCH_DISPOSED' });
}

function primitiveOf(tensor: Tensor): number | bigint | boolean {
  const count = tensor.numel();
  if (count !== 1) {
    const { shape } = tensor;
    throw typeError(
      `a Tensor of shape [${shape.join(', ')}] is not a number, and JavaScript's operators do not work on tensors: ` +
        'use methods, such as a.add(b) for a + b, a.lt(b) for a < b, x.max() for Math.max(x), or a template to print it',
    );
  }
  if (tensor.requiresGrad) {
    throw typeError(
      'a Tensor that requires gradients is not a number: use loss.item() for its value (total += loss.item()), ' +
        'or methods that record, such as a.add(b) for a + b',
    );
  }
  const value = tensor.item<number | bigint | boolean | Complex>();
  if (value instanceof Complex) throw typeError('a complex Tensor is not a number: use x.item(), x.real or x.abs()');
  return value;
}

function pick(label: string, values: readonly number[], args: readonly unknown[]): readonly number[] | number {
  const dim = args.length === 1 && typeof args[0] === 'number' ? args[0] : readArguments(label, DIM, args).dim;
  if (dim === null) return values;
  const value = values.at(dim);
  if (value === undefined || !Number.isInteger(dim)) {
    throw indexError(`Dimension out of range: expected one of [${-values.length}, ${values.length - 1}], got ${dim}`);
  }
  return value;
}

const DIM = { dim: nullable(int()) };
const FLAG = { requiresGrad: bool(true) };

const FORMAT = {
  memoryFormat: value<MemoryFormat>('a memory format', (given) => given instanceof MemoryFormat, contiguousFormat),
};

function isContiguousIn(tensor: Tensor, args: readonly unknown[]): boolean {
  const { memoryFormat } = readArguments('isContiguous', FORMAT, args);
  if (memoryFormat === contiguousFormat || memoryFormat === preserveFormat) return tensor.isContiguous();
  const last = memoryFormat === channelsLast ? [0, 2, 3, 1] : [0, 2, 3, 4, 1];
  return tensor.ndim === last.length && tensor.permute(last).isContiguous();
}

/** The handle of a live tensor. @internal */
export const handleOf = internals.handleOf;

/** The handle of a live tensor; 0 for anything else. @internal */
export const handleIn = internals.handleIn;

/** Whether `value` is a tensor of this environment. @internal */
export const isTensor = internals.isTensor;

/** @internal */
export const lifetimes = new Lifetimes<Tensor>(internals);

type MadeOfHandle = new (key: symbol, handle: Handle) => Tensor;

/** Makes the tensor of a handle that native code has just returned. @internal */
export function wrap(handle: Handle): Tensor {
  return new (Tensor as unknown as MadeOfHandle)(KEY, handle);
}

/** @internal */
export function wrapOrNull(handle: Handle | null): Tensor | null {
  return handle === null ? null : wrap(handle);
}

/** The key of the constructors of subclasses. @internal */
export const tensorKey = KEY;

/** A tensor of a subclass over the same handle, which is moved out of `tensor`. @internal */
export function rewrap<T extends Tensor>(Class: new (key: symbol, handle: Handle) => T, tensor: Tensor): T {
  return new Class(KEY, native.alias(handleOf(tensor)));
}
