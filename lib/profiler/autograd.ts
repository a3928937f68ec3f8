/** `torch.autograd.profiler`: the parts of which `torch.profiler` is made. */
export { type SessionOptions, profile } from './session';
export { type RecordedFunction, recordFunction } from './record-function';
export { EventList, type KeyAveragesOptions } from './event-list';
export { type AnyEvent, FunctionEvent, FunctionEventAvg, Interval, type Kernel } from './event';
export type { AveragesOptions, StacksOptions } from './calls';
export type { TableOptions } from './table';
export { EnforceUnique } from './enforce-unique';
export { KinetoStepTracker } from './step-tracker';
export { MemRecordsAcc, type MemoryRecord } from './memory-records';
export { type EmitOptions, emitItt, emitNvtx } from './ranges';
