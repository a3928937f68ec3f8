import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';

/** Two parameters with the same gradients in each call. */
function params(): Tensor[] {
  const generator = new torch.Generator().manualSeed(1);
  return [[40, 30], [7]].map((shape) => torch.randn(shape, { generator }).requiresGrad_());
}

function setGradients(tensors: readonly Tensor[], step: number): void {
  const generator = new torch.Generator().manualSeed(100 + step);
  for (const tensor of tensors) tensor.grad = torch.randn(tensor.shape, { generator });
}

const MAKE: readonly (readonly [string, (p: Tensor[]) => optim.Optimizer])[] = [
  ['SGD', (p) => new optim.SGD(p, { lr: 0.1, momentum: 0.9 })],
  ['SGD without state', (p) => new optim.SGD(p, { lr: 0.1 })],
  ['Adam', (p) => new optim.Adam(p, { amsgrad: true })],
  ['fused Adam', (p) => new optim.Adam(p, { fused: true })],
  ['Adam in groups', (p) => new optim.Adam(p.map((param, i) => ({ params: param, lr: 0.1 * (i + 1) })))],
  ['Adam with a tensor as rate', (p) => new optim.Adam(p, { lr: torch.full([], 0.5) })],
  ['ASGD', (p) => new optim.ASGD(p, { lr: 0.1 })],
  ['NAdam', (p) => new optim.NAdam(p)],
  ['RMSprop', (p) => new optim.RMSprop(p, { centered: true, momentum: 0.5 })],
];

describe.each(MAKE)('%s', (_, make) => {
  it('makes the same steps off the thread', async () => {
    const [mine, theirs] = [params(), params()];
    const [aside, plain] = [make(mine), make(theirs)];
    for (let step = 0; step < 4; step++) {
      setGradients(mine, step);
      setGradients(theirs, step);
      await aside.stepAsync();
      plain.step();
    }
    mine.forEach((param, i) => expect(torch.equal(param.detach(), (theirs[i] as Tensor).detach())).toBe(true));
    const bits = (optimizer: optim.Optimizer): unknown =>
      [...optimizer.stateDict().state].map(([key, entry]) => [
        key,
        Object.entries(entry).map(([name, value]) => [name, (value as Tensor | null)?.tolist?.() ?? value]),
      ]);
    expect(bits(aside)).toEqual(bits(plain));
  });
});

it('lets the event loop go on, and refuses everything else until it settles', async () => {
  const p = params();
  const optimizer = new optim.Adam(p);
  setGradients(p, 0);
  const running = optimizer.stepAsync();
  const busy = /a stepAsync of this optimizer is running/;
  expect(() => optimizer.step()).toThrow(busy);
  expect(() => optimizer.zeroGrad()).toThrow(busy);
  expect(() => optimizer.stateDict()).toThrow(busy);
  expect(() => optimizer.state.clear()).toThrow(busy);
  expect(() => optimizer.addParamGroup({ params: torch.ones([1], { requiresGrad: true }) })).toThrow(busy);
  await expect(optimizer.stepAsync()).rejects.toThrow(busy);
  await running;
  optimizer.step();
  expect((optimizer.state.get(p[0]!) as { step: Tensor }).step.item()).toBe(2);
  expect(optimizer.paramGroups.length).toBe(1);
});

it('keeps what it works on, whatever becomes of the parameters', async () => {
  const p = params();
  const optimizer = new optim.Adam(p);
  setGradients(p, 0);
  const before = p[1]!.tolist();
  const running = optimizer.stepAsync();
  for (const param of p) param.grad = null;
  p[0]!.dispose();
  await running;
  expect(p[1]!.tolist()).not.toEqual(before);
});

it('is taken back before it begins, and then has done nothing', async () => {
  const p = params();
  const optimizer = new optim.SGD(p, { lr: 1 });
  setGradients(p, 0);
  const before = p[1]!.tolist();
  await expect(optimizer.stepAsync({ signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  expect(p[1]!.tolist()).toEqual(before);
  await optimizer.stepAsync();
  expect(p[1]!.tolist()).not.toEqual(before);
});

it('rejects with what the step says, and is free again', async () => {
  const p = params();
  const optimizer = new optim.Adam(p);
  p[1]!.grad = torch.ones([7]).toSparse() as Tensor;
  await expect(optimizer.stepAsync()).rejects.toThrow('Adam does not support sparse gradients');
  setGradients(p, 0);
  optimizer.step();
  expect((optimizer.state.get(p[1]!) as { step: Tensor }).step.item()).toBe(1);
});

it('does not go with closures, recorded steps and steps in JavaScript', async () => {
  const p = params();
  const optimizer = new optim.SGD(p);
  optimizer.registerStepPreHook(() => [() => 1]);
  await expect(optimizer.stepAsync()).rejects.toThrow('stepAsync() takes no function');
  const leaf = torch.ones([2]);
  leaf.grad = torch.ones([2]);
  await expect(new optim.SGD([leaf], { differentiable: true }).stepAsync()).rejects.toThrow(
    'does not record its operations, which differentiable',
  );
  await expect(new optim.LBFGS(params()).stepAsync()).rejects.toThrow(
    'LBFGS has no stepAsync: its step runs in JavaScript',
  );
});

it('runs the hooks on this thread, around the step', async () => {
  const p = params();
  const optimizer = new optim.SGD(p, { lr: 1 });
  setGradients(p, 0);
  const values: unknown[] = [];
  optimizer.registerStepPreHook(() => void values.push(p[1]!.tolist()));
  optimizer.registerStepPostHook(() => void values.push(p[1]!.tolist()));
  await optimizer.stepAsync();
  expect(values.length).toBe(2);
  expect(values[0]).not.toEqual(values[1]);
});
