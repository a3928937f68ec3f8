/** What the fuzz of operators found behind public operators: kernels that trust what another one has checked. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

type Raw = (...args: unknown[]) => unknown;

const op = (name: string, overload?: string, space = 'aten'): Raw => {
  const operator = (torch.ops as unknown as Record<string, Record<string, Raw & Record<string, Raw>>>)[space]![name]!;
  return overload === undefined ? operator : operator[overload]!;
};
const longs = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int64 });
const ones = (...shape: number[]): Tensor => torch.ones(shape);
const quantized = (...shape: number[]): Tensor => torch.quantizePerTensor(ones(...shape), 0.1, 0, torch.quint8);

const nll = (label: number, ignored = -100): unknown =>
  op('nll_loss_backward')(ones(1), ones(1, 3), longs(label), null, 0, ignored, torch.ones([]));
const layerNorm = (gradient: Tensor, mean: Tensor): unknown =>
  op('native_layer_norm_backward')(gradient, ones(2, 3), [3], mean, ones(2), ones(3), ones(3), [true, true, true]);
const groupNorm = (group: number, mean: Tensor): unknown =>
  op('native_group_norm_backward')(ones(1, 4), ones(1, 4), mean, ones(2), null, 1, 4, 1, group, [true, true, true]);

const mkldnn = ones(1).toMkldnn().layout;

/** A matrix whose second offset is another one. */
function spoilt(offset: bigint): Tensor {
  const tensor = torch.sparseCsrTensor([0, 1, 2], [0, 1], [1, 2], [2, 2]);
  (op('crow_indices')(tensor) as Tensor).select(0, 1).fill_(offset);
  return tensor;
}
const nested = (): unknown => op('_nested_tensor_from_tensor_list')([ones(2, 3), ones(4, 3)]);

