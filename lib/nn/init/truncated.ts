import type { Tensor } from '../../ops/tensor-methods';
import { float } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';
import { aten, define } from '../functional/define';
import { type RandomOptions, fill, generator, isMeta } from './fill';
import { valueError, warn } from '../../errors';

const TRUNCATED = { tensor: tensor(), mean: float(0), std: float(1), a: float(-2), b: float(2), generator };

function normCdf(x: number): number {
  const erf = aten('erf')(aten('mul')(aten('ones')([]), x / Math.sqrt(2)));
  return (1 + Number(erf.item())) / 2;
}

const any = (mask: Tensor): boolean => Boolean(aten('any')(mask).item());

/**
 * `truncNormal_(tensor, mean = 0, std = 1, a = -2, b = 2, generator = null)`: normal; values outside [a, b] are drawn
 * again.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if std is 0
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html#torch.nn.init.trunc_normal_
 * @example
 * nn.init.truncNormal_(torch.empty([3, 5]), 0, 0.02);
 */
export const truncNormal_ = define('truncNormal_', TRUNCATED, (v) => {
  const { tensor: given, mean, std, a, b } = v;
  if (isMeta(given)) return given;
  if (std === 0) throw valueError('std has to be other than 0');
  if (mean < a - 2 * std || mean > b + 2 * std) {
    warn('mean is more than 2 std from [a, b] in nn.init.truncNormal_. The distribution of values may be incorrect.');
  }
  const share = normCdf((b - mean) / std) - normCdf((a - mean) / std);
  return fill(given, (x) => {
    if (share > 0.3) redrawNormal(x, v);
    else rejectUniform(x, v);
  });
});

interface Truncated extends RandomOptions {
  readonly mean: number;
  readonly std: number;
  readonly a: number;
  readonly b: number;
}

/** Bounds are compared in the tensor's own precision. */
function redrawNormal(given: Tensor, { mean, std, a, b, generator: source }: Truncated): void {
  const bound = (value: number): number => aten('full')([], value, { dtype: given.dtype }).item<number>();
  const [low, high] = [bound(a), bound(b)];
  let result = aten('normal_')(given, mean, std, { generator: source });
  for (;;) {
    const outside = aten('bitwise_or')(aten('lt')(result, low), aten('gt')(result, high));
    if (!any(outside)) break;
    const fresh = aten('normal_')(aten('empty_like')(result), mean, std, { generator: source });
    result = aten('where')(outside, fresh, result);
  }
  if (result !== given) aten('copy_')(given, result);
}

/** Uniform candidates, accepted with the density's probability. */
function rejectUniform(given: Tensor, { mean, std, a, b, generator: source }: Truncated): void {
  const mode = Math.max(a, Math.min(mean, b));
  const logPeak = -0.5 * ((mode - mean) / std) ** 2;
  const [candidates, acceptance] = [aten('empty_like')(given), aten('empty_like')(given)];
  const rejected = (): Tensor => {
    for (const [operator, operand] of [
      ['sub_', mean],
      ['div_', std],
      ['pow_', 2],
      ['mul_', -0.5],
    ] as const) {
      aten(operator)(candidates, operand);
    }
    aten('sub_')(candidates, logPeak);
    return aten('gt')(aten('log_')(aten('uniform_')(acceptance, { generator: source })), candidates);
  };
  aten('uniform_')(given, a, b, { generator: source });
  aten('copy_')(candidates, given);
  let pending = rejected();
  let result = given;
  while (any(pending)) {
    aten('uniform_')(candidates, a, b, { generator: source });
    result = aten('where')(pending, candidates, result);
    pending = aten('where')(pending, rejected(), pending);
  }
  if (result !== given) aten('copy_')(given, result);
}
