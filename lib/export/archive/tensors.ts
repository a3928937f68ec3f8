import { noGrad } from '../../autograd/modes';
import { statOf } from '../../arguments/files';
import { native } from '../../native/binding';
import type { Handle, JobId, Settle } from '../../native/contract';
import type { NativeZipRecord, RawRequest } from '../../native/contract/serialization';
import { Parameter } from '../../nn/parameter';
import { frombuffer } from '../../ops/creation/index';
import { empty } from '../../ops/generated/functions';
import { Device } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { type Tensor, wrap } from '../../ops/tensor-methods';
import { dtypeOfCode } from '../schema-codes';
import type { PayloadMeta } from '../schema/program';
import { LAYOUTS, SCALAR_TYPES, type SymInt, type TensorMeta } from '../schema/tensor-meta';
import { type Place, programError } from './errors';
import type { Records } from './records';

/** One record with elements, and the device they go to. */
interface Payload {
  readonly record: NativeZipRecord;
  readonly dtype: string;
  readonly type: DType;
  readonly itemsize: number;
  readonly device: string;
  readonly owner: string;
}

/** The tensors of a table: which records are read, and how the tensors lie in them. */
export interface TensorPlan {
  readonly requests: readonly RawRequest[];
  /** Makes the tensors of what {@link requests} read, in their order. */
  finish(read: readonly (readonly Handle[])[]): Map<string, Tensor>;
}

/** Checks every entry of a table against the records, and says what to read. */
export function planTensors(
  records: Records,
  folder: string,
  config: ReadonlyMap<string, PayloadMeta>,
  options: { readonly mmap: boolean; readonly device: string | null },
): TensorPlan {
  const { place } = records;
  const payloads = new Map<string, Payload>();
  const shapes = new Map<string, Shape>();
  for (const [name, meta] of config) {
    const payload = payloadOf(records, folder, name, meta, options.device);
    const known = payloads.get(meta.pathName);
    if (known && known.dtype !== payload.dtype) {
      throw programError(place, `'${name}' and '${known.owner}' share ${meta.pathName}, but have different dtypes`);
    }
    if (!known) payloads.set(meta.pathName, payload);
    shapes.set(name, shapeOf(place, name, meta, payload));
  }
  const inflated = [...payloads].filter(([, { record }]) => record.compressed);
  checkGrowth(place, inflated);
  const files = [...payloads.keys()].filter((file) => payloads.get(file)?.record.compressed === false);
  const devices = [...new Set([...payloads.values()].map(({ device }) => device))];
  const groups = devices.map((device) => files.filter((file) => payloads.get(file)?.device === device));
  return {
    requests: groups.map((group, i) =>
      requestOf(
        place.file,
        options.mmap,
        group.map((file) => payloads.get(file) as Payload),
        devices[i] as string,
      ),
    ),
    finish: (read) => {
      const flat = new Map<string, Tensor>();
      groups.forEach((group, i) => group.forEach((file, k) => flat.set(file, wrap(read[i]?.[k] as Handle))));
      for (const [file, payload] of inflated) flat.set(file, inflate(records, payload));
      return noGrad(() => new Map([...config].map(([name, meta]) => [name, tensorOf(meta, shapes.get(name), flat)])));
    },
  };
}

/** Reads the tensors of a plan. */
export function readTensors(plan: TensorPlan): Map<string, Tensor> {
  return plan.finish(plan.requests.map((request) => native.rawRead(...request)));
}

/** Starts reading one request off the thread. */
export function startReading(request: RawRequest): (settle: Settle) => JobId {
  return (settle) => native.rawReadAsync(...request, settle);
}

/** What was compressed when an archive was packed again may be twice as large as the file, as in checkpoints. */
function checkGrowth(place: Place, inflated: readonly (readonly [string, Payload])[]): void {
  const total = inflated.reduce((sum, [, { record }]) => sum + record.size, 0);
  if (total === 0 || total <= 2 * statOf(place.label, place.file).size) return;
  throw programError(place, `its compressed weights claim ${total} bytes, more than twice the file's size`);
}

