import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { type Tensor, TorchError } from '../../lib/index';
import { PythonSession } from './python-session';

const { aotiLoadPackage, aotiLoadPackageAsync } = torch.export;

let folder: string;
let wanted: Record<string, Tensor> & { weights: Record<string, Tensor> };
const there = (name: string): string => join(folder, name);

// Python's compiler writes C++, and g++ takes most of the time.
const threads = torch.getNumThreads();
afterAll(() => torch.setNumThreads(threads));

beforeAll(async () => {
  torch.setNumThreads(1);
  folder = mkdtempSync(join(tmpdir(), 'ltn-aoti-'));
  const python = new PythonSession(join(__dirname, 'aoti_corpus.py'));
  await python.ask(`write ${folder}`);
  await python.close();
  wanted = torch.load(there('wanted.pt'));
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isClose = (a: unknown, b: Tensor | undefined): boolean => torch.allclose(a as Tensor, b as Tensor, 1e-5, 1e-6);

test('native code is run only if that was said', () => {
  expect(() => aotiLoadPackage(there('both.pt2'), {} as never)).toThrow('{ allowNativeCode: true }');
  expect(() => aotiLoadPackage(there('none.pt2'), { allowNativeCode: true })).toThrow('there is no such file');
  writeFileSync(there('text.pt2'), 'no zip file');
  expect(() => aotiLoadPackage(there('text.pt2'), { allowNativeCode: true })).toThrow(TorchError);
  expect(() => aotiLoadPackage(there('both.pt2'), { allowNativeCode: true })).toThrow(/mlp/);
});

test('models of a package take and return trees, on this thread and off it', async () => {
  const { x, bias, other, sequence } = wanted as Record<string, Tensor>;
  const mlp = aotiLoadPackage(there('both.pt2'), 'mlp', { allowNativeCode: true });
  const result = mlp.forward(x, { bias }) as { y: Tensor; sums: [Tensor, [Tensor]] };
  expect([isClose(result.y, wanted['y']), isClose(result.sums[1][0], wanted['mean'])]).toEqual([true, true]);
  expect(result.y.requiresGrad).toBe(false);
  const again = (await mlp.forwardAsync(other, { bias })) as { y: Tensor };
  expect(isClose(again.y, wanted['otherY'])).toBe(true);
  const lstm = await aotiLoadPackageAsync(there('both.pt2'), { modelName: 'lstm', allowNativeCode: true });
  expect(isClose(lstm.forward(sequence), wanted['lstm'])).toBe(true);
  expect(mlp.getMetadata()['AOTI_DEVICE_KEY']).toBe('cpu');
  expect(mlp.getConstantFqns()).toContain('a.weight');
});

test('a folder is read as the file is', () => {
  const unpacked = join(there('unpacked'), readdirSync(there('unpacked'))[0] as string);
  const model = aotiLoadPackage(unpacked, 'mlp', { allowNativeCode: true });
  const { y } = model.forward(wanted['x'], { bias: wanted['bias'] }) as { y: Tensor };
  expect(isClose(y, wanted['y'])).toBe(true);
});

test('wrong inputs are errors', () => {
  const model = aotiLoadPackage(there('both.pt2'), 'mlp', { allowNativeCode: true });
  const [x, bias] = [torch.ones([4, 8]), torch.ones([3])];
  for (const args of [
    [torch.ones([4, 9]), { bias }],
    [torch.ones([4]), { bias }],
    [torch.ones([100, 8]), { bias }],
    [x.double(), { bias }],
    [x, { bias: torch.ones([2]) }],
    [x.t(), { bias }],
  ]) {
    expect(() => model.forward(...args)).toThrow(TorchError);
  }
  expect(() => model.forward(x)).toThrow('misses the argument');
  expect(() => model.forward(x, { bias }, x)).toThrow('takes 2 arguments');
  expect(() => model.forward(x, { bais: bias })).toThrow('misses bias');
  expect(() => model.forward([1], { bias })).toThrow('expected a Tensor');
});

test('weights are replaced by their names', () => {
  const model = aotiLoadPackage(there('both.pt2'), 'mlp', { allowNativeCode: true });
  const { x, bias } = wanted as Record<string, Tensor>;
  const zeros = Object.fromEntries(
    model.getConstantFqns().map((name) => [name, torch.zerosLike(wanted.weights[name] as Tensor)]),
  );
  model.loadConstants(zeros);
  const { y } = model.forward(x, { bias }) as { y: Tensor };
  expect(y.shape).toEqual([4, 3]);
  expect(isClose(y, wanted['y'])).toBe(false);
  expect(() => model.loadConstants({ nope: x as Tensor })).toThrow("no weight 'nope'");
  expect(() => model.loadConstants({})).toThrow('is missing');
});
