/** Attention by several heads: what `nn.MultiheadAttention` and `multiHeadAttentionForward` compute. */
import type { Tensor } from '../../ops/tensor-methods';
import { runtimeError, typeError, valueError } from '../../errors';
import { aten, atenMany } from './define';

type Three = [Tensor, Tensor, Tensor];

/** What the heads are made with. */
export interface HeadWeights {
  readonly embedDim: number;
  readonly numHeads: number;
  /** `[3 E, E]`; null where query, key and value have matrices of their own. */
  readonly inProjWeight: Tensor | null;
  readonly inProjBias: Tensor | null;
  readonly qProjWeight: Tensor | null;
  readonly kProjWeight: Tensor | null;
  readonly vProjWeight: Tensor | null;
  readonly biasK: Tensor | null;
  readonly biasV: Tensor | null;
  /** Keys and values that take the place of the projected ones: `[N·heads, S, E / heads]`. */
  readonly staticK: Tensor | null;
  readonly staticV: Tensor | null;
  readonly addZeroAttn: boolean;
  /** The part of the attention that is dropped now; 0 in evaluation. */
  readonly dropout: number;
  /** The projection of the result: `[N, E]` to `[N, E]`. */
  readonly output: (context: Tensor) => Tensor;
}

/** What a call of attention chooses. */
export interface HeadMasks {
  readonly keyPaddingMask: Tensor | null;
  readonly attnMask: Tensor | null;
  readonly needWeights: boolean;
  readonly averageAttnWeights: boolean;
  readonly isCausal: boolean;
}

interface Heads {
  readonly q: Tensor;
  readonly k: Tensor;
  readonly v: Tensor;
  readonly mask: Tensor | null;
  readonly isCausal: boolean;
  readonly targets: number;
  readonly batch: number;
}

/** A boolean mask as numbers to be added: -∞ where it is true. */
export function additiveMask(mask: Tensor | null, name: string, dtype: Tensor['dtype']): Tensor | null {
  if (mask === null || mask.dtype.isFloatingPoint) return mask;
  if (mask.dtype.name !== 'bool') throw typeError(`only bool and floating types of ${name} are supported`);
  return aten('masked_fill_')(aten('zeros_like')(mask, { dtype }), mask, -Infinity);
}

/** Attention over `[L, N, E]`, `[S, N, …]` and `[S, N, …]`: the output `[L, N, E]`, and the weights or null. */
export function attendHeads(
  weights: HeadWeights,
  [query, key, value]: Three,
  batched: boolean,
  masks: HeadMasks,
): [output: Tensor, weights: Tensor | null] {
  const heads = prepare(weights, [query, key, value], batched, masks);
  return masks.needWeights ? withWeights(weights, heads, masks.averageAttnWeights) : withoutWeights(weights, heads);
}

interface Additive {
  mask: Tensor | null;
  padding: Tensor | null;
  readonly isCausal: boolean;
}

/** The masks as numbers that are added. */
function readMasks(query: Tensor, batched: boolean, given: HeadMasks): Additive {
  const { dtype } = query;
  let padding = additiveMask(given.keyPaddingMask, 'keyPaddingMask', dtype);
  if (padding && !batched) padding = aten('unsqueeze')(padding, 0);
  let mask = additiveMask(given.attnMask, 'attnMask', dtype);
  if (given.isCausal && !mask) throw runtimeError('Need attnMask if specifying the isCausal hint.');
  // The hint alone is enough where nothing else has to be masked, and the weights are not asked for.
  if (given.isCausal && !padding && !given.needWeights) mask = null;
  return { mask, padding, isCausal: given.isCausal && !padding };
}

function prepare(weights: HeadWeights, given: Three, batched: boolean, masks: HeadMasks): Heads {
  const [query, key] = given;
  const [targets = 0, batch = 0, size] = query.shape;
  if (size !== weights.embedDim) {
    throw runtimeError(`was expecting embedding dimension of ${weights.embedDim}, but got ${size}`);
  }
  const { isCausal, ...masking } = readMasks(query, batched, masks);
  let [q, k, v] = project(weights, given);
  masking.mask &&= checkMask(masking.mask, targets, key.shape[0] ?? 0, batch * weights.numHeads);
  const { biasK, biasV } = weights;
  if (biasK && biasV) {
    [k, v] = [withBias(k, biasK, batch), withBias(v, biasV, batch)];
    extend(masking);
  }
  [q, k, v] = [q, weights.staticK ?? k, weights.staticV ?? v].map((x, i) =>
    (i === 1 && weights.staticK) || (i === 2 && weights.staticV) ? x : split(weights, x, batch),
  ) as Three;
  if (weights.addZeroAttn) {
    [k, v] = [withZeros(weights, k, batch), withZeros(weights, v, batch)];
    extend(masking);
  }
  const mask = masking.padding ? merge(weights, masking.mask, masking.padding, [batch, k.shape[1] ?? 0]) : masking.mask;
  return { q, k, v, mask, isCausal, targets, batch };
}

