import { asFunction } from '../dispatch/operator';
import * as torch from '../serialization/index';
import { looksLikeSafetensors } from '../serialization/outline';
import { isModuleTree } from '../serialization/state-dict';
import { isTensor, type Tensor } from '../tensor';
import type { ConvertFlags } from './convert';

const clone = asFunction<(tensor: Tensor) => Tensor>('aten::clone');

/** Converts one file into the other format and returns the number of tensors. */
export function convert(from: string, to: string, flags: ConvertFlags): number {
  const tensors = looksLikeSafetensors(from)
    ? torch.markOrderedDict(torch.loadSafetensors(from, { mmap: true }))
    : stateDictIn(from, flags);
  if (to.endsWith('.safetensors')) {
    torch.saveSafetensors(flags.clone ? cloned(tensors) : tensors, to, { metadata: { format: 'pt' } });
  } else {
    torch.save(tensors, to);
  }
  return Object.keys(tensors).length;
}

function stateDictIn(path: string, flags: ConvertFlags): Record<string, Tensor> {
  const root = torch.load<unknown>(path, { weightsOnly: false, mapLocation: 'cpu', mmap: true });
  const part = flags.key === undefined ? root : partOf(root, flags.key);
  return isModuleTree(part) ? torch.stateDictOf(part) : flatten(part);
}

function partOf(root: unknown, path: string): unknown {
  return path.split('.').reduce((value: unknown, step) => {
    const part =
      value instanceof Map ? (value as Map<unknown, unknown>).get(step) : (value as Record<string, unknown>)[step];
    if (part === undefined) throw new Error(`the checkpoint has no "${path}"`);
    return part;
  }, root);
}

/** Tensors by their paths; anything else has no place in the other format. */
function flatten(root: unknown): Record<string, Tensor> {
  const out: Record<string, Tensor> = {};
  const others: string[] = [];
  const visit = (path: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && isTensor(value)) {
      out[path] = value;
    } else if (isTable(value) && depth < 100) {
      const entries = value instanceof Map ? [...value] : Object.entries(value);
      for (const [key, item] of entries) visit(path === '' ? String(key) : `${path}.${String(key)}`, item, depth + 1);
    } else {
      others.push(path === '' ? 'the whole file' : path);
    }
  };
  visit('', root, 0);
  if (others.length === 0) return out;
  throw new Error(
    `only tensors can be converted, but these are none: ${others.slice(0, 10).join(', ')}; choose a part with --key`,
  );
}

function isTable(value: unknown): value is Record<string, unknown> | Map<unknown, unknown> {
  if (value instanceof Map) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function cloned(tensors: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, clone(tensor)]));
}
