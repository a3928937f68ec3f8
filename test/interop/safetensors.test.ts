import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { native } from '../../lib/native/binding';
import * as torch from '../../lib/index';
import { handleOf } from '../../lib/tensor/tensor';
import { runPython } from '../support/python';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-safetensors-'));
  runPython(
    `
from safetensors.torch import save_file
names = "float16 float32 float64 bfloat16 float8_e4m3fn float8_e5m2 uint8 uint16 uint32 uint64 int8 int16 int32 int64 bool complex64".split()
raw = torch.arange(96, dtype=torch.uint8)
tensors = {n: (raw % 2 if n == "bool" else raw).view(getattr(torch, n))[:6].reshape(2, 3).clone() for n in names}
tensors |= {"scalar": torch.tensor(3.5), "empty": torch.empty(0, 3), "größe": torch.ones(2)}
save_file(tensors, input["path"], metadata={"format": "pt", "note": "ä"})
torch.save(tensors, input["path"] + ".pt")
output = None
`,
    { path: join(folder, 'python.safetensors') },
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (tensor: torch.Tensor): Buffer => Buffer.from(native.toBytes(handleOf(tensor)));

function expectSame(actual: Record<string, torch.Tensor>, expected: Record<string, torch.Tensor>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, tensor] of Object.entries(expected)) {
    const other = actual[name] as torch.Tensor;
    expect([name, other.dtype.name, other.shape]).toEqual([name, tensor.dtype.name, tensor.shape]);
    expect(bytesOf(other)).toEqual(bytesOf(tensor));
  }
}

describe('safetensors', () => {
  const written = (): Record<string, torch.Tensor> => torch.load(join(folder, 'python.safetensors.pt'));

  it('of Python are read, mapped and off the thread', async () => {
    const path = join(folder, 'python.safetensors');
    expectSame(torch.loadSafetensors(path), written());
    expectSame(torch.loadSafetensors(path, { mmap: true }), written());
    expectSame(await torch.loadSafetensorsAsync(path, { device: 'cpu' }), written());
    const info = torch.safetensorsInfo(path);
    expect(info.metadata).toEqual({ format: 'pt', note: 'ä' });
    expect(info.tensors.get('float16')).toMatchObject({ dtype: 'float16', shape: [2, 3], bytes: 12 });
  });

  it('are written as Python reads them, whole and in shards', async () => {
    const path = join(folder, 'node.safetensors');
    torch.saveSafetensors(written(), path, { metadata: { format: 'pt' } });
    await torch.saveSafetensorsAsync(written(), join(folder, 'shards'), { maxShardSize: 64 });
    expectSame(torch.loadSafetensors(join(folder, 'shards')), written());
    const answer = runPython(
      `
import glob, json
from safetensors.torch import load_file
from safetensors import safe_open
expected = torch.load(input["folder"] + "/python.safetensors.pt")
def same(found):
    return sorted(found) == sorted(expected) and all(
        found[n].dtype == t.dtype and found[n].shape == t.shape and bytes(found[n].view(-1).view(torch.uint8).tolist()) == bytes(t.view(-1).view(torch.uint8).tolist())
        for n, t in expected.items())
shards = {}
for name in sorted(glob.glob(input["folder"] + "/shards/*.safetensors")):
    shards |= load_file(name)
index = json.load(open(input["folder"] + "/shards/model.safetensors.index.json"))
with safe_open(input["folder"] + "/node.safetensors", "pt") as file:
    metadata = file.metadata()
output = [same(load_file(input["folder"] + "/node.safetensors")), same(shards), sorted(index["weight_map"]) == sorted(expected), metadata]
`,
      { folder },
    );
    expect(answer).toEqual([true, true, true, { format: 'pt' }]);
  });

  it('refuse tensors that share their elements, and values that are no tensors', () => {
    const base = written().float32 as torch.Tensor;
    expect(() => torch.saveSafetensors({ a: base, b: base }, join(folder, 'x'))).toThrow(
      /a and b share their elements/,
    );
    const notTensor = { a: 1 } as unknown as Record<string, torch.Tensor>;
    expect(() => torch.saveSafetensors(notTensor, join(folder, 'x'))).toThrow(TypeError);
  });

  const damaged = (
    change: (header: Record<string, { data_offsets: number[]; shape: unknown; dtype: string }>) => void,
  ): string => {
    const bytes = readFileSync(join(folder, 'python.safetensors'));
    const length = Number(bytes.readBigUInt64LE());
    const header = JSON.parse(bytes.subarray(8, 8 + length).toString()) as Parameters<typeof change>[0];
    change(header);
    const json = Buffer.from(JSON.stringify(header));
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(json.length));
    writeFileSync(join(folder, 'damaged'), Buffer.concat([size, json, bytes.subarray(8 + length)]));
    return join(folder, 'damaged');
  };
  const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };

  it.each([
    ['an overlap', (h: Record<string, unknown>) => (h.extra = entry), /overlap or leave a gap/],
    [
      'a size that is not the shape',
      (h: Record<string, unknown>) => (h.float32 = { ...entry, shape: [3] }),
      /size of its shape/,
    ],
    ['a negative size', (h: Record<string, unknown>) => (h.float32 = { ...entry, shape: [-2] }), /not a list of sizes/],
    [
      'an overflow',
      (h: Record<string, unknown>) => (h.float32 = { ...entry, shape: [2 ** 30, 2 ** 30] }),
      /size of its shape/,
    ],
    ['an unknown dtype', (h: Record<string, unknown>) => (h.float32 = { ...entry, dtype: 'F7' }), /unknown dtype F7/],
    ['a missing tensor', (h: Record<string, unknown>) => delete h.int64, /overlap or leave a gap|do not end/],
    ['metadata that is no text', (h: Record<string, unknown>) => (h.__metadata__ = { a: 1 }), /table of strings/],
  ])('with %s are refused', (_, change, message) => {
    expect(() => torch.loadSafetensors(damaged(change as never))).toThrow(message);
  });

  it('with lying headers are refused', () => {
    const lies = {
      short: Buffer.alloc(4),
      long: Buffer.from('ffffffffffffff7f7b7d', 'hex'),
      text: Buffer.from('0200000000000000[]', 'latin1'),
    };
    for (const [name, bytes] of Object.entries(lies)) {
      writeFileSync(join(folder, name), bytes);
      expect(() => torch.loadSafetensors(join(folder, name))).toThrow(/not a valid safetensors file/);
    }
    writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify({ weight_map: { a: '../escape' } }));
    expect(() => torch.loadSafetensors(folder)).toThrow(/not a file beside it/);
  });
});
