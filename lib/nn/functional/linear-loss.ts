import type { Tensor } from '../../ops/tensor-methods';
import { pythonText } from '../../ops/print/python-text';
import { aten, define } from './define';
import { crossEntropy } from './class-loss';
import { runtimeError } from '../../errors';
import { choice, float, int, keyword, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

const TABLE = {
  ...{ input: tensor(), linearWeight: tensor(), target: tensor(), linearBias: keyword(nullable(tensor())) },
  ...{ weight: nullable(tensor()), reduction: choice(['none', 'mean', 'sum'], 'mean') },
  ...{ ignoreIndex: nullable(int()), labelSmoothing: float(0) },
};

const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

function checkShapes(input: Tensor, weight: Tensor, bias: Tensor | null): void {
  const [classes = 0, ...rest] = weight.shape;
  const outputs = rest.slice(0, -1);
  if (input.ndim < 1 || input.ndim > 2) {
    throw runtimeError(`expected input with dimensionality 1 or 2, got ${input.ndim}`);
  }
  if (weight.ndim < 2) {
    throw runtimeError(`expected linearWeight with dimensionality at least 2, got ${weight.ndim}`);
  }
  if (input.shape.at(-1) !== weight.shape.at(-1)) {
    throw runtimeError(
      'expected equal input and linearWeight last dimensions (inFeatures), ' +
        `got ${input.shape.at(-1)} and ${weight.shape.at(-1)}, respectively`,
    );
  }
  if (bias && !same(bias.shape, [classes, ...outputs])) {
    throw runtimeError(
      `expected linearBias shape ${pythonText([classes, ...outputs])}, got [${bias.shape.join(', ')}]`,
    );
  }
  if (outputs.length > 0 && input.ndim === 1) {
    throw runtimeError(`a loss of several dimensions requires batched input, got shape [${input.shape.join(', ')}]`);
  }
}

/**
 * `linearCrossEntropy(input, linearWeight, target, linearBias = null, weight = null, reduction = 'mean',
 * ignoreIndex = null, labelSmoothing = 0)`: `crossEntropy` of x·linearWeightᵀ + linearBias. `input` is `[N, in]` or
 * `[in]`, `linearWeight` `[C, *, in]`, `linearBias` `[C, *]`; `target` is `[N, *]` of labels below C, or probabilities
 * `[N, C, *]`, for which there is no ignoreIndex.
 *
 * @throws TorchError if the shapes do not fit, or ignoreIndex comes with probabilities
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.linear_cross_entropy.html
 * @example
 * nn.functional.linearCrossEntropy(torch.tensor([[1.5]]), torch.tensor([[1], [0.5], [0]]), torch.tensor([0])).item(); // 0.5280
 */
export const linearCrossEntropy = define('linearCrossEntropy', TABLE, (v) => {
  const { input, linearWeight: weight, linearBias: bias, target, ignoreIndex } = v;
  checkShapes(input, weight, bias);
  const [classes = 0, ...rest] = weight.shape;
  const logitsShape = [...input.shape.slice(0, -1), classes, ...rest.slice(0, -1)];
  if (same(target.shape, logitsShape) && ignoreIndex !== null) {
    throw runtimeError('ignoreIndex cannot be specified when target contains probabilities');
  }
  const flat = aten('reshape')(weight, [-1, input.shape.at(-1) as number]);
  const logits = aten('linear')(input, flat, bias && aten('reshape')(bias, [-1]));
  const { reduction, labelSmoothing } = v;
  const options = { weight: v.weight, reduction, labelSmoothing, ignoreIndex: ignoreIndex ?? -100 };
  return crossEntropy(aten('reshape')(logits, logitsShape), target, options);
});
