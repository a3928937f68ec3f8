import { native } from '../binding';
import { Device, type DeviceLike } from '../device';
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

/** The device of each location, for native code. */
export function resolveLocations(locations: readonly string[], mapLocation: MapLocation | null | undefined): string[] {
  const target = mapperOf(mapLocation);
  return locations.map((location) => checked(target(location) ?? location, location));
}

type Mapper = (location: string) => DeviceLike | null | undefined;

function mapperOf(mapLocation: MapLocation | null | undefined): Mapper {
  if (mapLocation === null || mapLocation === undefined) return () => null;
  if (typeof mapLocation === 'string' || mapLocation instanceof Device) return () => mapLocation;
  if (typeof mapLocation === 'function') return mapLocation;
  if (mapLocation instanceof Map) return (location) => (mapLocation as ReadonlyMap<string, DeviceLike>).get(location);
  if (typeof mapLocation === 'object') {
    const table = mapLocation as Readonly<Record<string, DeviceLike>>;
    return (location) => (Object.hasOwn(table, location) ? table[location] : null);
  }
  throw typeError(`torch.load: mapLocation must be a device, a table or a function, got ${typeof mapLocation}`);
}

function checked(device: unknown, location: string): string {
  if (typeof device !== 'string' && !(device instanceof Device)) {
    throw typeError(`torch.load: mapLocation gave ${typeof device} for ${location}; expected a device`);
  }
  const name = new Device(String(device)).toString();
  const here = name === 'cpu' || name === 'meta' || (name.startsWith('cuda') && native.buildInfo().flavour === 'cuda');
  if (here) return name;
  throw serializationError(
    `torch.load: the checkpoint was saved on ${location}, which is not available here; ` +
      `pass { mapLocation: 'cpu' } to load it to memory`,
  );
}
