import { getHeapStatistics } from 'node:v8';
import { native } from '../native/binding';
import { type CodeOf, openMode } from '../native/codes';
import { Device } from '../tensor/device';
import * as dtypes from '../tensor/dtype';
import { runJob } from '../native/jobs';
import type { Handle } from '../native/contract';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';
import { serializationError } from './errors';
import { markBuffer, parameterHooks } from './parameters';
import { resolveLocations } from './map-location';
import type {
  FileWindow,
  NativeCheckpoint,
  NativeCheckpointInfo,
  NativeTensorInfo,
} from '../native/contract/serialization';
import { type Outline, Placeholder } from './placeholder';
import { refuse } from './refusal';
import { allowedNames } from './safe-globals';
import { unpackTable } from './unpack';
import { TorchConstant } from './python-values';

/** Opening a checkpoint natively, and making JavaScript values of what was opened. */

/** Fails unless everything in the file is on the list of safe names, or one of the user's. @internal */
export function requireWeights(
  label: string,
  checkpoint: NativeCheckpoint,
  info: NativeCheckpointInfo = infoOf(checkpoint),
  tensors: readonly NativeTensorInfo[] = native.checkpointTensors(checkpoint),
): void {
  const allowed = allowedNames();
  const isRefused = (name: string): boolean => !allowed.has(name);
  const unreadable = info.unreadable.some((name, index) => index % 2 === 0 && isRefused(name));
  if (!info.foreign.some(isRefused) && !unreadable && !tensors.some(isPart)) return;
  refuse(label, info, allowed, outlineOf(checkpoint, info));
}

/** Whether a tensor is one rank's part of a larger one. @internal */
export function isPart({ whole, shape }: NativeTensorInfo): boolean {
  return whole !== undefined && whole.join() !== shape.join();
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

/** A checkpoint in memory, whatever it names: classes that are not on the list stay descriptions. @internal */
export function loadDescribed(source: Uint8Array): unknown {
  const checkpoint = native.checkpointOpen(source, false, openMode.tree);
  return build(checkpoint, native.checkpointRead(checkpoint, inMemory(checkpoint)));
}

/** Parts of tensors, and where each begins in a tensor of a file, in elements. @internal */
export interface Targets {
  readonly tensors: readonly Tensor[];
  readonly offsets: readonly number[];
}

/** One of the archives in a file, opened: it is read once, into memory of its own or into tensors. @internal */
export class Entry {
  readonly #checkpoint: NativeCheckpoint;

  private constructor(checkpoint: NativeCheckpoint) {
    requireWeights('torch.load', checkpoint);
    this.#checkpoint = checkpoint;
  }

  static open(path: string, window: FileWindow): Entry {
    return new Entry(native.checkpointOpen(path, false, openMode.tree, window));
  }

  /** {@link open} off the thread. */
  static async openAsync(path: string, window: FileWindow): Promise<Entry> {
    const checkpoint = await runJob(
      (settle) => native.checkpointOpenAsync(path, false, openMode.tree, settle, window),
      (opened) => opened as NativeCheckpoint,
    );
    return new Entry(checkpoint);
  }

  /** The shape of the tensor that the entry is; null where it is something else. */
  get shape(): readonly number[] | null {
    const { root, tensors } = outlineOf(this.#checkpoint, infoOf(this.#checkpoint));
    return root instanceof Placeholder ? (tensors[root.index]?.shape ?? null) : null;
  }

  read(): unknown {
    const devices = inMemory(this.#checkpoint);
    return build(this.#checkpoint, native.checkpointRead(this.#checkpoint, devices));
  }

  /** {@link read} off the thread. */
  async readAsync(): Promise<unknown> {
    const devices = inMemory(this.#checkpoint);
    const handles = await runJob(
      (settle) => native.checkpointReadAsync(this.#checkpoint, devices, settle),
      (read) => read as Handle[],
    );
    return build(this.#checkpoint, handles);
  }

  /**
   * Reads parts of its tensor straight into others, without a copy between. False where its bytes in the file are not those
   * of the others in memory; nothing has been read then.
   */
  readInto({ tensors, offsets }: Targets): boolean {
    return native.checkpointReadInto(this.#checkpoint, tensors.map(handleOf), offsets);
  }

  /** {@link readInto} off the thread. */
  readIntoAsync({ tensors, offsets }: Targets): Promise<boolean> {
    return runJob(
      (settle) => native.checkpointReadIntoAsync(this.#checkpoint, tensors.map(handleOf), offsets, settle),
      (read) => read as boolean,
    );
  }
}

function inMemory(checkpoint: NativeCheckpoint): string[] {
  return infoOf(checkpoint).locations.map(() => 'cpu');
}

/** Opens a checkpoint without loading a tensor. @internal */
export function outline(path: string, mode: CodeOf<typeof openMode> = openMode.tree): Outline {
  const checkpoint = native.checkpointOpen(path, false, mode);
  return outlineOf(checkpoint, infoOf(checkpoint));
}

/** The tree of an opened checkpoint without its tensors. */
function outlineOf(checkpoint: NativeCheckpoint, info: NativeCheckpointInfo): Outline {
  const host = { tensor: (index: number) => new Placeholder(index), constant: constantOf };
  return {
    info,
    tensors: native.checkpointTensors(checkpoint),
    root: unpackTable(native.checkpointTable(checkpoint), host),
  };
}

/** JavaScript memory that an object of a tree takes while it is built, and a number that describes it. */
const OBJECT_BYTES = 200;
const VALUE_BYTES = 12;

/** V8 ends the process when its heap is full. So a tree that does not fit is refused before it is built. */
export function infoOf(checkpoint: NativeCheckpoint): NativeCheckpointInfo {
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

/** The tree with its tensors, which `handles` are. @internal */
export function build(
  checkpoint: NativeCheckpoint,
  handles: readonly Handle[],
  infos: readonly NativeTensorInfo[] = native.checkpointTensors(checkpoint),
): unknown {
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
