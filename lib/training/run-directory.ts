import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Callback } from './callback';
import { Checkpoints, type CheckpointsOptions } from './callbacks/checkpoints';
import { CsvLog, JsonLinesLog } from './callbacks/logs';
import { TensorBoard } from './callbacks/tensorboard';
import { TrainingError } from './errors';
import { LOCK, isAlive, ownName } from './owner';

export interface RunDirectoryOptions {
  /** Whatever describes the run: kept in `config.json`, and in TensorBoard where values are plain. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly checkpoints?: CheckpointsOptions;
  /** Go on in a directory that has a run already. Without it that is an error. */
  readonly resume?: boolean;
}

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

  /** The lock names its process and thread, so that one that was killed does not hold it for ever. */
  #lock(): void {
    const file = this.#file(LOCK);
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(file, ownName(), { flag: 'wx' });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const owner = readFileSync(file, 'utf8');
        if (isAlive(owner)) {
          throw new TrainingError(`${this.path} is in use by process ${owner.replace(' ', ', thread ')}`, {
            code: 'ERR_TRAINING_RUN_DIRECTORY',
          });
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

function plainValues(config: Readonly<Record<string, unknown>>): Record<string, number | string | boolean> {
  const plain = Object.entries(config).filter(([, value]) => ['number', 'string', 'boolean'].includes(typeof value));
  return Object.fromEntries(plain) as Record<string, number | string | boolean>;
}
