/** Calls whose tensors hold what kernels trust: labels, indices, divisors. In a process of its own, as `calls.ts`. */
import { writeSync } from 'node:fs';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { native } from '../../../lib/native/binding';
import { wrap } from '../../../lib/tensor/tensor';
import { backward, forwarded } from './found';

type Raw = (...args: unknown[]) => unknown;

const { aten } = torch.ops;
const op = (name: string, overload?: string, space = 'aten'): Raw => {
  const operator = (torch.ops as unknown as Record<string, Record<string, Raw & Record<string, Raw>>>)[space]![name]!;
  return overload === undefined ? operator : operator[overload]!;
};
const longs = (...values: (number | bigint)[]): Tensor => torch.tensor(values as number[], { dtype: torch.int64 });
const ints = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int32 });
const zero = (): Tensor => aten['_efficientzerotensor']?.([2, 2]) as Tensor;
const LEAST = -(2n ** 63n);
const LEAST_INT = -(2 ** 31);

const probabilities = (): Tensor => torch.randn([6, 2, 4]).logSoftmax(2);
const ctc = (labels: Tensor, lengths = [2, 2]): unknown =>
  torch.nn.functional.ctcLoss(probabilities(), labels, [6, 6], lengths);

function coo(index: number, dtype = torch.int64): Tensor {
  const tensor = torch.sparseCooTensor(
    [
      [0, 1],
      [1, 0],
    ],
    [1, 2],
    [2, 2],
    { dtype },
  );
  (aten['_indices']?.(tensor) as Tensor).select(1, 0).fill_(index);
  return tensor;
}

type Form = 'csr' | 'csc' | 'bsr' | 'bsc';
function compressed(form: Form, index: number): Tensor {
  const blocks = form === 'bsr' || form === 'bsc' ? [[1, 1]] : [];
  const tensor = op(`to_sparse_${form}`)(torch.ones([2, 2]), ...blocks) as Tensor;
  const plain = form === 'csr' || form === 'bsr' ? 'col_indices' : 'row_indices';
  (aten[plain]?.(tensor) as Tensor).fill_(index);
  return tensor;
}

const FORMS: readonly Form[] = ['csr', 'csc', 'bsr', 'bsc'];

const least = { int64: () => longs(LEAST, 6), int32: () => ints(LEAST_INT, 6) };
type Width = keyof typeof least;
const minus = (width: Width): Tensor => torch.tensor([-1, -1], { dtype: torch[width] });
const WIDTHS: readonly Width[] = ['int64', 'int32'];