/** Each must be refused with an error that contains the text. */
export const backward: readonly (readonly [name: string, run: () => unknown, text: string])[] = [
  ['nll backward: label beyond the classes', () => nll(70000), 'Target 70000 is out of bounds'],
  ['nll backward: negative label', () => nll(-1), 'Target -1 is out of bounds'],
  [
    'nll2d backward: label beyond the classes',
    () =>
      op('nll_loss2d_backward')(ones(1, 1, 1), ones(1, 3, 1, 1), longs(3).view(1, 1, 1), null, 0, -100, torch.ones([])),
    'labels go from 0 to 2',
  ],
  [
    'multi margin backward',
    () => op('multi_margin_loss_backward')(ones(1), ones(1, 3), longs(-5), 1, 1),
    'Target -5 is out of bounds',
  ],
  [
    'multilabel margin backward',
    () => op('multilabel_margin_loss_backward')(ones(1), ones(1, 3), longs(0, 9, -1).view(1, 3), 0, ones(1, 3)),
    'Target 9 is out of bounds',
  ],
  [
    'grid sampler backward: small gradient',
    () =>
      op('grid_sampler_2d_backward')(ones(1, 1, 1, 1), ones(1, 1, 4, 4), ones(1, 9, 9, 2), 0, 0, false, [true, true]),
    'a gradient of shape [1, 1, 9, 9]',
  ],
  [
    'grid sampler backward of three dimensions',
    () =>
      op('grid_sampler_3d_backward')(ones(1, 1, 1, 1, 1), ones(1, 1, 2, 2, 2), ones(1, 2, 2, 2, 3), 0, 0, false, [
        true,
        true,
      ]),
    'a gradient of shape [1, 1, 2, 2, 2]',
  ],
  ['layer norm backward: small gradient', () => layerNorm(ones(1), ones(2)), 'a gradient of shape [2, 3]'],
  ['layer norm backward: few means', () => layerNorm(ones(2, 3), ones(0)), 'expected 2 elements, got [0]'],
  ['group norm backward: no groups', () => groupNorm(0, ones(2)), 'a multiple of the groups'],
  ['group norm backward: few means', () => groupNorm(2, ones(1)), 'expected 2 elements, got [1]'],
  [
    'unfold backward: small gradient',
    () => op('unfold_backward')(ones(1, 1), [8], 0, 3, 1),
    'a gradient of shape [6, 3]',
  ],
  [
    'upsample: a scale that is no number of an element',
    () => op('upsample_nearest1d')(ones(1, 1, 4), [8], 1e-40),
    'a scale of at least 1e-6',
  ],
  ['channel shuffle without groups', () => op('native_channel_shuffle')(ones(1, 2, 1), 0), 'groups that divide'],
  [
    'quantized batch norm: few means',
    () => op('quantized_batch_norm')(quantized(1, 8, 1, 1), null, null, ones(1), ones(8), 0.1, 1, 0),
    'expected 8 contiguous elements',
  ],
  [
    'quantized::batch_norm2d: expanded variances',
    () =>
      op('batch_norm2d', undefined, 'quantized')(
        quantized(1, 8, 1, 1),
        null,
        null,
        ones(8),
        ones(1).expand(8),
        0.1,
        1,
        0,
      ),
    'expected 8 contiguous elements',
  ],
  [
    'oneDNN: linear with another weight',
    () => torch.nn.functional.linear(ones(2, 3, 3, 1).toMkldnn(), ones(1, 3, 3, 1), ones(1)),
    'a matrix of weights',
  ],
  ['range of integers', () => torch.range(3, 0.5, -0.5, { dtype: torch.int16 }), 'step must be nonzero'],
  [
    'range to integers',
    () => op('range', 'out')(3, 0.5, -0.5, { out: ones(3).to(torch.int16) }),
    'step must be nonzero',
  ],
  [
    'scaled dot product: no heads to repeat',
    () => op('scaled_dot_product_attention')(ones(1, 2, 5, 3), ones(1, 0, 5, 3), ones(1, 0, 5, 3), { enableGqa: true }),
    'a key and a value with at least one head',
  ],
  [
    'scaled dot product: a short value',
    () => torch.nn.functional.scaledDotProductAttention(ones(1, 2, 64, 8), ones(1, 2, 64, 8), ones(1, 2, 1, 8)),
    'a key and a value of the same length',
  ],
  [
    'multi-head attention without heads',
    () =>
      op('_native_multi_head_attention')(
        ones(1, 2, 4),
        ones(1, 2, 4),
        ones(1, 2, 4),
        4,
        0,
        ones(12, 4),
        ones(12),
        ones(4, 4),
        ones(4),
      ),
    'a positive number of heads, got 0',
  ],
  [
    'convolution of another kernel',
    () => op('slow_conv_transpose2d')(ones(1, 2, 4, 4), ones(2, 2, 1, 1), [3, 3]),
    "a weight of the kernel's size [3, 3]",
  ],
  [
    'quantized bags: a mapping beyond the rows',
    () =>
      op('embedding_bag_byte_rowwise_offsets', undefined, 'quantized')(
        torch.ones([4, 12], { dtype: torch.uint8 }),
        longs(0, 1),
        longs(0),
        false,
        0,
        true,
        null,
        torch.tensor([0, 99, 2, 3], { dtype: torch.int32 }),
      ),
    'a mapping from -1 to 3, got 99',
  ],
  [
    'quantized bags: packs nothing',
    () => op('embedding_bag_4bit_prepack', undefined, 'quantized')(ones(1, 8, 0, 8)),
    'rows of weights that are not empty',
  ],
  [
    'quantized bags: few bounds',
    () => op('embedding_bag_4bit_prepack_with_rowwise_min_max', undefined, 'quantized')(ones(2, 8), ones(1, 2)),
    'for each row, got [1, 2]',
  ],
  [
    'quantized bags: few weights',
    () =>
      op('embedding_bag_4bit_rowwise_offsets', undefined, 'quantized')(
        torch.ones([4, 12], { dtype: torch.uint8 }),
        longs(0, 1),
        longs(0),
        false,
        0,
        false,
        ones(1),
      ),
    'for each of the 2 indices, got 1',
  ],
  [
    'quantized upsampling of another scale',
    () => op('upsample_bilinear2d')(quantized(1, 2, 4, 4), [8, 8], false, 1e-5, 2),
    'a scale from 4 to 8',
  ],
  ['random_: a bound of floats', () => ones(2).random_(2n ** 63n - 1n, null), 'a lower bound below 2^63'],
  [
    'randint: a bound of floats',
    () => op('randint', 'low')(2n ** 63n - 1n, -1, [2], { dtype: torch.float32 }),
    'a lower bound',
  ],
  [
    'pooling window without end',
    () => torch.maxPool1d(ones(8, 1), [2 ** 31 - 1], { ceilMode: true }),
    'of at most 16777216',
  ],
  [
    'quantized cell of ATen',
    () => op('quantized_rnn_relu_cell')(...Array.from({ length: 10 }, () => ones(1)), 1, 1, 0, 0),
    'UNSAFE=1',
  ],
  [
    'quantized cell of nothing',
    () => op('make_quantized_cell_params', undefined, 'quantized')(ones(3, 0), ones(1), ones(3), ones(3)),
    'a float32 matrix that is not empty',
  ],
  [
    'quantized prepack without groups',
    () => op('conv_transpose1d_prepack', undefined, '_quantized')(quantized(2, 2, 8), null, [1], [0], [0], [1], 0),
    'groups that divide',
  ],
  [
    'quantized adaptive pooling with few sizes',
    () => op('adaptive_avg_pool3d')(quantized(5, 2, 2, 3), [4]),
    'expected 3 integers, got 1',
  ],
  ['polynomial of a degree without end', () => op('special_legendre_polynomial_p')(ones(8), 2 ** 31), 'a degree of at'],
  [
    'polynomial of degrees of a tensor',
    () => op('special_hermite_polynomial_h')(ones(2), torch.tensor([1, 2 ** 40])),
    'a degree of at',
  ],
  [
    'adaptive pooling backward: another batch',
    () => op('adaptive_avg_pool3d_backward', 'grad_input')(ones(0, 3, 1, 1), ones(3, 0, 1, 1), { gradInput: ones(0) }),
    'UNSAFE=1',
  ],
  [
    'an expanded tensor to write to',
    () =>
      op('replication_pad3d_backward', 'grad_input')(ones(1, 1, 4, 4, 4), ones(1, 1, 2, 2, 2), [1, 1, 1, 1, 1, 1], {
        gradInput: ones(1).expand([1, 1, 2, 2, 2]),
      }),
    'single memory location',
  ],
  [
    'oneDNN: zeros of another size',
    () => op('new_zeros')(ones(3), [3], { dtype: torch.bfloat16, layout: mkldnn }),
    'float32 for zeros of oneDNN',
  ],
  ['oneDNN: zero_ of halves', () => op('zero_')(ones(3).bfloat16().toMkldnn()), 'float32 for zeros of oneDNN'],
  [
    'lstm: states of two numbers of layers',
    () =>
      op('lstm', 'input')(
        ones(4, 3, 5),
        [ones(5, 3, 6), ones(1, 3, 6)],
        [ones(24, 5)],
        false,
        5,
        0,
        false,
        false,
        false,
      ),
    'states for the same number of layers',
  ],
  [
    'fbgemm linear',
    () => op('fbgemm_linear_int8_weight_fp32_activation')(ones(4, 4), ones(4, 4), ones(4), ones(4), 1, 1, ones(4)),
    'UNSAFE=1',
  ],
  [
    'oneDNN: scatter of one',
    () => torch.zeros([3, 5]).scatterAdd_(0, torch.zeros([3, 5], { dtype: torch.int64 }), ones(3, 5).toMkldnn()),
    'no kernel for oneDNN tensors',
  ],
  [
    'oneDNN: gradient of a maximum',
    () => op('cummaxmin_backward')(ones(3, 5).toMkldnn(), ones(3, 5), torch.zeros([3, 5], { dtype: torch.int64 }), 0),
    'no kernel for oneDNN tensors',
  ],
  [
    'resizeAs_ of an expanded tensor',
    () =>
      ones(3, 3)
        .expand(3, 3, 3)
        .resizeAs_(ones(3, 3, 3), { memoryFormat: torch.contiguousFormat }),
    'memory for each of its elements',
  ],
  [
    'resize_ of an expanded tensor',
    () => ones(1).expand(4).resize_([4], { memoryFormat: torch.contiguousFormat }),
    'memory for each of its elements',
  ],
  ['csr: offsets that overflow', () => spoilt(2n ** 63n - 1n).toDense(), 'got 9223372036854775807'],
  ['csr: negative offsets', () => spoilt(-(2n ** 63n)).toDense(), 'got -9223372036854775808'],
  [
    'nested to a quantized dtype',
    () => op('to', 'device')(nested(), 'cpu', torch.qint8, { memoryFormat: torch.contiguousFormat }),
    'not quantized for a nested tensor',
  ],
  ['trapz of nested', () => op('trapz', 'dx')(nested()), 'not nested'],
  [
    'masked softmax of nothing',
    () => op('_masked_softmax')(ones(1, 0), torch.zeros([1, 0], { dtype: torch.bool })),
    'not empty',
  ],
  ['_compute_linear_combination', () => op('_compute_linear_combination')(ones(1, 4), ones(4, 4)), 'UNSAFE=1'],
  [
    '_nested_view_from_buffer',
    () => op('_nested_view_from_buffer')(ones(2), longs(9, 9).view(1, 2), longs(9, 1).view(1, 2), longs(0)),
    'UNSAFE=1',
  ],
  ['_nested_select_backward', () => op('_nested_select_backward')(ones(2), ones(2), 0, 8), 'UNSAFE=1'],
];

