import { callback, keyword, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { Device } from '../tensor/device';
import { DType } from '../tensor/dtype';
import { fileToWrite } from '../arguments/files';
import { type JobOptions, runJob } from '../native/jobs';
import { type Tensor, handleOf, isTensor } from '../tensor/tensor';
import { kindOfTensor } from './parameters';
import { serializationSettings } from './config';
import type { NativeSavedTensor, NativeSaver } from '../native/contract/serialization';
import { load } from './load';
import { loadDescribed } from './open';
import { pickleStorage } from './pickle-tensor';
import { PickleWriter } from './pickle-writer';
import { OBJECT, PATH, SIGNAL } from './fields';
import { Pickler, type Replacer } from './pickler';
import type { PicklerHost } from './savable';
import { TorchConstant } from './python-values';

const REPLACER = { replacer: keyword(nullable(callback<Replacer>())) };
const SAVE = { obj: OBJECT, f: PATH, ...REPLACER };
const SAVE_ASYNC = { ...SAVE, ...SIGNAL };
const TO_BUFFER = { obj: OBJECT, ...REPLACER };

export interface SaveOptions {
  /**
   * Called for each value that a checkpoint cannot hold, such as a `PickledObject` of a tree, with the path to it
   * (`cfg.optimizer`, `callbacks[2]`). What it returns is saved instead. `undefined` leaves the value out; in an array it
   * becomes `null`, as with `JSON.stringify`. Without it such a value is an error.
   */
  readonly replacer?: Replacer | null;
}

/**
 * Writes a value to a file that Python's `torch.load(weights_only=True)` takes: tensors, plain objects, arrays, Maps,
 * Sets, strings, numbers, bigints, booleans, null, Uint8Arrays, dtypes and devices, in any nesting.
 *
 * The file appears whole or not at all: it is written under a temporary name, synced and renamed. Tensors that share
 * their storage are written once and share it again after loading. A file that is replaced keeps its mode (0600 stays
 * 0600); behind a symbolic link, the file it leads to is replaced. What a killed process left (`*.tmp-PID-N`) the next
 * save to the same path removes, a minute later or more.
 *
 * A tree that was loaded with `weightsOnly: false` holds objects that cannot be written; `replacer` says what stands for
 * them.
 *
 * @throws TypeError for a value that has no place in a checkpoint, with the path to it; TorchError with code
 *   `ERR_TORCH_FILE` where the file cannot be written, or is a folder, a device or a FIFO.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.save.html
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * torch.save({ model: model.stateDict(), optimizer: optimizer.stateDict(), epoch: 3 }, 'checkpoint.pt');
 * ```
 */
export function save(value: unknown, path: string | URL, options?: SaveOptions): void;
export function save(...args: readonly unknown[]): void {
  const { obj, f, replacer } = readArguments('torch.save', SAVE, args);
  const target = fileToWrite('torch.save', f);
  const { saver, pickle } = prepare(obj, replacer);
  native.saverWrite(saver, target, pickle);
}

/**
 * {@link save}, off the thread. The structure is read before this function returns, but the elements of tensors are
 * read later. Do not change them in place before the promise settles. A `signal` cancels a save that has not begun.
 */
export function saveAsync(value: unknown, path: string | URL, options?: SaveOptions & JobOptions): Promise<void>;
export async function saveAsync(...args: readonly unknown[]): Promise<void> {
  const { obj, f, replacer, signal } = readArguments('torch.saveAsync', SAVE_ASYNC, args);
  signal?.throwIfAborted();
  const target = fileToWrite('torch.saveAsync', f);
  const { saver, pickle } = prepare(obj, replacer);
  await runJob(
    (settle) => native.saverWriteAsync(saver, target, pickle, settle),
    () => undefined,
    { signal },
  );
}

/** The bytes that {@link save} would write. */
export function saveToBuffer(value: unknown, options?: SaveOptions): Buffer;
export function saveToBuffer(...args: readonly unknown[]): Buffer {
  const { obj, replacer } = readArguments('torch.saveToBuffer', TO_BUFFER, args);
  const { saver, pickle } = prepare(obj, replacer);
  return Buffer.from(native.saverWriteBuffer(saver, pickle));
}

/** A tensor in memory whose storage has nothing beside its elements: itself, or a copy. @internal */
export function compact(tensor: Tensor): Tensor {
  const local = tensor.detach().cpu();
  const { storageClass, storageCount } = native.saverAdd(native.saverCreate(), handleOf(local));
  const own = storageClass === 'UntypedStorage' ? local.numel() * local.elementSize() : local.numel();
  return storageCount === own ? local : local.clone();
}

/** A value that {@link writeArchives} writes. @internal */
export interface PreparedArchive {
  readonly saver: NativeSaver;
  readonly pickle: Buffer;
}

/** What {@link save} would write, decided now and written later. @internal */
export function prepareArchive(value: unknown): PreparedArchive {
  return prepare(value);
}

/** Writes archives one behind the other into one file; returns their lengths. @internal */
export function writeArchives(path: string, archives: readonly PreparedArchive[]): readonly number[] {
  return native.archivesWrite(
    path,
    archives.map(({ saver }) => saver),
    archives.map(({ pickle }) => pickle),
  );
}

/** {@link writeArchives} off the thread. @internal */
export async function writeArchivesAsync(
  path: string,
  archives: readonly PreparedArchive[],
): Promise<readonly number[]> {
  const savers = archives.map(({ saver }) => saver);
  const pickles = archives.map(({ pickle }) => pickle);
  return runJob(
    (settle) => native.archivesWriteAsync(path, savers, pickles, settle),
    (lengths) => lengths as readonly number[],
  );
}

function prepare(value: unknown, replacer: Replacer | null = null): PreparedArchive {
  const { computeCrc32, skipData } = serializationSettings();
  const saver = native.saverCreate(!computeCrc32, skipData);
  return { saver, pickle: new Pickler(hostOf(saver), replacer).dump(value) };
}

function hostOf(saver: NativeSaver): PicklerHost {
  return {
    describeTensor: (value) => {
      if (!isTensor(value)) return null;
      return { tensor: native.saverAdd(saver, handleOf(value)), kind: kindOfTensor(value) };
    },
    describeConstant: (value) => {
      if (value instanceof DType) return new TorchConstant('dtype', value.name);
      return value instanceof Device ? new TorchConstant('device', value.toString()) : null;
    },
    isTensor,
  };
}

/** A value as a pickle that stands alone, as Python's `pickle.dumps` would write it: for an object between ranks. @internal */
export function dumps(value: unknown): Buffer {
  const host = hostOf(native.saverCreate());
  const describeTensor: PicklerHost['describeTensor'] = (given) => {
    if (!isTensor(given)) return null;
    const saver = native.saverCreate();
    const inline = (part: NativeSavedTensor): Uint8Array => storageFile(saver, part);
    return { tensor: native.saverAdd(saver, handleOf(given)), kind: kindOfTensor(given), inline };
  };
  return new Pickler({ ...host, describeTensor }).dump(value);
}

/** A file of `torch.save` whose value is one storage. */
function storageFile(saver: NativeSaver, part: NativeSavedTensor): Uint8Array {
  const out = new PickleWriter();
  pickleStorage(out, part);
  return new Uint8Array(native.saverWriteBuffer(saver, out.finish()));
}

/** Reads what {@link dumps}, or Python's `pickle.dumps`, has written; with the list of safe names of {@link load}. @internal */
export function loads(pickle: Uint8Array): unknown {
  return load(asFile(pickle));
}

/** {@link loads} of a pickle whose classes stay descriptions, for who checks them one by one. @internal */
export function loadsDescribed(pickle: Uint8Array): unknown {
  return loadDescribed(asFile(pickle));
}

/** The reader takes the pickle of a file without storages. */
const asFile = (pickle: Uint8Array): Uint8Array =>
  new Uint8Array(native.saverWriteBuffer(native.saverCreate(), pickle));
