/** CSV as people have it. What pandas 3.0 makes of the same bytes was read there once; where it differs, a comment says so. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { data, datasets, type TorchError } from '../../../lib/index';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'csv-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;
function write(content: string | Buffer, name = `${++count}.csv`): string {
  const file = path.join(root, name);
  writeFileSync(file, content);
  return file;
}

type Options = datasets.CsvOptions<unknown>;

async function rows(content: string | Buffer, options: Options = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const row of new datasets.CsvDataset(write(content), options) as AsyncIterable<unknown>) found.push(row);
  return found;
}

async function failure(content: string | Buffer, options: Options = {}): Promise<string> {
  const error = await rows(content, options).then(
    () => new Error('nothing was thrown'),
    (cause: unknown) => cause as TorchError,
  );
  return error.message.replace(/^.*\.csv:/, '');
}

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('mixed with lines that end in %j', async (end) => {
    const text = `a,b${end}1,2\n3,4\r5,6\r\n\r\n"7\r\n7","8\r"${end}9,0`;
    expect(await rows(text)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
      { a: '5', b: '6' },
      { a: '7\r\n7', b: '8\r' },
      { a: '9', b: '0' },
    ]);
  });

  test('line numbers count a line end within quotes once, however it is written', async () => {
    const types = { b: 'integer' } as const;
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '"x', 'y', 'z",1', '', '"p', 'q",2', 'r,no', '"s', 't",3', 'u', ''].join(end);
      const skipped: string[] = [];
      const onSkip = (error: TorchError): void => void skipped.push(error.message.replace(/^.*\.csv:/, ''));
      expect(await rows(text, { types, onError: 'skip', onSkip })).toHaveLength(3);
      expect(skipped).toEqual([
        "8: the column 'b' should hold integers, got 'no'",
        '11: the row has 1 fields instead of 2; relaxColumns: true takes it',
      ]);
    }
  });

  test('large files, where line ends and characters are cut by the pieces that are read', async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `é${'ü'.repeat(i % 7)},${i}\r\n`).join('');
    const found = (await rows(text, { header: ['a', 'b'], types: { b: 'integer' } })) as { a: string; b: number }[];
    expect(found).toHaveLength(30_000);
    expect(found.every(({ a, b }, i) => a === `é${'ü'.repeat(i % 7)}` && b === i)).toBe(true);
  });

  test('a quote that is never closed names the line where it opened, and ends the reading also where rows are left out', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '"x', 'y",1', '2,"open', '3,4', '5,6', ''].join(end);
      expect(await failure(text)).toMatch(/^4: the quote " that opens here is never closed/);
      expect(await failure(text, { onError: 'skip' })).toMatch(/^4: /);
      expect(await rows(text, { quote: null, relaxColumns: true })).toHaveLength(5);
    }
  });

  test('one row with several faults is told of once', async () => {
    const skipped: string[] = [];
    const onSkip = (error: TorchError): void => void skipped.push(error.message.replace(/^.*\.csv:/, ''));
    const text = 'a,b\n"x"y,1,2\nz"z"z,1\n1,2\n"p"q\n3,4\n';
    expect(await rows(text, { onError: 'skip', onSkip })).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(skipped.map((message) => message.slice(0, 20))).toEqual([
      '2: behind a closing ',
      '3: a quote opens in ',
      '5: behind a closing ',
    ]);
  });

  test('a fault in the names of the columns ends the reading', async () => {
    expect(await failure('a"b,c\n1,2\n', { onError: 'skip' })).toMatch(/^1: the names of the columns: a quote opens/);
  });
});

describe('encodings', () => {
  const text = 'word,n\ncafé,1\nnaïve,2\n';

  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf_8', Buffer.from(`\uFEFF${text}`)],
    ['latin-1', Buffer.from(text, 'latin1')],
    ['ISO-8859-1', Buffer.from(text, 'latin1')],
    ['cp1252', Buffer.from(text, 'latin1')],
    ['utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['utf-16-le', Buffer.from(text, 'utf16le')],
    ['utf_16_be', Buffer.from(text, 'utf16le').swap16()],
  ])('%s', async (encoding, bytes) => {
    const expected = [
      { word: 'café', n: '1' },
      { word: 'naïve', n: '2' },
    ];
    expect(await rows(bytes, { encoding })).toEqual(expected);
    expect(await rows(gzipSync(bytes), { encoding })).toEqual(expected);
  });

  test('those of several bytes, and what only Windows has', async () => {
    const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x2c, 0x31, 0x0a]);
    expect(await rows(shiftJis, { encoding: 'shift_jis', header: false })).toEqual([['日本', '1']]);
    expect(await rows(shiftJis, { encoding: 'cp932', header: false })).toEqual([['日本', '1']]);
    const gbk = Buffer.from([0xc9, 0xee, 0xb6, 0xc8, 0x0a]);
    expect(await rows(gbk, { encoding: 'gbk', header: false })).toEqual([['深度']]);
    const windows = Buffer.from([0x80, 0x93, 0x94, 0x0a]);
    expect(await rows(windows, { encoding: 'cp1252', header: false })).toEqual([['€“”']]);
    expect(await rows(windows, { encoding: 'latin-1', header: false })).toEqual([['\x80\x93\x94']]);
  });

  test('bytes that are no text name the line and the option', async () => {
    const latin = Buffer.from(text, 'latin1');
    expect(await failure(latin)).toBe(
      "2: bytes that are not text in utf-8; give the file's encoding, as { encoding: 'latin-1' }",
    );
    expect(await failure(latin, { onError: 'skip' })).toMatch(/^2: bytes/);
    expect(await failure(latin, { encoding: 'ascii' })).toMatch(/^2: .* in ascii; .*'utf-8'/);
    expect(await failure(Buffer.from([97, 10, 0x81, 10]), { encoding: 'cp1252' })).toMatch(/^2: /);
    expect(await failure(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatch(/^1: .*\{ encoding: 'utf-16' \}/);
    expect(await failure(Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xe9])]))).toMatch(/^3: /);
    // Beyond the first piece that is read, whose lines count too, and a pair of which there is one half.
    const long = 'é,1\n'.repeat(50_000);
    expect(await failure(Buffer.concat([Buffer.from(long), latin.subarray(7)]))).toMatch(/^50001: /);
    const wide = Buffer.concat([Buffer.from(long, 'utf16le'), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]);
    expect(await failure(wide, { encoding: 'utf-16-le' })).toMatch(/^50001: /);
  });

  test('gzip is known by its first bytes, not by its name', async () => {
    const expected = [
      { word: 'café', n: '1' },
      { word: 'naïve', n: '2' },
    ];
    for (const [name, bytes] of [
      ['packed.csv', gzipSync(text)],
      ['plain.csv.gz', Buffer.from(text)],
    ] as const) {
      const found: unknown[] = [];
      for await (const row of new datasets.CsvDataset(write(bytes, name)) as AsyncIterable<unknown>) found.push(row);
      expect(found).toEqual(expected);
    }
  });
});

describe('typed columns', () => {
  const one = async (field: string, type: datasets.CsvType): Promise<unknown> => {
    const [row] = (await rows(`a,b\n"${field}",x\n`, { types: { a: type } })) as { a: unknown }[];
    return row!.a;
  };

  // All of pandas' STR_NA_VALUES.
  const missing = [
    ...['', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA'],
    ...['NULL', 'NaN', 'None', 'n/a', 'nan', 'null'],
  ];

  test.each(missing)('%j is missing', async (field) => {
    expect(await one(field, 'number')).toBeNaN();
    expect(await one(field, 'string')).toBe(field);
    for (const type of ['integer', 'bigint'] as const) {
      expect(await failure(`a,b\n"${field}",x\n`, { types: { a: type } })).toMatch(
        /^2: the column 'a' should hold integers.*, and the field is missing \('.*'\); types: \{ a: '(integer|bigint)\?' \} reads it as null$/,
      );
    }
    expect(await failure(`a,b\n"${field}",x\n`, { types: { a: 'boolean' } })).toMatch(/hold booleans, and .* missing/);
    for (const type of ['string?', 'number?', 'integer?', 'bigint?', 'boolean?'] as const) {
      expect(await one(field, type)).toBeNull();
      expect(await one(` ${field} `, type)).toBeNull();
    }
  });

  test('with a ? other fields are what they are without', async () => {
    expect(await one('9007199254740993', 'bigint?')).toBe(9007199254740993n);
    expect([await one('-0', 'integer?'), await one(' 1e2', 'integer?')]).toEqual([0, 100]);
    expect([await one('TRUE', 'boolean?'), await one('0', 'boolean?')]).toEqual([true, false]);
    expect([await one('+nan', 'number?'), await one(' n/a', 'string?'), await one(' a', 'string?')]).toEqual([
      NaN,
      null,
      ' a',
    ]);
    expect(await failure('a,b\n1.5,x\n', { types: { a: 'integer?' } })).toMatch(/'a' should hold integers, got '1.5'/);
    expect(await failure('a,b\n1,x\n', { types: { a: 'int?' as never } })).toMatch(
      /types.a should be one of .*'integer\?'/,
    );
    const file = new datasets.CsvDataset(write('a,b\n,x\n1,y\n'), { types: { a: 'integer?' } });
    const loader = new data.DataLoader(file, { batchSize: 2 });
    await expect(loader[Symbol.asyncIterator]().next()).rejects.toThrow(/found null \(at sample.*a/);
  });

  test.each([
    ['1e400', Infinity],
    ['+inf', Infinity],
    ['-inf', -Infinity],
    ['INFINITY', Infinity],
    ['-Infinity', -Infinity],
    ['-0', -0],
    ['.5', 0.5],
    ['+5.', 5],
    [' 1e5 ', 100_000],
    ['9007199254740993', 9007199254740992],
  ])('%j is the number %d', async (field, value) => {
    expect(await one(field, 'number')).toBe(value);
  });

  test.each(['0x1F', '0b1', '0o7', '1_000', '1e', 'e5', '--1', '$5', '1d5', 'none', 'infinite', '1 2'])(
    '%j is no number',
    async (field) => {
      for (const type of ['number', 'integer', 'bigint'] as const) {
        expect(await failure(`a,b\n"${field}",x\n`, { types: { a: type } })).toMatch(/should hold .*, got '/);
      }
    },
  );

  test('integers, those of 64 bits exactly', async () => {
    for (const [field, value] of [
      ['1.0', 1],
      ['1e3', 1000],
      ['+5', 5],
      [' 7 ', 7],
      ['007', 7],
      ['-0', 0],
      ['9007199254740991', 9007199254740991],
    ] as const) {
      expect(await one(field, 'integer')).toBe(value);
    }
    expect(await failure('id\n9007199254740993\n', { types: { id: 'integer' } })).toBe(
      "2: the column 'id' should hold integers, and 9007199254740993 is beyond 2^53; types: { id: 'bigint' } reads it exactly",
    );
    for (const field of ['9007199254740993', '-9223372036854775808', '9223372036854775807', '+5', '007']) {
      expect(await one(field, 'bigint')).toBe(BigInt(field.replace('+', '')));
    }
    // pandas wraps it around without a word.
    expect(await failure('a,b\n9223372036854775808,x\n', { types: { a: 'bigint' } })).toMatch(
      /integers of 64 bits, got/,
    );
    expect(await failure('a,b\n1.5,x\n', { types: { a: 'bigint' } })).toMatch(/integers of 64 bits, got '1.5'/);
    const file = write('id\n9007199254740993\n9007199254740995\n');
    const dataset = new datasets.CsvDataset<{ id: bigint }>(file, { types: { id: 'bigint' } });
    for await (const { id } of new data.DataLoader(dataset, { batchSize: 2 })) {
      expect([id.dtype.name, id.tolist()]).toEqual(['int64', [9007199254740993n, 9007199254740995n]]);
    }
  });

  test('booleans', async () => {
    for (const field of ['true', 'True', 'TRUE', 'tRUE', '1']) expect(await one(field, 'boolean')).toBe(true);
    for (const field of ['false', 'False', 'FALSE', '0']) expect(await one(field, 'boolean')).toBe(false);
    for (const field of ['yes', '2', 't']) {
      expect(await failure(`a,b\n${field},x\n`, { types: { a: 'boolean' } })).toMatch(/should hold booleans, got '/);
    }
    const file = write('spam\ntrue\nfalse\n');
    const dataset = new datasets.CsvDataset<{ spam: boolean }>(file, { types: { spam: 'boolean' } });
    for await (const { spam } of new data.DataLoader(dataset, { batchSize: 2 })) {
      expect([spam.dtype.name, spam.tolist()]).toEqual(['bool', [true, false]]);
    }
  });
});

describe('what is around the rows', () => {
  test('comments, whole lines and behind a row, not within quotes', async () => {
    const text = '# c "\na,b\n1,2# x\n#3,4\n5,"6#"#\n';
    expect(await rows(text, { comment: '#' })).toEqual([
      { a: '1', b: '2' },
      { a: '5', b: '6#' },
    ]);
    expect(await failure('#c\na\nx\n', { comment: '#', types: { a: 'number' } })).toMatch(/^3: /);
  });

  test('lines before the first row, whatever they hold', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['\uFEFFan "open quote', '', 'a,b', '1,2', '3', ''].join(end);
      expect(await rows(text, { skipLines: 2, relaxColumns: true })).toEqual([
        { a: '1', b: '2' },
        { a: '3', b: '' },
      ]);
      expect(await failure(text, { skipLines: 2 })).toMatch(/^5: the row has 1 fields/);
      expect(await rows(text, { skipLines: 9 })).toEqual([]);
    }
    const named = await rows('old,names\n1,2\n', { skipLines: 1, header: ['a', 'b'] });
    expect(named).toEqual([{ a: '1', b: '2' }]);
  });

  test('an escape character', async () => {
    expect(await rows('a,b\n"x\\"y",2\n"\\\\","\\n"\n', { escape: '\\' })).toEqual([
      { a: 'x"y', b: '2' },
      { a: '\\', b: 'n' },
    ]);
  });

  test('rows of other lengths', async () => {
    const text = 'a,b\n1\n2,3,4\n';
    const types = { b: 'number' } as const;
    expect(await rows(text, { relaxColumns: true, types })).toEqual([
      { a: '1', b: NaN },
      { a: '2', b: 3 },
    ]);
    expect(await rows(text, { relaxColumns: true, header: false })).toEqual([['a', 'b'], ['1'], ['2', '3', '4']]);
    expect(await rows(text, { relaxColumns: true, header: ['x', '__proto__', 'z'] })).toEqual([
      Object.fromEntries([
        ['x', 'a'],
        ['__proto__', 'b'],
        ['z', ''],
      ]),
      Object.fromEntries([
        ['x', '1'],
        ['__proto__', ''],
        ['z', ''],
      ]),
      Object.fromEntries([
        ['x', '2'],
        ['__proto__', '3'],
        ['z', '4'],
      ]),
    ]);
  });

  test('without quotes', async () => {
    for (const quote of [null, '']) {
      expect(await rows('a,b\n5" pipe,"2\n', { quote })).toEqual([{ a: '5" pipe', b: '"2' }]);
    }
  });
});
