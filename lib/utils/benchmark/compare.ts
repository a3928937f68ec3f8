import { fixed } from '../../ops/print/numbers';
import { bool, iterable } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { Measurement, measurementsOf } from './measurement';
import { center, selectUnit, trimSigfig, unitToEnglish } from './statistics';

/** Colors of a terminal. */
const BEST = '\u001b[92m';
const GOOD = '\u001b[34m';
const BAD = '\u001b[2m\u001b[91m';
const VERY_BAD = '\u001b[31m';
const BOLD = '\u001b[1m';
const END = '\u001b[0m\u001b[0m';

/** What is colored in a table. */
export const Colorize = Object.freeze({ NONE: 'none', COLUMNWISE: 'columnwise', ROWWISE: 'rowwise' } as const);
export type Colorize = (typeof Colorize)[keyof typeof Colorize];

type Colors = Colorize;

interface Style {
  readonly colorize: Colors;
  readonly trim: boolean;
  readonly highlight: boolean;
}

type Cell = Measurement | null;

interface Row {
  readonly threads: number;
  readonly env: string;
  readonly name: string;
  readonly cells: Cell[];
}

const present = (cells: readonly Cell[]): Measurement[] => cells.filter((cell) => cell !== null);

function rowKey(one: Measurement): string {
  return JSON.stringify([one.numThreads, one.env, one.asRowName]);
}

/** The rows in the order of threads and environments, and within those of the measurements. */
function rowsOf(results: readonly Measurement[], columns: readonly (string | null)[]): Row[] {
  const rows = new Map<string, Row>();
  for (const one of results) {
    const key = rowKey(one);
    const cells = columns.map(() => null);
    if (!rows.has(key)) rows.set(key, { threads: one.numThreads, env: one.env, name: one.asRowName, cells });
    (rows.get(key) as Row).cells[columns.indexOf(one.description)] = one;
  }
  return [...rows.values()].sort((a, b) => a.threads - b.threads || (a.env < b.env ? -1 : a.env > b.env ? 1 : 0));
}

/** How the figures of a column are printed. */
class Column {
  readonly #digits: number;
  readonly #width: number;
  readonly #highlight: boolean;

  constructor(
    cells: readonly Cell[],
    readonly scale: number,
    readonly style: Style,
  ) {
    const results = present(cells);
    this.#highlight = style.highlight && results.some((one) => one.hasWarnings);
    const leading = results.map((one) => Math.ceil(Math.log10(one.median / scale)));
    const figures = results.map((one, i) => Math.max(one.significantFigures - (leading[i] ?? 0), 0));
    this.#digits = style.trim ? Math.min(...figures) : 1;
    this.#width = Math.max(...leading) + this.#digits + (this.#digits ? 1 : 0);
  }

  #number(value: number, spread: number | null): string {
    const text = this.#highlight && spread !== null ? ` (! ${fixed(spread * 100, 0)}%)` : '';
    return fixed(value, this.#digits).padStart(this.#width) + text.padStart(this.#highlight ? 7 : 0);
  }

  text(cell: Cell): string {
    if (cell === null) return ' '.repeat(this.#number(1, null).length);
    const value = cell.median / this.scale;
    const shown = this.style.trim ? trimSigfig(value, cell.significantFigures) : value;
    return this.#number(shown, cell.hasWarnings ? cell.iqr / cell.median : null);
  }
}

function colored(segment: string, value: number, best: number): string {
  if (value <= best * 1.01 || value <= best + 100e-9) return BEST + BOLD + segment + END;
  if (value <= best * 1.1) return GOOD + BOLD + segment + END;
  if (value >= best * 5) return VERY_BAD + BOLD + segment + END;
  return value >= best * 2 ? BAD + segment + END : segment;
}

const least = (cells: readonly Cell[]): number | null => {
  const results = present(cells);
  return results.length ? Math.min(...results.map(({ median }) => median)) : null;
};

class Table {
  readonly #columns: readonly (string | null)[];
  readonly #rows: readonly Row[];
  readonly #unit: string;
  readonly #scale: number;
  readonly #printed: readonly Column[];

  constructor(
    readonly results: readonly Measurement[],
    readonly style: Style,
  ) {
    this.#columns = [...new Set(results.map(({ description }) => description))];
    this.#rows = rowsOf(results, this.#columns);
    [this.#unit, this.#scale] = selectUnit(Math.min(...results.map(({ median }) => median)));
    this.#printed = this.#columns.map((_, i) => new Column(this.#cells(i), this.#scale, style));
  }

  #cells(column: number, threads?: number): Cell[] {
    const rows = threads === undefined ? this.#rows : this.#rows.filter((row) => row.threads === threads);
    return rows.map(({ cells }) => cells[column] ?? null);
  }

