import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { func, nn } = torch;

const script = `
from torch import nn
from torch.func import functional_call, grad, hessian, jacfwd, jacrev, jvp, vjp, vmap, linearize, stack_module_state
x, y, w, v, ids = (input[k] for k in ('x', 'y', 'w', 'v', 'ids'))
F = nn.functional
mlp = lambda p, a: F.linear(torch.tanh(F.linear(a, p['0.weight'], p['0.bias'])), p['2.weight'], p['2.bias'])
params = input['params']
losses = {
  'crossEntropy': lambda p, a, t: F.cross_entropy(mlp(p, a).unsqueeze(0), t.unsqueeze(0)),
  'labelSmoothing': lambda p, a, t: F.cross_entropy(mlp(p, a).unsqueeze(0), t.unsqueeze(0), label_smoothing=0.1),
  'nll sum': lambda p, a, t: F.nll_loss(F.log_softmax(mlp(p, a), -1).unsqueeze(0), t.unsqueeze(0), reduction='sum'),
  'mse': lambda p, a, t: F.mse_loss(mlp(p, a), a[:3]),
  'huber': lambda p, a, t: F.huber_loss(mlp(p, a), a[:3], delta=0.5),
  'smoothL1': lambda p, a, t: F.smooth_l1_loss(mlp(p, a), a[:3], beta=0.5),
}
per = lambda f: vmap(grad(f), (None, 0, 0))(params, x, ids)
torch.manual_seed(3)
noise = vmap(lambda a: a + torch.randn(4), randomness='different')(x)
same = vmap(lambda a: a + torch.randn(4), randomness='same')(x)
drop = vmap(lambda a: F.dropout(a, 0.5), randomness='different')(x)
output = {
  **{name: [g[k] for k in sorted(g)] for name, g in ((n, per(f)) for n, f in losses.items())},
  'addr': [vmap(torch.addr)(w.expand(5, 4, 4), x, x)],
  'hessian': [hessian(lambda a: (w @ a).tanh().sum())(x[0])],
  'jacobians': [jacrev(lambda a: (w @ a).sin())(x[0]), jacfwd(lambda a: (w @ a).sin())(x[0]), jacfwd(jacfwd(lambda a: a.sin()))(x[0])],
  'batched': [vmap(jacrev(lambda a: (w @ a).sin()))(x), vmap(hessian(lambda a: (w @ a).sin().sum()))(x)],
  'products': [*vjp(lambda a: (w @ a).exp(), x[0])[1](v), *jvp(lambda a: (w @ a).exp(), (x[0],), (v,)), linearize(lambda a: (w @ a).exp(), x[0])[1](v)],
  'random': [noise, same, drop],
  'attention': [vmap(lambda a: F.scaled_dot_product_attention(a, a, a))(y), vmap(grad(lambda a: F.scaled_dot_product_attention(a, a, a).sum()))(y)],
  'conv': [vmap(grad(lambda k, a: F.conv1d(a, k).sum()), (None, 0))(input['kernel'], y)],
  'norms': [vmap(grad(lambda a: F.layer_norm(a, (4,)).pow(3).sum()))(x), vmap(grad(lambda a: F.group_norm(a.unsqueeze(0), 2).pow(3).sum()))(y)],
}
`;

type Named = Record<string, Tensor>;

