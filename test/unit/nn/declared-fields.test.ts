/** Buffers and parameters that a class declares as fields and registers by name. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';

class Normed extends nn.Module {
  declare readonly mean: Tensor;
  later!: Tensor;
  scale: Tensor = torch.ones([2]);
  weight = new nn.Parameter(torch.ones([2]));

  constructor() {
    super();
    this.registerBuffer('mean', torch.zeros([2]));
    this.registerBuffer('later', torch.full([2], 3));
    this.registerBuffer('scale', this.scale);
    this.registerParameter('weight', this.weight);
  }
}

test('what a field declares is registered, whether it has a value or not', () => {
  const module = new Normed();
  expect(module.namedBuffers().map(([name]) => name)).toEqual(['later', 'scale', 'mean']);
  expect(module.namedParameters().map(([name]) => name)).toEqual(['weight']);
  expect(Object.keys(module.stateDict()).sort()).toEqual(['later', 'mean', 'scale', 'weight']);
  module.scale = torch.full([2], 5);
  expect(module.stateDict()['scale']?.tolist()).toEqual([5, 5]);
});

test('another value in a field is a mistake still', () => {
  class Taken extends nn.Module {
    mean: Tensor = torch.ones([1]);
  }
  expect(() => new Taken().registerBuffer('mean', torch.zeros([1]))).toThrow("attribute 'mean' already exists");
});

test('a typed array of the kind that the program expects, or an error', () => {
  const x = torch.tensor([1, 2]);
  expect(x.toTypedArray(BigInt64Array)).toEqual(new BigInt64Array([1n, 2n]));
  expect(x.float().asTypedArray(Float32Array)).toEqual(new Float32Array([1, 2]));
  expect(() => x.toTypedArray(Float32Array)).toThrow(
    'toTypedArray(): a tensor of torch.int64 gives a BigInt64Array, not a Float32Array; convert it first',
  );
  expect(() => x.asTypedArray(Array as never)).toThrow(TypeError);
});
