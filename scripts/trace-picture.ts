/**
 * Runs examples/profiling.ts and draws a step of its trace, as a trace viewer shows it, into docs/images.
 *
 *   node scripts/run-ts.cjs scripts/trace-picture.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FONT, THEMES, type Theme } from '../bench/report/theme';

/** A span of a Chrome trace: microseconds. */
interface Span {
  readonly ph: string;
  readonly cat: string;
  readonly name: string;
  readonly tid: number | string;
  readonly ts: number;
  readonly dur: number;
}

/** A span, and how many others of its thread it lies in. */
interface Bar extends Span {
  readonly depth: number;
}

const root = path.join(__dirname, '..');
const [WIDTH, LEFT, TOP, ROW] = [1100, 12, 66, 19];
const SCALE_HEIGHT = 34;

/** The spans of a run of the example. On one thread, so that the picture is the same on all machines. */
function record(): Span[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'trace-picture-'));
  try {
    const program = ['scripts/run-ts.cjs', 'examples/profiling.ts', folder];
    const run = spawnSync(process.execPath, program, { cwd: root, env: { ...process.env, OMP_NUM_THREADS: '1' } });
    if (run.status !== 0) throw new Error(`the example ended with ${run.status}: ${run.stderr}`);
    const file = path.join(folder, readdirSync(folder)[0] as string);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: Span[] };
    return traceEvents.filter(({ ph }) => ph === 'X');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const endOf = ({ ts, dur }: Span): number => ts + dur;

/** The last step and what lies in it. */
function barsOf(spans: readonly Span[]): Bar[] {
  const step = spans.findLast(({ name }) => name.startsWith('ProfilerStep#'));
  if (!step) throw new Error('the trace has no step');
  const inside = spans.filter((span) => span.tid === step.tid && span.ts >= step.ts && endOf(span) <= endOf(step));
  const open: Span[] = [];
  return inside
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .map((span) => {
      while (open.length > 0 && endOf(open.at(-1) as Span) <= span.ts) open.pop();
      open.push(span);
      return { ...span, depth: open.length - 1 };
    });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** As much of a name as fits into so many pixels. */
function label(name: string, width: number): string {
  const letters = Math.floor((width - 6) / 5.6);
  if (name.length <= letters) return name;
  return letters > 4 ? `${name.slice(0, letters - 1)}…` : '';
}

function colorOf({ cat, name }: Span, theme: Theme): string {
  if (name.startsWith('ProfilerStep#')) return theme.pale;
  return cat === 'user_annotation' ? theme.own : (theme.others[2] as string);
}

function drawBar(bar: Bar, start: number, scale: number, theme: Theme): string {
  const [x, width] = [LEFT + (bar.ts - start) * scale, Math.max(bar.dur * scale - 0.5, 0.5)];
  const y = TOP + bar.depth * ROW;
  const text = label(bar.name, width);
  return (
    `<g><title>${escaped(bar.name)}: ${bar.dur.toFixed(1)} µs</title>` +
    `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 2}" rx="2" fill="${colorOf(bar, theme)}"/>` +
    (text &&
      `<text x="${(x + 4).toFixed(1)}" y="${y + 12}" font-size="10" fill="${theme.paper}">${escaped(text)}</text>`) +
    '</g>'
  );
}

/** Lines and numbers of time, about eight. */
function drawScale(length: number, scale: number, bottom: number, theme: Theme): string {
  const rough = length / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) as number;
  const marks = Array.from({ length: Math.floor(length / every) + 1 }, (_, i) => i * every);
  return marks
    .map((time) => {
      const x = (LEFT + time * scale).toFixed(1);
      return (
        `<line x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${bottom}" stroke="${theme.grid}"/>` +
        `<text x="${x}" y="${bottom + 16}" font-size="11" fill="${theme.pale}">${time} µs</text>`
      );
    })
    .join('\n');
}

function drawLegend(theme: Theme): string {
  const entries = [
    [theme.own, 'spans of the program and of the library'],
    [theme.others[2] as string, 'operators'],
  ] as const;
  return entries
    .map(
      ([color, text], i) =>
        `<rect x="${LEFT + 300 * i}" y="38" width="11" height="11" rx="2" fill="${color}"/>` +
        `<text x="${LEFT + 17 + 300 * i}" y="48" font-size="12" fill="${theme.pale}">${text}</text>`,
    )
    .join('\n');
}

function draw(bars: readonly Bar[], theme: Theme): string {
  const [step] = bars as readonly [Bar, ...Bar[]];
  const scale = (WIDTH - 2 * LEFT) / step.dur;
  const bottom = TOP + (Math.max(...bars.map(({ depth }) => depth)) + 1) * ROW;
  const height = bottom + SCALE_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family='${FONT}'>`,
    `<rect width="${WIDTH}" height="${height}" fill="${theme.paper}"/>`,
    `<text x="${LEFT}" y="24" font-size="15" font-weight="600" fill="${theme.ink}">One training step in a trace</text>`,
    drawLegend(theme),
    drawScale(step.dur, scale, bottom, theme),
    ...bars.map((bar) => drawBar(bar, step.ts, scale, theme)),
    '</svg>',
    '',
  ].join('\n');
}

const bars = barsOf(record());
for (const theme of THEMES) {
  const file = `docs/images/trace${theme.name === 'dark' ? '-dark' : ''}.svg`;
  writeFileSync(path.join(root, file), draw(bars, theme));
  console.log(`${file}: ${bars.length} spans`);
}