/** Each must be refused with an error that contains the text. */
const refused: readonly (readonly [name: string, run: () => unknown, text: string])[] = [
  ['ctc: label beyond the classes', () => ctc(longs(1, 2, 3, 4).view(2, 2)), 'Target 4 is out of bounds'],
  ['ctc: negative label', () => ctc(longs(1, 2, -3, 1)), 'Target -3 is out of bounds: logProbs have 4 classes'],
  ['ctc: module', () => new torch.nn.CTCLoss().forward(probabilities(), longs(1, 9, 1, 1), [6, 6], [2, 2]), 'Target 9'],
  ['ctc: operator', () => op('_ctc_loss', '')(probabilities(), ints(1, 2, 1, 70000), [6, 6], [2, 2]), 'Target 70000'],
  [
    'ctc: lengths of tensors',
    () => op('_ctc_loss', 'Tensor')(probabilities(), longs(1, 2, 1, 7), longs(6, 6), longs(2, 2)),
    'Target 7',
  ],
  ['ctc: lengths beyond the targets', () => ctc(longs(1, 2), [2, 2]), 'targetLengths'],
  ['ctc: negative length', () => ctc(longs(1, 2, 3), [4, -1]), 'targetLengths'],
  ...WIDTHS.flatMap((width): (readonly [string, () => unknown, string])[] => [
    [`div trunc of ${width}`, () => torch.div(least[width](), minus(width), { roundingMode: 'trunc' }), 'does not fit'],
    [`div floor of ${width}`, () => torch.div(least[width](), -1, { roundingMode: 'floor' }), 'does not fit'],
    [`div_ of ${width}`, () => least[width]().div_(minus(width), { roundingMode: 'floor' }), 'does not fit'],
    [
      `div out of ${width}`,
      () => op('div', 'out_mode')(least[width](), minus(width), { roundingMode: 'trunc', out: minus(width) }),
      'does not fit',
    ],
    [`lcm of ${width}`, () => torch.lcm(least[width](), torch.tensor(5, { dtype: torch[width] })), 'does not fit'],
    [`lcm_ of ${width}`, () => least[width]().lcm_(torch.tensor([7, 1], { dtype: torch[width] })), 'does not fit'],
    [`floorDivide of ${width}`, () => torch.floorDivide(least[width](), minus(width)), 'does not fit'],
    [`floorDivide_ of ${width}`, () => least[width]().floorDivide_(-1), 'does not fit'],
  ]),
  ['coo: toDense', () => coo(99).toDense(), 'has the index 99 in dimension 0'],
  ['coo: negative', () => coo(-5).toDense(), 'has the index -5'],
  ['coo: matmul', () => coo(99).matmul(torch.ones([2, 2])), 'has the index 99'],
  ['coo: addmm', () => torch.addmm(torch.ones([2, 2]), coo(99), torch.ones([2, 2])), 'has the index 99'],
  ['coo: add_', () => torch.ones([2, 2]).add_(coo(99)), 'has the index 99'],
  ['coo: tolist', () => coo(99).tolist(), 'has the index 99'],
  ['coo: constructor', () => torch.sparseCooTensor([[5], [0]], [1], [2, 2]), 'size is 2 but found index 5'],
  [
    'coo: _unsafe',
    () => aten['_sparse_coo_tensor_unsafe']?.(longs(5, 0).view(2, 1), torch.ones([1]), [2, 2]),
    'size is 2 but found index 5',
  ],
  ['csr: constructor', () => torch.sparseCsrTensor([0, 1, 2], [0, 700], [1, 2], [2, 2]), '0 <= colIndices < ncols'],
  [
    'csr: _unsafe',
    () => aten['_sparse_csr_tensor_unsafe']?.(longs(0, 1, 2), longs(0, 700), torch.ones([2]), [2, 2]),
    '0 <= colIndices < ncols',
  ],
  ['csr: crow', () => torch.sparseCsrTensor([0, 9000, 2], [0, 1], [1, 2], [2, 2]), 'crowIndices'],
  ...FORMS.flatMap((form): (readonly [string, () => unknown, string])[] => [
    [`${form}: toDense`, () => compressed(form, 700).toDense(), '_indices'],
    [`${form}: matmul`, () => compressed(form, -700).matmul(torch.ones([2, 2])), '_indices'],
    [`${form}: addmm`, () => torch.addmm(torch.ones([2, 2]), compressed(form, 700), torch.ones([2, 2])), '_indices'],
  ]),
  [
    'segmentReduce: lengths beyond the data',
    () => op('segment_reduce')(torch.ones([3]), 'sum', { lengths: longs(2, 90000), unsafe: true }),
    'segment_reduce',
  ],
  [
    'segmentReduce: offsets',
    () => op('segment_reduce')(torch.ones([3]), 'sum', { offsets: longs(0, 90000), unsafe: true }),
    'expected offsets',
  ],
  [
    'max_pool2d backward',
    () =>
      op('max_pool2d_with_indices_backward')(
        torch.ones([1, 1, 1]),
        torch.ones([1, 2, 2]),
        [2, 2],
        [2, 2],
        [0, 0],
        [1, 1],
        false,
        longs(70000).view(1, 1, 1),
      ),
    'from 0 to 3, got 70000',
  ],
  [
    'max_pool3d backward',
    () =>
      op('max_pool3d_with_indices_backward')(
        torch.ones([1, 1, 1, 1]),
        torch.ones([1, 2, 2, 2]),
        [2, 2, 2],
        [2, 2, 2],
        [0, 0, 0],
        [1, 1, 1],
        false,
        longs(-1).view(1, 1, 1, 1),
      ),
    'from 0 to 7, got -1',
  ],
  [
    'adaptive_max_pool2d backward',
    () => op('adaptive_max_pool2d_backward')(torch.ones([1, 1, 1]), torch.ones([1, 2, 2]), longs(4).view(1, 1, 1)),
    'from 0 to 3, got 4',
  ],
  [
    'adaptive_max_pool3d backward',
    () =>
      op('adaptive_max_pool3d_backward')(torch.ones([1, 1, 1, 1]), torch.ones([1, 2, 2, 2]), longs(1).view(1, 1, 1)),
    'indices of the gradient',
  ],
  [
    '_foreach: lists of two lengths',
    () => aten['_foreach_add']?.([torch.ones([2]), torch.ones([2])], [torch.ones([2])]),
    'lists of the same length, got 2 and 1',
  ],
  [
    '_foreach: out of another length',
    () => op('_foreach_erf', 'out')([torch.ones([2])], { out: [] }),
    'lists of the same length',
  ],
  [
    '_neg_view_copy of quantized',
    () => op('_neg_view_copy')(torch.quantizePerTensor(torch.ones([2]), 0.1, 0, torch.qint8)),
    'not quantized',
  ],
  [
    'fp16 linear of meta',
    () =>
      op('linear_dynamic_fp16_unpacked_weight', undefined, 'quantized')(
        torch.empty([2, 2], { device: 'meta' }),
        torch.ones([2, 2]),
        null,
      ),
    'dense tensors with memory',
  ],
  [
    '4-bit prepack',
    () => op('embedding_bag_4bit_prepack', undefined, 'quantized')(torch.ones([2, 4]), true, -2),
    'from 1 to 100000 bins, got -2',
  ],
  ['choose_qparams: bins', () => torch.chooseQparamsOptimized(torch.randn([8]), 8, -3, 0.1, 4), 'got -3'],
  [
    'choose_qparams: numel',
    () => torch.chooseQparamsOptimized(torch.randn([8]), 8000, 200, 0.1, 4),
    'a numel from 1 to 8',
  ],
  [
    'choose_qparams: steps that rounding swallows',
    () => torch.chooseQparamsOptimized(torch.tensor([1e8, 1e8 + 16], { dtype: torch.float32 }), 2, 200, 0.9, 4),
    'further apart',
  ],
  ['matrixPower: least', () => torch.linalg.matrixPower(torch.eye(2), LEAST as unknown as number), 'above -2^63'],
  [
    'quantizePerChannel: zero points of floats',
    () => torch.quantizePerChannel(torch.ones([2, 2]), torch.ones([2]), torch.zeros([2]), 0, torch.qint32),
    'integer zero points',
  ],
];

