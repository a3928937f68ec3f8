/** Reads run directories. It needs no libtorch, as `libtorch-node runs` is a command. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../arguments/describe';
import { fileFailure, pathOf, regularFile } from '../arguments/files';
import type { EpochEndEvent, EpochRecord, TrainingEvent } from './events';
import { TrainingError } from './errors';
import { LOCK, isAlive } from './owner';
import { refuseSurplus } from '../arguments/read';

/** A run as its directory tells it. */
export interface RunSummary {
  /** The run's name. */
  readonly name: string;
  /** What the run was started with. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Whether the run goes on, or how it ended. */
  readonly state: 'running' | 'finished' | 'stopped' | 'aborted' | 'failed' | 'interrupted';
  /** How many steps have been made. */
  readonly step: number;
  /** What each epoch gave. */
  readonly epochs: readonly EpochRecord[];
  /** The loss of every logged step. */
  readonly losses: readonly number[];
}

/** Reads `runs/<name>`. After a resume, the later record of a step counts. */
export function readRun(directory: string, ...surplus: []): RunSummary {
  refuseSurplus('readRun', 1, surplus);
  pathOf('readRun', directory);
  const events = readEvents(path.join(directory, 'events.jsonl'));
  const steps = new Map<number, number>();
  const epochs = new Map<number, EpochEndEvent>();
  for (const event of events) {
    if (event.type === 'step') steps.set(event.step, figure(event.loss));
    if (event.type === 'epochEnd') epochs.set(event.epoch, event);
  }
  const lock = path.join(directory, LOCK);
  const running = existsSync(lock) && isAlive(textOf(lock));
  return {
    name: path.basename(directory),
    config: readConfig(path.join(directory, 'config.json')),
    state: running ? 'running' : endingOf(events),
    step: [...steps.keys()].reduce((most, step) => Math.max(most, step), 0),
    epochs: [...epochs.values()],
    losses: [...steps].sort(([a], [b]) => a - b).map(([, loss]) => loss),
  };
}

/**
 * How a log ends. A run that failed says so in a line that is no event of the run. After its end a run may still save its last
 * checkpoint, and warn.
 */
function endingOf(events: readonly TrainingEvent[]): RunSummary['state'] {
  const last = events.filter(({ type }) => type !== 'checkpoint' && type !== 'warning').at(-1);
  if (last?.type === 'end') return last.reason;
  return (last?.type as string | undefined) === 'failed' ? 'failed' : 'interrupted';
}

function readConfig(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const text = textOf(file);
  try {
    const config: unknown = JSON.parse(text);
    if (isTable(config)) return config;
  } catch (cause) {
    throw broken(file, `is not JSON: ${messageOf(cause)}`, cause);
  }
  throw broken(file, 'is not an object of settings');
}

function broken(file: string, what: string, cause?: unknown): TrainingError {
  return new TrainingError(`${file} ${what}`, { code: 'ERR_TRAINING_RUN_DIRECTORY', cause });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(file: string): string {
  regularFile('readRun', file);
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw fileFailure('readRun', file, cause);
  }
}

/** JSON has no NaN and no Infinity: they are null in a log. */
const figure = (logged: number | null): number => logged ?? NaN;

/** Every run below a folder, by name. */
export function readRuns(folder: string, ...surplus: []): RunSummary[] {
  refuseSurplus('readRuns', 1, surplus);
  pathOf('readRuns', folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'events.jsonl')))
    .sort()
    .map((name) => readRun(path.join(folder, name)));
}

/** The events in the whole lines of a file: the last one may have been cut by a kill. What is no event is left out. */
function readEvents(file: string): TrainingEvent[] {
  const lines = textOf(file).split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    try {
      const event: unknown = JSON.parse(line);
      return isEvent(event) ? [event] : [];
    } catch {
      return [];
    }
  });
}

function isEvent(value: unknown): value is TrainingEvent {
  if (!isTable(value)) return false;
  const { type, step, loss, epoch, train } = value;
  if (type === 'step') return typeof step === 'number' && (typeof loss === 'number' || loss === null);
  if (type === 'epochEnd') return typeof epoch === 'number' && isTable(train);
  if (type === 'end') return typeof value['reason'] === 'string';
  return typeof type === 'string';
}
