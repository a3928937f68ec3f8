import { native } from '../native/binding';
import type { NativeEvent, ProfileBox } from '../native/contract/profiler';
import { runtimeError } from '../errors';
import { deviceTypeOf } from './enums';
import { FunctionEvent } from './event';
import { byStart } from './event-tree';

/** Makes events of what libtorch has recorded, as `_parse_kineto_results` of Python does. */

const MEMORY = '[memory]';
const OUT_OF_MEMORY = '[OutOfMemory]';

/** What libtorch calls by itself to record. */
const HIDDEN = new Set([
  ...[MEMORY, OUT_OF_MEMORY],
  ...['profiler::_record_function_enter', 'profiler::_record_function_enter_new', 'profiler::_record_function_exit'],
  ...['aten::is_leaf', 'aten::output_nr', 'aten::_version'],
]);

const ON_CPU = new Set(['CPU', 'MKLDNN', 'IDEEP']);
const ON_DEVICE = new Set(['CUDA', 'PrivateUse1', 'HIP', 'XPU']);

const cpuBytes = (event: NativeEvent): number => (ON_CPU.has(deviceTypeOf(event.deviceType)) ? event.bytes : 0);
const deviceBytes = (event: NativeEvent): number => (ON_DEVICE.has(deviceTypeOf(event.deviceType)) ? event.bytes : 0);

/** Changes of memory in the order of time, of which each event takes those that happened while it ran. */
class MemoryRecords {
  readonly records: readonly NativeEvent[];
  readonly #taken = new Set<NativeEvent>();

  constructor(events: readonly NativeEvent[]) {
    this.records = events.filter(({ name }) => name === MEMORY).sort((a, b) => a.start - b.start);
  }

  /** The first one that is not before `time`, or not before or at it. */
  #find(time: number, after: boolean): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start } = this.records[middle] as NativeEvent;
      if (start < time || (after && start === time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  take({ start, end }: NativeEvent): { cpu: number; device: number } {
    let [cpu, device] = [0, 0];
    const last = this.#find(end, true);
    for (let i = this.#find(start, false); i < last; i++) {
      const record = this.records[i] as NativeEvent;
      cpu += cpuBytes(record);
      device += deviceBytes(record);
      this.#taken.add(record);
    }
    return { cpu, device };
  }

  rest(): NativeEvent[] {
    return this.records.filter((record) => !this.#taken.has(record));
  }
}

const NOTHING = { cpu: 0, device: 0 };

/** Backward functions of this package's kernels have the names of C++ types: `…LayerFunction`, `…LstmFunction`. */
const OWN_FUNCTION = /torch::autograd::CppNode<ltn::(\w+)::[^>]*>/;

function shownName(name: string): string {
  if (name.startsWith('ProfilerStep#')) return 'ProfilerStep*';
  return name.includes('CppNode<ltn::') ? name.replace(OWN_FUNCTION, 'libtorch_node::$1_backward') : name;
}

function eventOf(from: NativeEvent, useDevice: string | null, memory: { cpu: number; device: number }): FunctionEvent {
  const { name } = from;
  return new FunctionEvent({
    id: from.id,
    name: shownName(name),
    traceName: name,
    overloadName: from.overloadName,
    thread: from.thread,
    start: from.start,
    end: from.end,
    fwdThread: from.forwardThread,
    inputShapes: from.shapes,
    structuredInputShapes: from.structuredShapes,
    structuredInputStrides: from.strides,
    inputDtypes: from.dtypes,
    concreteInputs: from.inputs,
    kwinputs: from.keywords,
    stack: from.stack,
    moduleHierarchy: from.modules,
    scope: from.scope,
    useDevice,
    cpuMemoryUsage: memory.cpu,
    deviceMemoryUsage: memory.device,
    isAsync: from.isAsync || from.thread !== from.endThread,
    sequenceNr: from.sequence,
    deviceType: deviceTypeOf(from.deviceType),
    deviceIndex: from.deviceIndex,
    deviceResourceId: from.deviceResource,
    flops: from.flops,
    isUserAnnotation: from.isAnnotation,
    linkedCorrelationId: from.linkedId,
  });
}

/** A change of memory outside of all events. */
function memoryEvent(from: NativeEvent, id: number, useDevice: string | null): FunctionEvent {
  const none = { shapes: [], structuredShapes: [], strides: [], dtypes: [], inputs: [], keywords: {}, stack: [] };
  const alone = { ...from, ...none, id, end: from.start, endThread: from.thread, forwardThread: from.thread };
  const plain = { ...alone, overloadName: '', scope: 0, sequence: -1, flops: 0, modules: [], linkedId: 0 };
  const memory = { cpu: cpuBytes(from), device: deviceBytes(from) };
  const event = eventOf({ ...plain, deviceType: 0, deviceIndex: 0, isAsync: false }, useDevice, memory);
  return Object.assign(event, { traceName: null });
}

/** Gives each event the kernels that it has started, and work of the device's runtime its thread. */
function linkDevice(events: readonly FunctionEvent[]): void {
  const linked = new Map<number, FunctionEvent[]>();
  for (const event of events) {
    const { linkedCorrelationId: id } = event;
    if (id < 0) throw runtimeError(`Got negative correlation id ${id} in profiler post processing`);
    if (id > 0) linked.set(id, [...(linked.get(id) ?? []), event]);
  }
  if (linked.size === 0) return;
  for (const event of events) {
    if (event.linkedCorrelationId !== 0 || event.deviceType !== 'CPU' || event.isAsync) continue;
    for (const { name, deviceIndex, timeRange, deviceType } of linked.get(event.id) ?? []) {
      if (deviceType !== 'CPU') event.kernels.push({ name, device: deviceIndex, duration: timeRange.elapsedUs() });
    }
    for (const other of linked.get(event.id) ?? []) if (other.deviceType === 'CPU') other.thread = event.thread;
  }
}

/** What a session has recorded. @internal */
export function parseEvents(profile: ProfileBox, useDevice: string | null, gpuTimes: boolean): FunctionEvent[] {
  const found = native.profilerEvents(profile, gpuTimes);
  const memory = new MemoryRecords(found);
  const events: FunctionEvent[] = [];
  let last = 0;
  for (const from of found) {
    if (HIDDEN.has(from.name) || from.hidden) continue;
    const event = eventOf(from, useDevice, from.deviceType === 0 ? memory.take(from) : NOTHING);
    last = Math.max(last, event.id);
    if (from.gpuTime > 0 && event.deviceType === 'CPU' && !event.isAsync) {
      event.kernels.push({ name: event.name, device: event.deviceIndex, duration: from.gpuTime });
      event.isLegacy = true;
    }
    events.push(event);
  }
  linkDevice(events);
  const lost = found.filter(({ name }) => name === OUT_OF_MEMORY);
  for (const record of [...memory.rest(), ...lost]) events.push(memoryEvent(record, ++last, useDevice));
  return events.sort(byStart);
}
