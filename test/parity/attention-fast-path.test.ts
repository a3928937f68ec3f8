/** Attention and encoders in inference, where Python runs each of them as one operator: its bits, and when it is taken. */
import * as torch from '../../lib/index';
import { type DType, type Tensor, nn } from '../../lib/index';
import { bitDifference, runPython } from '../support/python';

interface Case {
  readonly kind: 'MultiheadAttention' | 'TransformerEncoderLayer' | 'TransformerEncoder';
  readonly options?: Readonly<Record<string, unknown>>;
  readonly named?: Readonly<Record<string, unknown>>;
  readonly shape?: readonly number[];
}

const S = 5;
const hidden = torch.ones([S, S], { dtype: torch.bool }).triu(1);
const additive = torch.full([S, S], -Infinity).triu(1);
const padded = torch.tensor([
  [false, false, false, true, true],
  [false, false, false, false, false],
  [false, false, true, true, true],
]);
const scattered = torch.tensor([
  [false, true, false, true, false],
  [false, false, false, false, true],
  [true, false, false, false, false],
]);

const attention = (named: object, options: object = {}): Case => ({
  kind: 'MultiheadAttention',
  options: options as never,
  named: named as never,
});
const layer = (named: object, options: object = {}): Case => ({
  kind: 'TransformerEncoderLayer',
  options: options as never,
  named: named as never,
});
const stack = (named: object, options: object = {}): Case => ({
  kind: 'TransformerEncoder',
  options: options as never,
  named: named as never,
});

const CASES: readonly Case[] = [
  attention({}),
  attention({ needWeights: false }),
  attention({ averageAttnWeights: false }),
  attention({ attnMask: hidden }),
  attention({ attnMask: hidden.expand(12, S, S) }),
  attention({ keyPaddingMask: padded }),
  attention({ keyPaddingMask: scattered, attnMask: hidden, needWeights: false }),
  attention({ attnMask: additive }),
  attention({}, { batchFirst: false }),
  attention({}, { bias: false }),
  attention({}, { addZeroAttn: true }),
  attention({}, { addBiasKv: true }),
  layer({}),
  layer({}, { normFirst: true }),
  layer({}, { activation: 'gelu' }),
  layer({ srcMask: hidden }),
  layer({ srcMask: additive, isCausal: true }),
  layer({ srcKeyPaddingMask: padded }),
  layer({ srcKeyPaddingMask: scattered, srcMask: hidden }),
  layer({}, { bias: false }),
  layer({}, { batchFirst: false }),
  { ...layer({}), shape: [S, 8] },
  stack({}),
  stack({ srcKeyPaddingMask: padded }),
  stack({ srcKeyPaddingMask: scattered }),
  stack({ srcKeyPaddingMask: padded, mask: hidden }),
  stack({ srcKeyPaddingMask: padded }, { activation: 'gelu' }),
  stack({ srcKeyPaddingMask: padded }, { normFirst: true }),
  stack({ mask: additive }),
];

const PYTHON = `
import re, warnings
warnings.simplefilter('ignore')
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
def build(kind, options, dtype):
    options = {snake(k): v for k, v in options.items()}
    if kind == 'MultiheadAttention': return torch.nn.MultiheadAttention(8, 4, dtype=dtype, **options)
    layer = torch.nn.TransformerEncoderLayer(8, 4, 16, dtype=dtype, **options)
    return layer if kind == 'TransformerEncoderLayer' else torch.nn.TransformerEncoder(layer, 2)
def run(case):
    dtype = getattr(torch, case['dtype'])
    module = build(case['kind'], case['options'], dtype)
    module.load_state_dict(case['state'])
    x = case['x']
    named = {snake(k): v for k, v in case['named'].items()}
    def call():
        out = module(x, x, x, **named) if case['kind'] == 'MultiheadAttention' else module(x, **named)
        return [t for t in (out if isinstance(out, tuple) else [out]) if t is not None]
    module.eval()
    with torch.no_grad(): fast = call()
    torch.backends.mha.set_fastpath_enabled(False)
    with torch.no_grad(): slow = call()
    torch.backends.mha.set_fastpath_enabled(True)
    return [fast, slow]
output = [run(case) for case in input]
`;

type Runs = nn.Module & { forward(...inputs: unknown[]): Tensor | [Tensor, Tensor | null] };

function build({ kind, options }: Case, dtype: DType): Runs {
  const given = { batchFirst: true, ...options, dtype };
  if (kind === 'MultiheadAttention') return new nn.MultiheadAttention(8, 4, given);
  const one = new nn.TransformerEncoderLayer(8, 4, 16, given as object);
  return kind === 'TransformerEncoderLayer' ? one : (new nn.TransformerEncoder(one, 2) as never);
}

function call(module: Runs, { kind, named }: Case, x: Tensor): Tensor[] {
  const out = kind === 'MultiheadAttention' ? module.forward(x, x, x, named) : module.forward(x, named);
  return [out].flat().filter((tensor) => tensor !== null);
}

