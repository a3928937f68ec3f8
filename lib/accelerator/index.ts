/**
 * `torch.accelerator`: the GPU, whatever it is called. Here it is CUDA's where libtorch is a CUDA build, and none on a CPU
 * build; a program that is written against this namespace names no device.
 */
import type { Synchronous } from '../arguments/synchronous';
import { bool } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { show } from '../arguments/describe';
import { type ModeGuard, during, guard } from '../autograd/modes';
import * as cuda from '../cuda/index';
import { runtimeError, typeError, valueError } from '../errors';
import { kindOf } from '../install/version';
import { libtorch, native } from '../native/binding';
import { type DType, dtypeOf } from '../tensor/dtype';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';

/** A device of the accelerator: its number, its name, or a Device; the current one if left out. */
export type AcceleratorDevice = number | DeviceLike | null;

type OneDevice = readonly [device?: AcceleratorDevice];

const NONE = 'Cannot access accelerator device when none is available.';

const accelerator = kindOf(libtorch.flavour) === 'cuda' ? new Device('cuda') : null;

const CURRENT = { checkAvailable: bool(false) };

/**
 * The kind of accelerator that libtorch was built for, without a number; null if it was built for none.
 *
 * @param checkAvailable - Also null where such a device cannot be used now. @defaultValue false
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.current_accelerator.html
 * @example
 * const device = torch.accelerator.currentAccelerator(true) ?? 'cpu';
 * torch.ones([2], { device });
 */
export function currentAccelerator(
  checkAvailable?:
    | boolean
    | {
        /** Also null where such a device cannot be used now. @defaultValue false */
        readonly checkAvailable?: boolean;
      },
): Device | null;
export function currentAccelerator(...args: readonly unknown[]): Device | null {
  const { checkAvailable } = readArguments('torch.accelerator.currentAccelerator', CURRENT, args);
  return checkAvailable && !isAvailable() ? null : accelerator;
}

/** Whether an accelerator can be used. @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.is_available.html */
export function isAvailable(...args: []): boolean {
  takesNothing('torch.accelerator.isAvailable', args);
  return accelerator !== null && cuda.isAvailable();
}

/** How many devices the accelerator has; 0 without one. */
export function deviceCount(...args: []): number {
  takesNothing('torch.accelerator.deviceCount', args);
  return accelerator === null ? 0 : cuda.deviceCount();
}

function requireAccelerator(): void {
  if (accelerator === null) throw runtimeError(NONE);
}

/** The number of a device. `given` is what the caller wrote. */
function indexOf(name: string, given: unknown, optional: boolean): number {
  if (typeof given === 'number') {
    if (Number.isInteger(given)) return given;
    throw typeError(`torch.accelerator.${name}(): a device's number must be a whole number, got ${given}`);
  }
  if (given == null) {
    if (optional) return currentDeviceIndex();
  } else if (isDeviceLike(given)) {
    const { type, index } = typeof given === 'string' ? new Device(given) : given;
    if (accelerator === null) throw runtimeError('Accelerator expected');
    if (type !== accelerator.type) {
      throw valueError(`${type} doesn't match the current accelerator ${accelerator.toString()}.`);
    }
    if (index !== null) return index;
    if (optional) return currentDeviceIndex();
  } else {
    throw typeError(`torch.accelerator.${name}(): 'device' should be a device, got ${show(given)}`);
  }
  const shown = given == null ? 'None' : String(given);
  throw valueError(`Expected a torch.device with a specified index or an integer, but got:${shown}`);
}

/** The number of the device of a call that may leave it out. */
function deviceOf(name: string, args: OneDevice): number {
  const [device, ...surplus] = args;
  refuseSurplus(`torch.accelerator.${name}`, 1, surplus);
  const index = indexOf(name, device, true);
  requireAccelerator();
  return index;
}

/** The number of the current device. @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.current_device_index.html */
export function currentDeviceIndex(...args: []): number {
  takesNothing('torch.accelerator.currentDeviceIndex', args);
  requireAccelerator();
  return cuda.currentDevice();
}

/** Makes a device the current one. @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.set_device_index.html */
export function setDeviceIndex(device: AcceleratorDevice, ...surplus: []): void {
  refuseSurplus('torch.accelerator.setDeviceIndex', 1, surplus);
  const index = indexOf('setDeviceIndex', device, false);
  requireAccelerator();
  cuda.setDevice(index);
}

