/** Where a runtime does not call the hooks of node:async_hooks, a mode that follows awaits says so instead of being lost. */
import type * as Torch from '../../../lib/index';

afterEach(() => jest.resetModules());

/** A library that finds `createHook` as another runtime has it. */
function torchWith(createHook: (hooks: object) => object): typeof Torch {
  jest.resetModules();
  jest.doMock('node:async_hooks', () => ({ ...jest.requireActual<object>('node:async_hooks'), createHook }));
  return jest.requireActual('../../../lib/index');
}

test.each<[string, (hooks: { init(...args: never[]): void }) => object]>([
  ['Bun: no hook is called', () => ({})],
  ['Deno: none for promises', (hooks) => ({ ...hooks, init: () => undefined })],
])('%s', async (_runtime, hooksOf) => {
  const { createHook } = jest.requireActual<{ createHook(hooks: object): object }>('node:async_hooks');
  const torch = torchWith((hooks) => createHook(hooksOf(hooks as never)));
  let called = false;
  const body = async (): Promise<void> => void (called = true);
  await expect(torch.noGradAsync(body)).rejects.toMatchObject({
    code: 'ERR_TORCH_NOT_IMPLEMENTED',
    message: expect.stringContaining('Use torch.noGrad(() => …) around each synchronous part') as string,
  });
  expect([called, torch.isGradEnabled()]).toEqual([false, true]);
});
