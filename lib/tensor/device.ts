import { show } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import { withDeviceMeant } from '../native/messages';
import { refuseSurplus } from '../arguments/read';

/**
 * Where a tensor lives: `new torch.Device('cuda', 1)` or `new torch.Device('cuda:1')`.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensor_attributes.html#torch.device
 * @example
 * new torch.Device('cuda:1').index; // 1
 */
export class Device {
  readonly type: string;
  /** null where none was given: the current device of that type. */
  readonly index: number | null;

  constructor(type: string, index?: number, ...surplus: []) {
    refuseSurplus('Device', 2, surplus);
    if (typeof type !== 'string') throw typeError(`Device(): 'type' should be a string, got ${show(type)}`);
    if (index !== undefined && !(Number.isSafeInteger(index) && index >= 0)) {
      throw typeError(`Device(): 'index' should be an integer from 0, got ${show(index)}`);
    }
    const [name, number] = type.split(':');
    if (!name || (number !== undefined && (index !== undefined || !/^\d+$/.test(number)))) {
      throw typeError(`Invalid device string: '${type}'`);
    }
    requireType(name);
    this.type = name;
    this.index = index ?? (number === undefined ? null : Number(number));
    Object.freeze(this);
  }

  toString(): string {
    return this.index === null ? this.type : `${this.type}:${this.index}`;
  }

  /** As Python prints it. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `device(type='${this.type}'${this.index === null ? '' : `, index=${this.index}`})`;
  }
}

/** The types of devices that libtorch knows. */
export type DeviceType =
  | ('cpu' | 'cuda' | 'meta' | 'mps' | 'xpu' | 'hpu' | 'mtia' | 'xla' | 'hip' | 'vulkan' | 'privateuseone')
  | ('mkldnn' | 'opengl' | 'opencl' | 'ideep' | 've' | 'fpga' | 'maia' | 'lazy' | 'ipu');

/** In the order of libtorch's message. */
const TYPES: readonly DeviceType[] = [
  ...(['cpu', 'cuda', 'ipu', 'xpu', 'mkldnn', 'opengl', 'opencl', 'ideep', 'hip', 've', 'fpga', 'maia'] as const),
  ...(['xla', 'lazy', 'vulkan', 'mps', 'meta', 'hpu', 'mtia', 'privateuseone'] as const),
];

/** Fails on a type that there is not, as libtorch does where it reads a device from a text. */
function requireType(name: string): void {
  if ((TYPES as readonly string[]).includes(name)) return;
  const listed = `Expected one of ${TYPES.join(', ')} device type at start of device string: ${name}`;
  throw runtimeError(withDeviceMeant(listed));
}

/** A device as a text: its type, or its type and index. */
export type DeviceText = DeviceType | `${DeviceType}:${number}`;

/** Wherever a device is expected, its text does as well. One that only the running program knows goes as `new torch.Device(text)`. */
export type DeviceLike = Device | DeviceText;

/** Whether `value` is a device or a text, which may be one. */
export function isDeviceLike(value: unknown): value is DeviceLike {
  return typeof value === 'string' || value instanceof Device;
}
