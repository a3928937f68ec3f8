/** Activation checkpointing beside Python's: gradients, dropout, how often functions run, and what goes wrong. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const { checkpoint, checkpointSequential } = torch.utils.checkpoint;

const PYTHON = `
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
def make():
    torch.manual_seed(4)
    return torch.nn.Sequential(torch.nn.Linear(6, 8), torch.nn.Tanh(), torch.nn.Dropout(0.4), torch.nn.Linear(8, 3))
def run(call, x_grad):
    model = make()
    x = torch.randn(5, 6, requires_grad=x_grad)
    y = call(model, x)
    noise = torch.rand(3)
    y.sin().sum().backward()
    return [y, noise, torch.rand(2), x.grad, *(p.grad for p in model.parameters())]
kept = lambda reentrant: lambda model, x: checkpoint(model, x, use_reentrant=reentrant)
output = {
  'module': [run(kept(False), g) for g in (True, False)],
  'sequential': run(lambda model, x: checkpoint_sequential(model, 2, x, use_reentrant=False), True),
  'function': run(lambda model, x: checkpoint(lambda z: model(z), x, use_reentrant=True), True),
}

from torch.utils.checkpoint import create_selective_checkpoint_contexts, set_checkpoint_early_stop, CheckpointPolicy, GraphExecGroup
def counted():
    log = []
    def body(x):
        log.append('a'); y = x.sin()
        log.append('b'); y = y.exp()
        log.append('c'); y = y.cos()
        log.append('d'); return y * 2
    return log, body
def leaf(): return torch.arange(1., 4.).requires_grad_()
def text(f):
    try: f(); return None
    except Exception as e: return str(e).split('\\n')[0]

log, body = counted(); x = leaf()
y = checkpoint(body, x, use_reentrant=False); y.sum().backward()
output['early'] = [''.join(log), x.grad]
log, body = counted(); x = leaf()
y = checkpoint(body, x, use_reentrant=False, early_stop=False); y.sum().backward()
output['late'] = [''.join(log), x.grad]
log, body = counted(); x = leaf()
with set_checkpoint_early_stop(False): y = checkpoint(body, x, use_reentrant=False)
y.sum().backward()
output['set'] = [''.join(log), x.grad]
log, body = counted(); x = leaf()
y = checkpoint(lambda v: checkpoint(body, v, use_reentrant=False).sinh(), x, use_reentrant=False); y.sum().backward()
output['nested'] = [''.join(log), x.grad]
log, body = counted(); x = leaf()
y = checkpoint(body, x, use_reentrant=False)
g, = torch.autograd.grad(y.sum(), x, create_graph=True); h, = torch.autograd.grad(g.sum(), x)
output['second'] = [''.join(log), g.detach(), h]
log, body = counted(); x = leaf()
y = checkpoint(body, x, use_reentrant=False); y.sum().backward(retain_graph=True); y.sum().backward()
output['twice'] = [''.join(log), x.grad]
x = leaf(); first = [True]
def shrinking(v):
    if first: first.pop(); return v.exp().sin()
    return v[:2].exp().sin()
y = checkpoint(shrinking, x, use_reentrant=False); output['metadata'] = text(lambda: y.sum().backward())
first = [True]
def fewer(v):
    if first: first.pop(); return v.exp().sin()
    return v.exp()
y = checkpoint(fewer, x, use_reentrant=False); output['fewer'] = text(lambda: y.sum().backward())
first = [True]
def more(v):
    if first: first.pop(); return v.exp()
    return v.exp().sin()
y = checkpoint(more, x, use_reentrant=False, early_stop=False); output['more'] = text(lambda: y.sum().backward())

def policy_run(policy):
    seen = []
    def spy(ctx, op, *args, **kwargs):
        seen.append(op.name()); return policy(op)
    w = torch.eye(3) * 2; x = leaf().reshape(1, 3).detach().requires_grad_(); runs = []
    def fn(v):
        runs.append(1); return (v @ w).sigmoid() @ w
    y = checkpoint(fn, x, use_reentrant=False, context_fn=lambda: create_selective_checkpoint_contexts(spy))
    y.sum().backward(retain_graph=True)
    return [seen, len(runs), x.grad, text(lambda: y.sum().backward())]
mm = torch.ops.aten.mm.default
output['selective'] = policy_run(lambda op: CheckpointPolicy.MUST_SAVE if op == mm else CheckpointPolicy.PREFER_RECOMPUTE)
output['none kept'] = policy_run(lambda op: False)
output['all kept'] = policy_run(lambda op: True)
output['packet'] = text(lambda: create_selective_checkpoint_contexts([torch.ops.aten.mm]))
x = leaf(); y = checkpoint(lambda v: v.exp(), x, use_reentrant=True)
output['reentrant grad'] = text(lambda: torch.autograd.grad(y.sum(), x))
output['reentrant context'] = text(lambda: checkpoint(lambda v: v, x, use_reentrant=True, debug=True))
log, body = counted(); x = leaf()
y = checkpoint(lambda v: (body(v), v.cosh()), x, use_reentrant=False)
with GraphExecGroup():
    y[0].sum().backward(); y[1].sum().backward()
output['group'] = [''.join(log), x.grad]
x = leaf(); z = x.clone(); y = checkpoint(lambda v: v.exp(), z, use_reentrant=False); z.mul_(2)
output['changed input'] = text(lambda: y.sum().backward())
`;

type Results = (Tensor | null)[];
let python: { module: [Results, Results]; sequential: Results; function: Results } & Record<string, unknown>;
beforeAll(() => {
  python = runPython(PYTHON);
});

function make(): nn.Sequential {
  torch.manualSeed(4);
  return new nn.Sequential(new nn.Linear(6, 8), new nn.Tanh(), new nn.Dropout(0.4), new nn.Linear(8, 3));
}

function run(call: (model: nn.Sequential, x: Tensor) => unknown, xGrad = true): Results {
  const model = make();
  const x = torch.randn([5, 6]).requiresGrad_(xGrad);
  const y = call(model, x) as Tensor;
  const noise = torch.rand([3]);
  y.sin().sum().backward();
  return [y, noise, torch.rand([2]), x.grad, ...model.parameters().map(({ grad }) => grad)];
}

function expectSame(actual: Results, expected: Results): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((tensor, i) => {
    const other = expected[i] ?? null;
    if (tensor && other) expectBitEqual(tensor, other, `result ${i}`);
    else expect([i, tensor === null, other === null]).toEqual([i, true, true]);
  });
}

test('a module, with an input that gets a gradient and with one that does not', () => {
  expectSame(
    run((model, x) => checkpoint(model, [x])),
    python.module[0],
  );
  expectSame(
    run((model, x) => checkpoint(model, [x]), false),
    python.module[1],
  );
});

test('a sequence in segments', () => {
  expectSame(
    run((model, x) => checkpointSequential(model, 2, x)),
    python.sequential,
  );
  expect(() => checkpointSequential(make(), 5, torch.ones([1, 6]))).toThrow('4 modules make 1 to 4 segments');
});

test('a function, in both ways', () => {
  for (const useReentrant of [true, false]) {
    expectSame(
      run((model, x) => checkpoint((z: Tensor) => model.forward(z), [x], { useReentrant })),
      python.function,
    );
  }
});

const leaf = (): Tensor => torch.arange(1, 4, { dtype: torch.float32 }).requiresGrad_();

function counted(): { log: string[]; body: (x: Tensor) => Tensor } {
  const log: string[] = [];
  const step = (name: string, y: Tensor): Tensor => (log.push(name), y);
  const body = (x: Tensor): Tensor => {
    const a = step('a', x).sin();
    const b = step('b', a).exp();
    const c = step('c', b).cos();
    return step('d', c).mul(2);
  };
  return { log, body };
}

function textOf(body: () => unknown): string | null {
  try {
    body();
    return null;
  } catch (error) {
    return (error as Error).message.split('\n')[0] ?? '';
  }
}

function expectRuns(name: string, log: readonly string[], ...tensors: (Tensor | null | undefined)[]): void {
  const [runs, ...expected] = python[name] as [string, ...Tensor[]];
  expect([name, log.join('')]).toEqual([name, runs]);
  expectSame(
    tensors.map((tensor) => tensor ?? null),
    expected,
  );
}

describe('runs again as often as Python, and stops where Python stops', () => {
  test.each([
    ['early', {}],
    ['late', { earlyStop: false }],
  ])('%s', (name, options) => {
    const { log, body } = counted();
    const x = leaf();
    (checkpoint(body, [x], options) as Tensor).sum().backward();
    expectRuns(name, log, x.grad);
  });

  test('by setCheckpointEarlyStop', () => {
    const { log, body } = counted();
    const x = leaf();
    const y = torch.utils.checkpoint.setCheckpointEarlyStop(false, () => checkpoint(body, [x]) as Tensor);
    y.sum().backward();
    expectRuns('set', log, x.grad);
  });

  test('nested', () => {
    const { log, body } = counted();
    const x = leaf();
    const y = checkpoint((v: Tensor) => (checkpoint(body, [v]) as Tensor).sinh(), [x]) as Tensor;
    y.sum().backward();
    expectRuns('nested', log, x.grad);
  });

  test('for second derivatives', () => {
    const { log, body } = counted();
    const x = leaf();
    const y = checkpoint(body, [x]) as Tensor;
    const [g] = torch.autograd.grad(y.sum(), x, { createGraph: true });
    const [h] = torch.autograd.grad(g.sum(), x);
    expectRuns('second', log, g.detach(), h);
  });

  test('for two backward calls, in a group and not', () => {
    const one = counted();
    const x = leaf();
    const y = checkpoint(one.body, [x]) as Tensor;
    y.sum().backward({ retainGraph: true });
    y.sum().backward();
    expectRuns('twice', one.log, x.grad);
    const two = counted();
    const z = leaf();
    const [a, b] = checkpoint((v: Tensor) => [two.body(v), v.cosh()], [z]) as [Tensor, Tensor];
    new torch.utils.checkpoint.GraphExecGroup().run(() => {
      a.sum().backward();
      b.sum().backward();
    });
    expectRuns('group', two.log, z.grad);
  });
});

describe('finds that the second run differs', () => {
  const differing = (first: (v: Tensor) => Tensor, second: (v: Tensor) => Tensor, options = {}): string | null => {
    let run = first;
    const y = checkpoint(
      (v: Tensor) => {
        const body = run;
        run = second;
        return body(v);
      },
      [leaf()],
      options,
    ) as Tensor;
    return textOf(() => y.sum().backward());
  };

  test.each([
    ['metadata', (v: Tensor) => v.exp().sin(), (v: Tensor) => v.narrow(0, 0, 2).exp().sin(), {}],
    ['fewer', (v: Tensor) => v.exp().sin(), (v: Tensor) => v.exp(), {}],
    ['more', (v: Tensor) => v.exp(), (v: Tensor) => v.exp().sin(), { earlyStop: false }],
  ] as const)('%s', (name, first, second, options) => {
    const message = differing(first, second, options);
    expect(message).toBe(python[name]);
    expect(differing(first, second, { ...options, debug: true })).toMatch(/dumping logs/);
  });

  test('not without a check, and an input that was changed always', () => {
    const sizes = [(v: Tensor) => v.exp().sin(), (v: Tensor) => v.narrow(0, 0, 3).add(1).exp().sin()] as const;
    expect(differing(...sizes, { determinismCheck: 'none' })).toBeNull();
    const z = leaf().clone();
    const y = checkpoint((v: Tensor) => v.exp(), [z]) as Tensor;
    z.mul_(2);
    expect(textOf(() => y.sum().backward())?.slice(0, 80)).toBe((python['changed input'] as string).slice(0, 80));
  });
});

describe('selective policies', () => {
  const { CheckpointPolicy, createSelectiveCheckpointContexts } = torch.utils.checkpoint;
  const mm = torch.ops.aten['mm']?.['default'] as torch.RawOperator;

  function run(policy: (op: torch.RawOperator) => boolean | torch.utils.checkpoint.CheckpointPolicy): unknown[] {
    const seen: string[] = [];
    let runs = 0;
    const w = torch.eye(3).mul(2);
    const x = leaf().reshape([1, 3]).detach().requiresGrad_();
    const contextFn = () =>
      createSelectiveCheckpointContexts((_context, op) => {
        seen.push((op.schemas[0] ?? '').split('(')[0] ?? '');
        return policy(op);
      });
    const y = checkpoint((v: Tensor) => (runs++, v.matmul(w).sigmoid().matmul(w)), [x], { contextFn }) as Tensor;
    y.sum().backward({ retainGraph: true });
    const ran = runs;
    const error = textOf(() => y.sum().backward());
    return [seen, ran, x.grad, error];
  }

  test.each([
    [
      'selective',
      (op: torch.RawOperator) => (op === mm ? CheckpointPolicy.MUST_SAVE : CheckpointPolicy.PREFER_RECOMPUTE),
    ],
    ['none kept', () => false],
    ['all kept', () => true],
  ] as const)('%s', (name, policy) => {
    const [seen, runs, gradient, error] = run(policy);
    const [expectedSeen, expectedRuns, expectedGradient, expectedError] = python[name] as [
      string[],
      number,
      Tensor,
      null,
    ];
    expect([seen, runs, error]).toEqual([expectedSeen, expectedRuns, expectedError]);
    expectBitEqual(gradient as Tensor, expectedGradient);
  });

  test('take overloads, and no operators with all of theirs', () => {
    expect(textOf(() => createSelectiveCheckpointContexts([torch.ops.aten['mm'] as torch.RawOperator]))).toContain(
      'Please update the OpOverloadPacket to a specific OpOverload',
    );
    createSelectiveCheckpointContexts([mm, torch.ops.aten['add']?.['Tensor'] as torch.RawOperator]);
  });
});

test('autocast is as it was', () => {
  const x = torch.ones([2]).requiresGrad_();
  const lower = torch.autocast('cpu', () => checkpoint(new nn.Linear(2, 2), [x]) as Tensor);
  expect(lower.dtype).toBe(torch.bfloat16);
  lower.sum().backward();
  expect(x.grad?.dtype).toBe(torch.float32);
});

test('refuses what it cannot do', () => {
  const x = leaf();
  const y = checkpoint((z: Tensor) => z.exp(), [x], { useReentrant: true }) as Tensor;
  expect(textOf(() => torch.autograd.grad(y.sum(), x))?.slice(0, 100)).toBe(
    (python['reentrant grad'] as string).slice(0, 100),
  );
  expect(textOf(() => checkpoint((v: Tensor) => v, [x], { useReentrant: true, debug: true }))).toBe(
    python['reentrant context'],
  );
  expect(() => checkpoint(3 as never, [x])).toThrow("'function' should be a module or a function");
  expect(() => checkpoint(make(), x as never)).toThrow("'inputs' should be an array");
  expect(() => checkpoint(async () => Promise.resolve(x), [x])).toThrow('is run twice');
  expect(() => checkpoint(make(), [x], { parameters: [] } as never)).toThrow('parameters');
  expect(() => checkpoint(make(), [x], { contextFn: () => [1, 2] as never })).toThrow('contextFn must return');
});
