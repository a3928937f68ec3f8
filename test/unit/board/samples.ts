/** Run directories as a Trainer writes them, without the training. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from '../../../lib/utils/tensorboard/events';
import { encodePng } from '../../../lib/utils/tensorboard/png';
import { frame } from '../../../lib/utils/tensorboard/framing';

export interface Sample {
  readonly steps?: number;
  readonly epochs?: number;
  readonly config?: Readonly<Record<string, unknown>>;
  /** How the log ends; null just stops. */
  readonly end?: string | null;
  readonly seed?: number;
  readonly started?: number;
  readonly classes?: number;
  /** The process that holds the lock; none without it. */
  readonly lock?: string | null;
}

export const line = (event: object): string => `${JSON.stringify(event)}\n`;

/** Numbers that look random, and are the same each time. */
export function noise(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

const DEFAULTS = { steps: 200, epochs: 4, config: { lr: 0.001 }, end: 'finished', seed: 1, classes: 0, lock: null };

/** Writes a run and returns its folder. */
export function writeRun(root: string, name: string, sample: Sample = {}): string {
  const { steps, epochs, config, end, seed, classes, lock, started } = {
    ...DEFAULTS,
    started: Date.now() - 600_000,
    ...sample,
  };
  const folder = path.join(root, name);
  mkdirSync(path.join(folder, 'checkpoints'), { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
  writeFileSync(path.join(folder, 'checkpoints', 'last.pt'), 'no checkpoint');
  const random = noise(seed);
  const perEpoch = Math.max(1, Math.floor(steps / epochs));
  const lines = [
    {
      time: started,
      type: 'start',
      epoch: 0,
      step: 0,
      maxEpochs: epochs,
      maxSteps: null,
      batches: perEpoch,
      parameters: 12_345,
      resumed: false,
    },
  ] as object[];
  const loss = (step: number): number =>
    0.15 + 2.2 * Math.exp((-4 * step) / steps) * (1 + 0.3 * seed * 0.1) + 0.12 * random();
  for (let step = 1; step <= steps; step++) {
    const epoch = Math.floor((step - 1) / perEpoch);
    const at = { time: started + step * 1000, epoch, step };
    lines.push({
      ...at,
      type: 'step',
      batch: (step - 1) % perEpoch,
      batches: perEpoch,
      loss: loss(step),
      lr: [0.001],
      rate: 900 + 200 * random(),
      gradNorm: 1 + random(),
    });
    if (step % perEpoch === 0) lines.push({ ...at, ...epochEnd(step, steps, loss, classes, random) });
  }
  if (end === 'failed')
    lines.push({
      time: started + steps * 1000,
      type: 'failed',
      epoch: 1,
      step: steps,
      message: 'the loss is NaN at step 120',
    });
  else if (end !== null)
    lines.push({ time: started + steps * 1000, type: 'end', epoch: epochs, step: steps, reason: end });
  writeFileSync(path.join(folder, 'events.jsonl'), lines.map(line).join(''));
  writeFileSync(path.join(folder, 'system.jsonl'), systemLines(started, steps, random));
  if (lock !== null) writeFileSync(path.join(folder, '.lock'), lock);
  return folder;
}

/** Lets a run be heard of until it is told to stop, as a process that lives is: a test on a busy machine takes longer than a minute. */
export function keepBeating(folder: string): () => void {
  const beat = (): void =>
    appendFileSync(
      path.join(folder, 'system.jsonl'),
      line({ time: Date.now(), pid: process.pid, step: 20, control: true }),
    );
  const timer = setInterval(beat, 5000);
  return () => clearInterval(timer);
}

function epochEnd(
  step: number,
  steps: number,
  loss: (step: number) => number,
  classes: number,
  random: () => number,
): object {
  const accuracy = Math.min(0.99, 0.4 + (0.55 * step) / steps + 0.02 * random());
  const matrix = Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes }, (_, j) =>
      Math.round(i === j ? 100 * accuracy : 20 * (1 - accuracy) * random() * 4),
    ),
  );
  const matrices = classes > 0 ? { matrices: { confusion: matrix } } : {};
  const evaluation = (more: number): object => ({
    loss: loss(step) + more,
    metrics: { accuracy: accuracy - more / 2 },
    samples: 400,
    ...matrices,
  });
  return { type: 'epochEnd', train: evaluation(0), validation: evaluation(0.08), lr: [0.001], seconds: 12 };
}

