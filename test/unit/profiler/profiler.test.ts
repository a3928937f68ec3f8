import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as torch from '../../../lib/index';

const { profile, recordFunction, schedule } = torch.profiler;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'profiler-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = (profiler: torch.profiler.profile, name: string): torch.autograd.profiler.FunctionEvent => {
  const found = profiler.events().find((event) => event.name === name);
  if (!found) throw new Error(`no event ${name}`);
  return found;
};

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly ph: string; readonly cat?: string }[];
}
const read = (file: string): Trace & Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as never;

test('events have names, shapes, times within each other and parents', () => {
  const profiler = new profile({ recordShapes: true });
  profiler.during(() => torch.ones([2, 3]).mm(torch.ones([3, 4])));
  const [mm, ones] = [named(profiler, 'aten::mm'), named(profiler, 'aten::ones')];
  expect(mm.inputShapes).toEqual([
    [2, 3],
    [3, 4],
  ]);
  expect(ones.cpuChildren.map(({ name }) => name)).toEqual(['aten::empty', 'aten::fill_']);
  expect(ones.cpuChildren[0]?.cpuParent).toBe(ones);
  const inner = ones.cpuChildren.reduce((sum, child) => sum + child.cpuTimeTotal, 0);
  expect(ones.selfCpuTimeTotal).toBeCloseTo(ones.cpuTimeTotal - inner, 6);
});

test('calls that skip autograd are recorded, too', () => {
  const x = torch.ones([4]);
  const profiler = new profile();
  profiler.during(() => [x.add(x), x.exp(), x.mul(x)]);
  expect([...profiler.events()].map(({ name }) => name)).toEqual(['aten::add', 'aten::exp', 'aten::mul']);
});

test('a stack says where JavaScript called, innermost first; a backward has that of its forward', () => {
  const w = torch.ones([2], { requiresGrad: true });
  const profiler = new profile({ withStack: true });
  function forwardPass(): torch.Tensor {
    return recordFunction('span', () => w.exp()).sum();
  }
  profiler.during(() => forwardPass().backward());
  const exp = named(profiler, 'aten::exp');
  expect(exp.stack[0]).toMatch(/profiler\.test\.ts\(\d+\): /);
  expect(exp.stack.some((entry) => entry.endsWith(': forwardPass'))).toBe(true);
  expect(named(profiler, 'ExpBackward0').stack).toEqual(exp.stack);
  const file = path.join(folder, 'stacks.txt');
  profiler.exportStacks(file);
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+;\S+ \d+$/m);
  expect(profiler.keyAverages({ groupByStackN: 1 }).table()).toContain('Source Location');
});

test('a span lasts until the promise of its function settles, also where it is rejected', async () => {
  const profiler = new profile();
  await profiler.during(async () => {
    await recordFunction('later', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      torch.ones([2]).exp();
    });
    const failure = recordFunction('failing', async () => {
      await Promise.resolve();
      throw new Error('wanted');
    });
    await expect(failure).rejects.toThrow('wanted');
  });
  const later = named(profiler, 'later');
  expect(later.cpuTimeTotal).toBeGreaterThan(15_000);
  expect(later.cpuChildren.map(({ name }) => name)).toEqual(['aten::ones', 'aten::exp']);
  expect(named(profiler, 'failing').isUserAnnotation).toBe(true);
});

test('a span that outlives its session does no harm', () => {
  const profiler = new profile();
  const before = recordFunction('before');
  profiler.start();
  const inside = recordFunction('inside');
  profiler.stop();
  const other = new profile().start();
  inside.end();
  before.end();
  torch.ones([2]);
  other.stop();
  expect([...other.events()].map(({ name }) => name)).toContain('aten::ones');
});

test('work off the thread is recorded with what started it', async () => {
  const model = new torch.nn.Linear(4, 3);
  const x = torch.ones([2, 4]);
  const profiler = new profile();
  await profiler.during(() => model.forwardAsync(x));
  const linear = named(profiler, 'aten::linear');
  expect(linear.thread).not.toBe(0);
  expect(profiler.keyAverages().map(({ key }) => key)).toContain('aten::addmm');
});

test('memory is counted where it is taken, and what is freed outside of operators stands alone', () => {
  const profiler = new profile({ profileMemory: true });
  profiler.during(() => {
    torch.empty([1000]).dispose();
    torch.empty([100_000]).dispose();
  });
  const [small, large] = profiler.events().filter(({ name }) => name === 'aten::empty');
  expect([small?.cpuMemoryUsage, large?.cpuMemoryUsage]).toEqual([4000, 400_000]);
  const freed = profiler.events().filter(({ name }) => name === '[memory]');
  expect(freed.map(({ cpuMemoryUsage }) => cpuMemoryUsage)).toEqual([-4000, -400_000]);
});

