import type { Tensor } from '../../ops/tensor-methods';
import { Sequential } from '../containers/module-list';
import { takes } from '../forward-arguments';
import { Layer } from '../layer';
import type { Module } from '../module';
import { isHooked, isPlain } from '../module-hooks';
import { ReLU } from '../modules/activation';
import { type BatchNorm, BatchNorm1d, BatchNorm2d, BatchNorm3d } from '../modules/batch-norm';
import { Conv1d, Conv2d, Conv3d, type Convolution } from '../modules/convolution';
import { Dropout, Dropout1d, Dropout2d, Dropout3d } from '../modules/dropout';
import { Identity } from '../modules/shape';
import { Linear } from '../modules/linear';
import { fuseConvBnEval, fuseLinearBnEval } from '../utils/fusion';
import { tensor } from '../../tensor/arguments';
import { TransformerEncoderLayer } from '../modules/transformer-layer';
import { type Fused, NONE, fusedBy } from './activation';
import { PreparedConv2d } from './convolution';
import { PreparedEncoderLayer } from './encoder-layer';
import { Int8Linear } from './int8';
import { PreparedLinear } from './linear';
import type { Precision } from './precision';

const CONVOLUTIONS = [Conv1d, Conv2d, Conv3d];
const NORMS = [BatchNorm1d, BatchNorm2d, BatchNorm3d];
const NOTHING = [Dropout, Dropout1d, Dropout2d, Dropout3d, Identity];

type Class = abstract new (...args: never[]) => Module;

/** Whether a module computes what its class does and nothing looks at it. */
function isOneOf(module: Module | undefined, classes: readonly Class[]): boolean {
  if (!module || isHooked(module) || module.state.computed.size > 0) return false;
  return classes.some((Class) => isPlain(module, Class));
}

/** A linear layer and the batch normalization after it, as one for `[N, C]`; other inputs normalize another dimension. */
class FoldedLinear extends Layer {
  /** Not private to the class: a copy of the module has it, too. */
  protected activation: Fused = NONE;

  constructor(
    readonly folded: Linear,
    readonly pair: Sequential,
  ) {
    super();
  }

  prepare(activation: Fused, precision: Precision): this {
    this.activation = activation;
    (precision === 'int8' ? Int8Linear : PreparedLinear).from(this.folded, activation);
    return this;
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return input.ndim === 2 ? this.folded.forward(input) : this.activation.apply(this.pair.forward(input));
  }
}

function folds(norm: Module | undefined): norm is BatchNorm {
  if (!norm || !isOneOf(norm, NORMS)) return false;
  const { runningMean, runningVar } = norm as BatchNorm;
  return runningMean != null && runningVar != null;
}

/** Two neighbors as one layer, or null. */
function fold(layer: Module, next: Module | undefined): Module | null {
  if (!folds(next)) return null;
  const rank = NORMS.findIndex((Class) => isPlain(next, Class));
  if (isOneOf(layer, CONVOLUTIONS.slice(rank, rank + 1)) && (layer as Convolution).outChannels === next.numFeatures) {
    return fuseConvBnEval(layer as Convolution, next);
  }
  const isLinear = isOneOf(layer, [Linear]) && rank === 0 && next.weight !== null && next.bias !== null;
  if (!isLinear || (layer as Linear).outFeatures !== next.numFeatures) return null;
  return new FoldedLinear(fuseLinearBnEval(layer as Linear, next), new Sequential(layer, next));
}

type Fusing = (activation: Fused) => Module;

/** How a layer computes an activation with its result, or null if it does not. */
function fusing(layer: Module, precision: Precision): Fusing | null {
  const Dense = precision === 'int8' ? Int8Linear : PreparedLinear;
  if (isOneOf(layer, [Linear])) return (activation) => Dense.from(layer as Linear, activation);
  if (isOneOf(layer, [Conv2d])) return (activation) => PreparedConv2d.from(layer as Conv2d, activation);
  return layer instanceof FoldedLinear ? (activation) => layer.prepare(activation, precision) : null;
}

/** Whether a layer's result is its own, so that what follows may write to it. */
function isFresh(layer: Module): boolean {
  return isOneOf(layer, [...CONVOLUTIONS, ...NORMS]);
}

/**
 * The layers of a Sequential in inference: dropout is left out, batch normalizations are folded into what stands before them, and
 * activations are computed with the layer before them, or in place.
 */
export function fuseAll(layers: readonly Module[], precision: Precision): Module[] {
  const rest = layers.filter((layer) => !isOneOf(layer, NOTHING));
  const fused: Module[] = [];
  for (let i = 0; i < rest.length; i++) {
    let layer = rest[i] as Module;
    const folded = fold(layer, rest[i + 1]);
    if (folded) i++;
    layer = folded ?? layer;
    const activation = fusedBy(rest[i + 1]);
    const fuse = fusing(layer, precision);
    const isInPlace = !fuse && activation?.name === 'ReLU' && isFresh(layer);
    fused.push(fuse ? fuse(activation ?? NONE).eval() : layer);
    if (isInPlace) fused.push(new ReLU(true).eval());
    if (isInPlace || (fuse && activation)) i++;
  }
  return fused;
}

/** A layer outside of a Sequential, which may be one of the classes that compute faster; what follows it is not known. */
export function prepareAlone(layer: Module, precision: Precision): void {
  const isEncoder = isOneOf(layer, [TransformerEncoderLayer]);
  if (!isEncoder) fusing(layer, precision)?.(NONE);
  else if (precision !== 'int8') PreparedEncoderLayer.from(layer as TransformerEncoderLayer);
}

/** Whether a Sequential prepares a layer itself, with what stands around it. */
export function isFusedInSequence(layer: Module): boolean {
  return isOneOf(layer, [...CONVOLUTIONS, Linear]);
}
