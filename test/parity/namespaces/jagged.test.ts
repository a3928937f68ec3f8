/** Nested tensors in the jagged layout, beside Python's. */
import * as torch from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { JaggedTensor, maskedSelect, nestedTensorFromJagged } = torch.nested;

function inputs(): Record<string, torch.Tensor> {
  torch.manualSeed(3);
  return {
    values: torch.randn([7, 4]),
    wide: torch.randn([3, 7, 2]),
    offsets: torch.tensor([0, 3, 3, 7]),
    starts: torch.tensor([0, 3, 4, 7]),
    lengths: torch.tensor([2, 1, 3]),
    weight: torch.randn([5, 4]),
    bias: torch.randn([4]),
    batch: torch.randn([3, 1, 4]),
    mask: torch.tensor([
      [true, false, true, false],
      [false, false, false, false],
      [true, true, true, true],
    ]),
    picked: torch.randn([3, 4]),
  };
}

const PYTHON = `
import torch.nn.functional as F
from torch.nested import nested_tensor_from_jagged as make, masked_select, to_padded_tensor
x = input
leaf = x['values'].clone().requires_grad_()
a, known = make(leaf, x['offsets']), make(x['values'], x['offsets'], max_seqlen=4)
same = make(x['values'] * 2, x['offsets'])
holes = make(x['values'], x['starts'], x['lengths'])
turned = make(x['wide'], x['offsets'], jagged_dim=2)
def values(t): return t.values() if t.is_nested else t
out = [
    *a.unbind(), *holes.unbind(), *turned.unbind(), make(x['values'], lengths=x['lengths'] + 1).offsets(),
    to_padded_tensor(known, -1.), to_padded_tensor(a, 0.), to_padded_tensor(turned, 0.5), to_padded_tensor(known, 2., (3, 5, 4)),
    *map(values, [
        a.relu(), a.sin(), F.linear(a, x['weight']), F.layer_norm(a, (4,)), a + 1, a * same, a - x['bias'], known + x['batch'],
        a / same, a.transpose(1, 2), turned.transpose(1, 2), a.sum(), a.sum(dim=1), known.sum(dim=1, keepdim=True), a.sum(dim=2),
        a.sum(dim=-1, keepdim=True), a.sum(dim=(0, 1)), turned.sum(dim=1), known.amax(dim=1), known.amin(dim=-1),
        a.mean(dim=1), a.mean(dim=2), a.softmax(dim=1), a.softmax(dim=2),
        masked_select(x['picked'], x['mask']), masked_select(x['picked'], x['mask']).offsets(),
        masked_select(x['picked'], torch.tensor([False])).offsets(),
    ]),
]
loss = (a.relu() * same).values().pow(2).sum() + to_padded_tensor(a, 1.).pow(3).sum()
loss.backward()
errors = []
for body in (
    lambda: make(x['values']), lambda: make(x['values'], x['offsets'], jagged_dim=0), lambda: make(x['values'], x['mask']),
    lambda: make(x['values'], x['offsets'], x['starts']), lambda: a.sum(dim=0), lambda: a.sum(dim=(1, 2)), lambda: holes.sum(dim=1),
    lambda: a.softmax(dim=0), lambda: turned.softmax(dim=2), lambda: holes.softmax(dim=1), lambda: a.transpose(0, 1),
    lambda: to_padded_tensor(holes, 0.), lambda: masked_select(x['picked'].to_sparse(), x['mask']),
    lambda: masked_select(x['picked'], x['mask'].to_sparse()), lambda: a.sum(dim=3), lambda: a + torch.ones(1, 1, 1, 4),
):
    try: body(); errors.append('none')
    except Exception as error: errors.append(str(error))
output = {'out': [t.detach() for t in out], 'grad': leaf.grad, 'errors': errors,
          'texts': [repr(t) for t in (make(x['values'], x['offsets']), holes, turned)],
          'facts': [a.numel(), holes.numel(), a.dim(), str(a.layout), a.is_nested, a.is_contiguous(), turned.size(1), turned.size(0)]}
`;

interface Answer {
  readonly out: torch.Tensor[];
  readonly grad: torch.Tensor;
  readonly errors: string[];
  readonly texts: string[];
  readonly facts: unknown[];
}

type Jagged = InstanceType<typeof JaggedTensor>;
const values = (x: torch.Tensor | Jagged): torch.Tensor => (x instanceof JaggedTensor ? x.values() : x);

function made(x: Record<string, torch.Tensor>) {
  const leaf = x['values']!.clone().requiresGrad_();
  return {
    leaf,
    a: nestedTensorFromJagged(leaf, x['offsets']),
    known: nestedTensorFromJagged(x['values']!, { offsets: x['offsets'], maxSeqlen: 4 }),
    same: nestedTensorFromJagged(x['values']!.mul(2), x['offsets']),
    holes: nestedTensorFromJagged(x['values']!, x['starts'], x['lengths']),
    turned: nestedTensorFromJagged(x['wide']!, x['offsets'], { jaggedDim: 2 }),
  };
}

