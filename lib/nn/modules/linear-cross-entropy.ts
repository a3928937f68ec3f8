import type { LinearCrossEntropyLossOptions } from '../options';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten } from '../functional/define';
import { Layer } from '../layer';
import { pythonText } from '../../ops/print/python-text';
import { Linear } from './linear';
import { trim } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, choice, float, int, keyword, listOfInts, nullable } from '../../arguments/fields';
import { volumeOf } from '../../arguments/extents';

const TABLE = {
  ...{ inFeatures: int(), numClasses: int(), outFeatures: keyword(listOfInts([])), bias: bool(false), ...FACTORY },
  ...{ reduction: choice(['none', 'mean', 'sum'], 'mean'), weight: nullable(tensor()) },
  ...{ ignoreIndex: nullable(int()), labelSmoothing: float(0) },
};
export type { LinearCrossEntropyLossOptions };

/**
 * The cross entropy of a linear map: inputs `[N, inFeatures]` or `[inFeatures]` and labels `[N, *outFeatures]` (or
 * probabilities `[N, numClasses, *outFeatures]`) → a scalar, or the labels' shape with `reduction: 'none'`.
 *
 * Options: `outFeatures` [], `bias` false, `reduction` 'mean', `weight` of the classes, `ignoreIndex` -100 for labels,
 * `labelSmoothing` 0. Python's `options`, which compute in chunks, are not here.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LinearCrossEntropyLoss.html
 * @example
 * const loss = new nn.LinearCrossEntropyLoss(5, 10, { outFeatures: [4, 3] });
 * loss.forward(torch.randn([2, 5]), torch.randint(0, 10, [2, 4, 3])).backward();
 */
export class LinearCrossEntropyLoss extends Layer {
  declare readonly numClasses: number;
  declare readonly outFeatures: readonly number[];
  declare readonly reduction: 'none' | 'mean' | 'sum';
  declare readonly ignoreIndex: number | null;
  declare readonly labelSmoothing: number;
  declare weight: Tensor | null;
  declare linear: Linear;

  constructor(...args: [inFeatures: number, numClasses: number, options?: LinearCrossEntropyLossOptions]) {
    super();
    const hidden = ['inFeatures', 'bias', 'weight'];
    const values = this.read(TABLE, trim(args), hidden);
    const { inFeatures, numClasses, weight, labelSmoothing, outFeatures, bias, device, dtype } = values;
    if (weight && weight.shape.join() !== String(numClasses)) {
      throw runtimeError(`expected weight shape to be (${numClasses},), got ${pythonText([...weight.shape])}`);
    }
    if (labelSmoothing < 0 || labelSmoothing > 1) {
      throw runtimeError(`expected labelSmoothing to be in range [0, 1], got ${labelSmoothing}`);
    }
    this.registerBuffer('weight', weight);
    this.linear = new Linear(inFeatures, numClasses * volumeOf(outFeatures), { bias, device, dtype });
  }

  static {
    takes(this, { input: tensor(), target: tensor() });
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { linear, numClasses, outFeatures, weight, reduction, ignoreIndex, labelSmoothing } = this;
    const matrix = aten('reshape')(linear.weight, [numClasses, ...outFeatures, linear.inFeatures]);
    const linearBias = linear.bias && aten('reshape')(linear.bias, [numClasses, ...outFeatures]);
    const options = { linearBias, weight, reduction, ignoreIndex, labelSmoothing };
    return F.linearCrossEntropy(input, matrix, target, options);
  }

  override extraRepr(): string {
    const { linear, reduction } = this;
    const head = `in_features=${linear.inFeatures}, ${this.list('numClasses', 'outFeatures')}`;
    const shown = this.list('ignoreIndex', 'labelSmoothing');
    return `${head}, bias=${pythonText(linear.bias !== null)}, reduction=${reduction}, ${shown}, options=None`;
  }
}
