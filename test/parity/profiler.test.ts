import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import { runPython } from '../support/python';

const { profiler } = torch;

type Counts = Record<string, number>;
type Row = [key: string, count: number, shapes: string, flops: number, memory: number];

/** A training step whose operators are the same on both sides. */
const PYTHON = `
import warnings
warnings.simplefilter('ignore')
from torch.profiler import profile, ProfilerActivity, record_function
model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 3))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.randn(5, 4), torch.tensor([0, 1, 2, 0, 1])
def step():
    optimizer.zero_grad()
    with record_function('forward'):
        loss = torch.nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
step()
with profile(activities=[ProfilerActivity.CPU], record_shapes=True, with_flops=True, profile_memory=True) as p:
    step()
    step()
`;

function program(): () => void {
  const model = new torch.nn.Sequential(new torch.nn.Linear(4, 8), new torch.nn.Tanh(), new torch.nn.Linear(8, 3));
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1 });
  const [x, y] = [torch.randn([5, 4]), torch.tensor([0, 1, 2, 0, 1])];
  return () => {
    optimizer.zeroGrad();
    const loss = profiler.recordFunction('forward', () =>
      torch.nn.functional.crossEntropy(model.forward(x) as torch.Tensor, y),
    );
    loss.backward();
    optimizer.step();
  };
}

function profileOf(): torch.profiler.profile {
  const step = program();
  step();
  const recorded = new profiler.profile({
    activities: ['CPU'],
    recordShapes: true,
    withFlops: true,
    profileMemory: true,
  });
  recorded.during(() => {
    step();
    step();
  });
  return recorded;
}

interface Expected {
  readonly counts: Counts;
  readonly rows: readonly Row[];
  readonly memory: Counts;
  readonly tables: readonly string[];
  readonly traces: readonly [unknown, unknown];
  readonly schedules: unknown;
  readonly messages: unknown;
  readonly nested: unknown;
}

const SCHEDULES = [
  { wait: 1, warmup: 1, active: 2, repeat: 1 },
  { wait: 0, warmup: 1, active: 1, skipFirst: 3 },
  { wait: 3, warmup: 2, active: 1, repeat: 2, skipFirst: 1, skipFirstWait: 1 },
];

/** What Python has to say to all tests: to start it takes long. */
const QUESTIONS = `
import json
from torch.profiler import schedule
rows = lambda events: sorted([e.key, e.count, str(e.input_shapes), e.flops or 0] for e in events if e.key != '[memory]')
answers = dict(
    counts={e.key: e.count for e in p.key_averages() if e.key != '[memory]'},
    rows=rows(p.key_averages(group_by_input_shape=True)),
    memory={e.key: e.cpu_memory_usage // 2 for e in p.key_averages() if e.key in ('aten::addmm', 'aten::tanh', 'aten::mm')},
    tables=[p.key_averages(group_by_input_shape=True).table(sort_by='count', row_limit=4, header='A header', time_unit='ms'),
            p.key_averages().table(row_limit=2, max_name_column_width=20, top_level_events_only=True)],
)
p.export_chrome_trace(input['theirs'])
def kinds(path):
    trace = json.load(open(path))
    events = trace['traceEvents']
    names = {}
    for e in events:
        if e['ph'] == 'X' and e.get('cat') in ('cpu_op', 'user_annotation'): names[e['name']] = names.get(e['name'], 0) + 1
    return [sorted({e['ph'] for e in events}), names, sorted(k for k in trace if k != 'trace_id')]
answers['traces'] = [kinds(input['ours']), kinds(input['theirs'])]
snake = {'skipFirst': 'skip_first', 'skipFirstWait': 'skip_first_wait'}
answers['schedules'] = [[schedule(**{snake.get(k, k): v for k, v in s.items()})(i).name for i in range(16)] for s in input['schedules']]
def message(call):
    try: call()
    except Exception as e: return str(e)
answers['messages'] = [message(c) for c in (
  lambda: profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CPU]),
  lambda: schedule(wait=-1, warmup=1, active=1),
  lambda: profile().key_averages(),
  lambda: profile().events(),
  lambda: profile().export_chrome_trace('x'),
)]
with profile(activities=[ProfilerActivity.CPU]) as p:
    torch.ones(2).exp()
    with profile(activities=[ProfilerActivity.CPU]) as q:
        torch.ones(2).sin()
    torch.ones(2).cos()
answers['nested'] = [[e.key for e in x.key_averages()] for x in (p, q)]
output = answers
`;

