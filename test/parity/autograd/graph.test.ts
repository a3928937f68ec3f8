/** `torch.autograd.graph` and custom functions beside Python's. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { graph } = torch.autograd;
type Context = torch.autograd.FunctionContext;

const PYTHON = `
from torch.autograd import graph, Function, forward_ad as fa
import torch.func as func
def text(f):
    try: f(); return None
    except Exception as e: return str(e).split('\\n')[0]
def leaf(): return torch.tensor([1., 2.5, 3.], requires_grad=True)
output = {}
x = leaf(); y = (x * 2 + x.exp()).sum()
def walk(node): return [node.name(), [[walk(n), i] if n else [None, i] for n, i in node.next_functions]]
output['walk'] = walk(y.grad_fn)
output['inputs'] = [[list(m.shape), str(m.dtype), str(m.device)] for m in y.grad_fn.next_functions[0][0]._input_metadata]

log = []
x = leaf(); y = x * 2; z = y.exp()
z.grad_fn.register_hook(lambda gi, go: log.append(['post', gi[0], go[0]]))
z.grad_fn.register_prehook(lambda go: (go[0] * 3,))
y.grad_fn.register_hook(lambda gi, go: (gi[0] * 5, None))
z.sum().backward()
output['hooks'] = [[n, a, b] for n, a, b in log] + [x.grad]
def bad(hook, pre=False):
    y = leaf().clone(); (y.grad_fn.register_prehook if pre else y.grad_fn.register_hook)(hook); return text(lambda: y.sum().backward())
def fn(*a): return (None, None)
output['count'] = bad(fn)
def fn(*a): return (torch.ones(2),)
output['size'] = bad(fn)
def fn(*a): return (torch.ones(3, dtype=torch.float64),)
output['type'] = bad(fn, True)

packed = []
def pack(t): packed.append([t.detach().clone(), t.requires_grad]); return t.detach().half()
x = leaf()
with graph.saved_tensors_hooks(pack, lambda t: t.float()): y = (x.exp() * x).sigmoid().sum()
y.backward()
output['packed'] = [packed, x.grad]
x = leaf()
def run():
    with graph.saved_tensors_hooks(lambda t: t.add_(1), lambda t: t): return x.clone() * x
output['in place'] = text(run)
def run():
    with graph.disable_saved_tensors_hooks('not now'):
        with graph.save_on_cpu(): pass
output['disabled'] = text(run)
def run():
    with graph.save_on_cpu():
        with graph.disable_saved_tensors_hooks('not now'): pass
output['open'] = text(run)

x = leaf(); c = x * 2; d = x * 3; calls = []
graph.register_multi_grad_hook((c, d, x), lambda gs: calls.append([g if g is None else g.clone() for g in gs]))
(c.sum() + d.sum()).backward(retain_graph=True); c.sum().backward(retain_graph=True); c.sum().backward(inputs=[c])
output['multi'] = calls
x = leaf(); y = x * 3
edge = graph.get_gradient_edge(y)
output['edge'] = [torch.autograd.grad([y.pow(2).sum()], [edge])[0], torch.autograd.grad([edge], [x], grad_outputs=[torch.ones(3)])[0]]
output['no edge'] = text(lambda: graph.get_gradient_edge(torch.ones(2)))
x = leaf()
with graph.allow_mutation_on_saved_tensors():
    b = x.clone(); out = (b ** 2).sum() + b.exp().sum(); v = b[1:]; v.mul_(3); b.sin_(); out.backward()
output['mutation'] = [x.grad, b.detach()]
x = leaf(); y = x.clone(); z = y * y; graph.increment_version(y)
output['version'] = text(lambda: z.sum().backward())
x = leaf(); w = torch.tensor([[1., 2., 3.], [4., 5., 6.]])
output['batched'] = torch.autograd.grad([x ** 3, x.sum()], [x], [w, torch.tensor([1., 2.])], is_grads_batched=True)[0]

class Two(Function):
    generate_vmap_rule = True
    @staticmethod
    def forward(x, y, n): return x * y * n, (x + y).detach(), 'kept', x.argmax()
    @staticmethod
    def setup_context(ctx, inputs, output):
        x, y, n = inputs; ctx.save_for_backward(x, y); ctx.save_for_forward(x, y); ctx.n = n; ctx.mark_non_differentiable(output[3])
    @staticmethod
    def backward(ctx, a, b, *rest):
        x, y = ctx.saved_tensors; return a * y * ctx.n + b, a * x * ctx.n + b, None
    @staticmethod
    def jvp(ctx, a, b, n):
        x, y = ctx.saved_tensors; return a * y * ctx.n + x * b * ctx.n, a + b, None, None
x, y = leaf(), leaf()
r = Two.apply(x, y, 4.)
(r[0] * r[1]).sum().backward()
output['two'] = [r[0].detach(), r[1].detach(), r[2], r[3], r[3].requires_grad, x.grad, y.grad]
with fa.dual_level():
    r = Two.apply(fa.make_dual(leaf().detach(), torch.ones(3)), fa.make_dual(leaf().detach(), torch.tensor([1., 0., 2.])), 2.)
    output['dual'] = [fa.unpack_dual(r[0]).tangent, fa.unpack_dual(r[1]).tangent]
one = lambda x, y: Two.apply(x, y, 2.)[0]
m = torch.arange(6.).reshape(2, 3)
output['jvp'] = list(func.jvp(one, (leaf().detach(), leaf().detach()), (torch.ones(3), torch.tensor([1., 0., 2.]))))
output['vmap'] = list(func.vmap(lambda x, y: Two.apply(x, y, 2.)[:2], in_dims=(0, None))(m, leaf().detach()))
output['vmap grad'] = list(func.vmap(func.grad(lambda x, y: one(x, y).sum(), argnums=(0, 1)), in_dims=(0, None))(m, leaf().detach()))
x = m.clone().requires_grad_(); y = leaf()
func.vmap(one, in_dims=(0, None))(x, y).sin().sum().backward()
output['through'] = [x.grad, y.grad]
output['vmap jvp'] = func.vmap(lambda x: func.jvp(lambda v: one(v, v), (x,), (torch.ones(3),))[1])(m)
output['jacobian'] = func.jacrev(lambda v: one(v, v))(leaf().detach())

class Plain(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return g * 2
output['no jvp'] = text(lambda: func.jvp(lambda v: Plain.apply(v), (leaf(),), (torch.ones(3),)))
class Inplace(Function):
    @staticmethod
    def forward(ctx, x): ctx.mark_dirty(x); return x.mul_(2)
    @staticmethod
    def backward(ctx, g): return g * 2
x = leaf(); y = x.clone(); z = Inplace.apply(y); z.sum().backward()
output['dirty'] = [x.grad, y.grad_fn is z.grad_fn, z is y]
seen = []
class Lazy(Function):
    @staticmethod
    def forward(ctx, x): ctx.set_materialize_grads(False); return x * 2, x * 3
    @staticmethod
    def backward(ctx, a, b): seen.append([a is None, b is None]); return a * 2
x = leaf(); Lazy.apply(x)[0].sum().backward()
output['lazy'] = [seen, x.grad]
`;

let python: Record<string, unknown[]>;
beforeAll(() => {
  python = runPython(PYTHON);
});

function same(actual: unknown, expected: unknown, label: string): void {
  if (expected instanceof torch.Tensor) return expectBitEqual(actual as Tensor, expected, label);
  if (!Array.isArray(expected)) return expect([label, actual ?? null]).toEqual([label, expected]);
  expect([label, (actual as unknown[]).length]).toEqual([label, expected.length]);
  expected.forEach((item, i) => same((actual as unknown[])[i], item, `${label}[${i}]`));
}
const check = (label: string, actual: unknown): void => same(actual, python[label], label);

function textOf(body: () => unknown): string | null {
  try {
    body();
    return null;
  } catch (error) {
    return ((error as Error).message.split('\n')[0] ?? '').replace(/^\w+: (?=A saved)/, '');
  }
}

const float = (values: unknown): Tensor => torch.tensor(values as number[], { dtype: torch.float32 });
const bare = (): Tensor => float([1, 2.5, 3]);
const leaf = (): Tensor => bare().requiresGrad_();

describe('Node', () => {
  const walk = (node: torch.autograd.graph.Node): unknown => [
    node.name(),
    node.nextFunctions.map(([next, i]) => [next && walk(next), i]),
  ];

  test('names, edges and what is known of gradients', () => {
    const x = leaf();
    const y = x.mul(2).add(x.exp()).sum();
    const node = y.gradFn as torch.autograd.graph.Node;
    check('walk', walk(node));
    const add = node.nextFunctions[0]?.[0] as torch.autograd.graph.Node;
    check(
      'inputs',
      add.inputMetadata.map((input) => [input?.shape, `torch.${input?.dtype.name}`, input?.device.toString()]),
    );
    expect(y.gradFn).toBe(node);
    expect(x.gradFn).toBeNull();
    node.metadata['mine'] = x;
    expect(y.gradFn?.metadata['mine']).toBe(x);
    expect(add.nextFunctions[0]?.[0]?.nextFunctions[0]?.[0]?.variable?.equal(x)).toBe(true);
    expect(() => new graph.Node(Symbol('no'), null as never)).toThrow('Nodes are made by operators');
  });

  test('hooks before and after', () => {
    const log: unknown[] = [];
    const x = leaf();
    const y = x.mul(2);
    const z = y.exp();
    z.gradFn?.registerHook(([a], [b]) => void log.push(['post', a, b]));
    z.gradFn?.registerPrehook(([a]) => a?.mul(3));
    y.gradFn?.registerHook(([a]) => [a?.mul(5) ?? null, null]);
    z.sum().backward();
    check('hooks', [...log, x.grad]);
  });

  test('hooks that return something else', () => {
    const bad = (result: unknown, pre = false): string | null => {
      const y = leaf().clone();
      const fn = (): never => result as never;
      if (pre) y.gradFn?.registerPrehook(fn);
      else y.gradFn?.registerHook(fn);
      return textOf(() => y.sum().backward());
    };
    check('count', bad([null, null]));
    expect(bad(torch.ones([2]))).toBe(python['size'] as unknown as string);
    expect(bad([torch.ones([3], { dtype: torch.float64 })], true)).toBe(python['type'] as unknown);
    expect(bad(5)).toContain('must return Tensors or nothing');
  });
});

describe('saved tensors', () => {
  test('are packed and unpacked', () => {
    const packed: unknown[] = [];
    const x = leaf();
    const y = graph.savedTensorsHooks(
      (t) => {
        packed.push([t.detach().clone(), t.requiresGrad]);
        return t.detach().half();
      },
      (t) => t.float(),
      () => x.exp().mul(x).sigmoid().sum(),
    );
    y.backward();
    check('packed', [packed, x.grad]);
  });

  test('survive the scope in which they were packed, and a backward off the thread', async () => {
    const x = leaf();
    const y = torch.scope(() =>
      graph.savedTensorsHooks(
        (t) => ({ half: t.detach().half() }),
        ({ half }) => half.float(),
        () => x.exp().mul(x).sum(),
      ),
    );
    await y.backwardAsync();
    expect(x.grad?.isfinite().all().item()).toBe(true);
  });

  test('errors', () => {
    const x = leaf();
    check('in place', textOf(() => graph.savedTensorsHooks((t) => t.add_(1), (t) => t, () => x.clone().mul(x)))); // prettier-ignore
    check(
      'disabled',
      textOf(() => graph.disableSavedTensorsHooks('not now', () => graph.saveOnCpu())),
    );
    check(
      'open',
      textOf(() => graph.saveOnCpu(() => graph.disableSavedTensorsHooks('not now'))),
    );
    const thrown = new RangeError('mine');
    const y = graph.savedTensorsHooks(() => 1, () => { throw thrown; }, () => x.exp()); // prettier-ignore
    expect(() => y.sum().backward()).toThrow(thrown);
    expect(() => graph.savedTensorsHooks(() => Promise.resolve(1) as never, () => x, () => x.exp())).toThrow('promise'); // prettier-ignore
    using outer = graph.saveOnCpu();
    const inner = graph.saveOnCpu();
    expect(() => outer.restore()).toThrow('opposite order');
    inner.restore();
  });

  test('may change in place where that is allowed', () => {
    const x = leaf();
    const b = graph.allowMutationOnSavedTensors(() => {
      const copy = x.clone();
      const out = copy.pow(2).sum().add(copy.exp().sum());
      copy.narrow(0, 1, 2).mul_(3);
      copy.sin_();
      out.backward();
      return copy;
    });
    check('mutation', [x.grad, b.detach()]);
    const y = leaf().clone();
    const z = y.mul(y);
    graph.incrementVersion(y);
    expect(textOf(() => z.sum().backward())?.slice(0, 90)).toBe((python['version'] as unknown as string).slice(0, 90));
    expect(() => graph.allowMutationOnSavedTensors(() => graph.allowMutationOnSavedTensors())).toThrow('nested');
  });
});

test('a hook on several gradients, and edges', () => {
  const x = leaf();
  const [c, d] = [x.mul(2), x.mul(3)];
  const calls: unknown[] = [];
  graph.registerMultiGradHook([c, d, x], (gradients) => void calls.push(gradients.map((g) => g?.clone() ?? null)));
  c.sum().add(d.sum()).backward({ retainGraph: true });
  c.sum().backward({ retainGraph: true });
  c.sum().backward({ inputs: [c] });
  check('multi', calls);
  const z = leaf();
  const y = z.mul(3);
  const edge = graph.getGradientEdge(y);
  const [a] = torch.autograd.grad([y.pow(2).sum()], [edge], { retainGraph: true });
  const [b] = torch.autograd.grad([edge], [z], { gradOutputs: [torch.ones([3])] });
  check('edge', [a, b]);
  check(
    'no edge',
    textOf(() => graph.getGradientEdge(torch.ones([2]))),
  );
  expect(() =>
    torch.autograd.grad([new graph.GradientEdge(edge.node, 7)], [z], { gradOutputs: [b as Tensor] }),
  ).toThrow('names output 7 of MulBackward0, which has 1');
});

test('a batch of gradients at once', () => {
  const x = leaf();
  const [g] = torch.autograd.grad([x.pow(3), x.sum()], x, {
    gradOutputs: [float([[1, 2, 3], [4, 5, 6]]), float([1, 2])], // prettier-ignore
    isGradsBatched: true,
  });
  check('batched', g);
});

class Two extends torch.autograd.Function {
  static readonly generateVmapRule = true;
  static forward(x: Tensor, y: Tensor, n: number): [Tensor, Tensor, string, Tensor] {
    return [x.mul(y).mul(n), x.add(y).detach(), 'kept', x.argmax()];
  }
  static setupContext(
    context: Context,
    [x, y, n]: [Tensor, Tensor, number],
    output: [Tensor, Tensor, string, Tensor],
  ): void {
    context.saveForBackward(x, y);
    context.saveForForward(x, y);
    context.data['n'] = n;
    context.markNonDifferentiable(output[3]);
  }
  static backward(context: Context, a: Tensor, b: Tensor): [Tensor, Tensor, null] {
    const [x, y] = context.savedTensors as [Tensor, Tensor];
    const n = context.data['n'] as number;
    return [a.mul(y).mul(n).add(b), a.mul(x).mul(n).add(b), null];
  }
  static jvp(context: Context, a: Tensor, b: Tensor): [Tensor, Tensor, null, null] {
    const [x, y] = context.savedTensors as [Tensor, Tensor];
    const n = context.data['n'] as number;
    return [a.mul(y).mul(n).add(x.mul(b).mul(n)), a.add(b), null, null];
  }
}

describe('custom functions', () => {
  const one = (x: Tensor, y: Tensor): Tensor => Two.apply(x, y, 2)[0];
  const m = torch.arange(6, { dtype: torch.float32 }).reshape([2, 3]);

  test('several outputs, of which some are no tensors or have no gradient', () => {
    const [x, y] = [leaf(), leaf()];
    const r = Two.apply(x, y, 4);
    r[0].mul(r[1]).sum().backward();
    check('two', [r[0].detach(), r[1].detach(), r[2], r[3], r[3].requiresGrad, x.grad, y.grad]);
  });

  test('forward mode', () => {
    const { forwardAd } = torch.autograd;
    const tangents = forwardAd.dualLevel(() => {
      const r = Two.apply(forwardAd.makeDual(bare(), torch.ones([3])), forwardAd.makeDual(bare(), float([1, 0, 2])), 2);
      return [forwardAd.unpackDual(r[0]).tangent, forwardAd.unpackDual(r[1]).tangent].map((t) => t?.clone());
    });
    check('dual', tangents);
    check('jvp', torch.func.jvp(one, [bare(), bare()], [torch.ones([3]), float([1, 0, 2])]));
  });

  test('under vmap, by a rule that is generated', () => {
    check(
      'vmap',
      torch.func.vmap((x: Tensor, y: Tensor) => Two.apply(x, y, 2).slice(0, 2), { inDims: [0, null] })(m, bare()),
    );
    const gradients = torch.func.grad((x: Tensor, y: Tensor) => one(x, y).sum(), { argnums: [0, 1] });
    check(
      'vmap grad',
      torch.func.vmap(gradients as (x: Tensor, y: Tensor) => Tensor[], { inDims: [0, null] })(m, bare()),
    );
    const [x, y] = [m.clone().requiresGrad_(), leaf()];
    torch.func
      .vmap(one, { inDims: [0, null] })(x, y)
      .sin()
      .sum()
      .backward();
    check('through', [x.grad, y.grad]);
    const slope = (v: Tensor): Tensor => torch.func.jvp((w: Tensor) => one(w, w), [v], [torch.ones([3])])[1] as Tensor;
    check('vmap jvp', torch.func.vmap(slope)(m));
    check('jacobian', torch.func.jacrev((v: Tensor) => one(v, v))(bare()));
  });

  test('without a jvp, changed in place, and without zeros', () => {
    class Plain extends torch.autograd.Function {
      static forward(x: Tensor): Tensor {
        return x.mul(2);
      }
      static setupContext(): void {}
      static backward(_context: Context, g: Tensor): Tensor {
        return g.mul(2);
      }
    }
    expect(textOf(() => torch.func.jvp((v: Tensor) => Plain.apply(v), [bare()], [torch.ones([3])]))).toContain(
      'You must implement the jvp function for custom autograd.Function to use it with forward mode AD',
    );
    class Inplace extends torch.autograd.Function {
      static forward(context: Context, x: Tensor): Tensor {
        context.markDirty(x);
        return x.mul_(2);
      }
      static backward(_context: Context, g: Tensor): Tensor {
        return g.mul(2);
      }
    }
    const x = leaf();
    const y = x.clone();
    const z = Inplace.apply(y);
    z.sum().backward();
    check('dirty', [x.grad, y.gradFn === z.gradFn, z === y]);
    const seen: boolean[][] = [];
    class Lazy extends torch.autograd.Function {
      static forward(context: Context, v: Tensor): [Tensor, Tensor] {
        context.setMaterializeGrads(false);
        return [v.mul(2), v.mul(3)];
      }
      static backward(_context: Context, a: Tensor | null, b: Tensor | null): Tensor | null {
        seen.push([a === null, b === null]);
        return a?.mul(2) ?? null;
      }
    }
    const w = leaf();
    Lazy.apply(w)[0].sum().backward();
    check('lazy', [seen, w.grad]);
  });
});

test('anomalies are shown with the place of the call', () => {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const x = torch.zeros([1], { requiresGrad: true });
  expect(() => torch.autograd.detectAnomaly(() => x.sqrt().mul(0).sum().backward())).toThrow('SqrtBackward0');
  const [warning] = warn.mock.calls[0] as unknown as [Error | string];
  warn.mockRestore();
  expect(typeof warning === 'string' ? warning : warning.message).toMatch(
    /Error detected in SqrtBackward0\. Traceback of forward call that caused the error:\n.*graph\.test/,
  );
});

test('a backward that may not use other threads', () => {
  const python = runPython<boolean[]>(`
from torch.autograd import set_multithreading_enabled as switch
import torch._C
seen = []
see = lambda *a: seen.append(torch._C._is_multithreading_enabled())
def backward():
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.register_hook(see)
    y.sum().backward()
    assert x.grad.tolist() == [2, 2]
see()
with switch(False):
    see(); backward()
    with switch(True):
        see(); backward()
    see()
see(); backward()
try:
    with switch(False):
        raise ValueError()
except ValueError: see()
switch(False); see(); backward()
switch(True); see()
output = seen
`);
  const { autograd } = torch;
  const { setMultithreadingEnabled: turn } = autograd;
  const seen: boolean[] = [];
  const see = (): void => void seen.push(autograd.isMultithreadingEnabled());
  const backward = (): void => {
    const x = torch.ones([2], { requiresGrad: true });
    const y = x.mul(2);
    y.registerHook(see);
    y.sum().backward();
    expect(x.grad!.tolist()).toEqual([2, 2]);
  };
  see();
  turn(false, () => {
    see();
    backward();
    turn(true, () => {
      see();
      backward();
    });
    see();
  });
  see();
  backward();
  expect(() => turn(false, () => { throw new RangeError('mine'); })).toThrow('mine'); // prettier-ignore
  see();
  const guard = turn(false);
  see();
  backward();
  guard.restore();
  see();
  expect(seen).toEqual(python);
  expect(seen.filter((one) => !one).length).toBeGreaterThan(4);
  expect(() => turn('no' as never)).toThrow(TypeError);
});
