import * as torch from '../../../lib/index';
import { turnsDuring } from '../../support/turns';
import { leaf, mul, neg, sum, values } from './helpers';

test('backward off the thread lets the event loop go on', async () => {
  const x = torch.randn([700, 700]).requiresGrad_();
  const loss = (): torch.Tensor => x.mm(x).mm(x).mm(x).sum();
  const turns = await turnsDuring(10, () => {
    x.grad = null;
    return loss().backwardAsync();
  });
  expect(turns).toBeGreaterThanOrEqual(10);
  const expected = torch.autograd.grad(loss(), x)[0];
  expect(x.grad!.equal(expected)).toBe(true);
});

test('hooks and custom functions run on this thread', async () => {
  class Double extends torch.autograd.Function {
    static forward(_context: torch.autograd.FunctionContext, v: torch.Tensor): torch.Tensor {
      return mul(v, 2);
    }
    static backward(_context: torch.autograd.FunctionContext, gradient: torch.Tensor): torch.Tensor {
      return mul(gradient, 2);
    }
  }
  const x = leaf([1, 2]);
  const seen: number[][] = [];
  x.registerHook((gradient) => {
    seen.push(values(gradient));
    return neg(gradient);
  });
  x.registerPostAccumulateGradHook((tensor) => void seen.push(values(tensor.grad)));
  await torch.autograd.backwardAsync(sum(Double.apply(x)));
  expect(seen).toEqual([[2, 2], [-2, -2]]); // prettier-ignore
});

test('what a hook throws rejects with the same object', async () => {
  const x = leaf([1]);
  const failure = new RangeError('from the hook');
  x.registerHook(() => {
    throw failure;
  });
  await expect(sum(x).backwardAsync()).rejects.toBe(failure);
});

test('a synchronous backward meanwhile does not dead-lock with hooks of the other', async () => {
  const x = leaf([1]);
  let calls = 0;
  x.registerPostAccumulateGradHook(() => void calls++);
  const running = Array.from({ length: 20 }, () => sum(mul(x, 2)).backwardAsync());
  for (let i = 0; i < 20; i++) sum(mul(x, 2)).backward();
  await Promise.all(running);
  expect(calls).toBe(40);
  expect(values(x.grad)).toEqual([80]);
});

test('errors and signals', async () => {
  const x = leaf([1, 2]);
  await expect(mul(x, 2).backwardAsync()).rejects.toMatchObject({ code: 'ERR_TORCH_AUTOGRAD' });
  await expect(torch.autograd.backwardAsync(1 as never)).rejects.toThrow(TypeError);
  const reason = new Error('enough');
  await expect(sum(x).backwardAsync({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(x.grad).toBeNull();
});

test('a job that has not begun is taken back', async () => {
  const blocker = torch.randn([600, 600]).requiresGrad_();
  const x = leaf([1]);
  const controller = new AbortController();
  // The graphs first, which take as long as their jobs: then all threads are busy, and the last job waits.
  const losses = Array.from({ length: 16 }, () => blocker.mm(blocker).mm(blocker).sum());
  const loss = sum(x);
  const busy = losses.map((each) => each.backwardAsync());
  const last = loss.backwardAsync({ signal: controller.signal });
  controller.abort(new Error('taken back'));
  await expect(last).rejects.toThrow('taken back');
  await Promise.all(busy);
  expect(x.grad).toBeNull();
});

test('disposing the inputs meanwhile is harmless', async () => {
  const x = torch.ones([50, 50], { requiresGrad: true });
  const y = x.mm(x).sum();
  const running = y.backwardAsync();
  y.dispose();
  await running;
  expect(x.grad!.sum().item()).toBe((250_000 / 50) * 50);
});
