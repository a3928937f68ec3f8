/** The kinds of tensor that a fuzz run gives to operators: right ones, and those that kernels forget about. */
import * as torch from '../../lib/index';
import type { DType, Tensor } from '../../lib/index';
import type { Random } from './random';

const { aten } = torch.ops;

/** What the tensors of one call have in common: most kernels refuse tensors that do not fit before they go wrong. */
export interface Theme {
  readonly shape: readonly number[];
  readonly dtype: DType;
}

const FLOATS = [torch.float32, torch.float32, torch.float32, torch.float64, torch.bfloat16, torch.float16];
const INTS = [torch.int64, torch.int64, torch.int32, torch.int8, torch.uint8, torch.int16];
const OTHERS = [torch.bool, torch.complex64, torch.complex128];

export const dtypeFrom = (random: Random): DType =>
  random.pick(random.chance(0.6) ? FLOATS : random.chance(0.7) ? INTS : OTHERS);

export function shapeFrom(random: Random): number[] {
  const rank = random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5]);
  return Array.from({ length: rank }, () => random.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 8]));
}

export const themeFrom = (random: Random): Theme => ({
  shape: shapeFrom(random).map((extent) => (extent === 0 && random.chance(0.7) ? 2 : extent)),
  dtype: dtypeFrom(random),
});

/** A shape that fits the theme's, or nearly, or not at all. */
function shapeNear({ shape }: Theme, random: Random): number[] {
  const near = [...shape];
  switch (random.below(10)) {
    case 0:
      return shapeFrom(random);
    case 1:
      return near.slice(0, -1);
    case 2:
      return near.slice(1);
    case 3:
      return near.reverse();
    case 4:
      if (near.length) near[random.below(near.length)] = random.pick([0, 1, 2, 7]);
      return near;
    case 5:
      return near.length > 1 ? [near[random.pick([0, 1])] as number] : near;
    default:
      return near;
  }
}

const INDEX_NAMES = /ind(ex|ices)|target|offset|pivot|label|bucket|lengths|batch_sizes|perm|rows?$|cols?$|_to_/;
const EXTREMES = [-(2n ** 63n), 2n ** 63n - 1n, -1n, 1n << 40n, -(1n << 31n), 1000003n, 7n, 5n];

/** Whole numbers: small ones that are right as indices, and often one that is right nowhere. */
function indices(shape: readonly number[], random: Random): Tensor {
  const tensor = torch.randint(0, random.pick([1, 2, 3, 6]), shape as number[], { dtype: torch.int64 });
  if (tensor.numel() > 0 && random.chance(0.4)) {
    tensor.view(-1).select(0, random.below(tensor.numel())).fill_(random.pick(EXTREMES));
  }
  return random.chance(0.2) ? tensor.to(torch.int32) : tensor;
}

function dense(theme: Theme, random: Random, name: string): Tensor {
  const shape = shapeNear(theme, random);
  if (INDEX_NAMES.test(name) ? random.chance(0.8) : random.chance(0.05)) return indices(shape, random);
  const dtype = random.chance(0.8) ? theme.dtype : dtypeFrom(random);
  if (dtype.isFloatingPoint || dtype.isComplex) {
    const tensor = torch.randn(shape, { dtype: dtype.isComplex ? dtype : torch.float32 }).to(dtype);
    if (random.chance(0.05)) tensor.fill_(random.pick([NaN, Infinity, -Infinity, 0, 1e30]));
    return tensor;
  }
  if (dtype === torch.bool) return torch.rand(shape).gt(0.5);
  const tensor = torch.randint(0, 100, shape).to(dtype);
  if (dtype !== torch.uint8 && random.chance(0.15)) tensor.fill_(random.chance(0.5) ? -1 : smallest(dtype));
  return tensor;
}

const smallest = (dtype: DType): bigint => -(1n << BigInt(dtype.itemsize * 8 - 1));

function layoutOf(tensor: Tensor, random: Random): Tensor {
  switch (random.below(8)) {
    case 0:
      return tensor.dim() > 1 ? tensor.transpose(0, 1) : tensor;
    case 1:
      return tensor.dim() > 0 ? tensor.unsqueeze(0).expand([3, ...tensor.shape]) : tensor;
    case 2:
      return tensor.dim() > 0 && tensor.shape[0] ? tensor.narrow(0, 0, 1) : tensor;
    case 3:
      return tensor.dim() === 4 ? tensor.contiguous({ memoryFormat: torch.channelsLast }) : tensor;
    default:
      return tensor;
  }
}

