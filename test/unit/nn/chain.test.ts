/** Runs of layers computed as one: values and gradients beside the ordinary path, and everything that takes that path. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as torch from '../../../lib';
import { type Tensor, nn, optim } from '../../../lib';

const { mlp } = torch.backends;
beforeEach(() => {
  torch.manualSeed(0);
  mlp.fused = true;
});
afterAll(() => {
  mlp.fused = process.env['LIBTORCH_NODE_FUSED_MLP'] !== '0';
});

/** The same with and without the fused path. */
function both<T>(compute: () => T): [fused: T, plain: T] {
  const results = [true, false].map((fused) => {
    torch.manualSeed(1);
    mlp.fused = fused;
    return compute();
  });
  mlp.fused = true;
  return results as [T, T];
}

/** The bound of the recurrent layers: 1e-5 of the largest value, against float64; twice that between two float32. */
function expectClose(found: readonly Tensor[], expected: readonly Tensor[]): void {
  expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  found.forEach((tensor, i) => {
    const other = expected[i] as Tensor;
    const largest = Math.max(other.abs().max().item() as number, 1e-30);
    expect((tensor.sub(other).abs().max().item() as number) / largest).toBeLessThan(2e-5);
  });
}

function seeded<T>(body: () => T): T {
  torch.manualSeed(2);
  return body();
}

const isFused = (output: Tensor): boolean => String(output).includes('ChainBackward');

/** The output, the loss's gradients of the parameters and of the input. */
function gradients(model: nn.Module, x: Tensor): Tensor[] {
  const output = model.forward(x as never) as Tensor;
  const given = x.requiresGrad ? [x] : [];
  const wanted = [...given, ...model.parameters().filter((p) => p.requiresGrad)];
  const loss = output.mul(torch.arange(output.numel()).reshape(output.shape).add(1).cos()).sum();
  return [output, ...torch.autograd.grad([loss], wanted)];
}

const { Linear } = nn;
const MODELS: Readonly<Record<string, () => nn.Sequential>> = {
  'Linear, ReLU, Linear': () => new nn.Sequential(new Linear(64, 128), new nn.ReLU(), new Linear(128, 10)),
  'two activations in a row': () => new nn.Sequential(new Linear(5, 7), new nn.ReLU(), new nn.Tanh(), new Linear(7, 3)),
  'an activation at the end': () =>
    new nn.Sequential(new Linear(33, 17), new nn.Tanh(), new Linear(17, 1), new nn.Sigmoid()),
  'SiLU and GELU': () =>
    new nn.Sequential(
      new Linear(9, 40),
      new nn.SiLU(),
      new Linear(40, 31),
      new nn.GELU(),
      new nn.Sigmoid(),
      new Linear(31, 6),
    ),
  'GELU by tanh at the end': () => new nn.Sequential(new Linear(9, 16), new nn.GELU({ approximate: 'tanh' })),
  LayerNorm: () =>
    new nn.Sequential(
      new Linear(12, 20),
      new nn.LayerNorm(20),
      new nn.ReLU(),
      new Linear(20, 18),
      new nn.LayerNorm(18),
    ),
  'LayerNorm without weights': () =>
    new nn.Sequential(
      new Linear(12, 20, { bias: false }),
      new nn.LayerNorm(20, { elementwiseAffine: false }),
      new nn.GELU(),
    ),
  Dropout: () =>
    new nn.Sequential(
      new Linear(12, 20),
      new nn.ReLU(),
      new nn.Dropout(0.3),
      new Linear(20, 20),
      new nn.Dropout(0.5),
      new nn.SiLU(),
    ),
  'no biases': () =>
    new nn.Sequential(new Linear(4, 4, { bias: false }), new nn.Sigmoid(), new Linear(4, 2, { bias: false })),
  'wide and odd': () =>
    new nn.Sequential(new Linear(65, 129), new nn.ReLU(), new Linear(129, 47), new nn.ReLU(), new Linear(47, 2)),
};

