/** Averages of parameters, and what post-local SGD makes of them: bit for bit as ranks of Python, and together with them. */
import * as torch from '../../../lib/index';
import { expectBitEqual } from '../../support/python';
import { type RankScript, outputsOf } from '../../support/ranks';

const input = {
  weight: torch.arange(20).reshape([4, 5]).sin(),
  bias: torch.arange(4).cos(),
  x: torch.arange(60).reshape([12, 5]).cos(),
};

const NODE = `
const { averagers, hierarchicalModelAverager, utils } = dist.algorithms.modelAveraging;
await dist.initProcessGroup('gloo');
const layer = new torch.nn.Linear(5, 4);
layer.loadStateDict({ weight: input.weight, bias: input.bias });
const x = input.x.add(rank);
`;
const PYTHON = `
from collections import OrderedDict
from torch.distributed.algorithms.model_averaging import averagers, hierarchical_model_averager, utils
dist.init_process_group("gloo")
layer = torch.nn.Linear(5, 4)
layer.load_state_dict({"weight": input["weight"], "bias": input["bias"]})
x = input["x"] + rank
`;

/** Both kinds of ranks, alone and together. */
async function compare(node: string, python: string): Promise<torch.Tensor[][]> {
  const scripts = { node: { node: `${NODE}${node}`, input }, python: { python: `${PYTHON}${python}`, input } };
  const run = async (...ranks: RankScript[]) => (await outputsOf(ranks)) as torch.Tensor[][];
  const expected = await run(scripts.python, scripts.python);
  const all = [await run(scripts.node, scripts.node), await run(scripts.python, scripts.node)];
  for (const ranks of all) {
    ranks.forEach((tensors, rank) => {
      expect(tensors.length).toBe(expected[rank]?.length);
      tensors.forEach((tensor, i) => expectBitEqual(tensor, expected[rank]?.[i] as torch.Tensor, `rank ${rank}, ${i}`));
    });
  }
  return expected;
}

test('post-local SGD: gradients of a subgroup, and parameters of all now and then', async () => {
  const [first, second] = await compare(
    `
const { PostLocalSGDState, postLocalSGDHook } = dist.algorithms.ddpCommHooks.postLocalSGDHook;
const [own] = await dist.newSubgroups(1);
const ddp = new torch.nn.parallel.DistributedDataParallel(layer);
ddp.registerCommHook(new PostLocalSGDState(null, own, 2), postLocalSGDHook);
const local = new torch.optim.SGD(ddp.parameters(), { lr: 0.1, momentum: 0.9 });
const optimizer = new dist.optim.PostLocalSGDOptimizer(local, new averagers.PeriodicModelAverager(3, { warmupSteps: 2 }));
const seen = [];
for (let step = 0; step < 7; step++) {
  optimizer.zeroGrad();
  ddp.forward(x).square().mean().backward();
  if (step === 4) await optimizer.stepAsync();
  else optimizer.step();
  seen.push(layer.weight.detach().clone(), layer.bias.detach().clone());
}
seen.push(torch.tensor(optimizer.stateDict().step));
await dist.destroyProcessGroup();
return seen;`,
    `
from torch.distributed.algorithms.ddp_comm_hooks.post_localSGD_hook import PostLocalSGDState, post_localSGD_hook
from torch.distributed.optim import PostLocalSGDOptimizer
own, _ = dist.new_subgroups(1)
ddp = torch.nn.parallel.DistributedDataParallel(layer)
ddp.register_comm_hook(PostLocalSGDState(None, own, 2), post_localSGD_hook)
local = torch.optim.SGD(ddp.parameters(), lr=0.1, momentum=0.9)
optimizer = PostLocalSGDOptimizer(local, averagers.PeriodicModelAverager(3, warmup_steps=2))
output = []
for _ in range(7):
    optimizer.zero_grad()
    ddp(x).square().mean().backward()
    optimizer.step()
    output += [layer.weight.detach().clone(), layer.bias.detach().clone()]
output.append(torch.tensor(optimizer.state_dict()["step"]))
dist.destroy_process_group()`,
  );
  // The weights after each step: equal while all average gradients, and after a step that averages parameters.
  const equal = Array.from({ length: 7 }, (_, step) => first?.[2 * step]?.equal(second?.[2 * step] as torch.Tensor));
  expect(equal).toEqual([true, true, true, false, false, true, false]);
}, 480_000);

test('a hierarchy of periods, groups of an optimizer, and parameters without gradients', async () => {
  await compare(
    `
const averager = await hierarchicalModelAverager.HierarchicalModelAverager.create(new Map([[2, 1], [4, 2]]), 1);
const optimizer = new torch.optim.SGD([{ params: [layer.weight] }, { params: [layer.bias], lr: 0.5 }], { lr: 0.1 });
const seen = [];
for (let step = 0; step < 9; step++) {
  optimizer.zeroGrad();
  layer.forward(x).square().mean().backward();
  optimizer.step();
  averager.averageParameters(optimizer.paramGroups);
  seen.push(layer.weight.detach().clone());
}
layer.weight.grad = null;
torch.noGrad(() => layer.weight.add_(rank).sub_(layer.bias.sum()));
const group = await dist.newGroup();
utils.averageParametersOrParameterGroups(layer.parameters(), group);
seen.push(layer.weight.detach().clone(), layer.bias.detach().clone());
const half = layer.weight.detach().to(torch.bfloat16);
utils.averageParameters([half, layer.bias], group);
seen.push(half.clone(), layer.bias.detach().clone());
await dist.destroyProcessGroup();
return seen;`,
    `
levels = OrderedDict([(2, 1), (4, 2)])
averager = hierarchical_model_averager.HierarchicalModelAverager(levels, warmup_steps=1)
optimizer = torch.optim.SGD([{"params": [layer.weight]}, {"params": [layer.bias], "lr": 0.5}], lr=0.1)
output = []
for _ in range(9):
    optimizer.zero_grad()
    layer(x).square().mean().backward()
    optimizer.step()
    averager.average_parameters(optimizer.param_groups)
    output.append(layer.weight.detach().clone())
layer.weight.grad = None
with torch.no_grad():
    layer.weight.add_(rank).sub_(layer.bias.sum())
group = dist.new_group()
utils.average_parameters_or_parameter_groups(layer.parameters(), group)
output += [layer.weight.detach().clone(), layer.bias.detach().clone()]
half = layer.weight.detach().to(torch.bfloat16)
utils.average_parameters(iter([half, layer.bias]), group)
output += [half.clone(), layer.bias.detach().clone()]
dist.destroy_process_group()`,
  );
}, 480_000);
