import type { FunctionEvent } from './event';

/** Which event happened inside which, and what follows from it. */

/** Relates the events of each thread to each other. `stacks` then says where JavaScript called them. @internal */
export function buildTree(events: FunctionEvent[], stacks?: (events: readonly FunctionEvent[]) => void): void {
  populateChildren(events);
  removeDuplicates(events);
  stacks?.(events);
  setBackwardStacks(events);
}

/** In the order of starts; of two that start at once, the longer one first. @internal */
export function byStart(a: FunctionEvent, b: FunctionEvent): number {
  return a.timeRange.start - b.timeRange.start || b.timeRange.end - a.timeRange.end;
}

/** An event is a child of the one that encloses it. Those that overlap in part are not related. */
function populateChildren(events: readonly FunctionEvent[]): void {
  const threads = new Map<number, FunctionEvent[]>();
  for (const event of events) {
    if (event.isAsync || event.deviceType !== 'CPU') continue;
    const list = threads.get(event.thread);
    if (list) list.push(event);
    else threads.set(event.thread, [event]);
  }
  for (const list of threads.values()) nest(list.sort(byStart));
}

function nest(events: readonly FunctionEvent[]): void {
  const open: FunctionEvent[] = [];
  for (const event of events) {
    for (let parent = open.at(-1); parent; parent = open.at(-1)) {
      const outside = event.timeRange.start >= parent.timeRange.end || event.timeRange.end > parent.timeRange.end;
      if (!outside) {
        parent.cpuChildren.push(event);
        event.cpuParent = parent;
        break;
      }
      open.pop();
    }
    open.push(event);
  }
}

/** An event that is the only child of one of the same name is the same call once more. */
function removeDuplicates(events: FunctionEvent[]): void {
  for (;;) {
    const doubles = new Set<FunctionEvent>();
    for (const event of events) {
      const parent = event.cpuParent;
      if (!parent || parent.name !== event.name || parent.cpuChildren.length !== 1) continue;
      parent.cpuChildren = event.cpuChildren;
      parent.kernels.splice(0, parent.kernels.length, ...event.kernels);
      for (const child of event.cpuChildren) child.cpuParent = parent;
      doubles.add(event);
    }
    if (doubles.size === 0) return;
    const rest = events.filter((event) => !doubles.has(event));
    events.length = 0;
    for (const event of rest) events.push(event);
  }
}

const BACKWARD_FUNCTION = 1;

function backwardParent(event: FunctionEvent | null): FunctionEvent | null {
  for (let at = event; at; at = at.cpuParent) if (at.scope === BACKWARD_FUNCTION) return at;
  return null;
}

/** What happens in the backward of a function gets the stack of its forward. */
function setBackwardStacks(events: readonly FunctionEvent[]): void {
  const forward = new Map<string, readonly string[]>();
  for (const event of events) {
    const key = `${event.sequenceNr}/${event.thread}`;
    if (!backwardParent(event) && !forward.has(key)) forward.set(key, event.stack);
  }
  for (const event of events) {
    const parent = backwardParent(event);
    if (parent) event.stack = forward.get(`${parent.sequenceNr}/${parent.fwdThread}`) ?? [];
  }
}
