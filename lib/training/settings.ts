import type { Field } from '../arguments/fields';
import { bool, choice, count, either, int, nullable, optional, signal, str, value } from '../arguments/fields';
import { isObject, isPlainObject } from '../arguments/plain-object';
import { readOptions } from '../arguments/read';
import { FACTORY } from '../tensor/arguments';
import { typeError } from '../errors';
import { positive } from './settings-fields';
import type { Strategy } from './strategy/strategy';
import { isTensor } from '../ops/tensor-methods';
import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { Callback } from './callback';
import type { Figures, Metric } from './metrics/metric';
import type { Batches } from './batch';
import type {
  FitOptions,
  Loss,
  PassOptions,
  PredictStep,
  ScalerLike,
  SchedulerLike,
  SchedulerPlan,
  TrainerOptions,
  TrainingStep,
} from './options';

/** The tables by which the options of a trainer and of its calls are read. */

/** Whether `given` is an object with all these methods. */
function hasMethods(given: unknown, ...names: readonly string[]): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return names.every((name) => typeof (given as Readonly<Record<string, unknown>>)[name] === 'function');
}

/** An object with methods. @internal */
export function withMethods<T>(expects: string, ...names: readonly string[]): Field<T> {
  return value<T>(`${expects}, with the method${names.length > 1 ? 's' : ''} ${names.join(', ')}`, (v) =>
    hasMethods(v, ...names),
  );
}

/** An integer of at least `least`, or Infinity. @internal */
export function limit(least: number, fallback?: number): Field<number> {
  const { fits, expects } = count(least);
  return value<number>(`${expects}, or Infinity`, (v) => v === Infinity || fits(v), fallback);
}

/** An object of names. A Map would have none. @internal */
export const plain = <T = Readonly<Record<string, unknown>>>(fallback?: T): Field<T> =>
  value<T>('an object', isPlainObject, fallback);

/** Whether something can be called without `new`. */
function isCallable(given: unknown): boolean {
  return typeof given === 'function' && !/^class\b/.test(Function.prototype.toString.call(given));
}

/** A function; a class is none. */
const callable = <F>(): Field<F> => value<F>('a function', isCallable);

const isModule = (v: unknown): boolean => hasMethods(v, 'forward', 'parameters', 'stateDict', 'train', 'eval');

const STRATEGY = withMethods<Strategy>(
  'a strategy',
  ...['setUp', 'wrap', 'shard', 'alone', 'averageGradients', 'shareBuffers', 'sum', 'sumNow', 'gather', 'fail'],
);

/** Epochs, with the first among them, and how many batches make a step from each on. */
function isSchedule(given: unknown): boolean {
  if (!isPlainObject(given) || !Object.hasOwn(given, '0')) return false;
  return Object.entries(given).every(
    ([epoch, n]) => /^\d+$/.test(epoch) && Number.isSafeInteger(n) && (n as number) > 0,
  );
}

const TRAINER = {
  model: value<Module>('an nn.Module', isModule),
  loss: nullable(
    value<Loss>('a module (made with `new`) or a function', (v) => hasMethods(v, 'forward') || isCallable(v)),
  ),
  optimizer: withMethods<Optimizer>('an optimizer', 'step', 'zeroGrad', 'stateDict', 'loadStateDict'),
  scheduler: nullable(
    value<SchedulerLike | SchedulerPlan>('a scheduler or { scheduler, interval, monitor }', isObject),
  ),
  metrics: plain<Readonly<Record<string, Metric<Figures>>>>({}),
  callbacks: value<readonly Callback[]>('an array of callbacks', (v) => Array.isArray(v), []),
  maxEpochs: optional(limit(0)),
  maxSteps: limit(0, Infinity),
  clipGradNorm: nullable(positive()),
  accumulate: either(count(1), value<Readonly<Record<number, number>>>('a schedule { epoch: batches }', isSchedule), 1),
  warmup: count(0, 0),
  overfitBatches: nullable(count(1)),
  fastDevRun: either(bool(), count(1), false),
  scaler: nullable(
    withMethods<ScalerLike>('a GradScaler', 'scale', 'unscale_', 'step', 'update', 'stateDict', 'loadStateDict'),
  ),
  autocast: optional(nullable(callable<NonNullable<TrainerOptions['autocast']>>())),
  device: FACTORY.device,
  seed: nullable(
    either(
      int(),
      value<bigint>('a bigint', (v) => typeof v === 'bigint'),
    ),
  ),
  logEvery: limit(1, 1),
  trainingStep: nullable(callable<TrainingStep<never>>()),
  predictStep: nullable(callable<PredictStep<never>>()),
  onNaN: choice(['throw', 'skip', 'ignore'], 'throw'),
  checks: choice(['error', 'warn', 'off'], 'error'),
  disposeBatches: optional(bool()),
  strategy: either(choice(['auto', 'ddp', 'single']), STRATEGY, 'auto'),
};

