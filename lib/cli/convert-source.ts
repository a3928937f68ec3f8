import { entriesOf } from '../arguments/plain-object';
import { keyError, typeError } from '../errors';
import { isDistributed } from '../distributed/checkpoint/folder';
import { loadEverything } from '../distributed/checkpoint/load';
import * as torch from '../serialization/index';
import { stepOf } from '../serialization/brief';
import { Repeats } from '../serialization/repeats';
import { isModuleTree } from '../serialization/state-dict';
import { isTensor, type Tensor } from '../tensor/tensor';
import { checkpointFiles, readingAsync } from './checkpoint-files';
import type { ConvertFlags } from './convert';
import { formatOf } from './formats';

/** What is converted: tensors by their names, or a dict with more in it, which some formats can hold too. */
export interface Source {
  /** The tensors alone; an error names what is none. */
  tensors(): Record<string, Tensor>;
  /** Everything, where that is a dict. */
  whole(): Table;
}

export type Table = Record<string, unknown> | Map<unknown, unknown>;

/** Reads a file, the shards of an index or a folder, or a distributed checkpoint. */
export async function readSource(from: string, flags: ConvertFlags): Promise<Source> {
  if (isDistributed(from)) {
    const state = loadEverything(from, flags.key === undefined ? null : [flags.key]);
    return sourceOfTree(flags.key === undefined ? state : partOf(state, flags.key));
  }
  const { files } = checkpointFiles('convert', from);
  const parts: Source[] = [];
  for (const file of files) {
    parts.push(await readingAsync('convert', file, (path) => readFile(path, flags)));
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : sourceOfTensors(merged(parts));
}

async function readFile(file: string, flags: ConvertFlags): Promise<Source> {
  const format = formatOf('convert', file);
  if (format) return sourceOfTensors(await format.tensors(file));
  const root = torch.load<unknown>(file, { weightsOnly: false, mapLocation: 'cpu', mmap: true });
  return sourceOfTree(flags.key === undefined ? root : partOf(root, flags.key));
}

function sourceOfTensors(tensors: Record<string, Tensor>): Source {
  return { tensors: () => tensors, whole: () => tensors };
}

function sourceOfTree(root: unknown): Source {
  return {
    tensors: () => (isModuleTree(root) ? torch.stateDictOf(root) : flatten(root)),
    whole: () => {
      if (isModuleTree(root)) return torch.stateDictOf(root);
      if (isTable(root)) return root;
      throw typeError('convert: only a dict can be converted, and this file holds another value');
    },
  };
}

/** The shards of a model are one dict. */
function merged(parts: readonly Source[]): Record<string, Tensor> {
  return torch.markOrderedDict(Object.fromEntries(parts.flatMap((part) => Object.entries(part.tensors()))));
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
    `convert: only tensors can be converted, and these are not: ${others.slice(0, 10).join(', ')}` +
      `${others.length > 10 ? ', ...' : ''}; choose a part with --key${keysHint(root)}`,
  );
}

/** The keys of a checkpoint under which a state dict or a module is. */
function keysHint(root: unknown): string {
  if (!isTable(root)) return '';
  const keys = entriesOf(root).filter(([, value]) => isModuleTree(value) || isStateDict(value));
  if (keys.length === 0) return '';
  return `, such as ${keys
    .slice(0, 5)
    .map(([key]) => `--key ${stepOf(key)}`)
    .join(' or ')}`;
}

function isStateDict(value: unknown): boolean {
  if (!isTable(value)) return false;
  const items = entriesOf(value);
  return items.length > 0 && items.every(([, item]) => typeof item === 'object' && item !== null && isTensor(item));
}

export function isTable(value: unknown): value is Table {
  if (value instanceof Map) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
