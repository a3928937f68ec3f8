/** Groups over NCCL: all that one GPU can show, with a group of one rank. */
import * as torch from '../../lib/index';
import { distributed as dist, nn, optim } from '../../lib/index';

const device = 'cuda';
const open = (backend: string) =>
  dist.initProcessGroup(backend, { store: new dist.HashStore(), rank: 0, worldSize: 1 });

afterEach(async () => {
  if (dist.isInitialized()) await dist.destroyProcessGroup();
});

test('NCCL was built in', () => {
  expect(dist.isNcclAvailable()).toBe(true);
});

test.each(['nccl', 'cpu:gloo,cuda:nccl'])('the collectives of %s', async (backend) => {
  await open(backend);
  const x = torch.arange(4).to(device).float();
  dist.allReduce(x);
  expect(x.tolist()).toEqual([0, 1, 2, 3]);
  dist.allReduce(x, { op: dist.ReduceOp.AVG });
  dist.broadcast(x, { src: 0 });
  const gathered = [torch.zeros([4], { device })];
  dist.allGather(gathered, x);
  expect(gathered[0]!.tolist()).toEqual([0, 1, 2, 3]);
  const flat = torch.zeros([4], { device });
  dist.allGatherIntoTensor(flat, x);
  expect(flat.tolist()).toEqual([0, 1, 2, 3]);
  const part = torch.zeros([4], { device });
  dist.reduceScatterTensor(part, x);
  expect(part.tolist()).toEqual([0, 1, 2, 3]);
  const other = torch.zeros([4], { device });
  dist.allToAllSingle(other, x);
  expect(other.tolist()).toEqual([0, 1, 2, 3]);
  dist.barrier();
  await dist.allReduce(x, { op: dist.ReduceOp.premulSum(2), asyncOp: true });
  expect(x.tolist()).toEqual([0, 2, 4, 6]);
});

test('a tensor on the CPU is refused by a group of NCCL alone', async () => {
  await open('nccl');
  expect(() => dist.allReduce(torch.ones([2]))).toThrow(/cpu/i);
});

test('DDP has the gradients of the bare model', async () => {
  await open('nccl');
  torch.manualSeed(0);
  const make = () => new nn.Sequential(new nn.Linear(8, 16), new nn.ReLU(), new nn.Linear(16, 2)).to(device);
  const bare = make();
  const inner = make();
  inner.loadStateDict(bare.stateDict());
  const ddp = new nn.parallel.DistributedDataParallel(inner);
  const optimizers = [bare, ddp].map((model) => new optim.AdamW(model.parameters(), { lr: 0.01 }));
  for (let i = 0; i < 5; i++) {
    const x = torch.randn([4, 8]).to(device);
    const losses = [bare, ddp].map((model, n) => {
      optimizers[n]!.zeroGrad();
      const loss = (model.forward(x) as torch.Tensor).pow(2).mean();
      loss.backward();
      optimizers[n]!.step();
      return loss.item();
    });
    expect(losses[1]).toBe(losses[0]);
  }
});

test('parameters on a GPU are not divided, and said so', async () => {
  await open('cpu:gloo,cuda:nccl');
  expect(() => dist.fsdp.fullyShard(new nn.Linear(4, 4).to(device))).toThrow(/cuda/);
});
