import { asFunction } from '../../dispatch/operator';
import type { Tensor } from '../../tensor-methods';
import { trim } from '../args';
import { impliedDim } from '../functional/define';
import { NativeLayer } from '../layer';
import { type OptionsOf, int, nullable } from '../options';

const OVER_DIM = { dim: nullable(int()) };
export type SoftmaxOptions = OptionsOf<typeof OVER_DIM>;

type OverDim = (input: Tensor, dim: number) => Tensor;
const softmax = asFunction<OverDim>('aten::softmax');
const logSoftmax = asFunction<OverDim>('aten::log_softmax');

abstract class SoftmaxLayer extends NativeLayer {
  declare readonly dim: number | null;

  constructor(dim?: number | null | SoftmaxOptions) {
    super();
    this.read(OVER_DIM, trim([dim]));
    this.make(this.nativeName(), { dim: this.dim ?? 0 });
  }

  protected abstract nativeName(): string;

  override forward(input: Tensor): Tensor {
    return this.run1(input);
  }

  /** {@link forward} off the JavaScript thread; it needs a `dim`. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    if (this.dim === null) throw new TypeError(`${this.constructor.name}.forwardAsync: the layer has no dim`);
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

  override forward(input: Tensor): Tensor {
    return this.dim === null ? logSoftmax(input, impliedDim(input)) : this.run1(input);
  }
}
