/** Batches, limits, versions and weights of a predictor in this thread. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';
import { Predictor, type PredictorOptions, ServingError, StreamPredictor } from '../../../lib/serving/index';
import { liveTensors } from '../../support/live';

/** How many inputs each batch had. */
let sizes: number[];
beforeEach(() => (sizes = []));

function linear(weight: number): nn.Linear {
  const model = new nn.Linear(1, 1, { bias: false });
  torch.noGrad(() => model.weight.fill_(weight));
  return model;
}

function optionsOf(
  weight: number,
  more: Partial<PredictorOptions<number, number>> = {},
): PredictorOptions<number, number> {
  return {
    model: linear(weight),
    collate: (inputs) => {
      sizes.push(inputs.length);
      if (inputs.some(Number.isNaN)) throw new Error('no number');
      return torch.tensor(
        inputs.map((x) => [x]),
        { dtype: torch.float32 },
      );
    },
    split: (output: Tensor) => output.select(1, 0).tolist<number[]>(),
    ...more,
  };
}

const weightsOf = (weight: number): Record<string, Tensor> => ({
  weight: torch.full([1, 1], weight, { dtype: torch.float32 }),
});

test('answers requests that arrive together in one batch, each with its own', async () => {
  const predictor = new Predictor(optionsOf(2, { maxBatch: 4, delayMs: 20, warmUp: [0] }));
  expect(sizes).toEqual([1]);
  const answers = await Promise.all([1, 2, 3, 4, 5].map((x) => predictor.predict(x)));
  expect(answers).toEqual([2, 4, 6, 8, 10]);
  expect(sizes).toEqual([1, 4, 1]);
  const text = predictor.metrics();
  expect(text).toContain('libtorch_requests_total{version="1",outcome="ok"} 5');
  expect(text).toContain('libtorch_batch_size_count{version="1"} 2');
  expect(text).toContain('libtorch_batch_size_sum{version="1"} 5');
  expect(text).toMatch(/# TYPE libtorch_request_seconds histogram\n/);
  await predictor.close();
  await expect(predictor.predict(1)).rejects.toMatchObject({ code: 'ERR_SERVING_CLOSED', statusCode: 503 });
  expect(predictor.health().state).toBe('closed');
});

test('leaves no tensor behind', async () => {
  const predictor = new Predictor(optionsOf(2));
  await predictor.predict(1);
  const before = liveTensors();
  for (let i = 0; i < 10; i++) await predictor.predict(i);
  expect(torch.memory().tensors).toBeLessThanOrEqual(before);
  await predictor.close();
});

test('a bad input fails alone', async () => {
  const predictor = new Predictor(optionsOf(2, { delayMs: 20 }));
  const answers = await Promise.allSettled([1, NaN, 3].map((x) => predictor.predict(x)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(answers[1]).toMatchObject({ reason: { code: 'ERR_SERVING_INPUT', statusCode: 400 } });
  expect(answers[2]).toMatchObject({ value: 6 });
});

test('a flood is refused, an abort takes a request back, and a deadline ends one', async () => {
  const predictor = new Predictor(optionsOf(2, { maxWaiting: 3, delayMs: 100 }));
  const stop = new AbortController();
  const requests = [
    predictor.predict(1, { signal: stop.signal }),
    predictor.predict(2, { timeoutMs: 1 }),
    ...Array.from({ length: 20 }, () => predictor.predict(3)),
  ];
  stop.abort(new Error('gone'));
  const ends = await Promise.allSettled(requests);
  expect(ends[0]).toMatchObject({ reason: { message: 'gone' } });
  expect(ends[1]).toMatchObject({ reason: { code: 'ERR_SERVING_TIMEOUT', statusCode: 504 } });
  const later = ends.slice(2);
  expect(later.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(later.at(-1)).toMatchObject({ reason: { code: 'ERR_SERVING_BUSY', statusCode: 503 } });
  expect(sizes).toEqual([1]);
  expect(predictor.metrics()).toContain('outcome="busy"} 19');
  await expect(predictor.predict(1, { signal: stop.signal })).rejects.toThrow('gone');
});

test("the predictor's deadline holds where a request sets none of its own", async () => {
  const predictor = new Predictor(optionsOf(2, { timeoutMs: 1, delayMs: 60_000 }));
  for (const options of [{}, { timeoutMs: undefined }, { key: 'user' }]) {
    await expect(predictor.predict(1, options)).rejects.toMatchObject({ code: 'ERR_SERVING_TIMEOUT' });
  }
  const patient = predictor.predict(3, { timeoutMs: null });
  await predictor.close();
  expect(await patient).toBe(6);
});

test('replaces weights at once, and none where they do not fit', async () => {
  const predictor = new Predictor(optionsOf(2));
  await predictor.swap(weightsOf(5));
  expect(await predictor.answer(3)).toEqual({ output: 15, version: '1', swaps: 1 });
  await expect(predictor.swap({ weight: torch.ones([2, 1]) })).rejects.toMatchObject({ code: 'ERR_TORCH_STATE_DICT' });
  await expect(predictor.swap({})).rejects.toMatchObject({ code: 'ERR_TORCH_STATE_DICT' });
  expect(await predictor.answer(3)).toEqual({ output: 15, version: '1', swaps: 1 });
});

test('computes with a prepared copy, unless it is told not to', async () => {
  const answerAfterChange = async (prepare: boolean | undefined): Promise<number> => {
    const options = optionsOf(2, prepare === undefined ? {} : { prepare });
    const predictor = new Predictor(options);
    expect(await predictor.predict(3)).toBe(6);
    // Nothing a server does: weights are changed by swap. The copy notices.
    torch.noGrad(() => options.model.parameters()[0]!.fill_(5));
    return predictor.predict(3).finally(() => predictor.close());
  };
  await expect(answerAfterChange(undefined)).rejects.toThrow(/one that has changed since/);
  await expect(answerAfterChange(true)).rejects.toThrow(/one that has changed since/);
  expect(await answerAfterChange(false)).toBe(15);
});

test('serves versions by their shares, in the shadow, and after a promotion', async () => {
  const predictor = new Predictor(optionsOf(1));
  const shadowed: number[] = [];
  const { collate } = optionsOf(0);
  predictor.install('2', optionsOf(10), { share: 0.5 });
  predictor.install('3', { ...optionsOf(100), collate: (xs) => (shadowed.push(...xs), collate(xs)) }, { shadow: true });
  const keys = Array.from({ length: 200 }, (_, i) => `user ${i}`);
  const ask = (key: string): Promise<{ version: string }> => predictor.answer(1, { key });
  const first = await Promise.all(keys.map(ask));
  const second = first.filter(({ version }) => version === '2').length;
  expect(second).toBeGreaterThan(60);
  expect(second).toBeLessThan(140);
  expect((await Promise.all(keys.map(ask))).map(({ version }) => version)).toEqual(first.map(({ version }) => version));
  expect(shadowed.length).toBeGreaterThan(0);
  expect(await predictor.predict(2, { version: '3' })).toBe(200);
  expect(() => predictor.share('3', { share: 0.6 })).toThrow('come to 1.1');
  expect(predictor.health().versions).toMatchObject({ 1: { share: 0.5 }, 2: { share: 0.5 }, 3: { shadow: true } });
  predictor.promote('2');
  expect(await predictor.answer(1)).toMatchObject({ version: '2', output: 10 });
  await predictor.remove('1');
  await expect(predictor.predict(1, { version: '1' })).rejects.toMatchObject({ statusCode: 404 });
  await expect(predictor.remove('2')).rejects.toThrow('promote another');
  await predictor.close();
});

test('closing answers what waits', async () => {
  const predictor = new Predictor(optionsOf(2, { delayMs: 60_000 }));
  const answer = predictor.predict(4);
  await predictor.close();
  expect(await answer).toBe(8);
});

test('refuses options that are none, and a model that answers another number of inputs', async () => {
  expect(() => new Predictor({ ...optionsOf(1), maxBatch: 0 })).toThrow(TypeError);
  expect(() => new Predictor({ ...optionsOf(1), maxbatch: 2 } as never)).toThrow(/maxBatch/);
  expect(() => new Predictor({ collate: () => torch.ones([1]) } as never)).toThrow(TypeError);
  const odd = new Predictor(optionsOf(1, { split: () => [1, 2, 3] }));
  await expect(odd.predict(1)).rejects.toThrow('1 inputs gave 3 outputs');
  expect(new ServingError('x', 'ERR_SERVING_BUSY')).toBeInstanceOf(Error);
});

describe('streams', () => {
  const streams = (more: object = {}): StreamPredictor<number, number> =>
    // The state is the sum of what a session was given.
    new StreamPredictor<number, number>({
      collate: (inputs) => torch.tensor([...inputs], { dtype: torch.float64 }),
      begin: (sessions) => [torch.zeros([1, sessions], { dtype: torch.float64 })],
      step: (input, [sum]) => {
        const next = sum!.add(input);
        return [next.select(0, 0), [next]];
      },
      ...more,
    });

  test('keep the state of each session, in order', async () => {
    const predictor = streams();
    const before = liveTensors();
    const answers = await Promise.all([
      predictor.next('a', 1),
      predictor.next('b', 10),
      predictor.next('a', 2),
      predictor.next('a', 3),
      predictor.next('b', 20),
    ]);
    expect(answers).toEqual([1, 10, 3, 6, 30]);
    expect(predictor.sessions).toBe(2);
    predictor.forget('a');
    expect(await predictor.next('a', 5)).toBe(5);
    await predictor.close();
    expect(torch.memory().tensors).toBeLessThanOrEqual(before);
  });

  test.each<[string, object, RegExp]>([
    ['collate is async', { collate: async () => torch.ones([1]) }, /collate should return a Tensor, got a Promise/],
    [
      'begin gives a tensor',
      { begin: () => torch.zeros([1, 1]) },
      /begin should return a list of tensors, got a Tensor/,
    ],
    ['step forgets to return', { step: () => undefined }, /step should return \[output, state\], got undefined/],
    ['step is async', { step: async () => undefined }, /step should return \[output, state\], got a Promise/],
    [
      'step returns the state as a tensor',
      { step: (input: Tensor) => [input, input] },
      /step should return a list of tensors, got a Tensor/,
    ],
    ['split forgets to return', { split: () => undefined }, /1 sessions gave undefined/],
    ['split gives too many', { split: () => [1, 2] }, /1 sessions gave 2 outputs/],
    ['begin is for too few', { begin: () => [torch.zeros([1, 0])] }, /./],
  ])('%s: says so, and keeps nothing', async (_mistake, more, sentence) => {
    const predictor = streams(more);
    const before = liveTensors();
    const fails = predictor.next('a', 1);
    await expect(fails).rejects.toThrow(sentence);
    await fails.catch((error: Error) => expect((error as { code?: string }).code).toMatch(/^ERR_/));
    expect([predictor.sessions, torch.memory().tensors <= before]).toEqual([0, true]);
    await predictor.close();
  });

  test('refuse limits and requests that are none', async () => {
    for (const delayMs of [NaN, -1, Infinity, '2']) expect(() => streams({ delayMs })).toThrow(/'delayMs' should be/);
    const predictor = streams();
    await expect(predictor.next('a', 1, { timeoutMs: NaN })).rejects.toThrow(/'timeoutMs' should be a number of mill/);
    await expect(predictor.next('a', 1, { signal: {} as never })).rejects.toThrow(/'signal' should be an AbortSignal/);
    await expect(predictor.next('a', 1, { timeout: 5 } as never)).rejects.toThrow(/did you mean 'timeoutMs'/);
    expect(await predictor.next('a', 1)).toBe(1);
    await predictor.close();
  });

  test('forget what was used least recently', async () => {
    const predictor = streams({ maxSessions: 2 });
    for (const session of ['a', 'b', 'a', 'c']) await predictor.next(session, 1);
    expect(predictor.sessions).toBe(2);
    expect(await predictor.next('a', 1)).toBe(3);
    expect(await predictor.next('b', 1)).toBe(1);
  });

  test('are where they were after an error', async () => {
    const predictor = streams({
      collate: (inputs: readonly number[]) => {
        if (inputs.includes(-1)) throw new Error('negative');
        return torch.tensor([...inputs], { dtype: torch.float64 });
      },
    });
    await predictor.next('a', 1);
    const ends = await Promise.allSettled([predictor.next('a', -1), predictor.next('b', 2)]);
    expect(ends).toMatchObject([{ reason: { code: 'ERR_SERVING_INPUT' } }, { value: 2 }]);
    expect(await predictor.next('a', 1)).toBe(2);
  });
});