const SCHEDULER = withMethods<SchedulerLike>('a scheduler', 'step', 'stateDict', 'loadStateDict');

const PLAN = {
  scheduler: SCHEDULER,
  interval: choice(['epoch', 'step'], 'epoch'),
  monitor: bool(false),
};

const FIT = {
  validation: nullable(value<Batches<unknown>>('a DataLoader or another iterable of batches', isObject)),
  validateEvery: limit(1, 1),
  signal: signal(),
  resumeFrom: nullable(str()),
  resume: optional(bool()),
  handleSignals: bool(false),
};

const PASS = { signal: signal() };

/** The options with their defaults, checked. */
export type Settings<B> = ReturnType<typeof settingsOf<B>>;

/** Checks a trainer's options and fills in their defaults. @internal */
export function settingsOf<B>(options: TrainerOptions<B>, label = 'Trainer') {
  const read = readOptions(label, TRAINER, options);
  if (!read.loss && !read.trainingStep) throw typeError(`${label}(): give a loss or a trainingStep`);
  checkMetrics(label, read.metrics);
  checkCallbacks(label, read.callbacks);
  const { maxEpochs, maxSteps } = read;
  return {
    ...read,
    scheduler: planOf(label, read.scheduler),
    maxEpochs: maxEpochs ?? (maxSteps === Infinity ? 1 : Infinity),
    autocast: (read.autocast ?? ((body: () => unknown) => body())) as <R>(body: () => R) => R,
    trainingStep: read.trainingStep as TrainingStep<B> | null,
    predictStep: read.predictStep as PredictStep<B> | null,
  } as const;
}

function planOf(label: string, given: SchedulerLike | SchedulerPlan | null): Required<SchedulerPlan> | null {
  if (given === null) return null;
  const isPlan = isPlainObject(given) && !hasMethods(given, 'step');
  return readOptions(`${label}.scheduler`, PLAN, isPlan ? given : { scheduler: given });
}

function checkMetrics(label: string, metrics: Readonly<Record<string, Metric<Figures>>>): void {
  const methods = ['reset', 'update', 'compute', 'stateDict', 'loadStateDict'];
  for (const [name, metric] of Object.entries(metrics)) {
    if (hasMethods(metric, ...methods)) continue;
    throw typeError(`${label}(): the metric '${name}' should have the methods ${methods.join(', ')}`);
  }
}

function checkCallbacks(label: string, callbacks: readonly Callback[]): void {
  const names = new Set<string>();
  for (const [i, callback] of callbacks.entries()) {
    if (!hasMethods(callback, 'on') || typeof callback.name !== 'string') {
      throw typeError(`${label}(): callback ${i} should have a name and a method on(event, run)`);
    }
    if (names.has(callback.name)) throw typeError(`${label}(): two callbacks are called '${callback.name}'`);
    names.add(callback.name);
  }
}

/** A call's options with their defaults. */
export interface FitSettings<B> {
  readonly validation: Batches<B> | null;
  readonly validateEvery: number;
  readonly signal: AbortSignal | null;
  readonly resumeFrom: string | null;
  readonly resume?: boolean | undefined;
  readonly handleSignals: boolean;
}

/** @internal */
export function fitSettings<B>(options: FitOptions<B>): FitSettings<B> {
  const read = readOptions('fit', FIT, options);
  if (isTensor(read.validation)) throw typeError("fit(): 'validation' should be an iterable of batches, got a Tensor");
  return read as FitSettings<B>;
}

/** @internal */
export function passSettings(label: string, options: PassOptions): { readonly signal: AbortSignal | null } {
  return readOptions(label, PASS, options);
}
