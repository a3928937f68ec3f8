import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../lib/cli/convert-run';
import { describe as describeOutline } from '../../lib/cli/inspect-run';
import { outlineAny } from '../../lib/cli/formats';
import * as torch from '../../lib/index';
import { PythonSession } from './python-session';

let folder: string;
let python: PythonSession;
let times: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-odd-'));
  python = new PythonSession(join(__dirname, 'odd_files.py'));
  times = (await python.ask(`write ${folder}`)) as string[];
}, 300_000);

afterEach(() => jest.restoreAllMocks());

afterAll(async () => {
  await python.close();
  rmSync(folder, { recursive: true, force: true });
});

const there = (name: string): string => join(folder, name);
const file = (name: string): string => there(`${name}.pt`);
const tree = (name: string): Record<string, unknown> => torch.load(file(name), { weightsOnly: false });
const equal = (a: string, b: string): Promise<unknown> => python.ask(`equal ${folder} ${a} ${b}`);
const W = [
  [0, 1],
  [2, 3],
];
const list = (tensor: unknown): unknown => (tensor as torch.Tensor).tolist();

function messageOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('numpy', () => {
  it('arrays of texts, bytes, records and objects become values', () => {
    const { objects, ...values } = torch.load<Record<string, unknown>>(file('numpy'));
    expect(values).toEqual({
      names: ['a', 'bcd', ''],
      fortran: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      big: ['é😀'],
      one: 'xy',
      bytes: [Uint8Array.from([97, 98]), Uint8Array.from([99, 0, 100])],
      records: [
        { i: 1, s: 'a', v: [1.5, 2.5] },
        { i: 2, s: 'bb', v: [3, 4] },
      ],
      record: { i: 1, s: 'a', v: [1.5, 2.5] },
      long: [{ x: 2n ** 60n }],
      empty: [[], []],
    });
    const [first, second] = objects as unknown[][];
    expect([first, list(second?.[0]), second?.[1]]).toEqual([['a', null], W, 3]);
  });

  it('dates and durations are texts as numpy prints them', () => {
    const { array, scalars } = torch.load<Record<string, unknown>>(file('times'));
    expect(array).toEqual(['2020-02-29', 'NaT']);
    expect(scalars).toEqual(times);
  });

  it('classes of arrays are described with their elements', () => {
    expect(messageOf(() => torch.load(file('matrix')))).toMatch(/needs numpy\.ma\.MaskedArray \(at tree\.masked\)/);
    const { w, m, masked } = tree('matrix') as Record<string, torch.PickledObject>;
    expect([list(w), m?.className, list(m?.state)]).toEqual([W, 'numpy.matrix', [[1, 2]]]);
    expect([masked?.className, list((masked?.state as unknown[])[4])]).toEqual(['numpy.ma.MaskedArray', [1, 2]]);
  });

  it('a type that is not read stays in its place', () => {
    expect(messageOf(() => torch.load(file('longdouble')))).toMatch(
      /holds what is not read: numpy\.dtype \(at [^)]*\): numpy\.dtype: arrays of type f16 are not read; numpy\.ndarray \(at tree\.x\)/,
    );
    const { w, x } = tree('longdouble');
    expect([list(w), (x as torch.PickledObject).className]).toEqual([W, 'numpy.ndarray']);
  });
});

describe('tensors of other classes', () => {
  it('DTensors and FSDP2 give their local tensors', async () => {
    const state = torch.load<Record<string, torch.Tensor>>(file('dtensor'));
    expect([list(state['w']), list(state['p']), state['p'] instanceof torch.nn.Parameter]).toEqual([W, W, true]);
    torch.save(torch.load(file('fsdp2')), file('fsdp2.back'));
    expect(await equal('fsdp2.back.pt', 'fsdp2.plain.pt')).toBe(true);
  });

  it('a part of a DTensor is refused as a whole one, and given as a part', async () => {
    expect(messageOf(() => torch.load(file('shard')))).toMatch(
      /DTensors, of which one rank wrote only its part: tree\.model\.w, \[2, 2\] of \[4, 2\].*full_state_dict=True/,
    );
    expect(list((tree('shard')['model'] as Record<string, unknown>)['w'])).toEqual(W);
    expect(describeOutline('x', await outlineAny(file('shard'))).join('\n')).toContain('[2, 2] of [4, 2]');
  });

  it('jagged and masked tensors are described, and do not lock the file', () => {
    expect(messageOf(() => torch.load(file('jagged')))).toMatch(/nested_tensor\.NestedTensor \(at tree\.j\)/);
    const { w, j } = tree('jagged');
    const [parts] = (j as torch.PickledObject).args as [Record<string, torch.Tensor>];
    expect([list(w), list(parts['offsets']), parts['values']?.shape]).toEqual([W, [0, 2, 3], [3, 3]]);
    expect(messageOf(() => torch.load(file('masked')))).toMatch(/MaskedTensor \(at tree\.m\)/);
    const { m } = tree('masked');
    expect(list((m as { state: Record<string, unknown> }).state['_masked_data'])).toEqual(W);
  });
});

