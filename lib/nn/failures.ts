import { min as amin, max as amax } from '../ops/generated/functions';
import { TorchError, TorchIndexError, indexError } from '../errors';
import { type Tensor, isTensor } from '../ops/tensor-methods';

/** Names the label and the number of classes, which libtorch's message leaves out. */
export function explainLabel(error: unknown, input: Tensor): unknown {
  const label =
    error instanceof TorchIndexError ? /Target (-?\d+) is out of bounds/.exec(error.message)?.[1] : undefined;
  if (label === undefined) return error;
  const classes = input.shape[input.ndim < 2 ? 0 : 1];
  return indexError(
    `Target ${label} is out of bounds: labels have to lie in [0, ${classes}), as the input has ${classes} classes`,
    { cause: error },
  );
}

/** Names the index and the size of the embedding. */
export function explainIndex(error: unknown, indices: Tensor, size: number): unknown {
  if (!(error instanceof TorchIndexError) || indices.numel() === 0) return error;
  const [least, greatest] = [Number(amin(indices).item()), Number(amax(indices).item())];
  if (least >= 0 && greatest < size) return error;
  const index = least < 0 ? least : greatest;
  return indexError(
    `index ${index} is out of range: the embedding has ${size} rows, so indices have to lie in [0, ${size})`,
    { cause: error },
  );
}

/** How libtorch complains of int64 where it needs floating point numbers. */
const ABOUT_DTYPES = /\bLong\b|long int|dtype|datatype|scalar type/;

/** What libtorch says of labels that are floating point numbers. */
const ABOUT_LABELS = /expected target dtype to be Long/;

/** Advice for a message about int64 inputs that met floating point weights, or about labels; empty for other messages. */
export function wholeNumberHint(message: string, inputs: readonly unknown[]): string {
  if (message.includes(WHOLE_NUMBERS) || message.includes(LABELS)) return '';
  if (ABOUT_LABELS.test(message)) return `\n  ${LABELS}: use target.to(torch.int64)`;
  // What follows the first line lists inputs and the schema.
  if (!ABOUT_DTYPES.test(message.split('\n', 1)[0] ?? '')) return '';
  const whole = inputs.some((input) => isTensor(input) && !input.isDisposed && input.dtype.name === 'int64');
  return whole ? `\n  ${WHOLE_NUMBERS}: use torch.tensor(…, { dtype: torch.float32 }) for floating point ones` : '';
}

const LABELS = 'labels are the numbers of classes';
const WHOLE_NUMBERS = 'given an int64 tensor, which is what torch.tensor makes of whole numbers';

/** An error with that hint in its message. */
export function explainWholeNumbers(error: unknown, inputs: readonly unknown[]): unknown {
  if (!(error instanceof TorchError)) return error;
  const { message } = error;
  const hint = wholeNumberHint(message, inputs);
  if (hint) {
    error.message += hint;
    error.stack = error.stack?.replace(message, () => error.message);
  }
  return error;
}
