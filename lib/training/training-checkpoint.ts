import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { getRngStateAll, setRngStateAll } from '../cuda/random';
import { deviceCount } from '../cuda/device';
import { float64 } from '../tensor/dtype';
import { getRngState, setRngState } from '../tensor/generator';
import { load } from '../serialization/load';
import { saveAsync } from '../serialization/save';
import { type Tensor, scope } from '../ops/tensor-methods';
import { tensor } from '../ops/creation/index';
import { messageOf, show } from '../arguments/describe';
import { lengthOf } from './batch';
import { fileError } from '../errors';
import { TrainingError } from './errors';
import type { EpochRecord } from './events';
import type { Run } from './run';

const FORMAT = 'libtorch-node/training';
/** 2 says whether the batches of the epoch are all done. */
const VERSION = 2;

interface Stateful {
  stateDict(): unknown;
  loadStateDict(state: unknown): void;
}

function statefulLoader(run: Run<never>): Stateful | null {
  const loader = run.loader as Partial<Stateful>;
  return typeof loader.stateDict === 'function' && typeof loader.loadStateDict === 'function'
    ? (loader as Stateful)
    : null;
}

/** What each rank needs for itself. */
interface RankState extends RandomState {
  readonly loader: unknown;
  readonly tally: Record<string, unknown>;
}

function rankState(run: Run<never>): RankState {
  // What a rank has left of an epoch that has ended for all is not to come in the next one.
  const loader = run.cutShort && (run.drained || run.batch === 0) ? null : statefulLoader(run)?.stateDict();
  return { loader: loader ?? null, tally: run.tally.stateDict(), ...randomState() };
}

/**
 * Writes a run down: rank 0 does, with the states of all. Where that fails, it fails on all ranks.
 *
 * @internal
 */
export async function saveTogether<B>(run: Run<B>, file: string): Promise<void> {
  const { strategy } = run;
  if (strategy.size === 1) return saveRun(run, file);
  const ranks = await strategy.gather(rankState(run as never));
  const shared = (await strategy.state?.()) ?? null;
  const [why = null] = await strategy.gather(
    strategy.rank === 0 ? await failureOf(() => saveRun(run, file, { ranks, strategy: shared })) : null,
  );
  if (why !== null) throw fileError(strategy.rank === 0 ? why : `rank 0: ${why}`);
}

