import { article } from '../arguments/describe';
import type { NativeSavedTensor } from '../native/contract/serialization';
import { Complex } from '../tensor/complex';
import type { TensorKind } from './parameters';
import { PickledObject, TorchConstant } from './python-values';

/** How the pickler learns about values that belong to other parts of the library. */
export interface PicklerHost {
  /** A tensor's description with its storages registered, or null when the value is not a tensor. */
  describeTensor(value: object): {
    readonly tensor: NativeSavedTensor;
    readonly kind: TensorKind;
    /** Where the pickle stands alone: see `PickleWriter.inline`. */
    readonly inline?: (part: NativeSavedTensor) => Uint8Array;
  } | null;
  /** A dtype or device, or null. */
  describeConstant(value: object): TorchConstant | null;
  /** Whether {@link describeTensor} would describe it. */
  isTensor(value: object): boolean;
}

/** Which values a checkpoint can hold, and how the others are called in messages. */

/** Why a value cannot be saved; null for one that can, as far as its own kind goes. @internal */
export function whyNot(value: unknown, host: PicklerHost): string | null {
  if (typeof value !== 'object') {
    return ['boolean', 'number', 'bigint', 'string'].includes(typeof value) ? null : typeof value;
  }
  if (value === null || Array.isArray(value) || isMap(value) || isSet(value)) return null;
  if (ArrayBuffer.isView(value)) return isBytes(value) ? null : VIEW;
  if (host.isTensor(value) || host.describeConstant(value) || value instanceof Complex) return null;
  if (value instanceof TorchConstant) return isSaved(value) ? null : constantText(value);
  if (value instanceof PickledObject) return treeText(value);
  return isPlain(value) ? null : instanceText(value);
}

function isSaved({ kind }: TorchConstant): boolean {
  return kind === 'device' || kind === 'dtype';
}

/** @internal */
export const VIEW = 'a typed array other than Uint8Array (make a tensor of it)';

/** @internal */
export function constantText({ kind, name }: TorchConstant): string {
  return kind === 'global' ? `the class or function ${name}` : `a ${kind}`;
}

/** @internal */
export function treeText({ className }: PickledObject): string {
  return `${article(className)}, which was opened as a tree,`;
}

/** @internal */
export function instanceText(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'this object';
}

// Values may come from another realm (jest, vm), where instanceof fails.

/** @internal */
export function isMap(value: object): value is ReadonlyMap<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]';
}

/** @internal */
export function isSet(value: object): value is ReadonlySet<unknown> {
  return Object.prototype.toString.call(value) === '[object Set]';
}

/** @internal */
export function isBytes(view: ArrayBufferView): boolean {
  return view instanceof Uint8Array || Object.prototype.toString.call(view) === '[object Uint8Array]';
}

/** @internal */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
