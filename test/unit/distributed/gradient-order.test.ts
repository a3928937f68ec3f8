/**
 * The order in which gradients come does not depend on the threads that a model has run on. A Reducer lays its buckets out in
 * that order, and with three ranks and more it decides how sums are rounded.
 */
import * as torch from '../../../lib/index';
import { outputsOf } from '../../support/ranks';

const { nn } = torch;

test('layers off the thread give their gradients in the order of layers on it', async () => {
  torch.manualSeed(0);
  const layers = [new nn.Linear(3, 4), new nn.Linear(4, 5), new nn.Linear(5, 1)] as const;
  const came: string[] = [];
  layers.forEach((layer, i) => {
    layer.weight.registerPostAccumulateGradHook(() => void came.push(`${i}.weight`));
    layer.bias?.registerPostAccumulateGradHook(() => void came.push(`${i}.bias`));
  });
  const x = torch.ones([2, 3]);
  const backward = (y: torch.Tensor): string[] => {
    came.length = 0;
    y.sum().backward();
    return [...came];
  };
  const expected = backward(layers.reduce((y, layer) => layer.forward(y).relu(), x));
  // This thread has numbered many more nodes than a thread of jobs.
  let z = torch.ones([1]).requiresGrad_();
  for (let i = 0; i < 1000; i++) z = z.mul(1);
  let y = x;
  for (const layer of layers) y = (await layer.forwardAsync(y)).relu();
  expect(backward(y)).toEqual(expected);
  // And the other way round: a job has numbered more nodes than this thread.
  const deep = new nn.Sequential(...Array.from({ length: 200 }, () => new nn.Linear(2, 2)));
  const far = await deep.forwardAsync(torch.ones([1, 2]));
  y = x;
  for (const [i, layer] of layers.entries()) y = (i === 1 ? layer.forward(y) : await layer.forwardAsync(y)).relu();
  expect(backward(y)).toEqual(expected);
  far.dispose();
});

test('three ranks have the same bits with forwardAsync', async () => {
  const node = `
const { nn, optim } = torch;
await dist.initProcessGroup('gloo');
torch.manualSeed(1);
class Mixed extends nn.Module {
  constructor() { super(); this.layers = new nn.ModuleList([new nn.Linear(7, 9), new nn.Linear(9, 8), new nn.Linear(8, 5)]); }
  forward(x) { for (const layer of this.layers) x = layer.forward(x).tanh(); return x; }
  async forwardAsync(x) { for (const layer of this.layers) x = (await layer.forwardAsync(x)).tanh(); return x; }
}
const first = new Mixed().stateDict();
const x = torch.arange(28).reshape([4, 7]).add(rank).sin();
const train = async (off) => {
  const model = new Mixed();
  model.loadStateDict(first);
  const ddp = new nn.parallel.DistributedDataParallel(model, { bucketCapMb: 0.0005 });
  const optimizer = new optim.SGD(ddp.parameters(), { lr: 0.1, momentum: 0.9 });
  for (let step = 0; step < 6; step++) {
    optimizer.zeroGrad();
    const y = off ? await ddp.forwardAsync(x) : ddp.forward(x);
    if (off) await y.square().mean().backwardAsync();
    else y.square().mean().backward();
    optimizer.step();
  }
  return [model.parameters().map((p) => p.detach().clone()), await ddp.bucketOrder()];
};
const on = await train(false);
const off = await train(true);
await dist.destroyProcessGroup();
return [on[0].every((p, i) => p.equal(off[0][i])), on[1], off[1]];`;
  const outputs = await outputsOf([{ node }, { node }, { node }]);
  for (const output of outputs as [boolean, number[], number[]][]) {
    const [equal, on, off] = output;
    expect(off).toEqual(on);
    expect(equal).toBe(true);
  }
}, 240_000);