/** What something fails with; null where it does not. */
async function failureOf(body: () => Promise<void>): Promise<string | null> {
  try {
    await body();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** What the ranks of a distributed run know. */
interface Together {
  /** The states of all ranks; the others are those of rank 0. */
  readonly ranks?: readonly RankState[];
  /** What the strategy needs to go on. */
  readonly strategy?: unknown;
}

/** Everything that a run needs to go on with the same bits. The file is written off the thread, and the run waits for it. */
async function saveRun<B>(run: Run<B>, file: string, together: Together = {}): Promise<void> {
  let written = Promise.resolve();
  // What is written keeps its memory: the tensors that name it may end.
  scope(() => {
    const { settings, history } = run;
    const callbacks = settings.callbacks.filter((callback) => callback.stateDict);
    written = saveAsync(
      {
        format: FORMAT,
        version: VERSION,
        model: settings.model.stateDict(),
        optimizer: settings.optimizer.stateDict(),
        scheduler: settings.scheduler?.scheduler.stateDict() ?? null,
        scaler: settings.scaler?.stateDict() ?? null,
        warmup: run.warmup?.stateDict() ?? null,
        ...rankState(run as never),
        ...together,
        progress: {
          epoch: run.epoch,
          step: run.step,
          batch: run.batch,
          drained: run.drained,
          batches: lengthOf(run.loader),
        },
        epochs: JSON.stringify(history.epochs),
        losses: tensor(history.losses, { dtype: float64 }),
        callbacks: Object.fromEntries(callbacks.map((callback) => [callback.name, callback.stateDict?.()])),
      },
      file,
    );
  });
  await written;
}

/** The random generators of the CPU and of each GPU. */
interface RandomState {
  readonly rng: Tensor;
  /** One state for each GPU; earlier checkpoints have none. */
  readonly cudaRng?: readonly Tensor[];
}

const randomState = (): RandomState => ({ rng: getRngState(), cudaRng: getRngStateAll() });

function setRandomState({ rng, cudaRng }: RandomState): void {
  setRngState(rng);
  // A run may go on where there are fewer GPUs.
  setRngStateAll((cudaRng ?? []).slice(0, deviceCount()));
}

/**
 * Runs a validation. Where it fails, the random generators and the metrics, which are those of the training, too, are as
 * before: a run that is aborted in it validates again when it goes on.
 */
export async function undone<B, R>({ tally }: Run<B>, validate: () => Promise<R>): Promise<R> {
  const before = randomState();
  const tallied = tally.stateDict();
  try {
    return await validate();
  } catch (error) {
    setRandomState(before);
    tally.loadStateDict(tallied);
    throw error;
  } finally {
    for (const tensor of [before.rng, ...(before.cudaRng ?? [])]) tensor.dispose();
  }
}

interface Saved extends RandomState, Together {
  readonly format?: unknown;
  readonly version?: unknown;
  readonly model: never;
  readonly optimizer: never;
  readonly scheduler: never;
  readonly scaler: never;
  /** Earlier checkpoints have none. */
  readonly warmup?: never;
  readonly loader: unknown;
  readonly progress: { epoch: number; step: number; batch: number; drained?: boolean; batches: number | null };
  readonly tally: Record<string, unknown>;
  readonly epochs: string;
  readonly losses: Tensor;
  readonly callbacks: Record<string, unknown>;
}

/** The checkpoint that a path names: the file itself, or the last one of a run directory. */
export function checkpointAt(where: string): string {
  if (!existsSync(where) || !statSync(where).isDirectory()) return where;
  const candidates = [path.join(where, 'checkpoints', 'last.pt'), path.join(where, 'last.pt')];
  const found = candidates.find((file) => existsSync(file));
  if (found) return found;
  throw new TrainingError(`${where} has no checkpoint to resume from`, { code: 'ERR_TRAINING_RESUME' });
}

/** Reads a checkpoint of a training run whose version is known. */
function readSaved(file: string): Saved {
  let saved: Saved;
  try {
    saved = load<Saved>(file);
  } catch (cause) {
    throw new TrainingError(`${file} cannot be read: ${messageOf(cause)}`, { code: 'ERR_TRAINING_RESUME', cause });
  }
  if (saved?.format !== FORMAT) {
    throw new TrainingError(`${file} is a checkpoint, but not one of a training run`, { code: 'ERR_TRAINING_RESUME' });
  }
  const { version } = saved;
  if (typeof version === 'number' && version >= 1 && version <= VERSION) return saved;
  throw new TrainingError(
    `${file} has version ${show(version)} of a training checkpoint, and this one reads up to ${VERSION}: ` +
      'a newer libtorch-node has written it',
    { code: 'ERR_TRAINING_RESUME' },
  );
}

/** Brings a run to where a checkpoint was written. */
export function loadRun<B>(run: Run<B>, where: string): void {
  const file = checkpointAt(where);
  const saved = readSaved(file);
  const batches = lengthOf(run.loader);
  const others = checkRanks(run as never, saved, file);
  if (!others && batches !== saved.progress.batches) {
    throw new TrainingError(
      `${file} was written with ${saved.progress.batches} batches in an epoch, this loader has ${batches}`,
      { code: 'ERR_TRAINING_RESUME' },
    );
  }
  try {
    restore(run, saved);
  } catch (cause) {
    throw new TrainingError(`${file} does not fit this run: ${messageOf(cause)}`, {
      code: 'ERR_TRAINING_RESUME',
      cause,
    });
  }
  run.lastCheckpoint = file;
}

/** A run may go on with another number of ranks, but not in the middle of an epoch, whose samples are shared out. */
function checkRanks({ size }: Run<never>, { ranks, progress }: Saved, file: string): boolean {
  const before = ranks?.length ?? 1;
  if (before === size) return false;
  if (progress.batch === 0) return true;
  throw new TrainingError(
    `${file} was written in the middle of an epoch by ${before} rank${before === 1 ? '' : 's'}: go on with as many, not with ${size}`,
    { code: 'ERR_TRAINING_RESUME' },
  );
}

function restore<B>(run: Run<B>, saved: Saved): void {
  const { settings } = run;
  const ranks = saved.ranks?.length === run.size ? saved.ranks : null;
  const own = ranks?.[run.rank] ?? saved;
  settings.model.loadStateDict(saved.model);
  settings.optimizer.loadStateDict(saved.optimizer);
  if (saved.scheduler !== null) settings.scheduler?.scheduler.loadStateDict(saved.scheduler);
  if (saved.scaler !== null) settings.scaler?.loadStateDict(saved.scaler);
  if (saved.warmup != null) run.warmup?.loadStateDict(saved.warmup);
  for (const callback of settings.callbacks) {
    if (callback.name in saved.callbacks) callback.loadStateDict?.(saved.callbacks[callback.name]);
  }
  run.strategy.restore?.(saved.strategy ?? null);
  run.tally.loadStateDict(own.tally);
  run.epoch = saved.progress.epoch;
  run.step = run.history.step = saved.progress.step;
  run.batch = saved.progress.batch;
  run.drained = saved.progress.drained ?? false;
  run.history.epochs.push(...(JSON.parse(saved.epochs) as EpochRecord[]));
  for (const loss of saved.losses.tolist<number[]>()) run.history.losses.push(loss);
  if (own.loader !== null) statefulLoader(run as never)?.loadStateDict(own.loader);
  setRandomState(own);
}
