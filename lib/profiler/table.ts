import { typeError } from '../errors';
import { fixed } from '../ops/print/numbers';
import { type Values, bool, choice, int, nullable, str } from '../arguments/fields';
import { camelCase } from '../arguments/names';
import type { Mixed } from '../arguments/signature';
import type { AnyEvent } from './event';
import { formatMemory, formatShare, formatTime, listText } from './format';

/** What {@link EventList.table} takes. @internal */
export const TABLE = {
  sortBy: nullable(str()),
  rowLimit: int(100),
  maxSrcColumnWidth: nullable(int(), 75),
  maxNameColumnWidth: nullable(int(), 55),
  maxShapesColumnWidth: nullable(int(), 80),
  header: nullable(str()),
  topLevelEventsOnly: bool(false),
  timeUnit: nullable(choice(['s', 'ms', 'us'])),
};

export interface TableOptions {
  /**
   * The figure by which rows are sorted, the largest first: `cpuTime`, `cpuTimeTotal`, `selfCpuTimeTotal`,
   * `cpuMemoryUsage`, `selfCpuMemoryUsage`, the same with `cuda`, or `count`. @defaultValue the order of the calls
   */
  readonly sortBy?: string | null;
  /** The number of rows; -1 for all. @defaultValue 100 */
  readonly rowLimit?: number;
  /** The width of the column of sources. @defaultValue 75 */
  readonly maxSrcColumnWidth?: number | null;
  /** The width of the column of names. @defaultValue 55 */
  readonly maxNameColumnWidth?: number | null;
  /** The width of the column of shapes. @defaultValue 80 */
  readonly maxShapesColumnWidth?: number | null;
  /** A line above the table. @defaultValue null */
  readonly header?: string | null;
  /** Shows only what JavaScript has called directly. @defaultValue false */
  readonly topLevelEventsOnly?: boolean;
  /** Prints all times in `s`, `ms` or `us`. @defaultValue what suits each */
  readonly timeUnit?: 's' | 'ms' | 'us' | null;
}

/** The options of a table by position, any of which may be an object of those that follow. */
export type TableRest = Mixed<
  [
    sortBy?: string | null,
    rowLimit?: number,
    maxSrcColumnWidth?: number | null,
    maxNameColumnWidth?: number | null,
    maxShapesColumnWidth?: number | null,
    header?: string | null,
    topLevelEventsOnly?: boolean,
    timeUnit?: TableOptions['timeUnit'],
  ],
  TableOptions
>;

type Settings = Values<typeof TABLE>;

/** What the profiler of a list was asked for. @internal */
export interface ListOptions {
  readonly useDevice: string | null;
  readonly profileMemory: boolean;
  readonly withFlops: boolean;
}

const WIDTH = 12;
const GAP = '  ';

interface Column {
  readonly header: string;
  readonly width: number;
  readonly left?: boolean;
  readonly cell: (event: AnyEvent) => string;
}

/** The figure of an event under a name in Python's spelling or ours; `cuda` and `xpu` mean the device. */
function figure(event: AnyEvent, name: string): number {
  const ours = camelCase(name.replace(/cuda|xpu|privateuse1/g, 'device').replace(/Cuda|Xpu/g, 'Device'));
  const found = (event as unknown as Record<string, unknown>)[ours];
  if (typeof found === 'number') return found;
  throw typeError(`'${event.constructor.name}' object has no attribute '${name}'`);
}

function sorted(events: readonly AnyEvent[], by: string | null): readonly AnyEvent[] {
  if (by === null) return events;
  return [...events].sort((a, b) => figure(b, by) - figure(a, by));
}

const timeIn = (unit: Settings['timeUnit'], us: number): string => {
  if (unit === 's') return `${fixed(us / 1e6, 3)}s`;
  if (unit === 'ms') return `${fixed(us / 1e3, 3)}ms`;
  return unit === 'us' ? `${fixed(us, 3)}us` : formatTime(us);
};

