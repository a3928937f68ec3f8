import { native } from '../../native/binding';
import { withoutGrad } from '../../native/grad-mode';
import { qscheme } from '../../native/codes';
import { asFunction } from '../dispatch/operator';
import { type DType, bool, complex128, complex64, float64, getDefaultDtype, int64 } from '../../tensor/dtype';
import { type Tensor, handleOf, wrap } from '../../tensor/tensor';
import { scope } from '../../tensor/scope';
import { contents } from './contents';
import { floatText, tupleText } from './numbers';
import { getPrintoptions } from './options';
import { indent } from './python-text';

const PREFIX = 'tensor(';

type Part = (tensor: Tensor) => Tensor;
const ops = {
  indices: asFunction<Part>('aten::_indices'),
  values: asFunction<Part>('aten::_values'),
  nnz: asFunction<(tensor: Tensor) => number>('aten::_nnz'),
  sparseValues: asFunction<Part>('aten::values'),
  crow: asFunction<Part>('aten::crow_indices'),
  col: asFunction<Part>('aten::col_indices'),
  ccol: asFunction<Part>('aten::ccol_indices'),
  row: asFunction<Part>('aten::row_indices'),
  qscheme: asFunction<(tensor: Tensor) => number>('aten::qscheme'),
};

/** What stands after the elements. */
type Suffixes = string[];

function isDefaultDtype(dtype: DType): boolean {
  const complex = getDefaultDtype() === float64 ? complex128 : complex64;
  return dtype === getDefaultDtype() || dtype === complex || dtype === int64 || dtype === bool;
}

function addDtype(tensor: Tensor, suffixes: Suffixes): void {
  if (!isDefaultDtype(tensor.dtype)) suffixes.push(`dtype=${tensor.dtype}`);
}

/** `name=tensor(...)`, one part of a sparse tensor. */
function part(name: string, tensor: Tensor, indent: number): string {
  const prefix = `${name}=tensor(`;
  const size = tensor.numel() === 0 ? `, size=${tupleText(tensor.shape)}` : '';
  return `${prefix}${contents(tensor, indent + prefix.length)}${size})`;
}

function sparseText(tensor: Tensor, suffixes: Suffixes): string {
  suffixes.push(`size=${tupleText(tensor.shape)}`, `nnz=${ops.nnz(tensor)}`);
  addDtype(tensor, suffixes);
  return sparseParts(tensor)
    .map(([name, values]) => part(name, values, PREFIX.length))
    .join(`,\n${' '.repeat(PREFIX.length)}`);
}

function sparseParts(tensor: Tensor): (readonly [string, Tensor])[] {
  switch (tensor.layout.name) {
    case 'sparse_coo':
      return [
        ['indices', ops.indices(tensor)],
        ['values', ops.values(tensor)],
      ];
    case 'sparse_csr':
    case 'sparse_bsr':
      return compressedParts('crow', ops.crow(tensor), 'col', ops.col(tensor), tensor);
    default:
      return compressedParts('ccol', ops.ccol(tensor), 'row', ops.row(tensor), tensor);
  }
}

function compressedParts(a: string, first: Tensor, b: string, second: Tensor, tensor: Tensor): [string, Tensor][] {
  return [
    [`${a}_indices`, first],
    [`${b}_indices`, second],
    ['values', ops.sparseValues(tensor)],
  ];
}

/** By c10::QScheme. */
/** Names by their codes. */
const SCHEMES = new Map(Object.entries(qscheme).map(([name, code]): [number, string] => [code, name]));

function quantizedText(tensor: Tensor, suffixes: Suffixes): string {
  const scheme = SCHEMES.get(ops.qscheme(tensor)) ?? 'unknown';
  suffixes.push(`size=${tupleText(tensor.shape)}`);
  addDtype(tensor, suffixes);
  suffixes.push(`quantization_scheme=torch.${scheme}`);
  if (scheme.startsWith('per_tensor')) {
    suffixes.push(`scale=${floatText(tensor.qScale())}`, `zero_point=${tensor.qZeroPoint()}`);
  } else {
    suffixes.push(`scale=${plainText(tensor.qPerChannelScales())}`);
    suffixes.push(`zero_point=${plainText(tensor.qPerChannelZeroPoints())}`, `axis=${tensor.qPerChannelAxis()}`);
  }
  return contents(tensor.dequantize(), PREFIX.length);
}

