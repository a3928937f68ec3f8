import { isTensor, type Tensor } from '../ops/tensor-methods';
import { moveTo, samplesIn } from './batch';
import { nullable, optional, value } from '../arguments/fields';
import { show } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { readOptions } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { StepOutput } from './options';
import { type Position, noGraph } from './errors';
import type { Settings } from './settings';
import { typeError } from '../errors';

/** A batch after its forward pass, before its loss. */
export interface Forwarded {
  readonly input: Tensor | null;
  readonly output: Tensor | null;
  readonly target: Tensor | null;
}

/** A batch with its loss. */
export interface Computed extends Forwarded {
  readonly loss: Tensor;
  readonly samples: number;
  /** Outputs and targets of their own for metrics, by name. */
  readonly outputs: StepOutput['outputs'] | null;
}

/** Looks at a batch before its loss is computed. */
export type Inspect = (batch: Forwarded) => void;

function arePairs(given: unknown): boolean {
  const isPair = (v: unknown): boolean => Array.isArray(v) && v.length === 2 && v.every(isTensor);
  return isPlainObject(given) && Object.values(given).every(isPair);
}

const STEP_OUTPUT = {
  loss: tensor(),
  output: nullable(tensor()),
  target: nullable(tensor()),
  outputs: nullable(value<NonNullable<StepOutput['outputs']>>('pairs of tensors by name', arePairs)),
  samples: optional(value<number>('a number that is not negative', (v) => typeof v === 'number' && v >= 0)),
};

function firstOf(output: unknown): Tensor {
  const first: unknown = Array.isArray(output) ? output[0] : output;
  if (isTensor(first)) return first;
  throw typeError(`Trainer: the model returned ${show(output)}, no Tensor; give a trainingStep that computes the loss`);
}

/** Runs the model and the loss on one batch: the default step, or the user's own. */
export function compute<B>(settings: Settings<B>, original: B, inspect: Inspect | null = null): Computed {
  const batch = settings.device === null ? original : moveTo(original, settings.device);
  const { trainingStep } = settings;
  if (trainingStep) {
    const step = stepOutput(settings.autocast(() => trainingStep(batch, settings.model)));
    const { loss, output, target, outputs, samples = samplesIn(batch) } = step;
    inspect?.({ input: null, output, target });
    return { input: null, loss: oneNumber(loss), output, target, samples, outputs };
  }
  const [input, target] = inputAndTarget(batch);
  return settings.autocast(() => {
    const output = firstOf((settings.model as unknown as { forward(input: Tensor): unknown }).forward(input));
    inspect?.({ input, output, target });
    return { input, output, target, loss: lossOf(settings, output, target), samples: samplesIn(batch), outputs: null };
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
  return oneNumber(typeof loss === 'function' ? loss(...args) : loss?.forward(...args));
}

/** Fails on a loss from which no gradient can flow. */
export function requireGraph<B>({ trainingStep, model }: Settings<B>, loss: Tensor, position: Position): void {
  if (loss.requiresGrad) return;
  const frozen = model.parameters().every((parameter) => !parameter.requiresGrad);
  throw noGraph(trainingStep ? 'the loss that trainingStep returned' : 'the loss', frozen, position);
}

function oneNumber(loss: unknown): Tensor {
  if (isTensor(loss) && loss.numel() === 1) return loss;
  const given = isTensor(loss) ? `a Tensor [${loss.shape.join(', ')}]` : show(loss);
  throw typeError(
    `Trainer: the loss should be one number, got ${given}: use reduction 'mean' or 'sum', or a trainingStep`,
  );
}

/** What a step of one's own has returned, read as options are. */
function stepOutput(result: unknown) {
  if (isTensor(result)) return { loss: result, output: null, target: null, outputs: null, samples: undefined };
  if (isPlainObject(result)) return readOptions('trainingStep', STEP_OUTPUT, result);
  throw typeError(`Trainer: trainingStep should return a loss or { loss, … }, got ${show(result)}`);
}
