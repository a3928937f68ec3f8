import type { Tensor } from '../../tensor-methods';
import { aten } from '../functional/define';
import { type RandomOptions, checkTensor, fill, isMeta } from './fill';
import { valueError, warn } from '../../errors';

export interface TruncatedOptions extends RandomOptions {
  readonly mean?: number;
  readonly std?: number;
  /** Least value. The default is -2. */
  readonly a?: number;
  /** Greatest value. The default is 2. */
  readonly b?: number;
}

function normCdf(x: number): number {
  const erf = aten('erf')(aten('mul')(aten('ones')([]), x / Math.sqrt(2)));
  return (1 + Number(erf.item())) / 2;
}

const any = (mask: Tensor): boolean => Boolean(aten('any')(mask).item());

/** Normal, drawn again where it lies outside [a, b]. */
export function truncNormal_(tensor: Tensor, options: TruncatedOptions = {}): Tensor {
  const { mean = 0, std = 1, a = -2, b = 2, generator } = options;
  checkTensor(tensor);
  if (isMeta(tensor)) return tensor;
  if (std === 0) throw valueError('std has to be other than 0');
  if (mean < a - 2 * std || mean > b + 2 * std) {
    warn('mean is more than 2 std from [a, b] in nn.init.truncNormal_. The distribution of values may be incorrect.');
  }
  const share = normCdf((b - mean) / std) - normCdf((a - mean) / std);
  return fill(tensor, () => {
    if (share > 0.3) redrawNormal(tensor, { mean, std, a, b, generator });
    else rejectUniform(tensor, { mean, std, a, b, generator });
  });
}

interface Truncated extends RandomOptions {
  readonly mean: number;
  readonly std: number;
  readonly a: number;
  readonly b: number;
}

/** Bounds are compared in the tensor's own precision. */
function redrawNormal(tensor: Tensor, { mean, std, a, b, generator }: Truncated): void {
  const bound = (value: number): unknown => aten('full')([], value, { dtype: tensor.dtype }).item();
  const [low, high] = [bound(a), bound(b)];
  let result = aten('normal_')(tensor, mean, std, { generator });
  for (;;) {
    const outside = aten('bitwise_or')(aten('lt')(result, low), aten('gt')(result, high));
    if (!any(outside)) break;
    const fresh = aten('normal_')(aten('empty_like')(result), mean, std, { generator });
    result = aten('where')(outside, fresh, result);
  }
  if (result !== tensor) aten('copy_')(tensor, result);
}

/** Uniform candidates, accepted with the density's probability. */
function rejectUniform(tensor: Tensor, { mean, std, a, b, generator }: Truncated): void {
  const mode = Math.max(a, Math.min(mean, b));
  const logPeak = -0.5 * ((mode - mean) / std) ** 2;
  const [candidates, acceptance] = [aten('empty_like')(tensor), aten('empty_like')(tensor)];
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
    return aten('gt')(aten('log_')(aten('uniform_')(acceptance, { generator })), candidates);
  };
  aten('uniform_')(tensor, a, b, { generator });
  aten('copy_')(candidates, tensor);
  let pending = rejected();
  let result = tensor;
  while (any(pending)) {
    aten('uniform_')(candidates, a, b, { generator });
    result = aten('where')(pending, candidates, result);
    pending = aten('where')(pending, rejected(), pending);
  }
  if (result !== tensor) aten('copy_')(tensor, result);
}
