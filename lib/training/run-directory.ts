import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Callback } from './callback';
import { Checkpoints, type CheckpointsOptions } from './callbacks/checkpoints';
import { CsvLog, JsonLinesLog } from './callbacks/logs';
import { TensorBoard } from './callbacks/tensorboard';
import { TrainingError } from './errors';
import type { EpochEndEvent, EpochRecord, TrainingEvent } from './events';

export interface RunDirectoryOptions {
  /** Whatever describes the run: kept in `config.json`, and in TensorBoard where values are plain. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly checkpoints?: CheckpointsOptions;
  /** Go on in a directory that has a run already. Without it that is an error. */
  readonly resume?: boolean;
}

const LOCK = '.lock';

/**
 * `runs/<name>/`: the config, the events, the metrics, the checkpoints and TensorBoard's files of one run. Two runs
 * cannot write into one directory at a time.
 *
 * @example
 * const directory = new training.RunDirectory('runs/first', { config: { lr: 0.001 } });
 * const trainer = new training.Trainer({ model, loss, optimizer, callbacks: directory.callbacks });
 * await trainer.fit(loader);
 * // later, in a new process: fit(loader, { resumeFrom: 'runs/first' })
 */
export class RunDirectory {
  readonly callbacks: readonly Callback[];
  readonly checkpoints: Checkpoints;

  constructor(
    readonly path: string,
    { config = {}, checkpoints, resume = false }: RunDirectoryOptions = {},
  ) {
    const used = existsSync(this.eventsFile);
    if (used && !resume) {
      throw new TrainingError(`${path} has a run already: resume it, or use another directory`, {
        code: 'ERR_TRAINING_RUN_DIRECTORY',
      });
    }
    mkdirSync(path, { recursive: true });
    this.#lock();
    if (!used) writeFileSync(this.#file('config.json'), `${JSON.stringify(config, null, 2)}\n`);
    this.checkpoints = new Checkpoints(this.#file('checkpoints'), checkpoints);
    this.callbacks = [
      new JsonLinesLog(this.eventsFile),
      new CsvLog(this.#file('metrics.csv')),
      new TensorBoard(this.#file('tensorboard'), { hyperParameters: plainValues(config) }),
      this.checkpoints,
      { name: 'runDirectory', on: () => undefined, close: () => this.close() },
    ];
  }

  get eventsFile(): string {
    return this.#file('events.jsonl');
  }

  #file(name: string): string {
    return path.join(this.path, name);
  }

  /** The lock names its process, so that one that was killed does not hold it for ever. */
  #lock(): void {
    const file = this.#file(LOCK);
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const owner = Number(readFileSync(file, 'utf8'));
        if (isAlive(owner)) {
          throw new TrainingError(`${this.path} is in use by process ${owner}`, { code: 'ERR_TRAINING_RUN_DIRECTORY' });
        }
        rmSync(file, { force: true });
      }
    }
  }

  /** Lets another run have the directory. The last of the callbacks does it when a run ends. */
  close(): void {
    rmSync(this.#file(LOCK), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function plainValues(config: Readonly<Record<string, unknown>>): Record<string, number | string | boolean> {
  const plain = Object.entries(config).filter(([, value]) => ['number', 'string', 'boolean'].includes(typeof value));
  return Object.fromEntries(plain) as Record<string, number | string | boolean>;
}

/** A run as its directory tells it. */
export interface RunSummary {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly state: 'running' | 'finished' | 'stopped' | 'aborted' | 'interrupted';
  readonly step: number;
  readonly epochs: readonly EpochRecord[];
  /** The loss of every logged step. */
  readonly losses: readonly number[];
}

/** Reads `runs/<name>`. After a resume, the later record of a step counts. */
export function readRun(directory: string): RunSummary {
  const events = readEvents(path.join(directory, 'events.jsonl'));
  const steps = new Map<number, number>();
  const epochs = new Map<number, EpochEndEvent>();
  for (const event of events) {
    if (event.type === 'step') steps.set(event.step, event.loss);
    if (event.type === 'epochEnd') epochs.set(event.epoch, event);
  }
  const last = events.at(-1);
  const lock = path.join(directory, LOCK);
  const running = existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')));
  const config = path.join(directory, 'config.json');
  return {
    name: path.basename(directory),
    config: existsSync(config) ? (JSON.parse(readFileSync(config, 'utf8')) as Record<string, unknown>) : {},
    state: running ? 'running' : last?.type === 'end' ? last.reason : 'interrupted',
    step: [...steps.keys()].reduce((most, step) => Math.max(most, step), 0),
    epochs: [...epochs.values()],
    losses: [...steps].sort(([a], [b]) => a - b).map(([, loss]) => loss),
  };
}

/** Every run below a folder, by name. */
export function readRuns(folder: string): RunSummary[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'events.jsonl')))
    .sort()
    .map((name) => readRun(path.join(folder, name)));
}

/** The whole lines of a file: the last one may have been cut by a kill. */
function readEvents(file: string): TrainingEvent[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as TrainingEvent];
    } catch {
      return [];
    }
  });
}
