/** The names that Python has for tensors of a dtype, from before there were dtypes: `torch.FloatTensor`. */
import { runtimeError, valueError } from '../../errors';
import * as dtypes from '../../tensor/dtype';
import type { DType } from '../../tensor/dtype';
import { mkldnn, sparseCoo, strided } from '../../tensor/layout';
import type { Tensor } from '../../tensor/tensor';

/** C++'s names of the dtypes that do not follow from Python's. */
const OLD: Readonly<Record<string, string>> = {
  uint8: 'Byte',
  int8: 'Char',
  int16: 'Short',
  int32: 'Int',
  int64: 'Long',
  float16: 'Half',
  float32: 'Float',
  float64: 'Double',
  bfloat16: 'BFloat16',
  complex32: 'ComplexHalf',
  complex64: 'ComplexFloat',
  complex128: 'ComplexDouble',
};

/** `Float` of float32, `QInt8`, `UInt16`, `Float8_e5m2`. */
function scalarName({ name }: DType): string {
  return (
    OLD[name] ?? name.replace(/^(q?)(u?)(.)/, (_, q: string, u: string, next: string) => (q + u + next).toUpperCase())
  );
}

function isDType(value: unknown): value is DType {
  return value instanceof dtypes.DType;
}

const byName = new Map(
  Object.values(dtypes)
    .filter(isDType)
    .map((dtype) => [`${scalarName(dtype)}Tensor`, dtype]),
);

/** How the tensor is stored, as the names of libtorch's backends say it. */
function storageOf({ dtype, layout }: Tensor): string {
  if (dtype.kind === 'quantized') return 'Quantized';
  if (layout === strided) return '';
  if (layout === sparseCoo) return 'Sparse';
  return layout === mkldnn ? 'Mkldnn' : 'SparseCsr';
}

/** What stands before the name of the dtype: where the tensor is and how it is stored. */
function prefixOf(tensor: Tensor): string {
  const [{ type }, storage] = [tensor.device, storageOf(tensor)];
  const place = type === 'cpu' ? 'torch' : `torch.${type}`;
  if (storage === '') return place;
  if (storage === 'Quantized' && type === 'cpu') return 'torch.quantized';
  if (storage === 'Sparse' && type !== 'meta') return `${place}.sparse`;
  throw runtimeError(`Unimplemented backend ${storage}${type === 'meta' ? 'Meta' : type.toUpperCase()}`);
}

/** `torch.FloatTensor`, `torch.cuda.sparse.HalfTensor`. */
export function typeText(tensor: Tensor): string {
  return `${prefixOf(tensor)}.${scalarName(tensor.dtype)}Tensor`;
}

/** The dtype that such a name means, and the type of device. */
export function parseType(text: string): { dtype: DType; device: 'cpu' | 'cuda' } {
  if (text === 'torch.Tensor') return { dtype: dtypes.getDefaultDtype(), device: 'cpu' };
  const [, cuda, name] = /^torch\.(cuda\.)?(?:sparse\.)?(\w+)$/.exec(text) ?? [];
  const dtype = byName.get(name ?? '');
  if (!dtype) throw valueError(`invalid type: '${text}'`);
  return { dtype, device: cuda === undefined ? 'cpu' : 'cuda' };
}
