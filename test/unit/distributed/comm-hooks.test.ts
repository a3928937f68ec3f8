/** Communication hooks by themselves; what they do to gradients is compared with Python's in test/parity/distributed/ddp.test.ts. */
import * as torch from '../../../lib/index';
import { runPython } from '../../support/python';
import { RandomState } from '../../../lib/distributed/algorithms/ddp-comm-hooks/random-state';

const { ddpCommHooks } = torch.distributed.algorithms;
const { PowerSGDState } = ddpCommHooks.powerSGDHook;

test("seeds are those of NumPy's RandomState", () => {
  const draw = (seed: number, end: number, count: number): number[] => {
    const random = new RandomState(seed);
    return Array.from({ length: count }, () => random.randint(end));
  };
  // numpy.random.RandomState(seed).randint(10**9)
  expect(draw(0, 1_000_000_000, 6)).toEqual([209652396, 398764591, 924231285, 404868288, 441365315, 463622907]);
  expect(draw(5, 1_000_000_000, 3)).toEqual([953453411, 236996814, 518541295]);
  expect(draw(0, 1, 2)).toEqual([0, 0]);
  const later = draw(1, 2 ** 32, 2000);
  expect(new Set(later).size).toBeGreaterThan(1990);
  expect(Math.max(...later)).toBeGreaterThan(2 ** 31);
});

test('PowerSGD says what it cannot do', () => {
  expect(() => new PowerSGDState(null, { startPowerSGDIter: 1 })).toThrow(/Expect `startPowerSGDIter` > 1/);
  expect(new PowerSGDState(null, { startPowerSGDIter: 0, useErrorFeedback: false, warmStart: false }).iter).toBe(0);
  expect(() => new PowerSGDState(null, { matrixApproximationRank: 0 })).toThrow(TypeError);
  expect(() => new PowerSGDState(null, { rank: 1 } as never)).toThrow(/rank/);
  expect(() => new PowerSGDState('gloo' as never)).toThrow(TypeError);
  expect(new PowerSGDState(null, 2).matrixApproximationRank).toBe(2);
  expect(new PowerSGDState(null).compressionStats()).toEqual([0, 0, 0]);
});

test('each name of a hook registers one, and it trains', async () => {
  const store = new torch.distributed.HashStore();
  await torch.distributed.initProcessGroup('gloo', { store, rank: 0, worldSize: 1 });
  try {
    for (const name of Object.values(ddpCommHooks.DDPCommHookType)) {
      torch.manualSeed(1);
      const ddp = new torch.nn.parallel.DistributedDataParallel(new torch.nn.Linear(20, 20));
      ddpCommHooks.registerDdpCommHook(name, ddp);
      torch.scope(() =>
        ddp
          .forward(torch.ones([2, 20]))
          .square()
          .mean()
          .backward(),
      );
      expect(ddp.parameters().every(({ grad }) => grad !== null && grad.isfinite().all().item())).toBe(true);
    }
    const [scale] = [1e3];
    const close = (
      hook: Parameters<InstanceType<typeof torch.nn.parallel.DistributedDataParallel>['registerCommHook']>[1],
      state: unknown,
    ): number => {
      torch.manualSeed(1);
      const model = new torch.nn.Linear(20, 20);
      const plain = new torch.nn.Linear(20, 20);
      plain.loadStateDict(model.stateDict());
      const ddp = new torch.nn.parallel.DistributedDataParallel(model);
      ddp.registerCommHook(state, hook as never);
      const x = torch.arange(40).reshape([2, 20]).sin();
      for (let step = 0; step < 4; step++) {
        ddp.zeroGrad();
        torch.scope(() =>
          ddp
            .forward(x)
            .square()
            .mean()
            .mul(scale ?? 1)
            .backward(),
        );
      }
      plain
        .forward(x)
        .square()
        .mean()
        .mul(scale ?? 1)
        .backward();
      const [a, b] = [model.weight.grad, plain.weight.grad];
      return a && b ? Number(a.sub(b).norm().div(b.norm()).item()) : NaN;
    };
    // Two rows of inputs make a gradient of rank two, which two columns give back.
    const { powerSGDHook, batchedPowerSGDHook } = ddpCommHooks.powerSGDHook;
    const state = new PowerSGDState(null, { matrixApproximationRank: 2, startPowerSGDIter: 2, minCompressionRate: 1 });
    expect(close(powerSGDHook as never, state)).toBeLessThan(1e-4);
    const [rate, before, after] = state.compressionStats();
    expect([rate, before, after]).toEqual([840 / 200, 840, 200]);
    expect(close(batchedPowerSGDHook as never, new PowerSGDState(null, 21, { startPowerSGDIter: 2 }))).toBeLessThan(
      1e-4,
    );
    const { quantizationPertensorHook, quantizationPerchannelHook } = ddpCommHooks.quantizationHooks;
    const whole = close(quantizationPertensorHook as never, null);
    expect(whole).toBeLessThan(0.05);
    const small = (group: null, bucket: never): unknown =>
      quantizationPerchannelHook(group, bucket, { bucketSize: 16 });
    expect(close(small as never, null)).toBeLessThan(whole);
    const { PostLocalSGDState, postLocalSGDHook } = ddpCommHooks.postLocalSGDHook;
    expect(close(postLocalSGDHook as never, new PostLocalSGDState(null, null, 1, false))).toBe(0);
    expect(() => close(postLocalSGDHook as never, new PostLocalSGDState(null, null, 1))).toThrow(
      /give PostLocalSGDState a subgroup/,
    );
  } finally {
    await torch.distributed.destroyProcessGroup();
  }
});