const withBias = (x: Tensor, bias: Tensor, batch: number): Tensor =>
  aten('cat')([x, aten('repeat')(bias, [1, batch, 1])]);

function withZeros(weights: HeadWeights, x: Tensor, batch: number): Tensor {
  const { numHeads, embedDim } = weights;
  const { dtype, device } = x;
  return aten('cat')([x, aten('zeros')([batch * numHeads, 1, embedDim / numHeads], { dtype, device })], 1);
}

/** One more key, which no mask hides. */
function extend(masks: { mask: Tensor | null; padding: Tensor | null }): void {
  masks.mask &&= aten('constant_pad_nd')(masks.mask, [0, 1]);
  masks.padding &&= aten('constant_pad_nd')(masks.padding, [0, 1]);
}

const linear = (x: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined): Tensor =>
  aten('linear')(x, weight as Tensor, bias);

const eachLinear = (given: Three, weights: readonly (Tensor | null)[], biases: readonly (Tensor | null)[]): Three =>
  given.map((x, i) => linear(x, weights[i], biases[i])) as Three;

function project(weights: HeadWeights, given: Three): Three {
  const { inProjWeight, inProjBias, embedDim: e } = weights;
  const [query, key, value] = given;
  const biases = (): (Tensor | null)[] => (inProjBias ? atenMany('chunk')(inProjBias, 3) : [null, null, null]);
  if (!inProjWeight) {
    return eachLinear(given, [weights.qProjWeight, weights.kProjWeight, weights.vProjWeight], biases());
  }
  if (key !== value) return eachLinear(given, atenMany('chunk')(inProjWeight, 3), biases());
  if (query === key) return projectTogether(query, inProjWeight, inProjBias, 3) as Three;
  const [wq, wkv] = atenMany('split_with_sizes')(inProjWeight, [e, 2 * e]);
  const [bq, bkv] = inProjBias ? atenMany('split_with_sizes')(inProjBias, [e, 2 * e]) : [null, null];
  return [linear(query, wq, bq), ...projectTogether(key, wkv as Tensor, bkv ?? null, 2)] as Three;
}

/** One multiplication for several projections, in the layout that Python gives them. */
function projectTogether(x: Tensor, weight: Tensor, bias: Tensor | null, count: number): Tensor[] {
  const joint = aten('unflatten')(linear(x, weight, bias), -1, [count, x.shape.at(-1) as number]);
  const parts = aten('contiguous')(aten('squeeze')(aten('transpose')(aten('unsqueeze')(joint, 0), 0, -2), -2));
  return Array.from({ length: count }, (_, i) => aten('select')(parts, 0, i));
}

export function checkMask(mask: Tensor, targets: number, sources: number, rows: number): Tensor {
  const wanted = mask.ndim === 2 ? [targets, sources] : [rows, targets, sources];
  if (mask.ndim !== 2 && mask.ndim !== 3) throw runtimeError(`attnMask's dimension ${mask.ndim} is not supported`);
  if (mask.shape.join() !== wanted.join()) {
    throw runtimeError(
      `The shape of the ${mask.ndim}D attnMask is [${mask.shape.join(', ')}], but should be [${wanted.join(', ')}].`,
    );
  }
  return mask.ndim === 2 ? aten('unsqueeze')(mask, 0) : mask;
}

/** `[S, N, E]` → `[N·heads, S, E / heads]`. */
function split({ numHeads, embedDim }: HeadWeights, x: Tensor, batch: number): Tensor {
  return aten('transpose')(aten('view')(x, [x.shape[0] ?? 0, batch * numHeads, embedDim / numHeads]), 0, 1);
}

export function merge(
  { numHeads }: Pick<HeadWeights, 'numHeads'>,
  mask: Tensor | null,
  padding: Tensor,
  [batch, sources]: readonly [number, number],
): Tensor {
  if (padding.shape[0] !== batch || padding.shape[1] !== sources) {
    throw runtimeError(`Expected keyPaddingMask of shape [${batch}, ${sources}], got [${padding.shape.join(', ')}]`);
  }
  const wide = aten('expand')(aten('view')(padding, [batch, 1, 1, sources]), [-1, numHeads, -1, -1]);
  const flat = aten('reshape')(wide, [batch * numHeads, 1, sources]);
  return mask ? aten('add')(mask, flat) : flat;
}

