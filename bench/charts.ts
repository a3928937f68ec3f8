/**
 * `npm run bench:charts`: draws bench/results.json as SVG into docs/images. A page of rectangles, lines and text needs no
 * charting library.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OwnResult, Result } from './harness/types';
import shapes from './suites/scaling/shapes.json';

const root = path.join(__dirname, '..');
const images = path.join(root, 'docs/images');
const report = JSON.parse(readFileSync(path.join(__dirname, 'results.json'), 'utf8')) as {
  readonly machine: string;
  readonly date: string;
  readonly results: readonly Result[];
  readonly figures?: readonly OwnResult[];
};

const INK = '#24292f';
const PALE = '#8c959f';
const OWN = '#0969da';
const OTHER = '#bf8700';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function text(x: number, y: number, content: string, extra = ''): string {
  return `<text x="${x}" y="${y}" fill="${INK}" font-size="13" ${extra}>${escape(content)}</text>`;
}

function page(width: number, height: number, title: string, body: readonly string[]): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`;
  const note = `${report.machine}, ${report.date}`;
  const parts = [
    `<title>${escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text(16, 28, title, 'font-weight="bold"'),
    text(16, height - 12, note, `opacity="0.6"`),
    ...body,
  ];
  return `${open}\n${parts.join('\n')}\n</svg>\n`;
}

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly colour: string;
}

function bars(list: readonly Bar[], top: number, most: number, mark?: number): string[] {
  const [left, wide, pitch] = [330, 330, 26];
  const at = (value: number): number => left + (Math.min(value, most) / most) * wide;
  const rows = list.flatMap(({ label, value, note, colour }, i) => {
    const y = top + i * pitch;
    return [
      text(left - 10, y + 14, label, 'text-anchor="end"'),
      `<rect x="${left}" y="${y}" width="${(at(value) - left).toFixed(1)}" height="18" fill="${colour}"/>`,
      text(at(value) + 8, y + 14, note),
    ];
  });
  if (mark === undefined) return rows;
  const x = at(mark);
  const foot = top + list.length * pitch;
  return [...rows, `<line x1="${x}" x2="${x}" y1="${top - 8}" y2="${foot}" stroke="${PALE}" stroke-dasharray="4 3"/>`];
}

function ratios(): string {
  const list = report.results
    .filter(({ suite }) => ['recurrent', 'mlp', 'dispatch', 'spam'].includes(suite))
    .filter(({ name }) => !name.startsWith('matrix product'))
    .map(({ name, ratio }) => ({ label: name, value: ratio, note: ratio.toFixed(2), colour: OWN }));
  const title = 'Time of libtorch-node where Python’s PyTorch takes 1 (dashed)';
  return page(740, 90 + list.length * 26, title, bars(list, 52, 1.2, 1));
}

function peers(): string {
  const list = (report.figures ?? []).filter(({ suite, unit }) => suite === 'peers' && unit === 'ms');
  const groups = [...new Set(list.map(({ name }) => name.split(':')[0] as string))];
  let top = 44;
  const body: string[] = [];
  for (const group of groups) {
    const rows = list.filter(({ name }) => name.startsWith(`${group}:`));
    const most = Math.max(...rows.map(({ value }) => value).filter((value) => value < 500));
    body.push(text(16, top + 18, `${group}, training step`));
    const drawn = rows.map(({ name, value }): Bar => {
      const label = name.slice(group.length + 2);
      return { label, value, note: `${value.toPrecision(3)} ms`, colour: label === 'libtorch-node' ? OWN : OTHER };
    });
    body.push(...bars(drawn, top + 28, most));
    top += 44 + rows.length * 26;
  }
  return page(
    800,
    top + 40,
    'The guide’s model, 100 → 128 → 2, batch 64, in several frameworks (bars end at 500 ms)',
    body,
  );
}

/** One panel: cost against a size, both logarithmic, with Python and the floor. */
function panel(what: string, values: readonly number[], x0: number, y0: number): string[] {
  const found = values.map((value) =>
    report.results.find((r) => r.suite === 'scaling' && r.name === `${what} ${value}`),
  );
  const rows = found.flatMap((result, i) => (result ? [{ size: values[i] as number, ...result }] : []));
  const [width, height] = [300, 200];
  const all = rows.flatMap(({ node, python, floor = node }) => [node, python, floor]);
  const [low, high] = [Math.log(Math.min(...all)), Math.log(Math.max(...all))];
  const [first, last] = [Math.log(values[0] as number), Math.log(values.at(-1) as number)];
  const px = (size: number): number => x0 + ((Math.log(size) - first) / (last - first)) * width;
  const py = (cost: number): number => y0 + height - ((Math.log(cost) - low) / (high - low)) * height;
  const line = (pick: (r: Result) => number, colour: string, dash = ''): string =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2" ${dash} points="${rows
      .map((r) => `${px(r.size).toFixed(1)},${py(pick(r)).toFixed(1)}`)
      .join(' ')}"/>`;
  return [
    `<rect x="${x0}" y="${y0}" width="${width}" height="${height}" fill="none" stroke="#d0d7de"/>`,
    text(x0, y0 - 8, `${what}: ${Math.exp(low).toPrecision(2)} to ${Math.exp(high).toPrecision(2)} ms a step`),
    ...values.map((size) => text(px(size), y0 + height + 16, String(size), 'text-anchor="middle"')),
    line((r) => r.floor ?? r.node, PALE, 'stroke-dasharray="4 3"'),
    line((r) => r.python, OTHER),
    line((r) => r.node, OWN),
  ];
}

function scaling(): string {
  const places = [
    [30, 70],
    [390, 70],
    [30, 330],
    [390, 330],
  ] as const;
  const panels = Object.entries(shapes).flatMap(([what, values], i) => {
    const [x, y] = places[i] as readonly [number, number];
    return panel(what, values, x, y);
  });
  const title = 'Training step of a GRU: libtorch-node (blue), Python (ochre), the arithmetic’s floor (dashed)';
  return page(720, 600, title, panels);
}

mkdirSync(images, { recursive: true });
for (const [name, draw] of Object.entries({ ratios, peers, scaling })) {
  writeFileSync(path.join(images, `bench-${name}.svg`), draw());
}
