/** torch.func.linearize beside Python's: values and products in bits, for functions that view, write and nest. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { func, nn } = torch;
const F = nn.functional;

const PYTHON = `
import torch, torch.nn.functional as F
from torch.func import linearize, grad, vmap, jvp
x, w, b, vs = input['x'], input['w'], input['b'], input['tangents']

def written(x):
    y = torch.zeros(4)
    y[1:3] = x[:2] * x[2:]
    y[0] = x[0].exp()
    return y

def changed(x):
    y = x.clone()
    y.mul_(2).add_(x.sin())
    z = y.view(2, 2)
    z[0].mul_(x[0])
    return y

def masked(x):
    m = torch.ones(4)
    a = x * m
    m[1:] = 3
    return a + x * m

functions = {
    'elementwise': lambda x: (x.sin() * x.exp()).tanh(),
    'layers': lambda x: F.gelu(x @ w + b).softmax(-1),
    'views': lambda x: x.view(2, 2).t().reshape(4)[1:].cumsum(0),
    'written': written,
    'changed': changed,
    'masked': masked,
    'reductions': lambda x: (x.logsumexp(0), x.var(), x.sort().values, x.max()),
    'tree': lambda x: {'a': x * 2, 'b': [x.prod(), 3, None]},
    'same': lambda x: x,
    'constant': lambda x: torch.ones(2),
    'gradient': grad(lambda x: (x.pow(3) * w[0]).sum()),
    'mapped': lambda x: vmap(lambda a, r: (a * r).exp().sum())(x, w),
    'convolved': lambda x: F.conv1d(x.view(1, 1, 4), w[:1, :3].view(1, 1, 3), padding=1).flatten(),
    'listed': lambda x: torch.cat([x, x.flip(0)]).index_put((torch.tensor([1]),), x[2].square()),
}

# Where a function writes in place, Python's own linearize is wrong, as it folds what is written to later.
def run(name, f):
    if name in ('changed', 'masked'):
        return [f(x.clone()), *[jvp(f, (x.clone(),), (v,))[1] for v in vs]]
    out, push = linearize(f, x.clone())
    return [out, *[push(v) for v in vs]]

output = {name: run(name, f) for name, f in functions.items()}
pair = linearize(lambda p, q: p['u'] * q[0] + p['v'].mm(q[0].view(2, 2)).flatten(), {'u': x, 'v': x.view(2, 2)}, [b])
output['arguments'] = [pair[0], pair[1]({'u': vs[0], 'v': vs[1].view(2, 2)}, [vs[2]])]
output['batched'] = vmap(linearize(functions['layers'], x)[1])(torch.stack(vs))
`;

torch.manualSeed(3);
const x = torch.randn([4]);
const w = torch.randn([4, 4]);
const b = torch.randn([4]);
const tangents = Array.from({ length: 3 }, () => torch.randn([4]));

type Loose = any;

const FUNCTIONS: Record<string, (x: Tensor) => unknown> = {
  elementwise: (x) => x.sin().mul(x.exp()).tanh(),
  layers: (x) => F.gelu(x.matmul(w).add(b)).softmax(-1),
  views: (x) => x.view([2, 2]).t().reshape([4]).narrow(0, 1, 3).cumsum(0),
  written: (x) => {
    const y = torch.zeros([4]);
    y.narrow(0, 1, 2).copy_(x.narrow(0, 0, 2).mul(x.narrow(0, 2, 2)));
    y.select(0, 0).copy_(x.select(0, 0).exp());
    return y;
  },
  changed: (x) => {
    const y = x.clone();
    y.mul_(2).add_(x.sin());
    y.view([2, 2]).select(0, 0).mul_(x.select(0, 0));
    return y;
  },
  masked: (x) => {
    const m = torch.ones([4]);
    const a = x.mul(m);
    m.narrow(0, 1, 3).fill_(3);
    return a.add(x.mul(m));
  },
  reductions: (x) => [x.logsumexp(0), x.var(), x.sort()[0], x.max()],
  tree: (x) => ({ a: x.mul(2), b: [x.prod(), 3, null] }),
  same: (x) => x,
  constant: () => torch.ones([2]),
  gradient: func.grad((x: Tensor) => x.pow(3).mul(w.select(0, 0)).sum()) as (x: Tensor) => unknown,
  mapped: (x) => func.vmap((a: Tensor, r: Tensor) => a.mul(r).exp().sum())(x, w),
  convolved: (x) =>
    F.conv1d(x.view([1, 1, 4]), w.narrow(0, 0, 1).narrow(1, 0, 3).view([1, 1, 3]), { padding: 1 }).flatten(),
  listed: (x) => torch.cat([x, x.flip(0)]).indexPut([torch.tensor([1])], x.select(0, 2).square()),
};

let python: Record<string, Loose>;
beforeAll(() => {
  python = runPython<Record<string, Loose>>(PYTHON, { x, w, b, tangents });
}, 300_000);

function expectTree(ours: Loose, theirs: Loose, label: string): void {
  if (theirs instanceof torch.Tensor) return expectBitEqual(ours, theirs, label);
  if (theirs === null || typeof theirs !== 'object') return expect([label, ours]).toEqual([label, theirs]);
  expect([label, Object.keys(ours)]).toEqual([label, Object.keys(theirs)]);
  for (const key of Object.keys(theirs)) expectTree(ours[key], theirs[key], `${label}.${key}`);
}

test.each(Object.keys(FUNCTIONS))('%s', (name) => {
  let calls = 0;
  const [output, push] = func.linearize((x: Tensor) => (calls++, FUNCTIONS[name]!(x)), x.clone());
  expectTree([output, ...tangents.map((v) => push(v))], python[name], name);
  // Once for the value, and once to record: no product runs it again.
  expect(calls).toBe(2);
});

test('trees of arguments, and products of a batch at once', () => {
  const [u, v] = [x, x.view([2, 2])];
  const [output, push] = func.linearize(
    (p: Loose, q: Loose) => p.u.mul(q[0]).add(p.v.mm(q[0].view([2, 2])).flatten()),
    { u, v },
    [b],
  );
  const [t0, t1, t2] = tangents as [Tensor, Tensor, Tensor];
  expectTree([output, push({ u: t0, v: t1.view([2, 2]) }, [t2])], python['arguments'], 'arguments');
  const [, along] = func.linearize((x: Tensor) => FUNCTIONS['layers']!(x) as Tensor, x);
  expectBitEqual(func.vmap(along)(torch.stack(tangents)) as Tensor, python['batched'], 'batched');
});
