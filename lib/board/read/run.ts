/** One run directory, read on bit by bit. */
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { LOCK, isAlive } from '../../training/owner';
import type { CheckpointRow, RunDetail, RunRow, RunState, Setting, TagRow } from '../protocol';
import { RunLog, STEP_LOSS, isTable, sparkOf } from './log';
import type { Records } from './records';
import { finite } from './series';
import { SystemLog } from './system';
import { Tail } from './tail';
import { EventFiles } from './tensorboard';

const SPARK = 60;
const MOST_CHECKPOINTS = 200;
const LARGEST_CONFIG = 1024 * 1024;
const LONGEST_SETTING = 300;
/** A run that says every few seconds how it is, and has not for so long, is dead: its process may be on another machine. */
const SILENT_MS = 60_000;

export const EVENTS = 'events.jsonl';
const EVENT_FILE = /(?:^|\.)tfevents\./;
const CHECKPOINT = /\.(?:pt|pth|safetensors|pt2)$/;

export const isEventFile = (name: string): boolean => EVENT_FILE.test(name);

/** Names a run in addresses. */
export const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 12);

export class RunFiles {
  readonly id: string;
  readonly log = new RunLog();
  readonly system: SystemLog;
  readonly events: EventFiles;
  version = 0;
  /** Whether there is more to read than the last look took. */
  reading = true;
  readonly #tails = new Map<string, Tail>();
  readonly #records = new Map<string, Records>();
  #settings: Readonly<Record<string, Setting>> = {};
  #checkpoints: readonly CheckpointRow[] = [];
  /** What of the config or the folder cannot be read. */
  #problem: string | null = null;
  #logged = false;
  #owner: 'none' | 'alive' | 'dead' = 'none';
  #config = '';
  #last = '';
  #mark = '';

