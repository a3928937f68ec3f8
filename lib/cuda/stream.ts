import type { Synchronous } from '../arguments/synchronous';
import { bool, optional, value } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { native } from '../native/binding';
import { Device, isDeviceLike } from '../tensor/device';
import { type OneDevice, type CudaDeviceLike, deviceIndex } from './device';
import type { EventBox, StreamBox } from '../native/contract/cuda';
import { typeError } from '../errors';

/** Only this module makes streams and events from native ones. */
const KEY = Symbol('native');

export interface StreamOptions {
  /** The device; the current one if left out. */
  readonly device?: CudaDeviceLike;
  /** 0, or a negative number for a stream with a higher priority. */
  readonly priority?: number;
}

export interface EventOptions {
  /** Lets {@link Event.elapsedTime} measure. */
  readonly enableTiming?: boolean;
}

/**
 * A queue of work on a GPU: work in one stream runs in order, work in different streams may overlap.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.Stream.html
 * @example
 * const side = new torch.cuda.Stream(); // needs 'cuda'
 * torch.cuda.stream(side, () => torch.ones([2], { device: 'cuda' }));
 * torch.cuda.currentStream().waitStream(side);
 */
export class Stream {
  readonly #box: StreamBox;

  constructor(options?: StreamOptions);
  constructor(device: CudaDeviceLike, priority?: number | Pick<StreamOptions, 'priority'>);
  /** @internal */
  constructor(key: typeof KEY, box: StreamBox);
  constructor(...args: readonly unknown[]) {
    this.#box = args[0] === KEY ? (args[1] as StreamBox) : openStream(args);
  }

  /** @internal */
  static boxOf(stream: Stream): StreamBox {
    if (!(stream instanceof Stream)) throw typeError('expected a torch.cuda.Stream');
    return stream.#box;
  }

  get device(): Device {
    return new Device('cuda', native.streamInfo(this.#box)[0]);
  }

  /** The number by which libtorch knows it; equal for equal streams. */
  get streamId(): number | bigint {
    return native.streamInfo(this.#box)[1];
  }

  /** Whether all its work is finished. */
  query(): boolean {
    return native.streamQuery(this.#box);
  }

  /** Blocks the thread until all its work is finished. */
  synchronize(): void {
    native.streamSynchronize(this.#box);
  }

  /** Records an event at this point of the stream, and returns it. */
  recordEvent(event: Event = new Event()): Event {
    event.record(this);
    return event;
  }

  /** Later work of this stream waits for the event. */
  waitEvent(event: Event): void {
    event.wait(this);
  }

  /** Later work of this stream waits for the work that the other stream has now. */
  waitStream(other: Stream): void {
    this.waitEvent(other.recordEvent());
  }

  /** Whether both are the same queue. */
  equals(other: Stream): boolean {
    const [device, id] = native.streamInfo(Stream.boxOf(other));
    const [ownDevice, ownId] = native.streamInfo(this.#box);
    return device === ownDevice && id === ownId;
  }
}

const isCudaDevice = (given: unknown): boolean => given === null || typeof given === 'number' || isDeviceLike(given);
const isPriority = (given: unknown): boolean => Number.isInteger(given) && Math.abs(given as number) <= 100;

const STREAM = {
  device: optional(value<CudaDeviceLike>('a device', isCudaDevice)),
  priority: value('0 or a small negative whole number', isPriority, 0),
};

const EVENT = { enableTiming: bool(false) };

function openStream(args: readonly unknown[]): StreamBox {
  const { device, priority } = readArguments('torch.cuda.Stream', STREAM, args);
  return native.newStream(deviceIndex('Stream', [device]), priority);
}

/**
 * A point in a stream, to wait for or to measure time with.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.Event.html
 * @example
 * const start = new torch.cuda.Event({ enableTiming: true }); // needs 'cuda'
 * const end = new torch.cuda.Event({ enableTiming: true });
 * start.record();
 * torch.ones([1000, 1000], { device: 'cuda' }).matmul(torch.ones([1000, 1000], { device: 'cuda' }));
 * end.record();
 * end.synchronize();
 * start.elapsedTime(end); // milliseconds
 */
export class Event {
  readonly #box: EventBox;

  constructor(options?: EventOptions | boolean);
  constructor(...args: readonly unknown[]) {
    this.#box = native.newEvent(readArguments('torch.cuda.Event', EVENT, args).enableTiming);
  }

  static #boxOf(event: Event): EventBox {
    if (!(event instanceof Event)) throw typeError('expected a torch.cuda.Event');
    return event.#box;
  }

  /** Records this event at the present point of a stream, by default of the current one. */
  record(stream: Stream = currentStream()): void {
    native.eventRecord(this.#box, Stream.boxOf(stream));
  }

  /** Later work of the stream waits for this event. */
  wait(stream: Stream = currentStream()): void {
    native.eventBlock(this.#box, Stream.boxOf(stream));
  }

  /** Whether the stream has passed the event. True if the event was never recorded. */
  query(): boolean {
    return native.eventQuery(this.#box);
  }

  /** Blocks the thread until the stream has passed the event. */
  synchronize(): void {
    native.eventSynchronize(this.#box);
  }

  /** Milliseconds from this event to a later one; both made with `enableTiming`, recorded and passed. */
  elapsedTime(end: Event): number {
    return native.eventElapsed(this.#box, Event.#boxOf(end));
  }
}

/** The current stream of a device. Each thread has its own. */
export function currentStream(...device: OneDevice): Stream {
  return new Stream(KEY, native.currentStream(deviceIndex('currentStream', device)));
}

/** The default stream of a device. */
export function defaultStream(...device: OneDevice): Stream {
  return new Stream(KEY, native.defaultStream(deviceIndex('defaultStream', device)));
}

/** Makes a stream the current one of its device, and its device the current one; null changes nothing. */
export function setStream(stream: Stream | null, ...surplus: []): void {
  refuseSurplus('cuda.setStream', 1, surplus);
  if (stream === null) return;
  const box = Stream.boxOf(stream);
  native.cudaSetDevice(native.streamInfo(box)[0]);
  native.setStream(box);
}

/**
 * Makes a stream and its device the current ones while a synchronous function runs, or until the guard ends; null changes
 * nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.stream.html
 */
export function stream(which: Stream | null): ModeGuard;
export function stream<R>(which: Stream | null, body: () => Synchronous<R>): R;
export function stream<R>(which: Stream | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('cuda.stream', 2, surplus);
  return during('torch.cuda.stream', switchStream(which), body);
}

/**
 * What {@link stream} returns without a function, as a class: makes a stream and its device the current ones until it is disposed;
 * null changes nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.StreamContext.html
 */
export class StreamContext implements ModeGuard {
  readonly #guard: ModeGuard;

  /**
   * @param stream the stream, or null
   */
  constructor(
    readonly stream: Stream | null,
    ...surplus: []
  ) {
    refuseSurplus('torch.cuda.StreamContext', 1, surplus);
    this.#guard = switchStream(stream);
  }

  /** Makes the former stream the current one again. A second call does nothing. */
  restore(...args: []): void {
    takesNothing('restore', args);
    this.#guard.restore();
  }

  [Symbol.dispose](): void {
    this.#guard.restore();
  }
}

function switchStream(which: Stream | null): ModeGuard {
  if (which === null) return guard(() => undefined);
  const box = Stream.boxOf(which);
  const formerDevice = native.cudaCurrentDevice();
  native.cudaSetDevice(native.streamInfo(box)[0]);
  const former = native.setStream(box);
  return guard(() => {
    native.setStream(former);
    native.cudaSetDevice(formerDevice);
  });
}
