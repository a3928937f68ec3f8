import { refuseSurplus, takesNothing } from '../arguments/read';
import { pythonText } from '../ops/print/python-text';
import { formatTime, listText } from './format';
import type { DeviceType } from './enums';

/** A stretch of time in microseconds since the start of the trace. */
export class Interval {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}

  /** Its length in microseconds. */
  elapsedUs(...args: []): number {
    takesNothing('Interval.elapsedUs', args);
    return this.end - this.start;
  }
}

/** A kernel that an event has started on a device. Its duration is in microseconds. */
export interface Kernel {
  /** The name of the kernel, as the device's tools show it. */
  readonly name: string;
  /** The index of the device it ran on. */
  readonly device: number;
  /** How long it ran, in microseconds. */
  readonly duration: number;
}

type Shapes = readonly (readonly number[])[];
type StructuredShapes = readonly (readonly number[] | Shapes)[];

/** What {@link FunctionEvent} and {@link FunctionEventAvg} share: times in microseconds, memory in bytes. */
abstract class Timed {
  abstract readonly count: number;
  abstract readonly cpuTimeTotal: number;
  abstract readonly deviceTimeTotal: number;
  abstract readonly selfCpuTimeTotal: number;
  abstract readonly selfDeviceTimeTotal: number;

  /** Time on the CPU for one call. */
  get cpuTime(): number {
    return this.count === 0 ? 0 : this.cpuTimeTotal / this.count;
  }
  /** Time on the device for one call. */
  get deviceTime(): number {
    return this.count === 0 ? 0 : this.deviceTimeTotal / this.count;
  }
  get cpuTimeStr(): string {
    return formatTime(this.cpuTime);
  }
  get deviceTimeStr(): string {
    return formatTime(this.deviceTime);
  }
  get cpuTimeTotalStr(): string {
    return formatTime(this.cpuTimeTotal);
  }
  get deviceTimeTotalStr(): string {
    return formatTime(this.deviceTimeTotal);
  }
  get selfCpuTimeTotalStr(): string {
    return formatTime(this.selfCpuTimeTotal);
  }
  get selfDeviceTimeTotalStr(): string {
    return formatTime(this.selfDeviceTimeTotal);
  }
}

/** What was recorded of a call of an operator, or of a span. */
export interface Recorded {
  readonly id: number;
  readonly name: string;
  /** The name in the trace; null for memory. */
  readonly traceName: string | null;
  /** The name of the overload, where the profiler was asked for it. */
  readonly overloadName: string;
  /** The thread on which it began. */
  thread: number;
  /** Of a backward function: the thread of the forward. */
  readonly fwdThread: number;
  /** The shapes of the arguments; `[]` for those that are not tensors. */
  readonly inputShapes: Shapes;
  /** The same, with the shapes of each tensor of a list. */
  readonly structuredInputShapes: StructuredShapes;
  readonly structuredInputStrides: StructuredShapes;
  readonly inputDtypes: readonly string[];
  /** The arguments that are not tensors; null for those that are. */
  readonly concreteInputs: readonly unknown[];
  readonly kwinputs: Readonly<Record<string, unknown>>;
  /** Where JavaScript called it, innermost first: `file(line): function`. */
  stack: readonly string[];
  /** Of TorchScript: the modules that it belongs to. */
  readonly moduleHierarchy: readonly string[];
  /** 0 is a function, 1 the backward of one, 7 a span that a program has named. */
  readonly scope: number;
  readonly useDevice: string | null;
  readonly cpuMemoryUsage: number;
  readonly deviceMemoryUsage: number;
  readonly isAsync: boolean;
  /** Counts the functions that autograd has recorded; a backward function has the number of its forward. */
  readonly sequenceNr: number;
  readonly deviceType: DeviceType;
  readonly deviceIndex: number;
  readonly deviceResourceId: number;
  /** An estimate of the floating-point operations, for matrix products and convolutions. */
  readonly flops: number;
  readonly isUserAnnotation: boolean;
  readonly linkedCorrelationId: number;
}

/** What an event is made of. @internal */
export interface EventFields extends Recorded {
  readonly start: number;
  readonly end: number;
}

// What was recorded becomes fields of the event.
export interface FunctionEvent extends Recorded {}

/**
 * One call of an operator or one span, as it was recorded. Times are in microseconds, memory is in bytes.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler_util.FunctionEvent
 * @example
 * const recorder = new torch.profiler.profile({ recordShapes: true });
 * const [a, b] = [torch.ones([2, 3]), torch.ones([3, 4])];
 * recorder.during(() => a.mm(b));
 * recorder.events()[0]!.inputShapes; // [[2, 3], [3, 4]]
 */
export class FunctionEvent extends Timed {
  readonly nodeId = -1;
  readonly timeRange: Interval;
  readonly kernels: Kernel[] = [];
  readonly count = 1;
  cpuChildren: FunctionEvent[] = [];
  cpuParent: FunctionEvent | null = null;
  readonly isRemote = false;
  isLegacy = false;

  /** @internal */
  constructor({ start, end, ...recorded }: EventFields) {
    super();
    this.timeRange = new Interval(start, end);
    Object.assign(this, recorded);
  }

  /** The name, by which averages are taken. */
  get key(): string {
    return this.name;
  }

  get cpuTimeTotal(): number {
    return this.deviceType === 'CPU' ? this.timeRange.elapsedUs() : 0;
  }

  get selfCpuTimeTotal(): number {
    if (this.isAsync || this.deviceType !== 'CPU') return 0;
    return this.cpuTimeTotal - sumOf(this.cpuChildren, (child) => child.cpuTimeTotal);
  }

