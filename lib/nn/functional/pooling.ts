import { type Tensor, isTensor } from '../../tensor-methods';
import { valueError } from '../failures';
import { bool, float, int, ints, nullable, tensor, value } from '../options';
import { aten, atenMany, define, spread } from './define';

/**
 * Pooling. With `returnIndices: true` a maximum comes with its indices: `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#pooling-functions
 */

const input = tensor();
type Ints = number | readonly number[];

const AVERAGE = { input, kernelSize: ints(), stride: nullable(ints()), padding: ints(0), ceilMode: bool(false) };
const AVERAGE_ND = { ...AVERAGE, countIncludePad: bool(true), divisorOverride: nullable(int()) };
const orKernel = (stride: Ints | null, kernel: Ints): Ints => stride ?? kernel;

export const avgPool1d = define('avgPool1d', { ...AVERAGE, countIncludePad: bool(true) }, (v) =>
  aten('avg_pool1d')(v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.ceilMode, v.countIncludePad),
);
const average = (name: string, operator: string) =>
  define(name, AVERAGE_ND, (v) =>
    aten(operator)(
      ...[v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.ceilMode],
      ...[v.countIncludePad, v.divisorOverride],
    ),
  );
export const avgPool2d = average('avgPool2d', 'avg_pool2d');
export const avgPool3d = average('avgPool3d', 'avg_pool3d');

const MAXIMUM = {
  ...{ input, kernelSize: ints(), stride: nullable(ints()), padding: ints(0), dilation: ints(1) },
  ...{ ceilMode: bool(false), returnIndices: bool(false) },
};

type Pooled = Tensor & [Tensor, Tensor];

const maximum = (name: string, operator: string) =>
  define(name, MAXIMUM, (v): Pooled => {
    const args = [v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.dilation, v.ceilMode];
    return (v.returnIndices ? atenMany(`${operator}_with_indices`)(...args) : aten(operator)(...args)) as Pooled;
  });
export const maxPool1d = maximum('maxPool1d', 'max_pool1d');
export const maxPool2d = maximum('maxPool2d', 'max_pool2d');
export const maxPool3d = maximum('maxPool3d', 'max_pool3d');

/** The same function, with the positions of the maxima as its second result. */
function withIndices<A extends readonly unknown[]>(
  pool: (input: Tensor, ...rest: A) => Pooled,
): (input: Tensor, ...rest: A) => [output: Tensor, indices: Tensor] {
  return (input, ...rest) => {
    const last = rest.at(-1);
    const named = typeof last === 'object' && last !== null && !Array.isArray(last) && !isTensor(last);
    const options = { ...(named ? last : {}), returnIndices: true };
    const args = [...(named ? rest.slice(0, -1) : rest), options];
    return pool(input, ...(args as unknown as A));
  };
}
export const maxPool1dWithIndices = withIndices(maxPool1d);
export const maxPool2dWithIndices = withIndices(maxPool2d);
export const maxPool3dWithIndices = withIndices(maxPool3d);

/** A size, or null to keep the input's. */
export const outputSize = value<number | null | readonly (number | null)[]>(
  'an integer, null, or a list of those',
  (v) => [v].flat().every((n) => n === null || Number.isInteger(n)),
);

function fillSizes(x: Tensor, sizes: number | null | readonly (number | null)[], count: number): readonly number[] {
  const list = Array.isArray(sizes)
    ? (sizes as (number | null)[])
    : new Array<number | null>(count).fill(sizes as number);
  const extents = x.shape.slice(-count);
  return list.map((size, i) => size ?? extents[i] ?? 0);
}

const adaptiveAverage = (count: 1 | 2 | 3) =>
  define(`adaptiveAvgPool${count}d`, { input, outputSize }, (v) =>
    aten(`adaptive_avg_pool${count}d`)(v.input, fillSizes(v.input, v.outputSize, count)),
  );