function denseText(tensor: Tensor, suffixes: Suffixes): string {
  const isMeta = tensor.device.type === 'meta';
  if (!isMeta && tensor.numel() > 0) {
    if (getPrintoptions().edgeitems === 0) suffixes.push(`size=${tupleText(tensor.shape)}`);
    addDtype(tensor, suffixes);
    return contents(tensor, PREFIX.length);
  }
  if (isMeta || tensor.ndim !== 1) suffixes.push(`size=${tupleText(tensor.shape)}`);
  if (tensor.dtype !== getDefaultDtype()) suffixes.push(`dtype=${tensor.dtype}`);
  return isMeta ? '...' : '[]';
}

/** Appends the suffixes, on a new line where they do not fit. */
function join(text: string, suffixes: Suffixes, isSparse: boolean): string {
  const { linewidth } = getPrintoptions();
  let [result, newline] = [text, isSparse];
  let length = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (newline || length + suffix.length + 2 > linewidth) {
      result += `,\n${' '.repeat(PREFIX.length)}${suffix}`;
      length = PREFIX.length + suffix.length;
      newline = false;
    } else {
      result += `, ${suffix}`;
      length += suffix.length + 2;
    }
  }
  return `${result})`;
}

/** The parts of a nested tensor, each with its own text. */
function nestedText(tensor: Tensor): string {
  const parts = tensor.numel() === 0 && tensor.size(0) === 0 ? [] : [...tensor.unbind()];
  return `[\n${parts.map((part) => indent(plainText(part), 2)).join(',\n')}\n]`;
}

function textOf(tensor: Tensor, layout: string, suffixes: Suffixes): string {
  if (layout.startsWith('sparse')) return sparseText(tensor, suffixes);
  if (tensor.isQuantized) return quantizedText(tensor, suffixes);
  return denseText(layout === 'strided' ? tensor : tensor.toDense(), suffixes);
}

function plainText(tensor: Tensor): string {
  const suffixes: Suffixes = [];
  if (tensor.device.type !== 'cpu') suffixes.push(`device='${tensor.device}'`);
  const { name: layout } = tensor.layout;
  const data = tensor.detach();
  const text = tensor.isNested ? nestedText(tensor) : textOf(data, layout, suffixes);
  if (layout !== 'strided') suffixes.push(`layout=torch.${layout}`);
  const gradFn = native.gradFunctionName(handleOf(tensor));
  if (gradFn !== null) suffixes.push(`grad_fn=<${gradFn.split('::').at(-1)}>`);
  else if (tensor.requiresGrad) suffixes.push('requires_grad=True');
  const tangent = native.forwardTangent(handleOf(tensor));
  if (tangent !== null) suffixes.push(`tangent=${plainText(wrap(tangent))}`);
  return join((tensor.isNested ? 'nested_tensor(' : PREFIX) + text, suffixes, layout === 'sparse_coo');
}

/** The text of a tensor that a transform of `torch.func` has wrapped; null for others. */
function wrappedText(tensor: Tensor): string | null {
  const wrapping = native.describeTransformed(handleOf(tensor));
  if (wrapping === null) return null;
  const inner = wrap(wrapping.value);
  const text = wrappedText(inner) ?? plainText(inner);
  const level = `lvl=${wrapping.level ?? -2}`;
  if (wrapping.kind === 'functional') return `FunctionalTensor(${level}, value=\\\n${text})`;
  const name = wrapping.kind === 'batched' ? 'BatchedTensor' : 'GradTrackingTensor';
  const dim = wrapping.kind === 'batched' ? `, bdim=${wrapping.dim}` : '';
  return `${name}(${level}${dim}, value=\n${indent(text, 4)}\n)`;
}

function textWithin(tensor: Tensor): string {
  return wrappedText(tensor) ?? plainText(tensor);
}

/** The text that Python's `repr` of the same tensor is. */
export function tensorText(tensor: Tensor): string {
  const text = (): string => withoutGrad(() => scope(() => textWithin(tensor)));
  return native.countLayers() === 0 ? text() : native.outsideTransforms(text);
}
