import { takes } from '../forward-arguments';
import type { Constructs, Mixed } from '../../arguments/signature';
import type { DropoutOptions } from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { type Layer, NativeLayer } from '../layer';
import { named, simple } from '../simple';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { bool, float } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

const DROPOUT = { p: float(0.5), inplace: bool(false) };
export type { DropoutOptions };

function checkProbability({ p }: { readonly p: number }): void {
  if (!(p >= 0 && p <= 1)) throw valueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

interface DropoutLayer extends Layer {
  p: number;
  inplace: boolean;
  forward(input: Tensor): Tensor;
}

type DropoutArguments = [p?: number, inplace?: boolean];
type DropoutClass<L> = Constructs<[], DropoutArguments, DropoutOptions, L>;

interface NativeDropout extends DropoutLayer {
  /** `forward` off the JavaScript thread, with the grad mode and autocast that are set when it is called. */
  forwardAsync(input: Tensor): Promise<Tensor>;
}

/** A layer over one of torch::nn: `p`, 0.5 by default, and `inplace`. */
function nativeDropout(kind: string): DropoutClass<NativeDropout> {
  return class extends NativeLayer {
    declare p: number;
    declare inplace: boolean;

    constructor(...rest: readonly unknown[]) {
      super();
      const values = this.read(DROPOUT, trim(rest));
      checkProbability(values);
      this.make(kind, values);
      this.follow('p', 'inplace');
    }

    protected override nativeOption(name: string, value: unknown): unknown {
      if (name === 'p') checkProbability({ p: value as number });
      return value;
    }

    static {
      takes(this, { input: tensor() });
    }

    override forward(input: Tensor): Tensor {
      return this.run1(input);
    }

    async forwardAsync(input: Tensor): Promise<Tensor> {
      return this.start1(input);
    }

    override extraRepr(): string {
      return this.list('p', 'inplace');
    }
  };
}

/** Dropout of whole channels: torch::nn adds a batch dimension where Python does not, so Python's functions compute. */
function channelDropout(drop: typeof F.dropout1d): DropoutClass<DropoutLayer> {
  const Base = simple<DropoutOptions, DropoutArguments>(
    DROPOUT,
    (x, v) => drop(x, v.p, v.training, v.inplace),
    named('p', 'inplace'),
  );
  return class extends Base {
    constructor(...args: Mixed<DropoutArguments, DropoutOptions>) {
      super(...args);
      checkProbability(this);
    }
  };
}

/**
 * While training, zeroes each element with probability `p` and scales the others by 1 / (1 - p).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout.html
 * @example
 * new nn.Dropout(0.2).forward(torch.ones([20, 16])).shape; // [20, 16]
 */
export class Dropout extends nativeDropout('Dropout') {}

/**
 * Zeroes whole channels of `[N, C, L]` or `[C, L]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout1d.html
 * @example
 * new nn.Dropout1d(0.2).forward(torch.ones([20, 16, 32])).shape; // [20, 16, 32]
 */
export class Dropout1d extends channelDropout(F.dropout1d) {}

/**
 * Zeroes whole channels of `[N, C, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout2d.html
 * @example
 * new nn.Dropout2d(0.2).forward(torch.ones([20, 16, 32, 32])).shape; // [20, 16, 32, 32]
 */
export class Dropout2d extends channelDropout(F.dropout2d) {}

/**
 * Zeroes whole channels of `[N, C, D, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Dropout3d.html
 * @example
 * new nn.Dropout3d(0.2).forward(torch.ones([2, 3, 4, 5, 6])).shape; // [2, 3, 4, 5, 6]
 */
export class Dropout3d extends channelDropout(F.dropout3d) {}

/**
 * Dropout that keeps mean and variance of standard normal inputs, for SELU networks.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AlphaDropout.html
 * @example
 * new nn.AlphaDropout(0.2).forward(torch.randn([20, 16])).shape; // [20, 16]
 */
export class AlphaDropout extends nativeDropout('AlphaDropout') {}

/**
 * AlphaDropout of whole channels.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FeatureAlphaDropout.html
 * @example
 * new nn.FeatureAlphaDropout(0.2).forward(torch.randn([2, 16, 4, 32, 32])).shape; // [2, 16, 4, 32, 32]
 */
export class FeatureAlphaDropout extends nativeDropout('FeatureAlphaDropout') {}
