import { data, ones, tensor, type Tensor } from '../../../lib/index';
import { pinned } from '../../../lib/data/pin';

test('pinMemory without a GPU warns once and gives the batches as they are', async () => {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  try {
    const loader = new data.DataLoader(new data.TensorDataset(ones([5])), { batchSize: 2, pinMemory: true });
    for (let epoch = 0; epoch < 2; epoch++) expect(Array.from(loader, ([x]) => x.shape)).toEqual([[2], [2], [1]]);
    for await (const [x] of loader) expect(x.isPinned()).toBe(false);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/'pinMemory' .* no accelerator is found/), {
      type: 'TorchWarning',
      code: 'TORCH_WARNING',
    });
  } finally {
    warn.mockRestore();
  }
  expect(() => new data.DataLoader([1], { pinMemory: 1 as never })).toThrow(/'pinMemory' should be a boolean/);
});

test('a batch is pinned through maps, arrays and objects; what pins itself is asked to', () => {
  class Own {
    constructor(readonly x: Tensor) {}
    pinMemory(): string {
      return `pinned ${this.x.numel()}`;
    }
  }
  class Other {
    constructor(readonly x: Tensor) {}
  }
  const one = (): Tensor => tensor([1]);
  const kept = new Other(one());
  const batch = { a: one(), list: [one(), 'text', null], map: new Map([['k', one()]]), own: new Own(one()), kept };
  const inner = batch.a;
  const result = pinned(batch, (x) => x.add(1)) as typeof batch;
  expect([result.a.item(), (result.list[0] as Tensor).item(), result.list.slice(1)]).toEqual([2, 2, ['text', null]]);
  expect([result.map.get('k')?.item(), result.own, result.kept]).toEqual([2, 'pinned 1', kept]);
  expect([inner.isDisposed, kept.x.item()]).toEqual([true, 1]);
});
