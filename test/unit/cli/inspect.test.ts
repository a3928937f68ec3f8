import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { convert } from '../../../lib/cli/convert-run';
import { describe as describeOutline } from '../../../lib/cli/inspect-run';
import * as torch from '../../../lib/index';
import { outlineFile } from '../../../lib/serialization/outline';
import { oneProcess } from './one-process';
import { doubledDicts, doubledKey, doubledLists, doubledModules, op, repeated, writeCheckpoint } from './pickles';

const program = oneProcess();
afterAll(() => {
  program.end();
});
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-inspect-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const there = (name: string): string => path.join(folder, name);

const inspect = (...args: string[]) => program.run('inspect', ...args);

/** What is described as often as it is named would take hours; once, some milliseconds. */
const LIMIT = 30_000;

/** The lines of a pickle's description, and how long a processor worked on it: others may have it in between. */
function described(pickle: Buffer): { lines: string[]; ms: number; bytes: number } {
  writeCheckpoint(there('made.pt'), pickle);
  const start = process.cpuUsage();
  const lines = describeOutline('made.pt', outlineFile(there('made.pt')));
  const { user, system } = process.cpuUsage(start);
  return { lines, ms: (user + system) / 1000, bytes: lines.join('\n').length };
}

describe('what a pickle names often is described once', () => {
  test('lists that hold each other', () => {
    const { lines } = described(doubledLists(2));
    expect(lines.slice(1, -1)).toEqual(['1 = (the same as 0)', '0.0 = [1, 2]', '0.1 = [1, 2]']);
    const deep = described(doubledLists(200));
    expect(deep.lines).toContain('1 = (the same as 0)');
    expect(deep.lines.length).toBeLessThan(210);
    expect(deep.ms).toBeLessThan(LIMIT);
    expect(deep.bytes).toBeLessThan(500_000);
  });

  test('dicts', () => {
    const { lines, ms } = described(doubledDicts(100));
    expect(lines).toContain('b = (the same as a)');
    expect(lines).toContain(`${'a.'.repeat(100)}a = 1`);
    expect(lines.length).toBe(1 + 100 + 1 + 1);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('a key that is a tuple of tuples', () => {
    const { lines, ms } = described(doubledKey(200));
    expect(lines[1]).toMatch(/^\[\[\[\[\.\.\.\], .* = 5$/);
    expect(lines[1]?.length).toBeLessThan(310);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('modules are refused where the names would be more than any memory', () => {
    writeCheckpoint(there('modules.pt'), doubledModules(40));
    expect(() => outlineFile(there('modules.pt'))).toThrow(
      /nests the same objects within each other more than 10000 times/,
    );
    expect(() => torch.stateDictOf(torch.load(there('modules.pt'), { weightsOnly: false }))).toThrow(
      /nests the same objects within each other more than 10000 times/,
    );
    writeCheckpoint(there('few.pt'), doubledModules(5));
    expect(outlineFile(there('few.pt'))).toMatchObject({ classes: ['model.Net'], tensors: [] });
  });

  test('a list of itself', () => {
    const { lines } = described(op('\x80\x02]q\x00(h\x00K\x07e.'));
    expect(lines.slice(1, -1)).toEqual(['0 = (the same as the whole file)', '1 = 7']);
  });

  test('a long list, a long text and a long integer that stand in many places', () => {
    const list = described(repeated(op(`](${'K\x07'.repeat(50_000)}e`), 50_000));
    expect(list.lines[1]).toBe(`0 = [${'7, '.repeat(32)}...`);
    expect(list.lines[2]).toBe('1 = (the same as 0)');
    expect(list.ms).toBeLessThan(LIMIT);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(100_000);
    const text = described(repeated(Buffer.concat([op('X'), length, Buffer.alloc(100_000, 'x')]), 20_000));
    expect(text.lines[1]).toBe(`0 = "${'x'.repeat(96)}...`);
    expect(text.lines[2]).toBe('1 = (the same as 0)');
    expect(text.ms).toBeLessThan(LIMIT);
    const integer = described(repeated(Buffer.concat([op('\x8b'), length, Buffer.alloc(100_000, 1)]), 20_000));
    expect(integer.lines[1]).toMatch(/^\(the whole file\) = \[\(an integer of more than 1024 bits\), /);
    expect(integer.ms).toBeLessThan(LIMIT);
  });

  test('many lines end with a note, and --all shows them', async () => {
    const many = Buffer.concat([
      op('\x80\x02]('),
      ...Array.from({ length: 12_000 }, () => op('(K\x01K\x02t')),
      op('e.'),
    ]);
    const { lines } = described(many);
    expect(lines.length).toBe(1 + 10_000 + 2);
    expect(lines[10_001]).toBe('... and 2000 more; --all prints them, --json everything for programs');
    const all = (await inspect('--all', there('made.pt'))).stdout;
    expect(all.split('\n').length).toBe(1 + 12_000 + 1 + 1);
  });

  test('the command ends at once, as text and as JSON', async () => {
    writeCheckpoint(there('deep.pt'), doubledLists(200));
    const { status, stdout } = await inspect('--json', there('deep.pt'));
    expect(status).toBe(0);
    const { values } = JSON.parse(stdout) as { values: Record<string, unknown> };
    expect(values['1']).toBe('(the same as 0)');
    expect((await inspect(there('deep.pt'))).status).toBe(0);
  });
});

test('nothing in a file commands the terminal, or looks like a line that it is not', async () => {
  const name = 'x\x1b[31m\u202e\n1 tensors';
  torch.save({ [name]: torch.ones([2]), note: 'a\x9b2J', __proto__x: 1 }, there('escape.pt'));
  const file = there('name\x1b[2J.pt');
  cpSync(there('escape.pt'), file);
  const { stdout, status } = await inspect(file);
  expect(status).toBe(0);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^name\\x1b\[2J\.pt: zip, /);
  expect(lines[1]).toBe('x\\x1b[31m\\u202e\\n1 tensors  float32  [2]  8 bytes');
  expect(lines.slice(2, 4)).toEqual(['note = "a\\x9b2J"', '__proto__x = 1']);
  const { stdout: json } = await inspect('--json', file);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  const outline = JSON.parse(json) as { tensors: { name: string }[] };
  expect(outline.tensors[0]?.name).toBe(name);
  const missing = await inspect(there('no\x1b[2J\n\u202e'));
  expect(missing).toMatchObject({ status: 1, stdout: '' });
  expect(missing.stderr).toBe(`inspect: "${folder}/no\\u001b[2J\\n\\u202e": there is no such file\n(ERR_TORCH_FILE)\n`);
});

test('a class that Python could not name is quoted', async () => {
  writeCheckpoint(there('class.pt'), op('\x80\x02](c\nx.exe\n)\x81cos\x1b\nsystem\n)\x81cmodel.net\nNet\n)\x81e.'));
  expect((await inspect(there('class.pt'))).stdout).toMatch(
    /\nclasses it would need in Python: ".x.exe", model.net.Net, "os\\u001b.system"\n$/,
  );
  const tree = torch.load<unknown[]>(there('class.pt'), { weightsOnly: false });
  expect(() => torch.stateDictOf(tree[1])).toThrow('torch.stateDictOf: an os\x1b.system is not a pickled module');
});

describe('folders and indices', () => {
  const state = { a: torch.arange(4, { dtype: torch.float32 }), b: torch.ones([8]), c: torch.zeros([2, 2]) };

  test('shards are one checkpoint, from the folder and from the index', async () => {
    const sharded = there('sharded');
    mkdirSync(sharded);
    torch.saveSafetensors(state, sharded, { maxShardSize: 40 });
    const lines = [
      /^model\.safetensors\.index\.json: safetensors in [23] files, \d+ bytes$/,
      /^a {2}float32 {2}\[4\] {5}16 bytes$/,
      /^b {2}float32 {2}\[8\] {5}32 bytes$/,
      /^c {2}float32 {2}\[2, 2\] {2}16 bytes$/,
    ];
    for (const given of [sharded, path.join(sharded, 'model.safetensors.index.json')]) {
      const { stdout, status } = await inspect(given);
      expect(status).toBe(0);
      lines.forEach((line, i) => expect(stdout.split('\n')[i]).toMatch(line));
      expect(stdout).toContain('3 tensors, 16 elements, 64 bytes');
    }
    const { tensors, shards } = JSON.parse((await inspect('--json', sharded)).stdout) as {
      tensors: { name: string }[];
      shards: string[];
    };
    expect(tensors.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(shards.every((name) => name.endsWith('.safetensors'))).toBe(true);
    expect(await convert(sharded, there('from-shards.pt'), {})).toBe(3);
    expect(torch.load(there('from-shards.pt')).a?.tolist()).toEqual([0, 1, 2, 3]);
    rmSync(path.join(sharded, shards[0] as string));
    expect(await inspect(sharded)).toMatchObject({ status: 1, stdout: '' });
    expect((await inspect(sharded)).stderr).toContain(`${shards[0] ?? ''}": there is no such file`);
  });

  test('shards of pytorch_model.bin are read by their index', async () => {
    const bins = there('bins');
    mkdirSync(bins);
    torch.save({ a: state.a, b: state.b }, path.join(bins, 'pytorch_model-00001-of-00002.bin'));
    torch.save({ c: state.c }, path.join(bins, 'pytorch_model-00002-of-00002.bin'));
    const map = { a: 1, b: 1, c: 2 };
    const names = Object.entries(map).map(([name, n]) => [name, `pytorch_model-0000${n}-of-00002.bin`]);
    writeFileSync(
      path.join(bins, 'pytorch_model.bin.index.json'),
      JSON.stringify({ weight_map: Object.fromEntries(names) }),
    );
    writeFileSync(path.join(bins, 'config.json'), '{}');
    const { stdout } = await inspect(bins);
    expect(stdout).toMatch(/^pytorch_model\.bin\.index\.json: zip in 2 files/);
    expect(stdout).toContain('3 tensors, 16 elements, 64 bytes\n');
    expect(await convert(bins, there('from-bins.safetensors'), {})).toBe(3);
    expect(torch.loadSafetensors(there('from-bins.safetensors')).c?.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('a folder with one checkpoint is that one; with several they are named; with none it says so', async () => {
    const some = there('some');
    mkdirSync(some);
    expect((await inspect(some)).stderr).toBe(`inspect: the folder "${some}" holds no checkpoint\n(ERR_TORCH_FILE)\n`);
    torch.save({ a: state.a }, path.join(some, 'last.pt'));
    expect((await inspect(some)).stdout).toMatch(/^last\.pt: zip/);
    torch.save({ a: state.a }, path.join(some, 'best.pt'));
    expect(await inspect(some)).toEqual({
      status: 1,
      stdout: '',
      stderr: `inspect: the folder "${some}" holds several checkpoints; name one of them: best.pt, last.pt\n(ERR_TORCH_FILE)\n`,
    });
    torch.saveSafetensors({ a: state.a }, path.join(some, 'model.safetensors'));
    expect((await inspect(some)).stdout).toMatch(/^model\.safetensors: safetensors/);
  });

  test('an index that leads elsewhere, or is none, is refused', async () => {
    const index = there('x.safetensors.index.json');
    for (const [text, message] of [
      ['{"weight_map":{"a":"../secret"}}', 'names "../secret", which is not a file beside it'],
      ['{"weight_map":{"a":"gone.safetensors"}}', 'gone.safetensors": there is no such file'],
      ['{}', 'has no weight_map'],
      ['null', 'not JSON of the right form, at byte 0'],
      ['{', 'cannot read the index'],
    ] as const) {
      writeFileSync(index, text);
      const { status, stderr } = await inspect(index);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

// Windows has no FIFOs and no device files to be refused.
const onPosix = process.platform === 'win32' ? test.skip : test;
onPosix('what is no regular file is refused before it is opened', async () => {
  execFileSync('mkfifo', [there('fifo')]);
  for (const command of ['inspect', 'convert']) {
    for (const [file, what] of [
      [there('fifo'), 'a FIFO'],
      ['/dev/zero', 'a device'],
    ] as const) {
      const args = command === 'convert' ? [file, there('out.pt')] : [file];
      const { status, stderr } = await program.run(command, ...args);
      expect([status, stderr]).toEqual([1, `${command}: "${file}" is ${what}, not a regular file\n(ERR_TORCH_FILE)\n`]);
    }
  }
  expect((await inspect(path.join(__dirname, 'inspect.test.ts'))).stderr).toMatch(
    /^inspect: ".*inspect\.test\.ts": the file is not/,
  );
});
