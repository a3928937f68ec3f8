import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { native } from '../binding';
import { Device, type DeviceLike } from '../device';
import { type JobOptions, runJob } from '../jobs';
import type { Handle, JobId, Settle } from '../native';
import { type Tensor, wrap } from '../tensor';
import { serializationError } from './errors';
import type { RawRequest } from './native';
import { checkOptions, pathOf } from './options';
import { readSafetensorsHeader, type SafetensorsEntry } from './safetensors-header';

export interface LoadSafetensorsOptions {
  /** Map the file: nothing is read before it is used. */
  readonly mmap?: boolean;
  /** Where the tensors go; memory by default. */
  readonly device?: DeviceLike;
}

/** What a safetensors file holds, without its tensors. */
export interface SafetensorsInfo {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, Pick<SafetensorsEntry, 'dtype' | 'shape' | 'bytes'>>;
}

const INDEX = 'model.safetensors.index.json';
const known = ['mmap', 'device'];

/**
 * Reads a safetensors file, or a folder (or index file) whose shards `model.safetensors.index.json` lists.
 *
 * @returns tensors by name, in the order of the header
 * @see https://huggingface.co/docs/safetensors/api/torch
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveSafetensors(model.stateDict(), 'model.safetensors');
 * model.loadStateDict(torch.loadSafetensors('model.safetensors', { mmap: true }));
 * ```
 */
export function loadSafetensors(path: string | URL, options?: LoadSafetensorsOptions): Record<string, Tensor> {
  checkOptions('torch.loadSafetensors', options, known);
  const out: Record<string, Tensor> = {};
  for (const file of filesOf(pathOf('torch.loadSafetensors', path))) {
    const [names, request] = requestOf(file, options);
    collect(out, names, native.rawRead(...request));
  }
  return out;
}

/** {@link loadSafetensors}, off the thread. */
export async function loadSafetensorsAsync(
  path: string | URL,
  options?: LoadSafetensorsOptions & JobOptions,
): Promise<Record<string, Tensor>> {
  checkOptions('torch.loadSafetensorsAsync', options, [...known, 'signal']);
  const out: Record<string, Tensor> = {};
  for (const file of filesOf(pathOf('torch.loadSafetensorsAsync', path))) {
    const [names, request] = requestOf(file, options);
    const start = (settle: Settle): JobId => native.rawReadAsync(...request, settle);
    collect(out, names, await runJob(start, (read) => read as Handle[], options));
  }
  return out;
}

/** Names, dtypes, shapes and metadata of a safetensors file; no tensor is read. */
export function safetensorsInfo(path: string | URL): SafetensorsInfo {
  const parts = filesOf(pathOf('torch.safetensorsInfo', path)).map(readSafetensorsHeader);
  return {
    metadata: Object.assign({}, ...parts.map((part) => part.metadata)) as Record<string, string>,
    tensors: new Map(parts.flatMap((part) => [...part.tensors])),
  };
}

function requestOf(file: string, options: LoadSafetensorsOptions | undefined): [string[], RawRequest] {
  const { tensors } = readSafetensorsHeader(file);
  const entries = [...tensors.values()];
  const dtypes = entries.map((entry) => entry.dtype);
  const shapes = entries.map((entry) => entry.shape);
  const positions = entries.map((entry) => entry.position);
  // An empty file cannot be mapped; one without elements needs not be.
  const mmap = (options?.mmap ?? false) && entries.length > 0;
  const device = new Device(String(options?.device ?? 'cpu')).toString();
  return [[...tensors.keys()], [file, mmap, dtypes, shapes, positions, device]];
}

function collect(out: Record<string, Tensor>, names: readonly string[], handles: readonly number[]): void {
  handles.forEach((handle, index) => {
    // A name may be anything, `__proto__` too.
    const property = { value: wrap(handle), enumerable: true, writable: true, configurable: true };
    Object.defineProperty(out, names[index] as string, property);
  });
}

/** The files that a path stands for: itself, or the shards of a folder or an index. */
function filesOf(path: string): readonly string[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const index = isFolder ? join(path, INDEX) : path;
  if (isFolder && !existsSync(index)) {
    const single = join(path, 'model.safetensors');
    if (existsSync(single)) return [single];
    throw serializationError(`${path} has neither ${INDEX} nor model.safetensors`);
  }
  return index.endsWith('.json') ? shardsOf(index) : [path];
}

/** The shards that an index names, each once, beside it. @internal */
export function shardsOf(index: string): readonly string[] {
  let map: unknown;
  try {
    map = (JSON.parse(readFileSync(index, 'utf8')) as { weight_map?: unknown } | null)?.weight_map;
  } catch (error) {
    throw serializationError(`cannot read the index ${index}: ${(error as Error).message}`, error);
  }
  const names = typeof map === 'object' && map !== null ? [...new Set(Object.values(map))] : [];
  if (names.length === 0) throw serializationError(`${index} has no weight_map`);
  return names.map((name) => {
    // A shard lies beside its index; a name that leads elsewhere is not followed.
    if (typeof name !== 'string' || basename(name) !== name || name.includes('\\')) {
      throw serializationError(`${index} names ${JSON.stringify(name)}, which is not a file beside it`);
    }
    return join(dirname(index), name);
  });
}
