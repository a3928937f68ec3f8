/** What a loader and its workers say to each other, and how batches travel: tensors as tickets, without a copy. */
import type { MessagePort } from 'node:worker_threads';
import { native } from '../../native/binding';
import { ticketFor } from '../../tensor/share';
import { isTensor, wrap } from '../../tensor/tensor';
import type { Request } from '../fetch';

/** What a worker is given when it starts. */
export interface WorkerSetup {
  readonly id: number;
  readonly numWorkers: number;
  readonly module: string;
  readonly options: unknown;
  readonly init: string | null;
  readonly port: MessagePort;
  /** Counts messages to the loader, so that a loop that blocks can wait for one. */
  readonly signal: SharedArrayBuffer;
}

/** How an iterable dataset's samples are batched. */
export interface Batching {
  readonly batchSize: number | null;
  readonly dropLast: boolean;
}

export type Order =
  | { readonly type: 'epoch'; readonly epoch: number; readonly seed: number | bigint; readonly batching: Batching }
  | { readonly type: 'batch'; readonly epoch: number; readonly request: Request | null };

export type Report =
  | { readonly type: 'ready'; readonly environment: number; readonly length: number | null; readonly iterable: boolean }
  | { readonly type: 'batch'; readonly epoch: number; readonly value: unknown }
  | { readonly type: 'end'; readonly epoch: number }
  | { readonly type: 'error'; readonly epoch: number; readonly error: unknown };

/** A tensor on its way. */
interface Ticket {
  readonly $tensor: number;
}

/** Replaces tensors by tickets; they end here. */
export function pack(value: unknown): unknown {
  return map(value, (item) => {
    if (!isTensor(item)) return undefined;
    const ticket: Ticket = { $tensor: ticketFor(item) };
    item.dispose();
    return ticket;
  });
}

/** The inverse of {@link pack}. */
export function unpack(value: unknown): unknown {
  return map(value, (item) => (isTicket(item) ? wrap(native.take(item.$tensor)) : undefined));
}

function isTicket(value: object): value is Ticket {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === '$tensor';
}

/** Rebuilds arrays, plain objects and maps around what `replace` replaces. */
function map(value: unknown, replace: (item: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item) => map(item, replace));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, map(item, replace)]));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, replace)]));
}