function stepWith(gradient: Tensor): void {
  const weight = torch.ones([2, 2], { requiresGrad: true });
  weight.grad = gradient;
  new torch.optim.SGD([weight], { lr: 0.1 }).step();
}

const sparse = (): Tensor => torch.sparseCsrTensor([0, 1], [0], [1], [1, 1]);

/** What the fuzz of operators found, one of each kind. */
const found: typeof refused = [
  [
    'copy between layouts',
    () => op('copy')(torch.sparseCsrTensor([0, 1], [0], [1], [1, 1]), torch.ones([1, 1])),
    'of the same layout',
  ],
  ['_logcumsumexp', () => op('_logcumsumexp')(torch.ones([2]), 0), 'LIBTORCH_NODE_UNSAFE=1'],
  ['optimizer: gradient with wrong indices', () => stepWith(coo(99, torch.float32)), 'has the index 99'],
  [
    'batch norm: empty statistics',
    () => op('batch_norm_update_stats')(torch.ones([4, 2]), torch.ones([2]), torch.ones([0]), 0.1),
    'one element for each',
  ],
  [
    'lstm without layers',
    () =>
      op('lstm', 'input')(
        torch.ones([8, 8, 3]),
        [torch.ones([8, 8, 3]), torch.ones([3, 8, 3])],
        [],
        false,
        0,
        0,
        true,
        false,
        true,
      ),
    'at least one layer, got 0',
  ],
  [
    'pad packed sequence: sizes beyond the data',
    () => op('_pad_packed_sequence')(torch.ones([3]), longs(2, 2), true, 0, 2),
    'whose sum is 3, got 4',
  ],
  [
    'embedding_bag: offsets of three dimensions',
    () => op('embedding_bag')(torch.ones([4, 1]), longs(0), longs(0).view(1, 1, 1)),
    'offsets of one',
  ],
  [
    'group norm without groups',
    () => op('native_group_norm')(torch.ones([2, 2]), null, null, 2, 2, 1, 0, 0.1),
    'a multiple of the groups',
  ],
  [
    'lazy clone of quantized',
    () => op('_lazy_clone')(torch.quantizePerTensor(torch.ones([2]), 0.1, 0, torch.qint8)),
    'not quantized',
  ],
  [
    'view_copy of quantized',
    () => op('view_copy', 'dtype')(torch.quantizePerTensor(torch.ones([2]), 0.1, 0, torch.quint8), torch.quint4x2),
    'not quantized',
  ],
  ['copy of sparse tensors', () => op('copy')(sparse(), sparse()), 'with a storage'],
  [
    'copy to an out of another layout',
    () => op('copy', 'out')(sparse(), sparse(), { out: torch.empty([0]) }),
    'of the same layout',
  ],
  [
    'concatenate: nothing to a quantized out',
    () => op('concatenate', 'out')([], { out: torch.quantizePerTensor(torch.ones([2]), 0.1, 0, torch.qint8) }),
    'a list of tensors that is not empty',
  ],
  [
    'concat: others to a quantized out',
    () =>
      op('concat', 'out')([torch.ones([2])], { out: torch.quantizePerTensor(torch.ones([2]), 0.1, 0, torch.qint8) }),
    'quantized tensors for a quantized out',
  ],
  [
    'embedding_backward: another shape',
    () => op('embedding_backward')(torch.ones([1, 8]), longs(0, 0), 1, 4, true, false),
    'a gradient of shape [2]',
  ],
  [
    'embedding_backward: index beyond the weights',
    () => op('embedding_backward')(torch.ones([2, 8]), longs(0, 70000), 1, -1, false, false),
    'from 0 to 0, got 70000',
  ],
  [
    'embedding_sparse_backward: index beyond the weights',
    () => op('embedding_sparse_backward')(torch.ones([2, 8]), longs(0, -3), 1, -1, false),
    'from 0 to 0, got -3',
  ],
  [
    'rrelu: empty out',
    () => op('rrelu_with_noise', 'out')(torch.ones([2]), torch.ones([2]), { training: true, out: torch.empty([0]) }),
    'an out of shape [2]',
  ],
  [
    'moving average: short zero points',
    () =>
      op('_fused_moving_avg_obs_fq_helper')(
        torch.ones([2, 3]),
        longs(1),
        longs(1),
        torch.ones([2]),
        torch.ones([2]),
        torch.ones([2]),
        ints(),
        0.1,
        0,
        255,
        0,
        true,
      ),
    'statistics of 2 elements, got [0]',
  ],
  [
    'moving average: integers',
    () =>
      op('fused_moving_avg_obs_fake_quant')(
        ints(1),
        longs(1),
        longs(1),
        ints(1),
        ints(1),
        ints(1),
        ints(1),
        0.1,
        0,
        255,
        0,
      ),
    'a dense float32 tensor',
  ],
  [
    'oneDNN: convolution without a stride',
    () => op('mkldnn_convolution')(torch.ones([1, 2, 4, 4]), torch.ones([2, 2, 1, 1]), null, [0, 0], [0, 1], [1, 1], 1),
    'a size from 1 to 2^30 - 1, got 0',
  ],
  [
    'oneDNN: reorders a weight of nothing',
    () => op('mkldnn_reorder_conv2d_weight')(torch.ones([2, 0, 1, 1]).toMkldnn()),
    'a weight of three to five dimensions',
  ],
  ['mkl', () => op('_mkl_reorder_linear_weight', undefined, 'mkl')(torch.ones([4, 0]), 3), 'LIBTORCH_NODE_UNSAFE=1'],
  [
    'mkldnn',
    () => op('_reorder_convolution_weight', undefined, 'mkldnn')(torch.ones([3, 7, 1, 1]), [0, 0], [2, 0]),
    'LIBTORCH_NODE_UNSAFE=1',
  ],
  ['_make_dep_token', () => op('_make_dep_token')(), 'LIBTORCH_NODE_UNSAFE=1'],
  [
    'inductor',
    () => op('_reinterpret_tensor', undefined, 'inductor')(torch.ones([2]), [9], [1], 1),
    'LIBTORCH_NODE_UNSAFE=1',
  ],
  [
    'fp16 prepack of nothing',
    () => op('linear_prepack_fp16_legacy', undefined, 'quantized')(torch.ones([1, 0])),
    'float32 matrix',
  ],
  [
    '_cdist_backward',
    () => op('_cdist_backward')(torch.ones([2, 2]), torch.ones([2, 2]), torch.ones([1, 0]), 2, torch.ones([2, 2])),
    'LIBTORCH_NODE_UNSAFE=1',
  ],
];

