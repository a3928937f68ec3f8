import { TorchIndexError } from '../errors';
import { asFunction } from '../dispatch/operator';
import type { Tensor } from '../tensor-methods';

/** Names the label and the number of classes, which libtorch's message leaves out. */
export function explainLabel(error: unknown, input: Tensor): unknown {
  const label =
    error instanceof TorchIndexError ? /Target (-?\d+) is out of bounds/.exec(error.message)?.[1] : undefined;
  if (label === undefined) return error;
  const classes = input.shape[input.ndim < 2 ? 0 : 1];
  return new TorchIndexError(
    `Target ${label} is out of bounds: labels have to lie in [0, ${classes}), as the input has ${classes} classes`,
    { code: 'ERR_TORCH_INDEX', cause: error },
  );
}

const amin = asFunction<(tensor: Tensor) => Tensor>('aten::min');
const amax = asFunction<(tensor: Tensor) => Tensor>('aten::max');

/** Names the index and the size of the embedding. */
export function explainIndex(error: unknown, indices: Tensor, size: number): unknown {
  if (!(error instanceof TorchIndexError) || indices.numel() === 0) return error;
  const [least, greatest] = [Number(amin(indices).item()), Number(amax(indices).item())];
  if (least >= 0 && greatest < size) return error;
  const index = least < 0 ? least : greatest;
  return new TorchIndexError(
    `index ${index} is out of range: the embedding has ${size} rows, so indices have to lie in [0, ${size})`,
    { code: 'ERR_TORCH_INDEX', cause: error },
  );
}
