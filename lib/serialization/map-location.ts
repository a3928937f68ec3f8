import { show } from '../arguments/describe';
import { nullable, value } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { native } from '../native/binding';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';
import { serializationError } from './errors';
import { typeError } from '../errors';

/**
 * Where storages go: one device for all of them, a device for each location that they were saved on, or a function
 * that is called with each location (`cpu`, `cuda:0`) and may return null to leave it.
 */
export type MapLocation =
  | DeviceLike
  | Readonly<Record<string, Device | string>>
  | ReadonlyMap<string, Device | string>
  | ((location: string) => Device | string | null | undefined);

/** `mapLocation` as an argument. @internal */
export const MAP_LOCATION = nullable(
  value<MapLocation>(
    'a device, a table of devices, a function',
    (v) => isDeviceLike(v) || typeof v === 'function' || v instanceof Map || isPlainObject(v),
  ),
);

/** The device of each location, for native code. */
export function resolveLocations(
  label: string,
  locations: readonly string[],
  mapLocation: MapLocation | null,
): string[] {
  const target = mapperOf(mapLocation);
  return locations.map((location) => {
    const asked = target(location);
    return checked(label, asked ?? location, location, asked != null);
  });
}

type Mapper = (location: string) => Device | string | null | undefined;

function mapperOf(mapLocation: MapLocation | null): Mapper {
  if (mapLocation === null) return () => null;
  if (isDeviceLike(mapLocation)) return () => mapLocation;
  if (typeof mapLocation === 'function') return mapLocation;
  if (mapLocation instanceof Map)
    return (location) => (mapLocation as ReadonlyMap<string, Device | string>).get(location);
  const table = mapLocation as Readonly<Record<string, Device | string>>;
  return (location) => (Object.hasOwn(table, location) ? table[location] : null);
}

function checked(label: string, device: unknown, location: string, asked: boolean): string {
  if (!isDeviceLike(device)) {
    throw typeError(`${label}: mapLocation returned ${show(device)} for ${location}; expected a device`);
  }
  const name = deviceName(String(device));
  const missing = name === null ? `there is no device ${JSON.stringify(String(device))}` : whatIsMissing(name);
  if (name !== null && missing === null) return name;
  if (!asked) {
    throw serializationError(
      `${label}: the checkpoint was saved on ${location}, but ${missing}; pass { mapLocation: 'cpu' } to load it to memory`,
    );
  }
  throw serializationError(
    `${label}: mapLocation asks for ${String(device)} for what was saved on ${location}, but ${missing}`,
  );
}

/** As libtorch spells it; null for a device that it does not know. */
function deviceName(device: string): string | null {
  try {
    return new Device(device).toString();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Why nothing can be put on a device, or null. */
function whatIsMissing(name: string): string | null {
  const [type, index] = name.split(':');
  if (type === 'cpu' || type === 'meta') return null;
  if (type !== 'cuda') return `${type} is missing here: this libtorch has no such device`;
  if (native.buildInfo().flavour !== 'cuda') return 'cuda is missing here: this libtorch was built for the CPU';
  const count = native.cudaDeviceCount();
  if (count === 0) return 'cuda is missing here: no GPU, or no driver for one, was found';
  if (index === undefined || Number(index) < count) return null;
  return `${name} is missing here: this machine has ${count} GPU${count === 1 ? '' : 's'}`;
}
