import { closeSync, readSync } from 'node:fs';
import { openRegular } from '../arguments/files';
import { native } from '../native/binding';
import { TorchError } from '../errors';

/** What a file is, told by its first bytes (and for a zip file by the names in it), and what to do with one. */
export interface FileKind {
  readonly kind: 'safetensors' | 'npy' | 'npz' | 'pt2' | 'torchscript' | 'package' | 'zip' | 'gzip' | 'other';
  /** "a NumPy array (.npy)". */
  readonly what: string;
  readonly advice: string;
}

/** So many bytes are enough to know a file. */
const HEAD = 4096;

interface Signature extends FileKind {
  readonly fits: (head: Buffer) => boolean;
}

const starts =
  (text: string, at = 0) =>
  (head: Buffer): boolean =>
    head.toString('latin1', at, at + text.length) === text;

const matches =
  (pattern: RegExp) =>
  (head: Buffer): boolean =>
    pattern.test(head.toString('latin1'));

const other = (fits: Signature['fits'], what: string, advice: string): Signature => ({
  kind: 'other',
  fits,
  what,
  advice,
});

const SIGNATURES: readonly Signature[] = [
  other(
    matches(/^version https:\/\/git-lfs/),
    'a git-LFS pointer: a text that stands for the real file, which was not downloaded',
    'fetch it with `git lfs pull`, or download the file itself',
  ),
  other(
    matches(/^\s*(<!doctype html|<html|<\?xml)/i),
    'a web page (HTML or XML), most likely of an address that needs a login or does not exist',
    'download the file itself; on Hugging Face its address has /resolve/ and not /blob/',
  ),
  { kind: 'gzip', fits: starts('\x1f\x8b'), what: 'compressed by gzip', advice: 'unpack it with gunzip, or tar -xzf' },
  other(starts('BZh'), 'compressed by bzip2', 'unpack it with bunzip2'),
  other(starts('\xfd7zXZ'), 'compressed by xz', 'unpack it with unxz'),
  other(starts('\x28\xb5\x2f\xfd'), 'compressed by zstd', 'unpack it with unzstd'),
  other(starts("7z\xbc\xaf'\x1c"), 'a 7z archive', 'unpack it'),
  other(starts('GGUF'), 'a GGUF file of llama.cpp', 'use the model that it was made of, as safetensors or .bin'),
  other(
    matches(/^(lmgg|ggml|tjgg|ggjt)/),
    'a GGML file of llama.cpp',
    'use the model that it was made of, as safetensors or .bin',
  ),
  other(
    starts('\x89HDF\r\n\x1a\n'),
    'an HDF5 file, as Keras writes weights (.h5)',
    'in Python read it with h5py, or model.get_weights(), and write its arrays with numpy.savez or safetensors.numpy.save_file',
  ),
  other(starts('TFL3', 4), 'a TensorFlow Lite model', 'it cannot be read; use the model that it was made of'),
  {
    kind: 'npy',
    fits: starts('\x93NUMPY'),
    what: 'a NumPy array (.npy)',
    advice: '`npx libtorch-node convert` reads it',
  },
  other(
    starts('ustar', 257),
    'a tar file; PyTorch wrote checkpoints in the tar format before 0.1.10',
    'unpack it with tar -xf, or if it is such a checkpoint save it again in Python: torch.save(torch.load(path, weights_only=False), path)',
  ),
  other(starts('\x89PNG'), 'a PNG image', 'a checkpoint was expected'),
  other(starts('\xff\xd8\xff'), 'a JPEG image', 'a checkpoint was expected'),
  other(
    (head) => head.length >= 64 && matches(/joblib\.numpy_pickle/)(head) && head[0] === 0x80,
    'a file of joblib, whose arrays stand between parts of a pickle',
    'in Python: torch.save or pickle.dump of joblib.load(path)',
  ),
  other(
    (head) => head[0] === 0x08 && matches(/(pytorch|onnx|graph|tf2onnx|skl2onnx)/i)(head),
    'an ONNX model',
    'run it with onnxruntime-node; its weights can be taken in Python with onnx.numpy_helper',
  ),
  other(
    matches(/^\s*[[{]\s*("|\]|\}|\[|\{|\d)/),
    'a text of JSON',
    'name the file with the weights; an index has to be called *.index.json',
  ),
];

/** How a checkpoint begins: nothing else is meant by these. */
function isSafetensors(head: Buffer): boolean {
  return head.length >= 9 && head[8] === 0x7b && !starts('PK')(head);
}

/** What a file or the bytes of one are; null for what looks like a checkpoint of `torch.save`, or like nothing known. */
export function kindOf(label: string, source: string | Uint8Array): FileKind | null {
  const head = typeof source === 'string' ? headOf(label, source) : Buffer.from(source.subarray(0, HEAD));
  if (starts('PK\x03\x04')(head)) return typeof source === 'string' ? kindOfZip(source) : null;
  const found = SIGNATURES.find(({ fits }) => fits(head));
  if (found) return found;
  if (!isSafetensors(head)) return null;
  return { kind: 'safetensors', what: 'safetensors', advice: 'open it with torch.loadSafetensors' };
}

function headOf(label: string, path: string): Buffer {
  const file = openRegular(label, path);
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

interface ZipRule extends FileKind {
  readonly fits: (names: readonly string[]) => boolean;
}

const has =
  (pattern: RegExp) =>
  (names: readonly string[]): boolean =>
    names.some((name) => pattern.test(name));

const ZIPS: readonly ZipRule[] = [
  {
    kind: 'package',
    fits: has(/(^|\/)\.data\/extern_modules$/),
    what: 'a torch.package',
    advice:
      'its code would have to run, so it is not opened; in Python: torch.package.PackageImporter(path).load_pickle(package, resource), then torch.save of its state_dict()',
  },
  {
    kind: 'pt2',
    fits: (names) => has(/(^|\/)archive_format$/)(names) && has(/(^|\/)(models\/|data\/)/)(names),
    what: 'an exported program (.pt2)',
    advice: 'torch.export.load opens it, and `npx libtorch-node convert` takes its weights',
  },
  {
    kind: 'other',
    fits: has(/^serialized_exported_program\.json$|\/serialized_exported_program\.json$/),
    what: 'an exported program (.pt2) of a PyTorch before 2.6',
    advice: 'load and save it again in a newer Python: torch.export.save(torch.export.load(path), path)',
  },
  {
    kind: 'torchscript',
    fits: has(/(^|\/)constants\.pkl$/),
    what: 'a TorchScript archive, of torch::save in C++ or of torch.jit.save',
    advice: 'torch.loadArchive reads its tensors',
  },
  {
    kind: 'other',
    fits: has(/^model\.weights\.h5$/),
    what: 'a Keras model (.keras)',
    advice:
      'in Python read its arrays with keras.saving.load_model(path).get_weights(), and write them with numpy.savez or safetensors.numpy.save_file',
  },
  {
    kind: 'npz',
    fits: (names) => names.length > 0 && names.every((name) => name.endsWith('.npy')),
    what: 'NumPy arrays (.npz)',
    advice: '`npx libtorch-node convert` reads them',
  },
];

function kindOfZip(path: string): FileKind | null {
  const names = namesInZip(path);
  if (names === null) return null;
  const found = ZIPS.find(({ fits }) => fits(names));
  if (found) return found;
  if (has(/(^|\/)data\.pkl$/)(names)) return null;
  const inner = names.filter((name) => /\.(pt|pth|bin|ckpt|safetensors)$/.test(name)).slice(0, 3);
  return {
    kind: 'zip',
    what: 'a zip file that has no data.pkl, so it is not a checkpoint',
    advice: inner.length > 0 ? `unpack it; it holds ${inner.join(', ')}` : 'unpack it, and name the checkpoint in it',
  };
}

/** The names in a zip file; null for one that is damaged. */
function namesInZip(path: string): string[] | null {
  try {
    return native.zipRecords(path).map(({ whole }) => whole);
  } catch (error) {
    if (error instanceof TorchError) return null;
    throw error;
  }
}
