import type { Tensor } from '../../ops/tensor-methods';
import { type Values, float, int, required, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { tensor } from '../../tensor/arguments';
import { aten, atenMany, define } from '../functional/define';
import { fill, generator, isMeta } from './fill';
import { type Nonlinearity, gainOf } from './gain';
import { valueError, warn } from '../../errors';
import { volumeOf } from '../../arguments/extents';

export type { RandomOptions } from './fill';
export type { Nonlinearity } from './gain';
export type {
  DiracOptions,
  GainOptions,
  KaimingOptions,
  NormalOptions,
  SparseOptions,
  TruncatedOptions,
  UniformOptions,
} from './signatures';
export { truncNormal_ } from './truncated';

/**
 * Initial values: they fill a tensor in place, without recording, and return it. The same seed gives the same bits as
 * in Python. Arguments go by position or by name, `generator` included.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html
 */

/**
 * `uniform_(tensor, a = 0, b = 1, generator = null)`: uniform in [a, b).
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.uniform_
 * @example
 * nn.init.uniform_(torch.empty([3, 5]), -1, 1);
 */
export const uniform_ = define('uniform_', { tensor: tensor(), a: float(0), b: float(1), generator }, (v) =>
  fill(v.tensor, (x) => aten('uniform_')(x, v.a, v.b, { generator: v.generator })),
);

/**
 * `normal_(tensor, mean = 0, std = 1, generator = null)`: normal with mean and standard deviation.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.normal_
 * @example
 * nn.init.normal_(torch.empty([3, 5]), 0, 0.02);
 */
export const normal_ = define('normal_', { tensor: tensor(), mean: float(0), std: float(1), generator }, (v) =>
  fill(v.tensor, (x) => aten('normal_')(x, v.mean, v.std, { generator: v.generator })),
);

/**
 * `constant_(tensor, val)`: one value everywhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.constant_
 * @example
 * nn.init.constant_(torch.empty([2]), 0.5).tolist(); // [0.5, 0.5]
 */
export const constant_ = define('constant_', { tensor: tensor(), val: float() }, (v) =>
  fill(v.tensor, (x) => aten('fill_')(x, v.val)),
);

/**
 * `ones_(tensor)`: 1 everywhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.ones_
 * @example
 * nn.init.ones_(torch.empty([2])).tolist(); // [1, 1]
 */
export const ones_ = define('ones_', { tensor: tensor() }, (v) => fill(v.tensor, (x) => aten('fill_')(x, 1)));

/**
 * `zeros_(tensor)`: 0 everywhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.zeros_
 * @example
 * nn.init.zeros_(torch.empty([2])).tolist(); // [0, 0]
 */
export const zeros_ = define('zeros_', { tensor: tensor() }, (v) => fill(v.tensor, (x) => aten('zero_')(x)));

/**
 * `eye_(tensor)`: the identity matrix.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) unless the tensor has two dimensions
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.eye_
 * @example
 * nn.init.eye_(torch.empty([2, 2])).tolist(); // [[1, 0], [0, 1]]
 */
export const eye_ = define('eye_', { tensor: tensor() }, ({ tensor: given }) => {
  if (given.ndim !== 2) throw valueError('Only tensors with 2 dimensions are supported');
  const { dtype, device, shape } = given;
  return fill(given, (x) => aten('copy_')(x, aten('eye')(shape[0] as number, shape[1] as number, { dtype, device })));
});

/**
 * `dirac_(tensor, groups = 1)`: convolution weights that pass as many channels as possible through unchanged.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) unless the tensor has three to five dimensions and `groups` divides the first
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.dirac_
 * @example
 * nn.init.dirac_(torch.empty([2, 2, 1])).tolist(); // [[[1], [0]], [[0], [1]]]
 */
export const dirac_ = define('dirac_', { tensor: tensor(), groups: int(1) }, ({ tensor: given, groups }) => {
  const [out = 0, inChannels = 0, ...kernel] = given.shape;
  if (kernel.length < 1 || kernel.length > 3) throw valueError('Only tensors with 3, 4, or 5 dimensions are supported');
  if (groups === 0 || out % groups !== 0) throw valueError('dim 0 must be divisible by groups');
  if (isMeta(given)) return given;
  const perGroup = out / groups;
  const center = kernel.map((extent) => Math.trunc(extent / 2));
  return fill(given, (x) => {
    aten('zero_')(x);
    for (let g = 0; g < groups; g++) {
      for (let d = 0; d < Math.min(perGroup, inChannels); d++) {
        const element = [g * perGroup + d, d, ...center].reduce((view, i) => aten('select')(view, 0, i), x);
        aten('fill_')(element, 1);
      }
    }
  });
});

/** The number of inputs and outputs that a weight connects. */
function fans({ shape }: Tensor): { readonly fanIn: number; readonly fanOut: number } {
  if (shape.length < 2) {
    throw valueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  }
  const field = volumeOf(shape.slice(2));
  return { fanIn: (shape[1] ?? 0) * field, fanOut: (shape[0] ?? 0) * field };
}

const nonlinearity = value<Nonlinearity>('a string', (v) => typeof v === 'string', 'leakyRelu');
const GAIN_OF = { nonlinearity: required(nonlinearity), param: value<unknown>('a number', () => true, null) };

/**
 * `calculateGain(nonlinearity, param = null)`: the recommended gain of a nonlinearity; `param` is the negative slope of
 * leaky ReLU.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) for an unknown nonlinearity, or a slope that is not a number
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.calculate_gain
 * @example
 * nn.init.calculateGain('leakyRelu', 0.2); // 1.3868
 */
export function calculateGain(name: Nonlinearity, ...param: [param?: number | null]): number {
  const values = readArguments('calculateGain', GAIN_OF, [name, ...param]);
  return gainOf(values.nonlinearity, values.param);
}

const XAVIER = { tensor: tensor(), gain: float(1), generator };

function xavierStd(given: Tensor, gain: number): number {
  const { fanIn, fanOut } = fans(given);
  if (fanIn + fanOut === 0) throw valueError('fan in and fan out are both 0');
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

/**
 * `xavierUniform_(tensor, gain = 1, generator = null)`: Glorot's: uniform in ±gain·√(6 / (fanIn + fanOut)).
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than two dimensions
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.xavier_uniform_
 * @example
 * nn.init.xavierUniform_(torch.empty([3, 5]), nn.init.calculateGain('relu'));
 */
export const xavierUniform_ = define('xavierUniform_', XAVIER, (v) => {
  const bound = Math.sqrt(3) * xavierStd(v.tensor, v.gain);
  return uniform_(v.tensor, -bound, bound, v.generator);
});

/**
 * `xavierNormal_(tensor, gain = 1, generator = null)`: Glorot's: normal with standard deviation
 * gain·√(2 / (fanIn + fanOut)).
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than two dimensions
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.xavier_normal_
 * @example
 * nn.init.xavierNormal_(torch.empty([3, 5]));
 */
export const xavierNormal_ = define('xavierNormal_', XAVIER, (v) =>
  normal_(v.tensor, 0, xavierStd(v.tensor, v.gain), v.generator),
);

const mode = value<'fanIn' | 'fanOut' | 'fan_in' | 'fan_out'>('a string', (v) => typeof v === 'string', 'fanIn');
const KAIMING = { tensor: tensor(), a: float(0), mode, nonlinearity, generator };

function kaimingStd(given: Tensor, { a, mode: how, nonlinearity: name }: Values<typeof KAIMING>): number {
  const isIn = /^fan_?in$/i.test(how);
  if (!isIn && !/^fan_?out$/i.test(how)) {
    throw valueError(`Mode ${String(how)} not supported, please use one of fanIn, fanOut`);
  }
  const { fanIn, fanOut } = fans(given);
  return gainOf(name, a) / Math.sqrt(isIn ? fanIn : fanOut);
}

function isEmpty(given: Tensor): boolean {
  if (!given.shape.includes(0)) return false;
  warn('Initializing zero-element tensors is a no-op');
  return true;
}

/**
 * `kaimingUniform_(tensor, a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu', generator = null)`: He's: uniform in
 * ±gain·√(3 / fan), where the gain is that of the nonlinearity and `a` the negative slope of leaky ReLU.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than two dimensions, for an unknown mode or nonlinearity
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.kaiming_uniform_
 * @example
 * nn.init.kaimingUniform_(torch.empty([3, 5]), { mode: 'fanOut', nonlinearity: 'relu' });
 */
export const kaimingUniform_ = define('kaimingUniform_', KAIMING, (v) => {
  if (isEmpty(v.tensor)) return v.tensor;
  const bound = Math.sqrt(3) * kaimingStd(v.tensor, v);
  return uniform_(v.tensor, -bound, bound, v.generator);
});

/**
 * `kaimingNormal_(tensor, a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu', generator = null)`: He's: normal with
 * standard deviation gain / √fan.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than two dimensions, for an unknown mode or nonlinearity
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.kaiming_normal_
 * @example
 * nn.init.kaimingNormal_(torch.empty([3, 5]), { mode: 'fanOut', nonlinearity: 'relu' });
 */
export const kaimingNormal_ = define('kaimingNormal_', KAIMING, (v) =>
  isEmpty(v.tensor) ? v.tensor : normal_(v.tensor, 0, kaimingStd(v.tensor, v), v.generator),
);

/**
 * `orthogonal_(tensor, gain = 1, generator = null)`: a (semi-)orthogonal matrix of the first dimension and all others.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than two dimensions
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.orthogonal_
 * @example
 * nn.init.orthogonal_(torch.empty([3, 5]), 2);
 */
export const orthogonal_ = define('orthogonal_', XAVIER, ({ tensor: given, gain, generator: source }) => {
  if (given.ndim < 2) throw valueError('Only tensors with 2 or more dimensions are supported');
  if (given.numel() === 0 || isMeta(given)) return given;
  const rows = given.shape[0] ?? 1;
  const columns = given.numel() / rows;
  return fill(given, (x) => {
    const { dtype, device } = x;
    let flat = aten('normal_')(aten('empty')([rows, columns], { dtype, device }), 0, 1, { generator: source });
    if (rows < columns) flat = aten('t')(flat);
    const [q, r] = atenMany('linalg_qr')(flat) as [Tensor, Tensor];
    aten('mul_')(q, aten('sign')(aten('diag')(r, 0)));
    const oriented = rows < columns ? aten('t')(q) : q;
    aten('copy_')(aten('view')(x, [rows, columns]), oriented);
    aten('mul_')(x, gain);
  });
});

const SPARSE = { tensor: tensor(), sparsity: float(), std: float(0.01), generator };

/**
 * `sparse_(tensor, sparsity, std = 0.01, generator = null)`: normal, with a share of each column zero. Which elements
 * are zero is drawn from the global random numbers, as in Python.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) unless the tensor has two dimensions and sparsity is a finite number
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.sparse_
 * @example
 * nn.init.sparse_(torch.empty([10, 3]), 0.5);
 */
export const sparse_ = define('sparse_', SPARSE, ({ tensor: given, sparsity, std, generator: source }) => {
  if (given.ndim !== 2) throw valueError('Only tensors with 2 dimensions are supported');
  if (isMeta(given)) return given;
  const [rows = 0, columns = 0] = given.shape;
  const zeros = Math.ceil(sparsity * rows);
  if (!Number.isFinite(zeros)) throw valueError(`cannot make an integer of ${sparsity} · ${rows}`);
  return fill(given, (x) => {
    aten('normal_')(x, 0, std, { generator: source });
    for (let column = 0; column < columns; column++) {
      // As in Python's slice, shares above 1 and below 0 are allowed.
      const chosen = aten('slice')(aten('randperm')(rows), 0, 0, zeros);
      aten('index_fill_')(aten('select')(x, 1, column), 0, chosen, 0);
    }
  });
});
