/**
 * Programs that Python's torch.export has made at test time run, train and are saved here, with Python's bits. Two Python
 * processes do all the work: one makes the programs, the other reads what was saved.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import { Tensor } from '../../lib/index';
import type { ExportedProgram } from '../../lib/export/exported-program';
import { Records } from '../../lib/export/archive/records';
import { program as codec } from '../../lib/export/schema/program';
import { findPython } from './python-session';

interface Reference {
  readonly args: readonly unknown[];
  readonly others: readonly (readonly unknown[])[];
  readonly outputs: readonly unknown[];
  readonly other_outputs: readonly (readonly unknown[])[];
  readonly grads: Readonly<Record<string, Tensor>>;
  readonly losses: readonly Tensor[];
  /** The inputs after all calls: a program may write to them. */
  readonly args_after: readonly unknown[];
  readonly state: Readonly<Record<string, Tensor>>;
  readonly signature: string;
  readonly text: string;
}

const NAMES = [
  ...['mlp', 'cnn', 'conv1d3d', 'lstm', 'gru', 'rnn_cells', 'attention', 'transformer', 'embedding_bag', 'norms'],
  ...[
    'trees',
    'buffers',
    'decomposed',
    'cond',
    'while_loop',
    'scan',
    'map_over',
    'modes',
    'symbols',
    'unbacked',
    'expressions',
  ],
  ...['resnet', 'timm_vit', 'timm_convnext', 'bert', 'gpt2', 'llama'],
];
/** Python adds up the gradients of the steps in another order than autograd does. */
const OTHER_ORDER = new Set(['map_over']);

const script = path.join(__dirname, 'export_corpus.py');
const python = (...args: string[]): string =>
  execFileSync(findPython(), ['-W', 'ignore', script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1' },
    maxBuffer: 64 << 20,
  });

let folder: string;
const there = (name: string): string => path.join(folder, name);
const programs = new Map<string, ExportedProgram>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-export-'));
  python(folder);
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The leaves of a result, in Python's order. */
function leaves(value: unknown): unknown[] {
  if (value instanceof Tensor || typeof value !== 'object' || value === null) return [value];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(leaves);
}

function loss(output: unknown): Tensor | null {
  const parts = leaves(output).filter(
    (leaf): leaf is Tensor => leaf instanceof Tensor && leaf.dtype.isFloatingPoint && leaf.requiresGrad,
  );
  const finite = parts.filter((leaf) => leaf.isfinite().all().item<boolean>() === true);
  return finite.map((leaf) => leaf.mul(leaf).sum()).reduce<Tensor | null>((a, b) => (a ? a.add(b) : b), null);
}

/** Equal bits, but any NaN equals any other. */
function expectSame(actual: unknown, expected: unknown, label: string): void {
  if (!(actual instanceof Tensor) || !(expected instanceof Tensor)) {
    expect([label, actual]).toEqual([label, expected]);
    return;
  }
  expect([label, actual.dtype, actual.shape]).toEqual([label, expected.dtype, expected.shape]);
  expect([label, torch.equal(actual.detach().nanToNum(7), expected.nanToNum(7))]).toEqual([label, true]);
}

function expectClose(actual: Tensor, expected: Tensor, label: string): void {
  expect([label, torch.allclose(actual.detach(), expected, { rtol: 1e-5, atol: 1e-5 })]).toEqual([label, true]);
}

