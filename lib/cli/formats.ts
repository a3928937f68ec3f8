import { basename } from 'node:path';
import { statSync } from 'node:fs';

import { loadNpy } from '../data/datasets/numpy/npy';
import { loadNpz } from '../data/datasets/numpy/npz';
import { NoCounterpart } from '../data/datasets/numpy/header';
import { serializationError } from '../serialization/errors';
import { type FileOutline, Note, outlineFile, type TensorOutline } from '../serialization/outline';
import { loadArchive } from '../serialization/archive';
import { loadSafetensors } from '../serialization/safetensors';
import { type FileKind, kindOf } from '../serialization/sniff';
import { markOrderedDict } from '../serialization/python-values';
import { isTensor, type Tensor } from '../tensor/tensor';
import { listPackage } from './package-outline';
import { outlineProgram, programWeights } from './program-weights';
import { outlineScript } from './script-outline';

/** What `inspect` and `convert` know of the kinds of files: one row for each that is read. */
interface Format {
  outline(file: string): FileOutline | Promise<FileOutline>;
  tensors(file: string): Record<string, Tensor> | Promise<Record<string, Tensor>>;
}

const FORMATS: Readonly<Partial<Record<FileKind['kind'], Format>>> = {
  safetensors: { outline: outlineFile, tensors: (file) => markOrderedDict(loadSafetensors(file)) },
  npy: {
    outline: async (file) => arraysOutline('npy', file, await arraysIn(file)),
    tensors: (file) => ({ [basename(file).replace(/\.npy$/i, '')]: loadNpy(file) }),
  },
  npz: {
    outline: async (file) => arraysOutline('npz', file, await arraysIn(file)),
    tensors: async (file) => numbersOf(file, await arraysIn(file)),
  },
  pt2: { outline: outlineProgram, tensors: programWeights },
  torchscript: { outline: outlineScript, tensors: (file) => markOrderedDict(loadArchive(file)) },
  package: {
    outline: listPackage,
    tensors: (file) => {
      throw serializationError(`convert: ${JSON.stringify(file)} is a torch.package; ${PACKAGE_ADVICE}`);
    },
  },
};

const PACKAGE_ADVICE =
  'its code would have to run, so it is not opened. In Python: ' +
  'model = torch.package.PackageImporter(path).load_pickle(package, resource), then torch.save(model.state_dict(), "model.pt")';

/**
 * How a file is read; null for a checkpoint of `torch.save`, which has more than tensors. A file of another library is an
 * error that says what it is.
 */
export function formatOf(label: string, file: string): Format | null {
  const kind = kindOf(label, file);
  if (kind === null) return null;
  const format = FORMATS[kind.kind];
  if (format) return format;
  throw serializationError(`${label}: ${JSON.stringify(file)} is ${kind.what}; ${kind.advice}`);
}

/** What a file of any kind holds. */
export async function outlineAny(file: string): Promise<FileOutline> {
  const format = formatOf('inspect', file);
  return format ? await format.outline(file) : outlineFile(file);
}

/** The arrays of an `.npz` or `.npy` file; those that are no numbers are errors. */
async function arraysIn(file: string): Promise<Map<string, Tensor | NoCounterpart>> {
  const isOne = kindOf('inspect', file)?.kind === 'npy';
  const read = (): Tensor => loadNpy(file);
  if (isOne) return new Map([[basename(file).replace(/\.npy$/i, ''), valueOf(read)]]);
  const arrays = await loadNpz(file);
  return new Map(Object.keys(arrays).map((name) => [name, valueOf(() => arrays[name] as Tensor)]));
}

function valueOf(read: () => Tensor): Tensor | NoCounterpart {
  try {
    return read();
  } catch (error) {
    if (error instanceof NoCounterpart) return error;
    throw error;
  }
}

function numbersOf(file: string, arrays: ReadonlyMap<string, Tensor | NoCounterpart>): Record<string, Tensor> {
  const others = [...arrays].filter(([, value]) => !isTensor(value)).map(([name]) => name);
  if (others.length === 0) return Object.fromEntries(arrays) as Record<string, Tensor>;
  throw serializationError(
    `convert: these arrays of ${JSON.stringify(file)} are not numbers: ${others.slice(0, 10).join(', ')}; write the file without them`,
  );
}

function arraysOutline(
  format: FileOutline['format'],
  file: string,
  arrays: ReadonlyMap<string, Tensor | NoCounterpart>,
): FileOutline {
  const tensors: TensorOutline[] = [];
  const values: [string, Note][] = [];
  for (const [name, value] of arrays) {
    if (isTensor(value)) tensors.push(outlineOfTensor(name, value));
    else values.push([name, new Note(`(${value.message.slice(value.message.lastIndexOf(': ') + 2)})`)]);
  }
  return {
    format,
    bytes: statSync(file).size,
    bigEndian: false,
    tensors,
    values: Object.fromEntries(values),
    metadata: {},
    classes: [],
  };
}

function outlineOfTensor(name: string, tensor: Tensor): TensorOutline {
  const { dtype, shape } = tensor;
  const bytes = tensor.numel() * dtype.itemsize;
  return { name, dtype: dtype.name, shape: [...shape], bytes, parameter: false, storage: null, location: null };
}
