import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

import { saveNpz } from '../data/datasets/numpy/npz';
import { save as saveCheckpoint, type SavedState } from '../distributed/checkpoint/save';
import { TensorStorageMetadata } from '../distributed/checkpoint/metadata';
import { entriesOf } from '../arguments/plain-object';
import { fileError, typeError, valueError } from '../errors';
import * as torch from '../serialization/index';
import { isOrderedDict } from '../serialization/python-values';
import { strided } from '../tensor/layout';
import { native } from '../native/binding';
import { tensorForm } from '../native/codes';
import { handleOf, isTensor, type Tensor } from '../tensor/tensor';
import type { ConvertFlags } from './convert';
import { intoProgram, requireProgram } from './convert-program';
import { isTable, type Source } from './convert-source';

/** Where the result goes, and how it is written. */
export interface Target {
  /** The folder whose files grow while it is written, and how they begin. */
  readonly folder: string;
  readonly beginning: string;
  readonly distributed?: boolean;
  /** Writes what `change` makes of the tensors; returns how many there are. */
  write(source: Source, change: (tensor: Tensor) => Tensor): Promise<number>;
}

/** Endings of formats that are not written, and what to do instead. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  '.onnx': 'an ONNX model holds a graph, which weights have not; torch.onnx.export writes one',
  '.gguf': 'GGUF is written by the tools of llama.cpp, from safetensors',
  '.h5': 'HDF5 is not written; write .npz, which Keras can take with numpy',
  '.keras': 'a Keras model is not written; write .npz',
  '.npy': 'an .npy file holds one array; write .npz',
};

/** The format that a path and the flags ask for. */
export function targetOf(to: string, flags: ConvertFlags): Target {
  const ending = extname(to).toLowerCase();
  if (Object.hasOwn(NOT_WRITTEN, ending)) throw valueError(`convert: ${NOT_WRITTEN[ending]}`);
  const folder = flags.dcp === true || flags.maxShardSize !== undefined || /[/\\]$/.test(to);
  requireFree(to, flags, folder);
  const inFolder = { folder: to, beginning: '' };
  if (flags.maxShardSize !== undefined) {
    if (flags.dcp) throw valueError('convert: choose --dcp or --max-shard-size, not both');
    return { ...inFolder, write: shards(to, bytesOf(flags.maxShardSize)) };
  }
  if (folder) return { ...inFolder, distributed: true, write: distributed(to) };
  const besideFile = { folder: dirname(to), beginning: basename(to) };
  if (ending === '.pt2') return { ...besideFile, write: intoProgram(to, requireProgram(flags)) };
  if (flags.program !== undefined) throw valueError('convert: --program is for a <to> that ends in .pt2');
  if (ending === '.safetensors') return { ...besideFile, write: safetensors(to) };
  return { ...besideFile, write: ending === '.npz' ? npz(to) : checkpoint(to, flags) };
}

/** What is there already is kept, unless the user says otherwise. */
function requireFree(to: string, { force }: ConvertFlags, folder: boolean): void {
  if (force || !existsSync(to)) return;
  const isFolder = statSync(to).isDirectory();
  if (isFolder && !folder) {
    throw fileError(
      `convert: ${JSON.stringify(to)} is a folder; end it with / for a distributed checkpoint, or give --max-shard-size`,
    );
  }
  if (isFolder && readdirSync(to).length === 0) return;
  throw fileError(`convert: ${JSON.stringify(to)} is there already; --force replaces it`);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};

/** `5GB`, as the libraries of Hugging Face write sizes, `500MiB`, or a number of bytes. */
export function bytesOf(size: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(size.trim()) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS[unit.toUpperCase()] ?? NaN));
  if (number !== '' && Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw valueError(`convert: --max-shard-size should be a size such as 5GB or 500MiB, got ${JSON.stringify(size)}`);
}

type Write = Target['write'];

function changed(tensors: Record<string, Tensor>, change: (tensor: Tensor) => Tensor): Record<string, Tensor> {
  if (Object.keys(tensors).length === 0) throw typeError('convert: it has no tensors, so nothing was written');
  return torch.markOrderedDict(
    Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, change(tensor)])),
  );
}

const METADATA = { metadata: { format: 'pt' } };

function safetensors(to: string): Write {
  return async (source, change) => {
    const tensors = changed(source.tensors(), change);
    await torch.saveSafetensorsAsync(tensors, to, METADATA);
    return Object.keys(tensors).length;
  };
}

