import { type Values, bool, nullable, value } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { type Synchronous, refuseLater, requireSynchronous } from '../arguments/synchronous';
import { native } from '../native/binding';
import { DType, bfloat16, dtypeOf, float16 } from '../tensor/dtype';
import { runtimeError, typeError, warn } from '../errors';
import type { AutocastState } from '../native/contract/amp';

export interface AutocastOptions {
  /** The dtype to which operators cast. @defaultValue null, which means bfloat16 on the CPU and float16 on CUDA */
  readonly dtype?: DType | null;
  /** Cast at all; false switches casting off in this region. @defaultValue true */
  readonly enabled?: boolean;
  /** Cast each weight only once in the region. @defaultValue null, which keeps what the surrounding region has */
  readonly cacheEnabled?: boolean | null;
}

/** A region of mixed precision that has begun; disposing it ends it. */
export interface Autocast extends Disposable {
  /** The type of device. */
  readonly device: string;
  /** The dtype to which operators cast. */
  readonly dtype: DType;
  /** Whether operators are cast. */
  readonly enabled: boolean;
  /** Ends the region; calling it twice does nothing. */
  exit(): void;
}

class Region implements Autocast {
  readonly #former: AutocastState;
  #open = true;

  constructor(
    readonly device: string,
    readonly dtype: DType,
    readonly enabled: boolean,
    cache: boolean,
  ) {
    this.#former = native.getAutocast(device);
    native.setAutocast(device, enabled, dtype.code, cache);
    native.nestAutocast(true);
  }

  exit(): void {
    if (!this.#open) return;
    this.#open = false;
    native.nestAutocast(false);
    const { enabled, dtype, cache } = this.#former;
    native.setAutocast(this.device, enabled, dtype, cache);
  }

  [Symbol.dispose](): void {
    this.exit();
  }
}

/**
 * Runs operators in lower precision where that is safe: matrix products and convolutions in bfloat16 or float16, sums
 * and losses in float32. With a function, the region lasts for that call. Without one, it lasts until the result is
 * disposed.
 *
 * @param device - The type of device: `cpu` or `cuda`.
 * @throws TypeError if the function returns a promise: the region would have ended before it.
 * @see https://docs.pytorch.org/docs/2.13/amp.html#torch.autocast
 * @example
 * const loss = torch.autocast('cpu', () => criterion.forward(model.forward(x), y));
 * {
 *   using region = torch.autocast('cuda', { dtype: torch.float16 });
 *   model.forward(x);
 * }
 */
export function autocast(device: string, options?: AutocastOptions): Autocast;
export function autocast<R>(device: string, body: () => Synchronous<R>): R;
export function autocast<R>(device: string, options: AutocastOptions, body: () => Synchronous<R>): R;
export function autocast(
  device: string,
  dtype: DType | null,
  enabled?: boolean,
  cacheEnabled?: boolean | null,
): Autocast;
export function autocast(...args: readonly unknown[]): unknown {
  const last = args.at(-1);
  const body = typeof last === 'function' ? (last as () => unknown) : undefined;
  if (body) requireSynchronous('torch.autocast', body, ADVICE);
  const region = open(readArguments('torch.autocast', TABLE, body ? args.slice(0, -1) : args));
  return body === undefined ? region : run(region, body);
}

const TABLE = {
  device: value<string>('a type of device', () => true),
  dtype: nullable(value<DType>('a dtype, as torch.bfloat16', (v) => v instanceof DType)),
  enabled: bool(true),
  cacheEnabled: nullable(bool()),
};

const ADVICE = 'Put a region around each synchronous part.';

function run<R>(region: Autocast, body: () => R): R {
  try {
    const result = body();
    refuseLater('torch.autocast', result, ADVICE);
    return result;
  } finally {
    region.exit();
  }
}

function open({ device, dtype, enabled, cacheEnabled }: Values<typeof TABLE>): Autocast {
  if (typeof device !== 'string') {
    throw typeError(`Expected \`device_type\` of type \`str\`, got: \`${typeof device}\``);
  }
  const available = native.autocastAvailable(device);
  if (!available.supported) throw runtimeError(`User specified an unsupported autocast device_type '${device}'`);
  const former = native.getAutocast(device);
  const target = dtype ?? dtypeOf(former.dtype);
  const works = enabled && usable(device, target, available.present);
  return new Region(device, target, works, cacheEnabled ?? former.cache);
}

/** Python warns, and continues without autocast. */
function usable(device: string, dtype: DType, present: boolean): boolean {
  if (!present) {
    warn(`${device.toUpperCase()} is not available. Disabling autocast.`);
    return false;
  }
  if (device === 'cuda' || dtype === bfloat16 || dtype === float16) return true;
  const name = device.toUpperCase();
  warn(
    `In ${name} autocast, but the target dtype is not supported. Disabling autocast.\n` +
      `${name} Autocast only supports dtypes of torch.bfloat16, torch.float16 currently.`,
  );
  return false;
}

/** Whether autocast knows a type of device. */
export function isAutocastAvailable(device: string, ...surplus: []): boolean {
  refuseSurplus('isAutocastAvailable', 1, surplus);
  return native.autocastAvailable(device).supported;
}

/** Whether operators are cast now. */
export function isAutocastEnabled(device = 'cuda', ...surplus: []): boolean {
  refuseSurplus('isAutocastEnabled', 1, surplus);
  return native.getAutocast(device).enabled;
}

/** The dtype that operators are cast to. */
export function getAutocastDtype(device: string, ...surplus: []): DType {
  refuseSurplus('getAutocastDtype', 1, surplus);
  return dtypeOf(native.getAutocast(device).dtype);
}

/** Drops the casts of weights that the region keeps. */
export function clearAutocastCache(...args: []): void {
  takesNothing('clearAutocastCache', args);
  native.clearAutocastCache();
}