let folder: string;
let recorded: torch.profiler.profile;
let python: Expected;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'profiler-'));
  const ours = path.join(folder, 'trace.json');
  recorded = profileOf();
  recorded.exportChromeTrace(ours);
  const input = { ours, theirs: path.join(folder, 'python.json'), schedules: SCHEDULES };
  python = runPython<Expected>(PYTHON + QUESTIONS, input);
});

/**
 * Python makes the gradient of 1, with which a backward begins, in the format of the loss (aten::empty_strided); libtorch
 * makes it contiguous (aten::empty).
 */
function sameStart(counts: Counts): Counts {
  const { 'aten::empty_strided': strided = 0, ...rest } = counts;
  return { ...rest, 'aten::empty': (rest['aten::empty'] ?? 0) + strided };
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the same operators are counted as in Python, with their shapes, FLOPs and memory', () => {
  const ours = recorded.keyAverages().filter(({ key }) => key !== '[memory]');
  expect(sameStart(Object.fromEntries(ours.map(({ key, count }) => [key, count])))).toEqual(sameStart(python.counts));
  const text = (shapes: unknown): string => JSON.stringify(shapes).replaceAll(',', ', ');
  const grouped = recorded
    .keyAverages({ groupByInputShape: true })
    .map((event) => [event.key, event.count, text(event.inputShapes), event.flops]);
  const lines = (rows: readonly (readonly unknown[])[]): string[] =>
    rows
      .filter(([key]) => key !== '[memory]' && !String(key).startsWith('aten::empty'))
      .map((row) => JSON.stringify(row))
      .sort();
  expect(lines(grouped)).toEqual(lines(python.rows));
  const used = ours.filter(({ key }) => key !== null && key in python.memory);
  expect(Object.fromEntries(used.map((event) => [event.key, event.cpuMemoryUsage / 2]))).toEqual(python.memory);
});

test('a table is printed as Python prints it: the same lines but for the figures', () => {
  const tables = [
    recorded.keyAverages(true).table({ sortBy: 'count', rowLimit: 4, header: 'A header', timeUnit: 'ms' }),
    recorded.keyAverages().table(null, 2, { maxNameColumnWidth: 20, topLevelEventsOnly: true }),
  ];
  const figures = (text: string): string => text.replace(/ +-?\d+(\.\d+)?(us|ms|s|%| K?B)?(?= {2}|\n)/g, ' 0');
  expect(tables.map(figures)).toEqual(python.tables.map(figures));
});

test('a trace has the structure of Python’s, and Python reads it as JSON', () => {
  type Kinds = [phases: string[], names: Counts, keys: string[]];
  const [found, expected] = python.traces as [Kinds, Kinds];
  const [phases, names, keys] = found;
  expect([phases, sameStart(names), keys]).toEqual([expected[0], sameStart(expected[1]), expected[2]]);
});

test('a schedule has the actions of Python’s', () => {
  const ours = SCHEDULES.map((setting) => Array.from({ length: 16 }, (_, i) => profiler.schedule(setting)(i)));
  expect(ours).toEqual(python.schedules);
});

test('what goes wrong has Python’s message', () => {
  const message = (call: () => unknown): string => {
    try {
      call();
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect([
    message(() => new profiler.profile({ activities: ['CPU', 'CPU'] })),
    message(() => profiler.schedule({ wait: -1, warmup: 1, active: 1 })),
    message(() => new profiler.profile().keyAverages()),
    message(() => new profiler.profile().events()),
    message(() => new profiler.profile().exportChromeTrace('x')),
  ]).toEqual(python.messages);
});

test('a profiler inside a profiler takes over, as in Python', () => {
  const [outer, inner] = [new profiler.profile(), new profiler.profile()];
  outer.during(() => {
    torch.ones([2]).exp();
    inner.during(() => torch.ones([2]).sin());
    torch.ones([2]).cos();
  });
  const keys = [outer, inner].map((one) => [...one.keyAverages()].map(({ key }) => key));
  expect(keys).toEqual(python.nested);
});
