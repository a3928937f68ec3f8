import { type Values, bool, keyword, nullable, any } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { openMode } from '../native/codes';
import { type JobOptions, runJob } from '../native/jobs';
import type { Handle } from '../native/contract';
import type { NativeCheckpoint, NativeMemory, NativeTensorInfo } from '../native/contract/serialization';
import type { Tensor } from '../tensor/tensor';
import { typeError, warn } from '../errors';
import { pathOf } from '../arguments/files';
import { explained } from './explain';
import { MMAP, SIGNAL, sourceOf } from './fields';
import { MAP_LOCATION, type MapLocation, resolveLocations } from './map-location';
import { build, infoOf, requireWeights } from './open';
import { binShards, mergeShards } from './sharded';
import { serializationSettings } from './config';

export interface LoadOptions {
  /** Where the tensors go; by default where they were saved. */
  readonly mapLocation?: MapLocation | null;
  /**
   * Map the file, so that its parts are read when they are used. The file must not change while its tensors live. If it
   * becomes shorter, the first use of the missing part ends the process with the signal SIGBUS, and a message says why.
   * As in Python, this cannot be caught. A file that is replaced by renaming another one over it, as {@link save} does,
   * stays whole for those who have mapped it.
   */
  readonly mmap?: boolean | null;
  /**
   * `true`, the default, refuses a file that needs any class or function that is not on the list of safe ones, or one
   * of `torch.serialization.addSafeGlobals`. `false` opens such objects as a tree of `PickledObject`, and so each value that is not
   * read, in its place. In both cases, no code of the file runs.
   */
  readonly weightsOnly?: boolean | null;
}

/** What `torch.load` reads: a path or the bytes of a file. */
export type LoadSource = string | URL | ArrayBuffer | Uint8Array;

/** Where the tensors go, by position; a table of devices is given by its name. */
export type LoadLocation = Exclude<MapLocation, Readonly<Record<string, unknown>>> | null | undefined;

/** Copying this many bytes takes about a millisecond. */
const PIECE = 4 << 20;

const LOAD = {
  f: any<LoadSource>(),
  mapLocation: MAP_LOCATION,
  weightsOnly: keyword(nullable(bool())),
  mmap: MMAP,
};
const LOAD_ASYNC = { ...LOAD, ...SIGNAL };

/**
 * Reads a checkpoint of Python's `torch.save`, or of {@link save}; a pickle of Python's `pickle.dump`; and the shards of
 * a folder or index, `pytorch_model.bin.index.json`, as one state dict.
 *
 * Dicts become plain objects, or Maps when a key is not a string or looks like an array index; lists become arrays,
 * tuples frozen arrays, sets Sets, bytes Uint8Arrays, and integers beyond 2^53 bigints.
 *
 * @throws TorchError with code `ERR_TORCH_SERIALIZATION` for a file that is damaged or that needs an unknown class, and
 *   with code `ERR_TORCH_FILE` for one that cannot be read: `cause` says why, and what is no regular file is not opened.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.load.html
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.save(model.stateDict(), 'imdbnet.pkl');
 * model.loadStateDict(torch.load('imdbnet.pkl'));
 * ```
 */
export function load<T = Record<string, Tensor>>(source: LoadSource, options?: LoadOptions): T;
export function load<T = Record<string, Tensor>>(
  source: LoadSource,
  mapLocation: LoadLocation,
  options?: Omit<LoadOptions, 'mapLocation'>,
): T;
export function load(...args: readonly unknown[]): unknown {
  const label = 'torch.load';
  const values = readArguments(label, LOAD, args);
  const shards = shardsOf(label, values.f);
  if (!shards) return loadOne(label, values);
  return mergeShards(
    label,
    shards.map((file) => loadOne(label, { ...values, f: file })),
    shards,
  );
}

function loadOne(label: string, values: Values<typeof LOAD>): unknown {
  const request = requestOf(label, values);
  let checkpoint: NativeCheckpoint;
  try {
    checkpoint = native.checkpointOpen(request.input, request.mmap, openMode.tree);
  } catch (error) {
    throw explained(label, request.input, error);
  }
  const { devices, tensors } = check(label, checkpoint, values);
  return build(checkpoint, native.checkpointRead(checkpoint, devices, serializationSettings().skipData), tensors);
}

