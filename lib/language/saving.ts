import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Field, either, nullable, str, count } from '../arguments/fields';
import { readOptions } from '../arguments/read';
import { valueError } from '../errors';
import { saveSafetensorsAsync, type Tensor } from '../index';
import { makeFolder } from './json';
import type { PreTrainedModel } from './pretrained-model';

export interface SavePretrainedOptions {
  /** Write shards of at most this many bytes, as a number or as `'5GB'`, where the weights are more. @defaultValue '50GB' */
  readonly maxShardSize?: number | string;
  /** Weights to write in place of the model's own. @defaultValue null */
  readonly stateDict?: Readonly<Record<string, Tensor>> | null;
}

const UNITS: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};
const size: Field<number | string> = either<number, string>(count(1), str(), '50GB');
const SAVE = {
  maxShardSize: size,
  stateDict: {
    ...nullable({ ...str(), expects: 'a state dict', fits: (v: unknown) => typeof v === 'object' }),
    object: true,
  },
};

/** `'5GB'` in bytes. */
function bytesOf(label: string, given: number | string): number {
  if (typeof given === 'number') return given;
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]I?B)\s*$/i.exec(given) ?? [];
  const factor = UNITS[(unit ?? '').toUpperCase()];
  if (number === undefined || factor === undefined) {
    throw valueError(`${label}: 'maxShardSize' should be a number of bytes or a text as '5GB', got '${given}'`);
  }
  return Math.floor(Number(number) * factor);
}

/** What `savePretrained` of a model does. */
export async function saveModelTo(
  model: PreTrainedModel,
  folder: string | URL,
  options: SavePretrainedOptions,
): Promise<void> {
  const label = 'savePretrained';
  const read = readOptions(label, SAVE, options) as unknown as {
    maxShardSize: number | string;
    stateDict: Record<string, Tensor> | null;
  };
  const limit = bytesOf(label, read.maxShardSize);
  const target = await makeFolder(label, folder);
  const state: Record<string, Tensor> = { ...(read.stateDict ?? model.stateDict()) };
  // What is tied is stored once, under the name of its source.
  for (const [tied, source] of Object.entries(model.tiedWeights()))
    if (state[source]) Reflect.deleteProperty(state, tied);
  for (const [name, tensor] of Object.entries(state)) state[name] = tensor.contiguous();
  model.config.architectures = [model.displayName()];
  model.config.dtype = Object.values(state).find(({ dtype }) => dtype.isFloatingPoint)?.dtype.name ?? null;
  await model.saveOthers(target);
  const bytes = Object.values(state).reduce((sum, tensor) => sum + tensor.numel() * tensor.elementSize(), 0);
  const metadata = { format: 'pt' };
  if (bytes > limit) {
    await saveSafetensorsAsync(state, target, { metadata, maxShardSize: limit });
    await rm(path.join(target, 'model.safetensors'), { force: true });
  } else {
    await saveSafetensorsAsync(state, path.join(target, 'model.safetensors'), { metadata });
    // An index of earlier shards would be read first.
    await rm(path.join(target, 'model.safetensors.index.json'), { force: true });
  }
}
