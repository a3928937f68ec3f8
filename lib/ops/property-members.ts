/** What Python's Tensor has as attributes, and the small methods around them. */
import { native } from '../native/binding';
import { layout as codes, tensorFlag } from '../native/codes';
import { type Layout, layoutOf } from '../tensor/layout';
import { imag, real } from './generated/functions';
import { Tensor, handleOf } from '../tensor/tensor';
import { value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { asFunction } from './dispatch/operator';
import { defineMembers } from '../tensor/define-members';
import { typeError, valueError } from '../errors';

function swapLast(tensor: Tensor, name: string): Tensor {
  if (tensor.ndim < 2) throw valueError(`${name} needs a tensor of at least 2 dimensions, got ${tensor.ndim}`);
  return tensor.transpose(-2, -1);
}

function matrixOf(tensor: Tensor, name: string): Tensor {
  if (tensor.ndim !== 2 && tensor.ndim !== 0) throw valueError(`${name} needs 2 dimensions, got ${tensor.ndim}`);
  return tensor.ndim === 0 ? tensor : tensor.transpose(0, 1);
}

/** A class of tensors. Its constructor may be anything, since it does not run. */
export interface TensorSubclass<T extends Tensor> {
  readonly prototype: T;
}

const isTensorClass = (given: unknown): boolean =>
  typeof given === 'function' &&
  ((given as { prototype?: unknown }).prototype === Tensor.prototype ||
    (given as { prototype?: unknown }).prototype instanceof Tensor);
const SUBCLASS = {
  cls: value<TensorSubclass<Tensor>>('a class that extends Tensor', isTensorClass),
};
const alias = asFunction<(tensor: Tensor) => Tensor>('aten::alias');

const isOn = (tensor: unknown, type: string): boolean => (tensor as Tensor).device.type === type;

/** Python's attributes of Tensor. Exported, since its declaration would otherwise lose the import of Tensor. */
export const propertyMembers = {
  /** All dimensions in reverse order. */
  get T(): Tensor {
    const self = this as unknown as Tensor;
    return self.permute(self.shape.map((_, i, { length }) => length - 1 - i));
  },
  /** The last two dimensions swapped. */
  get mT(): Tensor {
    return swapLast(this as unknown as Tensor, 'mT');
  },
  /** The conjugate transpose of a matrix. */
  get H(): Tensor {
    const result = matrixOf(this as unknown as Tensor, 'H');
    return result.isComplex() ? result.conj() : result;
  },
  /** The last two dimensions swapped, and conjugated. */
  get mH(): Tensor {
    const result = swapLast(this as unknown as Tensor, 'mH');
    return result.isComplex() ? result.conj() : result;
  },
  /** The real part: a view of a complex tensor, a real tensor itself. */
  get real(): Tensor {
    const self = this as unknown as Tensor;
    return self.isComplex() ? real(self) : self;
  },
  /** The imaginary part, a view. */
  get imag(): Tensor {
    const self = this as unknown as Tensor;
    if (!self.isComplex()) throw typeError('imag is not implemented for tensors with non-complex dtypes');
    return imag(self);
  },
  get layout(): Layout {
    return layoutOf(native.layout(handleOf(this as unknown as Tensor)));
  },
  get itemsize(): number {
    return (this as unknown as Tensor).dtype.itemsize;
  },
  /** The bytes of the elements. */
  get nbytes(): number {
    const self = this as unknown as Tensor;
    return self.numel() * self.dtype.itemsize;
  },
  get isCpu(): boolean {
    return (this as unknown as Tensor).device.type === 'cpu';
  },
  get isCuda(): boolean {
    return (this as unknown as Tensor).device.type === 'cuda';
  },
  get isMeta(): boolean {
    return isOn(this, 'meta');
  },
  get isXpu(): boolean {
    return isOn(this, 'xpu');
  },
  get isMps(): boolean {
    return isOn(this, 'mps');
  },
  get isXla(): boolean {
    return isOn(this, 'xla');
  },
  get isVulkan(): boolean {
    return isOn(this, 'vulkan');
  },
  get isMaia(): boolean {
    return isOn(this, 'maia');
  },
  get isIpu(): boolean {
    return isOn(this, 'ipu');
  },
  get isMtia(): boolean {
    return isOn(this, 'mtia');
  },
  /** Whether its elements lie in the layout of oneDNN. */
  get isMkldnn(): boolean {
    return native.layout(handleOf(this as unknown as Tensor)) === codes._mkldnn;
  },
  get isSparse(): boolean {
    return native.layout(handleOf(this as unknown as Tensor)) === codes.sparse_coo;
  },
  get isSparseCsr(): boolean {
    return native.layout(handleOf(this as unknown as Tensor)) === codes.sparse_csr;
  },
  /** Whether its rows have sizes of their own: see `torch.nested`. */
  get isNested(): boolean {
    return (native.flags(handleOf(this as unknown as Tensor)) & tensorFlag.nested) !== 0;
  },
  /**
   * The same elements, with their graph, as an object of a class that extends Tensor, whose constructor does not run.
   *
   * @throws TypeError for what is no such class.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.as_subclass.html
   * @example
   * class Celsius extends torch.Tensor {}
   * torch.ones([2]).asSubclass(Celsius) instanceof Celsius; // true
   */
  asSubclass<T extends Tensor>(...args: [cls: TensorSubclass<T>]): T {
    const { cls } = readArguments('asSubclass', SUBCLASS, args);
    return Object.setPrototypeOf(alias(this as unknown as Tensor), cls.prototype) as T;
  },
  /** How often the storage has been changed in place. */
  get version(): number {
    return native.version(handleOf(this as unknown as Tensor));
  },
};

declare module '../tensor/tensor' {
  interface Tensor extends Readonly<typeof propertyMembers> {}
}

defineMembers(propertyMembers);

// The declarations would name the class without importing it.
export type { Tensor };
