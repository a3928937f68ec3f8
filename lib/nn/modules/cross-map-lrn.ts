import type { ResponseNormOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import { takes } from '../forward-arguments';
import { Function, type FunctionContext } from '../../autograd/function';
import type { Tensor } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { Layer } from '../layer';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { float, int } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

interface Values {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;
}

const channel = (x: Tensor, c: number): Tensor => aten('select')(x, 1, c);

/** For each channel `k + alpha / size · Σ x²` over its neighbors, in Python's order of sums. */
function scaleOf(input: Tensor, { size, alpha, k }: Values): Tensor {
  const squares = aten('pow')(input, 2);
  const channels = input.shape[1] ?? 0;
  const reach = Math.trunc((size - 1) / 2 + 1);
  const scale = aten('empty_like')(input);
  const first = aten('zero_')(channel(scale, 0));
  for (let c = 0; c < Math.min(reach, channels); c++) aten('add_')(first, channel(squares, c));
  for (let c = 1; c < channels; c++) {
    const current = aten('copy_')(channel(scale, c), channel(scale, c - 1));
    if (c < channels - reach + 1) aten('add_')(current, channel(squares, c + reach - 1));
    if (c > reach) aten('sub_')(current, channel(squares, c - reach));
  }
  return aten('add_')(aten('mul_')(scale, alpha / size), k);
}

/** One sample's correction of the gradient, channel by channel. */
function correct(gradient: Tensor, input: Tensor, ratio: Tensor, { size, alpha, beta }: Values): void {
  const channels = input.shape[0] ?? 0;
  const sum = aten('sum')(aten('narrow')(ratio, 0, 0, size - 1), [0]);
  for (let c = 0; c < channels; c++) {
    aten('add_')(sum, aten('select')(ratio, 0, c + size - 1));
    const value = { value: (-2 * alpha * beta) / size };
    aten('addcmul_')(aten('select')(gradient, 0, c), aten('select')(input, 0, c), sum, value);
    aten('sub_')(sum, aten('select')(ratio, 0, c));
  }
}

class CrossMapNormalization extends Function {
  static forward(context: FunctionContext, input: Tensor, values: Values): Tensor {
    const scale = scaleOf(input, values);
    const output = aten('mul_')(aten('pow')(scale, -values.beta), input);
    context.saveForBackward(input, output, scale);
    context.data['values'] = values;
    return output;
  }

  static backward(context: FunctionContext, gradOutput: Tensor): (Tensor | null)[] {
    const [input, output, scale] = context.savedTensors as [Tensor, Tensor, Tensor];
    const values = context.data['values'] as Values;
    const { size, beta } = values;
    const gradient = aten('mul_')(aten('pow')(scale, -beta), gradOutput);
    const [batch = 0, channels = 0, ...spatial] = input.shape;
    const ratio = aten('new_zeros')(input, [channels + size - 1, ...spatial]);
    const center = aten('narrow')(ratio, 0, Math.trunc(size - (size - 1) / 2), channels);
    for (let n = 0; n < batch; n++) {
      const at = (x: Tensor): Tensor => aten('select')(x, 0, n);
      aten('copy_')(center, aten('div')(aten('mul')(at(gradOutput), at(output)), at(scale)));
      correct(at(gradient), at(input), ratio, values);
    }
    return [gradient, null];
  }
}

const LRN = { size: int(), alpha: float(1e-4), beta: float(0.75), k: float(1) };

/**
 * Local response normalization over neighboring channels of `[N, C, H, W]`, as Lua's Torch had it; see
 * `LocalResponseNorm` for the usual one. `alpha` 1e-4, `beta` 0.75, `k` 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#normalization-layers
 * @example
 * new nn.CrossMapLRN2d(3).forward(torch.randn([2, 5, 4, 4])).shape; // [2, 5, 4, 4]
 */
export class CrossMapLRN2d extends Layer {
  declare readonly size: number;
  declare readonly alpha: number;
  declare readonly beta: number;
  declare readonly k: number;

  constructor(size: number, ...rest: Mixed<[alpha?: number, beta?: number, k?: number], ResponseNormOptions>) {
    super();
    this.read(LRN, trim([size, ...rest]));
    if (this.size === 0) throw valueError('size must not be 0: alpha is divided by it');
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    if (input.ndim !== 4) throw valueError(`CrossMapLRN2d: Expected input to be 4D, got ${input.ndim}D instead.`);
    const { size, alpha, beta, k } = this;
    return CrossMapNormalization.apply(input, { size, alpha, beta, k });
  }

  override extraRepr(): string {
    // Python's k is the whole number 1 by default.
    return `${this.size}, ${this.list('alpha', 'beta')}, k=${this.k}`;
  }
}
