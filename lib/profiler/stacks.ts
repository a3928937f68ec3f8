import path from 'node:path';
import type { FunctionEvent } from './event';

/** Where JavaScript was when it called an operator. */

const MOST_FRAMES = 64;
const packageRoot = path.resolve(__dirname, '../..');
const LIBRARY = ['lib', 'dist'].map((folder) => path.join(packageRoot, folder) + path.sep);

/** `file(line): function`, as Python writes an entry; null for what is not the program's own. */
function entryOf(line: string): string | null {
  const found = /^\s*at (?:(?:async )?(.*?) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/.exec(line);
  if (!found) return null;
  const [, name = '<anonymous>', file = '', row = ''] = found;
  if (file.startsWith('node:') || LIBRARY.some((folder) => file.startsWith(folder))) return null;
  return `${path.relative(process.cwd(), file) || file}(${row}): ${name}`;
}

function currentStack(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = MOST_FRAMES;
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  Error.stackTraceLimit = stackTraceLimit;
  return lines.map(entryOf).filter((entry) => entry !== null);
}

/** Collects a stack for each call, and gives the stacks to the events. @internal */
export class Stacks {
  readonly #byName = new Map<string, string[][]>();

  readonly started = (name: string): void => {
    const stack = currentStack();
    const list = this.#byName.get(name);
    if (list) list.push(stack);
    else this.#byName.set(name, [stack]);
  };

  /** Each name's calls are in the order of time, here as in the events. */
  assign(events: readonly FunctionEvent[], thread: number): void {
    const names = new Map([...this.#byName].map(([name, stacks]) => [name, stacks.values()]));
    for (const event of events) {
      const parent = event.cpuParent;
      const own = event.thread === thread && (parent === null || called(event));
      const stack = own ? names.get(event.traceName ?? '')?.next().value : undefined;
      if (stack) event.stack = stack;
      else if (parent && event.stack.length === 0) event.stack = parent.stack;
    }
  }
}

/** Whether JavaScript called it itself: it is in nothing but spans that the program has named. */
function called(event: FunctionEvent): boolean {
  for (let at = event.cpuParent; at; at = at.cpuParent) if (!at.isUserAnnotation) return false;
  return true;
}