describe.each(NAMES)('%s', (name) => {
  let reference: Reference;
  let model: ReturnType<ExportedProgram['module']>;
  const same = OTHER_ORDER.has(name)
    ? (a: unknown, b: unknown, label: string) => expectClose(a as Tensor, b as Tensor, label)
    : expectSame;

  beforeAll(() => {
    reference = torch.load<never>(there(`${name}.pt`)) as Reference;
    const program = torch.export.load(there(`${name}.pt2`));
    programs.set(name, program);
    model = program.module();
  });

  it('gives the output and the gradients of Python', () => {
    torch.manualSeed(1);
    const output = model.forward(...reference.args);
    leaves(output).forEach((leaf, i) => expectSame(leaf, reference.outputs[i], `output ${i}`));
    loss(output)?.backward();
    const grads = model.namedParameters().flatMap(([key, { grad }]) => (grad ? [[key, grad] as const] : []));
    expect(grads.map(([key]) => key)).toEqual(Object.keys(reference.grads));
    for (const [key, grad] of grads) same(grad, reference.grads[key], key);
    model.zeroGrad();
  });

  it('takes other sizes', () => {
    torch.manualSeed(2);
    expect(reference.others.length).toBeGreaterThan(0);
    reference.others.forEach((args, k) => {
      const output = leaves(model.forward(...args));
      output.forEach((leaf, i) => expectSame(leaf, reference.other_outputs[k]?.[i], `output ${i} of call ${k}`));
    });
  });

  it('learns the same in three steps', () => {
    torch.manualSeed(3);
    const optimizer = reference.losses.length ? new torch.optim.AdamW(model.parameters(), { lr: 1e-2 }) : null;
    for (const expected of reference.losses) {
      optimizer?.zeroGrad();
      const value = loss(model.forward(...reference.args)) as Tensor;
      value.backward();
      optimizer?.step();
      same(value, expected, 'loss');
    }
    const state = model.stateDict() as Record<string, Tensor>;
    expect(Object.keys(state)).toEqual(Object.keys(reference.state));
    for (const [key, value] of Object.entries(reference.state)) same(state[key], value, key);
    reference.args_after.forEach((after, i) =>
      leaves(after).forEach((leaf, k) => expectSame(leaves(reference.args[i])[k], leaf, 'input')),
    );
  });

  it('is written with the bytes of its JSON and printed as by Python', () => {
    const program = programs.get(name) as ExportedProgram;
    torch.export.save(program, there(`${name}.node.pt2`));
    const label = 'test';
    const [before, after] = [`${name}.pt2`, `${name}.node.pt2`].map((file) =>
      Records.open({ label, file: there(file) }).bytes('models/model.json'),
    );
    expect(codec.write(program.parts.program)).toBe(before?.toString());
    expect(after?.equals(before as Buffer)).toBe(true);
    expect(String(program.graphSignature)).toBe(reference.signature);
    expect(String(program)).toBe(reference.text);
  });
});

it('is loaded by Python with the bits that were learned', () => {
  const names = NAMES.filter((name) => !OTHER_ORDER.has(name));
  expect(python(folder, '--compare', ...names).trim()).toBe('');
  expect(readFileSync(there('mlp.node.pt2')).subarray(0, 2).toString()).toBe('PK');
}, 600_000);

it('loads off the thread what it loads on it', async () => {
  const [now, later] = [
    torch.export.load(there('gpt2.pt2'), { mmap: false }),
    await torch.export.loadAsync(there('gpt2.pt2')),
  ];
  expect(String(later)).toBe(String(now));
  for (const [key, tensor] of Object.entries(now.stateDict)) expectSame(later.stateDict[key], tensor.detach(), key);
  await torch.export.saveAsync(later, there('later.pt2'), { extraFiles: { 'notes.txt': 'ü' } });
  const extraFiles: Record<string, string> = {};
  torch.export.load(there('later.pt2'), { extraFiles });
  expect(extraFiles).toEqual({ 'notes.txt': 'ü' });
});

