import type { Mixed } from '../../arguments/signature';
import { softmax, logSoftmax } from '../../ops/generated/functions';
import { takes } from '../forward-arguments';
import type { NoOptions, SoftmaxOptions } from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten, impliedDim } from '../functional/define';
import { NativeLayer } from '../layer';
import { named, nothing, simple } from '../simple';
import { trim } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { int, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

const OVER_DIM = { dim: nullable(int()) };
export type { SoftmaxOptions };

abstract class SoftmaxLayer extends NativeLayer {
  declare dim: number | null;

  constructor(...rest: Mixed<[dim?: number | null], SoftmaxOptions>) {
    super();
    this.read(OVER_DIM, trim(rest));
    this.make(this.nativeName(), { dim: this.dim ?? 0 });
    this.follow('dim');
  }

  protected override nativeOption(_name: string, value: unknown): unknown {
    return value ?? 0;
  }

  protected abstract nativeName(): string;

  static {
    takes(this, { input: tensor() });
  }

  /** {@link forward} off the JavaScript thread; it needs a `dim`. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    if (this.dim === null) throw typeError(`${this.constructor.name}.forwardAsync: the layer has no dim`);
    return this.start1(input);
  }

  override extraRepr(): string {
    return `dim=${this.text('dim')}`;
  }
}

/**
 * exp(x) / Σ exp(x) along `dim`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softmax.html
 * @example
 * new nn.Softmax(1).forward(torch.randn([2, 3])).sum(1); // ones
 */
export class Softmax extends SoftmaxLayer {
  protected override nativeName(): string {
    return 'Softmax';
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return this.dim === null ? softmax(input, impliedDim(input)) : this.run1(input);
  }

  override extraRepr(): string {
    return super.extraRepr();
  }
}

/**
 * log(softmax(x)) along `dim`: what `NLLLoss` expects.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LogSoftmax.html
 * @example
 * new nn.LogSoftmax(1).forward(torch.randn([2, 3])).shape; // [2, 3]
 */
export class LogSoftmax extends SoftmaxLayer {
  protected override nativeName(): string {
    return 'LogSoftmax';
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return this.dim === null ? logSoftmax(input, impliedDim(input)) : this.run1(input);
  }
}

function overChannels(x: Tensor): Tensor {
  if (x.ndim === 3 || x.ndim === 4) return aten('softmax')(x, -3);
  throw valueError(`Softmax2d: expected input to be 3D or 4D, got ${x.ndim}D instead`);
}

/**
 * softmax(-x) along dim.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softmin.html
 * @example
 * new nn.Softmin(1).forward(torch.randn([2, 4]));
 */
export class Softmin extends simple<SoftmaxOptions, [dim?: number | null]>(
  { dim: nullable(int()) },
  (x, v) => F.softmin(x, v.dim),
  named('dim'),
) {}

/**
 * Softmax over the channels of [N, C, H, W] or [C, H, W].
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softmax2d.html
 * @example
 * new nn.Softmax2d().forward(torch.randn([2, 3, 4, 4]));
 */
export class Softmax2d extends simple<NoOptions, []>({}, (x) => overChannels(x), nothing) {}
