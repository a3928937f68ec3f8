/** JSON as Python writes and reads it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets, type TorchError } from '../../../lib/index';
import { parseJson } from '../../../lib/data/datasets/rows/json';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'json-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function write(content: string | Buffer): string {
  const file = path.join(root, 'x.jsonl');
  writeFileSync(file, content);
  return file;
}

describe('parseJson', () => {
  test.each<[string, unknown]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['[12345678901234567890123]', [12345678901234567890123n]],
    // With a point or an exponent it is a float in Python, too.
    ['12345678901234567890.0', Number('12345678901234567890')],
    ['0.12345678901234567890', 0.12345678901234568],
    ['1e20', 1e20],
    ['1234567890123456789e3', Number('1234567890123456789e3')],
    ['NaN', NaN],
    ['[NaN,Infinity , -Infinity]', [NaN, Infinity, -Infinity]],
    ['{"NaN": NaN, "a": {"b": [Infinity]}}', { NaN, a: { b: [Infinity] } }],
    ['{"9007199254740993": "9007199254740993"}', { '9007199254740993': '9007199254740993' }],
    ['["say \\"NaN\\"", "\\\\", NaN]', ['say "NaN"', '\\', NaN]],
    ['["\uE000NaN", "\\uE001NaN", NaN]', ['\uE000NaN', '\uE001NaN', NaN]],
    ['{"__proto__": NaN}', Object.fromEntries([['__proto__', NaN]])],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.each([
    ...['-NaN', '+Infinity', 'nan', 'NaNNaN', '1NaN', 'xNaN', '{NaN: 1}', '{9007199254740993 : 1}', '[NaN NaN]'],
    ...['"NaN', '[NaN', '09007199254740993', '9007199254740993.', '- Infinity', '--9007199254740993'],
  ])('%s is none', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('a long string with quotes and slashes takes time in proportion', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(200_000), b: '\\'.repeat(200_000) }).replace(/}$/, ',"c":NaN}');
    const started = process.cpuUsage();
    expect((parseJson(text) as { a: string }).a).toHaveLength(400_000);
    // Of the processor, as other processes may have it meanwhile. In the square of its length it would take minutes.
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(30_000);
  });
});

test('64-bit ids come as int64, and missing numbers as NaN', async () => {
  const file = write('{"id": 9007199254740993, "x": 1.5}\n{"id": 3, "x": NaN}\n');
  const dataset = new datasets.JsonLinesDataset<{ id: bigint; x: number }>(file);
  for await (const { id, x } of new data.DataLoader(dataset, { batchSize: 2 })) {
    expect([id.dtype.name, id.tolist()]).toEqual(['int64', [9007199254740993n, 3]]);
    expect([x.dtype.name, x.tolist()]).toEqual(['float64', [1.5, NaN]]);
  }
});

test('errors name the line; bytes that are no text the option too', async () => {
  const failure = async (
    content: string | Buffer,
    options: datasets.JsonLinesOptions<unknown> = {},
  ): Promise<string> => {
    try {
      const dataset = new datasets.JsonLinesDataset(write(content), options);
      for await (const _ of dataset as unknown as AsyncIterable<unknown>);
    } catch (error) {
      return (error as TorchError).message.replace(/^.*\.jsonl:/, '');
    }
    return 'nothing was thrown';
  };
  expect(await failure('{"a": NaN}\n{"a": nan}\n')).toMatch(/^2: this is not JSON: /);
  const latin = Buffer.from('{"a": 1}\n{"a": "é"}\n', 'latin1');
  expect(await failure(latin)).toMatch(/^2: bytes that are not text in utf-8; give .*\{ encoding: 'latin-1' \}/);
  expect(await failure(latin, { encoding: 'latin-1' })).toBe('nothing was thrown');
  const dataset = new datasets.JsonLinesDataset(write(latin), { encoding: 'latin-1' });
  const rows: unknown[] = [];
  for await (const row of dataset as unknown as AsyncIterable<unknown>) rows.push(row);
  expect(rows).toEqual([{ a: 1 }, { a: 'é' }]);
});

test.each([
  [{ maxLineLength: 0 }, /'maxLineLength' should be an integer of at least 1/],
  [{ encoding: 5 }, /'encoding' should be a string or null/],
  [{ onSkip: 5 }, /'onSkip' should be a function/],
  [{ onErorr: 'skip' }, /did you mean 'onError'/],
  [null, /expected an object of options, got null/],
])('refuses the options %p', (options, message) => {
  expect(() => new datasets.JsonLinesDataset('x.jsonl', options as never)).toThrow(message);
});
