/** Arguments of the functions for checkpoints: by position as in Python, by name, one too many, a wrong name. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-options-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const there = (name: string): string => join(folder, name);
const { nn } = torch;
type Loose = (...args: unknown[]) => unknown;
const state = (): Record<string, torch.Tensor> => ({ x: torch.ones([2]) });

/** A call of each function that is right. */
const CALLS: Readonly<Record<string, () => readonly unknown[]>> = {
  load: () => [there('a.pt')],
  loadAsync: () => [there('a.pt')],
  save: () => [state(), there('b.pt')],
  saveAsync: () => [state(), there('b.pt')],
  saveModel: () => [new nn.Linear(2, 1), there('m.pt')],
  loadModel: () => [there('m.pt'), { classes: { Linear: nn.Linear } }],
  saveSafetensors: () => [state(), there('b.safetensors')],
  saveSafetensorsAsync: () => [state(), there('b.safetensors')],
  loadSafetensors: () => [there('a.safetensors')],
  loadSafetensorsAsync: () => [there('a.safetensors')],
  safetensorsInfo: () => [there('a.safetensors')],
  saveArchive: () => [state(), there('b.archive')],
};

beforeAll(() => {
  torch.save(state(), there('a.pt'));
  torch.saveModel(new nn.Linear(2, 1), there('m.pt'), { args: [2, 1] });
  torch.saveSafetensors(state(), there('a.safetensors'));
});

async function messageOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

describe.each(Object.entries(CALLS))('torch.%s', (name, args) => {
  const call: Loose = (torch as unknown as Record<string, Loose>)[name] as Loose;

  it('refuses an unknown option', async () => {
    const given = args().filter((arg) => typeof arg !== 'object' || !('classes' in (arg as object)));
    expect(await messageOf(() => call(...given, { wrongOption: 1 }))).toMatch(/unknown option 'wrongOption'/);
  });

  it('refuses one argument too many', async () => {
    const given = args();
    const message = await messageOf(() => call(...given, null, null, null, 5));
    expect(message).toMatch(new RegExp(`torch\\.${name}\\(\\) takes at most`));
  });
});

it('torch.fromFile refuses an unknown option', () => {
  fs.writeFileSync(there('numbers.bin'), Float32Array.of(1, 2, 3));
  const fromFile = torch.fromFile as Loose;
  expect(() => fromFile(there('numbers.bin'), { sise: 3 })).toThrow(/unknown argument 'sise': did you mean 'size'/);
  expect(torch.fromFile(there('numbers.bin'), { size: 3 }).tolist()).toEqual([1, 2, 3]);
  expect(torch.fromFile(there('numbers.bin'), false, 2).tolist()).toEqual([1, 2]);
});

describe('by position, as in Python', () => {
  it('torch.load takes the device', () => {
    expect(torch.load(there('a.pt'), 'meta').x?.device.type).toBe('meta');
    expect(torch.load(there('a.pt'), () => 'meta').x?.device.type).toBe('meta');
    expect(torch.load(there('a.pt'), new Map([['cpu', 'meta']])).x?.device.type).toBe('meta');
    expect(torch.load(there('a.pt'), null, { mmap: true }).x?.tolist()).toEqual([1, 1]);
    expect(torch.load(there('a.pt'), { mapLocation: { cpu: 'meta' } }).x?.device.type).toBe('meta');
  });

  it('torch.load takes what stands behind * by name only', () => {
    expect(() => (torch.load as Loose)(there('a.pt'), null, false)).toThrow(/weightsOnly, mmap are given by name/);
  });

  it('loadSafetensors takes the device', () => {
    expect(torch.loadSafetensors(there('a.safetensors'), 'cpu').x?.tolist()).toEqual([1, 1]);
    expect(() => (torch.loadSafetensors as Loose)(there('a.safetensors'), 5)).toThrow(/'device' should be a device/);
  });

  it('null is the same as leaving an option out', () => {
    const options = { mapLocation: null, mmap: null, weightsOnly: null };
    expect(torch.load(there('a.pt'), options).x?.tolist()).toEqual([1, 1]);
  });
});

