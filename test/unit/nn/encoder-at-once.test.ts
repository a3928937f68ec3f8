/** Encoder layers in one call (native/nn/encoder_layer.cc): when that is taken, what it computes, and the errors of the longer way. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';
import { native } from '../../../lib/native/binding';

const SETTINGS = { dimFeedforward: 16, batchFirst: true } as const;
const make = (options: object = {}): nn.TransformerEncoderLayer => {
  torch.manualSeed(0);
  return new nn.TransformerEncoderLayer(8, 2, { ...SETTINGS, ...options }).eval();
};
const input = (): Tensor =>
  torch
    .arange(2 * 5 * 8)
    .reshape(2, 5, 8)
    .cos();

/** What `body` returns, and what each call of the native function in it returned. */
function watch<R>(body: () => R): [result: R, calls: (number | null)[]] {
  const spy = jest.spyOn(native, 'runEncoderLayer');
  try {
    const result = body();
    return [result, spy.mock.results.map(({ value }) => value as number | null)];
  } finally {
    spy.mockRestore();
  }
}

test.each([{}, { normFirst: true }, { activation: 'gelu' }])(
  'one call computes what the longer way does: %j',
  (options) => {
    const layer = make(options);
    const x = input();
    const [y, calls] = watch(() => torch.noGrad(() => layer.forward(x)));
    expect(calls).toEqual([expect.any(Number)]);
    // With a mask that hides nothing, the operator is called in the longer way.
    const [z, none] = watch(() => torch.noGrad(() => layer.forward(x, torch.zeros([5, 5]))));
    expect(none).toEqual([]);
    expect(y.shape).toEqual([2, 5, 8]);
    expect(y.allclose(z, { rtol: 1e-5, atol: 1e-6 })).toBe(true);
  },
);

test('each layer of a stack is one call', () => {
  const encoder = new nn.TransformerEncoder(make(), 3).eval();
  const [, calls] = watch(() => torch.noGrad(() => encoder.forward(input())));
  expect(calls).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
});

test('gradients, other dtypes and hooks go the longer way', () => {
  const layer = make();
  const [recorded, whileRecording] = watch(() => layer.forward(input()));
  expect(whileRecording).toEqual([null]);
  expect(recorded.requiresGrad).toBe(true);
  const double = make({ dtype: torch.float64 });
  expect(watch(() => torch.noGrad(() => double.forward(input().to(torch.float64))))[1]).toEqual([null]);
  layer.norm2.registerForwardHook((_module, _inputs, output) => output.mul(0));
  const [y, hooked] = watch(() => torch.noGrad(() => layer.forward(input())));
  expect(hooked).toEqual([]);
  expect(y.abs().sum().item()).toBe(0);
});

test('an input of another size is the error of the longer way', () => {
  const layer = make();
  const body = (): Tensor => torch.noGrad(() => layer.forward(torch.ones([2, 5, 6])));
  expect(body).toThrow(/TransformerEncoderLayer/);
  const disposed = input();
  disposed.dispose();
  expect(() => torch.noGrad(() => layer.forward(disposed))).toThrow('this tensor has been disposed');
});
