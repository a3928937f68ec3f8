import { scope } from '../tensor-methods';
import { iteratorOf } from './batch';
import { type Batches, type TrainerOptions, settingsOf } from './options';
import { clone } from '../autograd/operators';
import { noGrad } from '../autograd/modes';
import { load } from '../serialization/load';
import { saveToBuffer } from '../serialization/save';
import { compute } from './step';
import { typeError } from '../errors';

export interface LearningRateFinderOptions {
  /** The default is 1e-7. */
  readonly from?: number;
  /** The default is 10. */
  readonly to?: number;
  /** The default is 100. */
  readonly steps?: number;
  /** Ends where the smoothed loss is so many times the least one. The default is 4. */
  readonly diverged?: number;
}

export interface LearningRateSearch {
  readonly rates: readonly number[];
  readonly losses: readonly number[];
  /** Where the loss falls the steepest; null if there were too few steps to say. */
  readonly suggestion: number | null;
}

/**
 * Trains a few steps with a growing learning rate and suggests one. The model and the optimizer are as before
 * afterwards.
 *
 * @example
 * const { suggestion } = await training.findLearningRate({ model, loss, optimizer }, loader);
 */
export async function findLearningRate<B>(
  options: TrainerOptions<B>,
  loader: Batches<B>,
  { from = 1e-7, to = 10, steps = 100, diverged = 4 }: LearningRateFinderOptions = {},
): Promise<LearningRateSearch> {
  if (!(from > 0 && to > from && steps >= 2)) throw typeError('findLearningRate: expected 0 < from < to and 2 steps');
  const settings = settingsOf(options);
  const { model, optimizer } = settings;
  const weights = noGrad(() => Object.entries(model.stateDict()).map(([name, t]) => [name, clone(t)] as const));
  const before = saveToBuffer(optimizer.stateDict());
  const rates: number[] = [];
  const losses: number[] = [];
  let smoothed = 0;
  let iterator = iteratorOf(loader);
  try {
    for (let i = 0; i < steps; i++) {
      let next = await iterator.next();
      if (next.done) next = await (iterator = iteratorOf(loader)).next();
      if (next.done) throw typeError('findLearningRate: the loader has no batches');
      const rate = from * (to / from) ** (i / (steps - 1));
      for (const group of optimizer.paramGroups) group.lr = rate;
      const batch = next.value;
      const loss = scope(() => {
        optimizer.zeroGrad();
        const { loss: value } = compute(settings, batch);
        value.backward();
        optimizer.step();
        return Number(value.item());
      });
      smoothed = 0.9 * smoothed + 0.1 * loss;
      const mean = smoothed / (1 - 0.9 ** (i + 1));
      if (!Number.isFinite(mean) || (i > 5 && mean > diverged * Math.min(...losses))) break;
      rates.push(rate);
      losses.push(mean);
    }
  } finally {
    await iterator.return?.();
    model.loadStateDict(Object.fromEntries(weights));
    for (const [, tensor] of weights) tensor.dispose();
    optimizer.loadStateDict(load<never>(before));
    optimizer.zeroGrad();
  }
  return { rates, losses, suggestion: steepest(rates, losses) };
}

function steepest(rates: readonly number[], losses: readonly number[]): number | null {
  let best: number | null = null;
  let slope = 0;
  for (let i = 1; i < losses.length; i++) {
    const fall = (losses[i] as number) - (losses[i - 1] as number);
    if (fall < slope) [slope, best] = [fall, rates[i] as number];
  }
  return best;
}
