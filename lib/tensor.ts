import { inspect } from 'node:util';
import { native } from './binding';
import { type DType, dtypeOf } from './dtype';
import { Device } from './device';
import { Complex } from './enums';
import { TorchError, indexError, typeError } from './errors';
import { notATensor } from './arguments/describe';
import type { Handle } from './native';
import { Lifetimes } from './scope';
import type { TensorMembers } from './tensor-members';
import type { TensorMethods } from './tensor.generated';

/** Only this module makes tensors: a handle that somebody invented would alias another's. */
const KEY = Symbol('Tensor');

const CROSSING = Symbol('a Tensor goes to another thread as tensor.share() or torch.shareState(…); it');

/** Bits of `native.flags`. */
const enum Flag {
  RequiresGrad = 1,
  IsLeaf = 2,
  Contiguous = 4,
  Pinned = 8,
  Inference = 16,
  RetainsGrad = 32,
  GradFn = 64,
  Conj = 128,
  Neg = 256,
  Quantized = 512,
}

export interface BackwardOptions {
  /** The gradient of the result with respect to this tensor; may be left out for a scalar. */
  readonly gradient?: Tensor | null;
  /** Keep the graph for another backward. The default is `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the backward itself, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Accumulate into these leaves only. */
  readonly inputs?: readonly Tensor[];
}

export interface Tensor extends TensorMethods, TensorMembers {}

/**
 * An n-dimensional array on a device, with a history for autograd. Made by functions such as `torch.tensor` and by every
 * operator; it ends with `dispose()`, with its scope, or by garbage collection.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensors.html
 * @example
 * const x = torch.tensor([[1, 2], [3, 4]]);
 * x.add(1).sum().item(); // 14
 */
export class Tensor {
  #handle: Handle;
  /**
   * Structured cloning would make `{}` of a tensor; a symbol cannot be cloned, and the error shows its text.
   *
   * @internal
   */
  readonly crossing = CROSSING;
  /** The tensors whose end is watched together with this one's: see {@link Lifetimes}. */
  // eslint-disable-next-line no-unused-private-class-members -- it is there to keep them alive, not to be read
  #family: object | undefined = undefined;

  /** @internal */
  constructor(key: symbol, handle: Handle) {
    if (key !== KEY) throw typeError('Tensors are made by torch.tensor(), torch.zeros() and the like, not by new');
    this.#handle = handle;
    lifetimes.register(this);
  }

  /** @internal */
  static readonly internals = {
    key: KEY,
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
    handleOf: (tensor: Tensor): Handle => {
      if (typeof tensor !== 'object' || tensor === null || !(#handle in tensor)) throw notATensor(tensor);
      const handle = tensor.#handle;
      if (handle === 0) throw disposed();
      return handle;
    },
  };

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
    return native.shape(handleOf(this)).length;
  }

  get requiresGrad(): boolean {
    return this.#has(Flag.RequiresGrad);
  }

  set requiresGrad(value: boolean) {
    native.setRequiresGrad(handleOf(this), value);
  }

  get isLeaf(): boolean {
    return this.#has(Flag.IsLeaf);
  }

  get retainsGrad(): boolean {
    return this.#has(Flag.RetainsGrad);
  }

  /** The name of the function that made this tensor, such as `AddBackward0`; null for a leaf. */
  get gradFn(): string | null {
    return native.gradFunctionName(handleOf(this));
  }

  /** The accumulated gradient, or null. */
  get grad(): Tensor | null {
    return wrapOrNull(native.grad(handleOf(this)));
  }

  set grad(value: Tensor | null) {
    native.setGrad(handleOf(this), value === null ? null : handleOf(value));
  }

  /** The same storage without a history: changes through it are not seen by autograd. */
  get data(): Tensor {
    return wrap(native.variableData(handleOf(this)));
  }

  set data(value: Tensor) {
    native.setData(handleOf(this), handleOf(value));
  }

  get isDisposed(): boolean {
    return this.#handle === 0;
  }

  #has(flag: Flag): boolean {
    return (native.flags(handleOf(this)) & flag) !== 0;
  }

  isContiguous(): boolean {
    return this.#has(Flag.Contiguous);
  }

  isPinned(): boolean {
    return this.#has(Flag.Pinned);
  }

