import { show } from '../../arguments/describe';
import { str, value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { stack } from '../../ops/generated/functions';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { ELLIPSIS, type Axis, type Side, parsePattern } from './pattern';

const isInput = (v: unknown): boolean => isTensor(v) || (Array.isArray(v) && v.length > 0 && v.every(isTensor));
const TABLE = { tensor: value<Tensor | readonly Tensor[]>('a Tensor or an array of Tensors', isInput), pattern: str() };

type Lengths = Readonly<Record<string, number>>;

/** The sizes of the names of one composed axis; one of them may follow from the others. */
function sizesOf(axis: readonly string[], extent: number, lengths: Lengths): Map<string, number> {
  const sizes = new Map(axis.map((name) => [name, lengths[name] ?? -1]));
  const open = axis.filter((name) => sizes.get(name) === -1);
  const known = [...sizes.values()].filter((size) => size >= 0).reduce((a, b) => a * b, 1);
  if (open.length > 1) {
    throw valueError(`the sizes of ${open.join(', ')} cannot be inferred: give the lengths of all of them but one`);
  }
  const [last] = open;
  if (last === undefined ? known !== extent : known === 0 || extent % known !== 0) {
    throw valueError(`a dimension of size ${extent} cannot be divided into (${axis.join(' ')}) with ${show(lengths)}`);
  }
  if (last !== undefined) sizes.set(last, extent / known);
  return sizes;
}

/** Names for every axis of the tensor, in its order, with their sizes. The unnamed ones are `…0`, `…1` and so on. */
function namedSizes(shape: readonly number[], left: Side, lengths: Lengths): Map<string, number> {
  const rest = shape.length - left.axes.filter((axis) => axis !== '...').length;
  const hasDots = left.axes.includes('...');
  if (hasDots ? rest < 0 : rest !== 0) {
    const relation = hasDots ? 'less than or equal to' : 'equal to';
    throw valueError(
      `Number of dimensions in pattern (${shape.length - rest}) must be ${relation} the number of dimensions in the ` +
        `tensor (${shape.length})`,
    );
  }
  const sizes = new Map<string, number>();
  let at = 0;
  for (const axis of left.axes) {
    if (axis === '...') {
      for (let i = 0; i < rest; i++) sizes.set(`${ELLIPSIS}${i}`, shape[at++] as number);
    } else for (const [name, size] of sizesOf(axis, shape[at++] as number, lengths)) sizes.set(name, size);
  }
  return sizes;
}

/** The names behind an axis, those of the ellipsis one by one. */
function namesOf(axis: Axis, sizes: ReadonlyMap<string, number>): string[] {
  const dotted = [...sizes.keys()].filter((name) => name.startsWith(ELLIPSIS));
  if (axis === '...') return dotted;
  return axis.flatMap((name) => (name === ELLIPSIS ? dotted : [name]));
}

function shapeOf(right: Side, sizes: ReadonlyMap<string, number>): number[] {
  const size = (name: string): number => sizes.get(name) as number;
  return right.axes.flatMap((axis) => {
    const names = namesOf(axis, sizes);
    return axis === '...' ? names.map(size) : [names.reduce((product, name) => product * size(name), 1)];
  });
}

/**
 * Reorders, splits and joins the dimensions of a tensor, by a pattern of einops.
 *
 * @param tensor - A tensor, or an array of tensors, which are stacked first.
 * @param pattern - Names of the dimensions before and after `->`. Parentheses join several into one, `...` stands for those that
 * are not named, and 1 for one of size 1.
 * @param axesLengths - The sizes of names that do not follow from the tensor.
 * @throws TorchValueError for a wrong pattern, and for sizes that do not fit.
 * @see https://docs.pytorch.org/docs/2.13/func.api.html
 * @example
 * const images = torch.randn([32, 30, 40, 3]);
 * torch.func.rearrange(images, 'b h w c -> b (c h w)').shape; // [32, 3600]
 * torch.func.rearrange(images, 'b (h1 h) w c -> (b h1) h w c', { h1: 2 }).shape; // [64, 15, 40, 3]
 */
export function rearrange(tensor: Tensor | readonly Tensor[], pattern: string, axesLengths?: Lengths): Tensor;
export function rearrange(...args: readonly unknown[]): Tensor {
  const given = args[2];
  if (given !== undefined && !isPlainObject(given)) {
    throw typeError(`rearrange(): the lengths of axes should be an object, got ${show(given)}`);
  }
  const read = readArguments('rearrange', TABLE, [...args.slice(0, 2), ...args.slice(3)]);
  const lengths = (given ?? {}) as Lengths;
  for (const length of Object.values(lengths)) {
    if (!Number.isSafeInteger(length)) throw typeError(`rearrange axis lengths must be integers, got: ${show(length)}`);
  }
  const { left, right } = parsePattern(read.pattern, Object.keys(lengths));
  const input = isTensor(read.tensor) ? read.tensor : stack([...read.tensor], 0);
  const sizes = namedSizes(input.shape, left, lengths);
  const order = [...sizes.keys()];
  const turned = right.axes.flatMap((axis) => namesOf(axis, sizes)).map((name) => order.indexOf(name));
  return input
    .reshape([...sizes.values()])
    .permute(turned)
    .reshape(shapeOf(right, sizes));
}