  get deviceTimeTotal(): number {
    if (this.isAsync || !this.useDevice) return 0;
    if (this.deviceType !== 'CPU') return this.timeRange.elapsedUs();
    const kernels = sumOf(this.kernels, (kernel) => kernel.duration);
    return this.isLegacy ? kernels : kernels + sumOf(this.cpuChildren, (child) => child.deviceTimeTotal);
  }

  get selfDeviceTimeTotal(): number {
    if (this.isAsync || !this.useDevice) return 0;
    if (this.deviceType !== 'CPU') return this.deviceTimeTotal;
    return this.deviceTimeTotal - sumOf(this.cpuChildren, (child) => child.deviceTimeTotal);
  }

  get selfCpuMemoryUsage(): number {
    if (this.isAsync || this.deviceType !== 'CPU') return 0;
    return this.cpuMemoryUsage - sumOf(this.cpuChildren, (child) => child.cpuMemoryUsage);
  }

  get selfDeviceMemoryUsage(): number {
    if (this.isAsync || this.deviceType !== 'CPU') return 0;
    return this.deviceMemoryUsage - sumOf(this.cpuChildren, (child) => child.deviceMemoryUsage);
  }

  override toString(): string {
    const device = this.useDevice ?? 'None';
    return (
      `<FunctionEvent id=${this.id} name=${this.name} overload_name=${this.overloadName} ` +
      `device_type=DeviceType.${this.deviceType} node_id=${this.nodeId} cpu_time=${this.cpuTimeStr} ` +
      `start_us=${this.timeRange.start} end_us=${this.timeRange.end} ` +
      `cpu_children=${listText(this.cpuChildren.map(({ id }) => id))} ${device}_time=${this.deviceTimeStr} ` +
      `name=${this.name} thread=${this.thread} input_shapes=${listText(this.inputShapes)} ` +
      `cpu_memory_usage=${this.cpuMemoryUsage} ${device}_memory_usage=${this.deviceMemoryUsage} ` +
      `is_async=${pythonText(this.isAsync)} is_remote=${pythonText(this.isRemote)} seq_nr=${this.sequenceNr} ` +
      `is_legacy=${pythonText(this.isLegacy)}>`
    );
  }
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}

/**
 * All calls under one key, added up. Times are in microseconds, memory is in bytes.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler.profile.key_averages
 * @example
 * const recorder = new torch.profiler.profile();
 * const x = torch.ones([2]);
 * recorder.during(() => [x.exp(), x.exp()]);
 * const [exp] = recorder.keyAverages();
 * [exp!.key, exp!.count]; // ['aten::exp', 2]
 */
export class FunctionEventAvg extends Timed {
  key: string | null = null;
  count = 0;
  nodeId = 0;
  isAsync = false;
  isRemote = false;
  useDevice: string | null = null;
  cpuTimeTotal = 0;
  deviceTimeTotal = 0;
  selfCpuTimeTotal = 0;
  selfDeviceTimeTotal = 0;
  /** Empty unless the averages were grouped by shapes. */
  inputShapes: Shapes | '' = [];
  overloadName = '';
  stack: readonly string[] = [];
  scope = 0;
  cpuMemoryUsage = 0;
  deviceMemoryUsage = 0;
  selfCpuMemoryUsage = 0;
  selfDeviceMemoryUsage = 0;
  cpuChildren: readonly FunctionEvent[] = [];
  cpuParent: FunctionEvent | null = null;
  deviceType: DeviceType = 'CPU';
  isLegacy = false;
  isUserAnnotation = false;
  flops = 0;

  /** Adds an event of the same key. */
  add(other: FunctionEvent | FunctionEventAvg, ...surplus: []): this {
    refuseSurplus('FunctionEventAvg.add', 1, surplus);
    if (this.key === null) this.#adopt(other);
    this.cpuTimeTotal += other.cpuTimeTotal;
    this.deviceTimeTotal += other.deviceTimeTotal;
    this.selfCpuTimeTotal += other.selfCpuTimeTotal;
    this.selfDeviceTimeTotal += other.selfDeviceTimeTotal;
    this.cpuMemoryUsage += other.cpuMemoryUsage;
    this.deviceMemoryUsage += other.deviceMemoryUsage;
    this.selfCpuMemoryUsage += other.selfCpuMemoryUsage;
    this.selfDeviceMemoryUsage += other.selfDeviceMemoryUsage;
    this.count += other.count;
    this.flops += other.flops;
    return this;
  }

  #adopt(other: FunctionEvent | FunctionEventAvg): void {
    this.key = other.key;
    this.nodeId = other.nodeId;
    this.isAsync = other.isAsync;
    this.isRemote = other.isRemote;
    this.cpuParent = other.cpuParent;
    this.cpuChildren = other.cpuChildren;
    this.overloadName = other.overloadName;
    this.inputShapes = other.inputShapes;
    this.stack = other.stack;
    this.scope = other.scope;
    this.deviceType = other.deviceType;
    this.isLegacy = other.isLegacy;
    this.useDevice = other.useDevice;
    this.isUserAnnotation = other.isUserAnnotation;
  }

  override toString(): string {
    const device = this.useDevice ?? 'cuda';
    return (
      `<FunctionEventAvg key=${this.key ?? 'None'} self_cpu_time=${this.selfCpuTimeTotalStr} cpu_time=${this.cpuTimeStr} ` +
      ` self_${device}_time=${this.selfDeviceTimeTotalStr} ${device}_time=${this.deviceTimeStr} ` +
      `input_shapes=${listText(this.inputShapes)} cpu_memory_usage=${this.cpuMemoryUsage} ` +
      `${device}_memory_usage=${this.deviceMemoryUsage}>`
    );
  }
}

/** Either kind. */
export type AnyEvent = FunctionEvent | FunctionEventAvg;
