/** DistributedDataParallel in a group of one: its options, errors and hooks. Several ranks are in test/parity/distributed. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const { nn, distributed } = torch;
const { DistributedDataParallel, GradBucket } = nn.parallel;
const { ddpCommHooks, Join } = distributed.algorithms;

beforeAll(() => distributed.initProcessGroup('gloo', { store: new distributed.HashStore(), rank: 0, worldSize: 1 }));
afterAll(() => distributed.destroyProcessGroup());

const model = (): torch.nn.Sequential => new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU(), new nn.Linear(4, 2));
const input = (): Tensor => torch.arange(6, { dtype: torch.float32 }).view(2, 3).div(6);
const gradients = (module: torch.nn.Module): unknown[] => module.parameters().map(({ grad }) => grad?.tolist());

/** The gradients of the same module without the wrapper. */
function expected(ddp: { readonly module: torch.nn.Module }): unknown[] {
  const plain = nn.deepCopy(ddp.module) as torch.nn.Sequential;
  plain.forward(input()).square().sum().backward();
  return gradients(plain);
}

const lossOf = (ddp: { forward(x: Tensor): Tensor }): Tensor => ddp.forward(input()).square().sum();

describe('the wrapper', () => {
  test('gives the same gradients, names everything module.… and prints as Python does', () => {
    const ddp = new DistributedDataParallel(model());
    lossOf(ddp).backward();
    expect(gradients(ddp)).toEqual(expected(ddp));
    expect(Object.keys(ddp.stateDict())).toEqual([
      'module.0.weight',
      'module.0.bias',
      'module.2.weight',
      'module.2.bias',
    ]);
    expect(String(ddp)).toMatch(/^DistributedDataParallel\(\n {2}\(module\): Sequential\(/);
    expect(ddp.processGroup.size()).toBe(1);
  });

  test('takes arguments by position, too, and hands on several inputs', () => {
    class Two extends nn.Module {
      readonly layer = new nn.Linear(3, 1);
      override forward(x: Tensor, y: Tensor): { readonly sum: Tensor } {
        return { sum: this.layer.forward(x.add(y)) };
      }
    }
    const ddp = new DistributedDataParallel(new Two(), null, null, 0, null, true, null, 5);
    const { sum } = ddp.forward(input(), input());
    expect(sum.shape).toEqual([2, 1]);
    expect(ddp.getDdpLoggingData()).toMatchObject({
      bucket_cap_bytes: 5 * 1024 * 1024,
      module_name: 'Two',
      world_size: 1,
    });
  });

  test('train, eval and noGrad go as in a plain module', () => {
    const ddp = new DistributedDataParallel(model());
    expect(ddp.eval().module.training).toBe(false);
    expect(torch.noGrad(() => ddp.forward(input())).requiresGrad).toBe(false);
    ddp.train();
    lossOf(ddp).backward();
    expect(gradients(ddp)).toEqual(expected(ddp));
  });

  test('views of buckets survive zeroGrad in both of its forms', () => {
    const ddp = new DistributedDataParallel(model(), { gradientAsBucketView: true });
    const optimizer = new torch.optim.SGD(ddp.parameters(), { lr: 0 });
    for (const setToNone of [false, true, false, false]) {
      optimizer.zeroGrad({ setToNone });
      lossOf(ddp).backward();
      optimizer.step();
      expect(gradients(ddp)).toEqual(expected(ddp));
    }
    ddp.zeroGrad({ setToNone: false });
    expect(ddp.parameters().every(({ grad }) => Number(grad?.abs().sum().item()) === 0)).toBe(true);
  });

  test('deepCopy makes another one around a copy, which reduces for itself', () => {
    const ddp = new DistributedDataParallel(model(), { bucketCapMb: 3 }).eval();
    const copy = nn.deepCopy(ddp);
    expect(copy).toBeInstanceOf(DistributedDataParallel);
    expect(copy.module).not.toBe(ddp.module);
    expect([copy.training, copy.module.training]).toEqual([false, false]);
    lossOf(copy).backward();
    expect(gradients(copy)).toEqual(expected(ddp));
    expect(ddp.parameters().every(({ grad }) => grad === null)).toBe(true);
    expect(copy.getDdpLoggingData()).toMatchObject({ bucket_cap_bytes: 3 * 1024 * 1024 });
  });

  test('a module that is collected before its backward still reduces', async () => {
    const inner = model();
    const hook = jest.fn((_state: unknown, bucket: InstanceType<typeof GradBucket>) => bucket.buffer().mul(2));
    const lose = (): [Tensor, WeakRef<object>] => {
      const ddp = new DistributedDataParallel(inner);
      ddp.registerCommHook(null, hook);
      return [lossOf(ddp), new WeakRef(ddp)];
    };
    const [loss, ddp] = lose();
    // A WeakRef holds until the end of the turn.
    await new Promise((resolve) => setTimeout(resolve, 1));
    torch.sweep({ full: true });
    expect(ddp.deref()).toBeUndefined();
    loss.backward();
    expect(hook).toHaveBeenCalledTimes(1);
    const doubled = inner.parameters().map(({ grad }) => grad?.div(2).tolist());
    expect(doubled).toEqual(expected({ module: inner }));
  });
});

describe('what Python refuses', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'no parameters to train',
      () => new DistributedDataParallel(new nn.ReLU()),
      /not needed when a module doesn't have any parameter that requires a gradient/,
    ],
    [
      'devices on the CPU',
      () => new DistributedDataParallel(model(), { deviceIds: [0] }),
      /only work with single-device\/multiple-device GPU modules or CPU modules, but got deviceIds \[0\]/,
    ],
    [
      'two devices',
      () => new DistributedDataParallel(model(), { deviceIds: [0, 1] }),
      /can only be null or contain a single element/,
    ],
    [
      'half of a pair',
      () => new DistributedDataParallel(model(), { delayAllReduceNamedParams: [] }),
      /need to be set at the same time/,
    ],
    [
      'a mesh',
      () => new DistributedDataParallel(model(), { deviceMesh: {} as unknown as null }),
      /no device meshes here/,
    ],
    [
      'mixed precision',
      () => new DistributedDataParallel(model(), { mixedPrecision: {} as unknown as null }),
      /torch\.amp\.autocast/,
    ],
    ['no module', () => new DistributedDataParallel(input() as unknown as torch.nn.Module), /should be a Module/],
    [
      'an unknown option',
      () => new DistributedDataParallel(model(), { bucketCap: 3 } as object),
      /did you mean 'bucketCapMb'/,
    ],
    ['a negative size', () => new DistributedDataParallel(model(), { bucketCapMb: -1 }), /at least 0/],
    ['a size that is none', () => new DistributedDataParallel(model(), { bucketCapMb: NaN }), /at least 0/],
    [
      'a rate of 0',
      () => new DistributedDataParallel(model()).setDdpRuntimeLoggingSampleRate(0),
      /should be equal or greater than 1/,
    ],
    ['no joinable', () => new Join([]), /requires at least one joinable/],
    [
      'what is no hook',
      () => new DistributedDataParallel(model()).registerCommHook(null, 3 as never),
      /Communication hook must be callable/,
    ],
  ])('%s', (_name, act, message) => {
    expect(act).toThrow(message);
  });

  test('a second hook', () => {
    const ddp = new DistributedDataParallel(model());
    ddp.registerBuiltinCommHook('ALLREDUCE');
    expect(() => ddp.registerCommHook(null, ddpCommHooks.defaultHooks.allreduceHook)).toThrow(
      /can only be called once/,
    );
  });

  test('a parameter without gradient, in the next forward', () => {
    class Half extends nn.Module {
      readonly used = new nn.Linear(3, 1);
      readonly unused = new nn.Linear(3, 1);
      override forward(x: Tensor): Tensor {
        return this.used.forward(x);
      }
    }
    const ddp = new DistributedDataParallel(new Half());
    lossOf(ddp).backward();
    expect(() => ddp.checkReducerFinalized()).toThrow(/Expected to have finished reduction in the prior iteration/);
    expect(() => ddp.forward(input())).toThrow(/Expected to have finished reduction in the prior iteration/);
    const found = new DistributedDataParallel(new Half(), { findUnusedParameters: true });
    for (let i = 0; i < 3; i++) lossOf(found).backward();
    expect(found.module.unused.weight.grad).toBeNull();
    found.checkReducerFinalized();
  });
});