describe.each(Object.entries(MODELS))('%s', (_name, make) => {
  test.each([[[1]], [[3]], [[32]], [[50]], [[2, 3]], [[]]])('with rows %j', (rows) => {
    const model = make();
    const columns = (model.at(0) as nn.Linear).inFeatures;
    for (const requiresGrad of [false, true]) {
      const x = torch.randn([...rows, columns]).requiresGrad_(requiresGrad);
      const [fused, plain] = both(() => gradients(model, x));
      expect(isFused(fused[0] as Tensor)).toBe(true);
      expect(isFused(plain[0] as Tensor)).toBe(false);
      expectClose(fused, plain);
    }
    const x = torch.randn([...rows, columns]);
    expectClose(...both(() => torch.noGrad(() => [model.forward(x)])));
  });

  test('beside float64', () => {
    const model = make().eval();
    const exact = make().eval();
    exact.loadStateDict(model.stateDict());
    exact.double();
    const x = torch.randn([16, (model.at(0) as nn.Linear).inFeatures], { requiresGrad: true });
    const wide = x.detach().double().requiresGrad_();
    const found = gradients(model, x);
    const expected = gradients(exact, wide);
    found.forEach((tensor, i) => {
      const other = expected[i] as Tensor;
      const error = tensor.double().sub(other).abs().max().div(other.abs().max().clamp(1e-30)).item() as number;
      expect(error).toBeLessThan(1e-5);
    });
  });
});

/** So large that libtorch computes the products, on all threads. */
describe('large networks', () => {
  const threads = torch.getNumThreads();
  afterEach(() => torch.setNumThreads(threads));
  const LARGE: Readonly<Record<string, () => nn.Sequential>> = {
    'ReLU and Dropout': () =>
      new nn.Sequential(
        new Linear(200, 300),
        new nn.ReLU(),
        new nn.Dropout(0.3),
        new Linear(300, 150),
        new nn.Dropout(0.2),
      ),
    'GELU and Dropout': () =>
      new nn.Sequential(
        new nn.LayerNorm(200),
        new Linear(200, 300),
        new nn.GELU(),
        new nn.Dropout(0.3),
        new Linear(300, 150),
      ),
    'all activations, norms': () =>
      new nn.Sequential(
        ...[new Linear(200, 210), new nn.Tanh(), new nn.LayerNorm(210), new Linear(210, 220), new nn.SiLU()],
        ...[new nn.Dropout(0.5), new nn.Sigmoid(), new Linear(220, 230, { bias: false }), new nn.ReLU()],
      ),
    'two masks in a row': () =>
      new nn.Sequential(
        new Linear(200, 300),
        new nn.ReLU(),
        new nn.Dropout(0.3),
        new nn.Dropout(0.4),
        new Linear(300, 100),
      ),
  };
  test.each(Object.entries(LARGE))('%s', (_name, make) => {
    const model = make();
    const x = torch.randn([70, 200]);
    for (const count of [1, 2]) {
      torch.setNumThreads(count);
      for (const requiresGrad of [false, true]) {
        const [fused, plain] = both(() => gradients(model, x.requiresGrad_(requiresGrad)));
        expect(isFused(fused[0] as Tensor)).toBe(true);
        expectClose(fused, plain);
      }
      expectClose(...both(() => torch.noGrad(() => [model.forward(x)])));
    }
  });

  test('second derivatives through ReLU and Dropout', () => {
    const model = new nn.Sequential(
      new Linear(200, 150),
      new nn.ReLU(),
      new nn.Dropout(0.3),
      new Linear(150, 150),
      new nn.Tanh(),
    );
    const x = torch.randn([70, 200], { requiresGrad: true });
    expectClose(
      ...both(() => {
        const [dx] = torch.autograd.grad([model.forward(x).sum()], [x], { createGraph: true }) as [Tensor];
        return [dx, ...torch.autograd.grad([dx.square().sum()], [x, model.parameters()[0] as Tensor])];
      }),
    );
  });

  test('a weight that changes before backward is an error', () => {
    const model = new nn.Sequential(new Linear(200, 300), new nn.ReLU(), new Linear(300, 150));
    const loss = model.forward(torch.randn([70, 200])).sum();
    torch.noGrad(() => void (model.at(2) as nn.Linear).weight.add_(1));
    expect(() => loss.backward()).toThrow('modified by an inplace operation');
  });

  test('cross entropy of many scores is one node, whatever made them', () => {
    const scores = torch.randn([64, 5000], { requiresGrad: true });
    const y = torch.randint(0, 5000, [64]);
    for (const options of [{}, { reduction: 'sum' }, { reduction: 'none' }, { ignoreIndex: 7 }] as object[]) {
      const [fused, plain] = both(() => {
        const loss = new nn.CrossEntropyLoss(options).forward(scores, y);
        expect(String(loss).includes('CrossEntropyBackward')).toBe(mlp.fused);
        return [
          loss,
          ...torch.autograd.grad([loss.mul(2).sum()], [scores]),
          ...torch.autograd.grad([new nn.CrossEntropyLoss(options).forward(scores, y).sum()], [scores]),
        ];
      });
      expectClose(fused, plain);
    }
    const loss = new nn.CrossEntropyLoss().forward(scores, y);
    loss.backward({ retainGraph: true });
    const first = scores.grad?.clone() as Tensor;
    loss.backward();
    expectClose([scores.grad as Tensor], [first.mul(2)]);
  });
});

