/** What a profiler may record. Python's enums are objects of strings here. */

/** The kinds of work that can be recorded. */
export const ProfilerActivity = Object.freeze({
  CPU: 'CPU',
  XPU: 'XPU',
  CUDA: 'CUDA',
  HPU: 'HPU',
  MTIA: 'MTIA',
  PrivateUse1: 'PrivateUse1',
} as const);
export type ProfilerActivity = (typeof ProfilerActivity)[keyof typeof ProfilerActivity];

/** In the order of libtorch's numbers. */
const ACTIVITIES = Object.values(ProfilerActivity);

/** libtorch's numbers of activities. @internal */
export function activityCodes(activities: Iterable<ProfilerActivity>): number[] {
  return [...activities].map((activity) => ACTIVITIES.indexOf(activity)).sort((a, b) => a - b);
}

/** What a profiler does at a step; a schedule returns one of the first four. */
export const ProfilerAction = Object.freeze({
  NONE: 'NONE',
  WARMUP: 'WARMUP',
  RECORD: 'RECORD',
  RECORD_AND_SAVE: 'RECORD_AND_SAVE',
  DEVICE_STOPPED: 'DEVICE_STOPPED',
} as const);
export type ProfilerAction = (typeof ProfilerAction)[keyof typeof ProfilerAction];

/** Where an event happened, by libtorch's numbers of device types. */
export const DeviceType = Object.freeze({
  CPU: 'CPU',
  CUDA: 'CUDA',
  MKLDNN: 'MKLDNN',
  OPENGL: 'OPENGL',
  OPENCL: 'OPENCL',
  IDEEP: 'IDEEP',
  HIP: 'HIP',
  FPGA: 'FPGA',
  MAIA: 'MAIA',
  XLA: 'XLA',
  Vulkan: 'Vulkan',
  Metal: 'Metal',
  XPU: 'XPU',
  MPS: 'MPS',
  Meta: 'Meta',
  HPU: 'HPU',
  VE: 'VE',
  Lazy: 'Lazy',
  IPU: 'IPU',
  MTIA: 'MTIA',
  PrivateUse1: 'PrivateUse1',
} as const);
export type DeviceType = (typeof DeviceType)[keyof typeof DeviceType];

const DEVICES = Object.values(DeviceType);

/** The device type of a number of libtorch's. @internal */
export function deviceTypeOf(code: number): DeviceType {
  return DEVICES[code] ?? DeviceType.CPU;
}
