/** Sparse tensors from their parts. */
import { any, bool, keyword, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { FACTORY } from '../../tensor/arguments';
import { type NestedArray, type TensorOptions, asTensor } from '../creation';
import { asFunction } from '../dispatch/operator';
import { runtimeError } from '../../errors';
import type { DeviceLike } from '../../tensor/device';
import { type DType, int64 } from '../../tensor/dtype';
import { Layout, sparseBsc, sparseBsr, sparseCoo } from '../../tensor/layout';
import { native } from '../../native/binding';
import { convert } from '../convert/to';
import { type Tensor, isTensor } from '../../tensor/tensor';

/** What may follow the values: the size, or an object of options. */
type SparseRest = Mixed<[size?: readonly number[] | null, options?: SparseOptions], SparseOptions>;

type CompressedRest = Mixed<[size?: readonly number[] | null, options?: CompressedOptions], CompressedOptions>;
type CompressedOptions = Omit<SparseOptions, 'isCoalesced'>;

export interface SparseOptions extends Omit<TensorOptions, 'pinMemory'> {
  /** The indices are sorted and occur only once. @defaultValue null, which means that it is not known */
  readonly isCoalesced?: boolean | null;
  /** The shape of the tensor. @defaultValue null, which means the smallest that holds all indices */
  readonly size?: readonly number[] | null;
  /**
   * Check that indices are in order and within the shape.
   * @defaultValue null, which means what `torch.sparse.checkSparseTensorInvariants` says
   */
  readonly checkInvariants?: boolean | null;
}

/** Runs a constructor with the checks on or off, and restores what was. */
function checked(checkInvariants: boolean | null, make: () => Tensor): Tensor {
  const former = native.isSwitchedOn('sparseInvariants');
  if (checkInvariants === null || checkInvariants === former) return make();
  native.switchTo('sparseInvariants', checkInvariants);
  try {
    return make();
  } finally {
    native.switchTo('sparseInvariants', former);
  }
}

const make = asFunction<(indices: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_coo_tensor');
const makeEmpty = asFunction<(size: readonly number[], options: object) => Tensor>('aten::zeros');
const makeCompressed = {
  csr: asFunction<(a: Tensor, b: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_csr_tensor'),
  csc: asFunction<(a: Tensor, b: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_csc_tensor'),
};

function indicesOf(data: NestedArray): Tensor {
  return convert(isTensor(data) ? data : asTensor(data), { dtype: int64 });
}

/**
 * A sparse tensor in coordinate format: `indices` has a column for each value. With a size alone it has no values.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_coo_tensor.html
 * @example
 * torch.sparseCooTensor([[0, 1], [2, 0]], [3, 4], [2, 3]).toDense();
 * torch.sparseCooTensor({ size: [2, 3] }).sum(); // 0
 */
export function sparseCooTensor(indices: NestedArray, values: NestedArray, ...rest: SparseRest): Tensor;
export function sparseCooTensor(options: SparseOptions & { readonly size: readonly number[] }): Tensor;
export function sparseCooTensor(...args: readonly unknown[]): Tensor {
  const read = readArguments('sparseCooTensor', COO, args);
  const { indices, values, size, dtype, device, requiresGrad, isCoalesced, checkInvariants } = read;
  const sized = size === null ? [] : [size];
  if (indices === undefined && values === undefined && size !== null)
    return makeEmpty(size, { dtype, device, layout: sparseCoo, requiresGrad });
  const elements = asTensor(values as NestedArray, { dtype, device });
  const keywords = { dtype: elements.dtype, device: elements.device, requiresGrad, isCoalesced };
  return checked(checkInvariants, () => make(indicesOf(indices as NestedArray), elements, ...sized, keywords));
}

const isSize = (given: unknown): boolean => Array.isArray(given) && given.every(Number.isSafeInteger);
const SIZE = nullable(value<readonly number[]>('a list of integers', isSize));
const NAMED = {
  dtype: keyword(FACTORY.dtype),
  device: keyword(FACTORY.device),
  requiresGrad: keyword(bool(false)),
  checkInvariants: keyword(nullable(bool())),
};
const COO = { indices: any(), values: any(), size: SIZE, ...NAMED, isCoalesced: keyword(nullable(bool())) };

function compressed(format: 'csr' | 'csc') {
  const name = format === 'csr' ? 'sparseCsrTensor' : 'sparseCscTensor';
  const [first, second] = format === 'csr' ? ['crowIndices', 'colIndices'] : ['ccolIndices', 'rowIndices'];
  const table = { [first]: any(), [second]: any(), values: any(), size: SIZE, ...NAMED };
  function call(
    compressedIndices: NestedArray,
    plainIndices: NestedArray,
    values: NestedArray,
    ...rest: CompressedRest
  ): Tensor;
  function call(...args: readonly unknown[]): Tensor {
    const read = readArguments(name, table, args);
    const { values, size, dtype, device, requiresGrad, checkInvariants } = read;
    const elements = asTensor(values as NestedArray, { dtype, device });
    const keywords = { dtype: elements.dtype, device: elements.device, requiresGrad };
    const indices = [first, second].map((one) =>
      indicesOf((read as Readonly<Record<string, unknown>>)[one] as NestedArray),
    ) as [Tensor, Tensor];
    const sized = size === null ? [] : [size];
    return checked(checkInvariants, () => makeCompressed[format](...indices, elements, ...sized, keywords));
  }
  return call;
}

/** A sparse matrix in compressed rows. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_csr_tensor.html */
export const sparseCsrTensor = compressed('csr');
/** A sparse matrix in compressed columns. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_csc_tensor.html */
export const sparseCscTensor = compressed('csc');

type Blocks = 'bsr' | 'bsc';

const LAYOUT = nullable(value<Layout>('a layout', (given) => given instanceof Layout));
const COMPRESSED = { compressedIndices: any(), plainIndices: any(), values: any(), size: SIZE, ...NAMED };

interface Parts {
  readonly compressedIndices: unknown;
  readonly plainIndices: unknown;
  readonly values: unknown;
  readonly size: readonly number[] | null;
  readonly dtype: DType | null;
  readonly device: DeviceLike | null;
  readonly requiresGrad: boolean;
  readonly checkInvariants: boolean | null;
}

function fromParts(parts: Parts, layout: Layout): Tensor {
  const { compressedIndices, plainIndices, values, size, dtype, device, requiresGrad } = parts;
  const elements = asTensor(values as NestedArray, { dtype, device });
  const indices = [compressedIndices, plainIndices].map((one) => indicesOf(one as NestedArray)) as [Tensor, Tensor];
  const keywords = { dtype: elements.dtype, device: elements.device, layout, requiresGrad };
  const sized = size === null ? [] : [size];
  return checked(parts.checkInvariants, () => makeAny(...indices, elements, ...sized, keywords));
}

const makeAny = asFunction<(a: Tensor, b: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>(
  'aten::sparse_compressed_tensor',
);

function blocks(format: Blocks, layout: Layout) {
  const name = format === 'bsr' ? 'sparseBsrTensor' : 'sparseBscTensor';
  const [first, second] = format === 'bsr' ? ['crowIndices', 'colIndices'] : ['ccolIndices', 'rowIndices'];
  const table = { [first]: any(), [second]: any(), values: any(), size: SIZE, ...NAMED };
  function call(
    compressedIndices: NestedArray,
    plainIndices: NestedArray,
    values: NestedArray,
    ...rest: CompressedRest
  ): Tensor;
  function call(...args: readonly unknown[]): Tensor {
    const read = readArguments(name, table, args);
    const given = read as Readonly<Record<string, unknown>>;
    return fromParts({ ...read, compressedIndices: given[first], plainIndices: given[second] }, layout);
  }
  return call;
}

/** A sparse matrix of blocks in compressed rows. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_bsr_tensor.html */
export const sparseBsrTensor = blocks('bsr', sparseBsr);
/** A sparse matrix of blocks in compressed columns. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_bsc_tensor.html */
export const sparseBscTensor = blocks('bsc', sparseBsc);

/** The options of {@link sparseCompressedTensor}. */
export interface SparseCompressedOptions extends CompressedOptions {
  /** `torch.sparseCsr`, `sparseCsc`, `sparseBsr` or `sparseBsc`; it must be given. */
  readonly layout: Layout;
}

/**
 * A sparse matrix in any compressed layout.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_compressed_tensor.html
 * @example
 * torch.sparseCompressedTensor([0, 1, 2], [0, 1], [1.5, 2], [2, 2], { layout: torch.sparseCsr }).toDense();
 */
export function sparseCompressedTensor(
  compressedIndices: NestedArray,
  plainIndices: NestedArray,
  values: NestedArray,
  ...rest: Mixed<[size?: readonly number[] | null, options?: SparseCompressedOptions], SparseCompressedOptions>
): Tensor;
export function sparseCompressedTensor(...args: readonly unknown[]): Tensor {
  const { layout, ...parts } = readArguments(
    'sparseCompressedTensor',
    { ...COMPRESSED, layout: keyword(LAYOUT) },
    args,
  );
  if (layout === null)
    throw runtimeError('sparse_compressed_tensor expected sparse compressed tensor layout but got none');
  return fromParts(parts, layout);
}
