/** What nn takes by position, by name and as one tensor, what it refuses, and in which words. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';

const { utils } = nn;
type Loose = (...args: unknown[]) => unknown;
const loose = (method: unknown): Loose => method as Loose;
const same = (a: Tensor, b: Tensor): void => expect(a.equal(b)).toBe(true);

describe('by position as in Python', () => {
  const causal = torch.full([5, 5], -Infinity).triu(1);
  const padding = torch.tensor([[false, false, false, true, true]]);

  it('masks of transformers', () => {
    torch.manualSeed(1);
    const layer = new nn.TransformerEncoderLayer(8, 2, 16).eval();
    const encoder = new nn.TransformerEncoder(layer, 2).eval();
    const decoder = new nn.TransformerDecoder(new nn.TransformerDecoderLayer(8, 2, 16), 2).eval();
    const transformer = new nn.Transformer(8, 2, 1, 1, 16).eval();
    const [x, memory] = [torch.randn([5, 1, 8]), torch.randn([5, 1, 8])];
    for (const one of [layer, encoder]) {
      const mask = one === layer ? 'srcMask' : 'mask';
      same(
        loose(one.forward.bind(one))(x, causal) as Tensor,
        loose(one.forward.bind(one))(x, { [mask]: causal }) as Tensor,
      );
      expect(one.forward(x, causal).equal(one.forward(x))).toBe(false);
      expect(one.forward(x, null, padding).equal(one.forward(x))).toBe(false);
    }
    same(decoder.forward(x, memory, causal), decoder.forward(x, memory, { tgtMask: causal }));
    expect(decoder.forward(x, memory, causal).equal(decoder.forward(x, memory))).toBe(false);
    const masked = transformer.forward(x, memory, null, causal);
    same(masked, transformer.forward(x, memory, { tgtMask: causal }));
    expect(masked.equal(transformer.forward(x, memory))).toBe(false);
    // The last position sees the whole sequence, the first one only itself.
    const changed = x.clone();
    changed.select(0, 4).fill_(3);
    same(layer.forward(x, causal).select(0, 0), layer.forward(changed, causal).select(0, 0));
  });

  it('the options of attention', () => {
    const attention = new nn.MultiheadAttention(8, 2).eval();
    const x = torch.randn([5, 1, 8]);
    expect(attention.forward(x, x, x, null, false)[1]).toBeNull();
    const [output] = attention.forward(x, x, x, padding, true, causal);
    same(output, attention.forward(x, x, x, { keyPaddingMask: padding, attnMask: causal })[0]);
    expect(() => loose(attention.forward.bind(attention))(x, x, x, null, true, null, true, false, 1)).toThrow(
      'MultiheadAttention.forward() takes at most 8 arguments, got 9',
    );
  });

  it('everything of recurrent layers', () => {
    const lstm = new nn.LSTM(3, 4, 2, true, true, 0.5, true, 2, 'cpu', torch.float64);
    expect(String(lstm)).toBe(
      'LSTM(3, 4, proj_size=2, num_layers=2, batch_first=True, dropout=0.5, bidirectional=True)',
    );
    expect(lstm.weightIhL0?.dtype).toBe(torch.float64);
    expect(new nn.GRU(3, 4, 2, false, true).batchFirst).toBe(true);
    const rnn = new nn.RNN(3, 4, 1, 'relu', false, true);
    expect([rnn.nonlinearity, rnn.bias, rnn.batchFirst]).toEqual(['relu', false, true]);
    expect(() => new nn.GRU(3, 4, { projSize: 2 } as never)).toThrow('projSize argument is only supported for LSTM');
  });

  it('gains and bounds of nn.init', () => {
    const fill = (run: (tensor: Tensor) => Tensor): Tensor => {
      torch.manualSeed(3);
      return run(torch.zeros([6, 4]));
    };
    const { init } = nn;
    same(
      fill((t) => init.orthogonal_(t, 2)),
      fill((t) => init.orthogonal_(t)).mul(2),
    );
    same(
      fill((t) => init.xavierUniform_(t, 2)),
      fill((t) => init.xavierUniform_(t, { gain: 2 })),
    );
    same(
      fill((t) => init.kaimingUniform_(t, 5, 'fan_out', 'leaky_relu')),
      fill((t) => init.kaimingUniform_(t, { a: 5, mode: 'fanOut' })),
    );
    const bounded = fill((t) => init.truncNormal_(t, 0, 1, -0.25, 0.25));
    expect(bounded.abs().max().item()).toBeLessThanOrEqual(0.25);
    const generator = (): torch.Generator => new torch.Generator().manualSeed(4);
    same(
      fill((t) => init.normal_(t, 0, 1, generator())),
      fill((t) => init.normal_(t, { generator: generator() })),
    );
    expect(() => loose(init.ones_)(torch.zeros([1]), 2)).toThrow('ones_() takes at most 1 argument, got 2');
  });

  it('options of utilities and of modules', () => {
    const list = [torch.ones([2]), torch.ones([1])];
    expect(utils.rnn.padSequence(list, true, 9).tolist()).toEqual([
      [1, 1],
      [1, 9],
    ]);
    const packed = utils.rnn.packPaddedSequence(
      torch.tensor([
        [1, 2, 3],
        [4, 5, 0],
      ]),
      [3, 2],
      true,
    );
    expect(packed.data.tolist()).toEqual([1, 4, 2, 5, 3]);
    const net = new nn.Linear(1, 1);
    net.registerBuffer('hidden', torch.ones([1]), false);
    expect(Object.keys(net.stateDict())).toEqual(['weight', 'bias']);
    expect(net.loadStateDict({ other: torch.ones([1]) }, false).unexpectedKeys).toEqual(['other']);
    net
      .forward(torch.ones([1, 1]))
      .sum()
      .backward();
    net.zeroGrad(false);
    expect(net.bias?.grad?.tolist()).toEqual([0]);
    net.zeroGrad();
    expect(net.bias?.grad).toBeNull();
    expect(nn.Embedding.fromPretrained(torch.ones([3, 2]), false, 1).weight.requiresGrad).toBe(true);
  });
});

describe('one tensor is one tensor', () => {
  const weighted = (): Tensor => {
    const weight = torch.ones([2]);
    weight.grad = torch.tensor([3, 4.0]).float();
    return weight;
  };

  it.each<[string, (weight: Tensor) => void, number[]]>([
    ['clipGradNorm_', (w) => expect(utils.clipGradNorm_(w, 1).item()).toBe(5), [0.6, 0.8]],
    ['clipGradNorm_ of the greatest', (w) => expect(utils.clipGradNorm_(w, 1, Infinity).item()).toBe(4), [0.75, 1]],
    ['clipGradValue_', (w) => utils.clipGradValue_(w, 3.5), [3, 3.5]],
    ['clipGradsWithNorm_', (w) => utils.clipGradsWithNorm_(w, 1, torch.tensor(5.0)), [0.6, 0.8]],
  ])('%s', (_, clip, expected) => {
    const weight = weighted();
    clip(weight);
    (weight.grad!.tolist() as number[]).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5));
  });

  it('norms and vectors', () => {
    expect(utils.getTotalNorm(torch.tensor([3, 4.5])).item()).toBeCloseTo(Math.hypot(3, 4.5), 5);
    expect(utils.parametersToVector(torch.ones([2, 2])).shape).toEqual([4]);
    const target = torch.zeros([2, 2]);
    utils.vectorToParameters(torch.arange(4).float(), target);
    expect(target.tolist()).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('a value of the wrong kind is named', () => {
    expect(() => utils.clipGradNorm_([1] as never, 1)).toThrow('clipGradNorm_: expected a Tensor, got integer 1');
    expect(() => utils.clipGradNorm_(3 as never, 1)).toThrow(
      "'parameters' should be a Tensor or an iterable of tensors",
    );
  });
});

it('a strict load reports what lies below a parameter, a buffer or a name of the module itself', () => {
  const net = new nn.Sequential({ norm: new nn.BatchNorm1d(2), fc: new nn.Linear(2, 2) });
  const extra = ['norm.weight.more', 'norm.running_mean.x', 'fc.bias.0', 'fc.weight.', 'norm', 'fc'];
  const state = { ...net.stateDict(), ...Object.fromEntries(extra.map((name) => [name, torch.ones([1])])) };
  expect(net.loadStateDict(state, { strict: false }).unexpectedKeys.sort()).toEqual([...extra].sort());
  expect(() => net.loadStateDict(state)).toThrow(/Unexpected key\(s\) in state_dict: .*"norm\.weight\.more"/);
  const { bias, ...rest } = new nn.Linear(2, 2).stateDict();
  expect(() => new nn.Linear(2, 2).loadStateDict({ ...rest, bias, bias_: bias } as never)).toThrow('"bias_"');
});

describe('what is no tensor, or the wrong one', () => {
  const whole = torch.tensor([[1, 2]]);

  it.each<[string, () => unknown]>([
    ['Linear.forward', () => new nn.Linear(2, 2).forward([1] as never)],
    ['ReLU.forward', () => new nn.ReLU().forward([1] as never)],
    ['LazyLinear.forward', () => new nn.LazyLinear(2).forward([1] as never)],
    ['LSTM.forward', () => new nn.LSTM(2, 2).forward([1] as never)],
    ['relu', () => nn.functional.relu([1] as never)],
    ['sigmoid', () => nn.functional.sigmoid([1] as never)],
  ])('%s says how to make one', (name, run) => {
    expect(run).toThrow(TypeError);
    expect(run).toThrow(`${name}: expected a Tensor, got an array of integer 1; use torch.tensor(…)`);
  });

  it('a promise is to be awaited', () => {
    const later = new nn.Linear(2, 2).forwardAsync(torch.ones([1, 2]));
    expect(() => new nn.ReLU().forward(later as never)).toThrow('expected a Tensor, got Promise; await it first');
    return later;
  });

  it.each<[string, () => unknown]>([
    ['Linear', () => new nn.Linear(2, 2).forward(whole)],
    ['Conv1d', () => new nn.Conv1d(1, 1, 1).forward(whole)],
    ['LayerNorm', () => new nn.LayerNorm(2).forward(whole)],
    ['LSTM', () => new nn.LSTM(2, 2).forward(whole)],
    ['MSELoss', () => new nn.MSELoss().forward(whole, whole)],
    ['mseLoss', () => nn.functional.mseLoss(whole, whole)],
    ['linear', () => nn.functional.linear(whole, torch.rand([2, 2]))],
  ])('%s says that whole numbers made int64', (_, run) => {
    expect(run).toThrow(/what torch\.tensor makes of whole numbers: use torch\.tensor\(…, { dtype: torch\.float32 }\)/);
  });

  it('other failures do not speak of whole numbers', () => {
    const wrong = (): unknown => new nn.CrossEntropyLoss().forward(torch.rand([2, 3]), torch.tensor([0, 1, 2]));
    expect(wrong).toThrow();
    expect(wrong).not.toThrow('whole numbers');
  });
});

describe("Python's arithmetic errors", () => {
  it.each<[string, () => unknown]>([
    ['Bilinear', () => new nn.Bilinear(0, 2, 3)],
    ['AdaptiveLogSoftmaxWithLoss', () => new nn.AdaptiveLogSoftmaxWithLoss(8, 20, [5], 0)],
    ['CrossMapLRN2d', () => new nn.CrossMapLRN2d(0)],
    ['GroupNorm', () => new nn.GroupNorm(0, 4)],
    ['lpPool1d', () => nn.functional.lpPool1d(torch.ones([1, 4]), 0, 2)],
    ['sparse_', () => nn.init.sparse_(torch.ones([2, 2]), NaN)],
    ['truncNormal_', () => nn.init.truncNormal_(torch.ones([2]), 0, 0)],
  ])('%s refuses to divide by zero', (_, run) => {
    expect(run).toThrow(torch.TorchValueError);
  });
});

it('containers take one argument', () => {
  expect(() => new (nn.ModuleList as unknown as new (...args: unknown[]) => unknown)([], 1)).toThrow('takes at most 1');
  expect(() => new (nn.ModuleDict as unknown as new (...args: unknown[]) => unknown)({}, 1)).toThrow('takes at most 1');
  expect(new nn.ModuleList(null).length).toBe(0);
  expect([...new nn.ModuleDict({ modules: new nn.ReLU() }).keys()]).toEqual(['modules']);
});

it('a subclass takes what its own forward takes', () => {
  class Twice extends nn.Linear {
    override forward(x: Tensor, times = 2 as never): Tensor {
      return super.forward(x).mul(times);
    }
  }
  expect(new Twice(2, 2).forward(torch.ones([1, 2]), 3 as never).shape).toEqual([1, 2]);
});

describe('what containers are given', () => {
  const list = (): nn.ModuleList => new nn.ModuleList([new nn.ReLU(), new nn.Tanh()]);
  const dict = (): nn.ModuleDict => new nn.ModuleDict({ a: new nn.ReLU() });
  const values = (): nn.ParameterDict<unknown> => new nn.ParameterDict<unknown>({ a: 1 });
  type Loose = Record<string, (...args: unknown[]) => unknown>;
  const call = (container: object, method: string, ...args: unknown[]): unknown =>
    (container as Loose)[method]!(...args);

  test.each([
    ...['append', 'insert', 'extend', 'pop', 'delete', 'at', 'set'].flatMap((method) => [
      [list, method, [1, 2, 3, 4], /takes at most \d arguments?, got 4/],
    ]),
    ...['get', 'has', 'set', 'delete', 'pop', 'update'].map((method) => [dict, method, ['a', 2, 3], /takes at most/]),
    [list, 'append', ['relu'], /ModuleList\.append\(\): 'module' should be a Module, got 'relu'/],
    [list, 'append', [null], /'module' should be a Module, got null/],
    [list, 'append', [], /misses 'module'/],
    [list, 'insert', ['0', new nn.ReLU()], /'index' should be an integer, got '0'/],
    [list, 'insert', [0.5, new nn.ReLU()], /'index' should be an integer, got 0.5/],
    [list, 'extend', [new nn.ReLU()], /'modules' should be an iterable of modules/],
    [list, 'extend', [torch.ones([2])], /'modules' should be an iterable of modules, got a Tensor/],
    [list, 'pop', ['a'], /'key' should be an integer, got 'a'/],
    [list, 'registerModule', ['x'], /misses 'module'/],
    [dict, 'get', [1], /ModuleDict\.get\(\): 'key' should be a string, got 1/],
    [dict, 'set', ['a'], /misses 'value'/],
    [dict, 'update', [3], /ModuleDict takes names with values, not 3/],
    [dict, 'update', [[1]], /element 0 .* is not a pair/],
    [values, 'popItem', [1], /takes at most 0 arguments, got 1/],
    [values, 'get', [{ kei: 'a' }], /unknown option 'kei': did you mean 'key'/],
  ] as [() => object, string, unknown[], RegExp][])('%p.%s(%p) is a TypeError', (make, method, args, message) => {
    const container = make();
    const before = String(container);
    expect(() => call(container, method, ...args)).toThrow(message);
    expect(() => call(container, method, ...args)).toThrow(torch.TorchTypeError);
    expect(String(container)).toBe(before);
  });

  test('keys and positions that there are not', () => {
    expect(() => list().at(2)).toThrow(torch.TorchIndexError);
    expect(() => list().insert(3, new nn.ReLU())).toThrow(torch.TorchIndexError);
    expect(() => list().pop(-3)).toThrow(torch.TorchIndexError);
    for (const method of ['get', 'pop']) expect(() => call(dict(), method, 'z')).toThrow(torch.TorchKeyError);
    expect(() => new nn.ModuleDict({ 'a.b': new nn.ReLU() })).toThrow(torch.TorchKeyError);
    expect(() => new nn.ModuleDict([['a', new nn.ReLU(), 2]] as never)).toThrow(torch.TorchValueError);
    expect([
      values().get('z', 5),
      values().get('z', undefined),
      values().setDefault('z', { default: { n: 1 } } as never),
    ]).toEqual([5, null, { n: 1 }]);
  });

  test('a list that is extended by something else stays as it was', () => {
    const modules = list();
    expect(() => modules.extend([new nn.ReLU(), 3 as never])).toThrow(/3 is not a Module/);
    expect([modules.length, modules.pop().constructor.name, modules.pop(0).constructor.name]).toEqual([
      2,
      'Tanh',
      'ReLU',
    ]);
  });
});

test('Module.to takes each of the forms of Python, and nothing more', () => {
  const made = (...args: unknown[]): string => {
    const layer = new nn.Linear(2, 2);
    (layer.to as Loose).apply(layer, args);
    return `${String(layer.weight.dtype)} ${String(layer.weight.device)}`;
  };
  const { float64, float16 } = torch;
  expect(made(float64)).toBe('torch.float64 cpu');
  expect(made('meta', float16)).toBe('torch.float16 meta');
  expect(made(null, float16, true)).toBe('torch.float16 cpu');
  expect(made('meta', { dtype: float64 })).toBe('torch.float64 meta');
  expect(made({ dtype: float64, device: 'meta' })).toBe('torch.float64 meta');
  expect(made(torch.ones([1], { dtype: float16 }), true)).toBe('torch.float16 cpu');
  expect(() => made()).toThrow(/takes a device, a dtype, a tensor or options/);
  expect(() => made('cpu', float64, false, 1)).toThrow(/Module\.to\(\) takes at most 3 arguments, got 4/);
  expect(() => made(float64, 'cpu')).toThrow(/'nonBlocking' should be a boolean, got 'cpu'/);
  expect(() => made({ dtpye: float64 })).toThrow(/did you mean 'dtype'/);
  expect(() => made(5)).toThrow(/'device' should be a device, got 5/);
  expect(() => made(torch.int64)).toThrow(/only accepts floating point or complex dtypes/);
});

test('skipInit takes classes of modules, and train takes a boolean', () => {
  expect(() => utils.skipInit(Map as never)).toThrow(torch.TorchError);
  expect(() => utils.skipInit(Map as never)).toThrow(/Expected a Module; got a function/);
  expect(() => new nn.ReLU().train(1 as never)).toThrow(torch.TorchValueError);
  expect(new nn.ReLU().eval().train({ mode: true }).training).toBe(true);
  expect(() => (new nn.ReLU().train as Loose).call(new nn.ReLU(), true, 1)).toThrow(/takes at most 1 argument, got 2/);
});

test('importance scores are a Map of tensors of the shapes of the parameters', () => {
  const { prune } = nn.utils;
  const layer = new nn.Linear(2, 2);
  const given = (scores: unknown) => (): void =>
    prune.globalUnstructured([[layer, 'bias']], new prune.L1Unstructured(1), scores as never);
  for (const wrong of [[], new Map([['bias', torch.ones([2])]])]) {
    expect(given(wrong)).toThrow(/'importanceScores' should be a Map of scores by \[module, name\] or null/);
  }
  expect(given(new Map([[[layer, 'bias'], torch.ones([3])]]))).toThrow(/'bias' should have the shape \[2\], got \[3\]/);
  expect(
    given(
      new Map([
        [
          [layer, 'bias'],
          [1, 2],
        ],
      ]),
    ),
  ).toThrow(/expected a Tensor, got an array/);
  given(new Map([[[layer, 'bias'], torch.tensor([1, 2])]]))();
  expect((layer as unknown as { bias_mask: Tensor }).bias_mask.tolist()).toEqual([0, 1]);
});