  isInference(): boolean {
    return this.#has(Flag.Inference);
  }

  isConj(): boolean {
    return this.#has(Flag.Conj);
  }

  isNeg(): boolean {
    return this.#has(Flag.Neg);
  }

  get isQuantized(): boolean {
    return this.#has(Flag.Quantized);
  }

  /** Whether it has a gradient function: it is the result of recorded operators. */
  get hasGradFn(): boolean {
    return this.#has(Flag.GradFn);
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
  size(dim: number): number;
  size(dim?: number): readonly number[] | number {
    return dim === undefined ? this.shape : pick(this.shape, dim);
  }

  /** Steps between neighbours, in elements. */
  stride(): readonly number[];
  stride(dim: number): number;
  stride(dim?: number): readonly number[] | number {
    const strides = native.stride(handleOf(this));
    return dim === undefined ? strides : pick(strides, dim);
  }

  /** The first element's position in the storage, in elements. */
  storageOffset(): number {
    return native.storageInfo(handleOf(this)).offset;
  }

  elementSize(): number {
    return this.dtype.itemsize;
  }

  /** The address of the first element, as a bigint. */
  dataPtr(): bigint {
    const { address, offset } = native.storageInfo(handleOf(this));
    return address + BigInt(offset * this.dtype.itemsize);
  }

  /** The only element: a number, a boolean, a bigint beyond 2^53, or a `Complex`. */
  item(): number | bigint | boolean | Complex {
    const value = native.item(handleOf(this));
    return Array.isArray(value) ? new Complex(...value) : value;
  }

  /** Turns the recording of operators on this leaf on or off; returns this tensor. */
  requiresGrad_(requiresGrad = true): this {
    native.setRequiresGrad(handleOf(this), requiresGrad);
    return this;
  }

  /** Keeps the gradient of this non-leaf tensor in `grad`. */
  retainGrad(): void {
    native.retainGrad(handleOf(this));
  }

  /**
   * Computes the gradients of the leaves that this tensor was made from and adds them to their `grad`.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.backward.html
   */
  backward(options: BackwardOptions | Tensor = {}): void {
    const {
      gradient = null,
      createGraph = false,
      retainGraph = createGraph,
      inputs = [],
    } = options instanceof Tensor ? { gradient: options } : options;
    native.backward(
      [handleOf(this)],
      [gradient === null ? null : handleOf(gradient)],
      retainGraph,
      createGraph,
      inputs.map(handleOf),
    );
  }

  /** Ends this tensor now. Calling it twice does nothing. Storage that other tensors share stays. */
  dispose(): void {
    const handle = Tensor.internals.takeHandle(this);
    if (handle !== 0) native.release(handle);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  toString(): string {
    return this.isDisposed ? 'Tensor(disposed)' : printers.format(this);
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** @internal Set by lib/print.ts, which needs operators and so stands above this module. */
export const printers: { format: (tensor: Tensor) => string } = {
  format: (tensor) => `Tensor([${tensor.shape.join(', ')}], ${tensor.dtype})`,
};

function disposed(): TorchError {
  return new TorchError('this tensor has been disposed', { code: 'ERR_TORCH_DISPOSED' });
}

function pick(values: readonly number[], dim: number): number {
  const value = values.at(dim);
  if (value === undefined || !Number.isInteger(dim)) {
    throw indexError(`Dimension out of range: expected one of [${-values.length}, ${values.length - 1}], got ${dim}`);
  }
  return value;
}

/** The handle of a live tensor. @internal */
export const handleOf = Tensor.internals.handleOf;

/** Whether `value` is a tensor of this environment. @internal */
export const isTensor = Tensor.internals.isTensor;

/** @internal */
export const lifetimes = new Lifetimes<Tensor>(Tensor.internals);

/** Makes the tensor of a handle that native code has just returned. @internal */
export function wrap(handle: Handle): Tensor {
  return new Tensor(KEY, handle);
}

/** @internal */
export function wrapOrNull(handle: Handle | null): Tensor | null {
  return handle === null ? null : wrap(handle);
}

/** A tensor of a subclass over the same handle, which is moved out of `tensor`. @internal */
export function rewrap<T extends Tensor>(Class: new (key: symbol, handle: Handle) => T, tensor: Tensor): T {
  return new Class(KEY, native.alias(handleOf(tensor)));
}
