/** Sharded safetensors over an older set: whoever reads gets one set, whole, whenever the writer is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-shards-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const SIZE = 1 << 16;
const options = { maxShardSize: 4 * SIZE };
const setOf = (i: number, size = SIZE): Record<string, torch.Tensor> =>
  Object.fromEntries(NAMES.map((name) => [name, torch.full([size], i, { dtype: torch.float32 })]));

/** Saves the sets 0, 1, 2 … of five shards until it is killed. */
function startSaving(save: 'saveSafetensors' | 'saveSafetensorsAsync'): Promise<ChildProcess> {
  const script = `
    const torch = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
    (async () => {
      for (let i = 0; ; i++) {
        const set = Object.fromEntries(${JSON.stringify(NAMES)}.map((name) => [
          name, torch.full([${SIZE}], i, { dtype: torch.float32 }),
        ]));
        await torch.${save}(set, ${JSON.stringify(folder)}, ${JSON.stringify(options)});
        if (i === 1) console.log('saving');
      }
    })();
  `;
  const stdio = ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, ['-e', script], { stdio });
  return new Promise((resolve) => child.stdout.once('data', () => resolve(child)));
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}

/** The number of the set in the folder, of which all shards are. */
function numberOf(set: Readonly<Record<string, torch.Tensor>>): number {
  expect(Object.keys(set).sort()).toEqual(NAMES);
  const numbers = new Set(Object.values(set).flatMap((x) => [x.min().item(), x.max().item()]));
  expect(numbers.size).toBe(1);
  return Number([...numbers][0]);
}

const shards = (): string[] =>
  fs.readdirSync(folder).filter((name) => name.includes('.safetensors') && name[0] === 'm');
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a folder of shards', () => {
  it.each(['saveSafetensors', 'saveSafetensorsAsync'] as const)(
    'holds one set, whole, wherever %s is killed',
    async (save) => {
      const delays = Array.from({ length: 6 }, () => Math.random() * 60);
      for (const delay of delays) {
        const child = await startSaving(save);
        await pause(delay);
        await kill(child);
        numberOf(torch.loadSafetensors(folder));
      }
      // The next save removes what nobody has written to for a minute.
      const hour = new Date(Date.now() - 3_600_000);
      for (const name of shards()) fs.utimesSync(join(folder, name), hour, hour);
      torch.saveSafetensors(setOf(7, 3), folder, { maxShardSize: 12 });
      expect(numberOf(torch.loadSafetensors(folder))).toBe(7);
      expect(shards().length).toBe(NAMES.length + 1);
      expect(shards().filter((name) => name.includes('.tmp-'))).toEqual([]);
    },
    120_000,
  );

  it('gives one set to those who read while it is replaced', async () => {
    const child = await startSaving('saveSafetensors');
    const seen = new Set<number>();
    try {
      for (let i = 0; i < 30; i++) {
        seen.add(numberOf(torch.loadSafetensors(folder, { mmap: i % 2 === 0 })));
        seen.add(numberOf(await torch.loadSafetensorsAsync(folder)));
        expect([...torch.safetensorsInfo(folder).tensors.keys()].sort()).toEqual(NAMES);
      }
    } finally {
      await kill(child);
    }
    expect(seen.size).toBeGreaterThan(3);
  }, 120_000);

  it('keeps the old set when a save fails, and leaves nothing of the new one', () => {
    torch.saveSafetensors(setOf(1, 3), folder, { maxShardSize: 12 });
    const before = shards().sort();
    expect(before).toContain('model-00001-of-00005.safetensors');
    const broken = setOf(2, 3);
    (broken.e as torch.Tensor).dispose();
    expect(() => torch.saveSafetensors(broken, folder, { maxShardSize: 12 })).toThrow(torch.TorchError);
    expect(numberOf(torch.loadSafetensors(folder))).toBe(1);
    expect(shards().sort()).toEqual(before);
  });

  it('leaves other files, and sets that somebody may be writing, as they are', () => {
    const others = [
      'config.json',
      'model.safetensors',
      'model-extra.safetensors',
      'adapter-00001-of-00001.safetensors',
    ];
    for (const name of others) fs.writeFileSync(join(folder, name), name);
    const fresh = 'model-0123456789ab-00001-of-00002.safetensors';
    fs.writeFileSync(join(folder, fresh), 'half');
    torch.saveSafetensors(setOf(1, 3), folder, { maxShardSize: 12 });
    torch.saveSafetensors(setOf(2, 3), folder, { maxShardSize: 24 });
    expect(numberOf(torch.loadSafetensors(folder))).toBe(2);
    expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining([...others, fresh]));
    expect(shards().filter((name) => /-of-00003/.test(name)).length).toBe(3);
    expect(shards().filter((name) => /-of-00005/.test(name))).toEqual([]);
  });

  it('takes two saves at once', async () => {
    await Promise.all([1, 2, 3].map((i) => torch.saveSafetensorsAsync(setOf(i, 3), folder, { maxShardSize: 12 })));
    expect([1, 2, 3]).toContain(numberOf(torch.loadSafetensors(folder)));
  });

  it('is refused where a file is', () => {
    fs.writeFileSync(join(folder, 'file'), '');
    expect(() => torch.saveSafetensors(setOf(1, 3), join(folder, 'file'), options)).toThrow(/should be a folder/);
  });
});
