import { clone } from '../ops/generated/functions';
import { entriesOf } from '../arguments/plain-object';
import { keyError, typeError } from '../errors';
import { isDistributed } from '../distributed/checkpoint/folder';
import { loadEverything } from '../distributed/checkpoint/load';
import { TensorStorageMetadata } from '../distributed/checkpoint/metadata';
import { save as saveCheckpoint, type SavedState } from '../distributed/checkpoint/save';
import * as torch from '../serialization/index';
import { stepOf } from '../serialization/brief';
import { looksLikeSafetensors } from '../serialization/outline';
import { Repeats } from '../serialization/repeats';
import { isModuleTree } from '../serialization/state-dict';
import { isTensor, type Tensor } from '../tensor/tensor';
import { checkpointFiles, reading } from './checkpoint-files';
import type { ConvertFlags } from './convert';

/** Converts one file into the other format and returns the number of tensors. */
export function convert(from: string, to: string, flags: ConvertFlags): number {
  const toFolder = flags.dcp === true || /[/\\]$/.test(to);
  if (isDistributed(from)) return convertDistributed(from, to, flags, toFolder);
  const { files } = checkpointFiles('convert', from);
  const [only] = files;
  if (toFolder && only !== undefined && files.length === 1 && !looksLikeSafetensors(only)) {
    return saveDistributed(
      reading('convert', only, () => wholeOf(only, flags)),
      to,
    );
  }
  const tensors = merged(files.map((file) => reading('convert', file, () => tensorsIn(file, flags))));
  if (toFolder) return saveDistributed(tensors, to);
  return saveTensors(tensors, to, flags);
}

function saveTensors(tensors: Record<string, Tensor>, to: string, flags: ConvertFlags): number {
  if (to.endsWith('.safetensors')) {
    torch.saveSafetensors(flags.clone ? cloned(tensors) : tensors, to, { metadata: { format: 'pt' } });
  } else {
    torch.save(tensors, to);
  }
  return Object.keys(tensors).length;
}

/** A folder that several ranks may have written, as one file, which keeps what are no tensors too. */
function convertDistributed(from: string, to: string, flags: ConvertFlags, toFolder: boolean): number {
  if (toFolder) throw typeError('convert: both are distributed checkpoints; copy the folder');
  const state = loadEverything(from, flags.key === undefined ? null : [flags.key]);
  const part = flags.key === undefined ? state : partOf(state, flags.key);
  if (to.endsWith('.safetensors')) return saveTensors(flatten(part), to, flags);
  torch.save(part, to);
  return countTensors(part);
}

/** What a file holds, which has to be a dict. */
function wholeOf(file: string, flags: ConvertFlags): SavedState {
  const root = torch.load<unknown>(file, { mapLocation: 'cpu', mmap: true });
  const part = flags.key === undefined ? root : partOf(root, flags.key);
  if (isTable(part)) return part as SavedState;
  throw typeError('convert: only a dict can become a distributed checkpoint');
}

function saveDistributed(state: SavedState, to: string): number {
  const { stateDictMetadata } = saveCheckpoint(state, { checkpointId: to, noDist: true });
  return [...stateDictMetadata.values()].filter((entry) => entry instanceof TensorStorageMetadata).length;
}

function countTensors(value: unknown): number {
  if (isTensor(value)) return 1;
  const items = Array.isArray(value) ? value : isTable(value) ? entriesOf(value).map(([, item]) => item) : [];
  return items.reduce<number>((sum, item) => sum + countTensors(item), 0);
}

function tensorsIn(file: string, flags: ConvertFlags): Record<string, Tensor> {
  if (!looksLikeSafetensors(file)) return stateDictIn(file, flags);
  return torch.markOrderedDict(torch.loadSafetensors(file, { mmap: true }));
}

/** The shards of a model are one dict. */
function merged(parts: readonly Record<string, Tensor>[]): Record<string, Tensor> {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return torch.markOrderedDict(Object.fromEntries(parts.flatMap((part) => Object.entries(part))));
}

function stateDictIn(path: string, flags: ConvertFlags): Record<string, Tensor> {
  const root = torch.load<unknown>(path, { weightsOnly: false, mapLocation: 'cpu', mmap: true });
  const part = flags.key === undefined ? root : partOf(root, flags.key);
  return isModuleTree(part) ? torch.stateDictOf(part) : flatten(part);
}

function partOf(root: unknown, path: string): unknown {
  return path.split('.').reduce((value: unknown, step) => {
    const part = isTable(value) ? entry(value, step) : undefined;
    if (part === undefined) throw keyError(`convert: the checkpoint has no "${path}"`);
    return part;
  }, root);
}

function entry(table: Table, key: string): unknown {
  if (table instanceof Map) return table.get(key);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Tensors by their paths; anything else has no place in the other format. */
function flatten(root: unknown): Record<string, Tensor> {
  const out: [string, Tensor][] = [];
  const others: string[] = [];
  const repeats = new Repeats();
  const visit = (path: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && isTensor(value)) {
      out.push([path, value]);
    } else if (isTable(value) && depth < 100) {
      repeats.visit(value);
      for (const [key, item] of entriesOf(value)) {
        const step = typeof key === 'object' ? stepOf(key) : String(key);
        visit(path === '' ? step : `${path}.${step}`, item, depth + 1);
      }
    } else if (others.length <= 10) {
      others.push(path === '' ? 'the whole file' : path);
    }
  };
  visit('', root, 0);
  if (others.length === 0) return Object.fromEntries(out);
  throw typeError(
    `convert: only tensors can be converted, but these are none: ${others.slice(0, 10).join(', ')}` +
      `${others.length > 10 ? ', ...' : ''}; choose a part with --key`,
  );
}

type Table = Record<string, unknown> | Map<unknown, unknown>;

function isTable(value: unknown): value is Table {
  if (value instanceof Map) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function cloned(tensors: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, clone(tensor)]));
}
