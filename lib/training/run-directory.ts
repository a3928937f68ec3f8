import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Callback } from './callback';
import { Checkpoints, type CheckpointsOptions } from './callbacks/checkpoints';
import { Heartbeat } from './callbacks/heartbeat';
import { CsvLog, JsonLinesLog } from './callbacks/logs';
import { TensorBoard } from './callbacks/tensorboard';
import { TrainingError } from './errors';
import { makeFolder } from '../arguments/whole-files';
import { LOCK, isAlive, ownName } from './owner';
import { plain } from './settings';
import { rankHere } from './strategy/ddp';
import { bool, optional } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { messageOf } from '../arguments/describe';
import { valueError } from '../errors';
import { fileFailure, pathOf } from '../arguments/files';
import { limitArguments } from '../arguments/surplus';

const OPTIONS = { config: plain({}), checkpoints: optional(plain<CheckpointsOptions>()), resume: bool(false) };

export interface RunDirectoryOptions {
  /** Whatever describes the run: kept in `config.json`, and in TensorBoard where values are plain. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What to keep of the checkpoints. */
  readonly checkpoints?: CheckpointsOptions;
  /** Go on in a directory that has a run already, from its last checkpoint. Without it that is an error. */
  readonly resume?: boolean;
}

/**
 * `runs/<name>/`: the config, the events, the metrics, the checkpoints and TensorBoard's files of one run, and every few seconds
 * its memory and the delay of its event loop. `npx libtorch-node board` shows it. Two runs
 * cannot write into one directory at a time. The ranks of a distributed run share one, and rank 0 writes.
 *
 * A run listens to its directory: it pauses, goes on or stops where somebody writes `{"command": "pause"}`, `"resume"` or `"stop"`
 * into `control.json`.
 *
 * @example
 * const directory = new training.RunDirectory('runs/first', { config: { lr: 0.001 } });
 * const trainer = new training.Trainer({ model, loss, optimizer, callbacks: directory.callbacks });
 * await trainer.fit(loader);
 * // later, in a new process: new training.RunDirectory('runs/first', { resume: true }), and the rest as before
 */
export class RunDirectory {
  readonly callbacks: readonly Callback[];
  readonly checkpoints: Checkpoints;

  readonly path: string;
  #locked = false;
  /** Whether this is the rank that writes. */
  readonly #first: boolean;

  constructor(path: string, options: RunDirectoryOptions = {}, ...surplus: []) {
    refuseSurplus('RunDirectory', 2, surplus);
    const { config, checkpoints, resume } = readOptions('RunDirectory', OPTIONS, options);
    this.path = pathOf('RunDirectory', path);
    this.#first = rankHere() === 0;
    const used = this.#first && existsSync(this.eventsFile);
    if (used && !resume) {
      throw new TrainingError(`${path} has a run already: resume it, or use another directory`, {
        code: 'ERR_TRAINING_RUN_DIRECTORY',
      });
    }
    makeFolder('RunDirectory', this.path);
    if (this.#first) this.#lock();
    try {
      if (this.#first && !used) writeFileSync(this.#file('config.json'), `${textOf(config)}\n`);
      this.checkpoints = new Checkpoints(this.#file('checkpoints'), checkpoints);
      this.checkpoints.resumes = resume;
      this.callbacks = this.#makeCallbacks(config);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #makeCallbacks(config: Readonly<Record<string, unknown>>): readonly Callback[] {
    return [
      new JsonLinesLog(this.eventsFile),
      new CsvLog(this.#file('metrics.csv')),
      new TensorBoard(this.#file('tensorboard'), { hyperParameters: plainValues(config) }),
      this.checkpoints,
      new Heartbeat(this.path),
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
        this.#locked = true;
        return;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw fileFailure('RunDirectory', file, cause);
        const owner = ownerIn(file);
        if (isAlive(owner)) {
          throw new TrainingError(`${this.path} is in use by process ${owner.replace(' ', ', thread ')}`, {
            code: 'ERR_TRAINING_RUN_DIRECTORY',
          });
        }
        rmSync(file, { force: true });
      }
    }
    throw new TrainingError(`${this.path} is in use: another process took it just now`, {
      code: 'ERR_TRAINING_RUN_DIRECTORY',
    });
  }

  /** Lets another run have the directory. The last of the callbacks does it when a run ends. */
  close(): void {
    // A lock that is there later may be another run's.
    if (this.#locked) rmSync(this.#file(LOCK), { force: true });
    this.#locked = false;
  }
}

function textOf(config: object): string {
  try {
    return JSON.stringify(config, null, 2);
  } catch (cause) {
    throw valueError(`RunDirectory(): the config cannot be written as JSON: ${messageOf(cause)}`, { cause });
  }
}

/** Who is named in a lock; nobody, where it has just been removed. */
function ownerIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function plainValues(config: Readonly<Record<string, unknown>>): Record<string, number | string | boolean> {
  const plain = Object.entries(config).filter(([, value]) => ['number', 'string', 'boolean'].includes(typeof value));
  return Object.fromEntries(plain) as Record<string, number | string | boolean>;
}

limitArguments([RunDirectory], { close: 0 });
