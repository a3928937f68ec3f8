import { valueError } from '../../errors';
import { Device, type DeviceLike } from '../../tensor/device';
import type { Parameter } from '../parameter';
import type { DdpValues } from './ddp-options';

/** Where a module is and its output goes: null for the CPU and for modules of several devices. */
export interface Placement {
  readonly device: Device;
  readonly deviceIds: readonly number[] | null;
  readonly outputDevice: number | null;
}

/** `3`, `'cuda:3'` or a device as a number. */
function indexOf(device: number | DeviceLike): number {
  return typeof device === 'number' ? device : (new Device(String(device)).index ?? 0);
}

const list = (values: Iterable<unknown>): string => `[${[...values].map(String).join(', ')}]`;

export function checkDevices(parameters: readonly Parameter[], options: DdpValues): Placement {
  const { deviceIds, outputDevice } = options;
  if (deviceIds && deviceIds.length > 1) {
    throw valueError('deviceIds can only be null or contain a single element.');
  }
  const devices = new Set(parameters.map((parameter) => String(parameter.device)));
  const types = new Set(parameters.map((parameter) => parameter.device.type));
  if (types.size !== 1) {
    throw valueError(
      "DistributedDataParallel's input module must be on the same type of devices, but input module parameters locate in " +
        `${list(types)}.`,
    );
  }
  const { device } = parameters[0] as Parameter;
  const [id] = deviceIds ?? [];
  if (id !== undefined && device.type !== 'cpu' && devices.size === 1) {
    return { device, deviceIds: [indexOf(id)], outputDevice: indexOf(outputDevice ?? id) };
  }
  if (id === undefined && !outputDevice) return { device, deviceIds: null, outputDevice: null };
  throw valueError(
    'DistributedDataParallel deviceIds and outputDevice arguments only work with single-device/multiple-device GPU ' +
      `modules or CPU modules, but got deviceIds ${deviceIds ? list(deviceIds) : 'null'}, outputDevice ` +
      `${String(outputDevice)}, and module parameters ${list(devices)}.`,
  );
}
