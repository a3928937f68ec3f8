/** Files that Python wrote, read here, and the other way round. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import { datasets, type Tensor } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const DTYPES = [
  ...['bool', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'],
  ...['float16', 'float32', 'float64', 'complex64', 'complex128'],
] as const;

const SHAPES = [[], [0], [3], [2, 3], [2, 0, 3], [2, 3, 4]] as const;

const WRITE = `
import numpy as np, csv, os
folder = input['folder']
def path(name): return os.path.join(folder, name)
rng = np.random.default_rng(0)
tensors = {}
def keep(name, array):
    np.save(path(name + '.npy'), array)
    native = np.ascontiguousarray(array).reshape(array.shape)
    tensors[name] = torch.from_numpy(native.astype(native.dtype.newbyteorder('=')).copy())
for dtype in input['dtypes']:
    for i, shape in enumerate(input['shapes']):
        values = rng.integers(0, 2 if dtype == 'bool' else 100, size=shape)
        array = np.asarray(values).astype(dtype)
        if dtype.startswith('complex'): array = np.asarray(array + 1j * array * 2).astype(dtype)
        if dtype.startswith('float'): array = np.asarray(array / 7).astype(dtype)
        keep(f'{dtype}-{i}', array)
        keep(f'{dtype}-{i}-fortran', np.asfortranarray(array))
        keep(f'{dtype}-{i}-big', array.astype(array.dtype.newbyteorder('>')))
a = np.arange(6, dtype='f4').reshape(2, 3)
for version in [(1, 0), (2, 0), (3, 0)]:
    with open(path(f'version-{version[0]}.npy'), 'wb') as f: np.lib.format.write_array(f, a, version=version)
np.savez(path('plain.npz'), x=a, y=np.arange(3))
np.savez(path('mixed.npz'), x=a, objects=np.array([1, 'a', None], dtype=object), text=np.array(['abc']), y=np.arange(3))
np.savez_compressed(path('small.npz'), x=np.zeros((100, 100)), **{'a b/c': a})
np.save(path('objects.npy'), np.array([1, 'a', None], dtype=object), allow_pickle=True)
np.save(path('records.npy'), np.zeros(3, dtype=[('a', 'i4'), ('b', 'f4')]))
np.save(path('text.npy'), np.array(['abc', 'd']))
rows = [['text', 'label'], ['one, two', '1'], ['"quoted"', '2'], ['two\\nlines', '3'], ['', ''], ['深度 ', ' 4'], ["it's", '5']]
for name, args in {'excel': {}, 'all': dict(quoting=csv.QUOTE_ALL), 'unix': dict(dialect='unix')}.items():
    with open(path(name + '.csv'), 'w', newline='') as f: csv.writer(f, **args).writerows(rows)
with open(path('tab.tsv'), 'w', newline='') as f: csv.writer(f, dialect='excel-tab').writerows(rows)
read = {}
for name in ['excel.csv', 'all.csv', 'unix.csv']:
    read[name] = list(csv.DictReader(open(path(name), newline='')))
read['tab.tsv'] = list(csv.DictReader(open(path('tab.tsv'), newline=''), dialect='excel-tab'))
output = {'tensors': tensors, 'csv': read}
`;

const READ = `
import numpy as np, os
folder = input['folder']
def describe(a): return [a.dtype.str, list(a.shape), torch.from_numpy(a)]
output = {}
for name in input['names']:
    output[name] = describe(np.load(os.path.join(folder, name)))
for file in input['archives']:
    with np.load(os.path.join(folder, file)) as archive:
        for key in archive.files: output[file + ':' + key] = describe(archive[key])
`;

let folder: string;
let python: { tensors: Record<string, Tensor>; csv: Record<string, Record<string, string>[]> };
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  python = runPython(WRITE, { folder, dtypes: DTYPES, shapes: SHAPES });
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);

describe('.npy from numpy', () => {
  test.each(DTYPES)('%s in every shape, column by column and big-endian too', (dtype) => {
    for (const i of SHAPES.keys()) {
      for (const kind of ['', '-fortran', '-big']) {
        const name = `${dtype}-${i}${kind}`;
        const tensor = datasets.loadNpy(at(`${name}.npy`));
        expectBitEqual(tensor, python.tensors[name]!, name);
        if (kind === '-fortran' && i === 5) expect(tensor.stride()).toEqual([1, 2, 6]);
      }
    }
  });

  test.each([1, 2, 3])('version %d of the format', (version) => {
    expect(datasets.loadNpy(at(`version-${version}.npy`)).tolist()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test('what has no counterpart is refused, and objects are never unpickled', () => {
    expect(() => datasets.loadNpy(at('objects.npy'))).toThrow(/objects\.npy: arrays of Python objects are pickles/);
    expect(() => datasets.loadNpy(at('records.npy'))).toThrow(
      /records\.npy: an array of \[\('a', '<i4'\).* no counterpart/,
    );
    expect(() => datasets.loadNpy(at('text.npy'))).toThrow(/an array of '<U3' has no counterpart/);
  });
});

test('.npz from numpy, stored and compressed', async () => {
  const plain = await datasets.loadNpz(at('plain.npz'));
  expect(Object.keys(plain)).toEqual(['x', 'y']);
  expect(plain['y']!.tolist()).toEqual([0, 1, 2]);
  const small = await datasets.loadNpz(at('small.npz'));
  expect([small['x']!.shape, small['x']!.dtype.name]).toEqual([[100, 100], 'float64']);
  expect(small['a b/c']!.tolist()).toEqual(plain['x']!.tolist());
});

test('an .npz with arrays that are none of tensors gives the others, and says why when those are asked for', async () => {
  const mixed = await datasets.loadNpz(at('mixed.npz'));
  expect(Object.keys(mixed)).toEqual(['x', 'objects', 'text', 'y']);
  expect([mixed['x']!.tolist(), mixed['y']!.tolist()]).toEqual([
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    [0, 1, 2],
  ]);
  expect(() => mixed['objects']).toThrow(/mixed\.npz: objects: arrays of Python objects are pickles/);
  expect(() => mixed['text']).toThrow(torch.TorchError);
  expect(() => mixed['text']).toThrow(/mixed\.npz: text: an array of '<U3' has no counterpart/);
});

test('numpy reads what is written here, byte for byte what it would have written', async () => {
  const names: string[] = [];
  for (const [name, tensor] of Object.entries(python.tensors)) {
    if (/fortran|big/.test(name)) continue;
    names.push(`${name}-ours.npy`);
    datasets.saveNpy(at(`${name}-ours.npy`), tensor);
    expect(readFileSync(at(`${name}-ours.npy`)).equals(readFileSync(at(`${name}.npy`)))).toBe(true);
  }
  const x = torch.arange(6).reshape([2, 3]).t();
  datasets.saveNpy(at('turned.npy'), x);
  const y = torch.randn([300, 300]);
  await datasets.saveNpz(at('ours.npz'), { x, y });
  await datasets.saveNpz(at('packed.npz'), { x, y }, { compressed: true });
  const archives = ['ours.npz', 'packed.npz'];
  const read = runPython<Record<string, [string, number[], Tensor]>>(READ, {
    folder,
    names: [...names, 'turned.npy'],
    archives,
  });
  expect(read['turned.npy']!.slice(0, 2)).toEqual(['<i8', [3, 2]]);
  expectBitEqual(read['turned.npy']![2], x.contiguous());
  for (const archive of archives) {
    expectBitEqual(read[`${archive}:x`]![2], x.contiguous());
    expectBitEqual(read[`${archive}:y`]![2], y);
    expectBitEqual((await datasets.loadNpz(at(archive)))['y']!, y);
  }
  for (const name of names) expectBitEqual(read[name]![2], python.tensors[name.slice(0, -'-ours.npy'.length)]!, name);
});

test.each(['excel.csv', 'all.csv', 'unix.csv', 'tab.tsv'])(
  '%s from Python gives the rows of csv.DictReader',
  async (name) => {
    const rows: unknown[] = [];
    const dataset = new datasets.CsvDataset(at(name), name === 'tab.tsv' ? { delimiter: '\t' } : {});
    for await (const row of dataset as unknown as AsyncIterable<unknown>) rows.push(row);
    expect(rows).toEqual(python.csv[name]);
  },
);

test('a file that Python would take for cut off is refused', () => {
  const whole = readFileSync(at('float32-5.npy'));
  writeFileSync(at('cut.npy'), whole.subarray(0, whole.length - 1));
  expect(() => datasets.loadNpy(at('cut.npy'))).toThrow(/cut\.npy: the file is shorter than its header says/);
});
