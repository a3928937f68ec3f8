/** `torch.utils.benchmark`'s fuzzers, which draw with numpy in Python: the same seed, the same tensors. */
import * as torch from '../../../lib/index';
import { RandomState } from '../../../lib/utils/benchmark/random-state';
import { expectBitEqual, runPython } from '../../support/python';

const { FuzzedParameter, FuzzedSparseTensor, FuzzedTensor, Fuzzer, ParameterAlias } = torch.utils.benchmark;

const STATE = `
import numpy as np
output = []
for seed in input:
    s = np.random.RandomState(seed)
    output.append([
        [float(s.rand()) for _ in range(700)], [float(s.uniform(-3, 5.5)) for _ in range(5)],
        [int(s.randint(low=3, high=high)) for high in (4, 5, 1000, 2 ** 32 + 3, 2 ** 40)],
        [str(int(s.randint(low=0, high=2 ** 63, dtype=np.int64))) for _ in range(3)],
        [s.permutation(n).tolist() for n in (1, 2, 5, 40)],
        [int(s.choice(np.arange(4), p=(0.1, 0.2, 0.3, 0.4))) for _ in range(50)],
    ])
`;

test('draws the numbers of numpy', () => {
  const seeds = [0, 1, 20250101, 2 ** 32 - 1];
  const here = seeds.map((seed) => {
    const s = new RandomState(seed);
    const times = <T>(n: number, body: () => T): T[] => Array.from({ length: n }, body);
    return [
      times(700, () => s.rand()),
      times(5, () => s.uniform(-3, 5.5)),
      [4, 5, 1000, 2 ** 32 + 3, 2 ** 40].map((high) => s.randint(3, high)),
      times(3, () => String(s.upTo((1n << 63n) - 1n))),
      [1, 2, 5, 40].map((n) => s.permutation(n)),
      times(50, () => s.choice([0.1, 0.2, 0.3, 0.4])),
    ];
  });
  expect(here).toEqual(runPython(STATE, seeds));
  expect(() => new RandomState(2 ** 32)).toThrow('Seed must be between 0 and 2**32 - 1');
});

/** Python 2.13 refuses distributions that are normalized (and takes the others): the check is what is replaced. */
const FUZZER = `
from torch.utils.benchmark import Fuzzer, FuzzedParameter as P, FuzzedTensor as T, FuzzedSparseTensor as S, ParameterAlias
P._check_distribution = lambda self, distribution: distribution
fuzzer = Fuzzer(
    [
        P('dim', distribution={1: 0.3, 2: 0.4, 3: 0.3}, strict=True),
        P('k0', 4, 64, 'loguniform'), P('k1', 4, 64, 'loguniform'),
        P('k2', distribution={ParameterAlias('k0'): 0.6, ParameterAlias('k1'): 0.2, 1: 0.2}),
        [P(f's{i}', distribution={1: 0.8, 2: 0.1, 4: 0.1}) for i in range(2)],
        P('n', 2, 9, 'uniform'), P('density', 0.1, 0.4, 'uniform'), P('coalesced', distribution={True: 0.5, False: 0.5}),
        P('sparse_dim', distribution={1: 0.5, 2: 0.5}),
    ],
    [
        T('x', ('k0', 'k1', 'k2'), ('s0', 's1'), probability_contiguous=0.4, min_elements=16, max_elements=20000,
          max_allocation_bytes=200000, dim_parameter='dim'),
        [T('y', ('k0', 3), dtype=torch.int64, probability_contiguous=0.2), T('z', (), dtype=torch.complex64)],
        T('w', ('n',), tensor_constructor=lambda size, dtype, n, **_: torch.full(size, n, dtype=dtype)),
        S('s', ('k0', 'n', 4), sparse_dim='sparse_dim', density='density', coalesced='coalesced'),
        S('t', ('n', 'k1'), dtype=torch.float64),
    ],
    [lambda p: p['k0'] != p['k1']], seed=7,
)
def plain(properties):
    return {k: {a: list(map(int, b)) if a in ('order', 'steps', 'shape') else b for a, b in v.items()} for k, v in properties.items()}
output = [[{k: v if not v.is_sparse else [v._indices(), v._values(), list(v.shape)] for k, v in tensors.items()},
           {k: list(v.stride()) for k, v in tensors.items() if not v.is_sparse}, plain(properties), params]
          for tensors, properties, params in fuzzer.take(12)]
output.append(fuzzer.rejection_rate)
`;

