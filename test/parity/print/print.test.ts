import { inspect } from 'node:util';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { runPython } from '../../support/python';
import { Random } from '../../support/random';

/** Prints each tensor after setting its options. */
const PRINT = `
output = []
for case in input:
    torch.set_printoptions(profile="default")
    torch.set_printoptions(**case["options"])
    output.append(repr(eval(case["make"], {"torch": torch, "x": case["x"]})))
`;

interface Case {
  readonly x: Tensor | null;
  /** Printing options with Python's names. */
  readonly options: Readonly<Record<string, number | boolean>>;
  /** A Python expression of x, and the same here. */
  readonly make: string;
  readonly here: (x: Tensor) => Tensor;
}

const random = new Random(20);

const FLOATS = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.float8_e5m2, torch.float8_e4m3fn];
const OTHERS = [torch.int64, torch.int32, torch.uint8, torch.int8, torch.bool, torch.complex64, torch.complex128];
const SPECIAL = [NaN, Infinity, -Infinity, -0, 0, 1e-45, 5e-324, 0.5, 0.03125, 1.03125, 2.5, 1e8, 1e-4, 123456.789];

/** Numbers of a character: whole, small, spread over magnitudes, special. */
function numbers(count: number): number[] {
  const scale = random.pick([1, 10, 1e4, 1e-3, 1e9, 1e-6]);
  const kind = random.int(0, 4);
  return random.list(count, () => {
    const value = (random.next() - 0.5) * scale;
    if (kind === 0) return Math.round(value * 100);
    if (kind === 1) return value * 10 ** random.int(-6, 6);
    if (kind === 2 && random.next() < 0.3) return random.pick(SPECIAL);
    return kind === 3 ? Math.round(value * 32) / 32 : value;
  });
}

function shape(): number[] {
  const kind = random.int(0, 9);
  if (kind === 0) return [];
  if (kind === 1) return [random.int(0, 2), random.int(0, 3)];
  if (kind === 2) return [random.int(900, 1200)];
  if (kind === 3) return [random.int(2, 40), random.int(20, 60)];
  return random.list(random.int(1, 4), () => random.int(1, 5));
}

function options(): Case['options'] {
  if (random.next() < 0.6) return {};
  return {
    precision: random.int(0, 8),
    linewidth: random.pick([30, 60, 80, 120]),
    threshold: random.pick([0, 5, 1000]),
    edgeitems: random.int(0, 4),
    ...(random.next() < 0.3 ? { sci_mode: random.next() < 0.5 } : {}),
  };
}

function tensorOf(dtype: torch.DType, extents: number[]): Tensor {
  const count = extents.reduce((a, b) => a * b, 1);
  if (dtype.isComplex) {
    const parts = torch.tensor(numbers(2 * count), { dtype: torch.float64 }).view([...extents, 2]);
    return torch.viewAsComplex(parts).to(dtype);
  }
  return torch.tensor(numbers(count), { dtype: torch.float64 }).view(extents).to(dtype);
}

function randomCase(i: number): Case {
  const dtype = i % 2 ? random.pick(FLOATS) : random.pick(OTHERS);
  const x = tensorOf(dtype, shape());
  const differentiable = (dtype === torch.float32 || dtype === torch.complex64) && random.next() < 0.4;
  if (differentiable) x.requiresGrad_();
  const result = differentiable && random.next() < 0.5;
  return { x, options: options(), make: result ? 'x * 2' : 'x', here: (y) => (result ? y.mul(2) : y) };
}

const plain = (make: string, here: (x: Tensor) => Tensor, x: Tensor | null = null): Case => ({
  x,
  options: {},
  make,
  here,
});

const NAMED: readonly Case[] = [
  plain(
    'x.to_sparse()',
    (x) => x.toSparse(),
    torch.tensor([
      [0, 1.5],
      [0, 0],
    ]),
  ),
  plain('x.to_sparse().to(torch.float64)', (x) => x.toSparse().to(torch.float64), torch.eye(3)),
  plain('torch.zeros(2, 3).to_sparse()', () => torch.zeros(2, 3).toSparse()),
  plain('x.to_sparse_csr()', (x) => x.toSparseCsr(), torch.eye(3)),
  plain('x.to_sparse_csc()', (x) => x.toSparseCsc(), torch.eye(3)),
  plain('x.to_sparse_bsr((1, 1))', (x) => x.toSparseBsr([1, 1]), torch.eye(2)),
  plain(
    'torch.quantize_per_tensor(x, 0.1, 10, torch.quint8)',
    (x) => torch.quantizePerTensor(x, 0.1, 10, torch.quint8),
    torch.tensor([0.5, 1.25]),
  ),
  plain(
    'torch.quantize_per_tensor(x, 1e-5, 0, torch.qint8)',
    (x) => torch.quantizePerTensor(x, 1e-5, 0, torch.qint8),
    torch.tensor([0.5, 1.25]),
  ),
  plain('torch.empty(2, 3, device="meta")', () => torch.empty(2, 3, { device: 'meta' })),
  plain('torch.empty(0)', () => torch.empty(0)),
  plain('torch.empty(0, dtype=torch.int64)', () => torch.empty(0, { dtype: torch.int64 })),
  plain('torch.empty(0, 3)', () => torch.empty(0, 3)),
  plain('torch.tensor([1 + 2j]).conj()', () => torch.tensor([new torch.Complex(1, 2)]).conj()),
  plain('torch.full((2,), 2**62)', () => torch.full([2], 2n ** 62n)),
  plain('torch.full((2,), 1e22).requires_grad_()', () => torch.full([2], 1e22, { requiresGrad: true })),
  plain('torch.ones(3, 4).t()[1:, ::2]', () => torch.ones(3, 4).t().index('1:', '::2')),
];

test('several hundred tensors print as Python prints them', () => {
  const cases = [...random.list(400, randomCase), ...NAMED];
  const wanted = runPython<string[]>(
    PRINT,
    cases.map(({ x, options, make }) => ({ x, options, make })),
  );
  const differences = cases.flatMap((it, i) => {
    torch.setPrintoptions({ profile: 'default' });
    const { sci_mode: sciMode, ...rest } = it.options as Record<string, never>;
    torch.setPrintoptions({ ...rest, ...(sciMode === undefined ? {} : { sciMode }) });
    const got = String(it.here(it.x as Tensor));
    return got === wanted[i] ? [] : [`${JSON.stringify(it.options)} ${it.make}\n${wanted[i]}\n-- but --\n${got}`];
  });
  torch.setPrintoptions({ profile: 'default' });
  expect(differences.slice(0, 3).join('\n\n')).toBe('');
  expect(differences).toHaveLength(0);
});

test('util.inspect shows the same text', () => {
  expect(inspect(torch.ones(2))).toBe('tensor([1., 1.])');
  expect(inspect({ x: torch.arange(2) })).toBe('{ x: tensor([0, 1]) }');
});
