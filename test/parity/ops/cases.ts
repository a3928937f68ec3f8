/** Calls of every generated function and method, with arguments made from the schema. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import type { Overload } from '../../../lib/ops/dispatch/overload';
import type { Parameter } from '../../../lib/ops/dispatch/parameter';
import type { Entry, Plan } from '../../../scripts/ops/plan';

export interface Case {
  /** As Python has it: `torch.linalg.svd`. */
  readonly python: string;
  readonly namespace: 'torch' | 'method' | 'linalg' | 'fft' | 'special';
  readonly name: string;
  readonly args: readonly unknown[];
}

/** The tensors of a case: of one shape and dtype, with different values. */
type Variant = (count: number) => Tensor;

const float = (values: readonly number[]): Tensor => torch.tensor(values, { dtype: torch.float32 });
const spread = (i: number, count: number): number => ((i * 37 + count * 11) % 19) / 16 + 0.0625;

const VARIANTS: readonly Variant[] = [
  (n) => float(Array.from({ length: 9 }, (_, i) => spread(i, n))).view(3, 3),
  (n) => torch.tensor(Array.from({ length: 9 }, (_, i) => ((i * 5 + n) % 4) + 1)).view(3, 3),
  (n) => float(Array.from({ length: 4 }, (_, i) => spread(i, n) * 3 - 1)),
  (n) => torch.tensor(Array.from({ length: 4 }, (_, i) => (i + n) % 2 === 0)),
  (n) => float(Array.from({ length: 24 }, (_, i) => spread(i, n))).view(2, 3, 4),
];

/** By a parameter's name, where its type alone says too little. */
const TENSORS: Readonly<Record<string, (like: Tensor) => Tensor>> = {
  index: (like) => torch.zerosLike(like, { dtype: torch.int64 }),
  indices: (like) => torch.zerosLike(like, { dtype: torch.int64 }),
  mask: (like) => like.gt(0.5),
  condition: (like) => like.gt(0.5),
};

const INTS: Readonly<Record<string, number>> = {
  dim: 0,
  dim0: 0,
  dim1: 1,
  axis: 0,
  axis0: 0,
  axis1: 1,
  k: 2,
  n: 3,
  steps: 5,
};
const LISTS: Readonly<Record<string, readonly number[]>> = {
  dim: [0],
  dims: [0, 1],
  size: [3, 3],
  shape: [3, 3],
  sizes: [3, 3],
  repeats: [2, 2],
  source: [0],
  destination: [1],
};
const TEXTS: Readonly<Record<string, string>> = { reduce: 'sum', ord: 'fro', indexing: 'ij', equation: 'ij,ij->i' };

function valueFor(parameter: Parameter, variant: Variant, position: number): unknown {
  const { kind, list, name } = parameter;
  if (kind === 'Tensor') {
    const like = variant(position);
    if (list) return [like, variant(position + 1)];
    return TENSORS[name]?.(like) ?? like;
  }
  if (list) return LISTS[name] ?? new Array<number>(parameter.size || 1).fill(kind === 'float' ? 0.5 : 1);
  switch (kind) {
    case 'int':
      return INTS[name] ?? 1;
    case 'float':
      return 0.5;
    case 'bool':
      return true;
    case 'Scalar':
      return name === 'end' ? 5 : 2;
    case 'str':
      return TEXTS[name] ?? 'none';
    case 'ScalarType':
      return torch.float64;
    default:
      return undefined;
  }
}

/** The arguments without which the overload cannot be called, or null if one of them cannot be made. */
function argumentsOf(overload: Overload, variant: Variant): unknown[] | null {
  const required = overload.positional.filter((parameter) => !parameter.optional);
  const keywords = overload.parameters.some((parameter) => parameter.keyword && !parameter.optional);
  const values = required.map((parameter, i) => valueFor(parameter, variant, i));
  return keywords || values.includes(undefined) ? null : values;
}

/** Memory that nobody has written yet, what acts on the process, and what has a file. */
const SKIPPED = /^(empty|newEmpty|resize|sparseResize|fromFile|set_$|pinMemory|isPinned|recordStream|.*[vV]ulkan)/;

function casesOf(namespace: Case['namespace'], entry: Entry): Case[] {
  if (SKIPPED.test(entry.name)) return [];
  const overloads = entry.overloads.filter((overload) => overload.out.length === 0);
  return overloads.flatMap((overload) =>
    VARIANTS.flatMap((variant) => {
      const args = argumentsOf(overload, variant);
      return args === null ? [] : [{ python: entry.python, namespace, name: entry.name, args }];
    }),
  );
}

export function allCases(plan: Plan): Case[] {
  const namespaces = ['torch', 'method', 'linalg', 'fft', 'special'] as const;
  return namespaces.flatMap((namespace) => plan.entries[namespace].flatMap((entry) => casesOf(namespace, entry)));
}
