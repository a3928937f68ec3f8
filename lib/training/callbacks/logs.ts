import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Callback } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import type { RunContext } from '../run-context';

/** Where a log goes on: a run that is resumed appends. */
abstract class FileLog implements Callback {
  abstract readonly name: string;

  constructor(readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
  }

  on(event: TrainingEvent, _run: RunContext): void {
    if (event.type === 'start' && !event.resumed) writeFileSync(this.file, '');
    this.write(event);
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

/** One row for each epoch: the losses, the metrics, the learning rate. */
export class CsvLog extends FileLog {
  override readonly name = 'csv';
  #columns: readonly string[] | null = null;

  protected override write(event: TrainingEvent): void {
    if (event.type === 'start' && !event.resumed) this.#columns = null;
    if (event.type !== 'epochEnd') return;
    const row = rowOf(event);
    if (this.#columns === null) {
      this.#columns = Object.keys(row);
      if (event.epoch === 0) this.append(this.#columns.join(','));
    }
    this.append(this.#columns.map((name) => row[name] ?? '').join(','));
  }
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
