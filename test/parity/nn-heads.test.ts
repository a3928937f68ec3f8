/** `multi_head_attention_forward` and causal biases, beside Python. */
import * as torch from '../../lib/index';
import type { Tensor } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const { functional: F, attention } = torch.nn;

const PYTHON = `
import torch.nn.functional as F
from torch.nn.attention.bias import causal_lower_right, causal_upper_left
i = input
x, y, w, b, ow, ob, bk, bv = [i[n] for n in ('x', 'y', 'w', 'b', 'ow', 'ob', 'bk', 'bv')]
def heads(q, k, v, *rest, **options): return list(F.multi_head_attention_forward(q, k, v, 8, 2, *rest, **options))
same = w, b, None, None, False, 0.0, ow, ob
output = [
    heads(x, x, x, *same), heads(x, y, y, *same), heads(x, y, y + 1, *same, need_weights=False),
    heads(x, y, y, w, b, bk, bv, True, 0.0, ow, ob, average_attn_weights=False),
    heads(x, y, y, *same, key_padding_mask=i['padding'], attn_mask=i['mask']),
    heads(x, y, y, None, b, None, None, False, 0.0, ow, None, use_separate_proj_weight=True,
          q_proj_weight=w[:8], k_proj_weight=w[8:16], v_proj_weight=w[16:]),
    heads(x, y, y, *same, static_k=i['sk'], static_v=i['sv']),
    heads(x[:, 0], y[:, 0], y[:, 0], *same),
    [F.scaled_dot_product_attention(i['q'], i['k'], i['k'], bias) for bias in
        (causal_upper_left(2, 3), causal_lower_right(2, 3), causal_lower_right(3, 3))][:2],
]
output = [[one for one in row if one is not None] for row in output]
`;

test('the functions have the bits of Python', () => {
  torch.manualSeed(3);
  const given = {
    ...{ x: torch.randn([4, 3, 8]), y: torch.randn([5, 3, 8]), w: torch.randn([24, 8]), b: torch.randn([24]) },
    ...{ ow: torch.randn([8, 8]), ob: torch.randn([8]), bk: torch.randn([1, 1, 8]), bv: torch.randn([1, 1, 8]) },
    ...{ padding: torch.rand([3, 5]).gt(0.7), mask: torch.randn([4, 5]) },
    ...{ sk: torch.randn([6, 5, 4]), sv: torch.randn([6, 5, 4]) },
    ...{ q: torch.randn([1, 2, 2, 4]), k: torch.randn([1, 2, 3, 4]) },
  };
  const answers = runPython<Tensor[][]>(PYTHON, given);
  const { x, y, w, b, ow, ob, bk, bv, q, k } = given;
  const same = [w, b, null, null, false, 0, ow, ob] as const;
  const heads = F.multiHeadAttentionForward;
  const first = (t: Tensor): Tensor => t.select(1, 0);
  const here: (Tensor | null)[][] = [
    heads(x, x, x, 8, 2, ...same),
    heads(x, y, y, 8, 2, ...same),
    heads(x, y, y.add(1), 8, 2, ...same, { needWeights: false }),
    heads(x, y, y, 8, 2, w, b, bk, bv, true, 0, ow, ob, { averageAttnWeights: false }),
    heads(x, y, y, 8, 2, ...same, { keyPaddingMask: given.padding, attnMask: given.mask }),
    heads(x, y, y, 8, 2, null, b, null, null, false, 0, ow, null, {
      useSeparateProjWeight: true,
      ...{ qProjWeight: w.narrow(0, 0, 8), kProjWeight: w.narrow(0, 8, 8), vProjWeight: w.narrow(0, 16, 8) },
    }),
    heads(x, y, y, 8, 2, ...same, { staticK: given.sk, staticV: given.sv }),
    heads(first(x), first(y), first(y), 8, 2, ...same),
    [attention.bias.causalUpperLeft(2, 3), attention.bias.causalLowerRight(2, 3)].map((bias) =>
      F.scaledDotProductAttention(q, k, k, bias),
    ),
  ];
  here.forEach((row, i) => {
    row.filter((one) => one !== null).forEach((one, j) => expectBitEqual(one, answers[i]![j]!, `${i}.${j}`));
  });
});

test('weights that do not fit are refused in Python’s words', () => {
  const [x, w, ow] = [torch.ones([4, 3, 8]), torch.ones([24, 8]), torch.ones([8, 8])];
  const heads = (...rest: readonly unknown[]): unknown =>
    (F.multiHeadAttentionForward as (...args: readonly unknown[]) => unknown)(x, x, x, ...rest);
  const tail = [null, null, false, 0, ow, null];
  expect(() => heads(6, 2, w, null, ...tail)).toThrow('was expecting embedding dimension of 6, but got 8');
  expect(() => heads(8, 3, w, null, ...tail)).toThrow('embed_dim 8 not divisible by num_heads 3');
  expect(() => heads(8, 2, null, null, ...tail)).toThrow('useSeparateProjWeight is false but inProjWeight is null');
  expect(() => heads(8, 2, w, null, torch.ones([1, 1, 8]), ...tail.slice(1))).toThrow('biasK is set but biasV is null');
  expect(() => heads(8, 2, w, null, ...tail, { staticK: torch.ones([1, 4, 4]) })).toThrow(/staticK.size\(0\) of 6/);
  const bias = attention.bias.causalLowerRight(2, 2);
  expect(() => F.scaledDotProductAttention(x, x, x, bias, { isCausal: true })).toThrow(torch.TorchValueError);
  expect(() => attention.bias.causalUpperLeft(...([1, 2, 3] as unknown as [number, number]))).toThrow(
    /only supports 2D/,
  );
  expect(String(bias)).toBe(String(bias.materialize()));
});

test('implementations of flash attention are registered and taken out again', () => {
  const events: string[] = [];
  const registerFn = (): { remove(): void } => {
    events.push('in');
    return { remove: () => events.push('out') };
  };
  attention.registerFlashAttentionImpl('b', { registerFn });
  attention.registerFlashAttentionImpl('a', { registerFn });
  expect(attention.listFlashAttentionImpls()).toEqual(['a', 'b']);
  attention.activateFlashAttentionImpl('a');
  attention.activateFlashAttentionImpl('b');
  expect(attention.currentFlashAttentionImpl()).toBe('b');
  expect(() => attention.activateFlashAttentionImpl('c')).toThrow("Unknown flash attention impl 'c'. Available");
  expect(attention.currentFlashAttentionImpl()).toBeNull();
  expect(events).toEqual(['in', 'out', 'in', 'out']);
});
