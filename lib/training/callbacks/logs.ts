import { refuseSurplus, takesNothing } from '../../arguments/read';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../arguments/describe';
import { fileFailure, pathOf } from '../../arguments/files';
import { LogGuard } from '../log-guard';
import { appendWhole, makeFolder, replaceWhole } from '../../arguments/whole-files';
import { CALLBACK_ARGUMENTS, type Callback } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import type { RunContext } from '../run-context';
import { limitArguments } from '../../arguments/surplus';

/**
 * Where a log goes on: a run that is resumed appends. Where it cannot be written later (a full disk), the run warns once
 * and goes on; what the file has stays whole, and lines are added again when that is possible.
 */
abstract class FileLog implements Callback {
  abstract readonly name: string;
  readonly ranks = 'first';
  readonly file: string;
  #guard: LogGuard | null = null;

  constructor(file: string, ...surplus: []) {
    refuseSurplus(new.target.name, 1, surplus);
    this.file = pathOf('log', file);
    makeFolder('log', path.dirname(this.file));
  }

  on(event: TrainingEvent, run: RunContext): Promise<void> {
    if (event.type === 'start') this.#open(event.resumed);
    this.#guard ??= new LogGuard(`the log ${this.name}`);
    return this.#guard.write(this.file, run, () => this.write(event));
  }

  /** A path that cannot be written to at all is an error of the program: the run does not begin. */
  #open(resumed: boolean): void {
    try {
      writeFileSync(this.file, '', { flag: resumed ? 'a' : 'w' });
    } catch (cause) {
      throw fileFailure(`the log ${this.name}`, this.file, cause);
    }
  }

  protected abstract write(event: TrainingEvent): boolean;

  protected append(line: string): void {
    appendWhole(this.file, `${line}\n`);
  }
}

/**
 * Every event as one line of JSON with its time: what the page and `libtorch-node runs` read.
 *
 * @example
 * const callbacks = [new training.JsonLinesLog('events.jsonl')];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 * await trainer.fit(loader); // a line for each event: {"time":…,"type":"start",…}
 */
export class JsonLinesLog extends FileLog {
  override readonly name = 'jsonLines';

  protected override write(event: TrainingEvent): boolean {
    this.append(JSON.stringify({ time: Date.now(), ...event }));
    return true;
  }

  /** The last line of a run that failed says why. One that was aborted has its `end` already. */
  fail(error: unknown, { epoch, step, history }: RunContext): void {
    if (history.reason === 'aborted') return;
    this.append(JSON.stringify({ time: Date.now(), type: 'failed', epoch, step, message: messageOf(error) }));
  }
}

/**
 * One row for each epoch: the losses, the metrics, the learning rate. A column that comes later, as those of a first
 * validation after some epochs, is empty in the rows before.
 *
 * @example
 * const callbacks = [new training.CsvLog('metrics.csv')];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 * await trainer.fit(loader); // two rows: epoch, step, train_loss, lr, seconds
 */
export class CsvLog extends FileLog {
  override readonly name = 'csv';
  #columns: string[] = [];

  protected override write(event: TrainingEvent): boolean {
    if (event.type === 'start') this.#columns = event.resumed ? this.#readColumns() : [];
    if (event.type !== 'epochEnd') return false;
    const row = rowOf(event);
    const added = Object.keys(row).filter((name) => !this.#columns.includes(name));
    if (added.length > 0) this.#widen(added);
    this.append(this.#columns.map((name) => row[name] ?? '').join(','));
    return true;
  }

  #readColumns(): string[] {
    const [header = ''] = this.#text().split('\n', 1);
    return [...header.matchAll(/"((?:[^"]|"")*)"|[^,]+/g)].map(([all, quoted]) => quoted?.replaceAll('""', '"') ?? all);
  }

  /** What is there; a device is not read, which might never end. */
  #text(): string {
    return isRegular(this.file) ? readFileSync(this.file, 'utf8') : '';
  }

  /** Writes the file anew with further columns. */
  #widen(added: readonly string[]): void {
    const former = this.#text().split('\n').filter(Boolean).slice(1);
    const columns = [...this.#columns, ...added];
    const header = columns.map(cellOf).join(',');
    const rows = former.map((line) => line + ','.repeat(added.length));
    if (isRegular(this.file)) replaceWhole(this.file, `${[header, ...rows].join('\n')}\n`);
    else this.append(header);
    this.#columns = columns;
  }
}

function isRegular(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** A name as a cell: quoted where it has to be. */
function cellOf(name: string): string {
  const oneLine = name.replace(/[\r\n]+/g, ' ');
  return /[",]/.test(oneLine) ? `"${oneLine.replaceAll('"', '""')}"` : oneLine;
}

function rowOf({ epoch, step, train, validation, lr, seconds }: EpochEndEvent): Record<string, number> {
  const named = (prefix: string, { loss, metrics }: { loss: number; metrics: object }): [string, number][] =>
    Object.entries({ loss, ...metrics }).map(([name, value]) => [`${prefix}_${name}`, value]);
  const parts = [...named('train', train), ...(validation ? named('validation', validation) : [])];
  return { epoch, step, ...Object.fromEntries(parts), lr: lr[0] ?? NaN, seconds };
}

/**
 * Remembers the learning rate of each group at each logged step.
 *
 * @example
 * const monitor = new training.LearningRateMonitor();
 * const callbacks = [monitor];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 * await trainer.fit(loader);
 * monitor.rates[0]; // { step: 1, lr: [0.1] }
 */
export class LearningRateMonitor implements Callback {
  readonly name = 'learningRate';
  readonly rates: { readonly step: number; readonly lr: readonly number[] }[] = [];

  constructor(...args: []) {
    takesNothing('LearningRateMonitor', args);
  }

  on(event: TrainingEvent): void {
    if (event.type === 'step') this.rates.push({ step: event.step, lr: event.lr });
  }
}

limitArguments([FileLog, JsonLinesLog, LearningRateMonitor], CALLBACK_ARGUMENTS);