function withWeights(
  { embedDim, numHeads, dropout, output }: HeadWeights,
  { q, k, v, mask, targets, batch }: Heads,
  average: boolean,
): [Tensor, Tensor] {
  const scaled = aten('mul')(q, Math.sqrt(1 / (embedDim / numHeads)));
  const turned = aten('transpose')(k, -2, -1);
  const scores = mask ? aten('baddbmm')(mask, scaled, turned) : aten('bmm')(scaled, turned);
  let weights = aten('softmax')(scores, -1);
  if (dropout > 0) weights = aten('dropout')(weights, dropout, true);
  const context = aten('transpose')(aten('bmm')(weights, v), 0, 1);
  const flat = aten('reshape')(context, [targets * batch, embedDim]);
  const result = aten('view')(output(flat), [targets, batch, embedDim]);
  const byHead = aten('view')(weights, [batch, numHeads, targets, k.shape[1] ?? 0]);
  return [result, average ? aten('mean')(byHead, [1]) : byHead];
}

function withoutWeights(
  { embedDim, numHeads, dropout, output }: HeadWeights,
  { q, k, v, mask, isCausal, targets, batch }: Heads,
): [Tensor, null] {
  const sources = k.shape[1] ?? 0;
  const view = (x: Tensor, length: number): Tensor => aten('view')(x, [batch, numHeads, length, embedDim / numHeads]);
  let wide = mask;
  if (mask) {
    const shared = mask.shape[0] === 1 && mask.ndim === 3;
    wide = shared ? aten('unsqueeze')(mask, 0) : aten('view')(mask, [batch, numHeads, -1, sources]);
  }
  const args = [view(q, targets), view(k, sources), view(v, sources), wide, dropout, isCausal] as const;
  const context = aten('permute')(aten('scaled_dot_product_attention')(...args), [2, 0, 1, 3]);
  const flat = aten('view')(aten('contiguous')(context), [batch * targets, embedDim]);
  return [aten('view')(output(flat), [targets, batch, embedDim]), null];
}

/** Fails on weights that do not fit together, as Python's assertions do. */
export function checkHeads(weights: HeadWeights, [query, key, value]: Three, separate: boolean): void {
  const { numHeads, embedDim, biasK, biasV, staticK, staticV } = weights;
  const list = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
  const fail = (message: string): never => {
    throw valueError(message);
  };
  const size = query.shape.at(-1);
  if (size !== embedDim) fail(`was expecting embedding dimension of ${embedDim}, but got ${size}`);
  if (embedDim % numHeads !== 0) fail(`embed_dim ${embedDim} not divisible by num_heads ${numHeads}`);
  const outer = (x: Tensor): string => list(separate ? x.shape.slice(0, -1) : x.shape);
  if (outer(key) !== outer(value)) {
    const what = separate
      ? ["key's sequence and batch dims", "do not match value's"]
      : ['key shape', 'does not match value shape'];
    fail(`${what[0]} ${outer(key)} ${what[1]} ${outer(value)}`);
  }
  if (separate) {
    const { qProjWeight, kProjWeight, vProjWeight } = weights;
    const missing = Object.entries({ qProjWeight, kProjWeight, vProjWeight }).find(([, weight]) => !weight);
    if (missing) fail(`useSeparateProjWeight is true but ${missing[0]} is null`);
  } else if (!weights.inProjWeight) fail('useSeparateProjWeight is false but inProjWeight is null');
  if (biasK && !biasV) fail('biasK is set but biasV is null');
  if (biasV && !biasK) fail('biasV is set but biasK is null');
  for (const [name, fixed] of [['key', staticK] as const, ['value', staticV] as const]) {
    if (!fixed) continue;
    if (biasK) fail(`bias cannot be added to static ${name}.`);
    const rows = (query.ndim === 3 ? (query.shape[1] as number) : 1) * numHeads;
    const label = `static${name === 'key' ? 'K' : 'V'}`;
    if (fixed.shape[0] !== rows) fail(`expecting ${label}.size(0) of ${rows}, but got ${fixed.shape[0]}`);
    const head = embedDim / numHeads;
    if (fixed.shape[2] !== head) fail(`expecting ${label}.size(2) of ${head}, but got ${fixed.shape[2]}`);
  }
}
