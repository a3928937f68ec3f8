import { int, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError, valueError } from '../errors';
import * as ops from '../ops/generated/functions';
import { tensor as makeTensor } from '../ops/python/index';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { int64 } from '../tensor/dtype';
import { strided } from '../tensor/layout';
import { JaggedTensor } from './jagged-tensor';

/** What {@link nestedTensorFromJagged} takes beside the values. */
export interface FromJaggedOptions {
  /** Where each row begins in the values, and where the last one ends. @defaultValue null, for those of the lengths */
  readonly offsets?: Tensor | null;
  /** The length of each row; with offsets, there may be something between the rows. @defaultValue null */
  readonly lengths?: Tensor | null;
  /** The dimension that is ragged, 1 or more. @defaultValue null, for 1 */
  readonly jaggedDim?: number | null;
  /** The length of the shortest row, if it is known. @defaultValue null */
  readonly minSeqlen?: number | null;
  /** The length of the longest row, if it is known. @defaultValue null */
  readonly maxSeqlen?: number | null;
}

const PART = nullable(tensor());
const FROM_JAGGED = {
  values: tensor(),
  offsets: PART,
  lengths: PART,
  jaggedDim: nullable(int()),
  minSeqlen: nullable(int()),
  maxSeqlen: nullable(int()),
};

/** The offsets of rows of these lengths. */
const offsetsOf = (lengths: Tensor): Tensor => ops.constantPadNd(lengths.cumsum(0), [1, 0]);

/**
 * A nested tensor in the jagged layout over values that have the rows one behind the other. It shares their memory.
 *
 * @throws TorchError if there are neither offsets nor lengths, and for parts that do not fit each other
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.nested_tensor_from_jagged.html
 * @example
 * const rows = torch.nested.nestedTensorFromJagged(torch.ones([6, 5]), { lengths: torch.tensor([2, 1, 3]) });
 * rows.unbind().map((row) => row.shape); // [[2, 5], [1, 5], [3, 5]]
 */
export function nestedTensorFromJagged(
  ...args: [
    values: Tensor,
    ...optional: Mixed<
      [
        offsets?: Tensor | null,
        lengths?: Tensor | null,
        jaggedDim?: number | null,
        minSeqlen?: number | null,
        maxSeqlen?: number | null,
      ],
      FromJaggedOptions
    >,
  ]
): JaggedTensor {
  const { offsets, jaggedDim, lengths, ...rest } = readArguments('nestedTensorFromJagged', FROM_JAGGED, args);
  const raggedIdx = jaggedDim ?? 1;
  if (offsets === null && lengths === null) {
    throw runtimeError('nested_tensor_from_jagged(): At least one of offsets or lengths is required.');
  }
  if (raggedIdx < 1) throw valueError(`Expected jagged_dim >=1, but got ${raggedIdx}.`);
  if (offsets !== null) return JaggedTensor.of({ ...rest, offsets, lengths, raggedIdx });
  return JaggedTensor.of({ ...rest, offsets: offsetsOf(lengths as Tensor), lengths: null, raggedIdx });
}

/** One number for each row. */
function perRow(given: number | Tensor, rows: number): Tensor {
  const numbers = typeof given === 'number' ? makeTensor([given], { dtype: int64 }) : given;
  if (numbers.ndim <= 1 && [1, rows].includes(numbers.numel())) return numbers.expand([rows]);
  throw runtimeError(
    'When constructing a jagged nested tensor using narrow(), your start and length must be Tensors that broadcast to ' +
      'input.shape[0]',
  );
}

/** A part of each row of a tensor, which shares its memory. @internal */
export function narrowJagged(x: Tensor, dim: number, start: number | Tensor, length: number | Tensor): JaggedTensor {
  if (dim !== 1) throw runtimeError('jagged layout only supports dim=1');
  const [rows, width, ...rest] = x.shape;
  if (rows === undefined || width === undefined || rows === 0) {
    throw valueError('tensor must at least be 2D for the nested narrow op to work');
  }
  const [starts, lengths] = [perRow(start, rows), perRow(length, rows)];
  const begins = ops.arange(rows, { dtype: int64 }).mul(width).add(starts);
  const end = begins.narrow(0, rows - 1, 1).add(lengths.narrow(0, rows - 1, 1));
  return JaggedTensor.of({
    ...{ values: x.view([-1, ...rest]), offsets: ops.cat([begins, end]), lengths, raggedIdx: 1 },
    ...{ minSeqlen: null, maxSeqlen: null },
  });
}

const SELECT = { tensor: tensor(), mask: tensor() };

/**
 * The elements of each row for which the mask is true, as a nested tensor in the jagged layout: a row for each index of all
 * dimensions but the last.
 *
 * @throws TorchError for tensors that are not strided
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.masked_select.html
 * @example
 * const x = torch.tensor([[1, 2], [3, 4]]);
 * torch.nested.maskedSelect(x, x.gt(1)).unbind().map((row) => row.tolist()); // [[2], [3, 4]]
 */
export function maskedSelect(...args: [tensor: Tensor, mask: Tensor]): JaggedTensor {
  const { tensor: x, mask } = readArguments('torch.nested.maskedSelect', SELECT, args);
  if (x.layout !== strided) {
    throw runtimeError(`torch.nested.masked_select requires a strided tensor, given ${String(x.layout)}`);
  }
  if (mask.layout !== strided) {
    throw runtimeError(`torch.nested.masked_select requires a strided mask, given: ${String(mask.layout)}`);
  }
  const values = x.maskedSelect(mask);
  const lengths = mask
    .expand(x.shape as number[])
    .sum([x.ndim - 1])
    .view([-1]);
  return JaggedTensor.of({
    ...{ values, offsets: offsetsOf(lengths), lengths: null, raggedIdx: 1 },
    ...{ minSeqlen: null, maxSeqlen: null },
  });
}
