import { setImmediate } from 'node:timers/promises';
import { scope } from '../ops/tensor-methods';
import { type Batches, iteratorOf } from './batch';
import type { TrainerOptions } from './options';
import { type Settings, settingsOf } from './settings';
import { positive } from './settings-fields';
import { clone } from '../ops/generated/functions';
import { noGrad } from '../autograd/modes';
import { load } from '../serialization/load';
import { saveToBuffer } from '../serialization/save';
import { compute, requireGraph } from './step';
import { count, value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { valueError } from '../errors';
import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import { noBatches } from './errors';

const OPTIONS = {
  from: positive(1e-7),
  to: positive(10),
  steps: count(2, 100),
  diverged: value<number>('a number greater than 1', (v) => typeof v === 'number' && v > 1, 4),
};

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
  /** The learning rates that were tried. */
  readonly rates: readonly number[];
  /** The loss at each of them. */
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
  search: LearningRateFinderOptions = {},
  ...surplus: []
): Promise<LearningRateSearch> {
  refuseSurplus('findLearningRate', 3, surplus);
  const { from, to, steps, diverged } = readOptions('findLearningRate', OPTIONS, search);
  if (!(to > from)) throw valueError(`findLearningRate(): 'to' should be greater than 'from', got ${to} and ${from}`);
  const settings = settingsOf(options, 'findLearningRate');
  const restore = remember(settings.model, settings.optimizer);
  const rates: number[] = [];
  const losses: number[] = [];
  let smoothed = 0;
  const batches = endless(loader);
  try {
    for (let i = 0; i < steps; i++) {
      const batch = await batches.next();
      const rate = from * (to / from) ** (i / (steps - 1));
      for (const group of settings.optimizer.paramGroups) group.lr = rate;
      smoothed = 0.9 * smoothed + 0.1 * scope(() => trainOnce(settings, batch.value, i));
      const mean = smoothed / (1 - 0.9 ** (i + 1));
      if (!Number.isFinite(mean) || (i > 5 && mean > diverged * Math.min(...losses))) break;
      rates.push(rate);
      losses.push(mean);
      await setImmediate();
    }
  } finally {
    await batches.return(undefined as never);
    restore();
  }
  return { rates, losses, suggestion: steepest(rates, losses) };
}

/** Batches of a loader that is begun again at its end. */
async function* endless<B>(loader: Batches<B>): AsyncGenerator<B, never, void> {
  while (true) {
    const iterator = iteratorOf(loader);
    try {
      let next = await iterator.next();
      if (next.done) throw noBatches({ step: 0, epoch: 0 });
      for (; !next.done; next = await iterator.next()) yield await next.value;
    } finally {
      await iterator.return?.();
    }
  }
}

function trainOnce<B>(settings: Settings<B>, batch: B, step: number): number {
  const { optimizer } = settings;
  optimizer.zeroGrad();
  const { loss } = compute(settings, batch);
  requireGraph(settings, loss, { step, epoch: 0, batch: step });
  loss.backward();
  optimizer.step();
  return Number(loss.item());
}

/** Copies the state of a model and its optimizer. Returns what brings it back. */
function remember(model: Module, optimizer: Optimizer): () => void {
  const weights = noGrad(() => Object.entries(model.stateDict()).map(([name, t]) => [name, clone(t)] as const));
  const before = saveToBuffer(optimizer.stateDict());
  return () => {
    model.loadStateDict(Object.fromEntries(weights));
    for (const [, tensor] of weights) tensor.dispose();
    optimizer.loadStateDict(load<never>(before));
    optimizer.zeroGrad();
  };
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
