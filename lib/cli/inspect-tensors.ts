/** What `inspect` says of the tensors themselves: their statistics, and how two checkpoints differ. */
import { basename } from 'node:path';

import { entriesOf } from '../arguments/plain-object';
import { isDistributed } from '../distributed/checkpoint/folder';
import { loadEverything } from '../distributed/checkpoint/load';
import { brief, stepOf } from '../serialization/brief';
import * as torch from '../serialization/index';
import { Repeats } from '../serialization/repeats';
import { isModuleTree } from '../serialization/state-dict';
import { viewAsReal } from '../ops/generated/functions';
import { scope } from '../tensor/scope';
import { bool, float64, int64 } from '../tensor/dtypes';
import { isTensor, type Tensor } from '../tensor/tensor';
import { checkpointFiles, readingAsync } from './checkpoint-files';
import { isTable } from './convert-source';
import { formatOf } from './formats';
import { layOut } from './runs-table';

/** Deeper than this no checkpoint is nested, but for one that was made to be. */
const DEEPEST = 100;

/** Statistics of one tensor; null where it has no element that counts. */
export interface TensorStats {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly mean: number | null;
  /** The standard deviation, with N - 1 in its denominator as `torch.std` has it. */
  readonly std: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly nan: number;
  readonly inf: number;
  readonly zero: number;
}

/** How one tensor of two checkpoints differs. */
export interface TensorDifference {
  readonly name: string;
  readonly kind: 'only in the first' | 'only in the second' | 'shape' | 'dtype' | 'values' | 'equal';
  readonly first: string;
  readonly second: string;
  /** The greatest distance of two elements, and their mean distance; null where they do not compare. */
  readonly greatest: number | null;
  readonly mean: number | null;
}

/** Every tensor of a file, a folder or an index by its path; what is none is left out. */
async function tensorsOf(path: string): Promise<Map<string, Tensor>> {
  const found = new Map<string, Tensor>();
  if (isDistributed(path)) collect(loadEverything(path, null), found);
  else {
    for (const file of checkpointFiles('inspect', path).files) {
      await readingAsync('inspect', file, async (name) => {
        const format = formatOf('inspect', name);
        const options = { weightsOnly: false, mapLocation: 'cpu', mmap: true } as const;
        collect(format ? await format.tensors(name) : torch.load<unknown>(name, options), found);
      });
    }
  }
  return found;
}

function collect(root: unknown, into: Map<string, Tensor>): void {
  const repeats = new Repeats();
  const visit = (path: string, value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    if (isTensor(value)) return void into.set(path, value);
    const inner = isModuleTree(value) ? torch.stateDictOf(value) : value;
    const items = Array.isArray(inner) ? [...inner.entries()] : isTable(inner) ? entriesOf(inner) : [];
    if (items.length > 0) repeats.visit(inner);
    for (const [key, item] of items) {
      const step = typeof key === 'object' ? stepOf(key) : String(key);
      visit(path === '' ? step : `${path}.${step}`, item, depth + 1);
    }
  };
  visit('', root, 0);
}

/** Elements as numbers of double precision: of a sparse or a complex tensor those that are stored, as its parts. */
function elementsOf(tensor: Tensor): Tensor {
  const plain = tensor.isQuantized ? tensor.dequantize() : tensor.detach().toDense();
  const real = plain.isComplex() ? viewAsReal(plain.resolveConj()) : plain;
  return real.to(float64).reshape([-1]);
}

const count = (mask: Tensor): number => Number(mask.to(int64).sum().item());

function statsOf(name: string, tensor: Tensor): TensorStats {
  return scope(() => {
    const all = elementsOf(tensor);
    const good = all.isfinite().to(bool);
    const finite = all.maskedSelect(good);
    const some = finite.numel() > 0;
    return {
      ...{ name, dtype: tensor.dtype.name, shape: [...tensor.shape] },
      mean: some ? Number(finite.mean().item()) : null,
      std: finite.numel() > 1 ? Number(finite.std().item()) : null,
      min: some ? Number(finite.min().item()) : null,
      max: some ? Number(finite.max().item()) : null,
      ...{ nan: count(all.isnan()), inf: count(all.isinf()), zero: count(all.eq(0)) },
    };
  });
}

const shapeOf = (tensor: Tensor | undefined): string =>
  tensor === undefined ? '' : `${tensor.dtype.name} ${brief([...tensor.shape])}`;

function differenceOf(name: string, a: Tensor | undefined, b: Tensor | undefined): TensorDifference {
  const row = { name, first: shapeOf(a), second: shapeOf(b), greatest: null, mean: null };
  if (!a || !b) return { ...row, kind: a ? 'only in the first' : 'only in the second' };
  if (a.shape.join() !== b.shape.join()) return { ...row, kind: 'shape' };
  return scope(() => {
    const [x, y] = [elementsOf(a), elementsOf(b)];
    if (x.numel() !== y.numel()) return { ...row, kind: 'dtype' as const };
    // NaN beside NaN, and one infinity beside the same, are no difference.
    const alike = x.eq(y).logicalOr(x.isnan().logicalAnd(y.isnan()));
    const differ = alike.logicalNot();
    if (count(differ) === 0) return { ...row, kind: a.dtype === b.dtype ? ('equal' as const) : ('dtype' as const) };
    const distance = x.sub(y).abs().maskedFill(alike, 0);
    const [greatest, mean] = [Number(distance.max().item()), Number(distance.mean().item())];
    return { ...row, kind: 'values' as const, greatest, mean };
  });
}

/** The statistics of every tensor at a path. */
export async function tensorStats(path: string): Promise<TensorStats[]> {
  return [...(await tensorsOf(path))].map(([name, tensor]) => statsOf(name, tensor));
}

/** The tensors of two checkpoints side by side, in the order of the first. */
export async function tensorDifferences(first: string, second: string): Promise<TensorDifference[]> {
  const [a, b] = [await tensorsOf(first), await tensorsOf(second)];
  return [...new Set([...a.keys(), ...b.keys()])].map((name) => differenceOf(name, a.get(name), b.get(name)));
}

const tableOf = (rows: readonly Record<string, string>[]): string[] => layOut(rows).map((line) => line.trimEnd());

const figure = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(4))));

/** The lines of `--stats` for people. */
export function describeStats(path: string, stats: readonly TensorStats[]): string[] {
  const rows = stats.map(({ name, dtype, shape, mean, std, min, max, nan, inf, zero }) => ({
    ...{ tensor: name, dtype, shape: brief([...shape]), mean: figure(mean), std: figure(std), min: figure(min) },
    ...{ max: figure(max), nan: String(nan), inf: String(inf), zero: String(zero) },
  }));
  const broken = stats.filter(({ nan, inf }) => nan + inf > 0).length;
  const end =
    broken > 0 ? `${broken} of ${stats.length} tensors have elements that are not finite` : 'every element is finite';
  return [
    `${basename(path)}:`,
    ...(rows.length > 0 ? tableOf(rows) : []),
    stats.length > 0 ? end : 'it holds no tensors',
  ];
}

/** The lines of `--diff` for people: what is equal is only counted. */
export function describeDifferences(rows: readonly TensorDifference[]): string[] {
  const other = rows.filter(({ kind }) => kind !== 'equal');
  const table = other.map(({ name, kind, first, second, greatest, mean }) => ({
    ...{ tensor: name, difference: kind, first, second, greatest: figure(greatest), mean: figure(mean) },
  }));
  const equal = rows.length - other.length;
  return [...(table.length > 0 ? tableOf(table) : []), `${other.length} tensors differ, ${equal} are equal`];
}
