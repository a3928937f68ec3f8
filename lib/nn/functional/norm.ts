import type { Tensor } from '../../tensor-methods';
import { valueError } from '../failures';
import { bool, float, int, nullable, tensor, value } from '../options';
import { aten, define } from './define';

/**
 * Normalisations.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#normalization-functions
 */

const affine = { weight: nullable(tensor()), bias: nullable(tensor()) };
const RUNNING = { input: tensor(), runningMean: nullable(tensor()), runningVar: nullable(tensor()), ...affine };
const shape = value<number | readonly number[]>('an integer or a list of integers', (v) =>
  [v].flat().every(Number.isInteger),
);
const listed = (v: number | readonly number[]): readonly number[] => (typeof v === 'number' ? [v] : v);

function checkBatch({ shape: size }: Tensor): void {
  const values = [size[0] ?? 1, ...size.slice(2)].reduce((a, b) => a * b, 1);
  if (values === 1) {
    throw valueError(
      `Expected more than 1 value per channel when training, got input size torch.Size([${size.join(', ')}])`,
    );
  }
}

export const batchNorm = define(
  'batchNorm',
  { ...RUNNING, training: bool(false), momentum: float(0.1), eps: float(1e-5) },
  (v) => {
    if (v.training) checkBatch(v.input);
    if (v.training && v.eps <= 0) throw valueError(`batch_norm eps must be positive during training, but got ${v.eps}`);
    if (v.eps < 0) throw valueError(`batch_norm eps must be non-negative, but got ${v.eps}`);
    return aten('batch_norm')(
      ...[v.input, v.weight, v.bias, v.runningMean, v.runningVar, v.training, v.momentum, v.eps, true],
    );
  },
);

export const instanceNorm = define(
  'instanceNorm',
  { ...RUNNING, useInputStats: bool(true), momentum: float(0.1), eps: float(1e-5) },
  (v) => {
    const size = v.input.shape;
    if (v.useInputStats && size.slice(2).reduce((a, b) => a * b, 1) === 1) {
      throw valueError(
        `Expected more than 1 spatial element when training, got input size torch.Size([${size.join(', ')}])`,
      );
    }
    return aten('instance_norm')(
      ...[v.input, v.weight, v.bias, v.runningMean, v.runningVar, v.useInputStats, v.momentum, v.eps, true],
    );
  },
);

export const layerNorm = define(
  'layerNorm',
  { input: tensor(), normalizedShape: shape, ...affine, eps: float(1e-5) },
  (v) => aten('layer_norm')(v.input, listed(v.normalizedShape), v.weight, v.bias, v.eps, true),
);

export const rmsNorm = define(
  'rmsNorm',
  { input: tensor(), normalizedShape: shape, weight: nullable(tensor()), eps: nullable(float()) },
  (v) => aten('rms_norm')(v.input, listed(v.normalizedShape), v.weight, v.eps),
);

export const groupNorm = define(
  'groupNorm',
  { input: tensor(), numGroups: int(), ...affine, eps: float(1e-5) },
  (v) => {
    const { shape: size } = v.input;
    if (size.length < 2)
      throw valueError(`Expected at least 2 dimensions for input tensor but received ${size.length}`);
    checkSize([(size[0] ?? 1) * Math.trunc((size[1] ?? 1) / v.numGroups), v.numGroups, ...size.slice(2)]);
    return aten('group_norm')(v.input, v.numGroups, v.weight, v.bias, v.eps, true);
  },
);

function checkSize(size: readonly number[]): void {
  const values = [size[0] ?? 1, ...size.slice(2)].reduce((a, b) => a * b, 1);
  if (values === 1)
    throw valueError(`Expected more than 1 value per channel when training, got input size [${size.join(', ')}]`);
}

export const localResponseNorm = define(
  'localResponseNorm',
  { input: tensor(), size: int(), alpha: float(1e-4), beta: float(0.75), k: float(1) },
  ({ input, size, alpha, beta, k }) => {
    if (input.ndim < 3) throw valueError(`Expected 3D or higher dimensionality input (got ${input.ndim} dimensions)`);
    if (input.numel() === 0) return input;
    const [before, after] = [Math.trunc(size / 2), Math.trunc((size - 1) / 2)];
    const [n, c, d] = input.shape;
    let sums = aten('mul')(input, input);
    if (input.ndim === 3) {
      sums = aten('constant_pad_nd')(aten('unsqueeze')(sums, 1), [0, 0, before, after]);
      sums = aten('squeeze')(aten('avg_pool2d')(sums, [size, 1], 1), 1);
    } else {
      sums = aten('constant_pad_nd')(aten('view')(sums, [n, 1, c, d, -1]), [0, 0, 0, 0, before, after]);
      sums = aten('squeeze')(aten('avg_pool3d')(sums, [size, 1, 1], 1), 1);
      sums = aten('view')(sums, input.shape);
    }
    return aten('div')(input, aten('pow')(aten('add')(aten('mul')(sums, alpha), k), beta));
  },
);

export const normalize = define(
  'normalize',
  { input: tensor(), p: float(2), dim: int(1), eps: float(1e-12) },
  ({ input, p, dim, eps }) => {
    const norm = aten('clamp_min')(aten('norm')(input, p, [dim], true), eps);
    return aten('div')(input, aten('expand_as')(norm, input));
  },
);
