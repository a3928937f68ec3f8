import { type DeviceLike, isDeviceLike } from './device';
import { DType } from './dtype';
import { type Tensor, isTensor } from './tensor';
import { notATensor } from '../arguments/describe';
import { type Field, value } from '../arguments/fields';

/** Arguments that are tensors, and what describes them. */

/** A Tensor. */
export const tensor = (): Field<Tensor> => ({ ...value<Tensor>('a Tensor', isTensor), refuse: notATensor });

/** A Tensor, an array of tensors, or another iterable of them; {@link tensorList} makes a list of it. */
export const tensors = (): Field<Tensor | Iterable<Tensor>> =>
  value<Tensor | Iterable<Tensor>>('a Tensor or an iterable of tensors', isIterableObject);

function isIterableObject(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return isTensor(given) || typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
}

/** The two states of an LSTM. */
export const pairOfTensors = (): Field<readonly [Tensor, Tensor]> =>
  value('a pair [h, c] of tensors', (v) => Array.isArray(v) && v.length === 2 && v.every(isTensor));

const anything = (): boolean => true;

/** Anything but nothing. */
export const something = (): Field<unknown> => value('a value', anything);

/** Whether a tensor fits an argument, and is passed on as it is. */
export const fitsTensors = ({ refuse, fits }: Field<unknown>): boolean => refuse !== undefined || fits === anything;

/** `device` and `dtype`, which everything that makes tensors takes. */
export const FACTORY = {
  device: value<DeviceLike | null>('a device', (v) => v === null || isDeviceLike(v), null as DeviceLike | null),
  dtype: value<DType | null>('a dtype', (v) => v === null || v instanceof DType, null as DType | null),
};

/** `value` as a tensor, or a TypeError that says how to make one. */
export function expectTensor(label: string, given: unknown, name?: string): Tensor {
  if (isTensor(given)) return given;
  throw notATensor(given, `${label}: ${name === undefined ? '' : `'${name}': `}`);
}

/** One tensor, or the tensors of an iterable, as a list. A tensor is one tensor, though it can be iterated. */
export function tensorList(label: string, given: Tensor | Iterable<Tensor>, name?: string): Tensor[] {
  if (isTensor(given)) return [given];
  if (!isIterableObject(given)) throw notATensor(given, `${label}: ${name === undefined ? '' : `'${name}': `}`);
  const list = [...given];
  for (const one of list) expectTensor(label, one, name);
  return list;
}
