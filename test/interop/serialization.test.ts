import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { native } from '../../lib/binding';
import * as torch from '../../lib/index';
import { handleOf } from '../../lib/tensor';
import { PythonSession } from './python-session';

let folder: string;
let python: PythonSession;
let names: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-corpus-'));
  python = new PythonSession(join(__dirname, 'serialization_corpus.py'));
  names = (await python.ask(`write ${folder}`)) as string[];
}, 120_000);

afterAll(async () => {
  await python.close();
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (tensor: torch.Tensor): Buffer => Buffer.from(native.toBytes(handleOf(tensor)));
const file = (name: string): string => join(folder, `${name}.pt`);

describe('checkpoints of Python', () => {
  it('come back to Python equal in value, dtype, stride, aliasing and type', async () => {
    expect(names.length).toBeGreaterThan(60);
    for (const name of names) torch.save(torch.load(file(name)), join(folder, `${name}.back.pt`));
    expect(await python.ask(`verify ${folder}`)).toEqual([]);
  }, 120_000);

  it('read the same mapped, from bytes, and off the thread', async () => {
    const state = torch.load(file('state-dict.zip'));
    const others = [
      torch.load(file('state-dict.zip'), { mmap: true }),
      await torch.loadAsync(file('state-dict.zip'), { mapLocation: 'cpu' }),
      torch.load(torch.saveToBuffer(state)),
    ];
    for (const other of others) {
      expect(Object.keys(other)).toEqual(Object.keys(state));
      for (const [name, tensor] of Object.entries(state)) {
        expect(bytesOf(other[name] as torch.Tensor)).toEqual(bytesOf(tensor));
      }
    }
  });

  it('keep the order and the attributes of an OrderedDict', () => {
    const state = torch.load(file('state-dict.zip'));
    expect(Object.keys(state)[0]).toBe('0.weight');
    expect(torch.orderedDictAttributes(state)).toHaveProperty('_metadata');
  });

  it('become the nearest values of JavaScript', () => {
    const plain = torch.load<Record<string, unknown>>(file('plain.zip'));
    expect(plain).toMatchObject({ none: null, true: true, int: 7, big: 2n ** 70n, edge: 2n ** 53n + 1n, float: 0.1 });
    expect(plain.int64).toBe(-(2n ** 63n));
    expect(plain.tuple).toEqual([1, [2], []]);
    expect(Object.isFrozen(plain.tuple)).toBe(true);
    expect(plain['int keys']).toEqual(
      new Map([
        [1, 'a'],
        [0, 'b'],
      ]),
    );
    expect(plain.set).toEqual(new Set([1, 2]));
    expect(plain.bytes).toEqual(Uint8Array.from({ length: 256 }, (_, i) => i));
    const [, nested] = plain.list as [unknown[], unknown[]];
    expect(nested[0]).toBe(nested[1]);
    expect((plain.cycle as unknown[])[1]).toBe(plain.cycle);
  });

  it('of a whole model are refused with the way out, and give their state dict as a tree', () => {
    for (const name of ['whole-model', 'whole-model-legacy']) {
      expect(() => torch.load(file(name))).toThrow(
        /torch\.nn\.modules\.\S+ is|needs torch\.nn\.modules.*weightsOnly: false/s,
      );
      const tree = torch.load<torch.PickledObject>(file(name), { weightsOnly: false });
      expect(tree.className).toBe('torch.nn.modules.container.Sequential');
      expect(Object.keys(torch.stateDictOf(tree))).toEqual(Object.keys(torch.load(file('state-dict.zip'))));
    }
  });

  it('are mapped to other devices', () => {
    const state = torch.load(file('state-dict.zip'), { mapLocation: 'meta' });
    expect(Object.values(state).every((tensor) => tensor.device.type === 'meta')).toBe(true);
    const seen: string[] = [];
    const mapLocation = (location: string): null => (seen.push(location), null);
    torch.load(file('state-dict.zip'), { mapLocation });
    expect(seen).toEqual(['cpu']);
  });
});

describe('the asynchronous forms', () => {
  const library = JSON.stringify(join(__dirname, '../../dist/index.js'));

  it('keep the event loop free', () => {
    // 128 MB in 32 tensors: reading or writing them takes many times the bound. A process of its own, as jest keeps this
    // one's event loop busy; how long the loop was busy all together is more than any single block.
    const script = `
      const torch = require(${library});
      const { performance } = require('node:perf_hooks');
      const busy = async (work) => {
        const before = performance.eventLoopUtilization();
        await work();
        return performance.eventLoopUtilization(before).active;
      };
      const state = Object.fromEntries(Array.from({ length: 32 }, (_, i) => ['layer' + i, torch.zeros([1 << 20])]));
      const path = ${JSON.stringify(file('large'))};
      const rounds = { save: [], load: [] };
      (async () => {
        for (let i = 0; i < 8; i++) {
          rounds.save.push(await busy(() => torch.saveAsync(state, path)));
          rounds.load.push(await busy(() => torch.loadAsync(path)));
        }
        const bytes = require('node:fs').readFileSync(path);
        let turns = 0;
        const count = setInterval(() => turns++, 0);
        await torch.loadAsync(bytes);
        clearInterval(count);
        rounds.turns = [turns];
        console.log(JSON.stringify(rounds));
      })();
    `;
    const rounds = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as Record<
      string,
      number[]
    >;
    // The best of eight: on a busy machine another process takes the time of one now and then.
    expect(Math.min(...(rounds.save as number[]))).toBeLessThan(20);
    expect(Math.min(...(rounds.load as number[]))).toBeLessThan(20);
    // The bytes of a buffer are copied in pieces of 4 MB, and the loop turns in between.
    expect(rounds.turns?.[0]).toBeGreaterThan(5);
  });

  it('settle in a worker that is terminated in the middle', async () => {
    const script = `
      const { parentPort } = require('node:worker_threads');
      const torch = require(${library});
      torch.loadAsync(${JSON.stringify(file('large'))});
      parentPort.postMessage('started');
    `;
    for (let i = 0; i < 3; i++) {
      const worker = new Worker(script, { eval: true });
      await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      expect(await worker.terminate()).toBe(1);
    }
  });
});
