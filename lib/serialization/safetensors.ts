import type { Values } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { FACTORY } from '../tensor/arguments';
import { native } from '../native/binding';
import { Device, type DeviceLike } from '../tensor/device';
import { type JobOptions, runJob } from '../native/jobs';
import type { Handle, JobId, Settle } from '../native/contract';
import { type Tensor, wrap } from '../tensor/tensor';
import { MMAP, PATH, SIGNAL } from './fields';
import type { RawRequest } from '../native/contract/serialization';
import { readSafetensorsHeader, type SafetensorsEntry, type SafetensorsHeader } from './safetensors-header';
import { wholeSet, wholeSetAsync } from './safetensors-index';

export interface LoadSafetensorsOptions {
  /**
   * Map the file, so that its parts are read when they are used: the default, as in Python. Writing into a tensor changes
   * this process's memory and never the file. Where another program writes into the file meanwhile, parts that were not
   * used yet may have the new bytes. If it becomes shorter, the first use of the missing part ends the process with the
   * signal SIGBUS, and a message says why, as with {@link load}. A file that is replaced by renaming another one over it,
   * as {@link saveSafetensors} does, stays whole. `false` reads everything at once.
   */
  readonly mmap?: boolean | null;
  /** Where the tensors go; memory by default. */
  readonly device?: DeviceLike | null;
}

/** What a safetensors file holds, without its tensors. */
export interface SafetensorsInfo {
  /** The texts that were saved with the tensors. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Dtype, shape and size of each tensor, by name. */
  readonly tensors: ReadonlyMap<string, Pick<SafetensorsEntry, 'dtype' | 'shape' | 'bytes'>>;
}

const LOAD = { filename: PATH, device: FACTORY.device, mmap: MMAP };
const LOAD_ASYNC = { ...LOAD, ...SIGNAL };
const INFO = { filename: PATH };

/**
 * Reads a safetensors file, or a folder (or index file) whose shards `model.safetensors.index.json` lists.
 *
 * The file is mapped, so it must not be changed in place while its tensors live; `mmap: false` reads it instead.
 *
 * If shards are saved to the same folder meanwhile, this reads either the old set or the new one.
 *
 * @returns tensors by name, in the order of the header
 * @throws TorchError with code `ERR_TORCH_SERIALIZATION` for a file that is damaged, `ERR_TORCH_FILE` for one that
 * cannot be read: `cause` says why, and what is no regular file is not opened.
 * @see https://huggingface.co/docs/safetensors/api/torch
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveSafetensors(model.stateDict(), 'model.safetensors');
 * model.loadStateDict(torch.loadSafetensors('model.safetensors'));
 * ```
 */
export function loadSafetensors(path: string | URL, options?: LoadSafetensorsOptions): Record<string, Tensor>;
export function loadSafetensors(
  path: string | URL,
  device: DeviceLike | null | undefined,
  options?: Omit<LoadSafetensorsOptions, 'device'>,
): Record<string, Tensor>;
export function loadSafetensors(...args: readonly unknown[]): Record<string, Tensor> {
  const values = readArguments('torch.loadSafetensors', LOAD, args);
  return wholeSet('torch.loadSafetensors', values.filename, (files) => {
    const out: Record<string, Tensor> = {};
    for (const { names, request } of files.map((file) => requestOf('torch.loadSafetensors', file, values))) {
      collect(out, names, native.rawRead(...request));
    }
    return out;
  });
}

/** {@link loadSafetensors}, off the thread. */
export function loadSafetensorsAsync(
  path: string | URL,
  options?: LoadSafetensorsOptions & JobOptions,
): Promise<Record<string, Tensor>>;
export function loadSafetensorsAsync(
  path: string | URL,
  device: DeviceLike | null | undefined,
  options?: Omit<LoadSafetensorsOptions, 'device'> & JobOptions,
): Promise<Record<string, Tensor>>;
export async function loadSafetensorsAsync(...args: readonly unknown[]): Promise<Record<string, Tensor>> {
  const values = readArguments('torch.loadSafetensorsAsync', LOAD_ASYNC, args);
  const { signal } = values;
  signal?.throwIfAborted();
  return wholeSetAsync('torch.loadSafetensorsAsync', values.filename, async (files) => {
    const out: Record<string, Tensor> = {};
    for (const { names, request } of files.map((file) => requestOf('torch.loadSafetensorsAsync', file, values))) {
      const start = (settle: Settle): JobId => native.rawReadAsync(...request, settle);
      collect(out, names, await runJob(start, (read) => read as Handle[], { signal }));
    }
    return out;
  });
}

/** Names, dtypes, shapes and metadata of a safetensors file; no tensor is read. */
export function safetensorsInfo(path: string | URL): SafetensorsInfo;
export function safetensorsInfo(...args: readonly unknown[]): SafetensorsInfo {
  const { filename } = readArguments('torch.safetensorsInfo', INFO, args);
  return wholeSet('torch.safetensorsInfo', filename, (files) => {
    const parts = files.map((file) => readSafetensorsHeader(file, 'torch.safetensorsInfo'));
    return { metadata: mergedMetadata(parts), tensors: new Map(parts.flatMap((part) => [...part.tensors])) };
  });
}

function mergedMetadata(parts: readonly SafetensorsHeader[]): Readonly<Record<string, string>> {
  if (parts.length === 1) return (parts[0] as SafetensorsHeader).metadata;
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part.metadata)));
}

interface Reading {
  readonly names: readonly string[];
  readonly request: RawRequest;
}

function requestOf(label: string, file: string, options: Values<typeof LOAD>): Reading {
  const { tensors } = readSafetensorsHeader(file, label);
  const entries = [...tensors.values()];
  const dtypes = entries.map((entry) => entry.dtype);
  const shapes = entries.map((entry) => entry.shape);
  const positions = entries.map((entry) => entry.position);
  // An empty file cannot be mapped; one without elements needs not be.
  const mmap = (options.mmap ?? true) && entries.some((entry) => entry.bytes > 0);
  const device = new Device(String(options.device ?? 'cpu')).toString();
  return { names: [...tensors.keys()], request: [file, mmap, dtypes, shapes, positions, device] };
}

function collect(out: Record<string, Tensor>, names: readonly string[], handles: readonly number[]): void {
  handles.forEach((handle, index) => {
    // A name may be anything, `__proto__` too.
    const property = { value: wrap(handle), enumerable: true, writable: true, configurable: true };
    Object.defineProperty(out, names[index] as string, property);
  });
}
