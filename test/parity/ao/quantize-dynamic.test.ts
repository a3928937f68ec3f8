/** Quantized layers give Python's bits, from the same weights. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';
import { bitDifference, runPython } from '../../support/python';

const { dynamic } = torch.ao.nn.quantized;

const FLOATS = {
  linear: () => new nn.Sequential(new nn.Linear(9, 16), new nn.ReLU(), new nn.Linear(16, 4, { bias: false })),
  lstm: () => new nn.LSTM(9, 6, { numLayers: 2, bidirectional: true }),
  gru: () => new nn.GRU(9, 6, { batchFirst: true }),
  LSTMCell: () => new nn.LSTMCell(9, 6),
  GRUCell: () => new nn.GRUCell(9, 6),
  RNNCell: () => new nn.RNNCell(9, 6, { nonlinearity: 'relu' }),
};
type Kind = keyof typeof FLOATS;
const KINDS = Object.keys(FLOATS) as Kind[];
const DTYPES = { qint8: torch.qint8, float16: torch.float16 };

const flat = (value: unknown): Tensor[] => (Array.isArray(value) ? value.flatMap(flat) : [value as Tensor]);

const PYTHON = `
import torch.nn as nn
FLOATS = dict(
    linear=lambda: nn.Sequential(nn.Linear(9, 16), nn.ReLU(), nn.Linear(16, 4, bias=False)),
    lstm=lambda: nn.LSTM(9, 6, num_layers=2, bidirectional=True), gru=lambda: nn.GRU(9, 6, batch_first=True),
    LSTMCell=lambda: nn.LSTMCell(9, 6), GRUCell=lambda: nn.GRUCell(9, 6), RNNCell=lambda: nn.RNNCell(9, 6, nonlinearity='relu'))
class Wrap(nn.Module):
    def __init__(self, inner):
        super().__init__(); self.inner = inner
    def forward(self, *a): return self.inner(*a)
def flat(x): return [t for part in x for t in flat(part)] if isinstance(x, (list, tuple)) else [x]
output = {}
for kind, case in input['cases'].items():
    model = FLOATS[kind](); model.load_state_dict(case['state'])
    for name in ('qint8', 'float16'):
        q = torch.ao.quantization.quantize_dynamic(Wrap(model), dtype=getattr(torch, name))
        try: out = flat(q(case['x']))
        except Exception as e: out = str(e).split('\\n')[0]
        output[kind + '/' + name] = dict(out=out, text=str(q.inner))
q = torch.ao.quantization.quantize_dynamic(FLOATS['linear'](), {nn.Linear}); output['set'] = str(q)
`;

const inputFor = (kind: Kind): Tensor => torch.randn(kind === 'linear' || kind.endsWith('Cell') ? [5, 9] : [4, 5, 9]);

test('outputs have Python’s bits, and models print as in Python', () => {
  torch.manualSeed(3);
  const models = Object.fromEntries(KINDS.map((kind) => [kind, FLOATS[kind]()])) as unknown as Record<
    Kind,
    torch.nn.Module
  >;
  const cases = Object.fromEntries(
    KINDS.map((kind) => [kind, { state: models[kind].stateDict(), x: inputFor(kind) }]),
  ) as Record<Kind, { state: object; x: Tensor }>;
  const python = runPython<Record<string, { out: Tensor[] | string; text: string }>>(PYTHON, { cases });
  for (const kind of KINDS) {
    for (const [name, dtype] of Object.entries(DTYPES)) {
      const model = new nn.Sequential(models[kind]);
      const quantized = torch.ao.quantization.quantizeDynamic(model, { dtype });
      const { out, text } = python[`${kind}/${name}`] as { out: Tensor[] | string; text: string };
      const inner = quantized.children()[0] as torch.nn.Module;
      expect(String(inner)).toBe(text);
      const run = (): Tensor[] => flat((inner as unknown as { forward(x: Tensor): unknown }).forward(cases[kind].x));
      if (typeof out === 'string') {
        expect(run).toThrow();
        continue;
      }
      const differences = run().map((one, i) => bitDifference(one, out[i] as Tensor));
      expect([kind, name, ...differences]).toEqual([kind, name, ...differences.map(() => null)]);
    }
  }
  expect(String(torch.ao.quantization.quantizeDynamic(FLOATS.linear(), [nn.Linear]))).toBe(python['set'] as unknown);
});

test('a packed sequence gives what each sequence alone gives', () => {
  const layer = dynamic.GRU.fromFloat(new nn.GRU(3, 4));
  const [long, short] = [torch.randn([5, 3]), torch.randn([2, 3])];
  const packed = nn.utils.rnn.packSequence([short, long], { enforceSorted: false });
  const [output, h] = layer.forward(packed);
  expect(output.data.shape).toEqual([7, 4]);
  expect(h.shape).toEqual([1, 2, 4]);
});

test('only chosen layers are replaced, and the model itself only where that is asked for', () => {
  const model = new nn.Sequential(new nn.Linear(2, 2), new nn.Sequential(new nn.Linear(2, 2)));
  const part = torch.ao.quantization.quantizeDynamic(model, ['1']);
  const kinds = (root: torch.nn.Module): string[] => root.namedModules().map(([, module]) => module.displayName());
  expect(kinds(part)).toEqual(['Sequential', 'Linear', 'Sequential', 'DynamicQuantizedLinear']);
  expect(kinds(model)).toEqual(['Sequential', 'Linear', 'Sequential', 'Linear']);
  expect(torch.ao.quantization.quantizeDynamic(model, { inplace: true })).toBe(model);
  expect(kinds(model)).toEqual(['Sequential', 'DynamicQuantizedLinear', 'Sequential', 'DynamicQuantizedLinear']);
});

test('bad input is refused before a kernel sees it', () => {
  const { quantizeDynamic } = torch.ao.quantization;
  const linear = dynamic.Linear.fromFloat(new nn.Linear(3, 2));
  expect(() => linear.forward(torch.ones([2, 4]))).toThrow('a linear layer of 3 inputs');
  expect(() => linear.forward(torch.ones([2, 3], { dtype: torch.float64 }))).toThrow('takes float32');
  expect(() => dynamic.GRU.fromFloat(new nn.GRU(3, 4)).forward(torch.ones([2, 3]))).toThrow('must have 3 dimensions');
  const lstm = dynamic.LSTM.fromFloat(new nn.LSTM(3, 4));
  const wrong = torch.zeros([1, 9, 4]);
  expect(() => lstm.forward(torch.ones([5, 2, 3]), [wrong, wrong])).toThrow(
    'Expected hidden[0] size (1, 2, 4), got [1, 9, 4]',
  );
  expect(() => quantizeDynamic(new nn.Linear(3, 2), { dtype: torch.int8 })).toThrow('only supported dtypes');
  expect(() => quantizeDynamic(new nn.Linear(3, 2), ['head'])).toThrow("no module 'head'");
  expect(() => quantizeDynamic(new nn.GRU(3, 4, { bias: false }))).toThrow('mod.bias must be True');
});