test('has the bits of Python, forward and backward', () => {
  const x = inputs();
  const python = runPython<Answer>(PYTHON, x);
  const { leaf, a, known, same, holes, turned } = made(x);
  const { functional } = torch.nn;
  const out = [
    ...[...a.unbind(), ...holes.unbind(), ...turned.unbind()],
    nestedTensorFromJagged(x['values']!, { lengths: x['lengths']!.add(1) }).offsets(),
    ...[known.toPaddedTensor(-1), a.toPaddedTensor(0), turned.toPaddedTensor(0.5), known.toPaddedTensor(2, [3, 5, 4])],
    ...[
      ...[a.map((v) => v.relu()), a.map((v) => v.sin()), a.map((v) => functional.linear(v, x['weight']!))],
      ...[a.map((v) => functional.layerNorm(v, [4])), a.add(1), a.mul(same), a.sub(x['bias']!), known.add(x['batch']!)],
      ...[
        a.div(same),
        a.transpose(1, 2),
        turned.transpose(1, 2),
        a.sum(),
        a.sum(1),
        known.sum(1, { keepdim: true }),
        a.sum(2),
      ],
      ...[a.sum(-1, true), a.sum([0, 1]), turned.sum({ dim: 1 }), known.amax(1), known.amin(-1)],
      ...[a.mean(1), a.mean(2), a.softmax(1), a.softmax({ dim: 2 })],
      ...[maskedSelect(x['picked']!, x['mask']!), maskedSelect(x['picked']!, x['mask']!).offsets()],
      maskedSelect(x['picked']!, torch.tensor([false])).offsets(),
    ].map(values),
  ];
  expect(out).toHaveLength(python.out.length);
  out.forEach((one, i) => expectBitEqual(one.detach(), python.out[i]!, String(i)));
  const relu = a
    .map((v) => v.relu())
    .mul(same)
    .values();
  relu.pow(2).sum().add(a.toPaddedTensor(1).pow(3).sum()).backward();
  expectBitEqual(leaf.grad!, python.grad);
  const plain = (text: string): string => text.replace(/j\d+/, 'j');
  const texts = [nestedTensorFromJagged(x['values']!, x['offsets']), holes, turned].map(String);
  expect(texts.map(plain)).toEqual(python.texts.map(plain));
  const facts = [
    a.numel(),
    holes.numel(),
    a.ndim,
    String(a.layout),
    a.isNested,
    a.isContiguous(),
    turned.shape[1],
    turned.shape[0],
  ];
  expect(facts).toEqual(python.facts);
  expect(a.shape[1]).toBe(same.shape[1]);
  expect(a.shape[1]).not.toBe(holes.shape[1]);
});

test('refuses with the words of Python', () => {
  const x = inputs();
  const { errors } = runPython<Answer>(PYTHON, x);
  const { a, holes, turned } = made(x);
  const bodies: (() => unknown)[] = [
    () => nestedTensorFromJagged(x['values']!),
    () => nestedTensorFromJagged(x['values']!, x['offsets'], { jaggedDim: 0 }),
    () => nestedTensorFromJagged(x['values']!, x['mask']),
    () => nestedTensorFromJagged(x['values']!, x['offsets'], x['starts']),
    () => a.sum(0),
    () => a.sum([1, 2]),
    () => holes.sum(1),
    () => a.softmax(0),
    () => turned.softmax(2),
    () => holes.softmax(1),
    () => a.transpose(0, 1),
    () => holes.toPaddedTensor(0),
    () => maskedSelect(x['picked']!.toSparse(), x['mask']!),
    () => maskedSelect(x['picked']!, x['mask']!.toSparse()),
    () => a.sum(3),
    () => a.add(torch.ones([1, 1, 1, 4])),
  ];
  const messages = bodies.map((body) => {
    try {
      body();
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(messages).toEqual(errors);
});

test('gradients of what goes over rows are those of each row', () => {
  const x = inputs();
  const { leaf, a } = made(x);
  const weight = x['values']!.sin();
  values(a.softmax(1).mul(nestedTensorFromJagged(weight, x['offsets'])).sum())
    .add(values(a.mean(1)).pow(2).nansum())
    .backward();
  const other = x['values']!.clone().requiresGrad_();
  const lengths = [3, 0, 4];
  const parts = other.split(lengths).map((row, i) => {
    const soft = row.softmax(0).mul(weight.split(lengths)[i]!).sum();
    return row.shape[0] === 0 ? soft : soft.add(row.mean(0).pow(2).sum());
  });
  parts.reduce((sum, part) => sum.add(part)).backward();
  expect(leaf.grad!.allclose(other.grad!, { rtol: 1e-5, atol: 1e-6 })).toBe(true);
});

test('offsets that lead out of the values are refused where they are used', () => {
  const wrong = nestedTensorFromJagged(torch.ones([4, 2]), torch.tensor([0, 3, 9]));
  expect(() => wrong.unbind()).toThrow('nested tensor offsets and lengths do not match ragged_idx dimension');
  expect(() => wrong.toPaddedTensor(0, [2, 6, 2])).toThrow(/out of range/);
  const changed = nestedTensorFromJagged(torch.ones([4, 2]), torch.tensor([0, 1, 4]));
  changed.offsets().fill_(-5);
  expect(() => changed.unbind()).toThrow('do not match');
  expect(() => changed.toPaddedTensor(0)).not.toThrow();
  expect(() => changed.softmax(1)).toThrow();
  expect(() => nestedTensorFromJagged(torch.ones([4]), torch.tensor([0.5, 4]))).toThrow('int64 or int32');
  expect(() => nestedTensorFromJagged(torch.ones([4]), torch.tensor([0, 4]), { jaggedDim: 2 })).toThrow(
    'beyond the 2 dim',
  );
  expect(() => new JaggedTensor()).toThrow('nestedTensorFromJagged()');
  const rows = nestedTensorFromJagged(torch.ones([4, 2]), torch.tensor([0, 1, 4]));
  expect(() => rows.map((v) => v.narrow(0, 0, 2))).toThrow('as many elements in its ragged dimension');
  expect(() => rows.add('x' as never)).toThrow("'other' should be a number, a Tensor or a JaggedTensor");
});
