/** `torch.serialization`: settings of saving and loading, beside Python. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { LoadEndianness } = torch.serialization;
const folder = mkdtempSync(path.join(tmpdir(), 'serialization-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  torch.serialization.setCrc32Options(true);
  torch.serialization.setDefaultLoadEndianness(null);
});

const value = (): Record<string, torch.Tensor> => ({
  a: torch.arange(6).to(torch.float32),
  b: torch.ones([3], { dtype: torch.int8 }),
  c: torch.arange(70000),
});

const LAYOUT = `
import zipfile
from torch import serialization as S
def layout(path):
    with zipfile.ZipFile(path) as z:
        return [[i.filename.split('/', 1)[1], i.CRC, i.file_size, i.header_offset] for i in z.infolist()][:-1]
value = {'a': torch.arange(6.), 'b': torch.ones(3, dtype=torch.int8), 'c': torch.arange(70000)}
def save(name):
    torch.save(value, f"{input['folder']}/archive.pt")
    import os; os.rename(f"{input['folder']}/archive.pt", f"{input['folder']}/{name}")
    return layout(f"{input['folder']}/{name}")
output = [S.get_crc32_options(), save('python.pt')]
S.set_crc32_options(False)
output += [S.get_crc32_options(), save('python-crc.pt')]
S.set_crc32_options(True)
with S.skip_data(): output += [save('python-skip.pt')]
output += [layout(path) for path in input['files']]
output += [[torch.load(path) for path in input['files']]]
with S.skip_data():
    output += [[list(x.shape) for x in torch.load(input['files'][0]).values()]]
`;

test('files have the records and checksums of Python', () => {
  const files = ['plain', 'crc', 'skip'].map((name) => path.join(folder, `${name}.pt`)) as [string, string, string];
  torch.save(value(), files[0]);
  torch.serialization.setCrc32Options(false);
  expect(torch.serialization.getCrc32Options()).toBe(false);
  torch.save(value(), files[1]);
  torch.serialization.setCrc32Options(true);
  torch.serialization.skipData(() => torch.save(value(), files[2]));
  const [on, plain, off, crc, skip, ...rest] = runPython<unknown[]>(LAYOUT, { folder, files });
  expect([on, off]).toEqual([true, false]);
  // The pickle has the same values in other words, so it has another length, and what is behind it other places.
  const record = ([name, sum, size]: readonly unknown[]): unknown[] =>
    name === 'data.pkl' ? [name, sum !== 0] : [name, sum, size];
  const records = (rows: unknown): unknown[] => (rows as unknown[][]).map(record);
  expect(rest.slice(0, 3).map(records)).toEqual([plain, crc, skip].map(records));
  const [read, shapes] = rest.slice(3) as [Record<string, torch.Tensor>[], number[][]];
  for (const [name, tensor] of Object.entries(value())) {
    expectBitEqual(read[0]![name]!, tensor);
    expectBitEqual(read[1]![name]!, tensor);
    expectBitEqual(read[2]![name]!, torch.zerosLike(tensor));
  }
  expect(shapes).toEqual(Object.values(value()).map(({ shape }) => shape));
});

test('reads what Python wrote without checksums or without elements', () => {
  for (const name of ['python.pt', 'python-crc.pt']) {
    const read = torch.load(path.join(folder, name));
    for (const [key, tensor] of Object.entries(value())) expectBitEqual(read[key]!, tensor);
  }
  const empty = torch.load(path.join(folder, 'python-skip.pt'));
  for (const [key, tensor] of Object.entries(value())) expectBitEqual(empty[key]!, torch.zerosLike(tensor));
});

test('loads without elements, also off the thread and with a map of the file', async () => {
  const file = path.join(folder, 'python.pt');
  const zeros = (read: Record<string, torch.Tensor>): void => {
    for (const [key, tensor] of Object.entries(value())) expectBitEqual(read[key]!, torch.zerosLike(tensor));
  };
  zeros(torch.serialization.skipData(() => torch.load(file)));
  zeros(torch.serialization.skipData(() => torch.load(file, { mmap: true }), { materializeFakeTensors: true }));
  const guard = torch.serialization.skipData();
  const [loading, saving] = [torch.loadAsync(file), torch.saveAsync(value(), path.join(folder, 'later.pt'))];
  guard.restore();
  zeros(await loading);
  await saving;
  zeros(torch.load(path.join(folder, 'later.pt')));
  expectBitEqual(torch.load(file)['a']!, value()['a']!);
  const refused = () => torch.serialization.skipData((async () => undefined) as never);
  expect(refused).toThrow('an async function does its work later');
  expectBitEqual(torch.load(file)['a']!, value()['a']!);
});

/** Takes the mark of the byte order out, and swaps the bytes where asked. */
const UNMARKED = `
import zipfile
def rewrite(source, target, swap):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
        for item in old.infolist():
            name, data = item.filename, old.read(item.filename)
            if name.endswith('/byteorder'): continue
            if swap and '/data/' in name and name.split('/data/')[1] in swap:
                width = swap[name.split('/data/')[1]]
                data = b''.join(data[i:i + width][::-1] for i in range(0, len(data), width))
            new.writestr(name, data)
rewrite(input['source'], input['little'], None)
rewrite(input['source'], input['big'], {'0': 4, '1': 1, '2': 8})
from torch import serialization as S
def read(order, path):
    S.set_default_load_endianness(order)
    return torch.load(path)
orders = [None, S.LoadEndianness.NATIVE, S.LoadEndianness.LITTLE, S.LoadEndianness.BIG]
output = [str(S.get_default_load_endianness())] + [[read(order, input[name]) for order in orders] for name in ('little', 'big')]
`;

test('files without a byte order are read in the one that is set', () => {
  const [source, little, big] = ['source.pt', 'little.pt', 'big.pt'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  torch.save(value(), source);
  const [first, ...python] = runPython<unknown[]>(UNMARKED, { source, little, big });
  expect(first).toBe('None');
  expect(torch.serialization.getDefaultLoadEndianness()).toBeNull();
  const orders = [null, LoadEndianness.NATIVE, LoadEndianness.LITTLE, LoadEndianness.BIG];
  [little, big].forEach((file, i) =>
    orders.forEach((order, j) => {
      torch.serialization.setDefaultLoadEndianness(order);
      expect(torch.serialization.getDefaultLoadEndianness()).toBe(order);
      const read = torch.load(file);
      const theirs = (python[i] as Record<string, torch.Tensor>[])[j]!;
      for (const key of ['a', 'b', 'c']) expectBitEqual(read[key]!, theirs[key]!, `${i} ${j} ${key}`);
    }),
  );
  torch.serialization.setDefaultLoadEndianness('big');
  expectBitEqual(torch.load(big)['a']!, value()['a']!);
  expectBitEqual(torch.load(source)['a']!, value()['a']!);
  writeFileSync(little, readFileSync(big));
  expectBitEqual(torch.load(little, { mmap: true })['c']!, value()['c']!);
  expect(readFileSync(little).equals(readFileSync(big))).toBe(true);
});

test('settings of another kind are refused', () => {
  expect(() => torch.serialization.setDefaultLoadEndianness('middle' as 'big')).toThrow("got 'middle'");
  expect(() => torch.serialization.setDefaultLoadEndianness(...([] as unknown as ['big']))).toThrow('misses');
  expect(() => torch.serialization.setCrc32Options(1 as never)).toThrow("'computeCrc32' should be a boolean, got 1");
});
