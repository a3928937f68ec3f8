/** Reads run directories. It needs no libtorch, as `libtorch-node runs` is a command. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { EpochEndEvent, EpochRecord, TrainingEvent } from './events';
import { LOCK, isAlive } from './owner';

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
    if (event.type === 'step') steps.set(event.step, figure(event.loss));
    if (event.type === 'epochEnd') epochs.set(event.epoch, event);
  }
  const last = events.at(-1);
  const lock = path.join(directory, LOCK);
  const running = existsSync(lock) && isAlive(readFileSync(lock, 'utf8'));
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

/** JSON has no NaN and no Infinity: they are null in a log. */
const figure = (logged: number | null): number => logged ?? NaN;

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
