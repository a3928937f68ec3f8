import type { Tensor } from '../../tensor-methods';
import { trim } from '../args';
import { valueError } from '../failures';
import * as F from '../functional';
import { Layer, NativeLayer } from '../layer';
import { type OptionsOf, bool, float } from '../options';

const DROPOUT = { p: float(0.5), inplace: bool(false) };
export type DropoutOptions = OptionsOf<typeof DROPOUT>;

/** What all dropout layers share: `p`, 0.5 by default, and `inplace`. */
abstract class DropoutLayer extends NativeLayer {
  declare readonly p: number;
  declare readonly inplace: boolean;

  constructor(p?: number | DropoutOptions, inplace?: boolean | DropoutOptions) {
    super();
    const values = this.read(DROPOUT, trim([p, inplace]));
    if (!(values.p >= 0 && values.p <= 1)) {
      throw valueError(`dropout probability has to be between 0 and 1, but got ${values.p}`);
    }
    this.make(this.nativeName(), values);
  }

  protected abstract nativeName(): string;

  override forward(input: Tensor): Tensor {
    return this.run1(input);
  }

  /** {@link forward} off the JavaScript thread, under the grad mode and autocast of the moment of the call. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    return this.start1(input);
  }

  override extraRepr(): string {
    return this.list('p', 'inplace');
  }
}

/** Dropout of whole channels: torch::nn adds a batch dimension where Python does not, so Python's functions compute. */
abstract class ChannelDropout extends Layer {
  declare readonly p: number;
  declare readonly inplace: boolean;

  constructor(p?: number | DropoutOptions, inplace?: boolean | DropoutOptions) {
    super();
    const values = this.read(DROPOUT, trim([p, inplace]));
    if (!(values.p >= 0 && values.p <= 1)) {
      throw valueError(`dropout probability has to be between 0 and 1, but got ${values.p}`);
    }
  }

  protected abstract drop(): typeof F.dropout1d;

  override forward(input: Tensor): Tensor {
    return this.drop()(input, this.p, this.training, this.inplace);
  }

  override extraRepr(): string {
    return this.list('p', 'inplace');
  }
}

/**
 * While training, zeroes each element with probability `p` and scales the others by 1 / (1 - p).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout.html
 * @example
 * new nn.Dropout(0.2).forward(torch.ones([20, 16])).shape; // [20, 16]
 */
export class Dropout extends DropoutLayer {
  protected override nativeName(): string {
    return 'Dropout';
  }
}

/**
 * Zeroes whole channels of `[N, C, L]` or `[C, L]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout1d.html
 * @example
 * new nn.Dropout1d(0.2).forward(torch.ones([20, 16, 32])).shape; // [20, 16, 32]
 */
export class Dropout1d extends ChannelDropout {
  protected override drop(): typeof F.dropout1d {
    return F.dropout1d;
  }
}

/**
 * Zeroes whole channels of `[N, C, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout2d.html
 * @example
 * new nn.Dropout2d(0.2).forward(torch.ones([20, 16, 32, 32])).shape; // [20, 16, 32, 32]
 */
export class Dropout2d extends ChannelDropout {
  protected override drop(): typeof F.dropout1d {
    return F.dropout2d;
  }
}

/**
 * Zeroes whole channels of `[N, C, D, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout3d.html
 * @example
 * new nn.Dropout3d(0.2).forward(torch.ones([2, 3, 4, 5, 6])).shape; // [2, 3, 4, 5, 6]
 */
export class Dropout3d extends ChannelDropout {
  protected override drop(): typeof F.dropout1d {
    return F.dropout3d;
  }
}

/**
 * Dropout that keeps mean and variance of standard normal inputs, for SELU networks.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AlphaDropout.html
 * @example
 * new nn.AlphaDropout(0.2).forward(torch.randn([20, 16])).shape; // [20, 16]
 */
export class AlphaDropout extends DropoutLayer {
  protected override nativeName(): string {
    return 'AlphaDropout';
  }
}

/**
 * AlphaDropout of whole channels.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FeatureAlphaDropout.html
 * @example
 * new nn.FeatureAlphaDropout(0.2).forward(torch.randn([2, 16, 4, 32, 32])).shape; // [2, 16, 4, 32, 32]
 */
export class FeatureAlphaDropout extends DropoutLayer {
  protected override nativeName(): string {
    return 'FeatureAlphaDropout';
  }
}
