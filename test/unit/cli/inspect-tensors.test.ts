/** What `inspect --stats` and `--diff` say: the figures are those of Python's torch for the same tensors. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { inspect } from '../../../lib/cli/inspect-run';
import { tensorDifferences, tensorStats } from '../../../lib/cli/inspect-tensors';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'inspect-'))));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function save(name: string, value: unknown): string {
  const file = path.join(folder, name);
  torch.save(value as never, file);
  return file;
}

test('statistics of every tensor, whatever else the file holds', async () => {
  const file = save('a.pt', {
    epoch: 3,
    model: {
      weight: torch.tensor(
        [
          [1, 2],
          [3, 6],
        ],
        { dtype: torch.float32 },
      ),
      bias: torch.tensor([NaN, Infinity, 0, -2]),
    },
    list: [torch.tensor([5])],
    empty: torch.zeros([0, 3]),
    mask: torch.tensor([true, false, false]),
    complex: torch.complex(torch.tensor([3]).to(torch.float32), torch.tensor([4]).to(torch.float32)),
    half: torch.full([2], 0.5, { dtype: torch.bfloat16 }),
    name: 'x',
  });
  const none = { nan: 0, inf: 0, zero: 0 };
  expect(await tensorStats(file)).toEqual([
    {
      ...none,
      name: 'model.weight',
      dtype: 'float32',
      shape: [2, 2],
      mean: 3,
      std: expect.closeTo(2.160247, 6),
      min: 1,
      max: 6,
    },
    {
      name: 'model.bias',
      dtype: 'float32',
      shape: [4],
      mean: -1,
      std: expect.closeTo(Math.SQRT2, 6),
      min: -2,
      max: 0,
      nan: 1,
      inf: 1,
      zero: 1,
    },
    { ...none, name: 'list.0', dtype: 'int64', shape: [1], mean: 5, std: null, min: 5, max: 5 },
    { ...none, name: 'empty', dtype: 'float32', shape: [0, 3], mean: null, std: null, min: null, max: null },
    {
      ...none,
      name: 'mask',
      dtype: 'bool',
      shape: [3],
      mean: expect.closeTo(1 / 3, 6),
      std: expect.closeTo(0.57735, 5),
      min: 0,
      max: 1,
      zero: 2,
    },
    {
      ...none,
      name: 'complex',
      dtype: 'complex64',
      shape: [1],
      mean: 3.5,
      std: expect.closeTo(0.707107, 6),
      min: 3,
      max: 4,
    },
    { ...none, name: 'half', dtype: 'bfloat16', shape: [2], mean: 0.5, std: 0, min: 0.5, max: 0.5 },
  ]);
});

test('two checkpoints side by side', async () => {
  const a = save('a.pt', {
    same: torch.tensor([1, NaN, Infinity]),
    moved: torch.tensor([1, 2, 3]).to(torch.float32),
    cast: torch.ones([2]),
    shape: torch.ones([2]),
    gone: torch.ones([1]),
  });
  const b = path.join(folder, 'b.safetensors');
  torch.saveSafetensors(
    {
      same: torch.tensor([1, NaN, Infinity]),
      moved: torch.tensor([1, 2.5, 3]),
      cast: torch.ones([2], { dtype: torch.float64 }),
      shape: torch.ones([2, 1]),
      added: torch.ones([1]),
    },
    b,
  );
  const rows = await tensorDifferences(a, b);
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['same', 'equal'],
    ['moved', 'values'],
    ['cast', 'dtype'],
    ['shape', 'shape'],
    ['gone', 'only in the first'],
    ['added', 'only in the second'],
  ]);
  expect(rows[1]).toMatchObject({ greatest: 0.5, mean: expect.closeTo(0.5 / 3, 9) });
  expect(rows[2]).toMatchObject({ first: 'float32 [2]', second: 'float64 [2]' });
});

test('lines for people, and JSON for programs', async () => {
  const file = save('a.pt', { 'w\x1b': torch.tensor([1, NaN]) });
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  await inspect(file, { stats: true });
  expect(lines.join('\n')).toBe(
    'a.pt:\n' +
      'tensor  dtype    shape  mean  std  min  max  nan  inf  zero\n' +
      'w\\x1b   float32  [2]    1          1    1    1    0    0\n' +
      '1 of 1 tensors have elements that are not finite',
  );
  lines.length = 0;
  await inspect(file, { diff: file });
  expect(lines.join('\n')).toBe('0 tensors differ, 1 are equal');
  lines.length = 0;
  await inspect(file, { diff: file, json: true });
  expect(JSON.parse(lines.join('\n'))).toMatchObject([{ name: 'w\x1b', kind: 'equal' }]);
  await expect(inspect(file, { diff: path.join(folder, 'none') })).rejects.toThrow('there is no such file');
});