const small = (): nn.Sequential => new nn.Sequential(new Linear(6, 8), new nn.ReLU(), new Linear(8, 3));
const input = (): Tensor => torch.randn([5, 6]);

test('a training ends where the ordinary one does', () => {
  const [fused, plain] = both(() => {
    const model = new nn.Sequential(new Linear(20, 32), new nn.Tanh(), new Linear(32, 4));
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
    const [x, y] = [torch.randn([40, 20]), torch.randint(0, 4, [40])];
    let loss = torch.zeros([]);
    for (let i = 0; i < 30; i++) {
      optimizer.zeroGrad();
      loss = new nn.CrossEntropyLoss().forward(model.forward(x), y);
      loss.backward();
      optimizer.step();
    }
    return loss.item() as number;
  });
  expect(Math.abs(fused - plain)).toBeLessThan(1e-3 * plain);
});

describe('takes the ordinary path', () => {
  const expectPlain = (model: nn.Module, x: Tensor = input()): void => {
    expect(isFused(model.forward(x as never) as Tensor)).toBe(false);
  };

  test('with hooks, and calls them', () => {
    for (const register of [
      'registerForwardHook',
      'registerForwardPreHook',
      'registerFullBackwardHook',
      'registerFullBackwardPreHook',
    ] as const) {
      const model = small();
      expect(isFused(model.forward(input()))).toBe(true);
      let called = 0;
      const handle = model.at(1)[register](() => void called++);
      const output = model.forward(input());
      output.sum().backward();
      expect([isFused(output), called]).toEqual([false, 1]);
      handle.remove();
      expect(isFused(model.forward(input()))).toBe(true);
    }
  });

  test('for modules with a forward of their own, subclasses, and what is replaced later', () => {
    class Doubled extends Linear {
      override forward(x: Tensor): Tensor {
        return super.forward(x).mul(2);
      }
    }
    const model = small();
    const x = input();
    const before = model.forward(x);
    model.set(2, new Doubled(8, 3));
    (model.at(2) as Doubled).loadStateDict({ weight: torch.ones([3, 8]), bias: torch.zeros([3]) });
    expect(
      model.forward(x).equal(
        torch
          .relu((model.at(0) as nn.Linear).forward(x))
          .sum(1, true)
          .mul(2)
          .expand([5, 3]),
      ),
    ).toBe(false);
    expect(
      model.forward(x).allclose(
        torch
          .relu((model.at(0) as nn.Linear).forward(x))
          .sum(1, true)
          .mul(2)
          .expand([5, 3]),
      ),
    ).toBe(true);
    const own = small();
    own.forward(x);
    Object.assign(own.at(0), { forward: (given: Tensor) => given.mul(0).sum(1, true).expand([5, 8]) });
    expect(own.forward(x).allclose((own.at(2) as nn.Linear).bias as Tensor)).toBe(true);
    model.pop();
    model.append(new nn.Identity());
    expect(model.forward(x).shape).toEqual([5, 8]);
    expect(before.shape).toEqual([5, 3]);
  });

  test.each([
    [1, { eps: 0.5 }],
    [2, { approximate: 'tanh' }],
  ] as const)('for module %i with %j after the first call', (index, change) => {
    const model = new nn.Sequential(new Linear(4, 8), new nn.LayerNorm(8), new nn.GELU(), new nn.Dropout(0.5));
    model.append(new Linear(8, 3));
    const x = torch.randn([5, 4]);
    const before = seeded(() => model.forward(x));
    Object.assign(model.at(index), change);
    const after = seeded(() => model.forward(x));
    mlp.fused = false;
    expectClose([after], [seeded(() => model.forward(x))]);
    expect(before.allclose(after, 1e-6, 1e-6)).toBe(false);
  });

  test('for a class that iterates in another way', () => {
    class Backwards extends nn.Sequential {
      override [Symbol.iterator](): IterableIterator<nn.Module> {
        return [...super[Symbol.iterator]()].reverse().values();
      }
    }
    const model = new Backwards(new Linear(8, 3), new nn.ReLU(), new Linear(4, 8));
    expect(model.forward(torch.randn([5, 4])).shape).toEqual([5, 3]);
  });

  test('for modules that are added, replaced and removed between calls', () => {
    const model = new nn.Sequential(new Linear(4, 8), new nn.ReLU());
    const x = torch.randn([5, 4]);
    expect(model.forward(x).shape).toEqual([5, 8]);
    model.append(new Linear(8, 2));
    expect(model.forward(x).shape).toEqual([5, 2]);
    model.insert(0, new Linear(4, 4));
    model.delete(3);
    expect(model.forward(x).shape).toEqual([5, 8]);
    const copy = nn.deepCopy(model);
    copy.append(new Linear(8, 1));
    expect(copy.forward(x).shape).toEqual([5, 1]);
    expect(model.forward(x).shape).toEqual([5, 8]);
  });

  test('for other dtypes, mixed ones, empty batches and what does not fit', () => {
    expect(small().double().forward(input().double()).dtype).toBe(torch.float64);
    expect(() => small().forward(input().double())).toThrow(/dtype/);
    expect(small().forward(torch.zeros([0, 6])).shape).toEqual([0, 3]);
    const [fused, plain] = both(() => {
      try {
        small().forward(torch.zeros([2, 7]));
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(fused).toBe(plain);
    expect(fused).toContain('shapes cannot be multiplied');
  });

  test('under autocast, hooks on saved tensors, and transforms', () => {
    const model = small();
    expect(torch.autocast('cpu', () => model.forward(input())).dtype).toBe(torch.bfloat16);
    const x = torch.randn([4, 5, 6]);
    const mapped = torch.func.vmap((row: Tensor) => model.forward(row))(x) as Tensor;
    expect(mapped.allclose(model.forward(x), { atol: 1e-6 })).toBe(true);
    const [ours, theirs] = both(() =>
      torch.func.jvp((given: Tensor) => model.forward(given), [input()], [torch.ones([5, 6])]),
    );
    expect((ours[1] as Tensor).allclose(theirs[1] as Tensor, { atol: 1e-6 })).toBe(true);
  });

  test('under hooks on saved tensors and anomaly detection, which see single layers', () => {
    const model = small();
    let packed = 0;
    const output = torch.autograd.graph.savedTensorsHooks(
      (tensor) => (packed++, tensor.detach()),
      (tensor) => tensor,
      () => model.forward(input()),
    );
    expect([isFused(output), packed]).toEqual([false, 4]); // both inputs, ReLU's output, the weight that leads on
    expect(isFused(torch.autograd.detectAnomaly(() => model.forward(input())))).toBe(false);
    expect(isFused(model.forward(input()))).toBe(true);
  });

  test('when it is traced, and with a parametrization', () => {
    const model = small();
    const traced = torch.jit.trace(model, [input()]);
    const x = input();
    const [, plain] = both(() => model.forward(x));
    expect((traced.forward(x) as Tensor).equal(plain)).toBe(true);
    nn.utils.parametrizations.weightNorm(model.at(0));
    expectPlain(model, x);
    expect(model.forward(x).allclose(plain, { atol: 1e-6 })).toBe(true);
  });

  test('for inputs with gaps', () => {
    const x = torch.randn([6, 5]).t();
    expectPlain(small(), x);
  });

  test('when it is switched off', () => {
    mlp.fused = false;
    expectPlain(small());
    expect(() => {
      mlp.fused = 1 as unknown as boolean;
    }).toThrow('torch.backends.mlp.fused must be true or false');
  });
});

test('NaN and infinity are carried through', () => {
  for (const bad of [NaN, Infinity, -Infinity]) {
    const model = small();
    const x = input();
    x.select(0, 1).select(0, 2).fill_(bad);
    const [fused, plain] = both(() => model.forward(x));
    expect(fused.isfinite().equal(plain.isfinite())).toBe(true);
    expect(fused.isnan().equal(plain.isnan())).toBe(true);
  }
});

test('frozen and shared parameters', () => {
  const model = small();
  (model.at(0) as nn.Linear).weight.requiresGrad_(false);
  (model.at(2) as nn.Linear).bias?.requiresGrad_(false);
  expectClose(...both(() => gradients(model, input().requiresGrad_())));
  const square = new Linear(6, 6);
  const twice = new nn.Sequential(square, new nn.Tanh(), square, new nn.Sigmoid());
  const [fused, plain] = both(() => gradients(twice, input()));
  expect(isFused(fused[0] as Tensor)).toBe(true);
  expectClose(fused, plain);
  for (const parameter of model.parameters()) parameter.requiresGrad_(false);
  expect(model.forward(input()).requiresGrad).toBe(false);
});

test('a weight that changes before backward is an error, as in PyTorch', () => {
  const model = small();
  const loss = model.forward(input()).sum();
  torch.noGrad(() => void (model.at(2) as nn.Linear).weight.add_(1));
  expect(() => loss.backward()).toThrow('modified by an inplace operation');
  const other = small();
  const fine = other.forward(input()).sum();
  torch.noGrad(() => void (other.at(0) as nn.Linear).weight.add_(1)); // nothing needs it
  fine.backward();
});

test('backward twice needs retainGraph', () => {
  const model = small();
  const loss = model.forward(input()).sum();
  loss.backward({ retainGraph: true });
  const first = (model.at(0) as nn.Linear).weight.grad?.clone() as Tensor;
  loss.backward();
  expectClose([(model.at(0) as nn.Linear).weight.grad as Tensor], [first.mul(2)]);
  expect(() => loss.backward()).toThrow('second time');
});

test('second derivatives', () => {
  const model = new nn.Sequential(
    new Linear(6, 8),
    new nn.Tanh(),
    new nn.LayerNorm(8),
    new Linear(8, 3),
    new nn.GELU(),
  );
  const x = input().requiresGrad_();
  expectClose(
    ...both(() => {
      const [dx] = torch.autograd.grad([model.forward(x).sum()], [x], { createGraph: true }) as [Tensor];
      return [dx, ...torch.autograd.grad([dx.square().sum()], [x, ...model.parameters().slice(0, 4)])];
    }),
  );
});

test('functionalCall', () => {
  const model = small();
  const parameters = Object.fromEntries(
    model.namedParameters().map(([name, value]) => [name, value.detach().mul(2).requiresGrad_()]),
  );
  const x = input();
  const [fused, plain] = both(() => {
    const output = torch.func.functionalCall(model, parameters, [x]) as Tensor;
    return [output, ...torch.autograd.grad([output.sum()], Object.values(parameters))];
  });
  expectClose(fused, plain);
});

describe('CrossEntropyLoss', () => {
  const labels = torch.tensor([2, 0, 1, 1, 2]);
  test.each([
    [{}],
    [{ reduction: 'sum' }],
    [{ reduction: 'none' }],
    [{ ignoreIndex: 1 }],
    [{ labelSmoothing: 0.1 }],
    [{ weight: torch.tensor([1.5, 2, 3]) }],
  ] as const)('with %j', (options) => {
    const model = small();
    const x = input();
    const loss = new nn.CrossEntropyLoss(options as object);
    const [fused, plain] = both(() => {
      const value = loss.forward(model.forward(x), labels);
      const own = String(value).includes('CrossEntropyBackward');
      expect(own).toBe(mlp.fused && !('labelSmoothing' in options) && !('weight' in options));
      return [value, ...torch.autograd.grad([value.mul(torch.ones(value.shape).mul(3)).sum()], model.parameters())];
    });
    expectClose(fused, plain);
  });

  test('of many classes, infinite scores and NaN', () => {
    const model = new nn.Sequential(new Linear(6, 1000), new nn.Tanh());
    const x = input();
    const y = torch.tensor([999, 0, 5, 500, 7]);
    expectClose(
      ...both(() => {
        const value = new nn.CrossEntropyLoss().forward(model.forward(x), y);
        return [value, ...torch.autograd.grad([value], model.parameters())];
      }),
    );
    for (const bad of [NaN, Infinity, -Infinity]) {
      const [fused, plain] = both(() => {
        const net = small();
        torch.noGrad(() => void net.at(2).getParameter('bias').select(0, 1).fill_(bad));
        const value = new nn.CrossEntropyLoss({ reduction: 'none' }).forward(net.forward(x), labels);
        return value.toArray() as number[];
      });
      expect(fused.map((v) => (Number.isFinite(v) ? 0 : v))).toEqual(plain.map((v) => (Number.isFinite(v) ? 0 : v)));
    }
  });

  test('a wrong label is the same error; changed labels are one', () => {
    const model = small();
    const x = input();
    const [fused, plain] = both(() => {
      try {
        return new nn.CrossEntropyLoss().forward(model.forward(x), torch.tensor([0, 1, 3, 0, 0])).item();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(fused).toBe(plain);
    expect(fused).toMatch(/3/);
    const y = torch.tensor([0, 1, 2, 0, 0]);
    const loss = new nn.CrossEntropyLoss().forward(model.forward(x), y);
    y.add_(0);
    expect(() => loss.backward()).toThrow('modified by an inplace operation');
  });

  test('second derivatives', () => {
    const model = new nn.Sequential(new Linear(6, 8), new nn.Tanh(), new Linear(8, 3));
    const x = input().requiresGrad_();
    expectClose(
      ...both(() => {
        const loss = new nn.CrossEntropyLoss().forward(model.forward(x), labels);
        const [dx] = torch.autograd.grad([loss], [x], { createGraph: true }) as [Tensor];
        return [dx, ...torch.autograd.grad([dx.square().sum()], [x])];
      }),
    );
  });
});

describe('instruction sets, each in a process of its own', () => {
  const root = path.join(__dirname, '../../..');
  test.each([
    ['default', ['portable']],
    ['avx2', ['avx2', 'portable']],
    ['', ['avx512', 'avx2', 'portable']],
  ])(
    'capability %p',
    (capability, allowed) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'test/support/chain-paths.ts')],
        { env: { ...process.env, LIBTORCH_NODE_CPU_CAPABILITY: capability }, encoding: 'utf8' },
      );
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      const { kernels, error } = JSON.parse(stdout) as { kernels: string; error: number };
      expect(allowed).toContain(kernels);
      expect(error).toBeGreaterThan(0); // it was another path
      expect(error).toBeLessThan(2e-5);
    },
    300_000,
  );
});