function shards(to: string, maxShardSize: number): Write {
  return async (source, change) => {
    const tensors = changed(source.tensors(), change);
    await torch.saveSafetensorsAsync(tensors, to, { ...METADATA, maxShardSize });
    return Object.keys(tensors).length;
  };
}

function npz(to: string): Write {
  return async (source, change) => {
    const tensors = changed(source.tensors(), change);
    const others = Object.entries(tensors).filter(([, { dtype }]) =>
      /bfloat16|float8|float4|^q|^bits|complex32/.test(dtype.name),
    );
    requireDense(tensors);
    if (others.length > 0) {
      const list = others.slice(0, 5).map(([name, { dtype }]) => `${name} (${dtype.name})`);
      throw typeError(`convert: NumPy has no dtype for ${list.join(', ')}; choose one with --dtype float32`);
    }
    await saveNpz(to, tensors);
    return Object.keys(tensors).length;
  };
}

function requireDense(tensors: Record<string, Tensor>): void {
  const others = Object.entries(tensors).flatMap(([name, tensor]) => {
    const kind = kindOfTensor(tensor);
    return kind === null ? [] : [`${name} (${kind})`];
  });
  if (others.length === 0) return;
  throw typeError(
    `convert: only plain tensors can be written to .npz, and these are not: ${others.slice(0, 5).join(', ')}`,
  );
}

function kindOfTensor(tensor: Tensor): string | null {
  if (tensor.layout !== strided) return String(tensor.layout).replace('torch.', '');
  if (tensor.device.type === 'meta') return 'meta, without elements';
  return isNested(tensor) ? 'nested' : null;
}

function isNested(tensor: Tensor): boolean {
  return native.saverAdd(native.saverCreate(), handleOf(tensor)).form === tensorForm.nested;
}

/** A checkpoint keeps what is no tensor, too, as far as it can be saved. */
function checkpoint(to: string, flags: ConvertFlags): Write {
  return async (source, change) => {
    const state = changedTree(source.whole(), change, new Map());
    await torch.saveAsync(state, to, flags.drop ? { replacer: () => undefined } : {});
    return countTensors(state, new Set());
  };
}

function distributed(to: string): Write {
  return (source, change) => {
    const state = changedTree(source.whole(), change, new Map()) as SavedState;
    const { stateDictMetadata } = saveCheckpoint(state, { checkpointId: to, noDist: true });
    const count = [...stateDictMetadata.values()].filter((entry) => entry instanceof TensorStorageMetadata).length;
    return Promise.resolve(count);
  };
}

/** The same tree with other tensors; what is there twice stays one object. */
function changedTree(value: unknown, change: (tensor: Tensor) => Tensor, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const keep = <T>(made: T): T => (seen.set(value, made), made);
  if (isTensor(value)) return keep(change(value));
  if (Array.isArray(value) && !(value instanceof torch.Size)) return changedList(value, change, seen, keep);
  if (!isTable(value)) return value;
  const made = keep(value instanceof Map ? new Map<unknown, unknown>() : {});
  for (const [key, item] of entriesOf(value)) {
    const changedItem = changedTree(item, change, seen);
    if (made instanceof Map) made.set(key, changedItem);
    else (made as Record<string, unknown>)[key as string] = changedItem;
  }
  if (isOrderedDict(value)) torch.markOrderedDict(made, torch.orderedDictAttributes(value));
  return made;
}

/** A tuple, which is a frozen array, cannot contain itself. */
function changedList(
  list: readonly unknown[],
  change: (tensor: Tensor) => Tensor,
  seen: Map<object, unknown>,
  keep: <T>(made: T) => T,
): unknown {
  if (Object.isFrozen(list)) return keep(Object.freeze(list.map((item) => changedTree(item, change, seen))));
  const made = keep([] as unknown[]);
  for (const item of list) made.push(changedTree(item, change, seen));
  return made;
}

function countTensors(value: unknown, seen: Set<unknown>): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (isTensor(value)) return 1;
  if (seen.has(value)) return 0;
  seen.add(value);
  const items = Array.isArray(value) ? value : isTable(value) ? entriesOf(value).map(([, item]) => item) : [];
  return items.reduce<number>((sum, item) => sum + countTensors(item, seen), 0);
}

/** How many bytes of the result are there. */
export function bytesWritten({ folder, beginning }: Target, since: number): number {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(beginning))
      .map((name) => statSync(join(folder, name)))
      .filter((stats) => stats.mtimeMs >= since)
      .reduce((sum, stats) => sum + stats.size, 0);
  } catch {
    return 0; // a file was renamed meanwhile, or nothing is there yet
  }
}