describe('a refusal', () => {
  it('names the classes, their places and where the weights are', () => {
    const message = messageOf(() => torch.load(file('config')));
    expect(message).toMatch(
      /needs __main__\.Config \(at tree\.cfg\), __main__\.Sub \(at tree\.sub\), pathlib\.PurePosixPath/,
    );
    expect(message).toMatch(
      /Its weights are in tree\.state_dict: open it as const tree = torch\.load\(path, \{ weights/,
    );
  });

  it('names the modules in it, and stateDictOf does too', async () => {
    expect(messageOf(() => torch.load(file('whole')))).toMatch(
      /take torch\.stateDictOf\(tree\.model\); or save model\.st/,
    );
    expect(messageOf(() => torch.stateDictOf(tree('whole')))).toMatch(
      /there is one in it: torch\.stateDictOf\(tree\.model\)/,
    );
    torch.save(torch.stateDictOf(tree('whole')['model']), file('whole.back'));
    expect(await equal('whole.back.pt', 'whole.plain.pt')).toBe(true);
  });

  it('does not hold for names that are declared safe', () => {
    const names = ['__main__.Config', '__main__.Sub', 'pathlib.PurePosixPath'];
    expect(torch.serialization.getUnsafeGlobalsInCheckpoint(file('config')).sort()).toEqual(names);
    torch.serialization.addSafeGlobals(names.slice(1));
    expect(messageOf(() => torch.load(file('config')))).toMatch(
      /needs __main__\.Config \(at tree\.cfg\), which is not/,
    );
    const { cfg } = torch.serialization.safeGlobals(['__main__.Config'], () =>
      torch.load<Record<string, unknown>>(file('config')),
    );
    expect((cfg as { state: { lr: number } }).state.lr).toBe(0.1);
    expect(torch.serialization.getSafeGlobals()).toEqual(names.slice(1));
    torch.serialization.clearSafeGlobals();
    expect(torch.serialization.getSafeGlobals()).toEqual([]);
  });

  it('is a warning where a state dict has hooks', () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(Object.keys(torch.stateDictOf(torch.load(file('hooked'), { weightsOnly: false })))).toEqual([
      'weight',
      'bias',
    ]);
    expect(warned.mock.calls.map(String).join('\n')).toMatch(
      /modules\.linear\.Linear at "": these write their state dicts themselves/,
    );
  });
});

test('a tree is saved again with a replacer', async () => {
  const state = tree('config');
  expect(messageOf(() => torch.saveToBuffer(state))).toMatch(
    /a __main__\.Config, which was opened as a tree, cannot be saved at cfg;/,
  );
  const paths: string[] = [];
  const replacer = (value: unknown, path: string): unknown => {
    paths.push(path);
    return value instanceof torch.PickledObject && path === 'cfg' ? value.state : undefined;
  };
  await torch.saveAsync(state, file('config.back'), { replacer });
  expect(paths).toEqual(['cfg', 'path']);
  const back = torch.load<Record<string, Record<string, unknown>>>(file('config.back'));
  expect([Object.keys(back), back['cfg']?.['lr'], list(back['cfg']?.['weight'])]).toEqual([
    ['state_dict', 'cfg', 'sub'],
    0.1,
    W,
  ]);
  expect(
    torch.load(torch.saveToBuffer([() => 1, new Set([1, Symbol.iterator])], { replacer: () => undefined })),
  ).toEqual([null, new Set([1])]);
  expect(() => torch.saveToBuffer({ x: () => 1 }, { replacer: () => Symbol.iterator })).toThrow(
    /symbol, which the replacer returned, cannot be saved at x/,
  );
});

test.each([0, 1, 2, 3, 4, 5])('a bare pickle of protocol %i is read', (protocol) => {
  const value = torch.load<Record<string, unknown>>(there(`bare${protocol}.pkl`));
  const { w, n, ...others } = value;
  expect([list(w), list(n)]).toEqual([W, [0n, 1n, 2n].map(Number)]);
  expect(others).toEqual({
    s: 'é\n\'"\\ x😀\r',
    i: 2n ** 70n,
    t: [1, 2.5, null, true],
    b: Uint8Array.from([0, 255]),
    z: new Set([1, 2]),
  });
});

test('what stands behind a pickle is a warning', () => {
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  expect(torch.load(there('two.pkl'))).toEqual([1]);
  expect(warned.mock.calls.map(String).join('\n')).toMatch(/goes on for \d+ bytes behind its first pickle/);
});

test('the shards of an index are one state dict', async () => {
  for (const [name, path] of [
    ['a', there('shards')],
    ['b', there('shards/pytorch_model.bin.index.json')],
  ] as const) {
    const state = await torch.loadAsync(path);
    expect(Object.keys(torch.load(path))).toEqual(Object.keys(state));
    const ordered = Object.fromEntries(Object.entries(state).sort(([x], [y]) => (x < y ? 1 : -1)));
    torch.save(torch.markOrderedDict({ ...torch.load(file('whole.plain')), ...ordered }), file(`shards-${name}`));
    expect(await equal(`shards-${name}.pt`, 'whole.plain.pt')).toBe(true);
  }
});

describe('convert', () => {
  it('takes the weights of exported programs, and TorchScript', async () => {
    expect(await convert(there('program.pt2'), there('program.safetensors'), {})).toBe(3);
    expect(await convert(there('program.pt2'), file('program'), {})).toBe(3);
    expect(await equal('program.pt', 'program.plain.pt')).toBe(true);
    expect(list(torch.loadSafetensors(there('program.safetensors'))['low']?.float())).toEqual([1, 1]);
    expect(await convert(file('script'), file('script.back'), {})).toBe(4);
    expect(
      torch.load(file('script.back'))['0.weight']?.equal(torch.load(file('whole.plain'))['0.weight'] as never),
    ).toBe(true);
    expect(messageOf(() => torch.loadArchive(file('nothing')))).toMatch(/holds no tensors; it has training/);
  });

  it('reads and writes the files of numpy', async () => {
    expect(await convert(there('numbers.npz'), file('numbers'), {})).toBe(2);
    expect(Object.entries(torch.load(file('numbers'))).map(([name, x]) => [name, list(x)])).toEqual([
      ['w', W],
      ['n', [0, 1, 2]],
    ]);
    expect(await convert(there('array.npy'), there('array.safetensors'), {})).toBe(1);
    expect(await convert(there('program.pt2'), there('program.npz'), { dtype: 'float64' })).toBe(3);
    expect(await python.ask(`npz ${folder} program.npz`)).toMatchObject({ low: [[2], 2] });
    await expect(convert(there('program.pt2'), there('x.npz'), {})).rejects.toThrow(
      /no dtype for low \(bfloat16\).*--dtype float32/,
    );
    await expect(convert(there('arrays.npz'), file('x'), {})).rejects.toThrow(/are not numbers: t/);
    const odd = { coo: torch.eye(2).toSparse(), w: torch.ones(1) };
    torch.save(odd, file('sparse'));
    await expect(convert(file('sparse'), there('x.npz'), {})).rejects.toThrow(
      /only plain tensors can be written to \.npz.*coo \(sparse_coo\)/,
    );
  });

  it('writes shards, dtypes and distributed checkpoints', async () => {
    const plain = there('whole.plain.pt');
    expect(await convert(plain, there('sharded'), { maxShardSize: '30B' })).toBe(4);
    expect(Object.keys(torch.loadSafetensors(there('sharded'))).sort()).toEqual(Object.keys(torch.load(plain)).sort());
    expect(await convert(there('sharded'), `${there('dcp')}/`, {})).toBe(4);
    expect(await convert(there('dcp'), file('dcp.back'), { dtype: 'bfloat16' })).toBe(4);
    expect(Object.values(torch.load(file('dcp.back'))).map(({ dtype }) => dtype)).toEqual(
      Array(4).fill(torch.bfloat16),
    );
    await expect(convert(plain, there('x'), { maxShardSize: 'much' })).rejects.toThrow(
      /a size such as 5GB or 500MiB, got "much"/,
    );
    await expect(convert(plain, file('x'), { dtype: 'int8' })).rejects.toThrow(
      /--dtype should be a floating point dtype/,
    );
    await expect(convert(plain, there('x.pt2'), {})).rejects.toThrow(/a \.pt2 holds a graph/);
  });

  it('replaces nothing without --force, and drops what cannot be saved', async () => {
    await expect(convert(file('w'), file('whole.plain'), {})).rejects.toThrow(/is there already; --force replaces it/);
    await expect(convert(file('w'), folder, {})).rejects.toThrow(/is a folder; end it with \//);
    expect(await convert(file('w'), file('forced'), {})).toBe(1);
    expect(await convert(file('dtensor'), file('forced'), { force: true })).toBe(2);
    expect(Object.keys(torch.load(file('forced')))).toEqual(['w', 'p']);
    await expect(convert(file('config'), file('x'), {})).rejects.toThrow(/__main__\.Config.*cannot be saved at cfg/);
    await convert(file('config'), file('dropped'), { drop: true });
    expect(Object.keys(torch.load(file('dropped')))).toEqual(['state_dict', 'sub']);
    await expect(convert(file('config'), there('x.safetensors'), {})).rejects.toThrow(
      /are not: cfg, path; .*such as --key state_dict/,
    );
  });
});

describe('inspect', () => {
  it('describes programs, TorchScript, packages and arrays', async () => {
    const text = async (name: string): Promise<string> =>
      describeOutline(name, await outlineAny(there(name))).join('\n');
    expect(await text('program.pt2')).toMatch(
      /^program\.pt2: pt2[^]*\n\s*fc\.weight +float32 +\[2, 3\][^]*aten\.linear\.default × 1/,
    );
    expect(await text('script.pt')).toMatch(
      /torchscript.*\n\s*0\.weight +float32 +\[3, 2\][^]*torch\.jit\.load runs it/,
    );
    expect(await text('package.pt')).toMatch(/package[^]*model\/model\.pkl = \(\d+ bytes\)[^]*PackageImporter/);
    expect(await text('arrays.npz')).toMatch(
      /npz[^]*w +float32 +\[2, 2\][^]*t = \(an array of '<U1' has no counterpart/,
    );
    expect(await text('array.npy')).toMatch(/npy[^]*array +float32 +\[2, 2\]/);
    expect(await text('bare4.pkl')).toMatch(/pickle[^]*w +float32 +\[2, 2\]/);
  });

  const texts: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
    'lfs.bin': ['version https://git-lfs.github.com/spec/v1\noid sha256:ab\n', /is a git-LFS pointer.*git lfs pull/],
    'page.bin': ['<!DOCTYPE html><html></html>', /is a web page.*download the file itself/],
    'model.gguf': [`GGUF\x03${'\0'.repeat(40)}`, /is a GGUF file/],
    'model.h5': [`\x89HDF\r\n\x1a\n${'\0'.repeat(40)}`, /is an HDF5 file.*numpy\.savez/],
    'model.tflite': [`\x1c\0\0\0TFL3${'\0'.repeat(40)}`, /is a TensorFlow Lite model/],
    'model.onnx': [`\x08\x07\x12\x07pytorch${'\0'.repeat(40)}`, /is an ONNX model/],
    'config.json': ['{"hidden_size": 3}', /is a text of JSON/],
    'empty.bin': ['', /the file is empty/],
    'note.txt': ['Hello', /not a checkpoint of torch\.save/],
  };

  test.each(Object.entries(texts))('says what %s is', async (name, [content, says]) => {
    writeFileSync(there(name), Buffer.from(content, 'latin1'));
    await expect(outlineAny(there(name))).rejects.toThrow(says);
    await expect(convert(there(name), there('never.pt'), {})).rejects.toThrow(name === 'empty.bin' ? /is empty/ : says);
    expect(messageOf(() => torch.load(there(name)))).toMatch(says);
    expect(messageOf(() => torch.load(there(name)))).toContain(name);
    if (content !== '') expect(messageOf(() => torch.load(readFileSync(there(name))))).toMatch(says);
  });

  it('says what a compressed file and other folders are', async () => {
    await expect(outlineAny(there('packed.pt.gz'))).rejects.toThrow(/is compressed by gzip; unpack it/);
    const made = there('saved-model');
    mkdirSync(made);
    writeFileSync(join(made, 'saved_model.pb'), 'x');
    await expect(convert(made, there('never.pt'), {})).rejects.toThrow(/is a SavedModel of TensorFlow/);
    expect(messageOf(() => torch.load(made))).toMatch(/SavedModel of TensorFlow/);
    expect(messageOf(() => torch.load(there('sharded-none')))).toMatch(/there is no such file/);
  });
});