describe('noSync', () => {
  test('lasts for a function, an async one and a guard, and ends with an error', async () => {
    const ddp = new DistributedDataParallel(model());
    expect(ddp.noSync(() => ddp.requireBackwardGradSync)).toBe(false);
    expect(ddp.requireBackwardGradSync).toBe(true);
    const later = ddp.noSync(async () => {
      await Promise.resolve();
      return ddp.requireBackwardGradSync;
    });
    expect(ddp.requireBackwardGradSync).toBe(false);
    expect(await later).toBe(false);
    expect(ddp.requireBackwardGradSync).toBe(true);
    {
      using _mode = ddp.noSync();
      expect(ddp.requireBackwardGradSync).toBe(false);
    }
    expect(() =>
      ddp.noSync(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    await expect(ddp.noSync(() => Promise.reject(new Error('later')))).rejects.toThrow('later');
    expect(ddp.requireBackwardGradSync).toBe(true);
    expect(() => ddp.noSync(3 as never)).toThrow(/expected a function/);
  });
});

describe('communication hooks', () => {
  type Hook = Parameters<torch.nn.parallel.DistributedDataParallel['registerCommHook']>[1];
  const hooked = (hook: Hook): torch.nn.parallel.DistributedDataParallel<torch.nn.Sequential> => {
    const ddp = new DistributedDataParallel(model());
    ddp.registerCommHook('state', hook);
    return ddp;
  };

  test('gets the state and a bucket of all parameters', () => {
    let seen: unknown[] = [];
    const ddp = hooked((state, bucket) => {
      const parameters = bucket.parameters();
      seen = [
        state,
        bucket.index(),
        bucket.isLast(),
        bucket.buffer().shape,
        bucket.gradients().map(({ shape }) => shape),
      ];
      expect(parameters.every((parameter) => ddp.parameters().includes(parameter))).toBe(true);
      return bucket.buffer();
    });
    lossOf(ddp).backward();
    expect(seen.slice(0, 4)).toEqual(['state', 0, true, [26]]);
    expect(seen[4]).toHaveLength(4);
    expect(gradients(ddp)).toEqual(expected(ddp));
  });

  test.each<[string, Hook]>([
    ['a work', (_state, bucket) => distributed.allReduce(bucket.buffer(), { asyncOp: true })],
    [
      'a future of a future',
      (_state, bucket) =>
        distributed
          .allReduce(bucket.buffer(), { asyncOp: true })
          .getFuture()
          .then(([first]) => distributed.allReduce(first as Tensor, { asyncOp: true }).getFuture())
          .then(([second]) => second as Tensor),
    ],
  ])('may give %s, on the thread and off it', async (_name, hook) => {
    const ddp = hooked(hook);
    lossOf(ddp).backward();
    expect(gradients(ddp)).toEqual(expected(ddp));
    ddp.zeroGrad();
    await lossOf(ddp).backwardAsync();
    expect(gradients(ddp)).toEqual(expected(ddp));
  });

  test('may give a promise in backwardAsync only', async () => {
    const hook: Hook = async (_state, bucket) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return bucket.buffer();
    };
    const ddp = hooked(hook);
    await lossOf(ddp).backwardAsync();
    expect(gradients(ddp)).toEqual(expected(ddp));
    expect(() => lossOf(hooked(hook)).backward()).toThrow(
      /cannot settle while backward\(\) blocks.*use backwardAsync\(\)/s,
    );
  });

  const wrong: readonly [string, (bucket: InstanceType<typeof GradBucket>) => unknown, RegExp][] = [
    ['nothing', () => undefined, /gives a Tensor, a Work or a Future of a Tensor, got undefined/],
    ['an array', (bucket) => [bucket.buffer()], /gives a Tensor, a Work or a Future/],
    ['a tensor of another size', () => torch.ones([3]), /as many elements as its bucket has, 26, got 3/],
  ];

  test.each(wrong)('is refused for %s', async (_name, result, message) => {
    expect(() => lossOf(hooked((_state, bucket) => result(bucket) as Tensor)).backward()).toThrow(message);
    const later = hooked(async (_state, bucket) => Promise.resolve(result(bucket) as Tensor));
    await expect(lossOf(later).backwardAsync()).rejects.toThrow(message);
  });

  test('throws its own error out of backward', async () => {
    const error = new RangeError('mine');
    const fail: Hook = () => {
      throw error;
    };
    expect(() => lossOf(hooked(fail)).backward()).toThrow(error);
    await expect(lossOf(hooked(fail)).backwardAsync()).rejects.toBe(error);
    await expect(lossOf(hooked(() => Promise.reject(error))).backwardAsync()).rejects.toBe(error);
  });

  test('cannot ask the module for what it itself blocks', async () => {
    const ddp = hooked((_state, bucket) => {
      ddp.getDdpLoggingData();
      return bucket.buffer();
    });
    expect(() => lossOf(ddp).backward()).toThrow(/while a communication hook of the same module runs/);
    const other = hooked((_state, bucket) => {
      other.getDdpLoggingData();
      return bucket.buffer();
    });
    await expect(lossOf(other).backwardAsync()).rejects.toThrow(/while a communication hook of the same module runs/);
  });

  test('a call that would wait for a backward that waits for this thread is refused', async () => {
    const hooks: Hook[] = [
      (_state, bucket) => bucket.buffer(),
      async (_state, bucket) => {
        await new Promise((resolve) => setImmediate(resolve));
        return bucket.buffer();
      },
      (_state, bucket) => distributed.allReduce(bucket.buffer(), { asyncOp: true }),
    ];
    for (const hook of [...hooks, ...hooks]) {
      const ddp = new DistributedDataParallel(model(), { bucketCapMb: 0.00001 });
      ddp.registerCommHook(null, hook);
      for (let i = 0; i < 2; i++) {
        const done = lossOf(ddp).backwardAsync();
        const ask = setInterval(() => {
          try {
            ddp.getDdpLoggingData();
          } catch (error) {
            expect(String(error)).toMatch(/await that first/);
          }
        }, 0);
        expect(() => ddp.forward(input())).toThrow(/may run in backwardAsync\(\): await that first/);
        await done;
        clearInterval(ask);
      }
      ddp.zeroGrad();
      await lossOf(ddp).backwardAsync();
      expect(gradients(ddp)).toEqual(expected(ddp));
    }
  });

  test.each(['ALLREDUCE', 'FP16_COMPRESS', 'BF16_COMPRESS', 'NOOP'] as const)('by name: %s', (name) => {
    const ddp = new DistributedDataParallel(model());
    ddpCommHooks.registerDdpCommHook(name, ddp);
    lossOf(ddp).backward();
    const flat = (values: unknown[]): number[] => values.flat(3) as number[];
    const wanted = flat(expected(ddp));
    flat(gradients(ddp)).forEach((value, i) => expect(value).toBeCloseTo(wanted[i] as number, 1));
  });
});

describe('off the thread', () => {
  test('forwardAsync and backwardAsync give the same, and lets the module answer with a promise', async () => {
    const ddp = new DistributedDataParallel(model());
    await (await ddp.forwardAsync(input())).square().sum().backwardAsync();
    expect(gradients(ddp)).toEqual(expected(ddp));
    class Slow extends nn.Module {
      readonly layer = new nn.Linear(3, 1);
      override async forward(x: Tensor): Promise<Tensor> {
        await Promise.resolve();
        return this.layer.forward(x);
      }
    }
    const slow = new DistributedDataParallel(new Slow());
    expect((await slow.forwardAsync(input())).shape).toEqual([2, 1]);
    expect(() => slow.forward(input())).toThrow(/Use forwardAsync\(\)/);
  });

  test('keeps the grad mode of the call', async () => {
    const ddp = new DistributedDataParallel(model());
    const promise = torch.noGrad(() => [ddp.forwardAsync(input())])[0] as Promise<Tensor>;
    expect((await promise).requiresGrad).toBe(false);
    expect((await ddp.forwardAsync(input())).requiresGrad).toBe(true);
  });
});

describe('SyncBatchNorm', () => {
  test('takes the place of batch normalization with its parameters and statistics', () => {
    const net = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Sequential(new nn.BatchNorm1d(4)));
    const former = [...net][1] as torch.nn.BatchNorm1d;
    former.eval();
    const same = nn.SyncBatchNorm.convertSyncBatchnorm(net);
    expect(same).toBe(net);
    const layer = [...net][1] as torch.nn.SyncBatchNorm;
    expect(layer).toBeInstanceOf(nn.SyncBatchNorm);
    for (const name of ['weight', 'bias', 'runningMean', 'numBatchesTracked'] as const)
      expect(layer[name]).toBe(former[name]);
    expect(layer.training).toBe(false);
    expect([...([...net][2] as torch.nn.Sequential)][0]).toBeInstanceOf(nn.SyncBatchNorm);
    expect(nn.SyncBatchNorm.convertSyncBatchnorm(new nn.BatchNorm2d(3))).toBeInstanceOf(nn.SyncBatchNorm);
    expect(Object.keys(net.stateDict())).toContain('1.num_batches_tracked');
  });

  test('refuses an input without channels', () => {
    expect(() => new nn.SyncBatchNorm(0).forward(torch.ones([2, 0]))).toThrow(/channels should be non-zero/);
    expect(() => nn.SyncBatchNorm.convertSyncBatchnorm(3 as never)).toThrow(/should be a Module/);
  });
});
