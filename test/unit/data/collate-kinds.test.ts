import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import * as torch from '../../../lib/index';
import { data, text } from '../../../lib/index';

class Point {
  readonly #x = 1;
  get x(): number {
    return this.#x;
  }
}

describe('defaultCollate refuses what it would turn into {}', () => {
  it.each([
    ['a Promise', () => Promise.resolve(1), /found Promise.*: await it first/],
    ['a thenable', () => ({ then: (f: (x: number) => void) => f(1) }), null],
    ['a Date', () => new Date(0), /found Date.*: give its getTime\(\)/],
    ['a Set', () => new Set([1]), /found Set.*: give an array of its elements/],
    ['a RegExp', () => /x/, /found RegExp/],
    ['a URL', () => new URL('https://example.org'), /found URL/],
    ['an Error', () => new Error('x'), /found Error/],
    ['a Blob', () => new Blob([]), /found Blob/],
    ['an instance with private fields', () => new Point(), /found Point.*: give its fields in a plain object/],
    ['a function', () => () => 1, /found function/],
    ['null', () => null, /found null/],
    ['undefined', () => undefined, /found undefined/],
  ])('%s', (_, make, message) => {
    if (message === null) {
      // An object literal is one, whatever its entries are; the function among them is refused.
      expect(() => data.defaultCollate([make()])).toThrow(/found function \(at sample.then\)/);
      return;
    }
    expect(() => data.defaultCollate([make(), make()])).toThrow(message);
    expect(() => data.defaultCollate([{ x: make() }])).toThrow(/\(at sample\.x\)/);
    expect(() => data.defaultCollate([make()])).toThrow(torch.TorchTypeError);
  });

  it('takes objects and maps of another realm', () => {
    const made = vm.runInNewContext('[{ x: 1, m: new Map([["a", 2]]) }, { x: 3, m: new Map([["a", 4]]) }]') as {
      x: number;
      m: Map<string, number>;
    }[];
    const batch = data.defaultCollate([...made]);
    expect(batch.x.tolist()).toEqual([1, 3]);
    expect(batch.m.get('a')?.tolist()).toEqual([2, 4]);
  });

  it('leaves such objects alone where nothing is batched', () => {
    const date = new Date(0);
    expect(data.defaultConvert({ date })).toEqual({ date });
  });
});

describe('padCollate', () => {
  it('decides once for the batch whether numbers are whole', () => {
    const [x] = data.padCollate()([[[1, 2, 3]], [[8.5]]]);
    expect(x.dtype).toBe(torch.float32);
    expect(x.tolist()).toEqual([
      [1, 2, 3],
      [8.5, 0, 0],
    ]);
    expect(data.padCollate()([[[1, 2]], [[8]]])[0].dtype).toBe(torch.int64);
  });

  it('promotes tensors of several dtypes, in either order', () => {
    for (const samples of [
      [torch.tensor([1, 2]), torch.tensor([0.5])],
      [torch.tensor([0.5]), torch.tensor([1, 2])],
    ]) {
      const [x] = data.padCollate()(samples.map((one) => [one] as const));
      expect([x.dtype, x.sum().item()]).toEqual([torch.float32, 3.5]);
    }
  });

  it('names the option that was meant', () => {
    expect(() => data.padCollate({ padding_value: 1 } as never)).toThrow("did you mean 'paddingValue'?");
    expect(() => data.padCollate({ paddingSide: 'middle' } as never)).toThrow(
      "padCollate(): 'paddingSide' should be 'left' or 'right', got 'middle'",
    );
  });
});

