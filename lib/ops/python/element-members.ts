/** Methods of Tensor that call a function of JavaScript for each element; and those of memory that processes share. */
import { bool, callback, keyword, nullable, value } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { refuseLater } from '../../arguments/synchronous';
import { runtimeError, typeError } from '../../errors';
import type { Complex } from '../../tensor/complex';
import { type DeviceLike, isDeviceLike } from '../../tensor/device';
import { type Layout, strided } from '../../tensor/layout';
import { defineMembers } from '../../tensor/define-members';
import { tensor as tensorField } from '../../tensor/arguments';
import type { Tensor } from '../../tensor/tensor';
import { tensor as makeTensor } from '../creation';
import { convert } from '../convert/to';
import { asFunction } from '../dispatch/operator';

/** An element as JavaScript has it. */
export type ElementValue = number | bigint | boolean | Complex;

type Call = (...elements: never[]) => ElementValue;

const ops = {
  expand: asFunction<(input: Tensor, size: readonly number[]) => Tensor>('aten::expand'),
  reshape: asFunction<(input: Tensor, size: readonly number[]) => Tensor>('aten::reshape'),
  toSparse: asFunction<(input: Tensor) => Tensor>('aten::to_sparse'),
  copy: asFunction<(input: Tensor, from: Tensor) => Tensor>('aten::copy_'),
};

function requirePlain(name: string, input: Tensor): void {
  if (input.requiresGrad) {
    throw runtimeError(`Can't call ${name}() on Variable that requires grad. Use var.detach().${name}() instead.`);
  }
  if (input.device.type !== 'cpu') throw typeError(`${name} is only implemented on CPU tensors`);
}

/** The other tensor's elements, in the order of the first one's. */
function elementsOf(name: string, like: Tensor, other: Tensor): unknown[] {
  if (other.dtype !== like.dtype) {
    throw typeError(`expected ${String(like.dtype)} for argument 'other' of ${name} (got ${String(other.dtype)})`);
  }
  const flat = ops.reshape(ops.expand(other, like.shape), [-1]);
  return (flat as unknown as { tolist(): unknown[] }).tolist();
}

function fill(name: string, target: Tensor, others: readonly Tensor[], call: Call): Tensor {
  requirePlain(name, target);
  const lists = [target, ...others].map((one) => elementsOf(name, target, one));
  const made = (lists[0] as unknown[]).map((_, i) => {
    const value = (call as (...elements: unknown[]) => ElementValue)(...lists.map((list) => list[i]));
    refuseLater(name, value, 'Give a function that returns the element.');
    if (value === undefined) throw typeError(`${name}(): the function returned nothing for element ${i}`);
    return value;
  });
  const { dtype, device } = target;
  const flat = makeTensor(made, { dtype, device });
  ops.copy(target, ops.reshape(flat, target.shape));
  return target;
}

const DIM_ORDER = { ambiguityCheck: keyword(bool(false)) };

function dimOrder(tensor: Tensor, isChecked: boolean): number[] {
  if ((tensor as Tensor & { readonly layout: Layout }).layout !== strided) {
    throw runtimeError("Can't get dim order on sparse type. Use Tensor.toDense() to convert to a dense tensor first.");
  }
  const strides = tensor.stride();
  const order = strides.map((_, i) => i).sort((a, b) => (strides[b] as number) - (strides[a] as number) || a - b);
  const isOpen = tensor.shape.includes(1) || strides.some((stride, i) => i > 0 && stride === strides[i - 1]);
  if (isChecked && isOpen) {
    throw runtimeError(
      'The tensor does not have unique dim order, or cannot map to exact one of the given memory formats.',
    );
  }
  return order;
}

const isPlace = (v: unknown): boolean => isDeviceLike(v) || Number.isInteger(v);
const MOVE = { device: nullable(value<number | DeviceLike>('a device or its number', isPlace)) };

/** A tensor on a device of a type: its number, or a name. */
function moved(tensor: Tensor, type: 'xpu' | 'ipu' | 'mtia', args: Args): Tensor {
  const device = readArguments(type, MOVE, args).device ?? type;
  return convert(tensor, { device: typeof device === 'number' ? `${type}:${device}` : device });
}