function systemLines(started: number, steps: number, random: () => number): string {
  const count = Math.ceil(steps / 5);
  return Array.from({ length: count }, (_, i) =>
    line({
      ...{ time: started + i * 5000, pid: 1, step: i * 5, control: true },
      ...{ resident: 400e6 + 2e6 * i + 5e6 * random(), heap: 60e6 + 8e6 * random(), tensors: 120e6 + 1e6 * random() },
      eventLoopDelay: 2 + 6 * random(),
    }),
  ).join('');
}

/** One record of an event file. */
export const record = (event: object): Buffer => frame(encode('Event', event));

export const scalar = (tag: string, step: number, value: number, wallTime = 1_700_000_000 + step): Buffer =>
  record({ wallTime, step, summary: { value: [{ tag, simpleValue: value }] } });

export function text(tag: string, step: number, content: string): Buffer {
  const tensor = { dtype: 7, tensorShape: { dim: [{ size: 1 }] }, stringVal: [Buffer.from(content)] };
  const metadata = { pluginData: { pluginName: 'text' } };
  return record({
    wallTime: 1_700_000_000 + step,
    step,
    summary: { value: [{ tag: `${tag}/text_summary`, tensor, metadata }] },
  });
}

/** A picture of a shape that moves with the step. */
export function picture(tag: string, step: number): Buffer {
  const side = 48;
  const pixels = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const near = Math.hypot(x - 24 - 10 * Math.sin(step), y - 24 - 10 * Math.cos(step)) < 11;
      pixels.set(near ? [244, 162, 97] : [38 + x * 2, 70 + y * 2, 120], (y * side + x) * 3);
    }
  const image = {
    height: side,
    width: side,
    colorspace: 3,
    encodedImageString: encodePng({ width: side, height: side, channels: 3, data: pixels }),
  };
  return record({ wallTime: 1_700_000_000 + step, step, summary: { value: [{ tag, image }] } });
}

export function histogram(tag: string, step: number, center: number, width: number): Buffer {
  const limits = Array.from({ length: 40 }, (_, i) => -2 + i * 0.1);
  const counts = limits.map((limit) => Math.round(200 * Math.exp(-(((limit - center) / width) ** 2))));
  const num = counts.reduce((a, b) => a + b, 0);
  const histo = { min: -2, max: 1.9, num, sum: center * num, sumSquares: num, bucketLimit: limits, bucket: counts };
  return record({ wallTime: 1_700_000_000 + step, step, summary: { value: [{ tag, histo }] } });
}

export function hyperParameters(values: Readonly<Record<string, number | string | boolean>>): Buffer {
  const kind = (value: number | string | boolean): object =>
    typeof value === 'number'
      ? { numberValue: value }
      : typeof value === 'string'
        ? { stringValue: value }
        : { boolValue: value };
  const hparams = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, kind(value)]));
  const content = encode('HParams', { version: 0, sessionStartInfo: { hparams } });
  const metadata = { pluginData: { pluginName: 'hparams', content } };
  return record({
    wallTime: 1_700_000_000,
    step: 0,
    summary: { value: [{ tag: '_hparams_/session_start_info', metadata }] },
  });
}

/** An event file of these records in a folder. */
export function writeEvents(
  folder: string,
  records: readonly Buffer[],
  name = 'events.out.tfevents.1700000000.host.1.0',
): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, Buffer.concat([record({ wallTime: 1_700_000_000, fileVersion: 'brain.Event:2' }), ...records]));
  return file;
}
