import { show } from '../arguments/describe';
import { refuseSurplus } from '../arguments/read';
import * as cuda from '../cuda/index';
import { runtimeError } from '../errors';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';
import * as cpu from './cpu';
import { currentAccelerator } from './index';

const MODULES: Readonly<Record<string, typeof cpu | typeof cuda>> = { cpu, cuda };

/**
 * The functions of a device: `torch.cuda` or `torch.cpu`.
 *
 * @param device - The device; left out, that of the accelerator, or the CPU where libtorch was built for none.
 * @throws TorchError for devices that have no functions here.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.get_device_module.html
 * @example
 * torch.getDeviceModule('cpu') === torch.cpu; // true
 */
export function getDeviceModule(device: 'cpu' | `cpu:${number}`): typeof cpu;
export function getDeviceModule(device: 'cuda' | `cuda:${number}`): typeof cuda;
export function getDeviceModule(device?: DeviceLike | null): typeof cpu | typeof cuda;
export function getDeviceModule(device: DeviceLike | null = null, ...surplus: []): typeof cpu | typeof cuda {
  refuseSurplus('getDeviceModule', 1, surplus);
  if (device !== null && !isDeviceLike(device)) {
    throw runtimeError(`Invalid value of device '${show(device)}', expect torch.device, str, or None`);
  }
  const chosen = device ?? currentAccelerator() ?? 'cpu';
  const { type } = typeof chosen === 'string' ? new Device(chosen) : chosen;
  const module = Object.hasOwn(MODULES, type) ? MODULES[type] : undefined;
  if (module) return module;
  throw runtimeError(`Device '${type}' does not have a corresponding module registered as 'torch.${type}'.`);
}
