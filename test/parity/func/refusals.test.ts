/** What transforms, `functionalCall` and forward mode refuse, and how dual and nested tensors print, beside Python. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { runPython } from '../../support/python';

const PYTHON = `
import torch
from torch.func import functional_call, grad, jvp, vjp
import torch.autograd.forward_ad as fwad

class Tied(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.a = torch.nn.Linear(2, 2, bias=False)
        self.b = torch.nn.Linear(2, 2, bias=False)
        self.b.weight = self.a.weight
    def forward(self, x):
        return self.a(x) + self.b(x)

tied, layer = Tied(), torch.nn.Linear(2, 2)
x, w = torch.tensor([[1.0, 2.0]]), torch.full((2, 2), 3.0)
v = x[0]

class NoBackward(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

def backward_inside(a):
    a.sum().backward()
    return a.sum()

def attempt(call):
    try:
        result = call()
        return result.tolist() if isinstance(result, torch.Tensor) else result
    except Exception as error:
        return str(error)

def changed():
    y = layer.weight.exp()
    y.mul_(2)
    y.sum().backward()

def printed(make):
    with fwad.dual_level():
        return str(make())

output = {name: attempt(call) for name, call in {
    'tied': lambda: functional_call(tied, {'a.weight': w}, x),
    'tied strict': lambda: functional_call(tied, {'a.weight': w}, x, strict=True),
    'tied differ': lambda: functional_call(tied, {'a.weight': w, 'b.weight': w * 2}, x),
    'untied': lambda: functional_call(tied, {'a.weight': w, 'b.weight': w * 2}, x, tie_weights=False),
    'untied strict': lambda: functional_call(tied, {'a.weight': w}, x, tie_weights=False, strict=True),
    'no module': lambda: functional_call(tied, {'c.weight': w}, x),
    'no tensor': lambda: functional_call(tied, {'a.weight': w, 'a.foo': w}, x),
    'twice': lambda: functional_call(layer, ({'weight': w, 'bias': v}, {'weight': w, 'bias': v}), x),
    'jvp of integers': lambda: jvp(lambda a: a, (torch.tensor([1]),), (torch.tensor([1]),)),
    'backward inside': lambda: grad(backward_inside)(v),
    'cotangent': lambda: vjp(lambda a: a * 2, v)[1](torch.ones(3)),
    'gradient': lambda: torch.autograd.grad(layer(x), layer.weight, torch.ones(2)),
    'complex gradient': lambda: torch.autograd.grad(layer(x), layer.weight, torch.ones(1, 2, dtype=torch.cfloat)),
    'no backward': lambda: NoBackward.apply(layer(x)).sum().backward(),
    'no level': lambda: fwad.exit_dual_level(),
    'dual': lambda: printed(lambda: fwad.make_dual(v, torch.tensor([0.5, 1.5]))),
    'dual result': lambda: printed(lambda: fwad.make_dual(v, torch.tensor([0.5, 1.5])).pow(2)),
    'nested': lambda: str(torch.nested.nested_tensor([torch.ones(2, 3), torch.zeros(1, 3)])),
    'nested leaf': lambda: str(torch.nested.nested_tensor([torch.ones(2)], requires_grad=True)),
    'nested dims': lambda: [torch.nested.nested_tensor([torch.ones(2, 3)]).dim(), torch.nested.nested_tensor([]).dim()],
    'nested parts': lambda: [list(part.shape) for part in torch.nested.nested_tensor([torch.ones(2, 3), torch.zeros(1, 3)])],
    'jagged part': lambda: torch.nested.narrow(torch.arange(12.0).reshape(3, 4), 1, torch.tensor([0, 1, 0]), torch.tensor([2, 3, 1]),
                                               layout=torch.jagged).unbind()[1],
    'strided part': lambda: torch.nested.narrow(torch.arange(12.0).reshape(3, 4), 1, torch.tensor([0, 1, 0]), 1),
    'changed': changed,
    'names': lambda: [str(torch.ops.aten.add), str(torch.ops.aten.add.Tensor), str(torch.ops.aten.mm.default)],
}.items()}
`;

const { autograd, func, nested, nn } = torch;
const { forwardAd } = autograd;

class Tied extends nn.Module {
  readonly a = new nn.Linear(2, 2, { bias: false });
  readonly b = new nn.Linear(2, 2, { bias: false });
  constructor() {
    super();
    this.b.weight = this.a.weight;
  }
  override forward(x: Tensor): Tensor {
    return this.a.forward(x).add(this.b.forward(x));
  }
}

class NoBackward extends autograd.Function {
  static forward(_context: torch.autograd.FunctionContext, x: Tensor): Tensor {
    return x.mul(2);
  }
}

const [tied, layer] = [new Tied(), new nn.Linear(2, 2)];
const x = torch.tensor([[1, 2]], { dtype: torch.float32 });
const w = torch.full([2, 2], 3, { dtype: torch.float32 });
const v = x.select(0, 0);
const ones = (...shape: number[]): Tensor => torch.ones(shape);
const dual = (): Tensor => forwardAd.makeDual(v, torch.tensor([0.5, 1.5]));
const table = torch.arange(12, { dtype: torch.float32 }).reshape([3, 4]);
const { int64, jagged } = torch;
const starts = torch.tensor([0, 1, 0], { dtype: int64 });

const CALLS: Readonly<Record<string, () => unknown>> = {
  tied: () => func.functionalCall(tied, { 'a.weight': w }, x),
  'tied strict': () => func.functionalCall(tied, { 'a.weight': w }, x, { strict: true }),
  'tied differ': () => func.functionalCall(tied, { 'a.weight': w, 'b.weight': w.mul(2) }, x),
  untied: () => func.functionalCall(tied, { 'a.weight': w, 'b.weight': w.mul(2) }, x, { tieWeights: false }),
  'untied strict': () => func.functionalCall(tied, { 'a.weight': w }, x, { tieWeights: false, strict: true }),
  'no module': () => func.functionalCall(tied, { 'c.weight': w }, x),
  'no tensor': () => func.functionalCall(tied, { 'a.weight': w, 'a.foo': w }, x),
  twice: () =>
    func.functionalCall(
      layer,
      [
        { weight: w, bias: v },
        { weight: w, bias: v },
      ],
      x,
    ),
  'jvp of integers': () => func.jvp((a: Tensor) => a, [torch.tensor([1])], [torch.tensor([1])]),
  'backward inside': () => func.grad((a: Tensor) => (a.sum().backward(), a.sum()))(v),
  cotangent: () => func.vjp((a: Tensor) => a.mul(2), v)[1](ones(3)),
  gradient: () => autograd.grad(layer.forward(x), layer.weight, { gradOutputs: ones(2) }),
  'complex gradient': () =>
    autograd.grad(layer.forward(x), layer.weight, { gradOutputs: torch.ones([1, 2], { dtype: torch.complex64 }) }),
  'no backward': () => (NoBackward as any).apply(layer.forward(x)).sum().backward(),
  'no level': () => forwardAd.exitDualLevel(),
  dual: () => forwardAd.dualLevel(() => String(dual())),
  'dual result': () => forwardAd.dualLevel(() => String(dual().pow(2))),
  nested: () => String(nested.nestedTensor([ones(2, 3), torch.zeros([1, 3])])),
  'nested leaf': () => String(nested.nestedTensor([ones(2)], { requiresGrad: true })),
  'nested dims': () => [nested.nestedTensor([ones(2, 3)]).dim(), nested.nestedTensor([]).dim()],
  'nested parts': () => [...nested.nestedTensor([ones(2, 3), torch.zeros([1, 3])])].map((part) => part.shape),
  'jagged part': () => nested.narrow(table, 1, starts, torch.tensor([2, 3, 1]), { layout: jagged }).unbind()[1],
  'strided part': () => nested.narrow(table, 1, starts, 1, torch.strided),
  changed: () => {
    const y = layer.weight.exp();
    y.mul_(2);
    y.sum().backward();
  },
  names: () =>
    [torch.ops.aten['add'], (torch.ops.aten as any).add.Tensor, (torch.ops.aten as any).mm.default].map(String),
};

/** Python's words where ours name what is written differently here. */
const OURS: Readonly<Record<string, string>> = {
  'torch.Size([3])': '[3]',
  'torch.Size([2])': '[2]',
  'torch.Size([1, 2])': '[1, 2]',
  'torch.complex64': 'ComplexFloat',
  'torch.float32': 'Float',
  'tie_weights=False': 'tieWeights: false',
  'functorch.grad or functorch.vjp': 'torch.func.grad or torch.func.vjp',
};

const python = runPython<Record<string, unknown>>(PYTHON);

function attempt(call: () => unknown): unknown {
  try {
    const result = call();
    return torch.isTensor(result) ? result.tolist() : result;
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(Object.keys(CALLS))('%s', (name) => {
  const theirs = python[name];
  const ours = attempt(CALLS[name]!);
  if (typeof theirs !== 'string' || name.startsWith('dual') || name.startsWith('nested'))
    return expect(ours).toEqual(theirs);
  const words = Object.entries(OURS).reduce((text, [from, to]) => text.replaceAll(from, to), theirs);
  // Ours may go on: where it was, and what to do.
  const common = words.split('. Hint:')[0] as string;
  expect(String(ours).slice(0, common.length)).toBe(common);
});
