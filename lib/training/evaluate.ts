import { setImmediate } from 'node:timers/promises';
import type { Module } from '../nn/index';
import { inferenceMode, noGrad } from '../autograd/modes';
import { type Tensor, isTensor, keep, scope } from '../ops/tensor-methods';
import { type Batches, iteratorOf, moveTo, ownsBatches, tensorsIn } from './batch';
import type { Evaluation } from './events';
import type { Settings } from './settings';
import { compute } from './step';
import { AbortedElsewhere } from './strategy/agreement';
import type { Strategy } from './strategy/strategy';
import { TrainingError } from './errors';
import { show } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import type { Tally } from './tally';

/** Puts a model and everything below into eval mode until `restore`, which brings each module's own mode back. */
export function evaluating(model: Module): () => void {
  const modes = model.modules().map((module) => [module, module.training] as const);
  model.eval();
  return () => modes.forEach(([module, training]) => (module.training = training));
}

/** Runs `visit` with each batch, one turn of the event loop for each. Returns how many there were. */
async function eachBatch<B>(
  { disposeBatches }: Settings<B>,
  loader: Batches<B>,
  visit: (batch: B) => void,
  signal: AbortSignal | null,
): Promise<number> {
  const dispose = disposeBatches ?? ownsBatches(loader);
  const iterator = iteratorOf(loader);
  try {
    for (let count = 0; ; count++) {
      signal?.throwIfAborted();
      const next = await iterator.next();
      if (next.done) return count;
      const batch: B = await next.value;
      visit(batch);
      if (dispose) for (const tensor of tensorsIn(batch)) tensor.dispose();
      await setImmediate();
    }
  } finally {
    await iterator.return?.();
  }
}

/** The loss and the metrics over a loader, without gradients and in eval mode. */
export async function evaluate<B>(
  settings: Settings<B>,
  loader: Batches<B>,
  tally: Tally,
  signal: AbortSignal | null,
  strategy: Strategy,
): Promise<Evaluation> {
  const restore = evaluating(settings.model);
  tally.reset();
  const several = strategy.size > 1;
  try {
    const visit = (batch: B): void =>
      scope(() =>
        inferenceMode(() => {
          const computed = compute(settings, batch);
          tally.add(Number(computed.loss.item()), computed);
        }),
      );
    // Ranks meet at the end of the pass: none of them leaves it before.
    const count = await eachBatch(settings, loader, visit, several ? null : signal);
    if (several) return await together(tally, strategy, signal);
    if (count === 0) throw nothingToEvaluate();
    return tally.result;
  } finally {
    restore();
  }
}

/** What all ranks have come to. */
async function together(tally: Tally, strategy: Strategy, signal: AbortSignal | null): Promise<Evaluation> {
  const ranks = await strategy.gather({ tally: tally.stateDict(), aborted: signal?.aborted ?? false });
  signal?.throwIfAborted();
  if (ranks.some(({ aborted }) => aborted)) throw new AbortedElsewhere('another rank was aborted');
  const result = tally.together(ranks.map((rank) => rank.tally));
  if (result.samples === 0) throw nothingToEvaluate();
  return result;
}

/** A mean over nothing would be NaN. */
function nothingToEvaluate(): TrainingError {
  return new TrainingError('the loader to evaluate gave no batches; a generator gives its batches once', {
    code: 'ERR_TRAINING_NO_BATCHES',
  });
}

/** The model's outputs, one for each batch: those of all ranks if there is a strategy by which they have shared them out. */
export async function predict<B>(
  settings: Settings<B>,
  loader: Batches<B> | Tensor,
  signal: AbortSignal | null,
  strategy: Strategy | null = null,
): Promise<Tensor[]> {
  const restore = evaluating(settings.model);
  const outputs: Tensor[] = [];
  try {
    const visit = (batch: B): void => {
      const output = scope(() => noGrad(() => predictOne(settings, batch)));
      outputs.push(keep(output));
    };
    const batches = (isTensor(loader) ? [loader] : loader) as Batches<B>;
    const own = isTensor(loader) ? { ...settings, disposeBatches: false } : settings;
    await eachBatch(own, batches, visit, strategy ? null : signal);
    return strategy ? await interleaved(outputs, strategy, signal) : outputs;
  } catch (error) {
    for (const output of outputs) output.dispose();
    throw error;
  } finally {
    restore();
  }
}

/** Of n ranks, rank r has the outputs r, r + n, …: all of them, in order. */
async function interleaved(
  outputs: readonly Tensor[],
  strategy: Strategy,
  signal: AbortSignal | null,
): Promise<Tensor[]> {
  // A part of a tensor would be sent as the whole of it.
  const copies = outputs.map((output) => output.clone());
  const ranks = await strategy.gather({ outputs: copies, aborted: signal?.aborted ?? false });
  for (const tensor of [...copies, ...outputs]) tensor.dispose();
  signal?.throwIfAborted();
  if (ranks.some(({ aborted }) => aborted)) throw new AbortedElsewhere('another rank was aborted');
  const count = ranks.reduce((sum, rank) => sum + rank.outputs.length, 0);
  return Array.from({ length: count }, (_, i) => {
    const output = ranks[i % ranks.length]?.outputs[Math.floor(i / ranks.length)];
    if (output) return output;
    throw runtimeError('Trainer: the ranks have predicted different loaders: give predict() the same one on all ranks');
  });
}

function predictOne<B>(settings: Settings<B>, original: B): Tensor {
  const { model, device, predictStep } = settings;
  const batch = device === null ? original : moveTo(original, device);
  const result: unknown = settings.autocast(() =>
    predictStep ? predictStep(batch, model) : (model.forward as Forward).call(model, inputOf(batch)),
  );
  const output: unknown = Array.isArray(result) && !predictStep ? result[0] : result;
  if (isTensor(output)) return output;
  throw typeError(`Trainer: ${predictStep ? 'predictStep' : 'the model'} should return a Tensor, got ${show(output)}`);
}

type Forward = (input: Tensor) => unknown;

function inputOf(batch: unknown): Tensor {
  const input: unknown = Array.isArray(batch) ? batch[0] : batch;
  if (isTensor(input)) return input;
  throw typeError(
    `Trainer: to predict, a batch should be a Tensor or [input, …], got ${show(batch)}; give a predictStep for others`,
  );
}
