import { int, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { isPlainObject } from '../../arguments/plain-object';
import * as cuda from '../../cuda/index';
import { runtimeError, valueError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { cat, chunk } from '../../ops/generated/functions';
import { Device, type DeviceLike, isDeviceLike } from '../../tensor/device';
import { functionalCall } from '../functional-call';
import { Module } from '../module';

type Place = number | DeviceLike;

const isPlace = (v: unknown): boolean => isDeviceLike(v) || Number.isInteger(v);
const isPlaces = (v: unknown): boolean => Array.isArray(v) && v.every(isPlace);
const OPTIONS = {
  module: value<Module>('a Module', (v) => v instanceof Module),
  deviceIds: nullable(value<readonly Place[]>('an array of devices or their numbers', isPlaces)),
  outputDevice: nullable(value<Place>('a device or its number', isPlace)),
  dim: int(0),
};

/** What {@link DataParallel} takes. */
export interface DataParallelOptions {
  /** The devices that share the work. @defaultValue null, for all GPUs; without one, the module runs where it is */
  readonly deviceIds?: readonly Place[] | null;
  /** Where outputs are put together. @defaultValue null, for the first device */
  readonly outputDevice?: Place | null;
  /** The dimension along which inputs are divided and outputs put together. @defaultValue 0 */
  readonly dim?: number;
}

type Rest = Mixed<
  [deviceIds?: readonly Place[] | null, outputDevice?: Place | null, dim?: number],
  DataParallelOptions
>;

const deviceOf = (place: Place): Device =>
  typeof place === 'number' ? new Device('cuda', place) : typeof place === 'string' ? new Device(place) : place;

/** A copy of a value of inputs for each device, with tensors divided. */
function scatter(given: unknown, devices: readonly Device[], dim: number): unknown[] {
  if (isTensor(given)) {
    if (given.ndim === 0) return devices.map((device) => given.to(device));
    return chunk(given, devices.length, dim).map((part, i) => part.to(devices[i] as Device));
  }
  if (Array.isArray(given)) return transpose(given.map((item) => scatter(item, devices, dim)));
  if (isPlainObject(given)) {
    const [keys, lists] = [Object.keys(given), Object.values(given).map((item) => scatter(item, devices, dim))];
    return transpose(lists).map((row) => Object.fromEntries(row.map((item, i) => [keys[i] as string, item])));
  }
  return devices.map(() => given);
}

/** Rows of columns, as many as the shortest column has. */
function transpose(columns: readonly (readonly unknown[])[]): unknown[][] {
  if (columns.length === 0) return [[]];
  const least = Math.min(...columns.map((column) => column.length));
  return Array.from({ length: least }, (_, i) => columns.map((column) => column[i]));
}

/** Outputs of one form put together. */
function gather(outputs: readonly unknown[], device: Device, dim: number): unknown {
  const [first] = outputs;
  if (isTensor(first)) {
    const tensors = (outputs as readonly Tensor[]).map((one) => (one.ndim === 0 ? one.unsqueeze(0) : one).to(device));
    return cat(tensors, first.ndim === 0 ? 0 : dim);
  }
  if (first === null || first === undefined) return first;
  if (Array.isArray(first))
    return first.map((_, i) =>
      gather(
        outputs.map((one) => (one as unknown[])[i]),
        device,
        dim,
      ),
    );
  if (!isPlainObject(first)) return first;
  const keys = Object.keys(first);
  if (outputs.some((one) => Object.keys(one as object).length !== keys.length)) {
    throw valueError('All dicts must have the same number of keys');
  }
  const values = keys.map((key) =>
    gather(
      outputs.map((one) => (one as Record<string, unknown>)[key]),
      device,
      dim,
    ),
  );
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

/**
 * Divides the batch among several GPUs of one process: each computes its part with a copy of the module, and gradients are added up
 * in the module itself. Without GPUs it is the module. `DistributedDataParallel` is faster, with one GPU too.
 *
 * Inputs are divided along `dim`; other values than tensors go to every device. Buffers that copies change are lost, but for those
 * of the first device.
 *
 * @param module - The module; its parameters are on the first device.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.DataParallel.html
 * @example
 * const model = new nn.DataParallel(new nn.Linear(3, 2));
 * (model.forward(torch.ones([4, 3])) as torch.Tensor).shape; // [4, 2]
 */
export class DataParallel<M extends Module = Module> extends Module {
  declare readonly module: M;
  declare readonly deviceIds: readonly Device[];
  declare readonly outputDevice: Device | null;
  declare readonly dim: number;

  constructor(module: M, ...rest: Rest) {
    super();
    const read = readArguments('DataParallel', OPTIONS, [module, ...rest]);
    const all = read.deviceIds ?? Array.from({ length: cuda.deviceCount() }, (_, i) => i);
    const deviceIds = all.map(deviceOf);
    const outputDevice = read.outputDevice === null ? (deviceIds[0] ?? null) : deviceOf(read.outputDevice);
    this.registerModule('module', module);
    Object.assign(this, { deviceIds, outputDevice, dim: read.dim });
    if (deviceIds.length === 1) module.to(deviceIds[0] as Device);
  }

  override forward(...inputs: unknown[]): unknown {
    const { module, deviceIds, dim } = this;
    const run = module.forward.bind(module) as (...args: unknown[]) => unknown;
    const [first, ...others] = deviceIds;
    if (first === undefined) return run(...inputs);
    this.requireOn(first);
    const parts = scatter(inputs, deviceIds, dim) as unknown[][];
    if (others.length === 0) return run(...(parts[0] ?? []));
    const outputs = parts.map((part, i) => (i === 0 ? run(...part) : this.replica(deviceIds[i] as Device, part)));
    return gather(outputs, this.outputDevice ?? first, dim);
  }

  private requireOn(first: Device): void {
    for (const tensor of [...this.module.parameters(), ...this.module.buffers()]) {
      const { type, index } = tensor.device;
      if (type === first.type && (index ?? 0) === (first.index ?? 0)) continue;
      throw runtimeError(
        `module must have its parameters and buffers on device ${String(first)} (device_ids[0]) but found one of them on ` +
          `device: ${String(tensor.device)}`,
      );
    }
  }

  /** The output of a copy: gradients of its parameters flow into the module's own. */
  private replica(device: Device, inputs: readonly unknown[]): unknown {
    const state: Record<string, Tensor> = {};
    for (const [name, parameter] of this.module.namedParameters())
      state[name] = parameter.to(device, { copy: true } as never);
    for (const [name, buffer] of this.module.namedBuffers()) state[name] = buffer.to(device).clone();
    return functionalCall(this.module, state, [...inputs] as never);
  }
}
