import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import { type Tensor, handleOf } from '../../tensor/tensor';
import { strided } from '../../tensor/layout';
import { Parameter } from '../../nn/parameter';
import { asciiString } from '../schema/codec';
import { type PayloadMeta, type Program, payloadConfig, program } from '../schema/program';
import type { SymInt, TensorMeta } from '../schema/tensor-meta';
import { LAYOUTS, SCALAR_TYPES, codeOf } from '../schema/tensor-meta';
import { type Place, programError } from './errors';
import {
  CONSTANTS,
  CONSTANT_PREFIX,
  EXTRA,
  FORMAT,
  FORMAT_VALUE,
  VERSION,
  VERSION_VALUE,
  WEIGHTS,
  WEIGHT_PREFIX,
  constantsConfig,
  modelRecord,
  sampleInputs,
  weightsConfig,
} from './record-names';

/** What an archive holds of one program. */
export interface ArchivedProgram {
  readonly program: Program;
  /** Parameters and persistent buffers by Python's dotted names, in Python's order. */
  readonly stateDict: ReadonlyMap<string, Tensor>;
  /** Tensor constants and buffers that are not persistent. */
  readonly constants: ReadonlyMap<string, Tensor>;
  /** What `torch.save` writes of `(args, kwargs)`; empty where there are no example inputs. */
  readonly exampleInputs: Uint8Array;
}

/** Records and their contents, as native code writes them. */
export interface ArchiveRecords {
  readonly names: readonly string[];
  readonly contents: readonly (Uint8Array | Handle)[];
}

/** The records of an archive, in the order in which Python writes them. */
export function recordsOf(
  place: Place,
  programs: ReadonlyMap<string, ArchivedProgram>,
  extraFiles: ReadonlyMap<string, string>,
): ArchiveRecords {
  const out = new RecordList(place);
  for (const [name, parts] of programs) {
    out.tensors(WEIGHTS, WEIGHT_PREFIX, weightsConfig(name), parts.stateDict);
    out.tensors(CONSTANTS, CONSTANT_PREFIX, constantsConfig(name), parts.constants);
    out.text(modelRecord(name), program.write(parts.program));
    out.bytes(sampleInputs(name), parts.exampleInputs);
  }
  for (const [name, content] of extraFiles) out.text(EXTRA + name, content);
  out.text(FORMAT, FORMAT_VALUE);
  out.text(VERSION, VERSION_VALUE);
  return out;
}

class RecordList implements ArchiveRecords {
  readonly names: string[] = [];
  readonly contents: (Uint8Array | Handle)[] = [];
  readonly #taken = new Set<string>();

  constructor(private readonly place: Place) {}

  bytes(name: string, content: Uint8Array | Handle): void {
    if (this.#taken.has(name)) throw programError(this.place, `two records would be called ${asciiString(name)}`);
    this.#taken.add(name);
    this.names.push(name);
    this.contents.push(content);
  }

  text(name: string, content: string): void {
    this.bytes(name, Buffer.from(content, 'utf8'));
  }

  /** Storages, each once, and the table that says which tensor lies where. */
  tensors(folder: string, prefix: string, config: string, tensors: ReadonlyMap<string, Tensor>): void {
    const files = new Map<string, string>();
    const metas = new Map<string, PayloadMeta>();
    let count = this.names.filter((name) => name.startsWith(folder + prefix)).length;
    for (const [name, tensor] of tensors) {
      const { address } = native.storageInfo(handleOf(tensor));
      const key = `${address === 0n ? name : address} ${tensor.dtype}`;
      let file = files.get(key);
      if (file === undefined) {
        files.set(key, (file = `${prefix}${count++}`));
        this.bytes(folder + file, handleOf(tensor));
      }
      metas.set(name, {
        pathName: file,
        isParam: tensor instanceof Parameter,
        usePickle: false,
        tensorMeta: metaOf(this.place, name, tensor),
      });
    }
    this.text(config, payloadConfig.write({ config: metas }));
  }
}

/** What is known of a tensor without its elements. */
export function metaOf(place: Place, name: string, tensor: Tensor): TensorMeta {
  const dtype = codeOf(SCALAR_TYPES, tensor.dtype.name);
  const layout = codeOf(LAYOUTS, tensor.layout.name);
  if (dtype === undefined) throw programError(place, `'${name}' has dtype ${tensor.dtype}, which programs lack`);
  if (layout === undefined || tensor.layout !== strided) {
    throw programError(place, `'${name}' has layout ${tensor.layout}; make it dense with toDense()`);
  }
  if (tensor.device.type === 'meta') throw programError(place, `'${name}' is a meta tensor, without elements`);
  return {
    dtype,
    sizes: tensor.shape.map(fixed),
    requiresGrad: tensor.requiresGrad,
    device: { type: tensor.device.type, index: tensor.device.index },
    strides: tensor.shape.map((_, axis) => fixed(tensor.stride(axis))),
    storageOffset: fixed(tensor.storageOffset()),
    layout,
  };
}

const fixed = (value: number): SymInt => ({ type: 'as_int', value });
