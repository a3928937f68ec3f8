import { mkdtempSync, rmSync } from 'node:fs';
import { getEventListeners } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { optim } from '../../../lib/index';

const folder = mkdtempSync(path.join(tmpdir(), 'jobs-options-'));
afterAll(() => rmSync(folder, { recursive: true }));

const weights = { w: torch.ones([2]) };
const checkpoint = path.join(folder, 'weights.pt');
const safetensors = path.join(folder, 'weights.safetensors');
torch.save(weights, checkpoint);
torch.saveSafetensors(weights, safetensors);

function optimizer(): optim.SGD {
  const w = torch.ones([2], { requiresGrad: true });
  w.grad = torch.ones([2]);
  return new optim.SGD([w], { lr: 0.1 });
}

/** Everything that takes a signal. */
const starts: [string, (options: { signal: AbortSignal }) => Promise<unknown>][] = [
  ['backwardAsync', (options) => torch.ones([2], { requiresGrad: true }).sum().backwardAsync(options)],
  ['stepAsync', (options) => optimizer().stepAsync(options)],
  ['loadAsync', (options) => torch.loadAsync(checkpoint, options)],
  ['saveAsync', (options) => torch.saveAsync(weights, path.join(folder, 'a.pt'), options)],
  ['loadSafetensorsAsync', (options) => torch.loadSafetensorsAsync(safetensors, options)],
  [
    'saveSafetensorsAsync',
    (options) => torch.saveSafetensorsAsync(weights, path.join(folder, 'a.safetensors'), options),
  ],
];

describe.each(starts)('%s', (_name, start) => {
  test('refuses a value that is not a signal', async () => {
    for (const signal of [3, 'now', { aborted: true }, new AbortController()]) {
      const started = start({ signal: signal as never });
      await expect(started).rejects.toThrow(/'signal' should be an AbortSignal/);
      await expect(started).rejects.toMatchObject({ name: 'TypeError', code: 'ERR_TORCH_TYPE' });
    }
  });

  test('is rejected with the reason of a signal that has aborted', async () => {
    const reason = new Error('enough');
    await expect(start({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('has one listener on a signal, however often it is called', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error): void => void warnings.push(warning);
    process.on('warning', hear);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, () => start({ signal })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, 'abort').length).toBeLessThan(2);
  });
});

test('a closure that does its work later is refused before the step', () => {
  for (const closure of [async () => Promise.resolve(1), () => Promise.reject(new Error('inside'))]) {
    const sgd = optimizer();
    expect(() => sgd.step(closure)).toThrow(/step is synchronous/);
    const [w] = sgd.paramGroups[0]!.params as torch.Tensor[];
    expect(w!.tolist()).toEqual([1, 1]);
  }
});

test('autocast refuses them, too, and leaves no rejection behind', async () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', hear);
  const later = [async () => Promise.reject(new Error('a')), () => Promise.reject(new Error('b'))];
  for (const body of later) expect(() => torch.autocast('cpu', body as never)).toThrow(/torch.autocast is synchronous/);
  expect(torch.isAutocastEnabled('cpu')).toBe(false);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  expect(unhandled).toEqual([]);
});
