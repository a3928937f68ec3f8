import { getHeapStatistics } from 'node:v8';
import { type Values, bool, keyword, nullable, any } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { type CodeOf, openMode } from '../native/codes';
import { Device } from '../tensor/device';
import * as dtypes from '../tensor/dtype';
import { type JobOptions, runJob } from '../native/jobs';
import type { Handle } from '../native/contract';
import { type Tensor, wrap } from '../tensor/tensor';
import { serializationError } from './errors';
import { markBuffer, parameterHooks } from './parameters';
import { MAP_LOCATION, type MapLocation, resolveLocations } from './map-location';
import type {
  FileWindow,
  NativeCheckpoint,
  NativeCheckpointInfo,
  NativeMemory,
  NativeTensorInfo,
} from '../native/contract/serialization';
import { MMAP, SIGNAL, sourceOf } from './fields';
import { unpackTable } from './unpack';
import { TorchConstant } from './values';
import { typeError } from '../errors';

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
   * `true`, the default, refuses a file that needs any class or function that is not on the list of safe ones. `false`
   * opens such objects as a tree of `PickledObject`. In both cases, no code of the file runs.
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
 * Reads a checkpoint of Python's `torch.save`, or of {@link save}.
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
  const values = readArguments('torch.load', LOAD, args);
  const request = requestOf('torch.load', values);
  const checkpoint = native.checkpointOpen(request.input, request.mmap, request.mode);
  const info = infoOf(checkpoint);
  const devices = resolveLocations('torch.load', info.locations, values.mapLocation);
  return build(checkpoint, native.checkpointRead(checkpoint, devices));
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
  const values = readArguments('torch.loadAsync', LOAD_ASYNC, args);
  const request = requestOf('torch.loadAsync', values);
  const { signal } = values;
  signal?.throwIfAborted();
  const input = typeof request.input === 'string' ? request.input : await copyInPieces(request.input);
  const checkpoint = await runJob(
    (settle) => native.checkpointOpenAsync(input, request.mmap, request.mode, settle),
    (opened) => opened as NativeCheckpoint,
    { signal },
  );
  const info = infoOf(checkpoint);
  const devices = resolveLocations('torch.loadAsync', info.locations, values.mapLocation);
  const handles = await runJob(
    (settle) => native.checkpointReadAsync(checkpoint, devices, settle),
    (read) => read as Handle[],
    { signal },
  );
  return build(checkpoint, handles);
}

/** The tree of an archive of the C++ front end. None of its code is compiled. @internal */
export function loadTree(path: string): unknown {
  const checkpoint = native.checkpointOpen(path, false, openMode.archive);
  const devices = resolveLocations('torch.loadArchive', infoOf(checkpoint).locations, null);
  return build(checkpoint, native.checkpointRead(checkpoint, devices));
}

/** The tree of the bare pickle `.metadata` of a distributed checkpoint, with that format's list of names. @internal */
export function loadMetadataTree(source: string | Uint8Array): unknown {
  const checkpoint = native.checkpointOpen(source, false, openMode.metadata);
  infoOf(checkpoint);
  return build(checkpoint, []);
}

/** {@link load} of one of the archives in a file, into memory. @internal */
export function loadWindow(path: string, window: FileWindow): unknown {
  const checkpoint = native.checkpointOpen(path, false, openMode.weights, window);
  return build(checkpoint, native.checkpointRead(checkpoint, inMemory(checkpoint)));
}

/** {@link loadWindow} off the thread. @internal */
export async function loadWindowAsync(path: string, window: FileWindow): Promise<unknown> {
  const checkpoint = await runJob(
    (settle) => native.checkpointOpenAsync(path, false, openMode.weights, settle, window),
    (opened) => opened as NativeCheckpoint,
  );
  const devices = inMemory(checkpoint);
  const handles = await runJob(
    (settle) => native.checkpointReadAsync(checkpoint, devices, settle),
    (read) => read as Handle[],
  );
  return build(checkpoint, handles);
}

function inMemory(checkpoint: NativeCheckpoint): string[] {
  return infoOf(checkpoint).locations.map(() => 'cpu');
}

/** A checkpoint that was opened and checked, with descriptions in the place of its tensors. @internal */
export interface Outline {
  readonly info: NativeCheckpointInfo;
  readonly tensors: readonly NativeTensorInfo[];
  /** The tree; `describe` says what stands for each tensor. */
  readonly root: unknown;
}

/** Opens a checkpoint without loading a tensor. @internal */
export function outline(path: string, describe: (index: number) => unknown): Outline {
  const checkpoint = native.checkpointOpen(path, false, openMode.tree);
  return {
    info: infoOf(checkpoint),
    tensors: native.checkpointTensors(checkpoint),
    root: unpackTable(native.checkpointTable(checkpoint), { tensor: describe, constant: constantOf }),
  };
}

interface Request {
  readonly input: string | Uint8Array;
  readonly mmap: boolean;
  readonly mode: CodeOf<typeof openMode>;
}

function requestOf(label: string, { f, mmap, weightsOnly }: Values<typeof LOAD>): Request {
  const input = sourceOf(label, f);
  if (mmap === true && typeof input !== 'string') throw typeError(`${label}: mmap needs a path, got bytes`);
  return { input, mmap: mmap ?? false, mode: weightsOnly === false ? openMode.tree : openMode.weights };
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

/** JavaScript memory that an object of a tree takes while it is built, and a number that describes it. */
const OBJECT_BYTES = 200;
const VALUE_BYTES = 12;

/** V8 ends the process when its heap is full. So a tree that does not fit is refused before it is built. */
function infoOf(checkpoint: NativeCheckpoint): NativeCheckpointInfo {
  const info = native.checkpointInfo(checkpoint);
  const needed = info.objects * OBJECT_BYTES + info.values * VALUE_BYTES;
  if (needed > 1 << 24) {
    const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
    if (needed > limit - used) {
      throw serializationError(
        `the checkpoint describes ${info.objects} objects, for which about ${Math.ceil(needed / 2 ** 20)} MB of ` +
          `JavaScript memory are needed and ${Math.floor((limit - used) / 2 ** 20)} MB are left; if you trust it, start ` +
          'node with a larger --max-old-space-size',
      );
    }
  }
  return info;
}

function build(checkpoint: NativeCheckpoint, handles: readonly Handle[]): unknown {
  const infos = native.checkpointTensors(checkpoint);
  const hooks = parameterHooks();
  const tensors = handles.map((handle, index) => {
    const tensor = wrap(handle);
    const { parameter, buffer, persistent } = infos[index] as NativeTensorInfo;
    if (parameter) return hooks.makeParameter(tensor);
    return buffer ? markBuffer(tensor, persistent) : tensor;
  });
  return unpackTable(native.checkpointTable(checkpoint), { tensor: (index) => tensors[index], constant: constantOf });
}

function constantOf(kind: TorchConstant['kind'], name: string): unknown {
  if (kind === 'device') return new Device(name);
  const dtype: unknown = kind === 'dtype' ? (dtypes as Readonly<Record<string, unknown>>)[name] : undefined;
  return dtype instanceof dtypes.DType ? dtype : new TorchConstant(kind, name);
}
