import { typeError, valueError } from '../../errors';
import { refuseSurplus } from '../../arguments/read';

/** Python's slice: null where a bound is left out. */
export class Slice {
  constructor(
    readonly start: number | null = null,
    readonly stop: number | null = null,
    readonly step: number | null = null,
    ...surplus: []
  ) {
    refuseSurplus('Slice', 3, surplus);
    for (const value of [start, stop, step]) {
      if (value !== null && !Number.isSafeInteger(value)) throw typeError(`slice(): ${value} is not a whole number`);
    }
    if (step !== null && step <= 0) throw valueError('slice(): step must be greater than zero');
    Object.freeze(this);
  }
}

/**
 * A slice for {@link Tensor.index}: `slice(stop)` or `slice(start, stop, step)`, as Python's.
 *
 * @example
 * torch.arange(10).index(torch.slice(1, null, 3)).tolist(); // [1, 4, 7]
 */
export function slice(
  startOrStop: number | null,
  stop?: number | null,
  step: number | null = null,
  ...surplus: []
): Slice {
  refuseSurplus('slice', 3, surplus);
  return stop === undefined ? new Slice(null, startOrStop) : new Slice(startOrStop, stop, step);
}
