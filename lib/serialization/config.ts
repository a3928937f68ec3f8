/** Settings of saving and loading: what `torch.serialization` has setters for. They hold for the thread that sets them. */
import { bool, callback, keyword, nullable, optional, required, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import type { Synchronous } from '../arguments/synchronous';
import { type ModeGuard, during, orderedGuard } from '../autograd/modes';

/** The order of the bytes of numbers in files that do not say it. */
export const LoadEndianness = Object.freeze({ NATIVE: 'native', LITTLE: 'little', BIG: 'big' } as const);
export type LoadEndianness = (typeof LoadEndianness)[keyof typeof LoadEndianness];

interface Settings {
  computeCrc32: boolean;
  endianness: LoadEndianness | null;
  skipData: boolean;
}

const settings: Settings = { computeCrc32: true, endianness: null, skipData: false };

/** The settings now. @internal */
export function serializationSettings(): Readonly<Settings> {
  return settings;
}

const isEndianness = (given: unknown): boolean => Object.values(LoadEndianness).some((one) => one === given);
const ENDIANNESS = {
  endianness: required(
    nullable(
      value<LoadEndianness>("LoadEndianness.NATIVE ('native'), .LITTLE ('little') or .BIG ('big')", isEndianness),
    ),
  ),
};

/**
 * The byte order of files that do not say it; null, the default, means little-endian.
 *
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.get_default_load_endianness
 */
export function getDefaultLoadEndianness(...args: []): LoadEndianness | null {
  takesNothing('torch.serialization.getDefaultLoadEndianness', args);
  return settings.endianness;
}

/**
 * Sets the byte order of files that do not say it: those of PyTorch before 2.1. Others are read as they say.
 *
 * @param endianness 'native', 'little' or 'big'; null for little-endian
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.set_default_load_endianness
 * @example
 * ```ts
 * const { LoadEndianness } = torch.serialization;
 * torch.serialization.setDefaultLoadEndianness(LoadEndianness.BIG);
 * torch.serialization.getDefaultLoadEndianness(); // 'big'
 * torch.serialization.setDefaultLoadEndianness(null);
 * ```
 */
export function setDefaultLoadEndianness(...args: [endianness: LoadEndianness | null]): void {
  settings.endianness = readArguments('torch.serialization.setDefaultLoadEndianness', ENDIANNESS, args).endianness;
}

/**
 * Whether `torch.save` computes a checksum of each record.
 *
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.get_crc32_options
 */
export function getCrc32Options(...args: []): boolean {
  takesNothing('torch.serialization.getCrc32Options', args);
  return settings.computeCrc32;
}

/**
 * Sets whether `torch.save` computes a checksum of each record. Without them programs that unpack zip files complain, and
 * `torch.load` reads the file as it is.
 *
 * @param computeCrc32 whether there are checksums
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.set_crc32_options
 * @example
 * ```ts
 * torch.serialization.setCrc32Options(false);
 * torch.save({ weight: torch.ones([2]) }, 'weights.pt');
 * torch.serialization.setCrc32Options(true);
 * ```
 */
export function setCrc32Options(...args: [computeCrc32: boolean]): void {
  settings.computeCrc32 = readArguments(
    'torch.serialization.setCrc32Options',
    { computeCrc32: bool() },
    args,
  ).computeCrc32;
}

const open: object[] = [];

/** The options of {@link skipData}. */
export interface SkipDataOptions {
  /** Has no effect: there are no tensors without elements that could be made real. @defaultValue false */
  readonly materializeFakeTensors?: boolean;
}

const SKIP = { body: optional(callback<() => unknown>()), materializeFakeTensors: keyword(bool(false)) };

/**
 * Saves and loads without the elements of tensors while a synchronous function runs, or until the guard that it returns ends. What is
 * saved has room for them, of zeros; tensors that are loaded are zeros. Saves and loads that began in it count, also
 * asynchronous ones.
 *
 * @throws TypeError if the function returns a promise: use the guard, and await in its block.
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.skip_data
 * @example
 * ```ts
 * const file = torch.serialization.skipData(() => torch.saveToBuffer({ weight: torch.ones([2]) }));
 * torch.load(file).weight?.tolist(); // [0, 0]
 * ```
 */
export function skipData(options?: SkipDataOptions): ModeGuard;
export function skipData<R>(body: () => Synchronous<R>, options?: SkipDataOptions): R;
export function skipData(...args: readonly unknown[]): unknown {
  const label = 'torch.serialization.skipData';
  const { body } = readArguments(label, SKIP, args);
  const former = settings.skipData;
  settings.skipData = true;
  const guard = orderedGuard(open, label, () => {
    settings.skipData = former;
  });
  return during(label, guard, body);
}
