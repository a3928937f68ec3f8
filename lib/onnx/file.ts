import fs from 'node:fs';
import path from 'node:path';
import { fileToWrite } from '../arguments/files';
import { messageOf } from '../arguments/describe';
import { fileError, valueError } from '../errors';
import { onnxType } from './dtypes';
import type { Initializer } from './onnx-graph';
import { type OnnxModel, bytesOf } from './onnx-model';
import { encodeModel } from './proto';

/** Protocol buffers end at 2 GiB; the graph needs some of them too. */
const MOST = 2 ** 31 - 64 * 2 ** 20;
/** Small constants stay in the file. */
const SMALL = 1024;
/** Where tensors begin in a file of weights, so that it can be mapped. */
const ALIGN = 4096;

/** Where the bytes of parameters go: into the model, or into a file beside it. */
export interface FileOptions {
  /** null: beside it if the model would be too large for one file. */
  readonly externalData: boolean | null;
}

const sizeOf = ({ data }: Initializer): number => ('nbytes' in data ? Number(data.nbytes) : data.byteLength);

/** The bytes of a model with its parameters. */
export function modelBytes({ model, initializers }: OnnxModel): Uint8Array {
  const total = initializers.reduce((sum, one) => sum + sizeOf(one), 0);
  if (total > MOST) {
    throw valueError(
      `torch.onnx.export: ${total} bytes of parameters are too many for one file; write it with externalData: true`,
    );
  }
  return encodeModel(filled(model, initializers, (one) => ({ rawData: bytesOf(one) })));
}

/** Writes a model; the file appears whole or not at all. */
export function writeModel(label: string, given: string | URL, onnx: OnnxModel, options: FileOptions): void {
  const file = fileToWrite(label, given);
  const total = onnx.initializers.reduce((sum, one) => sum + sizeOf(one), 0);
  try {
    const external = options.externalData ?? total > MOST;
    if (external && onnx.initializers.some((one) => sizeOf(one) >= SMALL)) writeExternal(file, onnx);
    else replace(file, (temporary) => fs.writeFileSync(temporary, modelBytes(onnx)));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw fileError(`${label}: cannot write ${file}: ${messageOf(error)}`, { cause: error });
  }
}

/** The parameters first, so that a model never stands there without them. */
function writeExternal(file: string, { model, initializers }: OnnxModel): void {
  const location = `${path.basename(file)}.data`;
  const places = new Map<Initializer, { offset: number; length: number }>();
  replace(`${file}.data`, (temporary) => {
    const out = fs.openSync(temporary, 'w');
    try {
      let offset = 0;
      for (const one of initializers) {
        if (sizeOf(one) < SMALL) continue;
        const bytes = bytesOf(one);
        offset = Math.ceil(offset / ALIGN) * ALIGN;
        writeAt(out, bytes, offset);
        places.set(one, { offset, length: bytes.byteLength });
        offset += bytes.byteLength;
      }
    } finally {
      fs.closeSync(out);
    }
  });
  const full = filled(model, initializers, (one) => {
    const place = places.get(one);
    if (!place) return { rawData: bytesOf(one) };
    const entries = Object.entries({ location, ...place }).map(([key, entry]) => ({ key, value: String(entry) }));
    return { externalData: entries, dataLocation: 1 };
  });
  replace(file, (temporary) => fs.writeFileSync(temporary, encodeModel(full)));
}

/** A write takes at most 2 GiB at once. */
function writeAt(file: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.byteLength; ) {
    at += fs.writeSync(file, bytes, at, Math.min(bytes.byteLength - at, 2 ** 30), offset + at);
  }
}

function replace(file: string, write: (temporary: string) => void): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    write(temporary);
    fs.renameSync(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function filled(
  model: OnnxModel['model'],
  initializers: readonly Initializer[],
  content: (one: Initializer) => object,
): object {
  const initializer = initializers.map((one) => ({
    name: one.name,
    dims: one.dims,
    dataType: onnxType(one.dtype),
    ...content(one),
  }));
  return { ...model, graph: { ...model.graph, initializer } };
}
