/** Work that is captured into graphs: values after a replay, training beside Python's, memory that graphs share. */
import * as torch from '../../lib/index';
import { nn, optim } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const { cuda } = torch;
const device = 'cuda';

test('a graph computes anew from what its input holds', () => {
  const captured = new cuda.CUDAGraph();
  const x = torch.zeros([4], { device });
  const y = cuda.graph(captured, () => x.mul(2).add(1));
  for (const value of [3, -1]) {
    x.fill_(value);
    captured.replay();
    expect(y.tolist()).toEqual(Array(4).fill(value * 2 + 1));
  }
});

test('graphs share memory by a pool, and forget what they captured', () => {
  const pool = cuda.graphPoolHandle();
  const [first, second] = [new cuda.CUDAGraph(), new cuda.CUDAGraph()];
  const x = torch.ones([1000], { device });
  const y = cuda.graph(first, () => x.mul(2), { pool });
  const z = cuda.graph(second, () => y.add(1), { pool });
  expect([first.pool(), second.pool()]).toEqual([pool, pool]);
  first.replay();
  second.replay();
  expect(z.sum().item()).toBe(3000);
  first.reset();
  expect(() => first.replay()).toThrow(/without a preceding successful capture|instantiate|capture/i);
});

test('a kept graph is made ready by hand, and the graph of an accelerator is the same', () => {
  const kept = new cuda.CUDAGraph(true);
  const x = torch.ones([3], { device });
  const y = cuda.graph(kept, () => x.mul(5));
  kept.instantiate();
  kept.replay();
  expect(y.tolist()).toEqual([5, 5, 5]);
  const graph = new torch.accelerator.Graph();
  const z = cuda.stream(new cuda.Stream(), () => graph.during(() => x.add(7)));
  graph.replay();
  cuda.synchronize();
  expect(z.tolist()).toEqual([8, 8, 8]);
});

test('what may not be captured is an error, after which the GPU still works', () => {
  const captured = new cuda.CUDAGraph();
  const x = torch.ones([3], { device });
  expect(() => cuda.graph(captured, () => x.sum().item())).toThrow(/captur/i);
  expect(cuda.isCurrentStreamCapturing()).toBe(false);
  expect(x.sum().item()).toBe(3);
});

const TRAIN = `
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.ReLU(), torch.nn.Linear(16, 2)).cuda()
data = [(torch.randn(4, 8).cuda(), torch.randint(0, 2, (4,)).cuda()) for _ in range(6)]
module = torch.cuda.make_graphed_callables(model, (data[0][0].clone(),))
optimizer = torch.optim.SGD(module.parameters(), lr=0.1)
losses = []
for x, y in data:
    optimizer.zero_grad()
    loss = torch.nn.functional.cross_entropy(module(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.detach().cpu())
output = [torch.stack(losses), [p.detach().cpu() for p in module.parameters()]]
`;

test("a graphed module trains with Python's bits", () => {
  torch.manualSeed(0);
  const model = new nn.Sequential(new nn.Linear(8, 16), new nn.ReLU(), new nn.Linear(16, 2)).to(device);
  const data = Array.from(
    { length: 6 },
    () => [torch.randn([4, 8]).to(device), torch.randint(0, 2, [4]).to(device)] as const,
  );
  const module = cuda.makeGraphedCallables(model, [data[0]![0].clone()]);
  const optimizer = new optim.SGD(module.parameters(), { lr: 0.1 });
  const losses = data.map(([x, y]) => {
    optimizer.zeroGrad();
    const loss = nn.functional.crossEntropy(module.forward(x) as torch.Tensor, y);
    loss.backward();
    optimizer.step();
    return loss.detach().cpu();
  });
  const [expected, weights] = runPython<[torch.Tensor, torch.Tensor[]]>(TRAIN);
  expectBitEqual(torch.stack(losses), expected, 'losses');
  [...module.parameters()].forEach((p, i) => expectBitEqual(p.detach().cpu(), weights[i]!, `weight ${i}`));
});