interface Checked {
  /** Where each storage goes. */
  readonly devices: string[];
  readonly tensors: readonly NativeTensorInfo[];
}

/** Refuses what may not be opened. */
function check(label: string, checkpoint: NativeCheckpoint, values: Values<typeof LOAD>): Checked {
  const info = infoOf(checkpoint);
  const tensors = native.checkpointTensors(checkpoint);
  if (values.weightsOnly !== false) requireWeights(label, checkpoint, info, tensors);
  const { trailing, format, records } = info;
  if (format === 'zip' && !records.includes('byteorder') && serializationSettings().endianness === 'big') {
    native.checkpointSwapBytes(checkpoint);
  }
  if (trailing > 0)
    warn(`${label}: the file goes on for ${trailing} bytes behind its first pickle, which are not read`);
  return { devices: resolveLocations(label, info.locations, values.mapLocation), tensors };
}

/**
 * {@link load}, off the thread: the file is read and checked in the background, and only the objects are made on this
 * thread. A `signal` cancels the load at its next step.
 *
 * @example
 * ```ts
 * torch.save({ weight: torch.ones([2]) }, 'checkpoint.pt');
 * const checkpoint = await torch.loadAsync('checkpoint.pt', { mapLocation: 'cpu' });
 * ```
 */
export function loadAsync<T = Record<string, Tensor>>(
  source: LoadSource,
  options?: LoadOptions & JobOptions,
): Promise<T>;
export function loadAsync<T = Record<string, Tensor>>(
  source: LoadSource,
  mapLocation: LoadLocation,
  options?: Omit<LoadOptions, 'mapLocation'> & JobOptions,
): Promise<T>;
export async function loadAsync(...args: readonly unknown[]): Promise<unknown> {
  const label = 'torch.loadAsync';
  const values = readArguments(label, LOAD_ASYNC, args);
  const shards = shardsOf(label, values.f);
  if (!shards) return loadOneAsync(label, values);
  const parts: unknown[] = [];
  for (const file of shards) parts.push(await loadOneAsync(label, { ...values, f: file }));
  return mergeShards(label, parts, shards);
}

async function loadOneAsync(label: string, values: Values<typeof LOAD_ASYNC>): Promise<unknown> {
  const request = requestOf(label, values);
  const { signal } = values;
  const { skipData } = serializationSettings();
  signal?.throwIfAborted();
  const input = typeof request.input === 'string' ? request.input : await copyInPieces(request.input);
  const opening = runJob(
    (settle) => native.checkpointOpenAsync(input, request.mmap, openMode.tree, settle),
    (opened) => opened as NativeCheckpoint,
    { signal },
  );
  const checkpoint = await opening.catch((error: unknown) => {
    throw explained(label, request.input, error);
  });
  const { devices, tensors } = check(label, checkpoint, values);
  const handles = await runJob(
    (settle) => native.checkpointReadAsync(checkpoint, devices, settle, skipData),
    (read) => read as Handle[],
    { signal },
  );
  return build(checkpoint, handles, tensors);
}

/** The files of a folder or an index; null for one file, or for bytes. */
function shardsOf(label: string, source: unknown): readonly string[] | null {
  return typeof source === 'string' || source instanceof URL ? binShards(label, pathOf(label, source)) : null;
}

interface Request {
  readonly input: string | Uint8Array;
  readonly mmap: boolean;
}

function requestOf(label: string, { f, mmap }: Values<typeof LOAD>): Request {
  const input = sourceOf(label, f);
  if (mmap === true && typeof input !== 'string') throw typeError(`${label}: mmap needs a path, got bytes`);
  return { input, mmap: mmap ?? false };
}

/** Makes a copy that the caller cannot change, without blocking the event loop. */
async function copyInPieces(bytes: Uint8Array): Promise<NativeMemory> {
  const { length } = bytes;
  const memory = native.memoryCreate(length);
  for (let at = 0; at < length; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    if (bytes.length !== length) throw typeError('torch.loadAsync: the buffer was detached while it was read');
    native.memoryWrite(memory, at, bytes.subarray(at, at + PIECE));
  }
  return memory;
}
