import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { native } from '../native/binding';
import type { ProfileBox } from '../native/contract/profiler';
import { fileFailure, fileToWrite } from '../arguments/files';
import { runtimeError } from '../errors';
import type { LoopSpan } from './event-loop';
import { names } from './spans';

/** The trace that Chrome and Perfetto open: libtorch's, with what JavaScript adds to it. */

const LIST = '"traceEvents": [';
const BASE = /"baseTimeNanoseconds": (\d+)/;
const NAME = '"traceName": ';
/** How many bytes at the start hold the header. */
const HEAD = 1 << 16;
/** The row of the event loop, beside those of threads. */
const ROW = 'event loop';

type Clock = readonly [now: number, ns: bigint];

/** What libtorch writes. */
function rawTrace(profile: ProfileBox): Buffer {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'libtorch-node-trace-'));
  try {
    const file = path.join(folder, 'trace.json');
    native.saveProfile(profile, file);
    return fs.readFileSync(file);
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('ERR_TORCH')) throw cause;
    throw fileFailure('exportChromeTrace', folder, cause);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Spans as entries of the list, each with a comma behind it. */
function entriesOf(spans: readonly LoopSpan[], base: bigint, [now, ns]: Clock): string {
  if (spans.length === 0) return '';
  const at = (ms: number): number => Number(ns - base) / 1000 + (ms - now) * 1000;
  const common = { pid: process.pid, tid: ROW };
  const row = { ph: 'M', name: 'thread_name', ...common, ts: at(spans[0]?.start ?? now), args: { name: ROW } };
  const all = spans.map(({ name, start, end }) => ({
    ...{ ph: 'X', cat: 'javascript', name, ...common },
    ...{ ts: at(start), dur: (end - start) * 1000, args: {} },
  }));
  return [row, ...all].map((entry) => `${JSON.stringify(entry)},\n`).join('');
}

const NAME_LINE = /^( {4}"name": ")(.*)(",?)$/gm;

/** Kineto puts names into the file as they are. */
function withEscapedNames(raw: Buffer): Buffer {
  const escape = (_line: string, before: string, name: string, after: string): string =>
    before + name.replaceAll('"', '\\"') + after;
  return Buffer.from(raw.toString().replace(NAME_LINE, escape));
}

/** What JavaScript adds to a trace. @internal */
export interface Additions {
  readonly spans: readonly LoopSpan[];
  readonly clock: Clock;
  /** Values as JSON. Kineto would replace each backslash in them. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** Writes a trace; `.gz` at the end of the path compresses it. @internal */
export function writeTrace(profile: ProfileBox, target: string, { spans, clock, metadata }: Additions): void {
  const file = fileToWrite('exportChromeTrace', target);
  const written = rawTrace(profile);
  const raw = names.quoted ? withEscapedNames(written) : written;
  const head = raw.subarray(0, HEAD).toString('latin1');
  const base = BASE.exec(head)?.[1];
  const start = head.indexOf(LIST) + LIST.length;
  const end = raw.lastIndexOf(NAME);
  if (base === undefined || start < LIST.length || end < 0)
    throw runtimeError('exportChromeTrace: libtorch has written a trace of an unknown format');
  const name = Buffer.from(`${NAME}${JSON.stringify(target)} }\n`);
  const values = [...metadata].map(([key, json]) => `${JSON.stringify(key)}: ${json},\n    `).join('');
  const added = Buffer.from(`${values}${LIST}\n${entriesOf(spans, BigInt(base), clock)}`);
  const whole = Buffer.concat([raw.subarray(0, start - LIST.length), added, raw.subarray(start, end), name]);
  try {
    fs.writeFileSync(file, target.endsWith('.gz') ? gzipSync(whole) : whole);
  } catch (cause) {
    throw fileFailure('exportChromeTrace', file, cause);
  }
}