type Code = 'dtype' | 'layout' | 'memoryFormat';
const KNOWN = { dtype: torch.float32, layout: torch.strided, memoryFormat: torch.contiguousFormat };

/** An instance of one of libtorch's enumerations with a code of its own: its class can be had from any other one. */
function invented(what: Code, code: number | bigint): never {
  const Class = KNOWN[what].constructor as new (...args: unknown[]) => never;
  return what === 'dtype' ? new Class('invented', code, 'float', 4) : new Class('invented', code);
}

/** Codes that libtorch does not have; 262 would be float32 in a byte. */
const codes: typeof refused = [-1, 127, 262, 2 ** 40, -(2n ** 63n)].flatMap((code): typeof refused => [
  [`dtype ${code}`, () => torch.zeros([2], { dtype: invented('dtype', code) }), `no dtype with the code ${code}`],
  [`dtype ${code}: to`, () => torch.ones([2]).to(invented('dtype', code)), `no dtype with the code ${code}`],
  [`dtype ${code}: default`, () => torch.setDefaultDtype(invented('dtype', code)), `no dtype with the code ${code}`],
  [`layout ${code}`, () => torch.zeros([2], { layout: invented('layout', code) }), `no layout with the code ${code}`],
  [
    `memory format ${code}`,
    () => torch.ones([1, 1, 1, 1]).contiguous({ memoryFormat: invented('memoryFormat', code) }),
    `no memory format with the code ${code}`,
  ],
]);

