import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