/** Indices are written after the constructor has looked at them. */
function spoilt(part: Tensor, random: Random): void {
  if (part.numel() === 0) return;
  part.view(-1).select(0, random.below(part.numel())).fill_(random.pick(EXTREMES));
}

function coo(theme: Theme, random: Random): Tensor {
  const tensor = torch
    .randn(theme.shape as number[])
    .to(theme.dtype)
    .toSparse();
  if (random.chance(0.5)) spoilt(aten['_indices']?.(tensor) as Tensor, random);
  return random.chance(0.3) ? (aten['_coalesced_']?.(tensor, random.chance(0.5)) as Tensor) : tensor;
}

const COMPRESSED = ['to_sparse_csr', 'to_sparse_csc', 'to_sparse_bsr', 'to_sparse_bsc'] as const;

function compressed(theme: Theme, random: Random): Tensor {
  const shape = theme.shape.length >= 2 ? theme.shape.map((n) => Math.max(n, 2) & ~1) : [4, 2];
  const form = random.pick(COMPRESSED);
  const source = torch.randn(shape as number[]).to(theme.dtype);
  const tensor = aten[form]?.(source, ...(form.includes('_bs') ? [[2, 1]] : [])) as Tensor;
  const parts = /_(csr|bsr)$/.test(form) ? ['crow_indices', 'col_indices'] : ['ccol_indices', 'row_indices'];
  if (random.chance(0.5)) spoilt(aten[random.pick(parts)]?.(tensor) as Tensor, random);
  return tensor;
}

function quantized(theme: Theme, random: Random): Tensor {
  const source = torch.randn(shapeNear(theme, random));
  const dtype = random.pick([torch.quint8, torch.qint8, torch.qint32]);
  if (source.dim() === 0 || random.chance(0.6)) return torch.quantizePerTensor(source, 0.1, 3, dtype);
  const axis = random.below(source.dim());
  const channels = source.shape[axis] as number;
  return torch.quantizePerChannel(
    source,
    torch.rand([channels]),
    torch.zeros([channels], { dtype: torch.int64 }),
    axis,
    dtype,
  );
}

const nested = (random: Random): Tensor =>
  aten['_nested_tensor_from_tensor_list']?.([torch.randn([2, 3]), torch.randn([random.pick([0, 1, 4]), 3])]) as Tensor;

type Make = (theme: Theme, random: Random) => Tensor;

/** Each with how often it is taken, of 100; the rest are dense. */
const KINDS: Readonly<Record<string, readonly [number, Make]>> = {
  zero: [3, (theme) => aten['_efficientzerotensor']?.([...theme.shape], { dtype: theme.dtype }) as Tensor],
  coo: [4, coo],
  compressed: [4, compressed],
  quantized: [4, quantized],
  meta: [3, (theme) => torch.empty([...theme.shape], { dtype: theme.dtype, device: 'meta' })],
  empty: [
    4,
    (theme, random) => torch.empty([random.pick([0, 0, 1]), 0].slice(random.below(2)), { dtype: theme.dtype }),
  ],
  onednn: [1, (theme) => torch.randn([...theme.shape]).toMkldnn()],
  nested: [1, (_, random) => nested(random)],
  conjugate: [1, (theme) => torch.randn([...theme.shape], { dtype: torch.complex64 }).conj()],
  negative: [1, (theme) => torch.randn([...theme.shape], { dtype: torch.complex64 }).conj().imag],
  gradient: [3, (theme) => torch.randn([...theme.shape], { requiresGrad: true })],
};

/** A tensor for the argument `name`; kinds that the theme does not allow become dense ones. */
export function tensorFrom(theme: Theme, random: Random, name: string): Tensor {
  let left = random.below(100);
  for (const [share, make] of Object.values(KINDS)) {
    left -= share;
    if (left >= 0) continue;
    try {
      return make(theme, random);
    } catch {
      break;
    }
  }
  return layoutOf(dense(theme, random, name), random);
}
