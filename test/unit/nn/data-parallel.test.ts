import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const { nn } = torch;

class Pair extends nn.Module {
  a = new nn.Linear(3, 2);
  norm = new nn.BatchNorm1d(2);

  override forward(x: Tensor, scale: number, more: { readonly bias: Tensor }): { y: Tensor; sum: Tensor } {
    const y = this.norm.forward(this.a.forward(x)).mul(scale).add(more.bias);
    return { y, sum: y.sum() };
  }
}

test('without devices it is the module', () => {
  const model = new nn.Linear(3, 2);
  const parallel = new nn.DataParallel(model, { deviceIds: [] });
  const x = torch.randn([4, 3]);
  expect((parallel.forward(x) as Tensor).equal(model.forward(x))).toBe(true);
  expect(Object.keys(parallel.stateDict())).toEqual(['module.weight', 'module.bias']);
});

test('parts of a batch go to copies, and gradients come back to the module', () => {
  torch.manualSeed(1);
  const model = new Pair().eval();
  const parallel = new nn.DataParallel(model, ['cpu', 'cpu']);
  const [x, bias] = [torch.randn([5, 3]), torch.randn([5, 2])];
  const out = parallel.forward(x, 2, { bias }) as { y: Tensor; sum: Tensor };
  expect(out.y.shape).toEqual([5, 2]);
  expect(out.sum.shape).toEqual([2]);
  out.y.pow(2).sum().backward();
  const gradients = model.parameters().map((one) => one.grad as Tensor);
  const plain = model.forward(x, 2, { bias });
  expect(torch.allclose(out.y, plain.y)).toBe(true);
  const expected = torch.autograd.grad([plain.y.pow(2).sum()], model.parameters()) as Tensor[];
  gradients.forEach((one, i) => expect(torch.allclose(one, expected[i] as Tensor, { atol: 1e-5 })).toBe(true));
});

test('buffers of the first device are those that training changes, and small batches use fewer copies', () => {
  const model = new Pair();
  const parallel = new nn.DataParallel(model, ['cpu', 'cpu', 'cpu']);
  const out = parallel.forward(torch.randn([4, 3]), 1, { bias: torch.zeros([4, 2]) }) as { y: Tensor };
  expect(out.y.shape).toEqual([4, 2]);
  expect(model.norm.numBatchesTracked?.item()).toBe(1);
});

test('a module elsewhere, and wrong options, are refused', () => {
  const model = new nn.Linear(3, 2);
  expect(() => new nn.DataParallel(model, ['meta', 'meta']).forward(torch.ones([2, 3]))).toThrow(
    /must have its parameters and buffers on device meta/,
  );
  expect(() => new nn.DataParallel(model, { devices: [] } as never)).toThrow(TypeError);
  expect(() => new nn.DataParallel({} as never)).toThrow(TypeError);
});
