import type { Tensor } from '../../ops/tensor-methods';
import { aten, define, spread } from './define';
import { type Ints, orKernel } from './pool-sizes';
import { valueError } from '../../errors';
import { ints, listOfInts, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * The inverse of max pools. N counts the batch and may be missing, C the channels.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#pooling-functions
 */

const input = tensor();

const UNPOOL = {
  ...{ input, indices: tensor(), kernelSize: ints(), stride: nullable(ints()), padding: ints(0) },
  outputSize: nullable(listOfInts()),
};

function unpooledSize(
  x: Tensor,
  kernel: Ints,
  stride: Ints,
  padding: Ints,
  given: readonly number[] | null,
  n: number,
) {
  const [k, s, p] = [spread(kernel, n), spread(stride, n), spread(padding, n)] as [number[], number[], number[]];
  const spatial = x.shape.slice(-n);
  const natural = spatial.map((extent, d) => (extent - 1) * (s[d] ?? 1) + (k[d] ?? 1) - 2 * (p[d] ?? 0));
  if (!given) return natural;
  const size = given.slice(-n);
  if (given.length !== n && given.length !== n + 2) {
    throw valueError(
      `outputSize should be a sequence containing ${n} or ${n + 2} elements, but it has a length of '${given.length}'`,
    );
  }
  size.forEach((extent, d) => {
    const [least, most] = [(natural[d] ?? 0) - (s[d] ?? 1), (natural[d] ?? 0) + (s[d] ?? 1)];
    if (!(least < extent && extent < most)) {
      throw valueError(`invalid outputSize [${size.join(', ')}] (dim ${d} must be between ${least} and ${most})`);
    }
  });
  return size;
}

const unpool = (n: 1 | 2 | 3) =>
  define(`maxUnpool${n}d`, UNPOOL, (v) => {
    const stride = orKernel(v.stride, v.kernelSize);
    const size = unpooledSize(v.input, v.kernelSize, stride, v.padding, v.outputSize, n);
    if (n === 3) return aten('max_unpool3d')(v.input, v.indices, size, spread(stride, 3), spread(v.padding, 3));
    if (n === 2) return aten('max_unpool2d')(v.input, v.indices, size);
    const [x, indices] = [aten('unsqueeze')(v.input, -1), aten('unsqueeze')(v.indices, -1)];
    return aten('squeeze')(aten('max_unpool2d')(x, indices, [...size, 1]), -1);
  });

/**
 * `maxUnpool1d(input, indices, kernelSize, stride = kernelSize, padding = 0, outputSize = null)`: puts maxima back in
 * their places, with zeros around: the inverse of `maxPool1d`, whose result and indices these are. `outputSize` chooses
 * among the sizes that `ceilMode` and strides make possible.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if outputSize is not possible; if an index lies outside, or the shapes differ
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool1d.html
 * @example
 * const [maxima, places] = nn.functional.maxPool1dWithIndices(torch.tensor([[1, 2, 3, 4.5]]), 2);
 * nn.functional.maxUnpool1d(maxima, places, 2).tolist(); // [[0, 2, 0, 4.5]]
 */
export const maxUnpool1d = unpool(1);

/**
 * `maxUnpool2d(input, indices, kernelSize, stride = kernelSize, padding = 0, outputSize = null)`: puts maxima back in
 * their places, with zeros around: the inverse of `maxPool2d`, whose result and indices these are. `outputSize` chooses
 * among the sizes that `ceilMode` and strides make possible.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if outputSize is not possible; if an index lies outside, or the shapes differ
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool2d.html
 * @example
 * const [maxima, places] = nn.functional.maxPool2dWithIndices(torch.tensor([[[1, 2], [3, 4.5]]]), 2);
 * nn.functional.maxUnpool2d(maxima, places, 2).tolist(); // [[[0, 0], [0, 4.5]]]
 */
export const maxUnpool2d = unpool(2);

/**
 * `maxUnpool3d(input, indices, kernelSize, stride = kernelSize, padding = 0, outputSize = null)`: puts maxima back in
 * their places, with zeros around: the inverse of `maxPool3d`, whose result and indices these are. `outputSize` chooses
 * among the sizes that `ceilMode` and strides make possible.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if outputSize is not possible; if an index lies outside, or the shapes differ
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool3d.html
 * @example
 * const [maxima, places] = nn.functional.maxPool3dWithIndices(torch.ones([1, 3, 8, 8, 8]), 2);
 * nn.functional.maxUnpool3d(maxima, places, 2).shape; // [1, 3, 8, 8, 8]
 */
export const maxUnpool3d = unpool(3);