test("transforms have Python's bits", () => {
  torch.manualSeed(11);
  const model = new nn.Sequential(new nn.Linear(4, 6), new nn.Tanh(), new nn.Linear(6, 3));
  const params: Named = Object.fromEntries(model.namedParameters().map(([name, p]) => [name, p.detach()]));
  const [x, y, w, v, kernel] = [
    torch.randn([5, 4]),
    torch.randn([5, 2, 4]),
    torch.randn([4, 4]),
    torch.randn([4]),
    torch.randn([3, 2, 2]),
  ];
  const ids = torch.tensor([0, 2, 1, 1, 0]);
  const python = runPython<Record<string, Tensor[]>>(script, { x, y, w, v, ids, kernel, params });

  const F = nn.functional;
  const run = (p: Named, a: Tensor): Tensor => func.functionalCall(model, p, a) as Tensor;
  const per = (loss: (p: Named, a: Tensor, t: Tensor) => Tensor): Tensor[] => {
    const gradients = func.vmap(func.grad(loss), { inDims: [null, 0, 0] })(params, x, ids);
    return Object.keys(gradients)
      .sort()
      .map((key) => gradients[key]!);
  };
  const row = x.select(0, 0);
  const times = (a: Tensor): Tensor => w.matmul(a);
  torch.manualSeed(3);
  const random = [
    func.vmap((a: Tensor) => a.add(torch.randn([4])), { randomness: 'different' })(x),
    func.vmap((a: Tensor) => a.add(torch.randn([4])), { randomness: 'same' })(x),
    func.vmap((a: Tensor) => F.dropout(a, 0.5), { randomness: 'different' })(x),
  ];
  const attend = (a: Tensor): Tensor => F.scaledDotProductAttention(a, a, a);
  const mine: Record<string, Tensor[]> = {
    crossEntropy: per((p, a, t) => F.crossEntropy(run(p, a).unsqueeze(0), t.unsqueeze(0))),
    labelSmoothing: per((p, a, t) => F.crossEntropy(run(p, a).unsqueeze(0), t.unsqueeze(0), { labelSmoothing: 0.1 })),
    'nll sum': per((p, a, t) =>
      F.nllLoss(F.logSoftmax(run(p, a), -1).unsqueeze(0), t.unsqueeze(0), { reduction: 'sum' }),
    ),
    mse: per((p, a) => F.mseLoss(run(p, a), a.narrow(0, 0, 3))),
    huber: per((p, a) => F.huberLoss(run(p, a), a.narrow(0, 0, 3), { delta: 0.5 })),
    smoothL1: per((p, a) => F.smoothL1Loss(run(p, a), a.narrow(0, 0, 3), { beta: 0.5 })),
    addr: [func.vmap((m: Tensor, a: Tensor, b: Tensor) => torch.addr(m, a, b))(w.expand([5, 4, 4]), x, x)],
    hessian: [func.hessian((a: Tensor) => times(a).tanh().sum())(row)],
    jacobians: [
      func.jacrev((a: Tensor) => times(a).sin())(row),
      func.jacfwd((a: Tensor) => times(a).sin())(row),
      func.jacfwd(func.jacfwd((a: Tensor) => a.sin()))(row),
    ],
    batched: [
      func.vmap(func.jacrev((a: Tensor) => times(a).sin()))(x),
      func.vmap(func.hessian((a: Tensor) => times(a).sin().sum()))(x),
    ],
    products: [
      ...func.vjp((a: Tensor) => times(a).exp(), row)[1](v),
      ...func.jvp((a: Tensor) => times(a).exp(), [row], [v]),
      func.linearize((a: Tensor) => times(a).exp(), row)[1](v),
    ],
    random,
    attention: [func.vmap(attend)(y), func.vmap(func.grad((a: Tensor) => attend(a).sum()))(y)],
    conv: [
      func.vmap(
        func.grad((k: Tensor, a: Tensor) => F.conv1d(a, k).sum()),
        { inDims: [null, 0] },
      )(kernel, y),
    ],
    norms: [
      func.vmap(func.grad((a: Tensor) => F.layerNorm(a, [4]).pow(3).sum()))(x),
      func.vmap(func.grad((a: Tensor) => F.groupNorm(a.unsqueeze(0), 2).pow(3).sum()))(y),
    ],
  };
  for (const [name, tensors] of Object.entries(mine)) {
    const expected = python[name]!;
    expect([name, tensors.length]).toEqual([name, expected.length]);
    tensors.forEach((tensor, i) => expectBitEqual(tensor, expected[i]!, `${name} ${i}`));
  }
});