export const adaptiveAvgPool1d = adaptiveAverage(1);
export const adaptiveAvgPool2d = adaptiveAverage(2);
export const adaptiveAvgPool3d = adaptiveAverage(3);

const adaptiveMaximum = (count: 1 | 2 | 3) =>
  define(`adaptiveMaxPool${count}d`, { input, outputSize, returnIndices: bool(false) }, (v): Pooled => {
    const result = atenMany(`adaptive_max_pool${count}d`)(v.input, fillSizes(v.input, v.outputSize, count));
    return (v.returnIndices ? result : result[0]) as Pooled;
  });
export const adaptiveMaxPool1d = adaptiveMaximum(1);
export const adaptiveMaxPool2d = adaptiveMaximum(2);
export const adaptiveMaxPool3d = adaptiveMaximum(3);
export const adaptiveMaxPool1dWithIndices = withIndices(adaptiveMaxPool1d);
export const adaptiveMaxPool2dWithIndices = withIndices(adaptiveMaxPool2d);
export const adaptiveMaxPool3dWithIndices = withIndices(adaptiveMaxPool3d);

const UNPOOL = {
  ...{ input, indices: tensor(), kernelSize: ints(), stride: nullable(ints()), padding: ints(0) },
  outputSize: nullable(value<readonly number[]>('a list of integers', Array.isArray)),
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
export const maxUnpool1d = unpool(1);
export const maxUnpool2d = unpool(2);
export const maxUnpool3d = unpool(3);

const LP = { input, normType: float(), kernelSize: ints(), stride: nullable(ints()), ceilMode: bool(false) };

const powerAverage = (n: 1 | 2 | 3) =>
  define(`lpPool${n}d`, LP, (v) => {
    const powered = aten('pow')(v.input, v.normType);
    const stride = v.stride ?? v.kernelSize;
    const mean = aten(`avg_pool${n}d`)(powered, v.kernelSize, stride, 0, v.ceilMode);
    const size = spread(v.kernelSize, n).reduce((a, b) => a * b, 1);
    const rectified = aten('mul')(aten('sign')(mean), aten('relu')(aten('abs')(mean)));
    return aten('pow')(aten('mul')(rectified, size), 1 / v.normType);
  });
export const lpPool1d = powerAverage(1);
export const lpPool2d = powerAverage(2);
export const lpPool3d = powerAverage(3);

const FRACTIONAL = {
  ...{ input, kernelSize: ints(), outputSize: nullable(ints()) },
  outputRatio: nullable(value<number | readonly number[]>('a number or a list of them', () => true)),
  ...{ returnIndices: bool(false), _randomSamples: nullable(tensor()) },
};

const fractional = (n: 2 | 3) =>
  define(`fractionalMaxPool${n}d`, FRACTIONAL, (v): Pooled => {
    if (v.outputSize === null && v.outputRatio === null) {
      throw valueError(`fractionalMaxPool${n}d requires specifying either an outputSize or an outputRatio`);
    }
    const extents = v.input.shape.slice(-n);
    const ratios = v.outputRatio === null ? [] : spread(v.outputRatio, n);
    const size = v.outputSize ?? extents.map((extent, i) => Math.trunc(extent * (ratios[i] ?? 1)));
    const [batch, channels] = v.input.ndim === n + 1 ? [1, v.input.shape[0]] : v.input.shape;
    const options = { dtype: v.input.dtype, device: v.input.device };
    const samples = v._randomSamples ?? aten('rand')([batch, channels, n], options);
    const result = atenMany(`fractional_max_pool${n}d`)(v.input, spread(v.kernelSize, n), spread(size, n), samples);
    return (v.returnIndices ? result : result[0]) as Pooled;
  });
export const fractionalMaxPool2d = fractional(2);
export const fractionalMaxPool3d = fractional(3);
export const fractionalMaxPool2dWithIndices = withIndices(fractionalMaxPool2d);
export const fractionalMaxPool3dWithIndices = withIndices(fractionalMaxPool3d);
