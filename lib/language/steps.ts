import { setImmediate } from 'node:timers/promises';
import type { nn, Tensor } from '../index';
import * as torch from '../index';

/**
 * One description of a computation for two ways to run it: at once, or with its heavy parts off the thread of
 * JavaScript. It is a generator that hands out each layer with its input, and is given the output.
 */

/** A layer with its input, or null: a place where the event loop may have its turn. */
export type Call = readonly [layer: Layer, input: Tensor] | null;
/** A computation in steps. */
export type Steps<T> = Generator<Call, T, Tensor | null>;

/** A module of one tensor, some of which can run off the thread. */
export interface Layer extends nn.Module {
  forward(input: Tensor): Tensor;
  forwardAsync?(input: Tensor): Promise<Tensor>;
}

/** Runs a layer as a step. */
export function* call(layer: Layer, input: Tensor): Steps<Tensor> {
  return (yield [layer, input]) as Tensor;
}

/** A place where the event loop may have its turn. */
export function* pause(): Steps<void> {
  yield null;
}

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  let next = steps.next(null);
  while (!next.done) {
    const step: Call = next.value;
    next = steps.next(step && step[0].forward(step[1]));
  }
  return next.value;
}

/** For how many milliseconds the event loop may wait. */
const TURN_MS = 8;
/** From how many multiplications on a layer runs off the thread: some milliseconds on one core. */
const HEAVY = 2e7;

function isHeavy(layer: Layer, input: Tensor): boolean {
  const { weight } = layer as { weight?: unknown };
  return weight instanceof torch.Tensor && weight.ndim === 2 && rows(input) * weight.numel() > HEAVY;
}

function rows(input: Tensor): number {
  const width = input.shape.at(-1) ?? 1;
  return width === 0 ? 0 : input.numel() / width;
}

/** Runs the steps with heavy layers off the thread; between the others the event loop has its turn. */
export async function runStepsAsync<T>(steps: Steps<T>, signal: AbortSignal | null = null): Promise<T> {
  let since = performance.now();
  let next = torch.noGrad(() => steps.next(null));
  while (!next.done) {
    const step: Call = next.value;
    let output: Tensor | null = null;
    if (step && step[0].forwardAsync && isHeavy(...step)) {
      // In an object, since a mode is over before a promise is settled.
      const { started } = torch.noGrad(() => ({ started: (step[0] as Required<Layer>).forwardAsync(step[1]) }));
      output = await started;
      since = performance.now();
    } else {
      if (performance.now() - since > TURN_MS) {
        await setImmediate();
        since = performance.now();
      }
      output = step && torch.noGrad(() => step[0].forward(step[1]));
    }
    signal?.throwIfAborted();
    next = torch.noGrad(() => steps.next(output));
  }
  return next.value;
}
