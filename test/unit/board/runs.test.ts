/** Run directories as the board reads them: growing, broken, foreign and large ones. */
import {
  appendFileSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunFiles } from '../../../lib/board/read/run';
import { RunIndex } from '../../../lib/board/read/runs';
import { leastBelow } from '../../support/least';
import { hyperParameters, histogram, line, picture, record, scalar, text, writeEvents, writeRun } from './samples';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'board-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ALL = Infinity;
const NOW = Date.now();

async function read(folder: string, now = Date.now()): Promise<RunFiles> {
  const run = new RunFiles(folder, path.basename(folder), () => now);
  await run.update(ALL);
  return run;
}

const step = (at: number, loss: number | null): string =>
  line({ type: 'step', time: at, epoch: 0, step: at, loss, lr: [0.1], rate: 10 });

describe('a run', () => {
  test('shows its state, figures and settings', async () => {
    const folder = writeRun(root, 'first', {
      config: { lr: 0.01, model: { layers: 2, act: 'relu' }, sizes: [1, 2] },
      classes: 3,
    });
    const run = await read(folder);
    expect(run.row()).toMatchObject({
      name: 'first',
      state: 'finished',
      step: 200,
      epoch: 4,
      progress: null,
      problem: null,
      settings: { lr: 0.01, 'model.layers': 2, 'model.act': 'relu', sizes: '[1,2]' },
    });
    expect(Object.keys(run.row().last)).toEqual([
      ...['train/loss_step', 'lr', 'system/samples per second', 'train/gradient norm'],
      ...['train/loss', 'train/accuracy', 'validation/loss', 'validation/accuracy'],
      ...[
        'system/memory of the process',
        'system/memory of tensors',
        'system/memory of JavaScript',
        'system/event loop delay',
      ],
    ]);
    const detail = run.detail();
    expect(detail.epochs.map(({ epoch, step: at }) => [epoch, at])).toEqual([
      [0, 50],
      [1, 100],
      [2, 150],
      [3, 200],
    ]);
    expect(detail.matrices).toHaveLength(8);
    expect(detail.matrices[1]).toMatchObject({ name: 'validation/confusion', step: 50, epoch: 0 });
    expect(detail.checkpoints).toEqual([{ file: 'last.pt', bytes: 13, time: expect.any(Number) }]);
    expect(detail.parameters).toBe(12_345);
  });

  test('is read on where it was left, each byte once', async () => {
    const folder = path.join(root, 'growing');
    mkdirSync(folder);
    const file = path.join(folder, 'events.jsonl');
    writeFileSync(
      file,
      `${line({ type: 'start', time: 1, maxEpochs: 2, maxSteps: null, batches: 4 })}${step(1, 2)}{"type":"st`,
    );
    writeFileSync(path.join(folder, '.lock'), `${process.pid} 0`);
    const run = await read(folder);
    expect(run.row()).toMatchObject({ state: 'running', step: 1, version: 1 });
    expect(run.problems).toEqual([]);
    expect(await run.update(ALL)).toBe(false);
    appendFileSync(file, `ep","time":2,"step":2,"loss":1,"epoch":0,"batch":1,"batches":4}\n`);
    expect(await run.update(ALL)).toBe(true);
    expect(run.row()).toMatchObject({ step: 2, version: 2, progress: 0.25 });
    expect(run.log.series.get('train/loss_step')?.points(10).values).toEqual([2, 1]);
    appendFileSync(file, line({ type: 'paused', epoch: 0, step: 2 }));
    await run.update(ALL);
    expect(run.state).toBe('paused');
    // A run that begins anew in the same place.
    truncateSync(file, 0);
    appendFileSync(file, step(1, 7));
    await run.update(ALL);
    expect(run.log.series.get('train/loss_step')?.points(10).values).toEqual([7]);
    expect(run.state).toBe('running');
  });

  test.each([
    ['finished', { end: 'finished' }],
    ['stopped', { end: 'stopped' }],
    ['aborted', { end: 'aborted' }],
    ['failed', { end: 'failed' }],
    // Its files were closed, and its log has no end.
    ['failed', { end: null }],
    ['killed', { end: null, lock: '999999999 0' }],
    ['running', { end: null, lock: `${process.pid} 0`, started: NOW - 200_000 }],
    // The process may be on another machine; what counts is when it was last heard of.
    ['killed', { end: null, lock: `${process.pid} 0`, started: NOW - 900_000 }],
  ] as const)('is %s: %j', async (state, sample) => {
    expect((await read(writeRun(root, 'one', sample), NOW)).state).toBe(state);
  });

  test('that failed says why', async () => {
    expect((await read(writeRun(root, 'one', { end: 'failed' }))).row().problem).toBe('the loss is NaN at step 120');
  });

  test('that goes on after its end has not ended', async () => {
    const folder = writeRun(root, 'one', { steps: 20, end: 'stopped' });
    appendFileSync(path.join(folder, 'events.jsonl'), step(15, 0.5));
    writeFileSync(path.join(folder, '.lock'), `${process.pid} 0`);
    const run = await read(folder, Date.now() - 560_000);
    expect(run.row()).toMatchObject({ state: 'running', step: 15 });
  });

  test('NaN and infinite figures are gaps', async () => {
    const folder = path.join(root, 'nan');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'events.jsonl'), step(1, null) + step(2, 3));
    const run = await read(folder);
    expect(run.log.series.get('train/loss_step')?.points(10).values).toEqual([null, 3]);
    expect(run.row().spark).toEqual([null, 3]);
  });
});

