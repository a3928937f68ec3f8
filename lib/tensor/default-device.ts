import type { Device, DeviceLike } from './device';

/**
 * The device of tensors that are made without one. Each environment has its own, as each thread of Python has; operators ask for
 * it wherever a factory is called.
 */
let current: Device | null = null;

/** The device that was set; null for the CPU. @internal */
export const deviceInForce = (): Device | null => current;

/** Sets it, and returns the former one. @internal */
export function exchangeDevice(device: Device | null): Device | null {
  const former = current;
  current = device;
  return former;
}

/** What a factory of Python's list makes a tensor on: what was given, or else the default. @internal */
export const deviceFor = (given: DeviceLike | null | undefined): DeviceLike | null => given ?? current;

/** The factories that heed it, as in Python; `zerosLike` and the like take the device of their tensor. @internal */
export const FACTORIES: ReadonlySet<string> = new Set(
  [
    ...['empty', 'empty_permuted', 'empty_strided', 'empty_quantized', 'ones', 'arange', 'bartlett_window', 'eye'],
    ...['blackman_window', 'fft_fftfreq', 'fft_rfftfreq', 'full', 'hamming_window', 'hann_window', 'kaiser_window'],
    ...['linspace', 'logspace', 'rand', 'randn', 'randint', 'randperm', 'range', 'scalar_tensor'],
    ...['tril_indices', 'triu_indices', 'zeros'],
  ].map((name) => `aten::${name}`),
);
