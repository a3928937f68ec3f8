import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileFailure, pathOf } from '../../files';
import type { Callback } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import { makeFolder } from '../folder';
import type { RunContext } from '../run-context';

/** Where a log goes on: a run that is resumed appends. */
abstract class FileLog implements Callback {
  abstract readonly name: string;
  readonly file: string;

  constructor(file: string) {
    this.file = pathOf('log', file);
    makeFolder('log', path.dirname(this.file));
  }

  on(event: TrainingEvent, _run: RunContext): void {
    try {
      if (event.type === 'start' && !event.resumed) writeFileSync(this.file, '');
      this.write(event);
    } catch (cause) {
      throw fileFailure(`the log ${this.name}`, this.file, cause);
    }
  }

  protected abstract write(event: TrainingEvent): void;

  protected append(line: string): void {
    appendFileSync(this.file, `${line}\n`);
  }
}

/** Every event as one line of JSON with its time: what the page and `libtorch-node runs` read. */
export class JsonLinesLog extends FileLog {
  override readonly name = 'jsonLines';

  protected override write(event: TrainingEvent): void {
    this.append(JSON.stringify({ time: Date.now(), ...event }));
  }
}

/**
 * One row for each epoch: the losses, the metrics, the learning rate. A column that comes later, as those of a first
 * validation after some epochs, is empty in the rows before.
 */
export class CsvLog extends FileLog {
  override readonly name = 'csv';
  #columns: string[] = [];

  protected override write(event: TrainingEvent): void {
    if (event.type === 'start') this.#columns = event.resumed ? this.#readColumns() : [];
    if (event.type !== 'epochEnd') return;
    const row = rowOf(event);
    const added = Object.keys(row).filter((name) => !this.#columns.includes(name));
    if (added.length > 0) this.#widen(added);
    this.append(this.#columns.map((name) => row[name] ?? '').join(','));
  }

  #readColumns(): string[] {
    const [header = ''] = existsSync(this.file) ? readFileSync(this.file, 'utf8').split('\n', 1) : [];
    return [...header.matchAll(/"((?:[^"]|"")*)"|[^,]+/g)].map(([all, quoted]) => quoted?.replaceAll('""', '"') ?? all);
  }

  /** Writes the file anew with further columns. */
  #widen(added: readonly string[]): void {
    const former = existsSync(this.file) ? readFileSync(this.file, 'utf8').split('\n').filter(Boolean).slice(1) : [];
    this.#columns.push(...added);
    const header = this.#columns.map(cellOf).join(',');
    const rows = former.map((line) => line + ','.repeat(added.length));
    writeFileSync(this.file, `${[header, ...rows].join('\n')}\n`);
  }
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

/** Remembers the learning rate of each group at each logged step. */
export class LearningRateMonitor implements Callback {
  readonly name = 'learningRate';
  readonly rates: { readonly step: number; readonly lr: readonly number[] }[] = [];

  on(event: TrainingEvent): void {
    if (event.type === 'step') this.rates.push({ step: event.step, lr: event.lr });
  }
}
