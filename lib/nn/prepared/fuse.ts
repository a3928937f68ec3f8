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
import { PreparedConv2d } from './convolution';

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
  constructor(
    readonly folded: Linear,
    readonly pair: Sequential,
  ) {
    super();
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return input.ndim === 2 ? this.folded.forward(input) : this.pair.forward(input);
  }
}

function folds(norm: Module | undefined): norm is BatchNorm {
  if (!norm || !isOneOf(norm, NORMS)) return false;
  const { runningMean, runningVar } = norm as BatchNorm;
  return runningMean != null && runningVar != null;
}

/** Two neighbours as one layer, or null. */
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

/** Whether a layer's result is its own, so that what follows may write to it. */
function isFresh(layer: Module): boolean {
  return isOneOf(layer, [...CONVOLUTIONS, Linear, ...NORMS, FoldedLinear]);
}

/**
 * The layers of a Sequential in inference: dropout is left out, batch normalizations are folded into what stands before them, and
 * ReLU is computed in place or with its convolution.
 */
export function fuseAll(layers: readonly Module[]): Module[] {
  const rest = layers.filter((layer) => !isOneOf(layer, NOTHING));
  const fused: Module[] = [];
  for (let i = 0; i < rest.length; i++) {
    let layer = rest[i] as Module;
    const folded = fold(layer, rest[i + 1]);
    if (folded) i++;
    layer = folded ?? layer;
    const activated = isOneOf(rest[i + 1], [ReLU]) && isFresh(layer);
    if (isOneOf(layer, [Conv2d])) {
      fused.push(new PreparedConv2d(layer as Conv2d, activated).eval());
      if (activated) i++;
      continue;
    }
    fused.push(layer);
    if (activated) {
      fused.push(new ReLU(true).eval());
      i++;
    }
  }
  return fused;
}
