/** What a run directory says of its process, and how it is told to pause, to go on and to stop. */
import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { commandRun, forgetCommand, takeCommand } from '../../../lib/training/control';
import { readRun } from '../../../lib/training/run-summary';

const { training, nn, optim } = torch;

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'control-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const batches = (count: number) =>
  Array.from({ length: count }, () => [torch.ones([2, 3]), torch.tensor([0, 1])] as const);

function setUp(options: { metrics?: object; maxEpochs?: number } = {}) {
  const directory = new training.RunDirectory(path.join(root, 'run'));
  const model = new nn.Linear(3, 2);
  const trainer = new training.Trainer({
    model,
    loss: new nn.CrossEntropyLoss(),
    optimizer: new optim.SGD(model.parameters(), { lr: 0.01 }),
    callbacks: directory.callbacks,
    maxEpochs: 100_000,
    ...(options as object),
  });
  return { directory, trainer, file: (name: string) => path.join(directory.path, name) };
}

const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Record<string, unknown>);

const command = (file: string, text: string): void => writeFileSync(file, text);

test('a run pauses, goes on and stops by its control file', async () => {
  const { trainer, file } = setUp();
  const seen: string[] = [];
  for await (const event of trainer.fit(batches(4) as never)) {
    if (event.type === 'epochEnd' && event.epoch === 0) command(file('control.json'), '{"command":"pause"}');
    if (event.type === 'paused') command(file('control.json'), '{"command":"resume"}');
    if (event.type === 'resumed') command(file('control.json'), '{"command":"stop"}');
    if (!['step', 'epochStart', 'epochEnd', 'checkpoint'].includes(event.type)) seen.push(event.type);
  }
  expect(seen).toEqual(['start', 'paused', 'resumed', 'end']);
  expect(readRun(path.join(root, 'run')).state).toBe('stopped');
  expect(existsSync(file('control.json'))).toBe(false);
});

test('what is no command is a warning, and goes away', async () => {
  const { trainer, file } = setUp();
  let warned = '';
  const texts = ['{"command":"rm -rf"}', '[', 'null', 'x'.repeat(10_000)];
  for await (const event of trainer.fit(batches(4) as never)) {
    if (event.type === 'epochStart' && event.epoch === 0) command(file('control.json'), texts.pop() ?? '');
    if (event.type !== 'warning') continue;
    warned = event.message;
    command(file('control.json'), texts.pop() ?? '{"command":"stop"}');
  }
  expect(warned).toMatch(/control\.json is no command: it holds/);
  expect(texts).toEqual([]);
});

test('a command for a run that has ended is not for the next', async () => {
  const { trainer, file } = setUp({ maxEpochs: 2 });
  command(file('control.json'), '{"command":"stop"}');
  const history = await trainer.fit(batches(4) as never);
  expect([history.reason, history.epochs.length]).toEqual(['finished', 2]);
});

test('a command that arrives while another is taken waits for the next look', () => {
  commandRun(root, 'pause');
  const read = fs.readFileSync;
  const reading = jest.spyOn(fs, 'readFileSync').mockImplementationOnce((...args) => {
    commandRun(root, 'stop');
    return read(...(args as [string, 'utf8']));
  });
  try {
    expect(takeCommand(root)).toBe('pause');
  } finally {
    reading.mockRestore();
  }
  expect(takeCommand(root)).toBe('stop');
  expect(takeCommand(root)).toBeNull();
  expect(readdirSync(root)).toEqual([]);
});

test('an empty file is one that is being written, and a folder is no command', () => {
  const file = path.join(root, 'control.json');
  command(file, '');
  expect(takeCommand(root)).toBeNull();
  command(file, '{"command":"resume"}');
  expect(takeCommand(root)).toBe('resume');
  mkdirSync(file);
  expect(takeCommand(root)).toBeNull();
  forgetCommand(root);
  expect(readdirSync(root)).toEqual(['control.json']);
});

test('the process is described from the start on', async () => {
  const { trainer, file } = setUp({ maxEpochs: 1 });
  await trainer.fit(batches(4) as never);
  const [first] = lines(file('system.jsonl'));
  expect(first).toMatchObject({ pid: process.pid, step: 0, control: true });
  expect(first?.['resident']).toBeGreaterThan(1e7);
  expect(first?.['tensors']).toBeGreaterThan(0);
  expect(first?.['eventLoopDelay']).toBeGreaterThanOrEqual(0);
  expect(Math.abs(Number(first?.['time']) - Date.now())).toBeLessThan(600_000);
});

test('a run that fails says why in its log', async () => {
  const { trainer, file } = setUp();
  const wrong = [[torch.ones([2, 5]), torch.tensor([0, 1])]];
  await expect(trainer.fit(wrong as never)).rejects.toThrow(/mat1 and mat2|shapes/);
  expect(lines(file('events.jsonl')).at(-1)).toMatchObject({
    type: 'failed',
    step: 0,
    message: expect.stringMatching(/mat1 and mat2|shapes/),
  });
  expect(readRun(path.join(root, 'run')).state).toBe('failed');
  expect(existsSync(file('.lock'))).toBe(false);
});

test('a confusion matrix is counted in each epoch, and is no number of a log', async () => {
  const { trainer, file } = setUp({
    maxEpochs: 2,
    metrics: { confusion: new training.ConfusionMatrix(2), accuracy: new training.Accuracy() },
  });
  const history = await trainer.fit(batches(3) as never, { validation: batches(2) as never });
  const [first] = history.epochs;
  expect(Object.keys(first?.train.metrics ?? {})).toEqual(['accuracy']);
  const counts = first?.train.matrices?.['confusion'] ?? [];
  expect(counts.map((row) => row.reduce((a, b) => a + b, 0))).toEqual([3, 3]);
  expect(first?.validation?.matrices?.['confusion']?.flat().reduce((a, b) => a + b, 0)).toBe(4);
  const logged = lines(file('events.jsonl')).find(({ type }) => type === 'epochEnd');
  expect(logged).toMatchObject({ train: { matrices: { confusion: counts } } });
  expect(readFileSync(file('metrics.csv'), 'utf8')).not.toContain('confusion');
});
