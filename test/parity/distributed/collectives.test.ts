/** Every collective, in a group of Node and Python ranks, beside a group of Python ranks alone: bits, rank by rank. */
import { outputsOf } from '../../support/ranks';
import { expectBitEqual } from '../../support/python';
import { isTensor } from '../../../lib/tensor/tensor';

const NODE = `
  await dist.initProcessGroup('gloo', { timeout: 60 });
  const { ReduceOp } = dist;
  const full = (count, value) => torch.full([count], value, { dtype: torch.float32 });
  const out = {};
  const mine = (dtype = 'float32') => torch.arange(6).mul(rank + 1).add(1).to(torch[dtype]);
  const each = (make) => Array.from({ length: size }, (_, i) => make(i));
  for (const dtype of ['float64', 'float16', 'bfloat16', 'int64', 'int32', 'uint8']) {
    const x = mine(dtype);
    dist.allReduce(x);
    out['allReduce ' + dtype] = x;
  }
  for (const op of ['AVG', 'PRODUCT', 'MIN', 'MAX']) {
    const x = mine();
    await dist.allReduce(x, ReduceOp[op], null, true);
    out['allReduce ' + op] = x;
  }
  for (const op of ['BAND', 'BOR', 'BXOR']) {
    const x = mine('int32');
    dist.allReduce(x, { op: ReduceOp[op] });
    out['allReduce ' + op] = x;
  }
  const c = torch.complex(mine(), mine().neg());
  dist.allReduce(c);
  out['allReduce complex'] = torch.viewAsReal(c);
  const sparse = torch.sparseCooTensor(torch.tensor([[rank, rank + 1]]), torch.tensor([1.5, rank]), [5]);
  dist.allReduce(sparse);
  out['allReduce sparse'] = sparse.toDense();
  const [a, b] = [mine(), mine().mul(2)];
  dist.allReduceCoalesced([a, b]);
  out.allReduceCoalesced = [a, b];
  const source = mine('int64');
  dist.broadcast(source, { groupSrc: 2 });
  out.broadcast = source;
  const reduced = mine();
  dist.reduce(reduced, 1, ReduceOp.SUM);
  out.reduce = rank === 1 ? reduced : null;
  const gathered = each(() => torch.zeros([6]));
  dist.allGather(gathered, mine());
  out.allGather = gathered;
  const flat = torch.zeros([6 * size]);
  dist.allGatherIntoTensor(flat, mine());
  const stacked = torch.zeros([6 * size]);
  await dist.allGatherSingle(stacked, mine(), { asyncOp: true });
  out.allGatherSingle = [flat, stacked];
  const lists = each(() => [torch.zeros([6]), torch.zeros([2])]);
  dist.allGatherCoalesced(lists, [mine(), full(2, rank)]);
  out.allGatherCoalesced = lists;
  const onRoot = rank === 2 ? each(() => torch.zeros([6])) : null;
  dist.gather(mine(), onRoot, { dst: 2 });
  out.gather = onRoot;
  const part = torch.zeros([2]);
  dist.scatter(part, rank === 0 ? each((i) => full(2, i + 0.5)) : null);
  out.scatter = part;
  const share = torch.zeros([2]);
  dist.reduceScatter(share, each((i) => full(2, i + rank)));
  const single = torch.zeros([2]);
  dist.reduceScatterTensor(single, torch.arange(2 * size, { dtype: torch.float32 }).mul(rank + 1));
  out.reduceScatter = [share, single];
  const received = each(() => torch.zeros([2]));
  dist.allToAll(received, each((i) => full(2, 10 * rank + i)));
  out.allToAll = received;
  const rows = torch.zeros([size * (rank + 1)]);
  dist.allToAllSingle(rows, torch.arange(6).add(10 * rank).to(torch.float32), each(() => rank + 1), [1, 2, 3]);
  out.allToAllSingle = rows;
  const [next, last] = [(rank + 1) % size, (rank - 1 + size) % size];
  const came = torch.zeros([2]);
  const ops = [new dist.P2POp(dist.isend, full(2, rank), next), new dist.P2POp(dist.irecv, came, last)];
  for (const work of dist.batchIsendIrecv(ops)) await work;
  out.batch = came;
  const any = torch.zeros([1]);
  if (rank === 0) dist.send(full(1, 7), 1, null, 3);
  if (rank === 1) out.recv = [dist.recv(any, null, null, 3), any];
  const late = torch.zeros([3]);
  if (rank === 2) await dist.isend(full(3, 5), 0);
  if (rank === 0) { const w = dist.irecv(late, 2); w.wait(); out.irecv = late; }
  dist.monitoredBarrier();
  const pair = await dist.newGroup([0, 2]);
  const inPair = mine();
  dist.allReduce(inPair, { group: pair });
  out.newGroup = [inPair, dist.getRank(pair), dist.getWorldSize(pair)];
  if (pair !== dist.NON_GROUP_MEMBER) {
    out.ranks = [dist.getGroupRank(pair, 2), dist.getGlobalRank(pair, 1), dist.getProcessGroupRanks(pair), pair.groupName];
  }
  const hashed = rank === 1 ? null : await dist.newGroup([2, 0], { useLocalSynchronization: true, sortRanks: false });
  if (hashed) {
    const y = mine();
    dist.broadcast(y, { groupSrc: 0, group: hashed });
    out.hashed = [y, hashed.groupName, dist.getRank(hashed)];
  }
  const [current] = await dist.newSubgroupsByEnumeration([[0], [1, 2]]);
  const z = mine();
  dist.allReduce(z, { group: current });
  out.subgroups = [z, dist.getProcessGroupRanks(current)];
  const f = torch.ops._c10d_functional;
  const functional = f.wait_tensor(f.all_reduce(mine(), 'sum', '0'));
  const ended = (started) => f.wait_tensor(started);
  out.functional = [
    functional,
    ended(f.all_reduce(mine(), 'avg', '0')),
    ended(f.broadcast(mine(), 1, '0')),
    ended(f.all_gather_into_tensor(mine(), size, '0')),
    ended(f.reduce_scatter_tensor(mine(), 'sum', size, '0')),
    ended(f.all_to_all_single(mine(), [2, 2, 2], [2, 2, 2], '0')),
    f.all_reduce_coalesced([mine(), full(2, rank)], 'max', '0').map(ended),
    f.all_gather_into_tensor_coalesced([mine(), full(2, rank)], size, '0').map(ended),
  ];
  if (pair !== dist.NON_GROUP_MEMBER) out.functionalPair = ended(f.all_reduce(mine(), 'sum', pair.groupName));
  out.facts = [dist.getBackend(), dist.getPgCount(), dist.getBackendConfig()];
  await dist.destroyProcessGroup();
  return out;`;

