import { bool, callback, choice, int, keyword, nullable, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { type ModeGuard, during, guard, isGradEnabled } from '../../autograd/modes';
import { typeError, valueError } from '../../errors';
import { Module } from '../../nn/module';
import { Sequential } from '../../nn/containers/module-list';
import type { Tensor } from '../../ops/tensor-methods';
import { refuseLater, requireSynchronous } from '../../arguments/synchronous';
import { debugContexts } from './debug';
import { Frame, defaultMetadata } from './frame';
import { checkpointReentrant } from './reentrant';
import type { Around } from './selective';
import { AutocastState, RandomState } from './surroundings';

/** A module, or a synchronous function of tensors and other values. */
export type Segment = Module | ((...inputs: never[]) => unknown);

/** The options of {@link checkpoint}. */
export interface CheckpointOptions {
  /**
   * How: false uses hooks on saved tensors, which works with every kind of backward; true uses a second backward within the
   * first, PyTorch's older way. @defaultValue what PyTorch recommends: false. Python
   * has no fixed default, and warns
   */
  readonly useReentrant?: boolean;
  /** Draw the same random numbers, as for dropout, in the second run. @defaultValue true */
  readonly preserveRngState?: boolean;
  /** Two contexts, of which the first is around the first run, and the second around the second. @defaultValue none */
  readonly contextFn?: (() => readonly [forward: Around, recompute: Around]) | null;
  /** What of saved tensors is compared between both runs: shape, dtype and device, or nothing. @defaultValue 'default' */
  readonly determinismCheck?: 'default' | 'none';
  /** Add to errors what operators ran in both runs. @defaultValue false */
  readonly debug?: boolean;
  /** End the second run once everything has been computed that the backward needs. @defaultValue true */
  readonly earlyStop?: boolean;
}

const OPTIONS = {
  useReentrant: keyword(bool(false)),
  preserveRngState: keyword(bool(true)),
  contextFn: keyword(nullable(callback<() => readonly [Around, Around]>())),
  determinismCheck: keyword(choice(['default', 'none'], 'default')),
  debug: keyword(bool(false)),
  earlyStop: keyword(bool(true)),
};

const FIELDS = {
  function: value<Segment>('a module or a function', (v) => v instanceof Module || typeof v === 'function'),
  inputs: value<readonly unknown[]>('an array', Array.isArray),
  ...OPTIONS,
};

/** Null leaves it to the option. */
let earlyStopHere: boolean | null = null;
let debugHere: boolean | null = null;

const SYNCHRONOUS = 'A checkpointed function is run twice, and must have ended when it returns.';

function runner(segment: Segment): (...inputs: unknown[]) => unknown {
  if (segment instanceof Module) return (...inputs) => Reflect.apply(segment.forward, segment, inputs);
  requireSynchronous('checkpoint', segment, SYNCHRONOUS);
  return (...inputs) => {
    const result: unknown = Reflect.apply(segment as (...given: unknown[]) => unknown, undefined, inputs);
    refuseLater('checkpoint', result, SYNCHRONOUS);
    return result;
  };
}

type Read = Required<CheckpointOptions>;

const NO_CONTEXTS: readonly [Around, Around] = [(body) => body(), (body) => body()];

function contextsOf({ contextFn, debug }: Read): {
  contexts: readonly [Around, Around];
  explain: ReturnType<typeof debugContexts>['explain'] | null;
} {
  if (debugHere ?? debug) {
    if (contextFn) throw valueError('debug=True is incompatible with non-default context_fn');
    return debugContexts();
  }
  const contexts: unknown = contextFn ? contextFn() : NO_CONTEXTS;
  const pair = Array.isArray(contexts) && contexts.length === 2 && contexts.every((one) => typeof one === 'function');
  if (!pair) throw typeError('contextFn must return two functions that take a body and run it');
  return { contexts: contexts as unknown as readonly [Around, Around], explain: null };
}

function withoutReentrant(run: (...inputs: unknown[]) => unknown, inputs: readonly unknown[], options: Read): unknown {
  const { contexts, explain } = contextsOf(options);
  const random = options.preserveRngState ? new RandomState(inputs) : null;
  const autocast = new AutocastState();
  const recompute = (given: readonly unknown[]): void => {
    const body = (): unknown => autocast.run(() => contexts[1](() => run(...given)));
    if (random) random.run(body);
    else body();
  };
  if (!isGradEnabled()) return run(...inputs);
  const frame = new Frame(inputs, {
    recompute,
    explain,
    earlyStop: earlyStopHere ?? options.earlyStop,
    metadata: options.determinismCheck === 'default' ? defaultMetadata : null,
  });
  return frame.run(() => contexts[0](() => run(...inputs)));
}

/**
 * Calls a module or function without keeping what backward needs of it: backward calls it a second time, and has to find the same
 * then. Inputs are given as an array.
 *
 * Unlike Python, which asks for `useReentrant`, this takes false for granted, which Python recommends: it works for whatever the
 * function uses, in `backward` with `inputs`, in `autograd.grad`, for second derivatives, and nested.
 *
 * @throws CheckpointError in `backward` if the second run has saved other tensors than the first
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.checkpoint
 * @example
 * const block = new nn.Sequential(new nn.Linear(8, 8), new nn.ReLU(), new nn.Dropout(0.1));
 * const input = torch.randn([4, 8]);
 * const output = torch.utils.checkpoint.checkpoint(block, [input]) as torch.Tensor;
 * output.sum().backward();
 */
export function checkpoint(segment: Segment, inputs: readonly unknown[], options?: CheckpointOptions): unknown;
export function checkpoint(...args: readonly unknown[]): unknown {
  const { function: segment, inputs, ...options } = readArguments('checkpoint', FIELDS, args);
  const run = runner(segment);
  if (!options.useReentrant) return withoutReentrant(run, inputs, options);
  if (options.contextFn || options.debug) {
    throw valueError('Passing `context_fn` or `debug` is only supported when use_reentrant=False.');
  }
  return checkpointReentrant(run, inputs, options.preserveRngState);
}

const SEQUENTIAL = {
  functions: value<Sequential | readonly Segment[]>(
    'a Sequential or an array of modules and functions',
    (v) => v instanceof Sequential || Array.isArray(v),
  ),
  segments: int(),
  input: value<Tensor>('a Tensor', () => true),
  useReentrant: bool(false),
  preserveRngState: keyword(bool(true)),
};

/**
 * Runs modules or functions one after the other, in a number of segments. All except the last are checkpointed.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.checkpoint_sequential
 * @example
 * const layers = new nn.Sequential(new nn.Linear(4, 4), new nn.ReLU(), new nn.Linear(4, 2));
 * torch.utils.checkpoint.checkpointSequential(layers, 2, torch.randn([3, 4])).sum().backward();
 */
export function checkpointSequential(
  functions: Sequential | readonly Segment[],
  segments: number,
  input: Tensor,
  options?: boolean | Pick<CheckpointOptions, 'useReentrant' | 'preserveRngState'>,
): Tensor;
export function checkpointSequential(...args: readonly unknown[]): Tensor {
  const read = readArguments('checkpointSequential', SEQUENTIAL, args);
  const { segments, useReentrant, preserveRngState } = read;
  const list = [...(read.functions as Iterable<Segment>)].map(runner);
  if (segments < 1 || segments > list.length) {
    throw typeError(
      `checkpointSequential(): ${list.length} modules make 1 to ${list.length} segments, not ${segments}`,
    );
  }
  const size = Math.floor(list.length / segments);
  const part =
    (from: number, to: number) =>
    (given: unknown): unknown =>
      list.slice(from, to).reduce((value, run) => run(value), given);
  let result: unknown = read.input;
  for (let i = 0; i < segments - 1; i++) {
    const inputs = [result];
    result = checkpoint(part(i * size, (i + 1) * size), inputs, { useReentrant, preserveRngState });
  }
  return part((segments - 1) * size, list.length)(result) as Tensor;
}

const MAYBE = { enabled: nullable(bool()) };

/**
 * Whether checkpoints end their second run early, whatever their options say; null leaves it to them. It is looked at in the first
 * run.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.set_checkpoint_early_stop
 */
export function setCheckpointEarlyStop(enable: boolean | null): ModeGuard;
export function setCheckpointEarlyStop<R>(enable: boolean | null, body: () => R): R;
export function setCheckpointEarlyStop<R>(enable: boolean | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('setCheckpointEarlyStop', 2, surplus);
  const { enabled } = readArguments('setCheckpointEarlyStop', MAYBE, [enable]);
  const former = earlyStopHere;
  earlyStopHere = enabled;
  return during(
    'setCheckpointEarlyStop',
    guard(() => (earlyStopHere = former)),
    body,
  );
}

/**
 * Whether checkpoints add to their errors what operators ran, whatever their options say; null leaves it to them.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.set_checkpoint_debug_enabled
 */
export function setCheckpointDebugEnabled(enabled: boolean | null): ModeGuard;
export function setCheckpointDebugEnabled<R>(enabled: boolean | null, body: () => R): R;
export function setCheckpointDebugEnabled<R>(enabled: boolean | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('setCheckpointDebugEnabled', 2, surplus);
  const read = readArguments('setCheckpointDebugEnabled', MAYBE, [enabled]);
  const former = debugHere;
  debugHere = read.enabled;
  return during(
    'setCheckpointDebugEnabled',
    guard(() => (debugHere = former)),
    body,
  );
}