/** As wide as the longest text and four more, but not wider than allowed. */
function widthFor(texts: readonly string[], most: number | null): number {
  const needed = texts.reduce((most, text) => Math.max(most, text.length), 0) + 4;
  return most === null ? needed : Math.min(needed, most);
}

function shortened(name: string, most: number | null): string {
  return most !== null && name.length >= most - 3 ? `${name.slice(0, most - 3)}...` : name;
}

function trimPath(path: string, width: number): string {
  if (path.length <= width) return path;
  const end = path.slice(path.length - width);
  return end.length > 3 ? `...${end.slice(3)}` : end;
}

const FLOPS = ['FLOPs', 'KFLOPs', 'MFLOPs', 'GFLOPs', 'TFLOPs', 'PFLOPs'];

function flopsColumn(events: readonly AnyEvent[]): Column[] {
  const counts = events.map(({ flops }) => flops).filter((flops) => flops > 0);
  if (counts.length === 0) return [];
  const least = counts.reduce((a, b) => Math.min(a, b));
  const power = Math.floor(Math.max(0, Math.min(Math.log10(least) / 3, FLOPS.length - 1)));
  const cell = ({ flops }: AnyEvent): string => (flops <= 0 ? '--' : fixed(flops * 10 ** (power * -3), 3).padStart(8));
  return [{ header: `Total ${FLOPS[power]}`, width: WIDTH, cell }];
}

interface Totals {
  readonly cpu: number;
  readonly device: number;
}

function totalsOf(events: readonly AnyEvent[]): Totals {
  let [cpu, device] = [0, 0];
  for (const event of events) {
    cpu += event.selfCpuTimeTotal;
    const counts = event.deviceType === 'CPU' ? event.isLegacy : !event.isUserAnnotation;
    if (counts) device += event.selfDeviceTimeTotal;
  }
  return { cpu, device };
}

class Table {
  readonly #lines: string[] = [];
  readonly #columns: Column[] = [];
  readonly #totals: Totals;
  readonly #device: string;
  readonly #hasDeviceTime: boolean;
  readonly #sourceWidth: number | null;

  constructor(
    readonly events: readonly AnyEvent[],
    readonly settings: Settings,
    readonly list: ListOptions,
  ) {
    this.#totals = totalsOf(events);
    this.#device = events[0]?.useDevice?.toUpperCase() ?? 'None';
    this.#hasDeviceTime = events.some((event) => event.selfDeviceTimeTotal > 0);
    const stacks = events.map(({ stack }) => stack).filter((stack) => stack.length > 0);
    this.#sourceWidth = stacks.length > 0 ? widthFor(stacks.flat(), settings.maxSrcColumnWidth) : null;
    this.#addNames();
    this.#addTimes();
    this.#addMemory();
    this.#column('# of Calls', (event) => String(event.count));
    this.#addRest();
  }

