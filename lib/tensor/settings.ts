/** Settings of libtorch. They hold for the whole process, including its workers. */
import { bool, choice, int, keyword, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { libtorch, native } from '../native/binding';
import { DType } from './dtype';
import { typeError, warnEachTime } from '../errors';

const DEFAULT_DTYPE = { d: value<DType>('a dtype', (given) => given instanceof DType) };
const THREADS = { count: int() };

/**
 * Sets the dtype of floating point literals and of factories such as `torch.zeros`.
 *
 * @throws TypeError for a dtype that is not a floating point one.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_default_dtype.html
 */
export function setDefaultDtype(...args: [d: DType]): void {
  const { d: dtype } = readArguments('setDefaultDtype', DEFAULT_DTYPE, args);
  if (!dtype.isFloatingPoint) {
    throw typeError(`setDefaultDtype(): only floating point dtypes are supported as the default, got ${String(dtype)}`);
  }
  native.setDefaultDtype(dtype.code);
}

/** Threads inside an operator. @see https://docs.pytorch.org/docs/2.13/generated/torch.set_num_threads.html */
export function setNumThreads(...args: [count: number]): void {
  native.setNumThreads(readArguments('setNumThreads', THREADS, args).count);
}

/** Threads inside an operator. @see https://docs.pytorch.org/docs/2.13/generated/torch.get_num_threads.html */
export function getNumThreads(...args: []): number {
  takesNothing('getNumThreads', args);
  return native.getNumThreads();
}

/**
 * Threads between operators; may be set once, before the first work.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_num_interop_threads.html
 */
export function setNumInteropThreads(...args: [count: number]): void {
  native.setNumInteropThreads(readArguments('setNumInteropThreads', THREADS, args).count);
}

/** Threads between operators. */
export function getNumInteropThreads(...args: []): number {
  takesNothing('getNumInteropThreads', args);
  return native.getNumInteropThreads();
}

/**
 * Makes operators without a deterministic form throw, or warn.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.use_deterministic_algorithms.html
 */
export function useDeterministicAlgorithms(
  mode: boolean,
  options?: {
    /** Warn instead of throwing where an operator is not deterministic. @defaultValue false */
    readonly warnOnly?: boolean;
  },
): void;
export function useDeterministicAlgorithms(...args: readonly unknown[]): void {
  const { mode, warnOnly } = readArguments('useDeterministicAlgorithms', DETERMINISTIC, args);
  native.setDeterministic(mode, warnOnly);
}

const DETERMINISTIC = { mode: bool(), warnOnly: keyword(bool(false)) };

/** Whether {@link useDeterministicAlgorithms} is on. */
export function areDeterministicAlgorithmsEnabled(...args: []): boolean {
  takesNothing('areDeterministicAlgorithmsEnabled', args);
  return native.isDeterministic();
}

/** Whether non-deterministic operators warn only. */
export function isDeterministicAlgorithmsWarnOnlyEnabled(...args: []): boolean {
  takesNothing('isDeterministicAlgorithmsWarnOnlyEnabled', args);
  return native.isDeterministicWarnOnly();
}

/**
 * Treats subnormal numbers as zero on the calling thread; returns whether the processor can.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_flush_denormal.html
 */
export function setFlushDenormal(mode: boolean | { readonly mode: boolean }): boolean;
export function setFlushDenormal(...args: readonly unknown[]): boolean {
  return native.setFlushDenormal(readArguments('setFlushDenormal', { mode: bool() }, args).mode);
}

/**
 * How precisely float32 matrices are multiplied on devices that have faster formats.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_float32_matmul_precision.html
 */
export function setFloat32MatmulPrecision(precision: Precision | { readonly precision: Precision }): void;
export function setFloat32MatmulPrecision(...args: readonly unknown[]): void {
  native.setFloat32MatmulPrecision(readArguments('setFloat32MatmulPrecision', PRECISION, args).precision);
}

type Precision = 'highest' | 'high' | 'medium';
const PRECISION = { precision: choice(['highest', 'high', 'medium']) };

/** The value that {@link setFloat32MatmulPrecision} set. */
export function getFloat32MatmulPrecision(...args: []): 'highest' | 'high' | 'medium' {
  takesNothing('getFloat32MatmulPrecision', args);
  return native.getFloat32MatmulPrecision() as 'highest' | 'high' | 'medium';
}

/**
 * Whether warnings are told each time, not once for each place of the program: those of libtorch in the whole process, those of
 * this library in the calling environment.
 *
 * @param b - True tells each time. It is false at first.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_warn_always.html
 */
export function setWarnAlways(...args: [b: boolean]): void {
  const { b } = readArguments('setWarnAlways', { b: bool() }, args);
  native.switchTo('warnAlways', b);
  warnEachTime(b);
}

/** Whether warnings are told each time: see {@link setWarnAlways}. */
export function isWarnAlwaysEnabled(...args: []): boolean {
  takesNothing('isWarnAlwaysEnabled', args);
  return native.isSwitchedOn('warnAlways');
}

/** Versions, as Python's `torch.version` and `torch.__config__` have them. */
export const version = {
  /** Of the libtorch that is loaded: `2.13.0`. */
  get torch(): string {
    return libtorch.version;
  },
  /** Of the CUDA that libtorch was built with, such as `13.0`; null for a CPU build. */
  get cuda(): string | null {
    const { cudaVersion } = native.backendFacts();
    return cudaVersion === 0 ? null : `${Math.floor(cudaVersion / 1000)}.${Math.floor((cudaVersion % 1000) / 10)}`;
  },
  /** How that libtorch was built. */
  get config(): string {
    return native.buildInfo().config;
  },
  /** What parallelizes its operators. */
  get parallelInfo(): string {
    return native.buildInfo().parallel;
  },
};
