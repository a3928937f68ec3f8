import { setImmediate } from 'node:timers/promises';
import type { Module } from '../nn/index';
import { inferenceMode, noGrad } from '../autograd/modes';
import { type Tensor, isTensor, keep, scope } from '../tensor-methods';
import { iteratorOf, moveTo, ownsBatches, tensorsIn } from './batch';
import type { Evaluation } from './events';
import type { Batches, Settings } from './options';
import { compute } from './step';
import type { Tally } from './tally';

/** Puts a model and everything below into eval mode until `restore`, which brings each module's own mode back. */
export function evaluating(model: Module): () => void {
  const modes = model.modules().map((module) => [module, module.training] as const);
  model.eval();
  return () => modes.forEach(([module, training]) => (module.training = training));
}

/** Runs `visit` with each batch, one turn of the event loop for each. */
async function eachBatch<B>(
  { disposeBatches }: Settings<B>,
  loader: Batches<B>,
  visit: (batch: B) => void,
  signal?: AbortSignal | null,
): Promise<void> {
  const dispose = disposeBatches ?? ownsBatches(loader);
  const iterator = iteratorOf(loader);
  try {
    while (true) {
      signal?.throwIfAborted();
      const next = await iterator.next();
      if (next.done) return;
      visit(next.value);
      if (dispose) for (const tensor of tensorsIn(next.value)) tensor.dispose();
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
  signal?: AbortSignal | null,
): Promise<Evaluation> {
  const restore = evaluating(settings.model);
  tally.reset();
  try {
    const visit = (batch: B): void =>
      scope(() =>
        inferenceMode(() => {
          const computed = compute(settings, batch);
          tally.add(Number(computed.loss.item()), computed);
        }),
      );
    await eachBatch(settings, loader, visit, signal);
    return tally.result;
  } finally {
    restore();
  }
}

/** The model's outputs, one for each batch. */
export async function predict<B>(settings: Settings<B>, loader: Batches<B> | Tensor): Promise<Tensor[]> {
  const restore = evaluating(settings.model);
  const outputs: Tensor[] = [];
  const forward = settings.model.forward as (input: unknown) => unknown;
  try {
    const visit = (batch: B): void => {
      const output = scope(() => {
        const moved = settings.device === null ? batch : moveTo(batch, settings.device);
        const input: unknown = Array.isArray(moved) ? moved[0] : moved;
        const result = noGrad(() => settings.autocast(() => forward.call(settings.model, input)));
        return (Array.isArray(result) ? result[0] : result) as Tensor;
      });
      outputs.push(keep(output));
    };
    const batches = (isTensor(loader) ? [loader] : loader) as Batches<B>;
    await eachBatch(isTensor(loader) ? { ...settings, disposeBatches: false } : settings, batches, visit);
    return outputs;
  } finally {
    restore();
  }
}
