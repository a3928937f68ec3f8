/** How programs are loaded from bytes and called, and what an export asks of a model. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';
import { runPython } from '../../support/python';

const { nn } = torch;
type T = torch.Tensor;

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-call-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

class Masked extends nn.Module {
  readonly layer = new nn.Linear(3, 2);
  override forward(x: T, { attentionMask, scale }: { attentionMask: T; scale: number }): T {
    return this.layer.forward(x).mul(attentionMask).mul(scale);
  }
}

/** Runs `body` with a folder of its own for temporary files, and returns what is left in it. */
async function leftBy(body: () => Promise<void>): Promise<string[]> {
  const before = process.env['TMPDIR'];
  const own = fs.mkdtempSync(join(folder, 'tmp-'));
  process.env['TMPDIR'] = own;
  try {
    await body();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  return fs.readdirSync(own);
}

describe('bytes of a program', () => {
  const model = new nn.Linear(3, 2);
  const x = torch.ones([4, 3]);
  let bytes: Buffer;
  beforeAll(() => {
    const file = join(folder, 'linear.pt2');
    torch.export.save(torch.export.export(model, [x]), file);
    bytes = fs.readFileSync(file);
  });

  it.each([
    ['a Buffer', () => bytes],
    ['a Uint8Array within another', () => new Uint8Array([1, ...bytes, 2]).subarray(1, bytes.length + 1)],
    ['an ArrayBuffer', () => Uint8Array.from(bytes).buffer],
  ])('are loaded from %s, and leave no file', async (_, make) => {
    const left = await leftBy(async () => {
      for (const program of [torch.export.load(make()), await torch.export.loadAsync(make())]) {
        const y = program.module().forward(x) as T;
        expect(y.equal(model.forward(x))).toBe(true);
        y.sum().backward();
      }
    });
    expect(left).toEqual([]);
  });

  it('may be packed again with compression, in files of up to half the size', () => {
    const file = join(folder, 'packed.pt2');
    const wide = new nn.Linear(64, 32);
    const [x, stored] = [torch.ones([2, 64]), join(folder, 'stored.pt2')];
    torch.export.save(torch.export.export(wide, [x]), stored);
    const pack = (source: string, target: string): null =>
      runPython(
        `
import zipfile
with zipfile.ZipFile(input[0]) as old, zipfile.ZipFile(input[1], 'w', zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        new.writestr(name, old.read(name))
output = None
`,
        [source, target],
      );
    pack(stored, file);
    expect((torch.export.load(file).module().forward(x) as T).equal(wide.forward(x))).toBe(true);
    const large = new nn.Linear(300, 300);
    torch.noGrad(() => large.weight.zero_());
    torch.export.save(torch.export.export(large, [torch.ones([2, 300])]), stored);
    pack(stored, file);
    expect(() => torch.export.load(file)).toThrow(/its compressed weights claim 361\d+ bytes, more than twice/);
  });

  it('are named as bytes where something is wrong', async () => {
    const wrong = /torch\.export\.load(Async)?: the bytes that were given: this is not a program/;
    expect(() => torch.export.load(bytes.subarray(0, 90))).toThrow(wrong);
    await expect(torch.export.loadAsync(new Uint8Array(0))).rejects.toThrow(wrong);
    expect(() => torch.export.load(3 as never)).toThrow('expected the path of a file or its bytes, got 3');
    expect(() => torch.export.load(new Blob([]) as never)).toThrow('pass await blob.arrayBuffer()');
  });
});

describe('arguments by name', () => {
  const [x, attentionMask] = [torch.ones([4, 3]), torch.zeros([4, 2])];
  const model = new Masked();
  const module = torch.export.export(model, [x], { kwargs: { attentionMask, scale: 2 } }).module();
  const call = (named: object): T => module.forward(x, named) as T;

  it("are taken in JavaScript's spelling and in Python's", () => {
    const wanted = model.forward(x, { attentionMask, scale: 2 });
    expect(call({ attentionMask, scale: 2 }).equal(wanted)).toBe(true);
    expect(call({ attention_mask: attentionMask, scale: 2 }).equal(wanted)).toBe(true);
  });

  it('are taken once, and names that are unknown are refused', () => {
    const twice = { attentionMask, attention_mask: attentionMask, scale: 2 };
    expect(() => call(twice)).toThrow("got several values for argument 'attention_mask'");
    expect(() => call({ attentionMasks: attentionMask, scale: 2 })).toThrow("did you mean 'attention_mask'?");
  });
});

describe('an export', () => {
  it('keeps integers that stand in order, such as the offsets of bags', () => {
    const bag = new nn.EmbeddingBag(10, 3, { mode: 'sum' });
    const [indices, offsets] = [torch.arange(6), torch.tensor([0, 2, 4])];
    const module = torch.export.export(bag, [indices, offsets]).module();
    const others = torch.tensor([0, 1, 5]);
    expect((module.forward(indices, others) as T).equal(bag.forward(indices, others))).toBe(true);
  });

  it('asks for one call of a lazy layer', () => {
    const model = new nn.Sequential(new nn.LazyLinear(2), new nn.ReLU());
    const x = torch.ones([4, 3]);
    expect(() => torch.export.export(model, [x])).toThrow('0 (LazyLinear) has no parameters yet; call the model once');
    model.forward(x);
    expect(torch.export.export(model, [x]).graph.nodes).toHaveLength(2);
  });

  it('does not look at the elements of masks and variances', () => {
    const model = new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2, { dimFeedforward: 8 }), 1);
    const mask = nn.Transformer.generateSquareSubsequentMask(3);
    const src = torch.randn([3, 2, 4]);
    const program = torch.export.export(model.eval(), [src], { kwargs: { mask } });
    const open = torch.zeros([3, 3]);
    const got = program.module().forward(src, { mask: open }) as T;
    expect(got.allclose(model.forward(src, { mask: open }), { atol: 1e-6 })).toBe(true);
    expect(() => new nn.GaussianNLLLoss().forward(src, src, src.mul(0).sub(1))).toThrow('negative entry');
  });
});
