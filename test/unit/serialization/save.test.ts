import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as torch from '../../../lib/index';
import { outlineFile } from '../../../lib/serialization/outline';
import { convert } from '../../../lib/cli/convert-run';
import { describe as describeOutline } from '../../../lib/cli/inspect-run';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-save-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const there = (name: string): string => join(folder, name);
const back = <T>(value: T): T => torch.load<T>(torch.saveToBuffer(value));
/** Four elements of float32. */
const some = (): torch.Tensor => torch.loadSafetensors(oneTensor()).x as torch.Tensor;

function oneTensor(): string {
  const header = Buffer.from('{"x":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(
    there('x.safetensors'),
    Buffer.concat([length, header, Buffer.from(Float32Array.of(1, 2, 3, 4).buffer)]),
  );
  return there('x.safetensors');
}

describe('torch.save', () => {
  it.each([
    ['null', null],
    ['a negative zero', -0],
    ['infinity', -Infinity],
    ['a large number', 1e300],
    ['an integer of 2^53 - 1', Number.MAX_SAFE_INTEGER],
    ['a bigint', -(2n ** 2100n)],
    ['a bigint at the edge of bytes', [127n, 128n, -128n, -129n, 2n ** 31n, -(2n ** 31n) - 1n, 2n ** 63n]],
    ['an empty string', ''],
    ['half a surrogate pair', 'a\ud83d'],
    ['a deep array', [[[[[]]]]]],
    [
      'a Map',
      new Map<unknown, unknown>([
        [1, 'a'],
        ['b', null],
      ]),
    ],
    ['a Set', new Set(['x', 1])],
    ['300 strings', Array.from({ length: 300 }, (_, i) => `string ${i}`)],
    ['a long array', Array.from({ length: 5000 }, (_, i) => i - 2500)],
    ['a dtype', torch.bfloat16],
    ['a complex number', torch.complexNumber(1, -2)],
  ])('keeps %s', (_, value) => {
    const result: unknown = back(value);
    const plain = (v: unknown): unknown =>
      typeof v === 'bigint' && v >= -(2n ** 53n) && v < 2n ** 53n ? Number(v) : v;
    expect(result).toEqual(Array.isArray(value) ? value.map(plain) : plain(value));
  });

  it('keeps identity, cycles and tuples', () => {
    const shared = { a: 1 };
    const cycle: unknown[] = [shared, shared, Object.freeze([1, shared])];
    cycle.push(cycle);
    const result = back(cycle) as [object, object, readonly unknown[], unknown];
    expect(result[0]).toBe(result[1]);
    expect(result[2][1]).toBe(result[0]);
    expect(Object.isFrozen(result[2])).toBe(true);
    expect(result[3]).toBe(result);
  });

  it('keeps objects whose keys look like indices as Maps, in their order', () => {
    const value = new Map([
      ['10', 1],
      ['9', 2],
    ]);
    expect([...back(value).keys()]).toEqual(['10', '9']);
    const evil = JSON.parse('{"__proto__": 1, "a": 2}') as object;
    expect(back(evil)).toEqual(
      new Map([
        ['__proto__', 1],
        ['a', 2],
      ]),
    );
  });

  it('writes shared storages once and shares them again', () => {
    const tensor = some();
    const bytes = torch.saveToBuffer([tensor, tensor]);
    const [a, b] = torch.load<torch.Tensor[]>(bytes);
    expect(a).toBe(b);
    expect(torch.load<torch.Size>(torch.saveToBuffer(torch.Size.from([2, 3])))).toBeInstanceOf(torch.Size);
  });

  it.each([
    ['a function', { a: [() => 1] }, /function cannot be saved at a\[0\]/],
    ['undefined', { a: undefined }, /undefined cannot be saved at a/],
    ['a symbol', [Symbol('x')], /symbol cannot be saved at \[0\]/],
    ['an instance', { when: new Date() }, /an instance of Date cannot be saved at when/],
    ['a Float32Array', new Float32Array(1), /typed array other than Uint8Array/],
    ['a tuple in itself', tupleInItself(), /contains itself/],
    ['too deep a nesting', deep(2000), /more than 1000 levels/],
  ])('refuses %s with its path', (_, value, message) => {
    expect(() => torch.saveToBuffer(value)).toThrow(TypeError);
    expect(() => torch.saveToBuffer(value)).toThrow(message);
  });

  it('leaves the old file when it fails, and no temporary one', async () => {
    writeFileSync(there('old.pt'), 'old');
    expect(() => torch.save({ a: () => 1 }, there('old.pt'))).toThrow(TypeError);
    const disposed = some();
    disposed.dispose();
    expect(() => torch.save(disposed, there('old.pt'))).toThrow(torch.TorchError);
    await expect(torch.saveAsync(some(), join(folder, 'no', 'such.pt'))).rejects.toThrow(/cannot write/);
    expect(readFileSync(there('old.pt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('writes through a symbolic link and to a URL', () => {
    writeFileSync(there('target.pt'), '');
    symlinkSync(there('target.pt'), there('link.pt'));
    torch.save([1], there('link.pt'));
    torch.save([2], pathToFileURL(there('url.pt')));
    expect([torch.load(there('target.pt')), torch.load(pathToFileURL(there('url.pt')))]).toEqual([[1], [2]]);
  });

  it('writes from several jobs at once', async () => {
    const tensors = Array.from({ length: 8 }, () => some());
    await Promise.all(tensors.map((tensor, i) => torch.saveAsync({ tensor, i }, there(`job-${i % 4}.pt`))));
    const loaded = await Promise.all([0, 1, 2, 3].map((i) => torch.loadAsync<{ i: number }>(there(`job-${i}.pt`))));
    expect(loaded.map(({ i }, index) => i % 4 === index)).toEqual([true, true, true, true]);
  });

  it('is taken back by a signal as long as it has not begun', async () => {
    const signal = AbortSignal.abort(new Error('not now'));
    await expect(torch.saveAsync(some(), there('aborted.pt'), { signal })).rejects.toThrow('not now');
    await expect(torch.loadAsync(oneTensor(), { signal })).rejects.toThrow('not now');
    await expect(torch.loadSafetensorsAsync(oneTensor(), { signal })).rejects.toThrow('not now');
    await expect(torch.saveSafetensorsAsync({ x: some() }, there('aborted.pt'), { signal })).rejects.toThrow('not now');
    expect(readdirSync(folder).filter((name) => name.startsWith('aborted'))).toEqual([]);
    await expect(torch.saveAsync([1], there('x.pt'), { sginal: signal } as never)).rejects.toThrow(
      /unknown option 'sginal': did you mean 'signal'/,
    );
  });

  it('is taken back by a signal while it waits for the threads', async () => {
    const state = { x: torch.zeros([1 << 20]) };
    const names = Array.from({ length: 9 }, (_, i) => there(`queue-${i}.pt`));
    const controller = new AbortController();
    const jobs = names.map((name) => torch.saveAsync(state, name, { signal: controller.signal }));
    controller.abort(new Error('enough'));
    const results = await Promise.allSettled(jobs);
    // What was taken back wrote nothing, the rest wrote all.
    const written = results.map(({ status }) => status === 'fulfilled');
    expect(names.map((name) => existsSync(name))).toEqual(written);
    expect(written).toContain(false);
  });
});

function tupleInItself(): unknown {
  const list: unknown[] = [];
  const tuple = [list];
  list.push(tuple);
  return Object.freeze(tuple);
}

function deep(levels: number): unknown {
  let value: unknown[] = [];
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

describe('torch.load', () => {
  it.each([
    [{ map_location: 'cpu' }, /unknown option 'map_location': did you mean 'mapLocation'/],
    [{ color: 1 }, /unknown option 'color'; it has f, mapLocation, weightsOnly, mmap/],
    [{ mapLocation: 5 }, /'mapLocation' should be a device, a table of devices, a function or null, got 5/],
    [{ mapLocation: () => 5 }, /mapLocation returned 5 for cpu; expected a device/],
    [{ weightsOnly: 'no' }, /'weightsOnly' should be a boolean or null, got 'no'/],
    [{ mmap: 1 }, /'mmap' should be a boolean or null, got 1/],
  ])('refuses options %j', (options, message) => {
    torch.save(some(), there('options.pt'));
    expect(() => torch.load(there('options.pt'), options as unknown as torch.LoadOptions)).toThrow(message);
  });

  it('says how to load a checkpoint of a device that is not here', () => {
    const bytes = torch.saveToBuffer(some());
    const elsewhere = Buffer.from(bytes.toString('latin1').replace('X\x03\0\0\0cpu', 'X\x03\0\0\0xla'), 'latin1');
    expect(() => torch.load(elsewhere)).toThrow(
      /saved on xla, but xla is missing here: this libtorch has no such device; pass { mapLocation: 'cpu' }/,
    );
    expect(torch.load<torch.Tensor>(elsewhere, { mapLocation: { xla: 'cpu' } }).shape).toEqual([4]);
  });
});

class Model implements torch.SavableModel {
  training = true;
  constructor(
    readonly size: number,
    public weight = some(),
  ) {}
  stateDict(): Record<string, torch.Tensor> {
    return { weight: this.weight };
  }
  loadStateDict({ weight }: Record<string, torch.Tensor>): void {
    this.weight = weight as torch.Tensor;
  }
  train(mode = true): void {
    this.training = mode;
  }
}

describe('saveModel and loadModel', () => {
  it('make the class again, with its arguments, state and mode', () => {
    const model = new Model(7);
    model.train(false);
    torch.saveModel(model, there('model.pt'), { args: [7] });
    const loaded = torch.loadModel<Model>(there('model.pt'), { classes: { Model } });
    expect([loaded.size, loaded.training, loaded.weight.shape]).toEqual([7, false, [4]]);
    expect(Object.keys(torch.load<{ state_dict: object }>(there('model.pt')).state_dict)).toEqual(['weight']);
  });

  it('make only the classes that were named', () => {
    expect(() => torch.loadModel(there('model.pt'), { classes: {} })).toThrow(
      /holds a Model; pass { classes: { Model } }/,
    );
    torch.save({ class: 'Model' }, there('other.pt'));
    expect(() => torch.loadModel(there('other.pt'), { classes: { Model } })).toThrow(/not written by torch\.saveModel/);
  });
});

describe('inspect and convert', () => {
  it('list what a file holds without loading it', () => {
    const x = some();
    torch.save({ model: { x, again: x }, epoch: 3, tag: 'a' }, there('inspect.pt'));
    const outline = outlineFile(there('inspect.pt'));
    expect(outline.tensors.map(({ name, dtype, shape, bytes }) => [name, dtype, shape, bytes])).toEqual([
      ['model.x', 'float32', [4], 16],
      ['model.again', 'float32', [4], 16],
    ]);
    expect(outline.values).toEqual({ epoch: 3, tag: 'a' });
    expect(describeOutline('inspect.pt', outline).join('\n')).toContain(
      '2 tensors, 8 elements, 32 bytes, 2 of them in 1 storages',
    );
  });

  it('convert a part of a checkpoint to safetensors and back', async () => {
    await expect(convert(there('inspect.pt'), there('c.safetensors'), {})).rejects.toThrow(
      /epoch, tag; choose a part with --key/,
    );
    await expect(convert(there('inspect.pt'), there('c.safetensors'), { key: 'model' })).rejects.toThrow(
      /share their elements/,
    );
    await expect(convert(there('inspect.pt'), there('c.safetensors'), { key: 'none' })).rejects.toThrow(
      /has no "none"/,
    );
    expect(await convert(there('inspect.pt'), there('c.safetensors'), { key: 'model', clone: true })).toBe(2);
    expect(await convert(there('c.safetensors'), there('c.pt'), {})).toBe(2);
    expect(Object.keys(torch.load(there('c.pt'))).sort()).toEqual(['again', 'x']);
  });
});
