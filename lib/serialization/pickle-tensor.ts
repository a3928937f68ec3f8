import type { TensorKind } from './parameters';
import { tensorForm } from '../native/codes';
import type { NativeSavedTensor } from '../native/contract/serialization';
import type { PickleWriter } from './pickle-writer';

/** Writes the call of the `torch._utils` function that Python rebuilds the tensor with. */
export function pickleTensor(out: PickleWriter, tensor: NativeSavedTensor, kind: TensorKind): void {
  if (kind === 'parameter') return pickleParameter(out, tensor);
  if (kind !== 'tensor') return pickleBuffer(out, tensor, kind === 'buffer');
  writeFunction(out, tensor);
  writeArguments(out, tensor);
  out.reduce();
}

/** `_rebuild_parameter(data, requires_grad, hooks)` over the detached tensor. */
function pickleParameter(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.global(['torch._utils', '_rebuild_parameter']);
  pickleTensor(out, { ...tensor, requiresGrad: false }, 'tensor');
  out.put();
  out.bool(tensor.requiresGrad);
  emptyOrderedDict(out);
  out.tuple3();
  out.reduce();
}

/** A buffer is a tensor with two attributes. */
function pickleBuffer(out: PickleWriter, tensor: NativeSavedTensor, persistent: boolean): void {
  out.global(['torch._tensor', '_rebuild_from_type_v2']);
  out.mark();
  writeFunction(out, tensor);
  out.global(['torch', 'Tensor']);
  writeArguments(out, tensor);
  out.emptyDict();
  out.mark();
  out.text('persistent');
  out.bool(persistent);
  out.text('_is_buffer');
  out.bool(true);
  out.setItems();
  out.tuple();
  out.reduce();
}

const functions = {
  [tensorForm.meta]: '_rebuild_meta_tensor_no_storage',
  [tensorForm.quantized]: '_rebuild_qtensor',
  [tensorForm.sparse]: '_rebuild_sparse_tensor',
  [tensorForm.nested]: '_rebuild_nested_tensor',
} as const;

function writeFunction(out: PickleWriter, tensor: NativeSavedTensor): void {
  const strided = tensor.storageClass === 'UntypedStorage' ? '_rebuild_tensor_v3' : '_rebuild_tensor_v2';
  const special = (functions as Readonly<Record<number, string>>)[tensor.form];
  out.global(['torch._utils', special ?? strided]);
}

function writeArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  switch (tensor.form) {
    case tensorForm.meta:
      return metaArguments(out, tensor);
    case tensorForm.quantized:
      return quantizedArguments(out, tensor);
    case tensorForm.sparse:
      return sparseArguments(out, tensor);
    case tensorForm.nested:
      return nestedArguments(out, tensor);
    default:
      return stridedArguments(out, tensor);
  }
}

function stridedArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.mark();
  stridedView(out, tensor);
  out.bool(tensor.requiresGrad);
  emptyOrderedDict(out);
  if (tensor.storageClass === 'UntypedStorage') dtype(out, tensor);
  if (tensor.conjugate || tensor.negative) bits(out, tensor);
  out.tuple();
}

/** storage, offset, size, stride */
function stridedView(out: PickleWriter, tensor: NativeSavedTensor): void {
  storage(out, tensor);
  integer(out, tensor.offset);
  integers(out, tensor.size);
  integers(out, tensor.stride);
}

function storage(out: PickleWriter, tensor: NativeSavedTensor): void {
  if (!out.inline) return pickleStorage(out, tensor);
  out.global(['torch.storage', '_load_from_bytes']);
  out.binaryBytes(out.inline(tensor));
  out.tuple1();
  out.reduce();
}

/** The persistent id of a storage, which stands beside the pickle. */
export function pickleStorage(out: PickleWriter, tensor: NativeSavedTensor): void {
  const untyped = tensor.storageClass === 'UntypedStorage';
  out.mark();
  out.text('storage');
  out.global([untyped ? 'torch.storage' : 'torch', tensor.storageClass]);
  out.text(String(tensor.storageKey));
  out.text(tensor.location);
  integer(out, tensor.storageCount);
  out.tuple();
  out.persistentId();
}

function bits(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.emptyDict();
  out.mark();
  for (const [name, set] of [
    ['conj', tensor.conjugate],
    ['neg', tensor.negative],
  ] as const) {
    if (!set) continue;
    out.text(name);
    out.bool(true);
  }
  out.setItems();
}

function metaArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.mark();
  dtype(out, tensor);
  integers(out, tensor.size);
  integers(out, tensor.stride);
  out.bool(tensor.requiresGrad);
  out.tuple();
}

function quantizedArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.mark();
  stridedView(out, tensor);
  out.mark();
  out.global(['torch', tensor.scheme]);
  if (tensor.parts.length === 0) {
    out.float(tensor.scale);
    out.int(tensor.zeroPoint);
  } else {
    for (const part of tensor.parts) pickleTensor(out, part, 'tensor');
    out.int(tensor.axis);
  }
  out.tuple();
  out.bool(tensor.requiresGrad);
  emptyOrderedDict(out);
  out.tuple();
}

/** (layout, (parts..., size[, is_coalesced])) */
function sparseArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  layout(out, tensor.layout);
  out.mark();
  for (const part of tensor.parts) pickleTensor(out, part, 'tensor');
  out.global(['torch', 'Size']);
  integers(out, tensor.size);
  out.tuple1();
  out.reduce();
  if (tensor.layout === 'torch.sparse_coo') out.bool(tensor.coalesced);
  out.tuple();
  out.tuple2();
}

function layout(out: PickleWriter, name: string): void {
  out.global(['torch.serialization', '_get_layout']);
  out.text(name);
  out.tuple1();
  out.reduce();
}

function nestedArguments(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.mark();
  for (const part of tensor.parts) pickleTensor(out, part, 'tensor');
  out.tuple();
}

function dtype(out: PickleWriter, tensor: NativeSavedTensor): void {
  out.global(['torch', tensor.dtype]);
}

function emptyOrderedDict(out: PickleWriter): void {
  out.global(['collections', 'OrderedDict']);
  out.emptyTuple();
  out.reduce();
}

function integers(out: PickleWriter, values: readonly number[]): void {
  out.mark();
  for (const value of values) integer(out, value);
  out.tuple();
}

function integer(out: PickleWriter, value: number): void {
  out.int(value);
}