const APPLY = { callable: callback<Call>() };
const MAP = { tensor: tensorField(), ...APPLY };
const MAP2 = { x: tensorField(), y: tensorField(), ...APPLY };

export interface ElementMembers {
  /**
   * Replaces each element by what a function makes of it. It is slow: operators do the same in one call.
   *
   * @throws TorchError for a tensor that requires gradients; TypeError for one that is not on the CPU.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.apply_.html
   * @example
   * torch.tensor([1, 2]).apply_((x: number) => x * 10).tolist(); // [10, 20]
   */
  apply_(callable: (element: never) => ElementValue): this;
  /**
   * Replaces each element by what a function makes of it and of the other tensor's, which is broadcast.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.map_.html
   * @example
   * torch.tensor([1, 2]).map_(torch.tensor([3, 4]), (a: number, b: number) => a * b).tolist(); // [3, 8]
   */
  map_(tensor: Tensor, callable: (element: never, other: never) => ElementValue): this;
  /** Replaces each element by what a function makes of it and of those of two other tensors, which are broadcast. */
  map2_(x: Tensor, y: Tensor, callable: (element: never, x: never, y: never) => ElementValue): this;
  /**
   * Whether its memory can be shared without a copy: true, as workers of a process share the memory of any tensor
   * (`share`, `torch.shareState`).
   */
  isShared(): boolean;
  /** Does nothing, as the memory of any tensor can be shared. Returns the tensor. */
  shareMemory_(): this;
  /** The number of its GPU; -1 on the CPU. */
  getDevice(): number;
  /** On an Intel GPU. No libtorch that this package installs has one: it throws libtorch's error. */
  xpu(device?: number | DeviceLike | null): Tensor;
  /** On an IPU, as {@link xpu} on its device. */
  ipu(device?: number | DeviceLike | null): Tensor;
  /** On an MTIA, as {@link xpu} on its device. */
  mtia(device?: number | DeviceLike | null): Tensor;
  /** Sparse by coordinates: `toSparse()`. */
  toSparseCoo(): Tensor;
  /**
   * Its dimensions from the outermost in memory to the innermost.
   *
   * @throws TorchError for a sparse tensor, and for an order that is not the only one if that is checked.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dim_order.html
   * @example
   * torch.empty([2, 3, 5, 7]).transpose(1, 2).dimOrder(); // [0, 2, 1, 3]
   */
  dimOrder(options?: {
    /** Throw where dimensions could be in another order as well. @defaultValue false */
    readonly ambiguityCheck?: boolean;
  }): number[];
}

type Args = readonly never[];

const elementMembers = {
  apply_(this: Tensor, ...args: Args) {
    return fill('apply_', this, [], readArguments('apply_', APPLY, args).callable);
  },
  map_(this: Tensor, ...args: Args) {
    const { tensor: other, callable } = readArguments('map_', MAP, args);
    return fill('map_', this, [other], callable);
  },
  map2_(this: Tensor, ...args: Args) {
    const { x, y, callable } = readArguments('map2_', MAP2, args);
    return fill('map2_', this, [x, y], callable);
  },
  isShared(this: Tensor, ...args: Args) {
    takesNothing('isShared', args);
    return true;
  },
  shareMemory_(this: Tensor, ...args: Args) {
    takesNothing('shareMemory_', args);
    return this;
  },
  getDevice(this: Tensor, ...args: Args) {
    takesNothing('getDevice', args);
    return this.device.index ?? -1;
  },
  xpu(this: Tensor, ...args: Args) {
    return moved(this, 'xpu', args);
  },
  ipu(this: Tensor, ...args: Args) {
    return moved(this, 'ipu', args);
  },
  mtia(this: Tensor, ...args: Args) {
    return moved(this, 'mtia', args);
  },
  toSparseCoo(this: Tensor, ...args: Args) {
    takesNothing('toSparseCoo', args);
    return ops.toSparse(this);
  },
  dimOrder(this: Tensor, ...args: Args) {
    return dimOrder(this, readArguments('dimOrder', DIM_ORDER, args).ambiguityCheck);
  },
};

declare module '../../tensor/tensor' {
  interface Tensor extends ElementMembers {}
}

defineMembers(elementMembers);
