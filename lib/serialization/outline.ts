import { closeSync, readSync, statSync } from 'node:fs';
import { Device } from '../tensor/device';
import { entriesOf as entriesOfRecord } from '../arguments/plain-object';
import { regularFile } from '../arguments/files';
import { openMode } from '../native/codes';
import * as dtypes from '../tensor/dtype';
import { DType } from '../tensor/dtype';
import { openRegular } from '../arguments/files';
import type { NativeTensorInfo } from '../native/contract/serialization';
import { brief, isHuge, stepOf } from './brief';
import { explained } from './explain';
import { outline } from './open';
import { type Outline, Placeholder } from './placeholder';
import { readSafetensorsHeader } from './safetensors-header';
import { collectState, isModuleTree } from './state-dict';
import { Complex } from '../tensor/complex';
import { PickledObject, TorchConstant } from './python-values';

/** One tensor of a file, by the path to it. */
export interface TensorOutline {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The number of bytes of its elements. For a view, only its own elements count. */
  readonly bytes: number;
  readonly parameter: boolean;
  /** Tensors with the same storage share their memory. Null where there is none of its own. */
  readonly storage: string | null;
  readonly location: string | null;
  /** Of a DTensor, whose part of one rank this is: the size of all parts together. */
  readonly whole?: readonly number[];
}

/** What a checkpoint holds. */
export interface FileOutline {
  readonly format:
    | 'zip'
    | 'legacy'
    | 'pickle'
    | 'safetensors'
    | 'dcp'
    | 'npy'
    | 'npz'
    | 'pt2'
    | 'torchscript'
    | 'package';
  readonly bytes: number;
  readonly bigEndian: boolean;
  readonly tensors: readonly TensorOutline[];
  /** Everything else that is not a container, by its path. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Classes and functions outside of the list of safe ones. */
  readonly classes: readonly string[];
  /** What to do with such a file, where that is not clear. */
  readonly advice?: string;
}

/** Reads what a checkpoint or a safetensors file holds, without loading a tensor. */
export function outlineFile(path: string): FileOutline {
  regularFile('inspect', path);
  return looksLikeSafetensors(path) ? safetensorsOutline(path) : checkpointOutline(path);
}

/** Whether the file begins as safetensors do: a length, then an object of JSON. */
export function looksLikeSafetensors(path: string): boolean {
  const file = openRegular('inspect', path);
  try {
    const head = Buffer.alloc(9);
    return readSync(file, head, 0, 9, 0) === 9 && head[8] === 0x7b && head.toString('latin1', 0, 2) !== 'PK';
  } finally {
    closeSync(file);
  }
}

function safetensorsOutline(path: string): FileOutline {
  const header = readSafetensorsHeader(path);
  const tensors = [...header.tensors].map(([name, { dtype, shape, bytes }]) => {
    return { name, dtype, shape, bytes, parameter: false, storage: null, location: null };
  });
  const { metadata } = header;
  return {
    format: 'safetensors',
    bytes: statSync(path).size,
    bigEndian: false,
    tensors,
    values: {},
    metadata,
    classes: [],
  };
}

/** The tensors and attributes of a TorchScript archive, without its code. */
export function outlineArchive(path: string): FileOutline {
  const opened = outline(path, openMode.archive);
  const walk = new Walk(opened.tensors);
  walk.visit('', opened.root);
  return {
    ...walked(path, opened, walk),
    format: 'torchscript',
    classes: [],
    advice: 'torch.jit.load runs it, torch.loadArchive reads its tensors',
  };
}

function opening(path: string): Outline {
  try {
    return outline(path, openMode.tree);
  } catch (error) {
    throw explained('inspect', path, error);
  }
}

function checkpointOutline(path: string): FileOutline {
  const opened = opening(path);
  const walk = new Walk(opened.tensors);
  walk.visit('', opened.root);
  return walked(path, opened, walk);
}

function walked(path: string, { info }: Outline, { tensors, values }: Walk): FileOutline {
  return {
    format: info.format,
    bytes: statSync(path).size,
    bigEndian: info.bigEndian,
    tensors,
    values,
    metadata: {},
    classes: info.foreign,
  };
}

