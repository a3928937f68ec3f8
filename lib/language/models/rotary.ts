import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { valueError } from '../../errors';
import type { DecoderFields, RopeParameters } from '../config/llama';
import { rotaryAngles } from '../kernels';

/**
 * Rotary positions: how fast each pair of numbers of a head turns with the position.
 *
 * @see https://huggingface.co/docs/transformers/internal/rope_utils
 */

/** What the frequencies depend on. */
export type RotaryShape = Pick<DecoderFields, 'headDim' | 'maxPositionEmbeddings' | 'ropeParameters'>;

interface Frequencies {
  readonly values: Tensor;
  /** What sines and cosines are multiplied with. */
  readonly scaling: number;
}

function needed(parameters: RopeParameters, name: keyof RopeParameters): number {
  const one = parameters[name];
  if (typeof one === 'number') return one;
  throw valueError(`rope_type '${parameters.ropeType ?? 'default'}' needs ${name} in ropeParameters`);
}

/** `1 / base^(i / width)` for i = 0, 2, … */
function usual(base: number, width: number): Tensor {
  return torch.pow(base, powers(width)).reciprocal();
}

function powers(width: number): Tensor {
  return torch.arange(0, width, 2, { dtype: torch.float32 }).div(width);
}

function llama3(parameters: RopeParameters, width: number): Tensor {
  const frequencies = usual(needed(parameters, 'ropeTheta'), width);
  const factor = needed(parameters, 'factor');
  const [low, high] = [needed(parameters, 'lowFreqFactor'), needed(parameters, 'highFreqFactor')];
  const context = needed(parameters, 'originalMaxPositionEmbeddings');
  const lengths = torch.mul(frequencies.reciprocal(), 2 * Math.PI);
  const isLong = lengths.gt(context / low);
  const stretched = torch.where(isLong, frequencies.div(factor), frequencies);
  const smooth = lengths
    .reciprocal()
    .mul(context)
    .sub(low)
    .div(high - low);
  const between = torch.rsub(smooth, 1).mul(stretched).div(factor).add(smooth.mul(stretched));
  const isMedium = lengths
    .lt(context / high)
    .logicalNot()
    .logicalAnd(isLong.logicalNot());
  return torch.where(isMedium, between, stretched);
}

/** `0.1·mscale·ln(scale) + 1`, the factor by which YaRN sharpens attention. */
function yarnScale(scale: number, mscale = 1): number {
  return scale <= 1 ? 1 : 0.1 * mscale * Math.log(scale) + 1;
}

function yarnFactor(parameters: RopeParameters, factor: number): number {
  const { attentionFactor, mscale, mscaleAllDim } = parameters;
  if (attentionFactor != null) return attentionFactor;
  return mscale && mscaleAllDim ? yarnScale(factor, mscale) / yarnScale(factor, mscaleAllDim) : yarnScale(factor);
}

function yarn(parameters: RopeParameters, width: number, positions: number): Frequencies {
  const base = needed(parameters, 'ropeTheta');
  const context = needed(parameters, 'originalMaxPositionEmbeddings');
  const factor = parameters.factor ?? positions / context;
  const { betaFast = 32, betaSlow = 1, truncate = true } = parameters;
  const dimension = (turns: number): number =>
    (width * Math.log(context / (turns * 2 * Math.PI))) / (2 * Math.log(base));
  let [low, high] = [dimension(betaFast), dimension(betaSlow)];
  if (truncate) [low, high] = [Math.floor(low), Math.ceil(high)];
  [low, high] = [Math.max(low, 0), Math.min(high, width - 1)];
  if (low === high) high += 0.001;
  const waves = torch.pow(base, powers(width));
  const [kept, stretched] = [waves.reciprocal(), waves.mul(factor).reciprocal()];
  const ramp = torch
    .arange(width / 2, { dtype: torch.float32 })
    .sub(low)
    .div(high - low)
    .clamp(0, 1);
  const keep = torch.rsub(ramp, 1);
  return { values: stretched.mul(torch.rsub(keep, 1)).add(kept.mul(keep)), scaling: yarnFactor(parameters, factor) };
}

