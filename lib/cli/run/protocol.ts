import { isPlainObject } from '../../arguments/plain-object';
import type { Attempt } from './environment';
import type { Failure } from './failures';

/** What the starter of a machine tells the coordinator, which is in the starter of machine 0. */
export type Report =
  | {
      readonly type: 'join';
      readonly run: string;
      readonly node: number;
      readonly nodes: number;
      readonly ranks: number;
      readonly role: string;
      readonly maxRestarts: number;
    }
  /** All ranks of the machine have ended well. */
  | { readonly type: 'succeeded' }
  /** One has not. */
  | { readonly type: 'failed'; readonly reason: string }
  /** The starter was sent a signal. */
  | { readonly type: 'signal'; readonly signal: string }
  /** After an order to stop: nothing runs any longer; these have failed. `clean`: every rank has ended with 0. */
  | { readonly type: 'stopped'; readonly failures: readonly Failure[]; readonly clean: boolean }
  | { readonly type: 'alive' };

/** What the coordinator tells the starters. */
export type Order =
  | ({ readonly type: 'start' } & Attempt)
  /** `signal` is what a starter was sent; null where a rank has failed. */
  | { readonly type: 'stop'; readonly reason: string; readonly signal: string | null }
  | { readonly type: 'end'; readonly code: number; readonly cause: Failure | null; readonly reason: string }
  | { readonly type: 'alive' };

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length < 1 << 16;
const number: Check = (value) => Number.isFinite(value);
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length < 1 << 16 && value.every(check);
const object =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isPlainObject(value) && Object.entries(checks).every(([key, check]) => check(value[key]));

const failure = object({
  ...{ rank: whole, localRank: whole, pid: whole, code: whole, signal: orNull(text), time: number },
  ...{ host: text, errorFile: orNull(text), message: text },
});

const REPORTS: Readonly<Record<string, Check>> = {
  join: object({ run: text, node: whole, nodes: whole, ranks: whole, role: text, maxRestarts: whole }),
  succeeded: object({}),
  failed: object({ reason: text }),
  signal: object({ signal: text }),
  stopped: object({ failures: listOf(failure), clean: (value) => typeof value === 'boolean' }),
  alive: object({}),
};

const ORDERS: Readonly<Record<string, Check>> = {
  start: object({ restart: whole, port: whole, machines: listOf(object({ ranks: whole, role: text })) }),
  stop: object({ reason: text, signal: orNull(text) }),
  end: object({ code: whole, cause: orNull(failure), reason: text }),
  alive: object({}),
};

function read(line: string, table: Readonly<Record<string, Check>>): unknown {
  try {
    const message = JSON.parse(line) as { type?: unknown } | null;
    const type = String(message?.type);
    return Object.hasOwn(table, type) && table[type]?.(message) ? message : null;
  } catch {
    return null;
  }
}

/** A line from the network; null for what no starter writes. */
export function readReport(line: string): Report | null {
  return read(line, REPORTS) as Report | null;
}

export function readOrder(line: string): Order | null {
  return read(line, ORDERS) as Order | null;
}