test('a trace is JSON with phases, whatever names and metadata say, and may be compressed', async () => {
  const profiler = new profile({ withEventLoop: true });
  profiler.presetMetadataJson('preset', '[1]');
  await profiler.during(async () => {
    recordFunction('na"me', () => torch.ones([2]));
    recordFunction('line\n\u0001', () => torch.ones([2]));
    profiler.addMetadata('no"te', 'a "quote"\n');
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const end = performance.now() + 60; performance.now() < end; );
    await new Promise((resolve) => setTimeout(resolve, 25));
  });
  const file = path.join(folder, 'trace.json');
  profiler.exportChromeTrace(file);
  const trace = read(file);
  expect(trace).toMatchObject({ preset: [1], 'no"te': 'a "quote"\n', traceName: file });
  expect(trace.traceEvents.some(({ name, ph }) => name === 'aten::ones' && ph === 'X')).toBe(true);
  expect(trace.traceEvents.some(({ name, cat }) => name === 'event loop: blocked' && cat === 'javascript')).toBe(true);
  profiler.during(() => torch.ones([2]));
  profiler.exportChromeTrace(`${file}.gz`);
  expect(JSON.parse(gunzipSync(readFileSync(`${file}.gz`)).toString())).toHaveProperty('traceEvents');
});

test('a schedule records the steps that it chooses, and hands each cycle on', () => {
  const cycles: string[][] = [];
  const profiler = new profile({
    schedule: schedule({ wait: 1, warmup: 1, active: 2, repeat: 2 }),
    onTraceReady: (one) => cycles.push([...one.events()].map(({ name }) => name)),
  });
  profiler.start();
  const operators = [
    torch.exp,
    torch.sin,
    torch.cos,
    torch.tan,
    torch.abs,
    torch.neg,
    torch.sqrt,
    torch.log,
    torch.floor,
  ];
  const x = torch.ones([2]);
  for (const operator of operators) {
    operator(x);
    profiler.step();
  }
  profiler.stop();
  expect(cycles).toEqual([
    ['ProfilerStep*', 'aten::cos', 'ProfilerStep*', 'aten::tan'],
    ['ProfilerStep*', 'aten::sqrt', 'ProfilerStep*', 'aten::log'],
  ]);
});

test('optimizers and loaders have spans of their own', async () => {
  const w = torch.ones([2], { requiresGrad: true });
  const optimizer = new torch.optim.Adam([w], { lr: 0.1 });
  const loader = new torch.data.DataLoader(new torch.data.TensorDataset(torch.ones([4, 2])), { batchSize: 2 });
  const profiler = new profile();
  await profiler.during(async () => {
    for await (const [x] of loader) {
      optimizer.zeroGrad();
      w.mul(x as torch.Tensor)
        .sum()
        .backward();
      optimizer.step();
    }
  });
  const counts = Object.fromEntries(profiler.keyAverages().map(({ key, count }) => [key, count]));
  expect(counts).toMatchObject({
    'Optimizer.step#Adam.step': 2,
    'Optimizer.zero_grad#Adam.zero_grad': 2,
    'enumerate(DataLoader)#_SingleProcessDataLoaderIter.__next__': 3,
  });
});

test('fused recurrent layers have names that say what they are', () => {
  const layer = new torch.nn.LSTM(4, 5);
  const x = torch.ones([3, 2, 4]);
  const profiler = new profile();
  const { fused } = torch.backends.rnn;
  torch.backends.rnn.fused = true;
  profiler.during(() => layer.forward(x)[0].sum().backward());
  torch.backends.rnn.fused = fused;
  const keys = profiler.keyAverages().map(({ key }) => key);
  expect(keys).toContain('libtorch_node::lstm');
  expect(keys).toContain('libtorch_node::recurrent_backward');
});

test('an execution trace is a graph of the operators', () => {
  const file = path.join(folder, 'graph.json');
  const observer = new torch.profiler.ExecutionTraceObserver().registerCallback(file);
  observer.start();
  torch.ones([2]).exp();
  observer.cleanup();
  expect(observer.isRegistered).toBe(false);
  expect((read(file) as unknown as { nodes: { name: string }[] }).nodes.map(({ name }) => name)).toContain('aten::exp');
});

test('bad input is refused', () => {
  const wrong =
    (options: object): (() => unknown) =>
    () =>
      new profile(options as never);
  expect(wrong({ activities: [] })).toThrow('No valid profiler activities found');
  expect(wrong({ activities: ['GPU'] })).toThrow(TypeError);
  expect(wrong({ shedule: schedule })).toThrow("did you mean 'schedule'?");
  expect(wrong({ schedule: () => undefined })).toThrow('not a ProfilerAction');
  expect(wrong({ schedule: () => 'DEVICE_STOPPED' })).toThrow('must not be returned by a user-provided schedule');
  const profiler = new profile();
  expect(() => profiler.addMetadataJson('a', '{')).toThrow('not JSON');
  profiler.during(() => torch.ones([2]));
  expect(() => profiler.keyAverages().table({ sortBy: 'speed' })).toThrow("has no attribute 'speed'");
  expect(() => profiler.exportStacks(path.join(folder, 'x'))).toThrow('export_stacks() requires with_stack=True');
  expect(() => profiler.exportChromeTrace(folder)).toThrow('is a folder');
  expect(() => profiler.events().exportStacks(path.join(folder, 'x'), 'speed')).toThrow('metric should be one of');
});

test('what the function throws ends the profiler', () => {
  const profiler = new profile();
  expect(() =>
    profiler.during(() => {
      throw new Error('wanted');
    }),
  ).toThrow('wanted');
  const other = new profile();
  other.during(() => torch.ones([2]).exp());
  expect(other.keyAverages().map(({ key }) => key)).toContain('aten::exp');
});