/** The frequencies for a text of `length` tokens, which only `dynamic` looks at. */
function frequenciesOf(
  { headDim, maxPositionEmbeddings, ropeParameters }: RotaryShape,
  length: number | null,
): Frequencies {
  const { ropeType = 'default', partialRotaryFactor = 1 } = ropeParameters;
  const theta = needed(ropeParameters, 'ropeTheta');
  const width = ropeType === 'default' ? headDim : Math.trunc(headDim * partialRotaryFactor);
  if (ropeType === 'linear') return { values: usual(theta, width).div(needed(ropeParameters, 'factor')), scaling: 1 };
  if (ropeType === 'llama3') return { values: llama3(ropeParameters, width), scaling: 1 };
  if (ropeType === 'yarn') return yarn(ropeParameters, width, maxPositionEmbeddings);
  if (ropeType !== 'dynamic') return { values: usual(theta, width), scaling: 1 };
  const factor = needed(ropeParameters, 'factor');
  if (length === null) return { values: usual(theta, width), scaling: 1 };
  // Python has the length as a tensor, and computes the base in its float32.
  const longest = torch.tensor(Math.max(length, maxPositionEmbeddings)).to(torch.float32);
  const grown = longest
    .mul(factor)
    .div(maxPositionEmbeddings)
    .sub(factor - 1)
    .pow(width / (width - 2));
  return { values: torch.pow(grown.mul(theta), powers(width)).reciprocal(), scaling: 1 };
}

/** Sines and cosines of positions. */
export class RotaryEmbedding extends nn.Module {
  readonly shape: RotaryShape;
  readonly family: string;
  declare invFreq: Tensor;
  declare originalInvFreq: Tensor;
  scaling = 1;
  /** The longest text so far, for `dynamic`. */
  private longest: number;

  constructor(family: string, shape: RotaryShape) {
    super();
    this.family = family;
    this.shape = shape;
    this.longest = shape.maxPositionEmbeddings;
    this.registerBuffer('invFreq', torch.empty([0]), { persistent: false });
    this.registerBuffer('originalInvFreq', torch.empty([0]), { persistent: false });
    this.compute();
  }

  /** Computes the frequencies, in float32 whatever the weights have. */
  compute(): void {
    // Some depend on values, which the device 'meta' has none of.
    const { values, scaling } = torch.setDefaultDevice('cpu', () => frequenciesOf(this.shape, null));
    this.invFreq = values.to(torch.getDefaultDevice());
    this.originalInvFreq = this.invFreq.clone();
    this.scaling = scaling;
  }

  override keyOf(property: string): string {
    return { invFreq: 'inv_freq', originalInvFreq: 'original_inv_freq' }[property] ?? property;
  }

  override displayName(): string {
    return `${this.family}RotaryEmbedding`;
  }

  private follow(positionIds: Tensor): void {
    if (this.shape.ropeParameters.ropeType !== 'dynamic') return;
    const { maxPositionEmbeddings: trained } = this.shape;
    const length = positionIds.max().item<number>() + 1;
    if (length > this.longest) {
      this.invFreq = frequenciesOf(this.shape, length).values.to(this.invFreq.device);
      this.longest = length;
    }
    if (length < trained && this.longest > trained) {
      this.invFreq = this.originalInvFreq.to(this.invFreq.device);
      this.longest = trained;
    }
  }

  /** Cosines and sines `[batch or 1, tokens, width]` in the dtype of `x`. */
  override forward(x: Tensor, positionIds: Tensor): [cos: Tensor, sin: Tensor] {
    return torch.noGrad((): [Tensor, Tensor] => {
      this.follow(positionIds);
      return rotaryAngles(this.invFreq, positionIds, this.scaling, x);
    });
  }
}
