/** What the page asks for: each address under `/api/` and its answer. Nothing that a page sends becomes part of a path. */
import type { Curve, RunList } from './protocol';
import { Refusal } from './guard';
import type { RunFiles } from './read/run';
import type { RunIndex } from './read/runs';

const MOST_POINTS = 4000;
const MOST_CURVES = 500;
const MOST_HISTOGRAMS = 60;

/** An answer that is not JSON. */
export interface Bytes {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Says what a checkpoint holds, as `libtorch-node inspect --json` does. */
export type Inspect = (file: string, signal: AbortSignal) => Promise<unknown>;

export interface Context {
  readonly index: RunIndex;
  readonly control: boolean;
  readonly inspect: Inspect | null;
}

type Answer = (context: Context, query: URLSearchParams, signal: AbortSignal) => unknown;

/** The runs with these ids, or all. */
export function listOf(
  { index, control }: Context,
  ids: readonly string[] | null,
  removed: readonly string[],
): RunList {
  const runs = ids === null ? [...index.runs.values()] : ids.flatMap((id) => index.runs.get(id) ?? []);
  const { folder, found, left } = index;
  return { folder, control, found, left, removed, runs: runs.map((run) => run.row()) };
}

export function runOf({ index }: Context, id: string | null): RunFiles {
  const run = index.runs.get(id ?? '');
  if (!run) throw new Refusal(404, 'there is no such run');
  return run;
}

function textOf(query: URLSearchParams, name: string): string {
  const text = query.get(name);
  if (text === null) throw new Refusal(400, `the address lacks ${name}`);
  return text;
}

function numberOf(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  const number = text === null || text === '' ? fallback : Number(text);
  if (Number.isNaN(number)) throw new Refusal(400, `${name} is no number`);
  return number;
}

/** One curve of many runs, thinned to what a screen can show. */
function curves(context: Context, query: URLSearchParams): Curve[] {
  const name = textOf(query, 'name');
  const most = Math.max(16, Math.min(MOST_POINTS, numberOf(query, 'points', 800)));
  const [from, to] = [numberOf(query, 'from', -Infinity), numberOf(query, 'to', Infinity)];
  return query
    .getAll('run')
    .slice(0, MOST_CURVES)
    .flatMap((id) => {
      const series = context.index.runs.get(id)?.log.series.get(name);
      return series ? [{ run: id, name, points: series.count, ...series.points(most, from, to) }] : [];
    });
}

/** Pictures that browsers draw without running anything of them, by how they begin. */
const PICTURES: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

function image(context: Context, query: URLSearchParams): Bytes {
  const bytes = runOf(context, query.get('run')).events.image(textOf(query, 'tag'), numberOf(query, 'at', 0));
  if (bytes === null) throw new Refusal(404, 'there is no such picture');
  const known = PICTURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (!known) throw new Refusal(415, 'this is no PNG, JPEG, GIF or WebP');
  return { type: known[0], bytes };
}

async function inspected(context: Context, query: URLSearchParams, signal: AbortSignal): Promise<unknown> {
  const file = runOf(context, query.get('run')).checkpoint(textOf(query, 'file'));
  if (file === null) throw new Refusal(404, 'there is no such checkpoint');
  if (context.inspect === null) throw new Refusal(501, 'this board cannot look into checkpoints');
  return context.inspect(file, signal);
}

export const ANSWERS: Readonly<Record<string, Answer>> = {
  __proto__: null as never,
  '/api/runs': (context) => listOf(context, null, []),
  '/api/run': (context, query) => runOf(context, query.get('run')).detail(),
  '/api/curves': curves,
  '/api/histograms': (context, query) =>
    runOf(context, query.get('run')).events.histograms(textOf(query, 'tag'), MOST_HISTOGRAMS),
  '/api/texts': (context, query) => runOf(context, query.get('run')).events.texts(textOf(query, 'tag')),
  '/api/images': (context, query) => runOf(context, query.get('run')).events.images(textOf(query, 'tag')),
  '/api/image': image,
  '/api/inspect': inspected,
};
