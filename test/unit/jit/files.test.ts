import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import * as torch from '../../../lib/index';
import { type Tensor, TorchError, jit, nn } from '../../../lib/index';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-jit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const there = (name: string): string => join(folder, name);

const model = new nn.Sequential(new nn.Linear(4, 3), new nn.ReLU());
const x = torch.arange(8).reshape([2, 4]).to(torch.float32);
const traced = jit.trace(model, x);

test('a file, its bytes and a URL are read, on this thread and off it', async () => {
  jit.save(traced, there('a.pt'));
  const wanted = model.forward(x);
  const bytes = jit.saveToBuffer(traced);
  for (const source of [there('a.pt'), new URL(`file://${there('a.pt')}`), readFileSync(there('a.pt')), bytes]) {
    for (const loaded of [jit.load(source), await jit.loadAsync(source)]) {
      expect(torch.equal(loaded.forward(x) as Tensor, wanted as Tensor)).toBe(true);
      expect(Object.keys(loaded.stateDict())).toEqual(['0.weight', '0.bias']);
    }
  }
  expect(jit.load(there('a.pt'), 'cpu').parameters()[0]?.requiresGrad).toBe(true);
});

test('further files are written and read', () => {
  jit.save(traced, there('b.pt'), {
    _extraFiles: new Map<string, string | Uint8Array>([
      ['a', 'é'],
      ['b', Uint8Array.of(0, 255)],
    ]),
  });
  const object: Record<string, unknown> = { a: '', missing: '' };
  const map = new Map<string, unknown>([['b', null]]);
  jit.load(there('b.pt'), { _extraFiles: object });
  jit.load(there('b.pt'), null, { _extraFiles: map });
  expect([String(object['a']), object['missing'], map.get('b')]).toEqual(['é', Buffer.from(''), Buffer.from([0, 255])]);
  expect(() => jit.save(traced, there('b.pt'), { _extraFiles: { a: 3 as never } })).toThrow(
    "'a' should be text or bytes",
  );
});

test('what is no archive is an error that says what it is', () => {
  torch.save({ x }, there('weights.pt'));
  writeFileSync(there('text.pt'), 'hello, this is not a zip file at all');
  writeFileSync(there('huge.pt'), '');
  truncateSync(there('huge.pt'), 4 * 2 ** 30);
  const bytes = Buffer.from(jit.saveToBuffer(traced));
  writeFileSync(there('short.pt'), bytes.subarray(0, bytes.length - 100));
  for (const [name, message] of [
    ['weights.pt', 'it has no constants.pkl. torch.load reads what'],
    ['text.pt', 'it is not a zip file'],
    ['huge.pt', 'it is not a zip file'],
    ['short.pt', 'torch.jit.load: '],
  ] as const) {
    expect(() => jit.load(there(name))).toThrow(message);
    expect(() => jit.load(there(name))).toThrow(TorchError);
  }
  expect(() => jit.load(there('missing.pt'))).toThrow('there is no such file');
  expect(() => jit.load(folder)).toThrow('a folder');
  expect(() => jit.load(there('a.pt'), { maplocation: 'cpu' } as never)).toThrow("did you mean 'mapLocation'?");
  expect(() => jit.save(model as never, there('c.pt'))).toThrow('torch.jit.trace makes one of a module');
});

/** The archive with the source of the module changed; records are stored, so that the length must stay. */
function withCode(change: (code: string) => string): Buffer {
  return rewrite(Buffer.from(jit.saveToBuffer(traced)), (name, content) =>
    name.endsWith('.py') ? Buffer.from(change(content.toString())) : content,
  );
}

test('unknown operators, deep code and calls of Python are named', () => {
  const replaced = (text: string): Buffer => withCode((code) => code.replace(/torch\.relu/g, text));
  expect(() => jit.load(replaced('ops.mine.act'))).toThrow(
    /the file: it calls mine::act, which this libtorch has not; torch\.ops\.loadLibrary/,
  );
  expect(() => jit.load(replaced('^Mine'))).toThrow(
    /the file: it calls Mine of Python, which stays there\. .*torch\.export\.\n/,
  );
  const deep = `${'torch.relu('.repeat(5000)}x${')'.repeat(5000)}`;
  expect(() => jit.load(withCode((code) => code.replace(/return .*/, `return ${deep}`)))).toThrow('nested too deeply');
  const long = Array.from({ length: 100_000 }, () => '1').join('+');
  expect(() => jit.load(withCode((code) => code.replace(/return .*/, `return ${long}`)))).toThrow('nested too deeply');
});

/** The archive with some records changed, left out (null), or as they are. */
function withRecords(change: (name: string, content: Buffer) => Buffer | null): Buffer {
  return rewrite(Buffer.from(jit.saveToBuffer(traced)), change);
}

