/**
 * The figures in the prose of docs/: what stands between `<!-- figure NAME -->` and `<!-- / -->` comes from
 * bench/results.json, and a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Report, readReport } from './read';

export const PAGES = ['performance.md', 'embedding-in-a-backend.md'] as const;

const FIGURE = /<!-- figure ([\w.-]+) -->.*?<!-- \/ -->/g;

/** Two digits, without a zero at the end: `0.32`, `0.6`. */
const short = (value: number): string => String(Number(value.toFixed(2)));

/** The ratios to Python of the results whose names fit: one, or the least and the greatest. */
function ratios({ results }: Report, suite: string, name: RegExp): string {
  const fitting = results.filter((result) => result.suite === suite && name.test(result.name));
  const [least, most] = [Math.min, Math.max].map((pick) => short(pick(...fitting.map(({ ratio }) => ratio))));
  if (fitting.length === 0 || least === undefined || most === undefined)
    throw new Error(`no result of ${suite} is like ${name}`);
  return least === most ? least : `${least} to ${most}`;
}

function nodeTime({ results }: Report, suite: string, name: string): number {
  const result = results.find((one) => one.suite === suite && one.name === name);
  if (!result) throw new Error(`there is no result '${name}' of ${suite}`);
  return result.node;
}

/** A figure of a suite with figures of its own. */
function figure({ figures }: Report, suite: string, name: string): number {
  const found = figures.find((one) => one.suite === suite && one.name === name);
  if (!found) throw new Error(`there is no figure '${name}' of ${suite}`);
  return found.value;
}

/** Thousands with a comma; a digit behind the point below 20. */
const plain = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 30 ? 1 : 0);

const BACKEND: readonly (readonly [name: string, figure: string, unit: string])[] = [
  ['requests', 'requests', ''],
  ['latency-50', 'latency, p50', ' ms'],
  ['latency-99', 'latency, p99', ' ms'],
  ['latency-most', 'latency, largest', ' ms'],
  ['delay-50', 'event-loop delay, p50', ' ms'],
  ['delay-99', 'event-loop delay, p99', ' ms'],
  ['delay-most', 'event-loop delay, largest', ' ms'],
  ['swaps', 'weights swapped', ' times'],
];

/** Every figure by the name that the pages give it. */
export function figuresOf(report: Report): Readonly<Record<string, string>> {
  const backend = ['worker', 'own thread'].flatMap((where) => {
    const name = (of: string): string => `backend-${where === 'worker' ? 'worker' : 'own'}-${of}`;
    const value = (of: string): number => figure(report, 'backend', `${where}: ${of}`);
    return [
      ...BACKEND.map(([short, of, unit]) => [name(short), plain(value(of)) + unit] as const),
      ...(['alone', 'under load'] as const).map((of) => {
        return [name(of.split(' ')[0] as string), `${value(`training ${of}`).toFixed(1)} steps/s`] as const;
      }),
      [name('ratio'), value('training under load / alone').toFixed(2)] as const,
    ];
  });
  const workers = nodeTime(report, 'data', 'tokenising 10,000 texts, two workers');
  return {
    'rnn-gru': ratios(report, 'recurrent', /^(RNN|GRU) training step/),
    lstm: ratios(report, 'recurrent', /^LSTM training step/),
    'one-step': ratios(report, 'recurrent', /inference, batch 1, one time step/),
    mlp: ratios(report, 'mlp', /training step/),
    call: ratios(report, 'dispatch', /^add, 4 elements, (in|without) a scope/),
    'call-gradients': ratios(report, 'dispatch', /with gradients/),
    program: ratios(report, 'spam', /start to end/),
    start: ratios(report, 'start', /./),
    'start-seconds': `${short(nodeTime(report, 'start', 'process start to first training step'))} s`,
    epoch: ratios(report, 'data', /^TensorDataset/),
    product: ratios({ ...report, results: products(report) }, 'product', /./),
    'workers-anew': (nodeTime(report, 'data', 'tokenising, two workers that are started anew') / workers).toFixed(1),
    ...Object.fromEntries(backend),
  };
}

/** The matrix products of several suites as those of one. */
function products({ results }: Report): Report['results'] {
  return results.filter(({ name }) => name.startsWith('matrix product')).map((one) => ({ ...one, suite: 'product' }));
}

/** A page with its figures as they were measured. */
export function withFigures(text: string, figures: Readonly<Record<string, string>>): string {
  return text.replace(FIGURE, (_, name: string) => {
    const value = figures[name];
    if (value === undefined) throw new Error(`there is no figure called '${name}'`);
    return `<!-- figure ${name} -->${value}<!-- / -->`;
  });
}

export const pageFile = (page: string): string => path.join(__dirname, '../../docs', page);

/** Writes the figures into the pages. */
export async function writeProse(): Promise<void> {
  // Jest reads this file, and cannot load what prettier imports.
  const { format, resolveConfig } = await import('prettier');
  const figures = figuresOf(readReport());
  for (const page of PAGES) {
    const file = pageFile(page);
    const text = withFigures(readFileSync(file, 'utf8'), figures);
    // A table's columns are as wide as its figures.
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  }
}
