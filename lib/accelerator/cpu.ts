/** `torch.cpu`: what `torch.cuda` has, so that a program can be written against either. There is one device, and nothing to wait for. */
import type { Synchronous } from '../arguments/synchronous';
import { any, int } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';

const DEVICE = { device: any() };

/** Whether there is a CPU: true. */
export function isAvailable(...args: []): boolean {
  takesNothing('torch.cpu.isAvailable', args);
  return true;
}

/** Whether it is ready: true. */
export function isInitialized(...args: []): boolean {
  takesNothing('torch.cpu.isInitialized', args);
  return true;
}

/** How many devices there are, not cores: 1. */
export function deviceCount(...args: []): number {
  takesNothing('torch.cpu.deviceCount', args);
  return 1;
}

/** The device: `cpu`. */
export function currentDevice(...args: []): string {
  takesNothing('torch.cpu.currentDevice', args);
  return 'cpu';
}

/** Does nothing: there is one device. */
export function setDevice(...args: [device?: unknown]): void {
  readArguments('torch.cpu.setDevice', DEVICE, args);
}

/** Does nothing: a call of an operator ends when its work has ended. */
export function synchronize(...args: [device?: unknown]): void {
  readArguments('torch.cpu.synchronize', DEVICE, args);
}

/** An order of work: on the CPU there is one. */
export class Stream {
  /** @param priority - Changes nothing. @defaultValue -1 */
  constructor(...args: [priority?: number]) {
    readArguments('torch.cpu.Stream', { priority: int(-1) }, args);
  }

  /** Does nothing. */
  waitStream(...args: [stream: Stream]): void {
    refuseSurplus('waitStream', 1, args.slice(1));
  }

  /** Does nothing. */
  recordEvent(...args: []): void {
    takesNothing('recordEvent', args);
  }

  /** Does nothing. */
  waitEvent(...args: [event: Event]): void {
    refuseSurplus('waitEvent', 1, args.slice(1));
  }
}

/** A mark in the order of work, which has been reached at once. */
export class Event {
  constructor(...args: []) {
    takesNothing('torch.cpu.Event', args);
  }

  /** Whether it has been reached: true. */
  query(...args: []): boolean {
    takesNothing('query', args);
    return true;
  }

  /** Does nothing. */
  record(...args: [stream?: Stream | null]): void {
    refuseSurplus('record', 1, args.slice(1));
  }

  /** Does nothing. */
  synchronize(...args: []): void {
    takesNothing('synchronize', args);
  }

  /** Does nothing. */
  wait(...args: [stream?: Stream | null]): void {
    refuseSurplus('wait', 1, args.slice(1));
  }
}

let current = new Stream();

/** The stream that was chosen last. */
export function currentStream(...args: [device?: unknown]): Stream {
  readArguments('torch.cpu.currentStream', DEVICE, args);
  return current;
}

/**
 * Chooses a stream until `using` ends, or for a synchronous function; null changes nothing.
 *
 * @example
 * torch.cpu.stream(new torch.cpu.Stream(), () => torch.ones([2]));
 */
export function stream(chosen: Stream | null): ModeGuard;
export function stream<R>(chosen: Stream | null, body: () => Synchronous<R>): R;
export function stream<R>(chosen: Stream | null, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.cpu.stream', 2, surplus);
  const former = current;
  current = chosen ?? current;
  const mode = guard(() => (current = former));
  return during('torch.cpu.stream', mode, body);
}