  #column(header: string, cell: Column['cell'], width = WIDTH): void {
    this.#columns.push({ header, cell, width });
  }

  #addNames(): void {
    const most = this.settings.maxNameColumnWidth;
    const width = widthFor(
      this.events.map(({ key }) => key ?? ''),
      most,
    );
    this.#column('Name', ({ key }) => shortened(key ?? '', most), width);
    if (!this.events.some(({ overloadName }) => overloadName.length > 0)) return;
    this.#column('Overload Name', ({ overloadName }) => shortened(overloadName, most), width);
  }

  #addTimes(): void {
    const { cpu, device } = this.#totals;
    const time = (us: number): string => timeIn(this.settings.timeUnit, us);
    this.#column('Self CPU %', (event) => formatShare(event.selfCpuTimeTotal, cpu));
    this.#column('Self CPU', (event) => time(event.selfCpuTimeTotal));
    this.#column('CPU total %', (event) => (event.isAsync ? '0' : formatShare(event.cpuTimeTotal, cpu)));
    this.#column('CPU total', (event) => time(event.cpuTimeTotal));
    this.#column('CPU time avg', (event) => time(event.cpuTime));
    if (!this.#hasDeviceTime) return;
    this.#column(`Self ${this.#device}`, (event) => time(event.selfDeviceTimeTotal));
    this.#column(`Self ${this.#device} %`, (event) => formatShare(event.selfDeviceTimeTotal, device));
    this.#column(`${this.#device} total`, (event) => time(event.deviceTimeTotal));
    this.#column(`${this.#device} time avg`, (event) => time(event.deviceTime));
  }

  #addMemory(): void {
    if (!this.list.profileMemory) return;
    this.#column('CPU Mem', (event) => formatMemory(event.cpuMemoryUsage));
    this.#column('Self CPU Mem', (event) => formatMemory(event.selfCpuMemoryUsage));
    if (!this.events[0]?.useDevice || !this.events.some((event) => event.selfDeviceMemoryUsage > 0)) return;
    this.#column(`${this.#device} Mem`, (event) => formatMemory(event.deviceMemoryUsage));
    this.#column(`Self ${this.#device} Mem`, (event) => formatMemory(event.selfDeviceMemoryUsage));
  }

  /** Python puts the header of the sources before that of the FLOPs, and their cells the other way round. */
  #addRest(): void {
    if (this.events.some(({ inputShapes }) => inputShapes.length > 0)) {
      const width = widthFor(
        this.events.map(({ inputShapes }) => listText(inputShapes)),
        this.settings.maxShapesColumnWidth,
      );
      this.#column('Input Shapes', ({ inputShapes }) => listText(inputShapes).slice(0, width), width);
    }
    const flops = this.list.withFlops ? flopsColumn(this.events) : [];
    const source = this.#sourceWidth;
    if (source !== null) {
      const cell = ({ stack }: AnyEvent): string => trimPath(stack[0] ?? '', source);
      const [first] = flops;
      this.#columns.push({ header: 'Source Location', width: source, left: true, cell: first?.cell ?? cell });
      if (first) this.#columns.push({ ...first, cell });
      return;
    }
    this.#columns.push(...flops);
  }

  #row(cells: readonly string[]): void {
    const padded = cells.map((cell, i) => {
      const { width, left } = this.#columns[i] as Column;
      return (left ? cell.padEnd(width) : cell.padStart(width)) + GAP;
    });
    this.#lines.push(padded.join(''));
  }

  #stackRows({ stack }: AnyEvent): void {
    const source = this.#sourceWidth;
    if (source === null) return;
    const empty = this.#columns.slice(1).map(() => '');
    for (const entry of stack.slice(1)) this.#row([...empty, trimPath(entry, source)]);
    this.#row([...empty, '']);
  }

  #head(): string {
    const { header, topLevelEventsOnly } = this.settings;
    const separator = this.#columns.map(({ width }) => '-'.repeat(width) + GAP).join('');
    const line = '='.repeat(separator.length - GAP.length);
    if (header !== null) this.#lines.push(line, header);
    if (topLevelEventsOnly) this.#lines.push(line, 'This report only display top-level ops statistics');
    this.#lines.push(separator);
    this.#row(this.#columns.map((column) => column.header));
    this.#lines.push(separator);
    return separator;
  }

  toString(): string {
    const { rowLimit, topLevelEventsOnly, timeUnit } = this.settings;
    const separator = this.#head();
    let rows = 0;
    for (const event of this.events) {
      if (rows === rowLimit) break;
      if (topLevelEventsOnly && event.cpuParent !== null) continue;
      rows++;
      this.#row(this.#columns.map(({ cell }) => cell(event)));
      this.#stackRows(event);
    }
    this.#lines.push(separator, `Self CPU time total: ${timeIn(timeUnit, this.#totals.cpu)}`);
    if (this.#hasDeviceTime)
      this.#lines.push(`Self ${this.#device} time total: ${timeIn(timeUnit, this.#totals.device)}`);
    return `${this.#lines.join('\n')}\n`;
  }
}

/** A list of events as Python prints it. @internal */
export function tableOf(events: readonly AnyEvent[], settings: Settings, list: ListOptions): string {
  if (events.length === 0) return '';
  return new Table(sorted(events, settings.sortBy), settings, list).toString();
}
