import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';

/** Three fused steps over tensors of many sizes. */
function trained(threads: number, make: (params: Tensor[]) => optim.Optimizer): Tensor[] {
  const former = torch.getNumThreads();
  torch.setNumThreads(threads);
  try {
    const generator = new torch.Generator().manualSeed(7);
    const params = Array.from({ length: 60 }, (_, i) => torch.randn([(i * 37) % 211], { generator }).requiresGrad_());
    const optimizer = make(params);
    for (let step = 0; step < 3; step++) {
      for (const param of params) param.grad = torch.randn(param.shape, { generator });
      optimizer.step();
    }
    return params.map((param) => param.detach());
  } finally {
    torch.setNumThreads(former);
  }
}

it.each([
  ['Adam', (p: Tensor[]) => new optim.Adam(p, { fused: true, amsgrad: true, weightDecay: 0.1 })],
  ['AdamW with a tensor as rate', (p: Tensor[]) => new optim.AdamW(p, { fused: true, lr: torch.full([], 0.01) })],
])('a fused step of %s has the same bits on one thread and on several', (_, make) => {
  const one = trained(1, make);
  for (const threads of [2, 3]) {
    trained(threads, make).forEach((param, i) => expect(torch.equal(param, one[i] as Tensor)).toBe(true));
  }
});
