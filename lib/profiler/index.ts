/** `torch.profiler`: what a program spends its time on. */
export { DeviceType, ProfilerAction, ProfilerActivity } from './enums';
export { type ProfileOptions, profile, supportedActivities } from './profile';
export { type ScheduleOptions, type TraceHandlerOptions, schedule, tensorboardTraceHandler } from './schedule';
export { type RecordedFunction, recordFunction } from './record-function';
export { ExecutionTraceObserver, type TraceObserver } from './execution-trace';
export type { AveragesOptions, StacksOptions } from './calls';
export { kinetoAvailable } from './kineto';