test.each([
  [
    'a newer archive',
    (name, content) => (/(^|\/)version$/.test(name) ? Buffer.from('99\n') : content),
    /it has version 99, which is newer than this libtorch; save the model again/,
  ],
  [
    'a weight that is missing',
    (name, content) => (name.endsWith('/data/0') ? null : content),
    /no record for storage 0/,
  ],
  [
    'a weight that is too short',
    (name, content) => (name.endsWith('/data/0') ? content.subarray(0, 8) : content),
    /needs 48 bytes, its record has 8/,
  ],
  ['no code', (name, content) => (name.endsWith('.py') ? null : content), /./],
] as [string, (name: string, content: Buffer) => Buffer | null, RegExp][])(
  '%s is an error with the name of the file',
  async (_, change, expected) => {
    writeFileSync(there('changed.pt'), withRecords(change));
    const said = [() => jit.load(there('changed.pt')), () => jit.loadAsync(there('changed.pt'))];
    for (const load of said) {
      const error = await Promise.resolve()
        .then(load)
        .catch((thrown: unknown) => thrown as TorchError);
      expect(error).toMatchObject({
        code: 'ERR_TORCH_SERIALIZATION',
        message: expect.stringMatching(expected) as string,
      });
      expect((error as Error).message).toContain(JSON.stringify(there('changed.pt')));
    }
  },
);

test.each([
  ['a name that nobody defines', 'return nobody', /undefined value nobody/],
  ['a method that calls itself', 'return (self).forward(input, )', /recursive/],
  ['a class that is not there', 'return __torch__.torch.classes.mine.Thing()', /mine\.Thing/],
])('code with %s is an error that shows the line', (_, code, expected) => {
  expect(() => jit.load(withCode((text) => text.replace(/return .*/, code)))).toThrow(expected);
});

test('code that would read or write a file is refused when it is run, also where constants are computed', () => {
  writeFileSync(there('other'), 'private');
  const code = (text: string): jit.ScriptModule => jit.load(withCode((given) => given.replace(/return .*/, text)));
  const read = `torch.from_file(${JSON.stringify(there('other'))}, False, 7, dtype=0)`;
  for (const module of [code(`return ${read}`), code(`return ${read}.new_zeros([2])`)]) {
    expect(() => module.forward(x)).toThrow('code of a file must not call aten::from_file: it opens files');
    expect(() => jit.freeze(module.eval()).forward(x)).toThrow('must not call aten::from_file');
  }
  const written = code(`torch.save(input, ${JSON.stringify(there('written'))})\n    return input`);
  expect(() => written.forward(x)).toThrow('code of a file must not call aten::save: it writes files');
  expect(existsSync(there('written'))).toBe(false);
});

test.each([
  ['_c10d_functional.all_reduce(input, "sum", "0")', '_c10d_functional::all_reduce'],
  ['_c10d_functional_autograd.all_to_all_single(input, [2], [2], "0")', '_c10d_functional_autograd::all_to_all_single'],
  ['_c10d_functional.wait_tensor(input)', '_c10d_functional::wait_tensor'],
  ['symm_mem.one_shot_all_reduce(input, "sum", "0")', 'symm_mem::one_shot_all_reduce'],
])('code that would talk to other processes is refused when it is run: %s', (call, name) => {
  const module = jit.load(withCode((text) => text.replace(/return .*/, `return ops.${call}`)));
  expect(() => module.forward(x)).toThrow(`code of a file must not call ${name}: it talks to other processes`);
});

test('dtypes and integers that end the process are errors', () => {
  const returns = (text: string): jit.ScriptModule =>
    jit.load(withCode((code) => code.replace(/return .*/, `return ${text}`)));
  for (const text of [
    'torch.to(input, 9999)',
    'torch.zeros([2], dtype=9999)',
    'torch.to(input, -7, False, False)',
    'torch.tensor(1, dtype=300)',
  ]) {
    expect(() => returns(text).forward(x)).toThrow('there is no dtype, layout or memory format with the code');
  }
  for (const text of [
    'torch.zeros([torch.floordiv(1, 0)])',
    'torch.zeros([torch.remainder(torch.size(input, 0), 0)])',
  ]) {
    expect(() => returns(text).forward(x)).toThrow('integer division or modulo by zero');
  }
});

test('damaged archives are errors', () => {
  const bytes = Buffer.from(jit.saveToBuffer(traced));
  let seed = 7;
  const random = (most: number): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % most;
  let loaded = 0;
  for (let i = 0; i < 120; i++) {
    const wanted = ['data.pkl', 'constants.pkl', '.py', 'debug_pkl', 'data/0', 'version'][i % 6] as string;
    const damaged = rewrite(bytes, (name, content) => {
      if (!name.endsWith(wanted) || content.length === 0) return content;
      const copy = Buffer.from(content);
      for (let n = 0; n <= i % 3; n++) copy[random(copy.length)] = random(256);
      return i % 5 === 0 ? copy.subarray(0, random(copy.length)) : copy;
    });
    try {
      const module = jit.load(damaged);
      loaded++;
      module.forward(x);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
  }
  expect(loaded).toBeLessThan(120);
});

/** A zip file of the same records, stored, with other contents. */
function rewrite(zip: Buffer, change: (name: string, content: Buffer) => Buffer | null): Buffer {
  const records = readRecords(zip).flatMap(([name, given]) => {
    const content = change(name, given);
    return content ? [[name, content] as const] : [];
  });
  const [body, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of records) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, Buffer.from(name)]));
    body.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, table, end]);
}

function readRecords(zip: Buffer): [name: string, content: Buffer][] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [method, size, nameLength, extra] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(start, start + size);
    at += 46 + nameLength + extra + zip.readUInt16LE(at + 32);
    return [name, method === 0 ? stored : inflateRawSync(stored)];
  });
}