function paddedToItself(): unknown {
  const tensor = ones(1, 1, 2);
  op('replication_pad1d', 'out')(tensor, [2, 2], { out: tensor });
  return tensor.tolist();
}

const list = (value: unknown): unknown => (Array.isArray(value) ? value.map(list) : (value as Tensor).tolist());

/** Each must give the value. */
export const forwarded: readonly (readonly [name: string, run: () => unknown, value: unknown])[] = [
  ['nll backward', () => list(nll(1)), [[0, -1, 0]]],
  ['nll backward: ignored label', () => list(nll(-7, -7)), [[0, 0, 0]]],
  [
    'layer norm backward',
    () => list((layerNorm(ones(2, 3), ones(2)) as Tensor[]).slice(0, 1)),
    [
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ],
  ['unfold backward', () => list(op('unfold_backward')(ones(2, 2), [3], 0, 2, 1)), [1, 2, 1]],
  ['unfold backward of a number', () => list(op('unfold_backward')(ones(1), [], 0, 1, 1)), 1],
  ['upsample', () => list(op('upsample_nearest1d')(longs(1, 2).float().view(1, 1, 2), [4], 2)), [[[1, 1, 2, 2]]]],
  ['median of an expanded tensor', () => list(torch.median(longs(3, 1).expand(3, 2), 0)[0]), [3, 1]],
  ['nanmedian of an expanded tensor', () => list(torch.nanmedian(longs(3, 1).expand(3, 2), 0)[0]), [3, 1]],
  ['padding to its own input', paddedToItself, [[[1, 1, 1, 1, 1, 1]]]],
  [
    'convolution of its kernel',
    () => list(op('slow_conv_transpose2d')(ones(1, 1, 1, 1), ones(1, 1, 1, 2), [1, 2])),
    [[[[1, 1]]]],
  ],
  [
    'scaled dot product',
    () => list(torch.nn.functional.scaledDotProductAttention(ones(1, 1, 2), ones(1, 3, 2), ones(1, 3, 1))),
    [[[1]]],
  ],
  [
    'quantized upsampling',
    () => list((op('upsample_bilinear2d')(quantized(1, 1, 1, 2), [1, 4], false, 1, 2) as Tensor).dequantize()),
    [[[[1, 1, 1, 1]]]],
  ],
  [
    'randint to the largest',
    () => Number(torch.randint(0, (2n ** 63n - 1n) as unknown as number, [1]).item()) >= 0,
    true,
  ],
  [
    'meta tensor larger than any memory',
    () => torch.empty([2 ** 51, 2 ** 9], { device: 'meta' }).add(1).shape,
    [2 ** 51, 2 ** 9],
  ],
  ['polynomial', () => list(op('special_legendre_polynomial_p')(ones(2), 3)), [1, 1]],
  ['resizeAs_', () => list(ones(2).resizeAs_(ones(1), { memoryFormat: torch.contiguousFormat })), [1]],
  [
    'oneDNN: relu of a sum',
    () => list((op('relu')(ones(2).toMkldnn().add(ones(2).toMkldnn())) as Tensor).toDense()),
    [2, 2],
  ],
  ['oneDNN: zeros', () => list((op('new_zeros')(ones(1), [2], { layout: mkldnn }) as Tensor).toDense()), [0, 0]],
  [
    'oneDNN: linear',
    () => list((torch.nn.functional.linear(ones(1, 2).toMkldnn(), ones(1, 2).toMkldnn()) as Tensor).toDense()),
    [[2]],
  ],
];
