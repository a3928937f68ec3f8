import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = JSON.stringify(join(__dirname, '../../dist/index.js'));
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-memory-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, options: readonly string[] = []): string =>
  execFileSync(process.execPath, [...options, '-e', script], { encoding: 'utf8' }).trim();

/** A legacy checkpoint of a list of `count` empty lists: two bytes of pickle for each. */
function manyLists(path: string, count: number): void {
  const pickled = (body: Buffer): Buffer => Buffer.concat([Buffer.from([0x80, 2]), body, Buffer.from('.')]);
  const head = Buffer.from('80028a0a6cfc9c46f9206aa850192e', 'hex');
  const lists = Buffer.concat([Buffer.from(']'), Buffer.from(']a'.repeat(count))]);
  const parts = [head, pickled(Buffer.from('M\xe9\x03', 'latin1')), pickled(Buffer.from('}')), pickled(lists)];
  writeFileSync(path, Buffer.concat([...parts, pickled(Buffer.from(']'))]));
}

describe('the memory that a checkpoint takes', () => {
  it('is refused when the JavaScript heap cannot hold it, where V8 would end the process', () => {
    const path = join(folder, 'lists.pt');
    manyLists(path, 600_000);
    const script = `
      const torch = require(${library});
      const load = async (call) => {
        try {
          return (await call()).length;
        } catch (error) {
          return error instanceof torch.TorchError ? error.message : String(error);
        }
      };
      (async () => {
        const path = ${JSON.stringify(path)};
        const results = [await load(() => torch.load(path)), await load(() => torch.loadAsync(path, { weightsOnly: false }))];
        console.log(JSON.stringify(results));
      })();`;
    const refusal =
      /describes 600001 objects, for which about \d+ MB of JavaScript memory .* larger --max-old-space-size/;
    const refused = JSON.parse(run(script, ['--max-old-space-size=64'])) as unknown[];
    expect(refused).toEqual([expect.stringMatching(refusal), expect.stringMatching(refusal)]);
    expect(JSON.parse(run(script, ['--max-old-space-size=1024']))).toEqual([600_000, 600_000]);
  }, 180_000);

  // Peaks are reset and read through /proc.
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux(
    'is at most twice the file, and 24 MB, for every attack',
    () => {
      const script = `
      const fs = require('node:fs');
      const torch = require(${library});
      const kilobytes = (name) => Number(new RegExp(name + ':\\\\s+(\\\\d+)').exec(fs.readFileSync('/proc/self/status', 'latin1'))[1]);
      const samples = ${JSON.stringify(join(__dirname, 'samples'))};
      const attempt = (path) => { try { torch.load(path); return 'opened'; } catch { return 'refused'; } };
      const paths = fs.readdirSync(samples).map((name) => samples + '/' + name);
      for (const path of paths) attempt(path); // code and tables are there from now on
      const results = {};
      // The least of three measurements: the process's own to and fro (V8's young generation growing, a thread of the compiler) only adds.
      for (const path of paths) {
        for (let round = 0; round < 3; round++) {
          gc();
          fs.writeFileSync('/proc/self/clear_refs', '5');
          const before = kilobytes('VmRSS');
          if (attempt(path) !== 'refused') break;
          const growth = (kilobytes('VmHWM') - before) * 1024;
          results[path] = [fs.statSync(path).size, Math.min(growth, results[path]?.[1] ?? Infinity)];
        }
      }
      console.log(JSON.stringify(results));`;
      const results = Object.entries(JSON.parse(run(script, ['--expose-gc'])) as Record<string, [number, number]>);
      expect(results.length).toBeGreaterThan(60);
      const beyond = results.filter(([, [size, growth]]) => growth > 2 * size + 24 * 2 ** 20);
      expect(beyond).toEqual([]);
    },
    180_000,
  );

  onLinux(
    'is once the tensors to load, and next to nothing to map and to save',
    () => {
      const path = join(folder, 'large.pt');
      const script = (body: string): string => `
      const fs = require('node:fs');
      const torch = require(${library});
      const kilobytes = (name) => Number(new RegExp(name + ':\\\\s+(\\\\d+)').exec(fs.readFileSync('/proc/self/status', 'latin1'))[1]);
      const path = ${JSON.stringify(path)};
      torch.load(torch.saveToBuffer([torch.ones([4])]));
      const state = Object.fromEntries(Array.from({ length: 8 }, (_, i) => ['layer' + i, torch.full([2 << 20], i)]));
      torch.save(state, path);
      fs.writeFileSync('/proc/self/clear_refs', '5');
      const before = kilobytes('VmRSS');
      ${body}
      console.log((kilobytes('VmHWM') - before) / 1024);`;
      // The least of two processes, for the same reason.
      const megabytes = (body: string): number => Math.min(...[1, 2].map(() => Number(run(script(body)))));
      // 128 MB of tensors (of int64); the rest is the process's own to and fro.
      expect(megabytes('torch.load(path)')).toBeLessThan(128 + 32);
      expect(megabytes('torch.load(path, { mmap: true })')).toBeLessThan(32);
      expect(megabytes('torch.save(state, path)')).toBeLessThan(64);
    },
    180_000,
  );
});
