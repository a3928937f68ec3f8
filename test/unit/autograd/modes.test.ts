import { setImmediate } from 'node:timers/promises';
import * as torch from '../../../lib/index';

/** What is warned of while `body` runs. */
async function warnings(body: () => unknown): Promise<string[]> {
  const seen: string[] = [];
  const emit = jest.spyOn(process, 'emitWarning').mockImplementation((message) => void seen.push(String(message)));
  try {
    await body();
  } finally {
    emit.mockRestore();
  }
  return seen;
}

afterEach(() => expect(torch.isGradEnabled()).toBe(true));

const modes: [string, (body: never) => unknown][] = [
  ['torch.noGrad', torch.noGrad],
  ['torch.enableGrad', torch.enableGrad],
  ['torch.setGradEnabled', (body) => torch.setGradEnabled(false, body)],
  ['torch.inferenceMode', (body) => torch.inferenceMode(body)],
  ['torch.autograd.detectAnomaly', (body) => torch.autograd.detectAnomaly(body)],
  ['torch.scope', (body) => torch.scope(body)],
];

describe.each(modes)('%s', (name, run) => {
  test('runs neither generators nor async functions', () => {
    let calls = 0;
    const later = [
      function* () {
        yield calls++;
      },
      async () => Promise.resolve(calls++),
      async function* () {
        yield Promise.resolve(calls++);
      },
    ];
    // Functions that pass a generator on look like any other.
    for (const make of [later[0], later[2]])
      expect(() => run((() => make?.()) as never)).toThrow(/returned a generator/);
    for (const body of later) {
      expect(() => run(body as never)).toThrow(TypeError);
      expect(() => run(body as never)).toThrow(`${name} is synchronous, and a`);
    }
    expect(calls).toBe(0);
    expect(() => run(3 as never)).toThrow(/expected a function|expected an object/);
  });

  test('refuses a promise, whose rejection goes nowhere else', async () => {
    const unhandled: unknown[] = [];
    const hear = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', hear);
    expect(() => run((() => Promise.reject(new Error('inside'))) as never)).toThrow('its function returned a promise');
    await setImmediate();
    await setImmediate();
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([]);
  });
});

test('guards that close in another order leave the mode that was there before, and are warned of', async () => {
  const seen = await warnings(() => {
    const outer = torch.noGrad();
    const inner = torch.noGrad();
    outer.restore();
    expect(torch.isGradEnabled()).toBe(false);
    inner.restore();
    expect(torch.isGradEnabled()).toBe(true);
    outer.restore();
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatch(/modes\.test.* is closed .*modes\.test.*before the one that was opened in it .*modes\.test/);
});

test('a guard that was held across an await is warned of', async () => {
  const seen = await warnings(async () => {
    const guard = torch.noGrad();
    await setImmediate();
    guard.restore();
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatch(/held from .*modes\.test.* to .*modes\.test.*noGradAsync/);
  expect(await warnings(() => torch.noGrad().restore())).toEqual([]);
});

test('noGradAsync follows one task through its awaits', async () => {
  const seen: [string, boolean][] = [];
  const task = async (name: string): Promise<string> => {
    for (let i = 0; i < 4; i++) {
      seen.push([name, torch.isGradEnabled()]);
      await (i % 2 ? setImmediate() : Promise.resolve());
    }
    return name;
  };
  const tasks = [
    torch.noGradAsync(() => task('off')),
    task('on'),
    torch.noGradAsync(async () => torch.enableGradAsync(() => task('inner'))),
  ];
  expect(torch.isGradEnabled()).toBe(true);
  expect(await Promise.all(tasks)).toEqual(['off', 'on', 'inner']);
  expect(seen).toHaveLength(12);
  for (const [name, enabled] of seen) expect([name, enabled]).toEqual([name, name !== 'off']);
});

test('noGradAsync ends with an error, too', async () => {
  const failure = new Error('inside');
  const failing = torch.noGradAsync(async () => {
    await setImmediate();
    throw failure;
  });
  await expect(failing).rejects.toBe(failure);
  await expect(
    torch.noGradAsync(() => {
      throw failure;
    }),
  ).rejects.toBe(failure);
  const generator = function* (): Generator<number> {
    yield 1;
  };
  await expect(torch.noGradAsync(generator)).rejects.toThrow(
    'torch.noGradAsync: expected a function that returns a promise, got a generator function',
  );
  await expect(torch.noGradAsync(() => generator())).rejects.toThrow('its function returned a generator');
  await expect(torch.noGradAsync(3 as never)).rejects.toThrow('torch.noGradAsync: expected a function');
  expect(torch.noGradAsync(() => torch.isGradEnabled())).toBeInstanceOf(Promise);
});
