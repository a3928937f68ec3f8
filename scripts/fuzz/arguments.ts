/** Arguments made from an operator's schema: mostly near what it takes, now and then far from it. */
import * as torch from '../../lib/index';
import { native } from '../../lib/native/binding';
import { type Tensor, handleOf, isTensor } from '../../lib/tensor/tensor';
import type { OverloadSchema, SchemaArgument } from '../../lib/native/contract';
import { Random } from './random';
import { type Theme, shapeFrom, tensorFrom, themeFrom } from './tensors';

const FAR = [2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53 - 1, 2n ** 63n - 1n, -(2n ** 63n), 1 << 20, -1000];
/** Those that users meet, and some that kernels forget. */
const DTYPES = [
  torch.uint8,
  torch.int64,
  torch.float16,
  torch.bool,
  torch.complex64,
  torch.bfloat16,
  torch.qint8,
  torch.quint8,
  torch.qint32,
  torch.quint4x2,
  torch.bits8,
  torch.float8_e5m2,
  torch.uint64,
  torch.complex32,
];
const TEXTS = ['none', 'mean', 'sum', 'max', 'amax', 'prod', 'ij', 'reflect', 'constant', 'linear', 'nearest', 'floor'];
const MORE_TEXTS = [
  'trunc',
  'tanh',
  'fro',
  'nuc',
  'L',
  'U',
  'left',
  'r',
  'reduced',
  'ij,jk->ik',
  'i...->...',
  '',
  'é',
  '0',
];

function int(name: string, theme: Theme, random: Random): number | bigint {
  if (random.chance(0.06)) return random.pick(FAR);
  if (/dim|axis/.test(name)) return random.below(theme.shape.length * 2 + 2) - theme.shape.length - 1;
  if (/groups|stride|dilation|block|num_layers/.test(name)) return random.pick([1, 1, 1, 2, 0, -1]);
  return random.pick([0, 1, 1, 2, 2, 3, 4, 5, 8, -1, -2]);
}

function ints({ name, size }: SchemaArgument, theme: Theme, random: Random): unknown[] {
  if (/^(size|shape|sizes|self_size|input_size)/.test(name) && random.chance(0.8)) return [...theme.shape];
  if (/^stride/.test(name) && size === 0 && random.chance(0.5)) return theme.shape.map(() => random.below(4));
  const length = size > 0 && random.chance(0.85) ? size : random.pick([0, 1, 2, 3, theme.shape.length]);
  return Array.from({ length }, () => int(name, theme, random));
}

const float = (random: Random): number => random.pick([0, 1, 1, 0.5, 0.1, 1e-5, -1, 2, NaN, Infinity, 1e300, -1e-300]);

function scalar(random: Random): unknown {
  if (random.chance(0.05)) return random.pick(FAR);
  return random.pick<unknown>([0, 1, -1, 2, 3, 0.5, -0.5, true, false, NaN, Infinity, [1, 2]]);
}

const count = (random: Random): number => random.pick([0, 1, 2, 2, 3, 3, 4]);

const many = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);

function valueOf(argument: SchemaArgument, theme: Theme, random: Random, lists: number): unknown {
  const type = argument.type.replace(/\?$/, '');
  const length = random.chance(0.85) ? lists : count(random);
  switch (type) {
    case 'Tensor':
      if (random.chance(0.02)) return [scalar(random)];
      if (argument.write && argument.keyword && random.chance(0.6)) return torch.empty([0], { dtype: theme.dtype });
      return tensorFrom(theme, random, argument.name);
    case 'Tensor[]':
      return many(length, () => tensorFrom(theme, random, argument.name));
    case 'Tensor?[]':
      return many(length, () => (random.chance(0.3) ? null : tensorFrom(theme, random, `${argument.name} index`)));
    case 'int':
    case 'SymInt':
      return int(argument.name, theme, random);
    case 'int[]':
    case 'SymInt[]':
      return ints(argument, theme, random);
    case 'float':
      return float(random);
    case 'float[]':
      return many(length, () => float(random));
    case 'bool':
      return random.chance(0.5);
    case 'bool[]':
      return many(argument.size || length, () => random.chance(0.5));
    case 'str':
      return random.pick(random.chance(0.5) ? TEXTS : MORE_TEXTS);
    case 'Scalar':
    case 'number':
      return scalar(random);
    case 'Scalar[]':
    case 'number[]':
      return many(length, () => scalar(random));
    case 'Device':
      return random.pick(['cpu', 'cpu', 'meta']);
    case 'ScalarType':
      return random.chance(0.6) ? theme.dtype.code : random.pick(DTYPES).code;
    case 'Layout':
      return random.below(7);
    case 'MemoryFormat':
      return random.below(4);
    default:
      return undefined;
  }
}

/** Whether JavaScript can give all that the operator asks for. */
export function isCallable(schema: OverloadSchema): boolean {
  const random = new Random(1);
  const theme = { shape: [1], dtype: torch.float32 };
  return schema.arguments.every(
    (argument) => argument.optional || argument.type.endsWith('?') || valueOf(argument, theme, random, 1) !== undefined,
  );
}

/** The arguments of one call, tensors still as wrappers. */
export function argumentsFrom(schema: OverloadSchema, random: Random): unknown[] {
  const theme = random.chance(0.1) ? { ...themeFrom(random), shape: shapeFrom(random) } : themeFrom(random);
  const lists = count(random);
  const made: Tensor[] = [];
  return schema.arguments.map((argument) => {
    if (argument.optional && random.chance(0.35)) return undefined;
    if (argument.type.endsWith('?') && random.chance(0.4)) return null;
    // The same tensor twice: what is written to is what is read.
    if (argument.type === 'Tensor' && made.length && random.chance(0.05)) return random.pick(made);
    const value = valueOf(argument, theme, random, lists);
    if (isTensor(value)) made.push(value);
    return value;
  });
}

function describeTensor(tensor: Tensor): string {
  const { dtype, shape, layout, device } = tensor;
  const where = device.type === 'cpu' ? '' : ` ${device.type}`;
  const zero = tensor.numel() > 0 && native.storageInfo(handleOf(tensor)).bytes === 0 ? ' without storage' : '';
  return `${String(dtype)}[${shape.join(',')}] ${String(layout)}${where}${zero}${tensor.requiresGrad ? ' grad' : ''}`;
}

/** One argument as a reader of the report sees it. What cannot be described is called all the same. */
export function describe(value: unknown): string {
  if (isTensor(value)) {
    try {
      return describeTensor(value as Tensor);
    } catch (error) {
      return `tensor (${(error as Error).message.split('\n')[0] ?? ''})`;
    }
  }
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  return typeof value === 'bigint' ? `${value}n` : typeof value === 'string' ? JSON.stringify(value) : String(value);
}
