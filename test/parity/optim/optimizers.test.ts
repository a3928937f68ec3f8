import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { native } from '../../../lib/native/binding';
import { operatorOf } from '../../../lib/ops/dispatch/operator';
import { float32, float64 } from '../../../lib/tensor/dtype';
import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { handleOf, isTensor } from '../../../lib/tensor/tensor';
import { PythonSession } from '../../interop/python-session';
import { CASES, type Case } from './cases';

interface StateDict {
  readonly state: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  readonly param_groups: readonly Readonly<Record<string, unknown>>[];
}

/** What Python wrote for a case. */
interface Recording {
  readonly start: readonly Tensor[];
  readonly gradients: readonly (readonly (Tensor | null)[])[];
  readonly middle: readonly Tensor[];
  readonly middleState: StateDict;
  readonly end: readonly Tensor[];
  readonly endState: StateDict;
  readonly text: string;
}

const STEPS = 20;
let folder: string;
let python: PythonSession;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-optim-'));
  python = new PythonSession(join(__dirname, 'reference.py'));
  const list = join(folder, 'cases.json');
  writeFileSync(list, JSON.stringify(CASES));
  expect(await python.ask(`make ${folder} ${list}`)).toBe(CASES.length);
}, 300_000);

afterAll(async () => {
  await python.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => join(folder, `${name}.pt`);

type Constructor = new (params: unknown, options: object) => optim.Optimizer;

/** Options in our spelling; `{ tensor: x }` is a tensor. */
function ours(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(options).map(([name, value]) => [camelCase(name), option(value)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function option(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(option);
  const isTensorOption = typeof value === 'object' && value !== null && 'tensor' in value;
  return isTensorOption ? torch.tensor(value.tensor as number, { dtype: float32 }) : value;
}

function clone(tensor: Tensor): Tensor {
  return operatorOf('aten::clone').call1(tensor) as Tensor;
}

function build(test: Case, values: readonly Tensor[]): { params: Tensor[]; optimizer: optim.Optimizer } {
  // A recorded step cannot change leaves that require gradients in place.
  const recorded = test.options.differentiable === true;
  const params = values.map((value) => clone(value).requiresGrad_(!recorded));
  const count = test.groups?.length ?? 1;
  const groups = test.groups?.map((options, i) => ({
    params: params.filter((_, j) => j % count === i),
    ...ours(options),
  }));
  const Class = (optim as unknown as Record<string, Constructor>)[test.optimizer] as Constructor;
  return { params, optimizer: new Class(groups ?? params, ours(test.options)) };
}

function run(params: readonly Tensor[], optimizer: optim.Optimizer, rows: Recording['gradients']): void {
  for (const row of rows) {
    params.forEach((param, i) => {
      const gradient = row[i] ?? null;
      param.grad = gradient && clone(gradient);
    });
    optimizer.step();
  }
}

const bytes = (tensor: Tensor): Buffer => Buffer.from(native.toBytes(handleOf(tensor)));

/** A tensor as its dtype, shape and bits. */
function bits(value: unknown): unknown {
  if (isTensor(value)) return [value.dtype.name, value.shape, bytes(value).toString('hex')];
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)].map(([key, item]) => [key, bits(item)]);
  if (Array.isArray(value)) return value.map(bits);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bits(item)]));
}

/** A state dict to compare: the order in which parameters got their state says nothing. */
function stateBits(dict: StateDict): unknown {
  const entries = dict.state instanceof Map ? [...(dict.state as ReadonlyMap<number, unknown>)] : [];
  return { groups: bits(dict.param_groups), state: bits(entries.sort(([a], [b]) => a - b)) };
}

afterAll(() => torch.setDefaultDtype(float32));

describe.each(CASES.map((test) => [test.name, test] as const))('%s', (name, test) => {
  it('takes the same steps, from the start and from the state of the other side', () => {
    torch.setDefaultDtype(test.default_dtype === 'float64' ? float64 : float32);
    const record = torch.load<Recording>(file(name));
    const { params, optimizer } = build(test, record.start);
    run(params, optimizer, record.gradients.slice(0, STEPS));
    expect(params.map(bits)).toEqual(record.middle.map(bits));
    expect(stateBits(optimizer.stateDict())).toEqual(stateBits(record.middleState));
    torch.save(optimizer.stateDict(), join(folder, `${name}.node.pt`));

    const second = build(test, record.middle);
    second.optimizer.loadStateDict(record.middleState);
    run(second.params, second.optimizer, record.gradients.slice(STEPS));
    expect(second.params.map(bits)).toEqual(record.end.map(bits));
    expect(stateBits(second.optimizer.stateDict())).toEqual(stateBits(record.endState));
  });
});

it('has states from which Python continues', async () => {
  expect(await python.ask(`go-on ${folder} ${join(folder, 'cases.json')}`)).toEqual([]);
}, 300_000);