describe('samplers and splits', () => {
  const ten = { length: 10 };
  const draw = (make: () => Iterable<number>): number[] => {
    torch.manualSeed(3);
    return [...make()];
  };

  it('take by position what Python takes by position', () => {
    expect(draw(() => new data.RandomSampler(ten, true, 5))).toEqual(
      draw(() => new data.RandomSampler(ten, { replacement: true, numSamples: 5 })),
    );
    expect(draw(() => new data.RandomSampler(ten, true, 5))).toHaveLength(5);
    const few = draw(() => new data.WeightedRandomSampler([1, 1, 1], 3, false));
    expect([...few].sort()).toEqual([0, 1, 2]);
    expect(new data.DistributedSampler(ten, 2, 1, false)).toHaveLength(5);
    expect([...new data.DistributedSampler(ten, 2, 1, false)]).toEqual([1, 3, 5, 7, 9]);
    const generator = new torch.Generator().manualSeed(1);
    const parts = data.randomSplit([1, 2, 3, 4], [2, 2], { generator });
    expect(parts.map(({ indices }) => indices)).toEqual(
      data.randomSplit([1, 2, 3, 4], [2, 2], new torch.Generator().manualSeed(1)).map(({ indices }) => indices),
    );
  });

  it('refuse one argument too many, misspelt names and other kinds', () => {
    const call =
      (Class: unknown, ...args: unknown[]): (() => unknown) =>
      () =>
        new (Class as new (...a: unknown[]) => unknown)(...args);
    expect(call(data.RandomSampler, ten, true, 9, null, 1)).toThrow('RandomSampler() takes at most 4 arguments, got 5');
    expect(call(data.RandomSampler, ten, { num_samples: 3 })).toThrow("did you mean 'numSamples'?");
    expect(call(data.RandomSampler, ten, { generator: 7 })).toThrow("'generator' should be a torch.Generator or null");
    expect(call(data.WeightedRandomSampler, [1], 1, { replacment: true })).toThrow("did you mean 'replacement'?");
    expect(call(data.BatchSampler, [1, 2], 2, true, 1)).toThrow('BatchSampler() takes at most 3 arguments');
    expect(call(data.DistributedSampler, ten, 2, 0, { sead: 1 })).toThrow("did you mean 'seed'?");
    expect(call(data.LengthBucketSampler, [1], 1, { shufle: true })).toThrow("did you mean 'shuffle'?");
    expect(call(data.WorkerDataset, './x.js', null, { lenght: 3 })).toThrow("did you mean 'length'?");
  });
});

describe('text', () => {
  it('splits text without spaces at its words, however long it is', () => {
    const word = '深度学习很有用';
    const whole = word.repeat(500);
    const tokens = text.wordTokenizer({ locale: 'zh' })(whole);
    expect(tokens.join('')).toBe(whole);
    const [once] = [text.wordTokenizer({ locale: 'zh' })(word)];
    expect(new Set(tokens)).toEqual(new Set(once));
  });

  it('does not cut a pair of surrogates or a long word', () => {
    const pairs = `x${'😀'.repeat(3000)}`;
    expect(text.wordTokenizer({ punctuation: true })(pairs).join('')).toBe(pairs);
    expect(
      text
        .wordTokenizer({ punctuation: true })(pairs)
        .every((token) => !/^[\udc00-\udfff]/.test(token)),
    ).toBe(true);
    expect(text.wordTokenizer()('a'.repeat(5000))).toEqual(['a'.repeat(5000)]);
  });

  it('keeps marks with their letters', () => {
    expect(text.patternTokenizer()('สวัสดี ครับ')).toEqual(['สวัสดี', 'ครับ']);
    expect(text.patternTokenizer()('مَرْحَبًا')).toEqual(['مَرْحَبًا']);
    expect(() => text.patternTokenizer('x' as never)).toThrow("'pattern' should be a regular expression, got 'x'");
  });

  it('refuses documents that are strings', () => {
    expect(() => text.Vocab.build(['hello'] as never)).toThrow(
      "Vocab.build: a document should be a list of tokens, got the string 'hello'",
    );
    expect(() => text.Vocab.build([['a']], { min_frequency: 2 } as never)).toThrow("did you mean 'minFrequency'?");
  });

  it('reads vocabularies from regular files only', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vocab-'));
    try {
      const fifo = path.join(folder, 'fifo');
      execFileSync('mkfifo', [fifo]);
      expect(() => text.Vocab.load(fifo)).toThrow(/is a FIFO, not a regular file/);
      expect(() => text.Vocab.load(folder)).toThrow(/is a folder, not a regular file/);
      expect(() => text.Vocab.load('/dev/zero')).toThrow(/is a device, not a regular file/);
      expect(() => text.Vocab.load(0 as never)).toThrow(/expected the path of a file, got 0/);
      expect(() => text.Vocab.load(path.join(folder, 'none'))).toThrow(
        expect.objectContaining({ code: 'ERR_TORCH_FILE', cause: expect.objectContaining({ code: 'ENOENT' }) }),
      );
      writeFileSync(path.join(folder, 'broken.json'), '{');
      expect(() => text.Vocab.load(path.join(folder, 'broken.json'))).toThrow(/holds no vocabulary: it is not JSON/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