/** The elements of a compressed record, as a tensor of one dimension. */
function inflate(records: Records, { record, type, device, owner }: Payload): Tensor {
  // In memory of their own, which is aligned.
  const bytes = Uint8Array.from(records.bytes(record.name));
  if (bytes.length !== record.size) {
    throw programError(records.place, `'${owner}' has ${bytes.length} bytes, and ${record.size} were announced`);
  }
  const place = new Device(device);
  if (bytes.length === 0) return empty([0], { dtype: type, device: place });
  return frombuffer(bytes, { dtype: type }).to(place);
}

function requestOf(file: string, mmap: boolean, payloads: readonly Payload[], device: string): RawRequest {
  // An empty record has no place that could be mapped.
  const map = mmap && payloads.some(({ record }) => record.size > 0);
  return [
    file,
    map,
    payloads.map(({ dtype }) => dtype),
    payloads.map(({ record, itemsize }) => [record.size / itemsize]),
    payloads.map(({ record }) => record.offset),
    device,
  ];
}

function payloadOf(records: Records, folder: string, name: string, meta: PayloadMeta, device: string | null): Payload {
  const fail = (what: string): never => {
    throw programError(records.place, `'${name}' ${what}`);
  };
  if (meta.usePickle) fail('is an object of Python in a pickle, which is not read; replace it by a plain tensor');
  const tensor = meta.tensorMeta ?? fail('has no description');
  const dtype = SCALAR_TYPES[tensor.dtype] ?? fail(`has a dtype of number ${tensor.dtype}, which is unknown`);
  if (LAYOUTS[tensor.layout] !== 'strided')
    fail(`has a layout of number ${tensor.layout}; only strided tensors are read`);
  const record = records.find(folder + meta.pathName) ?? fail(`has no bytes: ${folder}${meta.pathName} is missing`);
  const type = dtypeOfCode(tensor.dtype) ?? fail(`has dtype ${dtype}`);
  const { itemsize } = type;
  if (record.size % itemsize !== 0) fail(`has ${record.size} bytes, which are not whole elements of ${dtype}`);
  return { record, dtype, type, itemsize, device: device ?? deviceOf(tensor, fail), owner: name };
}

function deviceOf({ device: { type, index } }: TensorMeta, fail: (what: string) => never): string {
  if (!/^[a-z]+$/.test(type) || (index !== null && Number(index) < 0)) fail(`lies on the device ${type}:${index}`);
  return (index === null ? new Device(type) : new Device(type, Number(index))).toString();
}

interface Shape {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** The sizes of an entry, all of whose elements lie inside of its record. */
function shapeOf(place: Place, name: string, { tensorMeta }: PayloadMeta, payload: Payload): Shape {
  const meta = tensorMeta as TensorMeta;
  const number = (size: SymInt): number => {
    const value = size.type === 'as_int' ? Number(size.value) : -1;
    if (value >= 0 && Number.isSafeInteger(value)) return value;
    throw programError(place, `'${name}' has a size or stride that is not a number`);
  };
  const [sizes, strides] = [meta.sizes.map(number), meta.strides.map(number)];
  const offset = number(meta.storageOffset);
  const elements = payload.record.size / payload.itemsize;
  const empty = sizes.includes(0);
  const last = sizes.reduce((sum, size, axis) => sum + (size - 1) * (strides[axis] ?? 0), offset);
  if (strides.length !== sizes.length) throw programError(place, `'${name}' has a stride too many or too few`);
  if (!empty && last >= elements) {
    const text = `[${sizes.join(', ')}] of ${payload.dtype}`;
    throw programError(place, `'${name}' is ${text}, and its record has ${payload.record.size} bytes`);
  }
  return { sizes, strides, offset };
}

function tensorOf(meta: PayloadMeta, shape: Shape | undefined, flat: ReadonlyMap<string, Tensor>): Tensor {
  const { sizes, strides, offset } = shape as Shape;
  const tensor = (flat.get(meta.pathName) as Tensor).asStrided(sizes, strides, offset);
  const requiresGrad = meta.tensorMeta?.requiresGrad ?? false;
  if (meta.isParam) return new Parameter(tensor, requiresGrad);
  return requiresGrad ? tensor.requiresGrad_(true) : tensor.detach();
}
