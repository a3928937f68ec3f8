import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputsOf } from '../../support/ranks';

/** The divided optimizer and checkpoints around DistributedDataParallel. */

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'divided-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('DistributedDataParallel with uneven inputs, and a checkpoint without its names', async () => {
  const script = {
    node: `
const { nn, optim } = torch;
await dist.initProcessGroup('gloo');
torch.manualSeed(1);
const make = () => new nn.Sequential(new nn.Linear(3, 5), new nn.Tanh(), new nn.Linear(5, 2));
const [a, b] = [make(), make()];
b.loadStateDict(a.stateDict());
const [one, two] = [a, b].map((module) => new nn.parallel.DistributedDataParallel(module));
const whole = new optim.Adam(one.parameters(), { lr: 0.05 });
const divided = new dist.optim.ZeroRedundancyOptimizer(two.parameters(), optim.Adam, { lr: 0.05 });
const inputs = Array.from({ length: rank === 0 ? 2 : 4 }, (_, i) => torch.arange(6).reshape([2, 3]).add(i + rank).sin());
const train = (model, optimizer, joined) =>
  new dist.algorithms.Join(joined).run(() => {
    for (const x of inputs) {
      optimizer.zeroGrad();
      model.forward(x).square().sum().backward();
      optimizer.step();
    }
  });
train(two, divided, [two, divided]);
const same = () => b.parameters().map((p) => p.detach().clone());
const after = same();
// The ranks agree, though one had half of the inputs.
const all = after.map((p) => { const list = [0, 1].map(() => torch.zerosLike(p)); dist.allGather(list, p); return list; });
const agree = all.every(([x, y]) => x.equal(y));

const { checkpoint } = dist;
const [m, o] = checkpoint.getStateDict(one, whole);
const names = [Object.keys(m), Object.keys(o.state), o.param_groups[0].params];
checkpoint.save({ m, o }, { checkpointId: input });
const plain = make();
const state = { m: checkpoint.getModelStateDict(plain) };
checkpoint.load(state, { checkpointId: input });
checkpoint.setModelStateDict(plain, state.m);
const loaded = Object.entries(a.stateDict()).every(([name, value]) => value.equal(plain.stateDict()[name]));
const back = Object.fromEntries(Object.entries(state.m).map(([name, value]) => [name, torch.zerosLike(value)]));
checkpoint.setModelStateDict(one, back);
const zeroed = a.parameters().every((p) => p.detach().abs().sum().item() === 0);
await dist.destroyProcessGroup();
return { agree, names, loaded, zeroed };`,
    input: join(folder, 'checkpoint'),
  };
  const names = ['0.weight', '0.bias', '2.weight', '2.bias'];
  for (const report of await outputsOf([script, script])) {
    expect(report).toEqual({ agree: true, names: [names, names, names], loaded: true, zeroed: true });
  }
}, 240_000);
