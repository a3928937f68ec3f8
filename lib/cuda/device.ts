import type { Synchronous } from '../arguments/synchronous';
import { show } from '../arguments/describe';
import { any, value } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { native } from '../native/binding';
import type { DeviceProperties } from '../native/contract/cuda';
import { expectTensor } from '../tensor/arguments';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';
import type { Tensor } from '../tensor/tensor';
import { typeError, valueError } from '../errors';

export type { DeviceProperties };

/** A GPU by its number, `cuda`, `cuda:1` or a Device; the current one if left out. */
export type CudaDeviceLike = DeviceLike | number | null;

/** A GPU, or an object with a `device`. */
export type CudaDeviceArgument = CudaDeviceLike | CudaDeviceOptions;

/** A device by name. */
export interface CudaDeviceOptions {
  /** The GPU: its number, its name, or a Device. @defaultValue null, which means the current one */
  readonly device?: CudaDeviceLike;
}

/** The arguments of what takes a device. */
export type OneDevice = readonly [device?: CudaDeviceArgument];

const DEVICE = { device: any<CudaDeviceLike | null>() };
const NEEDED = { device: value<CudaDeviceLike>('a device', () => true) };

/** The number that was given; undefined where the current device is meant. @internal */
export function givenIndex(name: string, given: OneDevice): number | undefined {
  const { device } = readArguments(`torch.cuda.${name}`, DEVICE, given);
  if (device == null) return undefined;
  if (typeof device === 'number') {
    if (Number.isInteger(device)) return device;
    throw typeError(`torch.cuda.${name}(): a device's number must be a whole number, got ${device}`);
  }
  if (!isDeviceLike(device)) {
    throw typeError(`torch.cuda.${name}(): 'device' should be a device, got ${show(device)}`);
  }
  const { type, index } = device instanceof Device ? device : new Device(device);
  if (type === 'cuda') return index ?? undefined;
  throw valueError(`Expected a cuda device, but got: ${String(device)}`);
}

/** A device's number, with CUDA initialized. @internal */
export function deviceIndex(name: string, device: OneDevice): number {
  const given = givenIndex(name, device);
  return given === undefined || given < 0 ? native.cudaCurrentDevice() : given;
}

/**
 * Whether a GPU can be used: a CUDA build of libtorch, a driver and a GPU. Never throws.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.is_available.html
 * @example
 * const device = torch.cuda.isAvailable() ? 'cuda' : 'cpu';
 * torch.ones([2], { device });
 */
export function isAvailable(...args: []): boolean {
  takesNothing('torch.cuda.isAvailable', args);
  return deviceCount() > 0;
}

/** How many GPUs this process sees. `CUDA_VISIBLE_DEVICES` hides others. */
export function deviceCount(...args: []): number {
  takesNothing('torch.cuda.deviceCount', args);
  return native.cudaDeviceCount();
}

/**
 * Initializes CUDA. Functions that need a GPU do so themselves.
 *
 * @throws TorchError `ERR_TORCH_NO_CUDA` on a CPU build of libtorch; with the driver's reason where there is no GPU.
 */
export function init(...args: []): void {
  takesNothing('torch.cuda.init', args);
  native.cudaInit();
}

/** Whether CUDA has been initialized. */
export function isInitialized(...args: []): boolean {
  takesNothing('torch.cuda.isInitialized', args);
  return native.cudaIsInitialized();
}

/** The number of the device that `cuda` means. Each thread has its own. */
export function currentDevice(...args: []): number {
  takesNothing('torch.cuda.currentDevice', args);
  return native.cudaCurrentDevice();
}

/**
 * Sets which device `cuda` means from now on. A negative number changes nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.set_device.html
 */
export function setDevice(...device: [device: CudaDeviceArgument]): void {
  const index = givenIndex('setDevice', [readArguments('torch.cuda.setDevice', NEEDED, device).device]);
  if (index !== undefined && index >= 0) native.cudaSetDevice(index);
}

/**
 * Makes a device the current one while a synchronous function runs, or until the guard ends; null or a negative number
 * changes nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.device.html
 * @example
 * torch.cuda.device(1, () => torch.ones([2], { device: 'cuda' })); // needs 'cuda'
 */
export function device(which: CudaDeviceLike): ModeGuard;
export function device<R>(which: CudaDeviceLike, body: () => Synchronous<R>): R;
export function device<R>(which: CudaDeviceLike, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('cuda.device', 2, surplus);
  const index = givenIndex('device', [which]);
  return during('torch.cuda.device', switchDevice(index), body);
}

function switchDevice(index: number | undefined): ModeGuard {
  if (index === undefined || index < 0) return guard(() => undefined);
  const former = native.cudaCurrentDevice();
  native.cudaSetDevice(index);
  return guard(() => {
    native.cudaSetDevice(former);
  });
}

/**
 * Makes the device of a tensor the current one while a synchronous function runs, or until the guard ends; a tensor that is not
 * on a GPU changes nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.device_of.html
 */
export function deviceOf(obj: Tensor): ModeGuard;
export function deviceOf<R>(obj: Tensor, body: () => Synchronous<R>): R;
export function deviceOf<R>(obj: Tensor, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('cuda.deviceOf', 2, surplus);
  const { device: place } = expectTensor('torch.cuda.deviceOf', obj);
  return during('torch.cuda.deviceOf', switchDevice(place.type === 'cuda' ? (place.index ?? 0) : undefined), body);
}

/** The name of a device: `NVIDIA H100 80GB HBM3`. */
export function getDeviceName(...device: OneDevice): string {
  return getDeviceProperties(...device).name;
}

/** The compute capability: `[9, 0]`. */
export function getDeviceCapability(...device: OneDevice): [major: number, minor: number] {
  const { major, minor } = getDeviceProperties(...device);
  return [major, minor];
}

/**
 * The properties of a device.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.get_device_properties.html
 */
export function getDeviceProperties(...device: OneDevice): DeviceProperties {
  const { isIntegrated, isMultiGpuBoard, ...rest } = native.cudaDeviceInfo(deviceIndex('getDeviceProperties', device));
  return { ...rest, isIntegrated: isIntegrated !== 0, isMultiGpuBoard: isMultiGpuBoard !== 0 };
}

/** Whether the current device computes with bfloat16 by itself (compute capability 8.0 or more). */
export function isBf16Supported(...args: []): boolean {
  takesNothing('torch.cuda.isBf16Supported', args);
  return isAvailable() && getDeviceProperties().major >= 8;
}

/** Blocks the thread until the device has finished all its work. */
export function synchronize(...device: OneDevice): void {
  native.cudaSynchronize(deviceIndex('synchronize', device));
}
