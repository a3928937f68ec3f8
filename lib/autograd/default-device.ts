/** `torch.setDefaultDevice`: where tensors are made that are given no device. */
import type { Synchronous } from '../arguments/synchronous';
import { show } from '../arguments/describe';
import { refuseSurplus, takesNothing } from '../arguments/read';
import { typeError } from '../errors';
import { empty } from '../ops/generated/functions';
import { deviceInForce, exchangeDevice } from '../tensor/default-device';
import { Device, type DeviceLike } from '../tensor/device';
import { type ModeGuard, during, guard } from './modes';

function deviceOf(given: unknown): Device | null {
  if (given === null || given instanceof Device) return given;
  if (typeof given === 'string') return new Device(given);
  throw typeError(`setDefaultDevice(): 'device' should be a device or null, got ${show(given)}`);
}

/**
 * Sets where factories such as `torch.zeros`, `torch.tensor` and the layers of `nn` make tensors that are given no device. Each
 * worker has its own. Functions that share memory, such as `torch.fromTypedArray`, stay where the memory is, and loaders draw
 * their orders on the CPU. With a synchronous function as second argument, the device lasts for that function: Python's
 * `with torch.device(...)`.
 *
 * @param device - A device, or null for the CPU.
 * @returns The result of the function; without one, a guard that restores the former device.
 * @throws TypeError for anything but a device, and if the function returns a promise.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_default_device.html
 * @example
 * torch.setDefaultDevice('meta', () => new nn.Linear(2, 3).weight.device.type); // 'meta'
 */
export function setDefaultDevice(device: DeviceLike | null): ModeGuard;
export function setDefaultDevice<R>(device: DeviceLike | null, body: () => Synchronous<R>): R;
export function setDefaultDevice<R>(device: DeviceLike | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('setDefaultDevice', 2, surplus);
  const former = exchangeDevice(deviceOf(device));
  const mode = guard(() => exchangeDevice(former));
  return during('torch.setDefaultDevice', mode, body);
}

/**
 * Where tensors are made that are given no device: the CPU, until {@link setDefaultDevice} says otherwise.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.get_default_device.html
 * @example
 * torch.getDefaultDevice().type; // 'cpu'
 */
export function getDefaultDevice(...args: []): Device {
  takesNothing('getDefaultDevice', args);
  const device = deviceInForce();
  if (device === null) return new Device('cpu');
  return device.index === null ? empty([0]).device : device;
}
