import { asFunction } from '../../ops/dispatch/operator';
import { noGrad } from '../../autograd/modes';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { valueError } from '../../errors';
import { refuseSurplus, takesNothing } from '../../arguments/read';

/** Returns the new average of one parameter. */
export type AvgFn = (averaged: Tensor, current: Tensor, numAveraged: Tensor | number) => Tensor;

/** Changes the averages of several parameters in place. */
export type MultiAvgFn = (
  averaged: readonly Tensor[],
  current: readonly Tensor[],
  numAveraged: Tensor | number,
) => void;

type Tensors = readonly Tensor[];
const foreachLerp_ = asFunction<(to: Tensors, from: Tensors, weight: number | Tensor) => void>('aten::_foreach_lerp_');
const foreachSub = asFunction<(a: Tensors, b: Tensors) => Tensor[]>('aten::_foreach_sub');
const foreachAdd_ = asFunction<(to: Tensors, by: Tensors, options: { alpha: number }) => void>('aten::_foreach_add_');
const foreachAddcdiv_ = asFunction<(to: Tensors, a: Tensors, b: Tensors) => void>('aten::_foreach_addcdiv_');

/** Interpolation does not work on integers. */
function interpolates([first]: Tensors): boolean {
  return first !== undefined && (first.dtype.isFloatingPoint || first.dtype.isComplex);
}

function checkDecay(decay: number): void {
  if (typeof decay === 'number' && decay >= 0 && decay <= 1) return;
  throw valueError(`Invalid decay value ${String(decay)} provided. Please provide a value in [0,1] range.`);
}

/**
 * An exponential moving average of all parameters at once, for {@link AveragedModel}.
 *
 * @param decay - The weight of the old average, from 0 to 1.
 * @throws RangeError for another decay.
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 * @example
 * const multiAvgFn = torch.optim.swaUtils.getEmaMultiAvgFn(0.99);
 * const ema = new torch.optim.swaUtils.AveragedModel(model, { multiAvgFn });
 */
export function getEmaMultiAvgFn(decay = 0.999, ...surplus: []): MultiAvgFn {
  refuseSurplus('getEmaMultiAvgFn', 1, surplus);
  checkDecay(decay);
  return (averaged, current) => {
    noGrad(() => {
      if (interpolates(averaged)) return foreachLerp_(averaged, current, 1 - decay);
      for (const [i, to] of averaged.entries()) to.copy_(to.mul(decay).add((current[i] as Tensor).mul(1 - decay)));
    });
  };
}

/**
 * The mean of all models so far, of all parameters at once, for {@link AveragedModel}.
 *
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 */
export function getSwaMultiAvgFn(...args: []): MultiAvgFn {
  takesNothing('getSwaMultiAvgFn', args);
  return (averaged, current, numAveraged) => {
    noGrad(() => {
      if (interpolates(averaged)) return foreachLerp_(averaged, current, shareOf(numAveraged));
      const differences = foreachSub(current, averaged);
      if (isTensor(numAveraged)) {
        const divisor = numAveraged.add(1);
        foreachAddcdiv_(averaged, differences, new Array<Tensor>(averaged.length).fill(divisor));
      } else {
        foreachAdd_(averaged, differences, { alpha: 1 / (numAveraged + 1) });
      }
    });
  };
}

/** The weight of the newest of `numAveraged + 1` models; of a tensor in float32, as in Python. */
function shareOf(numAveraged: Tensor | number): Tensor | number {
  return isTensor(numAveraged) ? numAveraged.add(1).reciprocal() : 1 / (numAveraged + 1);
}

/**
 * An exponential moving average of one parameter, for {@link AveragedModel}.
 *
 * @param decay - The weight of the old average, from 0 to 1.
 * @throws RangeError for another decay.
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 */
export function getEmaAvgFn(decay = 0.999, ...surplus: []): AvgFn {
  refuseSurplus('getEmaAvgFn', 1, surplus);
  checkDecay(decay);
  return (averaged, current) => noGrad(() => averaged.mul(decay).add(current.mul(1 - decay)));
}

/**
 * The mean of all models so far, of one parameter, for {@link AveragedModel}.
 *
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 */
export function getSwaAvgFn(...args: []): AvgFn {
  takesNothing('getSwaAvgFn', args);
  return (averaged, current, numAveraged) =>
    noGrad(() => averaged.add(current.sub(averaged).div(isTensor(numAveraged) ? numAveraged.add(1) : numAveraged + 1)));
}
