import { isTensor, type Tensor } from '../tensor-methods';
import { moveTo, samplesIn } from './batch';
import type { Settings, StepOutput } from './options';
import { typeError } from '../errors';

/** A batch after its forward pass. */
export interface Computed {
  readonly input: Tensor | null;
  readonly loss: Tensor;
  readonly output: Tensor | null;
  readonly target: Tensor | null;
  readonly samples: number;
}

function firstOf(output: unknown): Tensor {
  const first: unknown = Array.isArray(output) ? output[0] : output;
  if (isTensor(first)) return first;
  throw typeError('Trainer: the model returned no Tensor; give a trainingStep that computes the loss');
}

/** Runs the model and the loss on one batch: the default step, or the user's own. */
export function compute<B>(settings: Settings<B>, original: B): Computed {
  const batch = settings.device === null ? original : moveTo(original, settings.device);
  const { trainingStep } = settings;
  if (trainingStep) {
    const result = trainingStep(batch, settings.model);
    const step: StepOutput = isTensor(result) ? { loss: result } : result;
    if (!isTensor(step?.loss)) throw typeError('Trainer: trainingStep should return a loss or { loss, … }');
    const { output = null, target = null, samples = samplesIn(batch) } = step;
    return { input: null, loss: step.loss, output, target, samples };
  }
  const [input, target] = inputAndTarget(batch);
  return settings.autocast(() => {
    const output = firstOf((settings.model as unknown as { forward(input: Tensor): unknown }).forward(input));
    return { input, output, target, loss: lossOf(settings, output, target), samples: samplesIn(batch) };
  });
}

function inputAndTarget(batch: unknown): [Tensor, Tensor] {
  if (Array.isArray(batch) && batch.length === 2 && isTensor(batch[0]) && isTensor(batch[1])) {
    return batch as [Tensor, Tensor];
  }
  throw typeError('Trainer: a batch should be [input, target]; for other batches give a trainingStep');
}

function lossOf<B>({ loss }: Settings<B>, output: Tensor, target: Tensor): Tensor {
  const args = [output, target] as [never, never];
  const value = typeof loss === 'function' ? loss(...args) : loss?.forward(...args);
  if (!isTensor(value) || value.numel() !== 1) {
    throw typeError("Trainer: the loss should be one number: use reduction 'mean' or 'sum', or a trainingStep");
  }
  return value;
}