function fuzzer() {
  const choices = (...pairs: readonly (readonly [unknown, number])[]) => ({ distribution: new Map(pairs) });
  return new Fuzzer(
    [
      new FuzzedParameter('dim', { ...choices([1, 0.3], [2, 0.4], [3, 0.3]), strict: true }),
      new FuzzedParameter('k0', 4, 64, 'loguniform'),
      new FuzzedParameter('k1', 4, 64, { distribution: 'loguniform' }),
      new FuzzedParameter('k2', choices([new ParameterAlias('k0'), 0.6], [new ParameterAlias('k1'), 0.2], [1, 0.2])),
      [0, 1].map((i) => new FuzzedParameter(`s${i}`, choices([1, 0.8], [2, 0.1], [4, 0.1]))),
      new FuzzedParameter('n', 2, 9, 'uniform'),
      new FuzzedParameter('density', 0.1, 0.4, 'uniform'),
      new FuzzedParameter('coalesced', choices([true, 0.5], [false, 0.5])),
      new FuzzedParameter('sparse_dim', choices([1, 0.5], [2, 0.5])),
    ],
    [
      new FuzzedTensor('x', ['k0', 'k1', 'k2'], ['s0', 's1'], {
        ...{ probabilityContiguous: 0.4, minElements: 16, maxElements: 20000 },
        ...{ maxAllocationBytes: 200000, dimParameter: 'dim' },
      }),
      [
        new FuzzedTensor('y', ['k0', 3], { dtype: torch.int64, probabilityContiguous: 0.2 }),
        new FuzzedTensor('z', { size: [], dtype: torch.complex64 }),
      ],
      new FuzzedTensor('w', ['n'], {
        tensorConstructor: ({ size, dtype, n }) => torch.full(size, n as number, { dtype }),
      }),
      new FuzzedSparseTensor('s', ['k0', 'n', 4], {
        ...{ sparseDim: 'sparse_dim', density: 'density', coalesced: 'coalesced' },
      }),
      new FuzzedSparseTensor('t', ['n', 'k1'], { dtype: torch.float64 }),
    ],
    [({ k0, k1 }) => k0 !== k1],
    7,
  );
}

/** The indices or the values of a tensor that need not be coalesced. */
const partOf = (name: string, tensor: torch.Tensor): torch.Tensor =>
  (torch.ops.aten[name] as unknown as (x: torch.Tensor) => torch.Tensor)(tensor);

type Draw = [
  Record<string, torch.Tensor | [torch.Tensor, torch.Tensor, number[]]>,
  Record<string, number[]>,
  Record<string, Record<string, unknown>>,
  Record<string, unknown>,
];

test('makes the tensors of Python', () => {
  const python = runPython<unknown[]>(FUZZER);
  const mine = fuzzer();
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const draws = [...mine.take(12)];
  draws.forEach(([tensors, properties, params], i) => {
    const [theirs, strides, told, drawn] = python[i] as Draw;
    expect(params).toEqual(drawn);
    for (const [name, tensor] of Object.entries(tensors)) {
      const other = theirs[name]!;
      if (Array.isArray(other)) {
        expectBitEqual(partOf('_indices', tensor), other[0], `${i} ${name}`);
        expectBitEqual(partOf('_values', tensor), other[1], `${i} ${name}`);
        expect(tensor.shape).toEqual(other[2]);
      } else {
        expectBitEqual(tensor, other, `${i} ${name}`);
        expect(tensor.stride()).toEqual(strides[name]);
      }
      const mineTold = Object.entries(properties[name]!).map(([key, value]) => [snake(key), value]);
      expect(Object.fromEntries(mineTold)).toEqual(told[name]);
    }
  });
  expect(draws.length).toBe(12);
  expect(mine.rejectionRate).toBe(python[12]);
  expect(mine.rejectionRate).toBeGreaterThan(0);
  expect([...mine.take(1)][0]?.[2]).toEqual(draws[0]?.[2]);
});
