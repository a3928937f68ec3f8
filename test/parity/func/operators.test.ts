import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import type { Tensor } from '../../../lib/index';
import { bitDifference, runPython } from '../../support/python';

interface Case {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly vmap: readonly Tensor[] | null;
  readonly grad: readonly Tensor[] | null;
  readonly jvp: readonly Tensor[] | null;
  readonly vmapgrad: readonly Tensor[] | null;
}

type Call = (...tensors: Tensor[]) => unknown;

const { func } = torch;

/** `linalg.det`, `nn.functional.relu`, a function of torch, or else a method. */
function functionNamed(name: string): ((...args: unknown[]) => unknown) | null {
  const parts = name.split('.').map((part) => camelCase(part));
  let found: unknown = torch;
  for (const part of parts) found = (found as Record<string, unknown> | undefined)?.[part];
  if (typeof found === 'function') return found as (...args: unknown[]) => unknown;
  const method = parts[0] as string;
  if (parts.length > 1 || !(method in torch.Tensor.prototype)) return null;
  return (self, ...rest) => (self as Record<string, (...args: unknown[]) => unknown>)[method]!(...rest);
}

const isFloat = (value: unknown): value is Tensor => torch.isTensor(value) && value.isFloatingPoint();

function mapLeaves(value: unknown, change: (leaf: Tensor) => unknown): unknown {
  if (isFloat(value)) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change));
  return value;
}

function outputsOf(value: unknown): Tensor[] {
  if (torch.isTensor(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(outputsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(outputsOf) : [];
}

function lossOf(value: unknown): Tensor {
  const sums = outputsOf(value)
    .filter((out) => out.isFloatingPoint())
    .map((out) => out.sum());
  return sums.reduce((sum, next) => sum.add(next));
}

/** The operator as a function of its floating-point tensors, and these. */
function callOf(each: Case): { call: Call; tensors: Tensor[] } | null {
  const named = functionNamed(each.name);
  if (!named) return null;
  const tensors: Tensor[] = [];
  const options = Object.fromEntries(Object.entries(each.options).map(([key, value]) => [camelCase(key), value]));
  const all = [...each.args, ...Object.values(options)];
  mapLeaves(all, (leaf) => tensors.push(leaf));
  const call: Call = (...given) => {
    let next = 0;
    const filled = mapLeaves(all, () => given[next++]) as unknown[];
    const rest = Object.fromEntries(Object.keys(options).map((key, i) => [key, filled[each.args.length + i]]));
    const args = filled.slice(0, each.args.length);
    return Object.keys(rest).length ? named(...args, rest) : named(...args);
  };
  return { call, tensors };
}

type Kind = 'vmap' | 'grad' | 'jvp' | 'vmapgrad';

const TRANSFORMS: Readonly<Record<Kind, (call: Call, tensors: Tensor[]) => Tensor[]>> = {
  vmap: (call, tensors) => outputsOf(func.vmap((...ts: Tensor[]) => outputsOf(call(...ts)))(...batched(tensors))),
  grad: (call, tensors) =>
    outputsOf(func.grad((...ts: Tensor[]) => lossOf(call(...ts)), { argnums: tensors.map((_, i) => i) })(...tensors)),
  jvp: (call, tensors) => {
    const tangents = tensors.map((tensor) => torch.onesLike(tensor));
    return outputsOf(func.jvp((...ts: Tensor[]) => outputsOf(call(...ts)), tensors, tangents)[1]);
  },
  vmapgrad: (call, tensors) => {
    const each = func.grad((...ts: Tensor[]) => lossOf(call(...ts)), { argnums: tensors.map((_, i) => i) });
    return outputsOf(func.vmap(each as (...ts: Tensor[]) => Tensor[])(...batched(tensors)));
  },
};

const batched = (tensors: readonly Tensor[]): Tensor[] =>
  tensors.map((tensor) => torch.stack([tensor, tensor.mul(0.5)]));

let cases: readonly Case[];
beforeAll(() => {
  cases = runPython<readonly Case[]>(readFileSync(path.join(__dirname, 'samples.py'), 'utf8'));
}, 300_000);

test('each of the operators is here, but for those of the syntax of Python and those that are private to ATen', () => {
  const missing = new Set(cases.map(({ name }) => name).filter((name) => functionNamed(name) === null));
  const inner = ['max_pool2d_with_indices_backward', 'native_dropout_backward'];
  expect([...missing].filter((name) => !/^_|^torch\.ops\./.test(name)).sort()).toEqual(inner);
  expect(missing.size).toBeLessThanOrEqual(18);
});

test.each(Object.keys(TRANSFORMS) as Kind[])("%s of at least 200 operators has Python's bits", (kind) => {
  const wrong: string[] = [];
  let equal = 0;
  for (const each of cases) {
    const expected = each[kind];
    const found = callOf(each);
    if (expected === null || found === null) continue;
    try {
      const actual = TRANSFORMS[kind](found.call, found.tensors);
      const different = actual.flatMap((tensor, i) => bitDifference(tensor, expected[i] as Tensor) ?? []);
      if (actual.length !== expected.length) different.push(`${actual.length} outputs, Python's ${expected.length}`);
      if (different.length) wrong.push(`${each.name}: ${different[0]}`);
      else equal++;
    } catch (error) {
      wrong.push(`${each.name}: ${(error as Error).message}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(equal).toBeGreaterThanOrEqual(200);
});
