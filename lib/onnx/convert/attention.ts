import type { Call, Converters } from '../call';
import { isFloat } from '../dtypes';

/** softmax(q · kᵀ · scale + mask) · v */
function attention(call: Call): string {
  const { g } = call;
  if (call.number('dropout_p', 0) > 0) call.fail('has a dropout; call model.eval() before the export');
  const { dtype, sizes, rank } = call.meta('query');
  const head = sizes.at(-1);
  if (typeof head !== 'number') call.fail('needs a fixed size of heads');
  const scale = call.has('scale') ? call.number('scale') : 1 / Math.sqrt(head);
  const [key, value] = keysAndValues(call);
  const order = Array.from({ length: rank }, (_, axis) => axis);
  order.splice(-2, 2, rank - 1, rank - 2);
  const query = g.op('Mul', [call.tensor('query'), g.scalar(scale, dtype)]);
  const scores = masked(call, g.op('MatMul', [query, g.transpose(key, order)]), dtype);
  return g.op('MatMul', [weights(call, scores, dtype), value]);
}

/** Several heads of queries share one of keys. */
function keysAndValues(call: Call): [key: string, value: string] {
  const pair: [string, string] = [call.tensor('key'), call.tensor('value')];
  if (!call.flag('enable_gqa', false)) return pair;
  const { g } = call;
  const [queries, keys] = [call.meta('query').sizes.at(-3), call.meta('key').sizes.at(-3)];
  const { rank } = call.meta('key');
  if (typeof queries !== 'number' || typeof keys !== 'number') call.fail('needs fixed numbers of heads');
  const times = queries / keys;
  const repeated = (x: string): string => {
    const wide = g.op('Expand', [g.unsqueeze(x, -3), g.ints([times, 1, 1])]);
    const front = rank > 3 ? [g.op('Shape', [x], { start: 0, end: -3 })] : [];
    return g.reshape(wide, g.concat([...front, g.ints([queries]), g.op('Shape', [x], { start: -2 })], 0));
  };
  return [repeated(pair[0]), repeated(pair[1])];
}

function masked(call: Call, scores: string, dtype: string): string {
  const { g } = call;
  const hidden = g.scalar(-Infinity, dtype);
  if (call.flag('is_causal', false)) {
    const shape = g.op('Shape', [scores], { start: -2 });
    const ones = g.op('Expand', [g.scalar(1, 'int64'), shape]);
    const seen = g.cast(g.op('Trilu', [ones], { upper: 0 }), 'bool');
    return g.op('Where', [seen, scores, hidden]);
  }
  const mask = call.maybe('attn_mask');
  if (mask === null) return scores;
  const kind = call.meta('attn_mask').dtype;
  if (isFloat(kind)) return g.op('Add', [scores, call.as('attn_mask', dtype)]);
  return g.op('Where', [mask, scores, hidden]);
}

/** Where all is hidden the weights are 0, and not the NaN of a softmax. */
function weights(call: Call, scores: string, dtype: string): string {
  const { g } = call;
  const made = g.op('Softmax', [scores], { axis: -1 });
  if (!call.has('attn_mask')) return made;
  return g.op('Where', [g.op('IsNaN', [made]), g.scalar(0, dtype), made]);
}

export const attentions: Converters = { 'aten.scaled_dot_product_attention': attention };