test.each([torch.float32, torch.float64, torch.bfloat16])(
  'the bits of Python, with the fast path and without it: %s',
  (dtype) => {
    torch.manualSeed(3);
    const inDtype = (mask: unknown): unknown => (mask === additive ? additive.to(dtype) : mask);
    const made = CASES.map(({ named = {}, ...rest }): Case => {
      return { ...rest, named: Object.fromEntries(Object.entries(named).map(([name, mask]) => [name, inDtype(mask)])) };
    }).map((one) => ({
      one,
      module: build(one, dtype).eval() as Runs,
      x: torch.randn(one.shape ?? [3, S, 8], { dtype }),
    }));
    const python = runPython(
      PYTHON,
      made.map(({ one, module, x }) => ({
        ...{ kind: one.kind, options: { batchFirst: true, ...one.options }, named: one.named ?? {}, x },
        ...{ dtype: dtype.name, state: module.stateDict() },
      })),
    );
    const ours = torch.noGrad(() =>
      made.map(({ one, module, x }) => {
        const fast = call(module, one, x);
        torch.backends.mha.setFastpathEnabled(false);
        const slow = call(module, one, x);
        torch.backends.mha.setFastpathEnabled(true);
        return [fast, slow];
      }),
    );
    const wrong = made.flatMap(({ one }, i) =>
      [0, 1].flatMap((path) => {
        const [mine, theirs] = [ours[i]![path]!, (python as Tensor[][][])[i]![path]!];
        const problems = mine.map((tensor, k) => bitDifference(tensor, theirs[k]!));
        const text = `${one.kind} ${JSON.stringify(one.options)} ${Object.keys(one.named ?? {}).join()} path ${path}`;
        return mine.length === theirs.length && problems.every((it) => !it) ? [] : [`${text}: ${problems.join()}`];
      }),
    );
    expect(wrong).toEqual([]);
  },
  120_000,
);

/** Whether two paths give other bits somewhere, which shows that they are two. */
function takesFastPath(module: Runs, x: Tensor): boolean {
  return torch.noGrad(() => {
    const named = {};
    const former = torch.backends.mha.getFastpathEnabled();
    const fast = module.forward(x, named) as Tensor;
    torch.backends.mha.setFastpathEnabled(false);
    const slow = module.forward(x, named) as Tensor;
    torch.backends.mha.setFastpathEnabled(former);
    expect(fast.sub(slow).abs().max().item()).toBeLessThan(1e-4);
    return !torch.equal(fast, slow);
  });
}

function encoderLayer(): nn.TransformerEncoderLayer {
  torch.manualSeed(5);
  return new nn.TransformerEncoderLayer(64, 4, 128, { batchFirst: true }).eval();
}

test('a hook, another layer in the place of one, and recorded gradients take the plain path', () => {
  const x = torch.randn([8, 40, 64]);
  expect(takesFastPath(encoderLayer() as Runs, x)).toBe(true);

  const hooked = encoderLayer();
  let seen = 0;
  const handle = hooked.linear1.registerForwardHook(() => void seen++);
  torch.noGrad(() => hooked.forward(x));
  expect(seen).toBe(1);
  handle.remove();
  expect(takesFastPath(hooked as Runs, x)).toBe(true);

  class Adapted extends nn.Linear {
    override forward(input: Tensor): Tensor {
      return super.forward(input).mul(0);
    }
  }
  const adapted = encoderLayer();
  adapted.linear2 = new Adapted(128, 64);
  const zeroed = encoderLayer();
  torch.noGrad(() => {
    zeroed.linear2.weight.zero_();
    zeroed.linear2.bias!.zero_();
    const difference = adapted.forward(x).sub(zeroed.forward(x)).abs().max().item() as number;
    expect(difference).toBeLessThan(1e-4);
  });

  const recorded = encoderLayer();
  expect(recorded.forward(x).requiresGrad).toBe(true);
  const attention = new nn.MultiheadAttention(64, 4, { batchFirst: true }).eval();
  expect(attention.forward(x, x, x)[0].requiresGrad).toBe(true);
  recorded.requiresGrad_(false);
  expect(recorded.forward(x).requiresGrad).toBe(false);
  expect(recorded.forward(x.clone().requiresGrad_()).requiresGrad).toBe(true);
});

test('an encoder that cannot use nested tensors says why, once', () => {
  const emit = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const of = (options: object): nn.TransformerEncoder =>
    new nn.TransformerEncoder(new nn.TransformerEncoderLayer(8, 2, 16, options), 1);
  for (const options of [{ batchFirst: true }, {}, {}, { batchFirst: true, normFirst: true }]) of(options);
  new nn.TransformerEncoder(new nn.TransformerEncoderLayer(8, 2, 16), 1, null, false);
  const warnings = emit.mock.calls.map(([text]) => text);
  emit.mockRestore();
  const reason = 'enableNestedTensor is true, but nested tensors are not used because encoderLayer.';
  expect(warnings).toEqual([
    `${reason}selfAttn.batchFirst was not true (use batchFirst for better inference performance)`,
    `${reason}normFirst was true`,
  ]);
});

test('the switch takes booleans only', () => {
  expect(() => torch.backends.mha.setFastpathEnabled(1 as never)).toThrow(TypeError);
  expect(torch.backends.mha.getFastpathEnabled()).toBe(true);
});