it('runs off the thread as on it, several calls at once', async () => {
  const model = torch.export.load(there('gru.pt2')).module();
  const { args, others } = torch.load<never>(there('gru.pt')) as Reference;
  const calls = [args, ...others, args];
  const wanted = calls.map((given) => leaves(model.forward(...given)));
  const got = await Promise.all(calls.map((given) => model.forwardAsync(...given)));
  got.forEach((output, i) =>
    leaves(output).forEach((leaf, k) => expectSame(leaf, (wanted[i]?.[k] as Tensor).detach(), `call ${i}`)),
  );
  const gradients = (output: unknown): Tensor[] => {
    model.zeroGrad();
    loss(output)?.backward();
    return model.parameters().map(({ grad }) => (grad as Tensor).clone());
  };
  const [now, later] = [gradients(model.forward(...args)), gradients(await model.forwardAsync(...args))];
  later.forEach((grad, i) => expectSame(grad, now[i], `gradient ${i}`));
});

it('names the node and the line off the thread, too', async () => {
  const symbols = torch.export.load(there('symbols.pt2')).module();
  await expect(symbols.forwardAsync(torch.ones([4, 6]), torch.tensor(9))).rejects.toThrow(
    /Runtime assertion failed[^]*at node '_assert_scalar_default_1' \(File ".*", line \d+/,
  );
  await expect(symbols.forwardAsync(torch.ones([4, 5]), torch.tensor(3))).rejects.toThrow(/Guard failed/);
});

it('shares its tensors with its modules, and maps them copy on write', () => {
  const file = there('mlp.pt2');
  const program = torch.export.load(file);
  const [first, second] = [program.module(), program.module()];
  torch.noGrad(() => first.getParameter('0.weight').fill_(2));
  expect(second.getParameter('0.weight').mean().item()).toBe(2);
  expect(program.stateDict['0.weight']?.mean().item()).toBe(2);
  expect(torch.export.load(file).stateDict['0.weight']?.mean().item()).not.toBe(2);
});

it('refuses inputs that it was not exported for, in a sentence', () => {
  const mlp = torch.export.load(there('mlp.pt2')).module();
  expect(() => mlp.forward(torch.ones([2, 5]))).toThrow(/Guard failed: .*size\(\)\[1\] == 6, got 5/);
  expect(() => mlp.forward(torch.ones([65, 6]))).toThrow(/size\(\)\[0\] <= 64, got 65/);
  expect(() => mlp.forward(torch.ones([6]))).toThrow(/Unexpected number of dimensions .*expected 2, got \[6\]/);
  expect(() => mlp.forward(3)).toThrow(/to be a tensor, but got/);
  expect(() => mlp.forward()).toThrow(/misses the argument/);
  expect(() => mlp.forward(torch.ones([2, 6]), torch.ones([2, 6]))).toThrow(/takes 1 argument/);
  expect(() => mlp.train()).toThrow('Calling train() is not supported yet.');
  expect(() => mlp.eval()).toThrow('Calling eval() is not supported yet.');
  const scan = torch.export.load(there('scan.pt2')).module();
  expect(() => scan.forward(torch.ones([2, 4]), torch.ones([4]))).toThrow(/size\(\)\[0\] >= 3, got 2/);
  const trees = torch.export.load(there('trees.pt2')).module();
  const scales = [torch.ones([3, 1]), torch.ones([2])];
  expect(() => trees.forward(torch.ones([2, 4]), { bias: torch.ones([3]), scales })).toThrow(/Guard failed: .* and 2/);
  expect(() => trees.forward(torch.ones([3, 4]), { bias: torch.ones([3]) })).toThrow(/misses scales/);
  const output = trees.forward(torch.ones([3, 4]), { scales, bias: torch.ones([3]) }) as { pair: unknown[] };
  expect(output.pair[1]).toEqual([expect.any(Tensor), 7]);
});

it('names the node and the line of Python where an operator fails', () => {
  const symbols = torch.export.load(there('symbols.pt2')).module();
  expect(() => symbols.forward(torch.ones([4, 6]), torch.tensor(9))).toThrow(
    /Runtime assertion failed for expression u0 <= 4[^]*at node '_assert_scalar_default_1' \(File ".*", line \d+/,
  );
});