  /** The first column: the environment where it changes, and the name. */
  #names(): string[] {
    const environments = new Set(this.results.map(({ env }) => env));
    const shown = environments.size > 1;
    const width = shown ? Math.max(...[...environments].map((env) => env.length)) : 0;
    return this.#rows.map(({ env, name, threads }, i) => {
      const above = this.#rows[i - 1];
      const changed = !above || above.threads !== threads || above.env !== env;
      return `  ${(shown && changed ? `(${env})` : '').padEnd(width + 4)}${name}`;
    });
  }

  #best(row: Row, column: number): number | null {
    if (this.style.colorize === 'rowwise') return least(row.cells);
    return this.style.colorize === 'columnwise' ? least(this.#cells(column, row.threads)) : null;
  }

  #line(row: Row, texts: readonly string[], widths: readonly number[]): string {
    const cells = texts.slice(1).map((text, i) => {
      const segment = center(text, widths[i + 1] ?? 0);
      const [cell, best] = [row.cells[i], this.#best(row, i)];
      return cell && best !== null ? colored(segment, cell.median, best) : segment;
    });
    return [(texts[0] ?? '').padEnd(widths[0] ?? 0), ...cells].join('  |  ');
  }

  render(): string {
    const names = this.#names();
    const head = ['', ...this.#columns.map((name) => name ?? 'None')];
    const body = this.#rows.map(({ cells }, i) => [
      names[i] ?? '',
      ...cells.map((cell, j) => (this.#printed[j] as Column).text(cell)),
    ]);
    const widths = head.map((_, i) => Math.max(...[head, ...body].map((texts) => (texts[i] ?? '').length)));
    const lines = [head.map((text, i) => center(text, widths[i] ?? 0)).join('  |  ')];
    const width = (lines[0] as string).length;
    this.#rows.forEach((row, i) => {
      if (this.#rows[i - 1]?.threads !== row.threads) lines.push(`${row.threads} threads: `.padEnd(width, '-'));
      lines.push(this.#line(row, body[i] ?? [], widths));
    });
    const title = center(` ${this.results[0]?.label ?? ''} `, width - 2, '-');
    const warned = this.style.highlight && this.results.some((one) => one.hasWarnings);
    const note = warned ? '(! XX%) Measurement has high variance, where XX is the IQR / median * 100.\n' : '';
    return `[${title}]\n${lines.join('\n')}\n\nTimes are in ${unitToEnglish(this.#unit)}s (${this.#unit}).\n${note}`;
  }
}

const RESULTS = { results: iterable<Iterable<Measurement>>('an iterable of measurements') };

/**
 * Prints measurements as tables: one for each label, with a row for each sub-label and a column for each description.
 *
 * @see https://docs.pytorch.org/docs/2.13/benchmark_utils.html#torch.utils.benchmark.Compare
 * @example
 * const { Compare, Measurement, TaskSpec } = torch.utils.benchmark;
 * const task = new TaskSpec({ stmt: 'x.mm(x)', label: 'mm', subLabel: '64', description: 'float32' });
 * console.log(String(new Compare([new Measurement(1, [1e-5, 1.1e-5], task)])));
 */
export class Compare {
  readonly #results: Measurement[] = [];
  #colorize: Colors = 'none';
  #trim = false;
  #highlight = false;

  constructor(...args: [results: Iterable<Measurement>]) {
    this.extendResults(...args);
  }

  /** Adds measurements. */
  extendResults(...args: [results: Iterable<Measurement>]): void {
    this.#results.push(...measurementsOf(readArguments('Compare', RESULTS, args).results));
  }

  /** Prints only figures that mean something. */
  trimSignificantFigures(...args: []): void {
    takesNothing('trimSignificantFigures', args);
    this.#trim = true;
  }

  /** Colors the best and the worst of each column, or of each row. */
  colorize(
    ...args: [
      rowwise?:
        | boolean
        | {
            /** Compares within rows, and not within columns. @defaultValue false */
            readonly rowwise?: boolean;
          },
    ]
  ): void {
    const { rowwise } = readArguments('colorize', { rowwise: bool(false) }, args);
    this.#colorize = rowwise ? 'rowwise' : 'columnwise';
  }

  /** Marks measurements whose times differ much. */
  highlightWarnings(...args: []): void {
    takesNothing('highlightWarnings', args);
    this.#highlight = true;
  }

  /** Prints the tables to the console. */
  print(...args: []): void {
    takesNothing('print', args);
    console.log(this.toString());
  }

  toString(): string {
    const groups = new Map<string | null, Measurement[]>();
    for (const one of Measurement.merge(this.#results)) groups.set(one.label, [...(groups.get(one.label) ?? []), one]);
    const style = { colorize: this.#colorize, trim: this.#trim, highlight: this.#highlight };
    return [...groups.values()].map((results) => new Table(results, style).render()).join('\n');
  }
}