/** All that must be refused. */
export const wrong = [...refused, ...codes, ...found, ...backward];

/** A number stays one when it is written to, here as the number of elements goes to none. */
function writtenNumber(): unknown {
  const emptied = wrap(native.bindOperator('aten::set_', '')([0.5]) as number);
  return emptied.add(1).tolist();
}

/** Each must give the value. */
export const answered: readonly (readonly [name: string, run: () => unknown, value: unknown])[] = [
  ...forwarded,
  [
    'zero tensor: tolist',
    () => zero().tolist(),
    [
      [0, 0],
      [0, 0],
    ],
  ],
  ['zero tensor: printing', () => String(zero()).includes('0'), true],
  ['zero tensor: toJSON', () => JSON.stringify(zero()).includes('0,0'), true],
  ['zero tensor: asTypedArray', () => [...(zero().asTypedArray() as Float32Array)], [0, 0, 0, 0]],
  [
    'zero tensor: save',
    () => (torch.load(torch.saveToBuffer(zero())) as Tensor).tolist(),
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    'zero tensor: writing',
    () => zero().add_(1).tolist(),
    [
      [1, 1],
      [1, 1],
    ],
  ],
  ...WIDTHS.flatMap((width): (readonly [string, () => unknown, unknown])[] => [
    [`remainder of ${width}`, () => torch.remainder(least[width](), minus(width)).tolist(), [0, 0]],
    [`remainder of ${width} by a number`, () => torch.remainder(least[width](), -1).tolist(), [0, 0]],
    [`remainder_ of ${width}`, () => least[width]().remainder_(minus(width)).tolist(), [0, 0]],
    [`fmod of ${width}`, () => torch.fmod(least[width](), minus(width)).tolist(), [0, 0]],
    [`fmod_ of ${width} by a number`, () => least[width]().fmod_(-1).tolist(), [0, 0]],
    [
      `remainder of a number by ${width}`,
      () => (op('remainder', 'Scalar_Tensor')(LEAST_INT, minus(width)) as Tensor).tolist(),
      [0, 0],
    ],
  ]),
  ['a number that was written to', writtenNumber, []],
  [
    'moving average',
    () =>
      (
        op('fused_moving_avg_obs_fake_quant')(
          torch.tensor([[0, 1.25]], { dtype: torch.float32 }),
          longs(1),
          longs(1),
          torch.tensor([0], { dtype: torch.float32 }),
          torch.tensor([255], { dtype: torch.float32 }),
          torch.ones([1]),
          ints(0),
          0,
          0,
          255,
          0,
        ) as Tensor
      ).tolist(),
    [[0, 1]],
  ],
  [
    'embedding_backward',
    () => (op('embedding_backward')(torch.ones([2, 1]), longs(1, 1), 2, -1, false, false) as Tensor).tolist(),
    [[0], [2]],
  ],
  ['remainder keeps other divisors', () => torch.remainder(longs(7, -7, 7), longs(-1, 4, -4)).tolist(), [0, 1, -1]],
  ['lcm', () => torch.lcm(longs(4, -6, 0), longs(6, 4, 5)).tolist(), [12, 12, 0]],
  ['div of others', () => torch.div(longs(7, -7), -1, { roundingMode: 'trunc' }).tolist(), [-7, 7]],
  ['div of the least by others', () => torch.floorDivide(ints(LEAST_INT, 6), ints(1, -1)).tolist(), [LEAST_INT, -6]],
  ['true division', () => torch.div(ints(LEAST_INT), ints(-1)).tolist(), [2 ** 31]],
  [
    'ctc: padding behind a length',
    () => Number.isFinite((ctc(longs(1, -100, 2, 3).view(2, 2), [1, 2]) as Tensor).item() as number),
    true,
  ],
  [
    'coo',
    () =>
      torch
        .sparseCooTensor(
          [
            [0, 1],
            [1, 0],
          ],
          [1, 2],
          [2, 2],
        )
        .toDense()
        .tolist(),
    [
      [0, 1],
      [2, 0],
    ],
  ],
  [
    'coo: its indices can be looked at',
    () => (aten['_indices']?.(coo(99)) as Tensor).tolist(),
    [
      [99, 1],
      [99, 0],
    ],
  ],
  [
    'csr',
    () => torch.sparseCsrTensor([0, 1, 2], [1, 0], [1.5, 2], [2, 2]).matmul(torch.eye(2)).tolist(),
    [
      [0, 1.5],
      [2, 0],
    ],
  ],
  [
    'csr: saved and loaded',
    () =>
      (torch.load(torch.saveToBuffer(torch.sparseCsrTensor([0, 1, 2], [1, 0], [1, 2], [2, 2]))) as Tensor)
        .toDense()
        .tolist(),
    [
      [0, 1],
      [2, 0],
    ],
  ],
  [
    'segmentReduce',
    () =>
      (
        op('segment_reduce')(torch.tensor([1, 2, 3], { dtype: torch.float32 }), 'sum', {
          lengths: longs(2, 1),
          unsafe: true,
        }) as Tensor
      ).tolist(),
    [3, 3],
  ],
  [
    'matrixPower',
    () => torch.linalg.matrixPower(torch.eye(2).mul(2), -2).tolist(),
    [
      [0.25, 0],
      [0, 0.25],
    ],
  ],
  ['_foreach', () => (aten['_foreach_add']?.([longs(1)], [longs(2)]) as Tensor[]).map((t) => t.tolist()), [[3]]],
  [
    'right adaptive_max_pool2d backward',
    () =>
      (
        op('adaptive_max_pool2d_backward')(
          torch.ones([1, 1, 1]),
          torch.ones([1, 2, 2]),
          longs(3).view(1, 1, 1),
        ) as Tensor
      ).tolist(),
    [
      [
        [0, 0],
        [0, 1],
      ],
    ],
  ],
];

/** Writes what came of each call. */
function main(): void {
  for (const [name, run] of [...wrong, ...answered]) {
    writeSync(1, `${name}\t`);
    let answer: string;
    try {
      answer = `value ${JSON.stringify(run())}`;
    } catch (error) {
      answer = `${(error as Error).name}: ${(error as Error).message.split('\n')[0] ?? ''}`;
    }
    writeSync(1, `${answer}\n`);
  }
}

if (process.argv[1] === __filename) main();