describe('values of a wrong kind', () => {
  it.each([
    ['load', [() => there('a.pt'), () => ({ weightsOnly: 0 })], /'weightsOnly' should be a boolean or null, got 0/],
    ['load', [() => Promise.resolve(Buffer.alloc(3))], /got a Promise; await it/],
    ['load', [() => new Blob([])], /got a Blob; pass await blob.arrayBuffer\(\)/],
    ['loadSafetensors', [() => there('a.safetensors'), () => ({ mmap: 'yes' })], /'mmap' should be a boolean/],
    ['saveSafetensors', [state, () => there('x'), () => ({ maxShardSize: 0 })], /integer of at least 1 or null, got 0/],
    ['saveSafetensors', [() => new nn.Linear(1, 1), () => there('x')], /got a Linear; pass its stateDict\(\)/],
    ['saveSafetensors', [() => torch.ones([2]), () => there('x')], /expected an object of tensors, got a Tensor/],
    ['saveSafetensors', [() => [torch.ones([2])], () => there('x')], /expected an object of tensors/],
    ['saveArchive', [() => new Date(0), () => there('x')], /expected an object of tensors, got a Date/],
    ['saveModel', [() => ({}), () => there('x')], /'model' should be an nn.Module/],
    ['saveModel', [() => new nn.Linear(1, 1), () => there('x'), () => ({ args: 5 })], /'args' should be an array/],
    ['loadModel', [() => there('m.pt'), () => ({})], /misses 'classes'/],
  ] as const)('torch.%s', async (name, args, message) => {
    const call: Loose = (torch as unknown as Record<string, Loose>)[name] as Loose;
    expect(await messageOf(() => call(...args.map((arg) => arg())))).toMatch(message);
  });
});

describe('saveSafetensors', () => {
  it.each([
    [{ epoch: 3 }, /metadata 'epoch' should be a string, got 3/],
    [{ a: null }, /metadata 'a' should be a string, got null/],
    [{ a: undefined }, /metadata 'a' should be a string, got undefined/],
    [{ a: { b: 'c' } }, /metadata 'a' should be a string, got an Object/],
    [new Map<unknown, unknown>([[1, 'a']]), /names of metadata should be strings, got 1/],
    ['pt', /'metadata' should be an object or null, got 'pt'/],
    [['pt'], /'metadata' should be an object or null/],
  ])('refuses metadata that are no strings: %p', (metadata, message) => {
    const options = { metadata } as unknown as torch.SaveSafetensorsOptions;
    expect(() => torch.saveSafetensors(state(), there('none.safetensors'), options)).toThrow(message);
    expect(() => torch.saveSafetensors(state(), there('none.safetensors'), options)).toThrow(TypeError);
    expect(fs.existsSync(there('none.safetensors'))).toBe(false);
  });

  it('refuses names and texts that no reader takes', () => {
    const one = torch.ones([2]);
    for (const save of [
      () => torch.saveSafetensors({ __metadata__: one }, there('none')),
      () => torch.saveSafetensors({ 'a\ud83d': one }, there('none')),
      () => torch.saveSafetensors({ a: one }, there('none'), { metadata: { a: '\ude00' } }),
    ]) {
      expect(save).toThrow(torch.TorchValueError);
    }
    expect(() => torch.saveSafetensors({ __metadata__: one }, there('none'))).toThrow(
      /no tensor can be named '__metadata__'/,
    );
  });

  it('refuses sparse and meta tensors by name', () => {
    const eye = torch.ones([2, 2]);
    expect(() => torch.saveSafetensors({ eye: eye.toSparse() }, there('none'))).toThrow(
      /eye has layout torch.sparse_coo/,
    );
    expect(() => torch.saveSafetensors({ eye: eye.to('meta') }, there('none'))).toThrow(/eye is a meta tensor/);
  });

  it('takes a Map, any name, and keeps metadata whatever they are called', () => {
    const metadata = JSON.parse('{"__proto__": "a", "format": "pt", "ü😀": "\\u0001"}') as Record<string, string>;
    const entries = new Map([
      ['__proto__', torch.ones([1])],
      ['a"\\\n', torch.zeros([1])],
    ]);
    torch.saveSafetensors(entries, there('names.safetensors'), { metadata });
    const info = torch.safetensorsInfo(there('names.safetensors'));
    expect([...info.tensors.keys()].sort()).toEqual([...entries.keys()].sort());
    expect(Object.entries(info.metadata)).toEqual(Object.entries(metadata));
    expect(Object.keys(torch.loadSafetensors(there('names.safetensors'))).sort()).toEqual([...entries.keys()].sort());
  });
});
