/** Ranks of Node and of Python in one group. */
import { outputsOf } from '../../support/ranks';
import { expectBitEqual } from '../../support/python';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const NODE = `
  await dist.initProcessGroup('gloo');
  const x = torch.arange(6, { dtype: torch.float32 }).add(rank).div(3);
  await dist.allReduce(x, { asyncOp: true });
  const y = torch.full([4], rank);
  dist.broadcast(y, 1);
  dist.barrier();
  const facts = [dist.getRank(), dist.getWorldSize(), dist.isInitialized()];
  await dist.destroyProcessGroup();
  return { x, y, facts, after: dist.isInitialized() };`;

const PYTHON = `
dist.init_process_group("gloo")
x = torch.arange(6, dtype=torch.float32).add(rank).div(3)
dist.all_reduce(x)
y = torch.full([4], rank)
dist.broadcast(y, 1)
dist.barrier()
facts = [dist.get_rank(), dist.get_world_size(), dist.is_initialized()]
dist.destroy_process_group()
output = {"x": x, "y": y, "facts": facts, "after": dist.is_initialized()}
`;

interface Output {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly facts: readonly unknown[];
  readonly after: boolean;
}

function check(outputs: unknown[]): void {
  const ranks = outputs.length;
  const shares = Array.from({ length: ranks }, (_, rank) => torch.arange(6, { dtype: torch.float32 }).add(rank).div(3));
  const sum = shares.reduce((a, b) => a.add(b));
  for (const [rank, { x, y, facts, after }] of (outputs as Output[]).entries()) {
    expectBitEqual(x, (outputs[0] as Output).x, `x of rank ${rank}`);
    expect(x.sub(sum).abs().max().item()).toBeLessThan(1e-6);
    expect(y.tolist()).toEqual([1, 1, 1, 1]);
    expect(facts).toEqual([rank, ranks, true]);
    expect(after).toBe(false);
  }
}

test('a Node rank serves the store, and a Python rank joins', async () => {
  check(await outputsOf([{ node: NODE }, { python: PYTHON }]));
});

test('a Python rank serves the store, and two Node ranks join', async () => {
  check(await outputsOf([{ python: PYTHON }, { node: NODE }, { node: NODE }]));
});
