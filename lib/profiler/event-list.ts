import fs from 'node:fs';
import { fileFailure, fileToWrite } from '../arguments/files';
import { bool, count, str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { camelCase, snakeCase } from '../arguments/names';
import type { Mixed } from '../arguments/signature';
import { valueError } from '../errors';
import { type AnyEvent, FunctionEvent, FunctionEventAvg } from './event';
import { listText } from './format';
import { type ListOptions, TABLE, type TableRest, tableOf } from './table';

const AVERAGES = { groupByInputShapes: bool(false), groupByStackN: count(0, 0), groupByOverloadName: bool(false) };

/** How calls are grouped to averages. */
export interface KeyAveragesOptions {
  /** Makes a row for each shape of the inputs. @defaultValue false */
  readonly groupByInputShapes?: boolean;
  /** Makes a row for each caller: this many innermost entries of the stack count. @defaultValue 0 */
  readonly groupByStackN?: number;
  /** Makes a row for each overload of an operator. @defaultValue false */
  readonly groupByOverloadName?: boolean;
}

const METRICS = ['self_cpu_time_total', 'self_cuda_time_total', 'self_xpu_time_total', 'self_privateuse1_time_total'];

/** The defaults of a list. */
const PLAIN: ListOptions = { useDevice: null, profileMemory: false, withFlops: false };

/**
 * The events of a profile, or averages of them: an array that can print and export itself.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler_util.EventList
 * @example
 * const recorder = new torch.profiler.profile();
 * recorder.during(() => torch.ones([2]));
 * recorder.events().map(({ name }) => name)[0]; // 'aten::ones'
 * console.log(recorder.keyAverages().table({ rowLimit: 5 }));
 */
export class EventList<E extends AnyEvent = FunctionEvent> extends Array<E> {
  readonly #options: ListOptions;

  /** What array methods make of a list is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** @internal */
  constructor(events: Iterable<E> = [], options: ListOptions = PLAIN) {
    super();
    this.#options = options;
    Object.defineProperty(this, 'toString', { value: () => this.table(), enumerable: false });
    for (const event of events) this.push(event);
  }

  /** The sum of all events' own time on the CPU, in microseconds. */
  get selfCpuTimeTotal(): number {
    return this.reduce((sum, event) => sum + event.selfCpuTimeTotal, 0);
  }

  /**
   * The events as a table of text, as Python prints it.
   *
   * @throws TypeError if events have no such figure as `sortBy`.
   */
  table(...args: TableRest): string {
    return tableOf(this, readArguments('EventList.table', TABLE, args), this.#options);
  }

  /** Adds up the events of each name. Shapes, callers and overloads may be part of the key. */
  keyAverages(
    ...args: Mixed<
      [groupByInputShapes?: boolean, groupByStackN?: number, groupByOverloadName?: boolean],
      KeyAveragesOptions
    >
  ): EventList<FunctionEventAvg> {
    const settings = readArguments('EventList.keyAverages', AVERAGES, args);
    const { groupByInputShapes, groupByStackN, groupByOverloadName } = settings;
    const groups = new Map<string, FunctionEventAvg>();
    for (const event of this) {
      const parts: unknown[] = [event.key, event.nodeId, event.deviceType, event.isLegacy, event.isUserAnnotation];
      if (groupByOverloadName) parts.push(event.overloadName);
      if (groupByInputShapes) parts.push(listText(event.inputShapes));
      const key = JSON.stringify([...parts, event.stack.slice(0, groupByStackN)]);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = new FunctionEventAvg()));
      group.add(event);
    }
    for (const group of groups.values()) {
      group.stack = group.stack.slice(0, groupByStackN);
      if (!groupByInputShapes) group.inputShapes = '';
      if (!groupByOverloadName) group.overloadName = '';
    }
    return new EventList(groups.values(), this.#options);
  }

  /** The sum of all events, whatever their names. */
  totalAverage(...args: []): FunctionEventAvg {
    takesNothing('EventList.totalAverage', args);
    const total = new FunctionEventAvg();
    for (const event of this) total.add(event);
    total.key = 'Total';
    return total;
  }

  /** The names that {@link exportStacks} takes. */
  supportedExportStacksMetrics(...args: []): string[] {
    takesNothing('EventList.supportedExportStacksMetrics', args);
    return METRICS.map(camelCase);
  }

  /**
   * Writes a line for each event with a stack: its entries, outermost first, and the figure. Flame graph programs read it.
   *
   * @param path the file
   * @param metric `selfCpuTimeTotal`, or the same of a device
   */
  exportStacks(...args: [path: string, metric: string]): void {
    const { path, metric } = readArguments('EventList.exportStacks', { path: str(), metric: str() }, args);
    const file = fileToWrite('exportStacks', path);
    if (!METRICS.includes(metric) && !METRICS.includes(snakeCase(metric))) {
      throw valueError(`metric should be one of: [${METRICS.map((name) => `'${name}'`).join(', ')}]`);
    }
    const name = /cpu/.test(metric.toLowerCase()) ? 'selfCpuTimeTotal' : 'selfDeviceTimeTotal';
    const lines = this.filter((event) => event.stack.length > 0 && Math.trunc(event[name]) > 0).map((event) => {
      const entries = [...event.stack].reverse().map((entry) => entry.replace(/[ ;\t\n]/g, '_'));
      return `${entries.join(';')} ${Math.trunc(event[name])}\n`;
    });
    write(file, lines.join(''));
  }

  /**
   * Writes the events in the format of Chrome's tracing. `profile.exportChromeTrace` has more: threads, devices, arguments.
   *
   * @param path the file
   */
  exportChromeTrace(...args: [path: string]): void {
    const { path } = readArguments('EventList.exportChromeTrace', { path: str() }, args);
    const file = fileToWrite('exportChromeTrace', path);
    const device = this.#options.useDevice ?? 'cuda';
    let id = 0;
    const entries: object[] = [];
    for (const event of this) {
      if (!(event instanceof FunctionEvent) || event.traceName === null) continue;
      const common = { name: event.traceName, ts: event.timeRange.start, tid: event.thread, pid: 'CPU functions' };
      entries.push({ ...common, ph: 'X', dur: event.timeRange.elapsedUs(), args: {} });
      for (const _kernel of event.kernels)
        entries.push({ ...common, ph: 's', id: id++, cat: `cpu_to_${device}`, args: {} });
    }
    write(file, JSON.stringify(entries));
  }
}

function write(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text);
  } catch (cause) {
    throw fileFailure('exporting a profile', file, cause);
  }
}
