import { readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';

/** A rank that did not end well. */
export interface Failure {
  readonly rank: number;
  readonly localRank: number;
  readonly pid: number;
  readonly code: number;
  readonly signal: string | null;
  /** Milliseconds since 1970; where the rank has written an error file, what that says. */
  readonly time: number;
  readonly host: string;
  readonly errorFile: string | null;
  readonly message: string;
}

/** The first of them, which most likely is the cause of the others. */
export function firstOf(failures: readonly Failure[]): Failure | undefined {
  return [...failures].sort((a, b) => a.time - b.time)[0];
}

/** An error file is small; another one was not written by a rank's error handler. */
const LARGEST = 1 << 20;

/** What a rank has written into `TORCHELASTIC_ERROR_FILE`, as Python's `@record` does. */
export function readErrorFile(file: string): { message: string; time: number | null } | null {
  try {
    if (statSync(file).size > LARGEST) return null;
    const { message, timestamp } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof message === 'string') return { message, time: seconds(timestamp) };
    const { message: text, extraInfo } = message as { message?: unknown; extraInfo?: Record<string, unknown> };
    const told = extraInfo?.py_callstack ?? text;
    return typeof told === 'string' ? { message: told, time: seconds(extraInfo?.timestamp) } : null;
  } catch {
    // Not there, or not what it should be.
    return null;
  }
}

function seconds(value: unknown): number | null {
  const number = Number(value ?? NaN);
  return Number.isFinite(number) && number > 0 ? number * 1000 : null;
}

/** Lines longer than this make the border no longer. */
const WIDEST = 60;

/** The table that torchrun prints at the end. */
export function tableOf(name: string, failures: readonly Failure[]): string {
  const first = firstOf(failures);
  if (first === undefined) return '';
  const texts = new Map(failures.map((failure, index) => [failure, describe(index, failure)]));
  const others = failures.filter((failure) => failure !== first).map((failure) => texts.get(failure));
  const title = `${name} FAILED`;
  const widths = [title, ...[...texts.values()].flatMap((text) => text.split('\n'))].map((line) => line.length);
  const width = Math.min(WIDEST, Math.max(...widths));
  return [
    '',
    '='.repeat(width),
    title,
    '-'.repeat(width),
    'Failures:',
    others.length > 0 ? others.join('\n') : '  <NO_OTHER_FAILURES>',
    '-'.repeat(width),
    'Root Cause (first observed failure):',
    texts.get(first),
    '='.repeat(width),
  ].join('\n');
}

function describe(index: number, failure: Failure): string {
  const { signal, pid, code, rank, localRank } = failure;
  const number = signal === null ? 0 : (constants.signals[signal as NodeJS.Signals] ?? 0);
  const ended = signal === null ? `${code} (pid: ${pid})` : `-${number} (pid: ${pid}) (${signal})`;
  const said = failure.message === '' ? '' : failure.message.split('\n').join('\n  ');
  const message =
    signal === null ? said : [`Signal ${number} (${signal}) received by PID ${pid}`, said].join('\n  ').trimEnd();
  return [
    `[${index}]:`,
    `  time      : ${timeOf(failure.time)}`,
    `  host      : ${failure.host}`,
    `  rank      : ${rank} (local_rank: ${localRank})`,
    `  exitcode  : ${ended}`,
    `  error_file: ${failure.errorFile ?? '<N/A>'}`,
    `  traceback : ${message || '<N/A>'}`,
  ].join('\n');
}

/** `2026-11-28_10:44:27`, in the machine's own time. */
function timeOf(time: number): string {
  const date = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return Number.isNaN(date.getTime()) ? '<N/A>' : date.toISOString().slice(0, 19).replace('T', '_');
}