describe('what is broken', () => {
  test('lines that are no events are counted, and the rest is read', async () => {
    const folder = path.join(root, 'odd');
    mkdirSync(folder);
    const lines = [
      'null',
      '5',
      '[]',
      '{}',
      '{"type":5}',
      '\u0000\u0001',
      '{"type":"epochEnd","train":null,"epoch":"x"}',
      '{"type":"__proto__"}',
    ];
    writeFileSync(path.join(folder, 'events.jsonl'), `${lines.join('\n')}\n${step(1, 2)}`);
    const run = await read(folder);
    expect(run.row()).toMatchObject({ step: 1, last: { 'train/loss_step': 2 } });
    expect(run.problems).toEqual(['6 lines of events.jsonl are no event']);
  });

  test('a log of something else, a config that is none', async () => {
    const folder = path.join(root, 'none');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'events.jsonl'), Buffer.from([0xff, 0xfe, 10, 0, 10, 65, 10]));
    writeFileSync(path.join(folder, 'config.json'), '[1');
    const run = await read(folder);
    expect(run.row()).toMatchObject({ state: 'unreadable', settings: {}, problem: 'config.json is no JSON object' });
  });

  test('folders in the place of files', async () => {
    const folder = path.join(root, 'folders');
    for (const name of ['events.jsonl', 'config.json', '.lock', 'system.jsonl', 'checkpoints/last.pt'])
      mkdirSync(path.join(folder, name), { recursive: true });
    const run = await read(folder);
    expect(run.row()).toMatchObject({ state: 'unreadable', settings: {} });
    expect(run.detail().checkpoints).toEqual([]);
  });

  test('a run of a newer version shows what is known of it', async () => {
    const folder = path.join(root, 'newer');
    mkdirSync(folder);
    const start = line({ type: 'start', version: 9, time: 5, maxEpochs: { of: 3 }, batches: 'many' });
    const events = [
      start,
      line({ type: 'telepathy', step: { deep: 1 } }),
      step(3, 1),
      line({ type: 'end', reason: 'dissolved' }),
    ];
    writeFileSync(path.join(folder, 'events.jsonl'), events.join(''));
    const run = await read(folder);
    expect(run.row()).toMatchObject({ state: 'unknown', step: 3 });
    expect(run.problems).toEqual(['a newer version has written this run: what this version does not know is left out']);
  });

  test('an event file that is damaged is shown up to there', async () => {
    const folder = path.join(root, 'events');
    const good = [scalar('loss', 1, 3), scalar('loss', 2, 2)];
    const file = writeEvents(folder, [...good, scalar('loss', 3, 1)]);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 10) ^ 1, bytes.length - 10);
    writeFileSync(file, bytes);
    const run = await read(folder);
    expect(run.log.series.get('loss')?.points(10).values).toEqual([3, 2]);
    expect(run.problems).toEqual([
      `${path.basename(file)}: it is damaged at byte ${bytes.length - scalar('loss', 3, 1).length}; what stands behind that is not shown`,
    ]);
    // A length that was made up takes no memory.
    appendFileSync(file, Buffer.from('ffffffffffffff7f00000000', 'hex'));
    expect((await read(folder)).state).toBe('unknown');
  });

  test('a record that is no message, and one that is half there', async () => {
    const folder = path.join(root, 'half');
    const whole = scalar('loss', 2, 2);
    const file = writeEvents(folder, [scalar('loss', 1, 3), whole.subarray(0, 20)]);
    const run = await read(folder);
    expect(run.log.series.get('loss')?.points(10).steps).toEqual([1]);
    appendFileSync(file, whole.subarray(20));
    await run.update(ALL);
    expect(run.log.series.get('loss')?.points(10).steps).toEqual([1, 2]);
    expect(run.problems).toEqual([]);
  });
});