/** Stands for a part that is not written out. */
export class Note {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

const MAX_DEPTH = 200;
const MAX_PATH = 4000;
/**
 * The length up to which a list of short values is repeated wherever it occurs. A longer one is shown once, and
 * referred to.
 */
const SHORT_LIST = 16;
const SHORT_TEXT = 200;

/**
 * Walks the tree once. A pickle may refer to an object any number of times, so that 30 lists contain each other 2^30
 * times. Each object is described where it occurs first, and referred to elsewhere.
 */
class Walk {
  readonly tensors: TensorOutline[] = [];
  readonly #values = new Map<string, unknown>();
  readonly #infos: readonly NativeTensorInfo[];
  /** The objects that were described, and where. Null for an object with nothing to show. */
  readonly #seen = new Map<unknown, string | null>();
  #depth = 0;

  constructor(infos: readonly NativeTensorInfo[]) {
    this.#infos = infos;
  }

  get values(): Record<string, unknown> {
    return Object.fromEntries(this.#values); // a key may be `__proto__`
  }

  visit(path: string, value: unknown): void {
    if (value instanceof Placeholder) return this.#tensor(path, value);
    if (isSmall(value)) return this.#value(path, value);
    const described = this.#seen.get(value);
    if (described === null) return;
    if (described !== undefined) return this.#value(path, new Note(`(the same as ${described || 'the whole file'})`));
    this.#seen.set(value, path);
    if (typeof value !== 'object' || value === null || isLeaf(value)) return this.#value(path, value);
    const before = this.#count;
    this.#inside(path, value);
    if (this.#count === before) this.#seen.set(value, null);
  }

  #inside(path: string, value: object): void {
    if (this.#depth >= MAX_DEPTH || path.length > MAX_PATH) return this.#value(path, new Note('(nested further)'));
    this.#depth++;
    for (const [step, child] of this.#children(value)) this.visit(path === '' ? step : `${path}.${step}`, child);
    this.#depth--;
  }

  get #count(): number {
    return this.tensors.length + this.#values.size;
  }

  #children(value: object): Iterable<readonly [string, unknown]> {
    if (isModuleTree(value)) return collectState(value, (leaf) => leaf instanceof Placeholder);
    if (value instanceof PickledObject && value.className.startsWith('__torch__.'))
      return attributesOf(value.state ?? {});
    if (value instanceof PickledObject)
      return Object.entries({ state: value.state, list: value.list, dict: value.dict });
    if (value instanceof Set) return [...value].map((item, index) => [String(index), item] as const);
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return entries.map(([key, item]) => [stepOf(key), item] as const);
  }

  #value(path: string, value: unknown): void {
    if (value === null) return;
    const huge = typeof value === 'bigint' && isHuge(value);
    this.#values.set(path, huge ? new Note(brief(value)) : value);
  }

  #tensor(path: string, { index }: Placeholder): void {
    const info = this.#infos[index] as NativeTensorInfo;
    const { dtype, shape, parameter, storage, location, whole } = info;
    const bytes = shape.reduce((product, dim) => product * dim, widthOf(dtype));
    const place = storage === '' ? { storage: null, location: null } : { storage, location };
    const isPart = whole !== undefined && whole.join() !== shape.join();
    this.tensors.push({ name: path, dtype, shape, bytes, parameter, ...place, ...(isPart ? { whole } : {}) });
  }
}

/** What is as short as a reference to it. */
function isSmall(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= SHORT_TEXT;
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof TorchConstant) return value.name.length <= SHORT_TEXT;
  if (Array.isArray(value)) {
    return value.length > 0 && value.length <= SHORT_LIST && value.every(isShort);
  }
  return value instanceof Complex || ArrayBuffer.isView(value) || isDtypeOrDevice(value);
}

/** The attributes of a module of TorchScript. */
function attributesOf(state: object): (readonly [string, unknown])[] {
  return entriesOfRecord(state).map(([key, item]) => [stepOf(key), item] as const);
}

function isLeaf(value: object): boolean {
  return value instanceof TorchConstant || (Array.isArray(value) && value.length > 0 && value.every(isShort));
}

function isShort(value: unknown): boolean {
  return typeof value !== 'object' && isSmall(value);
}

function isDtypeOrDevice(value: object): boolean {
  return value instanceof Device || value instanceof DType;
}

/** @internal */
export function widthOf(name: string): number {
  const dtype: unknown = (dtypes as Readonly<Record<string, unknown>>)[name];
  return dtype instanceof DType ? dtype.itemsize : 1;
}