/**
 * Makes a device the current one for a while: until `using` ends, or for a synchronous function. Null changes nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.device_index.html
 * @example
 * torch.accelerator.deviceIndex(null, () => torch.ones([2]));
 */
export function deviceIndex(device: number | null): ModeGuard;
export function deviceIndex<R>(device: number | null, body: () => Synchronous<R>): R;
export function deviceIndex<R>(device: number | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.accelerator.deviceIndex', 2, surplus);
  return during('torch.accelerator.deviceIndex', switchTo(device), body);
}

function switchTo(device: number | null): ModeGuard {
  if (device === null) return guard(() => undefined);
  const index = indexOf('deviceIndex', device, false);
  const former = currentDeviceIndex();
  cuda.setDevice(index);
  return guard(() => {
    cuda.setDevice(former);
  });
}

/** The stream that work of a device goes to. */
export function currentStream(...device: OneDevice): cuda.Stream {
  return cuda.currentStream(deviceOf('currentStream', device));
}

/** Makes a stream the current one of its device. */
export function setStream(stream: cuda.Stream, ...surplus: []): void {
  refuseSurplus('torch.accelerator.setStream', 1, surplus);
  if (!(stream instanceof cuda.Stream)) {
    throw typeError(`torch.accelerator.setStream(): 'stream' should be a Stream, got ${show(stream)}`);
  }
  cuda.setStream(stream);
}

/** Waits until a device has done all of its work. @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.synchronize.html */
export function synchronize(...device: OneDevice): void {
  cuda.synchronize(deviceOf('synchronize', device));
}

/** What a device can do. */
export interface DeviceCapability {
  /** The dtypes of which it can hold tensors, and convert from and to. */
  readonly supportedDtypes: ReadonlySet<DType>;
}

/**
 * What a device can do.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.accelerator.get_device_capability.html
 */
export function getDeviceCapability(...device: OneDevice): DeviceCapability {
  const index = deviceOf('getDeviceCapability', device);
  return { supportedDtypes: new Set(native.deviceDtypes(index).map(dtypeOf)) };
}

/** Gives pinned memory that is cached and not in use back to the system. */
export function emptyHostCache(...args: []): void {
  takesNothing('torch.accelerator.emptyHostCache', args);
  requireAccelerator();
  native.emptyHostCache();
}

export { Graph, type GraphOptions } from '../cuda/graphs';

/** Gives memory that is cached and not in use back to the driver. */
export function emptyCache(...args: []): void {
  takesNothing('torch.accelerator.emptyCache', args);
  requireAccelerator();
  cuda.emptyCache();
}

/** What the allocator of a device counts, by names such as `allocated_bytes.all.current`. */
export function memoryStats(...device: OneDevice): cuda.MemoryStats {
  return cuda.memoryStats(deviceOf('memoryStats', device));
}

/** Bytes that tensors of a device have now. */
export function memoryAllocated(...device: OneDevice): number {
  return cuda.memoryAllocated(deviceOf('memoryAllocated', device));
}

/** The most bytes that tensors of a device have had, since the start or {@link resetPeakMemoryStats}. */
export function maxMemoryAllocated(...device: OneDevice): number {
  return cuda.maxMemoryAllocated(deviceOf('maxMemoryAllocated', device));
}

/** Bytes that the allocator of a device has from the driver now. */
export function memoryReserved(...device: OneDevice): number {
  return cuda.memoryReserved(deviceOf('memoryReserved', device));
}

/** The most bytes that the allocator of a device has had, since the start or {@link resetPeakMemoryStats}. */
export function maxMemoryReserved(...device: OneDevice): number {
  return cuda.maxMemoryReserved(deviceOf('maxMemoryReserved', device));
}

/** Sets the sums in the statistics of a device to 0. */
export function resetAccumulatedMemoryStats(...device: OneDevice): void {
  cuda.resetAccumulatedMemoryStats(deviceOf('resetAccumulatedMemoryStats', device));
}

/** Resets the peaks in the statistics of a device to the current values. */
export function resetPeakMemoryStats(...device: OneDevice): void {
  cuda.resetPeakMemoryStats(deviceOf('resetPeakMemoryStats', device));
}

/** The free and the whole memory of a device, in bytes. */
export function getMemoryInfo(...device: OneDevice): [free: number, total: number] {
  return cuda.memGetInfo(deviceOf('getMemoryInfo', device));
}
