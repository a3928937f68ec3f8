import { type Tensor, isTensor } from '../tensor-methods';
import { asTensor } from '../creation/index';
import { branchRecorder } from './branches';
import { bool, callback, keyword, nullable, value } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { native } from '../../native/binding';
import type { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import { runtimeError, valueError } from '../../errors';
import { FACTORY } from '../../tensor/arguments';

/** Functions of `torch` that Python has outside its dispatcher, and that fit nowhere else. */

type Data = Parameters<typeof asTensor>[0];

/** How {@link asarray} makes a tensor. */
export interface AsarrayOptions {
  /** The dtype. @defaultValue that of the data */
  readonly dtype?: DType | null;
  /** The device. @defaultValue that of the data */
  readonly device?: DeviceLike | null;
  /** True copies always, false never, null where it has to. @defaultValue null */
  readonly copy?: boolean | null;
  /** Whether the result's operations are recorded for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
}

const ASARRAY = {
  obj: value<Data>('a value', () => true),
  dtype: keyword(FACTORY.dtype),
  device: keyword(FACTORY.device),
  copy: keyword(nullable(bool())),
  requiresGrad: keyword(bool(false)),
};

/**
 * A tensor of the same data: the tensor itself where nothing has to change, a view of a typed array's memory, a copy
 * otherwise.
 *
 * @param obj a tensor, a typed array, numbers in nested arrays, or a number
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.asarray.html
 * @example
 * const x = torch.ones([2]);
 * torch.asarray(x, { copy: true }); // another tensor
 */
export function asarray(...args: [obj: Data, options?: AsarrayOptions]): Tensor {
  const { obj, dtype, device, copy, requiresGrad } = readArguments('torch.asarray', ASARRAY, args);
  const made = asTensor(obj, { dtype, device });
  const shares = made === (obj as unknown) || (ArrayBuffer.isView(obj) && made.dtype === asTensor(obj).dtype);
  if (copy === false && !shares) {
    throw valueError("can't alias the data of this object with these options");
  }
  const detached =
    isTensor(obj) && made === (obj as unknown) && obj.requiresGrad && !requiresGrad ? made.detach() : made;
  const result = copy === true && shares ? detached.clone() : detached;
  return requiresGrad && !result.requiresGrad ? result.requiresGrad_() : result;
}

const COND = {
  pred: value<boolean | Tensor>('a boolean or a Tensor of one element', (v) => typeof v === 'boolean' || isTensor(v)),
  trueFn: callback<(...operands: unknown[]) => unknown>(),
  falseFn: callback<(...operands: unknown[]) => unknown>(),
  operands: value<readonly unknown[]>('an array', (v) => Array.isArray(v), []),
};

/**
 * Calls one of two functions. While `torch.export.export` records a model, a choice by a tensor calls both: the program
 * has both, and chooses at each call. They return tensors then, as many of the same dtypes and shapes.
 *
 * @param pred which one: a boolean, or a tensor of one element
 * @param trueFn called with the operands if it is true
 * @param falseFn called with the operands if it is false
 * @param operands what the functions get
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cond.html
 * @example
 * const x = torch.ones([2]);
 * torch.cond(x.sum().gt(1), (a) => a.cos(), (a) => a.sin(), [x]);
 */
export function cond<A extends readonly unknown[], R>(
  ...args: [
    pred: boolean | Tensor,
    trueFn: (...operands: A) => R,
    falseFn: (...operands: A) => R,
    operands?:
      | A
      | {
          /** What the functions get. @defaultValue [] */
          readonly operands?: A;
        },
  ]
): R {
  const { pred, trueFn, falseFn, operands } = readArguments('torch.cond', COND, args as readonly unknown[]);
  if (isTensor(pred) && pred.numel() !== 1) {
    throw runtimeError(`Expected pred to be bool or tensor, but got ${String(pred)}.`);
  }
  const record = isTensor(pred) ? branchRecorder() : null;
  if (record) return record({ pred: pred as Tensor, trueFn, falseFn, operands }) as R;
  const chosen = isTensor(pred) ? Boolean(pred.item()) : pred;
  return (chosen ? trueFn : falseFn)(...operands) as R;
}

/** Whether something is a storage: never, as storages are no objects here. */
export function isStorage(...args: [obj: unknown]): boolean {
  readArguments('torch.isStorage', { obj: value('a value', () => true) }, args);
  return false;
}

const DEBUG_MODES = ['default', 'warn', 'error'] as const;
const DEBUG_MODE = {
  debugMode: value<number | string>(
    '0, 1, 2, or default, warn, error',
    (v) => typeof v === 'number' || typeof v === 'string',
  ),
};

/**
 * Chooses what happens where an operator has no deterministic kernel: nothing (0, `default`), a warning (1, `warn`) or an
 * error (2, `error`).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_deterministic_debug_mode.html
 */
export function setDeterministicDebugMode(...args: [debugMode: number | 'default' | 'warn' | 'error']): void {
  const { debugMode } = readArguments('torch.setDeterministicDebugMode', DEBUG_MODE, args);
  const mode = typeof debugMode === 'string' ? DEBUG_MODES.indexOf(debugMode as 'warn') : debugMode;
  if (![0, 1, 2].includes(mode)) {
    throw typeof debugMode === 'string'
      ? runtimeError(
          `invalid value of debug_mode, expected one of \`default\`, \`warn\`, \`error\`, but got ${debugMode}`,
        )
      : runtimeError(`invalid value of debug_mode, expected 0, 1, or 2, but got ${debugMode}`);
  }
  native.setDeterministic(mode > 0, mode === 1);
}

/** 0, 1 or 2: see {@link setDeterministicDebugMode}. */
export function getDeterministicDebugMode(...args: []): number {
  takesNothing('torch.getDeterministicDebugMode', args);
  if (!native.isDeterministic()) return 0;
  return native.isDeterministicWarnOnly() ? 1 : 2;
}

const NUMBER = { a: value<number | boolean>('a number', (v) => typeof v === 'number' || typeof v === 'boolean') };
const PAIR = { ...NUMBER, b: NUMBER.a };

/** The integer of a number, as `int` of Python: the part before the point. */
export function symInt(...args: [a: number | boolean]): number {
  const a = Number(readArguments('torch.symInt', NUMBER, args).a);
  if (!Number.isFinite(a)) throw valueError(`cannot convert float ${Number.isNaN(a) ? 'NaN' : 'infinity'} to integer`);
  return Math.trunc(a) + 0;
}

/** The number itself. Python has it for sizes that are not known yet. */
export function symFloat(...args: [a: number | boolean]): number {
  return Number(readArguments('torch.symFloat', NUMBER, args).a);
}

/** The square root of a number. */
export function symSqrt(...args: [a: number]): number {
  return Math.sqrt(Number(readArguments('torch.symSqrt', NUMBER, args).a));
}

/** The larger of two numbers. */
export function symMax(...args: [a: number, b: number]): number {
  const { a, b } = readArguments('torch.symMax', PAIR, args);
  return Number(b) > Number(a) ? Number(b) : Number(a);
}

/** The smaller of two numbers. */
export function symMin(...args: [a: number, b: number]): number {
  const { a, b } = readArguments('torch.symMin', PAIR, args);
  return Number(b) < Number(a) ? Number(b) : Number(a);
}

/** The opposite of a boolean. */
export function symNot(...args: [a: boolean]): boolean {
  return !readArguments('torch.symNot', NUMBER, args).a;
}

/**
 * The sum of numbers.
 *
 * @param args - The numbers, in an array.
 */
export function symSum(...args: [args: readonly number[]]): number {
  const { args: numbers } = readArguments('torch.symSum', SUM, args);
  return numbers.reduce((sum, one) => sum + one, 0);
}

const isNumbers = (v: unknown): boolean => Array.isArray(v) && v.every((one) => typeof one === 'number');
const SUM = { args: value<readonly number[]>('an array of numbers', isNumbers) };
const ITE = { b: bool(), t: value('a value', () => true), f: value('a value', () => true) };

/** One of two values. */
export function symIte<T>(...args: [b: boolean, t: T, f: T]): T {
  const { b, t, f } = readArguments('torch.symIte', ITE, args);
  return (b ? t : f) as T;
}