describe('the state of PowerSGD, saved and loaded', () => {
  beforeAll(async () => {
    const store = new torch.distributed.HashStore();
    await torch.distributed.initProcessGroup('gloo', { store, rank: 0, worldSize: 1 });
  });
  afterAll(() => torch.distributed.destroyProcessGroup());

  test.each([
    ['warm', { warmStart: true }],
    ['cold, which draws matrices in each step', { warmStart: false, randomSeed: 3 }],
  ])('steps are those of a run that went on: %s', (_, options) => {
    torch.manualSeed(2);
    const model = new torch.nn.Linear(20, 20);
    const ddp = new torch.nn.parallel.DistributedDataParallel(model);
    const state = new PowerSGDState(null, { startPowerSGDIter: 2, minCompressionRate: 1, ...options });
    ddp.registerCommHook(state, ddpCommHooks.powerSGDHook.powerSGDHook);
    const train = (steps: number): number[] => {
      for (let step = 0; step < steps; step++) {
        ddp.zeroGrad();
        torch.scope(() =>
          ddp
            .forward(torch.arange(60).reshape([3, 20]).sin())
            .square()
            .mean()
            .backward(),
        );
        torch.noGrad(() => model.parameters().forEach((p) => p.sub_(p.grad as torch.Tensor)));
      }
      return model.weight.detach().reshape([-1]).tolist() as number[];
    };
    train(4);
    const saved = torch.saveToBuffer({ model: model.stateDict(), hook: state.stateDict() });
    const after = train(3);
    const stats = state.compressionStats();
    const loaded = torch.load<{ model: object; hook: object }>(saved);
    model.loadStateDict(loaded.model as never);
    state.loadStateDict(loaded.hook);
    expect(state.iter).toBe(4);
    expect(train(3)).toEqual(after);
    expect(state.compressionStats()).toEqual(stats);
  });

  test('Python goes on with it, and the other way', () => {
    const state = new PowerSGDState(null, { matrixApproximationRank: 3, randomSeed: 7, startPowerSGDIter: 5 });
    state.random.randint(1000);
    state.errorDict.set(0, torch.arange(3).div(7));
    state.iter = 11;
    const [drawn, facts, error, pickled] = runPython<[number[], unknown[], torch.Tensor, Uint8Array]>(
      `
import io, numpy as np
import torch.distributed as dist
from torch.distributed.algorithms.ddp_comm_hooks.powerSGD_hook import PowerSGDState
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
given = torch.load(io.BytesIO(input), weights_only=True)
rng = np.random.RandomState()
rng.set_state(given["rng"])
state = PowerSGDState(None)
state.__setstate__({**given, "rng": rng})
drawn = [int(state.rng.randint(10**9)) for _ in range(3)]
file = io.BytesIO()
torch.save(state, file)
output = [drawn, [state.iter, state.matrix_approximation_rank, sorted(given) == sorted(state.__getstate__())], state.error_dict[0], file.getvalue()]
dist.destroy_process_group()`,
      torch.saveToBuffer(state.stateDict()),
    );
    expect(facts).toEqual([11, 3, true]);
    expect(error.equal(torch.arange(3).div(7))).toBe(true);
    const other = new PowerSGDState(null);
    other.loadStateDict(torch.load<object>(Buffer.from(pickled), { weightsOnly: false }));
    expect([other.iter, other.matrixApproximationRank, other.errorDict.get(0)?.equal(error)]).toEqual([11, 3, true]);
    const draw = (from: typeof state): number => from.random.randint(1_000_000_000);
    expect([draw(state), draw(state), draw(state)]).toEqual(drawn);
    // Python has drawn three numbers before it saved.
    expect(draw(other)).toBe(draw(state));
  });

  test('what is no such state is refused, and changes nothing', () => {
    const state = new PowerSGDState(null, 2);
    const dict = state.stateDict();
    for (const [wrong, message] of [
      [{ ...dict, iter: -1 }, /'iter' should be an integer of at least 0/],
      [{ ...dict, use_error_feedback: 1 }, /'use_error_feedback' should be a boolean/],
      [{ ...dict, error_dict: { a: 1 } }, /'error_dict' should be a dict of tensors/],
      [{ ...dict, rng: null }, /NumPy's MT19937/],
      [{ ...dict, rng: { bit_generator: 'MT19937', state: { key: [1], pos: 0 } } }, /624 words/],
      [{ ...dict, matrix_approximation_rank: 0 }, /'matrix_approximation_rank' should be/],
    ] as const) {
      expect(() => state.loadStateDict(wrong)).toThrow(message);
    }
    expect(() => state.loadStateDict(1 as never)).toThrow(TypeError);
    expect(state.stateDict()).toEqual(dict);
  });
});
