/** `convert` from and into `.pt2`: the weights of a program, and a program with other weights. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { convert } from '../../../lib/cli/convert-run';
import * as torch from '../../../lib/index';

const { nn } = torch;
type T = torch.Tensor;

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-convert-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const there = (name: string): string => path.join(folder, name);

const make = (): torch.nn.Module => new nn.Sequential(new nn.Linear(4, 3), new nn.BatchNorm1d(3)).eval();
const x = torch.randn([5, 4]);
const run = (model: torch.nn.Module): T => torch.noGrad(() => model.forward(x as never)) as T;
const load = (name: string): torch.nn.Module => torch.export.load(there(name)).module();

let base: torch.nn.Module;
let tuned: torch.nn.Module;
beforeAll(() => {
  base = make();
  tuned = make();
  torch.noGrad(() => tuned.namedBuffers().forEach(([, buffer]) => buffer.add_(1)));
  torch.export.save(torch.export.export(base, [x]), there('base.pt2'));
  torch.save(tuned.stateDict(), there('tuned.pt'));
});

const flags = { program: '' };
beforeAll(() => (flags.program = there('base.pt2')));

test('weights of any kind of file go into the graph of a program, which keeps its own', async () => {
  const wanted = run(tuned);
  expect(await convert(there('tuned.pt'), there('tuned.safetensors'), {})).toBe(7);
  expect(await convert(there('tuned.pt'), there('shards'), { maxShardSize: '100B' })).toBe(7);
  expect(await convert(there('tuned.pt'), there('dcp/'), {})).toBe(7);
  for (const from of ['tuned.pt', 'tuned.safetensors', 'shards', 'dcp']) {
    const to = `from-${from.replace('.', '-')}.pt2`;
    expect(await convert(there(from), there(to), flags)).toBe(7);
    expect(run(load(to)).equal(wanted)).toBe(true);
  }
  expect(run(load('base.pt2')).equal(run(base))).toBe(true);
  expect(await convert(there('from-tuned-pt.pt2'), there('again.pt2'), flags)).toBe(7);
  expect(run(load('again.pt2')).equal(wanted)).toBe(true);
});

test('the weights of a program go into files of any kind', async () => {
  for (const [to, read] of [
    ['out.safetensors', (file: string) => torch.loadSafetensors(file)],
    ['out.pt', (file: string) => torch.load<Record<string, T>>(file)],
  ] as const) {
    expect(await convert(there('base.pt2'), there(to), {})).toBe(7);
    const state = read(there(to));
    // safetensors sorts by name.
    expect(Object.keys(state).sort()).toEqual(Object.keys(base.stateDict()).sort());
    for (const [name, tensor] of Object.entries(base.stateDict())) {
      expect((state[name] as T).equal(tensor as T)).toBe(true);
    }
  }
});

test('a program can be replaced by itself with other weights', async () => {
  await convert(there('base.pt2'), there('same.pt2'), flags);
  await convert(there('tuned.pt'), there('same.pt2'), { program: there('same.pt2'), force: true });
  expect(run(load('same.pt2')).equal(run(tuned))).toBe(true);
});

test('what does not fit is an error that names it, and nothing is written', async () => {
  const to = there('never.pt2');
  const refused = async (from: string, given: object, text: RegExp): Promise<void> => {
    await expect(convert(from, to, given)).rejects.toThrow(text);
    expect(existsSync(to)).toBe(false);
  };
  await refused(there('tuned.pt'), {}, /name the program whose graph it gets with --program model\.pt2/);
  await refused(there('tuned.pt'), { ...flags, dtype: 'float64' }, /whose graph fixes the dtypes/);
  await refused(there('tuned.pt'), { program: there('none.pt2') }, /none\.pt2/);
  await refused(there('tuned.pt'), { program: there('tuned.pt') }, /a checkpoint: use torch\.load/);
  const { '0.bias': bias, ...rest } = tuned.stateDict() as Record<string, T>;
  torch.save(rest, there('less.pt'));
  await refused(there('less.pt'), flags, /do not fit the program ".*base\.pt2".*0\.bias/s);
  torch.save({ ...rest, '0.bias': torch.ones([4]) }, there('larger.pt'));
  await refused(there('larger.pt'), flags, /size mismatch for 0\.bias/);
  torch.save({ ...rest, '0.bias': bias?.double() }, there('double.pt'));
  await refused(there('double.pt'), flags, /other dtypes than the program.*0\.bias \(float64, and not float32\)/);
  await expect(convert(there('tuned.pt'), there('never.pt'), flags)).rejects.toThrow(/--program is for a <to>/);
});

test('tells how far it is', async () => {
  const told: string[] = [];
  const progress = { update: () => told.push('update'), end: () => told.push('end') };
  const reporter = { begin: (what: string) => (told.push(what), progress) };
  await convert(there('tuned.pt'), there('told.pt2'), flags, reporter as never);
  expect([told[0], told.at(-1)]).toEqual(['writing', 'end']);
});
