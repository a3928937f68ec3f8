import { setImmediate } from 'node:timers/promises';
import type { nn, Tensor } from '../index';
import * as torch from '../index';
import { isHooked, isPlain } from '../nn/module-hooks';
import { isRecorded } from '../nn/recorded';
import { TURN_MS } from '../native/turns';

/**
 * One description of a computation for two ways to run it: at once, or with its heavy parts off the thread of
 * JavaScript. It is a generator that hands out each heavy layer with its input, and is given the output.
 */

/** A layer with its input, or null: a place where the event loop may have its turn. */
export type Call = readonly [layer: Required<Layer>, input: Tensor] | null;
/** A computation in steps. */
export type Steps<T> = Generator<Call, T, Tensor | null>;

/** A module of one tensor, some of which can run off the thread. */
export interface Layer extends nn.Module {
  forward(input: Tensor): Tensor;
  forwardAsync?(input: Tensor): Promise<Tensor>;
}

/** A module whose `forward` runs its steps. */
interface Stepped<A extends readonly unknown[], R> extends nn.Module {
  steps(...inputs: A): Steps<R>;
}

/** When the turn of the steps began that run now; null where they run at once. */
let turn: number | null = null;

/** From how many multiplications on a layer runs off the thread: some milliseconds on one core. */
const HEAVY = 2e7;

/** Whether steps that run now are to hand out what is heavy. */
export function isInTurns(): boolean {
  return turn !== null;
}

/** Runs a layer as a step. */
export function* call(layer: Layer, input: Tensor): Steps<Tensor> {
  if (turn === null) return layer.forward(input);
  if (isHeavy(layer, input)) return (yield [layer as Required<Layer>, input]) as Tensor;
  yield* pause();
  return layer.forward(input);
}

/**
 * Runs what linear layers compute as one step; gives null where they are to be run one by one: they are heavy, somebody sees each
 * of them, or another class stands in their place.
 */
export function* together<R>(layers: readonly nn.Linear[], input: Tensor, run: () => R): Steps<R | null> {
  if (isRecorded() || !layers.every((layer) => isPlain(layer, torch.nn.Linear) && !isHooked(layer))) return null;
  if (turn !== null) {
    if (rows(input) * layers.reduce((sum, { weight }) => sum + weight.numel(), 0) > HEAVY) return null;
    yield* pause();
  }
  return run();
}

/** Runs a module of several steps: by its `forward`, which hooks see, where it has hooks or all runs at once. */
export function* through<A extends readonly unknown[], R>(module: Stepped<A, R>, ...inputs: A): Steps<R> {
  if (turn !== null && module.state.hooks === null) return yield* module.steps(...inputs);
  return (module as unknown as { forward(...given: A): R }).forward(...inputs);
}

/** A place where the event loop may have its turn. */
export function* pause(): Steps<void> {
  if (turn !== null && performance.now() - turn > TURN_MS) yield null;
}

function withTurn<R>(began: number | null, body: () => R): R {
  const before = turn;
  turn = began;
  try {
    return body();
  } finally {
    turn = before;
  }
}

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  return withTurn(null, () => {
    const { done, value } = steps.next(null);
    if (!done) throw new Error('a step was handed out though all run at once');
    return value;
  });
}

function isHeavy(layer: Layer, input: Tensor): boolean {
  const { weight } = layer as { weight?: unknown };
  if (!layer.forwardAsync || !(weight instanceof torch.Tensor) || weight.ndim !== 2) return false;
  return rows(input) * weight.numel() > HEAVY;
}

function rows(input: Tensor): number {
  const width = input.shape.at(-1) ?? 1;
  return width === 0 ? 0 : input.numel() / width;
}

/** Runs the steps with heavy layers off the thread; between the others the event loop has its turn. */
export async function runStepsAsync<T>(steps: Steps<T>, signal: AbortSignal | null = null): Promise<T> {
  const resume = (output: Tensor | null): IteratorResult<Call, T> =>
    withTurn(performance.now(), () => torch.noGrad(() => steps.next(output)));
  let next = resume(null);
  while (!next.done) {
    const step: Call = next.value;
    let output: Tensor | null = null;
    if (step) {
      const [layer, input] = step;
      // In an object, since a mode is over before a promise is settled.
      const { started } = torch.noGrad(() => ({ started: layer.forwardAsync(input) }));
      output = await started;
    } else {
      await setImmediate();
    }
    signal?.throwIfAborted();
    next = resume(output);
  }
  return next.value;
}