const PYTHON = `
from datetime import timedelta
dist.init_process_group("gloo", timeout=timedelta(seconds=60))
R = dist.ReduceOp
out = {}
def mine(dtype="float32"): return torch.arange(6).mul(rank + 1).add(1).to(getattr(torch, dtype))
def each(make): return [make(i) for i in range(size)]
for dtype in ["float64", "float16", "bfloat16", "int64", "int32", "uint8"]:
    x = mine(dtype); dist.all_reduce(x); out["allReduce " + dtype] = x
for op in ["AVG", "PRODUCT", "MIN", "MAX"]:
    x = mine(); dist.all_reduce(x, getattr(R, op), None, True).wait(); out["allReduce " + op] = x
for op in ["BAND", "BOR", "BXOR"]:
    x = mine("int32"); dist.all_reduce(x, op=getattr(R, op)); out["allReduce " + op] = x
c = torch.complex(mine(), mine().neg()); dist.all_reduce(c); out["allReduce complex"] = torch.view_as_real(c)
sparse = torch.sparse_coo_tensor(torch.tensor([[rank, rank + 1]]), torch.tensor([1.5, rank]), [5])
dist.all_reduce(sparse); out["allReduce sparse"] = sparse.to_dense()
a, b = mine(), mine().mul(2); dist.all_reduce_coalesced([a, b]); out["allReduceCoalesced"] = [a, b]
source = mine("int64"); dist.broadcast(source, group_src=2); out["broadcast"] = source
reduced = mine(); dist.reduce(reduced, 1, R.SUM); out["reduce"] = reduced if rank == 1 else None
gathered = each(lambda i: torch.zeros(6)); dist.all_gather(gathered, mine()); out["allGather"] = gathered
flat = torch.zeros(6 * size); dist.all_gather_into_tensor(flat, mine())
stacked = torch.zeros(6 * size); dist.all_gather_single(stacked, mine(), async_op=True).wait(); out["allGatherSingle"] = [flat, stacked]
lists = each(lambda i: [torch.zeros(6), torch.zeros(2)]); dist.all_gather_coalesced(lists, [mine(), torch.full([2], float(rank))]); out["allGatherCoalesced"] = lists
on_root = each(lambda i: torch.zeros(6)) if rank == 2 else None
dist.gather(mine(), on_root, dst=2); out["gather"] = on_root
part = torch.zeros(2); dist.scatter(part, each(lambda i: torch.full([2], i + 0.5)) if rank == 0 else None); out["scatter"] = part
share = torch.zeros(2); dist.reduce_scatter(share, each(lambda i: torch.full([2], float(i + rank))))
single = torch.zeros(2); dist.reduce_scatter_tensor(single, torch.arange(2 * size, dtype=torch.float32).mul(rank + 1)); out["reduceScatter"] = [share, single]
received = each(lambda i: torch.zeros(2)); dist.all_to_all(received, each(lambda i: torch.full([2], 10.0 * rank + i))); out["allToAll"] = received
rows = torch.zeros(size * (rank + 1)); dist.all_to_all_single(rows, torch.arange(6).add(10 * rank).to(torch.float32), each(lambda i: rank + 1), [1, 2, 3]); out["allToAllSingle"] = rows
came = torch.zeros(2)
for w in dist.batch_isend_irecv([dist.P2POp(dist.isend, torch.full([2], float(rank)), (rank + 1) % size), dist.P2POp(dist.irecv, came, (rank - 1 + size) % size)]): w.wait()
out["batch"] = came
anyone = torch.zeros(1)
if rank == 0: dist.send(torch.full([1], 7.0), 1, None, 3)
if rank == 1: out["recv"] = [dist.recv(anyone, None, None, 3), anyone]
late = torch.zeros(3)
if rank == 2: dist.isend(torch.full([3], 5.0), 0).wait()
if rank == 0:
    dist.irecv(late, 2).wait(); out["irecv"] = late
dist.monitored_barrier()
pair = dist.new_group([0, 2])
in_pair = mine(); dist.all_reduce(in_pair, group=pair)
out["newGroup"] = [in_pair, dist.get_rank(pair), dist.get_world_size(pair)]
if rank != 1:
    out["ranks"] = [dist.get_group_rank(pair, 2), dist.get_global_rank(pair, 1), dist.get_process_group_ranks(pair), pair.group_name]
    hashed = dist.new_group([2, 0], use_local_synchronization=True, sort_ranks=False)
    y = mine(); dist.broadcast(y, group_src=0, group=hashed); out["hashed"] = [y, hashed.group_name, dist.get_rank(hashed)]
current, _ = dist.new_subgroups_by_enumeration([[0], [1, 2]])
z = mine(); dist.all_reduce(z, group=current); out["subgroups"] = [z, dist.get_process_group_ranks(current)]
f = torch.ops._c10d_functional
ended = f.wait_tensor
out["functional"] = [
    ended(f.all_reduce(mine(), "sum", "0")),
    ended(f.all_reduce(mine(), "avg", "0")),
    ended(f.broadcast(mine(), 1, "0")),
    ended(f.all_gather_into_tensor(mine(), size, "0")),
    ended(f.reduce_scatter_tensor(mine(), "sum", size, "0")),
    ended(f.all_to_all_single(mine(), [2, 2, 2], [2, 2, 2], "0")),
    [ended(one) for one in f.all_reduce_coalesced([mine(), torch.full([2], float(rank))], "max", "0")],
    [ended(one) for one in f.all_gather_into_tensor_coalesced([mine(), torch.full([2], float(rank))], size, "0")],
]
if rank != 1: out["functionalPair"] = ended(f.all_reduce(mine(), "sum", pair.group_name))
out["facts"] = [dist.get_backend(), dist.get_pg_count(), dist.get_backend_config()]
dist.destroy_process_group()
output = out
`;

/** Fails unless both are the same, tensors bit by bit. */
function expectSame(actual: unknown, expected: unknown, label: string): void {
  if (isTensor(actual) && isTensor(expected)) return expectBitEqual(actual, expected, label);
  if (Array.isArray(actual) && Array.isArray(expected)) {
    expect([label, actual.length]).toEqual([label, expected.length]);
    actual.forEach((one, i) => expectSame(one, expected[i], `${label}[${i}]`));
    return;
  }
  expect([label, actual]).toEqual([label, expected]);
}

test('each collective gives each rank what Python gives it', async () => {
  const [mixed, python] = [
    await outputsOf([{ node: NODE }, { python: PYTHON }, { node: NODE }]),
    await outputsOf([{ python: PYTHON }, { python: PYTHON }, { python: PYTHON }]),
  ] as Record<string, unknown>[][];
  for (const [rank, expected] of python!.entries()) {
    const actual = mixed![rank]!;
    expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
    for (const name of Object.keys(expected)) expectSame(actual[name], expected[name], `${name} of rank ${rank}`);
  }
}, 240_000);
