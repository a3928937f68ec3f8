/** The parts of an autocast region one by one, for code that opens and closes regions itself. */
import { bool, str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { DType } from '../tensor/dtype';

const ENABLED = { deviceType: str(), enabled: bool() };
const DTYPE = { deviceType: str(), dtype: value<DType>('a dtype', (v) => v instanceof DType) };
const CACHE = { enabled: bool() };

/** Switches the casting of operators on a type of device on or off. `torch.autocast` does it for a region. */
export function setAutocastEnabled(...args: [deviceType: string, enabled: boolean]): void {
  const { deviceType, enabled } = readArguments('setAutocastEnabled', ENABLED, args);
  const { dtype, cache } = native.getAutocast(deviceType);
  native.setAutocast(deviceType, enabled, dtype, cache);
}

/** Sets the dtype that operators on a type of device are cast to. */
export function setAutocastDtype(...args: [deviceType: string, dtype: DType]): void {
  const { deviceType, dtype } = readArguments('setAutocastDtype', DTYPE, args);
  const { enabled, cache } = native.getAutocast(deviceType);
  native.setAutocast(deviceType, enabled, dtype.code, cache);
}

/** Whether weights are cast only once in a region. */
export function isAutocastCacheEnabled(...args: []): boolean {
  takesNothing('isAutocastCacheEnabled', args);
  return native.getAutocast('cpu').cache;
}

/** Whether weights are cast only once in a region, from now on. */
export function setAutocastCacheEnabled(...args: [enabled: boolean]): void {
  const { enabled: cache } = readArguments('setAutocastCacheEnabled', CACHE, args);
  const { enabled, dtype } = native.getAutocast('cpu');
  native.setAutocast('cpu', enabled, dtype, cache);
}

/** How many regions are open; the last of them to end drops the casts of weights. */
let depth = 0;

/** Notes that a region has begun. Returns how many are open that were begun so. */
export function autocastIncrementNesting(...args: []): number {
  takesNothing('autocastIncrementNesting', args);
  native.nestAutocast(true);
  return (depth += 1);
}

/** Notes that a region has ended, which drops the casts of weights if it was the last one. */
export function autocastDecrementNesting(...args: []): number {
  takesNothing('autocastDecrementNesting', args);
  native.nestAutocast(false);
  return (depth -= 1);
}