  constructor(
    readonly folder: string,
    readonly name: string,
    /** A day's clock, which tests set. */
    readonly now: () => number = Date.now,
  ) {
    this.id = idOf(name);
    this.system = new SystemLog(this.log);
    this.events = new EventFiles(this.log, (tag) => this.#logged && isLogged(tag, this.log));
  }

  /** Reads on, at most about so many bytes of each file; whether the run looks different now. */
  async update(budget: number): Promise<boolean> {
    const mark = await this.#markNow();
    if (mark === this.#mark && this.version > 0 && !isOpen(this)) return false;
    this.#mark = mark;
    try {
      await this.#look(budget);
    } catch (error) {
      this.#problem = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      this.reading = false;
    }
    const { version: _, ...row } = this.row();
    const text = JSON.stringify([row, this.#checkpoints, this.log.warnings.length, this.#counts()]);
    if (text === this.#last) return false;
    this.#last = text;
    this.version++;
    return true;
  }

  /** What changes when a run that has ended goes on: its folder gets a lock, or one of its files grows. Cheaper than a look. */
  async #markNow(): Promise<string> {
    const files = ['', 'checkpoints', 'tensorboard', 'config.json', ...this.#tails.keys()];
    const stats = await Promise.all(files.map((name) => stat(path.join(this.folder, name)).catch(() => null)));
    return stats.map((one) => (one ? `${one.mtimeMs} ${one.size}` : '-')).join();
  }

  /** How much of everything there is. */
  #counts(): unknown {
    const tags = Object.values(this.events.tags).map((map) => [...map.values()].map(({ list }) => list.length));
    return [tags, [...this.log.series.values()].map(({ count }) => count)];
  }

  async #look(budget: number): Promise<void> {
    const names = await readdir(this.folder);
    this.#logged = names.includes(EVENTS);
    // The log before the event files: what it has is not taken from them.
    const files = names.includes(EVENTS) ? [EVENTS] : [];
    if (names.includes('system.jsonl')) files.push('system.jsonl');
    const board = names.includes('tensorboard') ? await namesIn(path.join(this.folder, 'tensorboard')) : [];
    files.push(...names.filter(isEventFile).sort());
    files.push(
      ...board
        .filter(isEventFile)
        .sort()
        .map((name) => path.join('tensorboard', name)),
    );
    // Requests are answered meanwhile: whoever sees the steps sees what is beside them, and `reading` ends last.
    await this.#readConfig(names.includes('config.json'));
    this.#checkpoints = names.includes('checkpoints') ? await checkpointsIn(path.join(this.folder, 'checkpoints')) : [];
    let left = budget;
    let more = false;
    for (const file of files) {
      if (left <= 0) {
        more = true;
        break;
      }
      const tail = this.#tail(file);
      left -= await tail.read(left);
      if (!tail.ended) more = true;
    }
    this.#owner = names.includes(LOCK) ? await ownerOf(path.join(this.folder, LOCK)) : 'none';
    this.reading = more;
  }

  #tail(name: string): Tail {
    const known = this.#tails.get(name);
    if (known) return known;
    const file = path.join(this.folder, name);
    const records = isEventFile(name) ? this.events.records(file) : null;
    if (records) this.#records.set(name, records);
    const tail = new Tail(file, records ?? (name === EVENTS ? this.log.lines : this.system.lines));
    this.#tails.set(name, tail);
    return tail;
  }

  async #readConfig(there: boolean): Promise<void> {
    this.#problem = null;
    if (!there) return;
    const file = path.join(this.folder, 'config.json');
    const stats = await stat(file);
    const mark = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
    if (!stats.isFile() || stats.size > LARGEST_CONFIG) this.#problem = 'config.json is too large, or no file';
    else if (mark !== this.#config) {
      const config = parsed(await readFile(file, 'utf8'));
      if (config === null) this.#problem = 'config.json is no JSON object';
      else [this.#settings, this.#config] = [flattened(config), mark];
    }
  }

  get state(): RunState {
    const { log, system } = this;
    const nothing = log.started === null && log.series.size === 0;
    if (this.#problem !== null && nothing) return 'unreadable';
    if (!this.#logged) return this.reading ? 'running' : 'unknown';
    if (nothing && log.odd > 0) return 'unreadable';
    if (log.ending !== null && this.#owner !== 'alive') return log.ending;
    const heard = system.heard ?? null;
    const silent = heard !== null && this.now() - Math.max(heard, log.updated ?? 0) > SILENT_MS;
    if (this.#owner === 'alive' && !silent) return log.paused ? 'paused' : 'running';
    // Without a lock the run closed its files in good order, and yet its log has no end: it ended by an error.
    return this.#owner === 'none' && !this.reading ? 'failed' : 'killed';
  }

  get problems(): string[] {
    const damaged = [...this.#records].flatMap(([name, { damage }]) => (damage === null ? [] : [`${name}: ${damage}`]));
    const odd = this.log.odd;
    return [
      ...(this.#problem === null ? [] : [this.#problem]),
      ...(this.log.newer ? ['a newer version has written this run: what this version does not know is left out'] : []),
      ...(odd > 0 ? [`${odd} ${odd > 1 ? 'lines' : 'line'} of ${EVENTS} ${odd > 1 ? 'are' : 'is'} no event`] : []),
      ...damaged,
    ];
  }

  row(): RunRow {
    const { log, system, events, state } = this;
    const series = [...log.series].slice(0, 200);
    const times = [log.updated, system.heard, events.updated].filter((time) => time !== null);
    return {
      ...{ id: this.id, name: this.name, state },
      started: log.started ?? events.started,
      updated: times.length > 0 ? Math.max(...times) : null,
      step: Math.max(log.step, events.step),
      epoch: log.epoch,
      progress: state === 'running' || state === 'paused' ? log.progress : null,
      last: Object.fromEntries(series.map(([name, one]) => [name, finite(one.last)])),
      spark: this.#spark(),
      settings: { ...events.settings, ...this.#settings },
      problem: log.problem ?? this.problems[0] ?? null,
      version: this.version,
      reading: this.reading,
      controllable: system.controllable && (state === 'running' || state === 'paused'),
    };
  }

  #spark(): (number | null)[] {
    const own = this.log.spark(SPARK);
    if (own.length > 0) return own;
    const loss = [...this.log.series].find(([name]) => /loss/i.test(name)) ?? [...this.log.series][0];
    return sparkOf(loss?.[1], SPARK);
  }

  detail(): RunDetail {
    const { log, events } = this;
    const tags = (kind: 'histograms' | 'images' | 'texts'): TagRow[] =>
      [...events.tags[kind]]
        .filter(([, { list }]) => list.length > 0)
        .map(([tag, { list }]) => ({ tag, count: list.length }));
    return {
      ...this.row(),
      path: this.folder,
      parameters: log.parameters,
      series: [...log.series].map(([name, { count }]) => ({ name, points: count })),
      epochs: log.epochs,
      matrices: log.matrices,
      checkpoints: this.#checkpoints,
      histograms: tags('histograms'),
      images: tags('images'),
      texts: tags('texts'),
      warnings: log.warnings,
      problems: this.problems,
    };
  }

  /** The file of one of the listed checkpoints; null for any other name. */
  checkpoint(name: string): string | null {
    return this.#checkpoints.some(({ file }) => file === name) ? path.join(this.folder, 'checkpoints', name) : null;
  }
}

/** Whether a run is being written, or read for the first time: then a look is worth its cost. */
export function isOpen({ reading, state }: Pick<RunFiles, 'reading' | 'state'>): boolean {
  return reading || state === 'running' || state === 'paused';
}

/** What a `RunDirectory` writes into both. */
function isLogged(tag: string, log: RunLog): boolean {
  return tag === STEP_LOSS || /^lr(?:\/\d+)?$/.test(tag) || log.series.has(tag);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function ownerOf(lock: string): Promise<'none' | 'alive' | 'dead'> {
  try {
    return isAlive(await readFile(lock, 'utf8')) ? 'alive' : 'dead';
  } catch {
    return 'none';
  }
}

async function checkpointsIn(folder: string): Promise<CheckpointRow[]> {
  const names = (await namesIn(folder)).filter((name) => CHECKPOINT.test(name)).slice(0, MOST_CHECKPOINTS);
  const rows = names.map(async (file) => {
    const stats = await stat(path.join(folder, file)).catch(() => null);
    return stats?.isFile() ? [{ file, bytes: stats.size, time: Math.floor(stats.mtimeMs) }] : [];
  });
  return (await Promise.all(rows)).flat().sort((a, b) => b.time - a.time);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
}

/** Settings in groups come as `group.name`; a list as its JSON. */
function flattened(config: Readonly<Record<string, unknown>>, prefix = '', depth = 0): Record<string, Setting> {
  const result: Record<string, Setting> = {};
  for (const [key, value] of Object.entries(config)) {
    const name = `${prefix}${key}`;
    if (isTable(value) && depth < 4) Object.assign(result, flattened(value, `${name}.`, depth + 1));
    else if (value === null || typeof value === 'number' || typeof value === 'boolean') result[name] = value;
    else result[name] = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_SETTING);
  }
  return result;
}
