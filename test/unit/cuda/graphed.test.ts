/**
 * makeGraphedCallables without a GPU: what it refuses, and the functions that it makes, over runs that compute on the CPU what a
 * graph would.
 */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { type StaticRun, graphModule, graphedFunction } from '../../../lib/graphed/callables';
import { flatten } from '../../../lib/func/tree';

const { cuda, nn } = torch;

/** A run of a linear layer whose "graphs" compute into tensors that stay the same. */
function linearRun(layer: torch.nn.Linear): StaticRun {
  const sample = torch.zeros([4, 3], { requiresGrad: true });
  const parameters = [...layer.parameters()];
  const inputs = [sample, ...parameters];
  const [output, gradOutput] = [torch.zeros([4, 2]), torch.zeros([4, 2])];
  const gradInputs = inputs.map((input) => torch.zerosLike(input));
  const compute = (given: readonly Tensor[]): Tensor =>
    nn.functional.linear(given[0] as Tensor, given[1] as Tensor, given[2] as Tensor);
  return {
    ...{ inputs, parameters, gradInputs, outputs: [output], gradOutputs: [gradOutput], form: flatten(output).form },
    forward: () => torch.noGrad(() => void output.copy_(compute(inputs))),
    backward: () => {
      const leaves = inputs.map((input) => input.detach().clone().requiresGrad_());
      const found = torch.enableGrad(() => torch.autograd.grad(compute(leaves), leaves, { gradOutputs: gradOutput }));
      found.forEach((gradient, i) => void (gradInputs[i] as Tensor).copy_(gradient));
    },
  };
}

function gradientsBy(call: (x: Tensor) => unknown, layer: torch.nn.Linear, x: Tensor): unknown[] {
  layer.zeroGrad();
  const input = x.clone().requiresGrad_();
  const output = call(input) as Tensor;
  output.pow(2).sum().backward();
  return [output, input.grad, layer.weight.grad, layer.bias?.grad].map((tensor) => (tensor as Tensor).tolist());
}

test('a graphed function has the results and the gradients of its original', () => {
  torch.manualSeed(0);
  const layer = new nn.Linear(3, 2);
  const graphed = graphedFunction(linearRun(layer));
  for (let i = 0; i < 2; i++) {
    const x = torch.randn([4, 3]);
    const own = gradientsBy((input) => layer.forward(input), layer, x);
    expect(gradientsBy((input) => graphed(input), layer, x)).toEqual(own);
  }
  const output = graphed(torch.randn([4, 3])) as Tensor;
  expect(output.gradFn?.name()).toBe('GraphedBackward');
  const again = torch.autograd.grad(output.sum(), layer.weight, { createGraph: true });
  expect(again[0].requiresGrad).toBe(false);
  expect(() => graphed(torch.ones([4, 3]), 2)).toThrow('takes 1 tensors in the form of its sampleArgs, got 2 values');
});

test('a graphed module runs its graph in the mode of the capture, and hooks that were added later', () => {
  const layer = new nn.Linear(3, 2);
  let runs = 0;
  const graphed = graphedFunction(linearRun(layer));
  graphModule(layer, (...args) => (runs++, graphed(...args)));
  const x = torch.randn([4, 3]);
  const expected = nn.functional.linear(x, layer.weight, layer.bias).tolist();
  expect([layer.forward(x).tolist(), runs]).toEqual([expected, 1]);
  const seen: unknown[] = [];
  const handle = layer.registerForwardHook((_module, _inputs, output) => void seen.push((output as Tensor).shape));
  expect([layer.forward(x).tolist(), runs, seen]).toEqual([expected, 2, [[4, 2]]]);
  layer.eval();
  expect([layer.forward(x).tolist(), runs, seen]).toEqual([expected, 2, [[4, 2], [4, 2]]]); // prettier-ignore
  handle.remove();
});

test('what cannot be captured is refused first, and then a machine without a GPU', () => {
  const hooked = new nn.Linear(3, 2);
  hooked.registerForwardHook(() => undefined);
  expect(() => cuda.makeGraphedCallables(hooked, [torch.ones([4, 3])])).toThrow(
    'Modules must not have hooks registered',
  );
  const f = (x: Tensor): Tensor => x.mul(2);
  expect(() => cuda.makeGraphedCallables(f, [3])).toThrow('sampleArgs for each callable must contain only Tensors');
  expect(() => cuda.makeGraphedCallables([f, f], [[torch.ones([2])]])).toThrow('an array of arguments for each of 2');
  expect(() => cuda.makeGraphedCallables(3 as never, [])).toThrow("'callables' should be a module or a function");
  if (!cuda.isAvailable()) {
    for (const call of [
      () => cuda.makeGraphedCallables(f, [torch.ones([2])]),
      () => new cuda.MemPool(),
      () => cuda.memorySnapshot(),
      () => cuda.cachingAllocatorDisabled(() => null),
    ]) {
      expect(call).toThrow(
        cuda.getArchList().length ? /NVIDIA driver|No CUDA GPUs/ : 'Torch not compiled with CUDA enabled',
      );
    }
  }
});