describe('event files of TensorBoard', () => {
  test('hold figures, histograms, pictures, texts and hyper-parameters', async () => {
    const folder = path.join(root, 'board');
    const steps = [1, 2, 3];
    writeEvents(folder, [
      hyperParameters({ lr: 0.5, name: 'x', nesterov: true }),
      ...steps.flatMap((at) => [
        scalar('a/loss', at, 4 - at),
        histogram('w', at, 0, 0.5),
        picture('p', at),
        text('note', at, `<b>${at}</b>`),
      ]),
    ]);
    const run = await read(folder);
    expect(run.row()).toMatchObject({
      state: 'unknown',
      step: 3,
      last: { 'a/loss': 1 },
      settings: { lr: 0.5, name: 'x', nesterov: true },
    });
    expect(run.row().started).toBe(1_700_000_000_000);
    const detail = run.detail();
    expect([detail.histograms, detail.images, detail.texts]).toEqual([
      [{ tag: 'w', count: 3 }],
      [{ tag: 'p', count: 3 }],
      [{ tag: 'note', count: 3 }],
    ]);
    expect(run.events.texts('note').map(({ text: content }) => content)).toEqual(['<b>1</b>', '<b>2</b>', '<b>3</b>']);
    expect(run.events.images('p')[0]).toMatchObject({ step: 1, width: 48, height: 48, at: 0 });
    expect(
      Buffer.from(run.events.image('p', 2) ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(run.events.histograms('w', 2).map(({ step: at }) => at)).toEqual([1, 3]);
    expect(run.events.histograms('w', 60)[0]?.counts).toHaveLength(40);
    expect([run.events.image('p', 9), run.events.image('none', 0), run.events.texts('none')]).toEqual([null, null, []]);
  });

  test('of a run directory are part of the run, and repeat nothing', async () => {
    const folder = writeRun(root, 'both', { steps: 40 });
    writeEvents(path.join(folder, 'tensorboard'), [
      scalar('train/loss_step', 1, 99),
      scalar('train/loss', 1, 99),
      scalar('lr', 1, 99),
      scalar('own', 1, 4),
      scalar('own', 2, 5),
    ]);
    const run = await read(folder);
    expect(run.log.series.get('own')?.points(10).values).toEqual([4, 5]);
    expect(run.log.series.get('train/loss_step')?.count).toBe(40);
    expect(run.row().last['lr']).toBe(0.001);
  });

  test('with more of a tag than a page shows keep an even share', async () => {
    const folder = path.join(root, 'many');
    writeEvents(
      folder,
      Array.from({ length: 1000 }, (_, i) => text('t', i, String(i))),
    );
    const shown = (await read(folder)).events.texts('t').map(({ step: at }) => at);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(new Set(shown.slice(1).map((at, i) => at - (shown[i] as number))).size).toBe(1);
  });

  test('scalars of TensorFlow 2 are tensors', async () => {
    const folder = path.join(root, 'tf2');
    const metadata = { pluginData: { pluginName: 'scalars' } };
    const content = Buffer.alloc(4);
    content.writeFloatLE(0.25);
    const tensors = [
      { dtype: 1, floatVal: [0.5] },
      { dtype: 1, tensorContent: content },
    ];
    writeEvents(
      folder,
      tensors.map((tensor, i) =>
        record({ wallTime: 5, step: i + 1, summary: { value: [{ tag: 'epoch_loss', tensor, metadata }] } }),
      ),
    );
    expect((await read(folder)).log.series.get('epoch_loss')?.points(10).values).toEqual([0.5, 0.25]);
  });
});

describe('an index', () => {
  async function indexed(folder: string, body: (index: RunIndex) => Promise<void> | void): Promise<void> {
    const index = new RunIndex(folder, { pollMs: 50, scanMs: 100 });
    try {
      await index.ready;
      await body(index);
    } finally {
      index.close();
    }
  }

  const names = (index: RunIndex): string[] => [...index.runs.values()].map(({ name }) => name).sort();

  async function until(holds: () => boolean): Promise<void> {
    for (let i = 0; i < 600 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(holds()).toBe(true);
  }

  test('finds runs in folders, and leaves links and inner folders alone', async () => {
    writeRun(root, 'a', { steps: 4 });
    writeRun(root, 'sweep/trial 1', { steps: 4 });
    writeEvents(path.join(root, 'tb/lr=0.1'), [scalar('loss', 1, 1)]);
    writeEvents(path.join(root, 'a/tensorboard'), [scalar('own', 1, 1)]);
    mkdirSync(path.join(root, 'empty'));
    symlinkSync(root, path.join(root, 'loop'));
    await indexed(root, (index) => expect(names(index)).toEqual(['a', 'sweep/trial 1', 'tb/lr=0.1']));
    await indexed(path.join(root, 'a'), (index) => expect(names(index)).toEqual(['a']));
    await indexed(path.join(root, 'none'), (index) => expect([index.found, names(index)]).toEqual([false, []]));
  });

  test('tells what is new, what goes on and what is gone', async () => {
    writeRun(root, 'a', { steps: 4 });
    await indexed(root, async (index) => {
      const changed: string[] = [];
      index.on('change', (ids) => changed.push(...ids.map((id) => index.runs.get(id)?.name ?? '')));
      index.on('remove', () => changed.push('removed'));
      const folder = writeRun(root, 'b', { steps: 4, end: null, lock: `${process.pid} 0`, started: Date.now() });
      await until(() => changed.includes('b'));
      changed.length = 0;
      appendFileSync(path.join(folder, 'events.jsonl'), step(9, 1));
      await until(() => changed.includes('b'));
      rmSync(path.join(root, 'a'), { recursive: true });
      await until(() => changed.includes('removed'));
      expect(names(index)).toEqual(['b']);
    });
  });
});

describe('1 GB', () => {
  /** Reads a run in a process of its own, and says how much memory that took at most. */
  function measured(folder: string): { state: string; series: Record<string, number>; megabytes: number } {
    const program = `
require(${JSON.stringify(path.resolve(__dirname, '../../support/register-ts.cjs'))});
const { RunFiles } = require(${JSON.stringify(path.resolve(__dirname, '../../../lib/board/read/run.ts'))});
const run = new RunFiles(${JSON.stringify(folder)}, 'large');
let most = 0;
(async () => {
  do {
    await run.update(16 * 1024 * 1024);
    most = Math.max(most, process.memoryUsage.rss());
  } while (run.reading);
  const series = Object.fromEntries([...run.log.series].map(([name, one]) => [name, one.count]));
  console.log(JSON.stringify({ state: run.state, series, megabytes: most / 1e6 }));
})();`;
    const out = execFileSync(process.execPath, ['--max-old-space-size=400', '-e', program], { encoding: 'utf8' });
    return JSON.parse(out) as ReturnType<typeof measured>;
  }

  /** Makes a file larger without writing it. */
  function stretch(file: string, to: number, after: string | Buffer): void {
    const descriptor = openSync(file, 'r+');
    ftruncateSync(descriptor, to);
    writeSync(descriptor, Buffer.from(after), 0, undefined, to);
    closeSync(descriptor);
  }

  test('of one line, and of one record, are skipped in bounded memory', async () => {
    const folder = writeRun(root, 'large', { steps: 10, end: null });
    stretch(path.join(folder, 'events.jsonl'), 1e9, `\n${step(11, 1)}`);
    const board = path.join(folder, 'tensorboard');
    const file = writeEvents(board, [scalar('own', 1, 1)]);
    const header = Buffer.from(record({}));
    const length = 1e9;
    header.writeBigUInt64LE(BigInt(length), 0);
    const { maskedCrc } = jest.requireActual<{ maskedCrc: (bytes: Uint8Array) => number }>(
      '../../../lib/board/read/records',
    );
    header.writeUInt32LE(maskedCrc(header.subarray(0, 8)), 8);
    appendFileSync(file, header.subarray(0, 12));
    stretch(file, readFileSync(file).length + length + 4, scalar('own', 2, 2));
    const megabytes = await leastBelow(400, () => {
      const { series, megabytes: most } = measured(folder);
      expect(series).toMatchObject({ 'train/loss_step': 11, own: 2 });
      return most;
    });
    expect(megabytes).toBeLessThan(400);
  });

  test('of figures would take no more memory than 64 MB of them', async () => {
    const folder = writeRun(root, 'large', { steps: 10, end: null });
    const file = path.join(folder, 'events.jsonl');
    let at = 10;
    while (at < 400_000) {
      let lines = '';
      for (let i = 0; i < 20_000; i++, at++) lines += step(at, Math.sin(at / 1000));
      appendFileSync(file, lines);
    }
    const megabytes = await leastBelow(350, () => {
      const { series, megabytes: most } = measured(folder);
      expect(series['train/loss_step']).toBe(at - 1);
      return most;
    });
    expect(megabytes).toBeLessThan(350);
  });
});
