/** Objects between Node and Python ranks: each reads the other's pickles, and nothing that a pickle says is run. */
import { outputsOf, runRanks } from '../../support/ranks';
import { expectBitEqual } from '../../support/python';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const NODE = `
  await dist.initProcessGroup('gloo', { timeout: 60 });
  const mine = { rank, list: [1, 2.5, null, true], t: torch.arange(3).add(rank), half: torch.ones([2, 2]).to(torch.bfloat16),
    big: 2n ** 70n, bytes: new Uint8Array([1, 2]), sparse: torch.eye(3).toSparse() };
  const all = new Array(size);
  dist.allGatherObject(all, mine);
  for (const one of all) one.sparse = one.sparse.toDense();
  const gathered = rank === 0 ? [] : null;
  await dist.gatherObject({ pair: Object.freeze([rank, 'x']) }, gathered, { dst: 0, asyncOp: true });
  const sent = rank === 1 ? ['a', { k: torch.ones([2]) }] : [0, 0];
  dist.broadcastObjectList(sent, 1);
  const part = [null];
  dist.scatterObjectList(part, rank === 0 ? [{ to: 0 }, ['to', 1]] : null, 0);
  const received = [0, 0];
  let from = null;
  if (rank === 0) dist.sendObjectList([{ x: 1 }, 'y'], 1);
  else from = dist.recvObjectList(received, 0);
  const back = [0];
  if (rank === 1) dist.sendObjectList([torch.eye(2)], 0);
  else await dist.recvObjectList(back, { src: 1, asyncOp: true });
  await dist.destroyProcessGroup();
  return { all, gathered, sent, part, received, from, back };`;

const PYTHON = `
dist.init_process_group("gloo")
mine = {"rank": rank, "list": [1, 2.5, None, True], "t": torch.arange(3) + rank, "half": torch.ones(2, 2, dtype=torch.bfloat16),
    "big": 2**70, "bytes": b"\\x01\\x02", "sparse": torch.eye(3).to_sparse()}
everything = [None] * size
dist.all_gather_object(everything, mine)
for one in everything: one["sparse"] = one["sparse"].to_dense()
gathered = [None] * size if rank == 0 else None
dist.gather_object({"pair": (rank, "x")}, gathered, dst=0)
sent = ["a", {"k": torch.ones(2)}] if rank == 1 else [0, 0]
dist.broadcast_object_list(sent, 1)
part = [None]
dist.scatter_object_list(part, [{"to": 0}, ["to", 1]] if rank == 0 else None, 0)
received, source = [0, 0], None
if rank == 0: dist.send_object_list([{"x": 1}, "y"], 1)
else: source = dist.recv_object_list(received, 0)
back = [0]
if rank == 1: dist.send_object_list([torch.eye(2)], 0)
else: dist.recv_object_list(back, 1)
dist.destroy_process_group()
output = {"all": everything, "gathered": gathered, "sent": sent, "part": part, "received": received, "from": source, "back": back}
`;

interface Output {
  readonly all: readonly Record<string, unknown>[];
  readonly gathered: unknown;
  readonly sent: readonly [string, { readonly k: Tensor }];
  readonly part: unknown;
  readonly received: unknown;
  readonly from: unknown;
  readonly back: readonly unknown[];
}

function check(outputs: readonly unknown[]): void {
  for (const [rank, out] of (outputs as readonly Output[]).entries()) {
    for (const [from, { t, half, sparse, ...plain }] of out.all.entries()) {
      expect(plain).toEqual({ rank: from, list: [1, 2.5, null, true], big: 2n ** 70n, bytes: new Uint8Array([1, 2]) });
      expectBitEqual(t as Tensor, torch.arange(3).add(from));
      expectBitEqual(half as Tensor, torch.ones([2, 2]).to(torch.bfloat16));
      expectBitEqual(sparse as Tensor, torch.eye(3));
    }
    const pairs = [{ pair: [0, 'x'] }, { pair: [1, 'x'] }];
    expect(out.gathered).toEqual(rank === 0 ? pairs : null);
    expect(out.sent[0]).toBe('a');
    expectBitEqual(out.sent[1].k, torch.ones([2]));
    expect(out.part).toEqual([rank === 0 ? { to: 0 } : ['to', 1]]);
    expect(out.received).toEqual(rank === 0 ? [0, 0] : [{ x: 1 }, 'y']);
    expect(out.from).toBe(rank === 0 ? null : 0);
    if (rank === 0) expectBitEqual(out.back[0] as Tensor, torch.eye(2));
  }
}

test('a Node rank and a Python rank read each other’s objects', async () => {
  check(await outputsOf([{ node: NODE }, { python: PYTHON }]));
});

test('a Python rank and a Node rank do so the other way round', async () => {
  check(await outputsOf([{ python: PYTHON }, { node: NODE }]));
});

test('an object that would run code is refused, and the rank that sent it is named', async () => {
  const python = `
import os
class Run:
    def __reduce__(self): return (os.system, ("echo it ran",))
dist.init_process_group("gloo")
dist.broadcast_object_list([Run()], 1)
`;
  const node = `
    await dist.initProcessGroup('gloo', { timeout: 30 });
    const objects = [0];
    try { dist.broadcastObjectList(objects, 1); } catch (error) { return [error.code, error.message, objects]; }`;
  const [first] = await runRanks([{ node }, { python }]);
  const [code, message, objects] = first!.output as [string, string, unknown];
  expect(code).toBe('ERR_TORCH_SERIALIZATION');
  expect(message).toMatch(/^broadcastObjectList: an object from rank 1 cannot be read: .*posix\.system/);
  expect(objects).toEqual([0]);
  expect(first!.stdout).not.toContain('it ran');
});
