import type { Command } from 'commander';

import type { Tensor } from '../tensor';

interface Flags {
  readonly key?: string;
  readonly clone?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert <from> <to>')
    .description('convert a checkpoint to safetensors (when <to> ends in .safetensors), or safetensors to a checkpoint')
    .option('--key <path>', 'take this part of the checkpoint, such as "model"')
    .option('--clone', 'write tensors that share their memory once each')
    .action((from: string, to: string, flags: Flags) => {
      try {
        convert(from, to, flags);
      } catch (error) {
        console.error((error as Error).message);
        process.exitCode = 1;
      }
    });
}

/** @internal */
export function convert(from: string, to: string, flags: Flags): void {
  // Required late: install and doctor must run where libtorch is missing.
  const torch = require('../serialization/index') as typeof import('../serialization/index');
  const { looksLikeSafetensors } = require('../serialization/outline') as typeof import('../serialization/outline');
  const tensors = looksLikeSafetensors(from)
    ? torch.markOrderedDict(torch.loadSafetensors(from, { mmap: true }))
    : stateDictIn(from, flags);
  if (to.endsWith('.safetensors')) {
    torch.saveSafetensors(flags.clone ? cloned(tensors) : tensors, to, { metadata: { format: 'pt' } });
  } else {
    torch.save(tensors, to);
  }
  console.log(`${to}: ${Object.keys(tensors).length} tensors`);
}

function stateDictIn(path: string, flags: Flags): Record<string, Tensor> {
  const torch = require('../serialization/index') as typeof import('../serialization/index');
  const { isModuleTree } = require('../serialization/state-dict') as typeof import('../serialization/state-dict');
  const root = torch.load<unknown>(path, { weightsOnly: false, mapLocation: 'cpu', mmap: true });
  const part = flags.key === undefined ? root : partOf(root, flags.key);
  return isModuleTree(part) ? torch.stateDictOf(part) : flatten(part);
}

function partOf(root: unknown, path: string): unknown {
  return path.split('.').reduce((value: unknown, step) => {
    const part = value instanceof Map ? (value as Map<unknown, unknown>).get(step) : (value as Record<string, unknown>)[step];
    if (part === undefined) throw new Error(`the checkpoint has no "${path}"`);
    return part;
  }, root);
}

/** Tensors by their paths; anything else has no place in the other format. */
function flatten(root: unknown): Record<string, Tensor> {
  const { isTensor } = require('../tensor') as typeof import('../tensor');
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
  throw new Error(`only tensors can be converted, but these are none: ${others.slice(0, 10).join(', ')}; choose a part with --key`);
}

function isTable(value: unknown): value is Record<string, unknown> | Map<unknown, unknown> {
  if (value instanceof Map) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function cloned(tensors: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, tensor.clone()]));
}
