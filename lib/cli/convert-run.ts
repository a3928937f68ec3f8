import { clone } from '../ops/generated/functions';
import { entriesOf } from '../arguments/plain-object';
import { keyError, typeError } from '../errors';
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
  const { files } = checkpointFiles('convert', from);
  const tensors = merged(files.map((file) => reading('convert', file, () => tensorsIn(file, flags))));
  if (to.endsWith('.safetensors')) {
    torch.saveSafetensors(flags.clone ? cloned(tensors) : tensors, to, { metadata: { format: 'pt' } });
  } else {
    torch.save(tensors, to);
  }
  return Object.keys(tensors).length;
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
