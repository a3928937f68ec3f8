import { join } from 'node:path';
import { fileError } from '../errors';
import { statIfThere, statOf } from '../arguments/files';
import { serializationError } from './errors';
import { INDEX, shardsOf } from './safetensors-index';
import { markOrderedDict, orderedDictAttributes } from './python-values';

/** Checkpoints in several files: Hugging Face's `pytorch_model.bin.index.json` with the shards that it names. */

const BIN = 'pytorch_model.bin';
const BIN_INDEX = 'pytorch_model.bin.index.json';

/** The files that a path stands for, if it is a folder or an index; null for a file. @internal */
export function binShards(label: string, path: string): readonly string[] | null {
  if (statOf(label, path).isDirectory()) return shardsInFolder(label, path);
  if (!path.endsWith('.index.json')) return null;
  const shards = shardsOf(label, path);
  const [first = ''] = shards;
  if (!first.endsWith('.safetensors')) return shards;
  throw serializationError(
    `${label}: ${JSON.stringify(path)} is an index of safetensors; open it with torch.loadSafetensors`,
  );
}

function shardsInFolder(label: string, folder: string): readonly string[] {
  const holds = (name: string): boolean => statIfThere(label, join(folder, name)) !== undefined;
  if (holds(BIN_INDEX)) return shardsOf(label, join(folder, BIN_INDEX));
  if (holds(BIN)) return [join(folder, BIN)];
  const where = `${label}: ${JSON.stringify(folder)} is a folder`;
  if (holds('.metadata')) {
    throw fileError(`${where} with a distributed checkpoint; torch.distributed.checkpoint.load reads it`);
  }
  if (holds(INDEX) || holds('model.safetensors')) {
    throw fileError(`${where} with safetensors; open it with torch.loadSafetensors`);
  }
  if (holds('saved_model.pb')) {
    throw fileError(`${where} with a SavedModel of TensorFlow, which is not read; export its weights in Python`);
  }
  if (holds('data.pkl')) {
    throw fileError(
      `${where} with the parts of an unpacked checkpoint; zip it again without compression: zip -0 -r model.pt FOLDER`,
    );
  }
  throw fileError(`${where}, and neither ${BIN_INDEX} nor ${BIN} is in it; name a file`);
}

/** The shards of a model are one state dict. @internal */
export function mergeShards(label: string, parts: readonly unknown[], files: readonly string[]): unknown {
  if (parts.length === 1) return parts[0];
  const merged: Record<string, unknown> = {};
  const metadata = new Map<string, unknown>();
  parts.forEach((part, index) => {
    const isDict = typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;
    if (!isDict)
      throw serializationError(
        `${label}: ${JSON.stringify(files[index])} is not a state dict, so it is not a shard of one`,
      );
    Object.assign(merged, part);
    const attributes = orderedDictAttributes(part);
    if (typeof attributes === 'object' && attributes !== null) {
      for (const [name, value] of Object.entries(attributes)) metadata.set(name, value);
    }
  });
  return markOrderedDict(merged, metadata.size > 0 ? Object.fromEntries(metadata) : null);
}
