import { show } from '../arguments/describe';
import { nullable, value } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { native } from '../native/binding';
import { Device, type DeviceLike } from '../tensor/device';
import { serializationError } from './errors';
import { typeError } from '../errors';

/**
 * Where storages go: one device for all of them, a device for each location that they were saved on, or a function
 * that is called with each location (`cpu`, `cuda:0`) and may return null to leave it.
 */
export type MapLocation =
  | DeviceLike
  | Readonly<Record<string, DeviceLike>>
  | ReadonlyMap<string, DeviceLike>
  | ((location: string) => DeviceLike | null | undefined);

/** `mapLocation` as an argument. @internal */
export const MAP_LOCATION = nullable(
  value<MapLocation>(
    'a device, a table of devices, a function',
    (v) =>
      typeof v === 'string' || typeof v === 'function' || v instanceof Device || v instanceof Map || isPlainObject(v),
  ),
);

/** The device of each location, for native code. */
export function resolveLocations(
  label: string,
  locations: readonly string[],
  mapLocation: MapLocation | null,
): string[] {
  const target = mapperOf(mapLocation);
  return locations.map((location) => checked(label, target(location) ?? location, location));
}

type Mapper = (location: string) => DeviceLike | null | undefined;

function mapperOf(mapLocation: MapLocation | null): Mapper {
  if (mapLocation === null) return () => null;
  if (typeof mapLocation === 'string' || mapLocation instanceof Device) return () => mapLocation;
  if (typeof mapLocation === 'function') return mapLocation;
  if (mapLocation instanceof Map) return (location) => (mapLocation as ReadonlyMap<string, DeviceLike>).get(location);
  const table = mapLocation as Readonly<Record<string, DeviceLike>>;
  return (location) => (Object.hasOwn(table, location) ? table[location] : null);
}

function checked(label: string, device: unknown, location: string): string {
  if (typeof device !== 'string' && !(device instanceof Device)) {
    throw typeError(`${label}: mapLocation returned ${show(device)} for ${location}; expected a device`);
  }
  const name = new Device(String(device)).toString();
  const here = name === 'cpu' || name === 'meta' || (name.startsWith('cuda') && native.buildInfo().flavour === 'cuda');
  if (here) return name;
  throw serializationError(
    `${label}: the checkpoint was saved on ${location}, which is not available here; ` +
      `pass { mapLocation: 'cpu' } to load it to memory`,
  );
}
