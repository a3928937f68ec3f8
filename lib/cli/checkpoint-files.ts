import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { messageOf } from '../arguments/describe';
import { runtimeError, TorchError } from '../errors';
import { fileFailure, pathOf, requireRegular, statOf } from '../arguments/files';
import { shardsOf } from '../serialization/safetensors-index';

/** What Hugging Face's libraries look for in a folder, in their order. */
const USUAL = [
  'model.safetensors',
  'model.safetensors.index.json',
  'pytorch_model.bin',
  'pytorch_model.bin.index.json',
  'adapter_model.safetensors',
  'adapter_model.bin',
  'diffusion_pytorch_model.safetensors',
  'diffusion_pytorch_model.safetensors.index.json',
  'diffusion_pytorch_model.bin',
] as const;

const CHECKPOINT = /\.(safetensors|pt|pth|ckpt|bin|pkl|pt2|npz|npy)$/i;
/** Files by which a folder of another library, or of an unpacked checkpoint, is known. */
const FOLDERS: readonly (readonly [name: RegExp, what: string])[] = [
  [
    /^saved_model\.pb(txt)?$/,
    'is a SavedModel of TensorFlow; in Python write its weights with numpy.savez or safetensors',
  ],
  [/^model_index\.json$/, 'is a pipeline of diffusers; name one of its models, such as its folder unet'],
  [
    /^tf_model\.h5$/,
    'holds weights for TensorFlow only; in Python: AutoModel.from_pretrained(folder, from_tf=True).save_pretrained(other)',
  ],
  [
    /^flax_model\.msgpack$/,
    'holds weights for Flax only; in Python: AutoModel.from_pretrained(folder, from_flax=True).save_pretrained(other)',
  ],
  [
    /\.(index|data-\d{5}-of-\d{5})$/,
    'holds a checkpoint of TensorFlow; in Python write its weights with numpy.savez or safetensors',
  ],
  [/\.(gguf|onnx|h5|keras|tflite)$/, 'holds a model of another library'],
  [/^data\.pkl$/, 'is an unpacked checkpoint; zip it again without compression: zip -0 -r model.pt FOLDER'],
];
const INDEX = /\.index\.json$/i;
/** How many names a message lists. */
const SOME = 10;

/** What was found at a path. */
export interface CheckpointFiles {
  /** The file, or the index whose shards follow. */
  readonly name: string;
  /** One checkpoint, or the shards of one, in the index's order. */
  readonly files: readonly string[];
}

/**
 * The files that a path stands for: a file, the shards of an `*.index.json`, or what lies in a folder as Hugging Face's
 * libraries keep it.
 *
 * @throws TorchError for a path that is not there, is a device, or may mean several checkpoints.
 */
export function checkpointFiles(label: string, path: string): CheckpointFiles {
  const given = pathOf(label, path);
  const stats = statOf(label, given);
  const name = stats.isDirectory() ? join(given, chooseIn(label, given)) : given;
  requireRegular(label, name, stats.isDirectory() ? statOf(label, name) : stats);
  const files = INDEX.test(name) ? shardsOf(label, name) : [name];
  for (const file of files) requireRegular(label, file, statOf(label, file));
  return { name, files };
}

/** Reads one file; an error of the reader, which knows bytes only, gets the file's name. */
export function reading<T>(label: string, file: string, read: (file: string) => T): T {
  try {
    return read(file);
  } catch (cause) {
    if (!(cause instanceof TorchError) || messageOf(cause).includes(file)) throw cause;
    throw runtimeError(`${label}: ${JSON.stringify(file)}: ${cause.message}`, { code: cause.code, cause });
  }
}

/** {@link reading} of an asynchronous reader. */
export async function readingAsync<T>(label: string, file: string, read: (file: string) => T | Promise<T>): Promise<T> {
  try {
    return await read(file);
  } catch (cause) {
    return reading(label, file, () => {
      throw cause;
    });
  }
}

function chooseIn(label: string, folder: string): string {
  const names = namesIn(label, folder);
  const usual = USUAL.find((name) => names.includes(name));
  if (usual !== undefined) return usual;
  const indices = names.filter((name) => INDEX.test(name));
  const found = indices.length > 0 ? indices : names.filter((name) => CHECKPOINT.test(name));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const where = `${label}: the folder ${JSON.stringify(folder)}`;
  const known = FOLDERS.find(([name]) => names.some((file) => name.test(file)));
  if (known && only === undefined) throw runtimeError(`${where} ${known[1]}`, { code: 'ERR_TORCH_FILE' });
  if (only === undefined)
    throw runtimeError(`${where} holds no checkpoint${runHint(folder)}`, { code: 'ERR_TORCH_FILE' });
  const list = found.slice(0, SOME).join(', ') + (found.length > SOME ? ', …' : '');
  throw runtimeError(`${where} holds several checkpoints; name one of them: ${list}`, { code: 'ERR_TORCH_FILE' });
}

function namesIn(label: string, folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw fileFailure(label, folder, cause);
  }
}

function runHint(folder: string): string {
  return existsSync(join(folder, 'events.jsonl')) ? '; it is a training run, which `libtorch-node runs` shows' : '';
}
