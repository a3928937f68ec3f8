import type { Tensor } from '../index';
import * as torch from '../index';
import { attention } from './kernels';
import { type Steps, isInTurns, pause } from './steps';

/** Attention by libtorch's fused kernel, called as transformers calls it. */

export interface Attending {
  /** `[batch, heads, queries, width]`. */
  readonly query: Tensor;
  /** `[batch, heads / groups, keys, width]`. */
  readonly key: Tensor;
  readonly value: Tensor;
  /** True where a query sees a key, or null. */
  readonly mask: Tensor | null;
  readonly dropout: number;
  readonly scaling: number;
  /** Whether a null mask means that later tokens are hidden. */
  readonly causal: boolean;
  /** How many heads of the query share one of key and value. */
  readonly groups?: number;
  /** What is added before the softmax, `[1, heads, queries, keys]`. */
  readonly bias?: Tensor | null;
}

function repeatHeads(states: Tensor, times: number): Tensor {
  const [batch, heads, length, width] = states.shape as [number, number, number, number];
  return states
    .unsqueeze(2)
    .expand([batch, heads, times, length, width])
    .reshape([batch, heads * times, length, width]);
}

/** The bias with what the mask hides at the smallest number. */
function biasMask(bias: Tensor, { mask, query, key }: Attending, causal: boolean): Tensor {
  const least = torch.finfo(key.dtype).min;
  const hidden = (visible: Tensor): Tensor =>
    torch.where(visible, bias, torch.full([], least, { dtype: bias.dtype, device: bias.device }));
  if (mask !== null) return mask.dtype === torch.bool ? hidden(mask) : bias.add(mask);
  if (!causal) return bias;
  const [queries, keys] = [query.shape[2] as number, key.shape[2] as number];
  const { device } = key;
  const sees = torch
    .arange(queries, { device })
    .reshape([queries, 1])
    .ge(torch.arange(keys, { device }).reshape([1, keys]));
  return hidden(sees.reshape([1, 1, queries, keys]));
}

/** Multiplications above which the heads are attended to one after another, so that the event loop has its turns. */
const HEAVY = 1e8;

/** `[batch, queries, heads * width]` of what the queries attend to. */
export function* attend(given: Attending): Steps<Tensor> {
  const { query, groups = 1, bias = null, dropout } = given;
  const [batch, heads, queries, width] = query.shape as [number, number, number, number];
  let { key, value, mask } = given;
  let grouped = false;
  if (groups > 1) {
    grouped = mask === null && key.shape[3] === value.shape[3] && (key.shape[3] as number) <= 256;
    if (!grouped) [key, value] = [repeatHeads(key, groups), repeatHeads(value, groups)];
  }
  let isCausal = queries > 1 && mask === null && given.causal;
  if (isCausal && (key.shape[2] as number) > queries)
    [key, value] = [key.narrow(2, 0, queries), value.narrow(2, 0, queries)];
  if (bias !== null) {
    mask = biasMask(bias, { ...given, key, mask }, isCausal);
    isCausal = false;
  }
  const isHeavy = isInTurns() && dropout === 0 && batch * heads * queries * (key.shape[2] as number) * width > HEAVY;
  if (isHeavy) return yield* byHeads({ query, key, value, mask, isCausal, scale: given.scaling, grouped });
  return attention(query, key, value, mask, dropout, isCausal, given.scaling, grouped);
}

interface Heads {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
  readonly mask: Tensor | null;
  readonly isCausal: boolean;
  readonly scale: number;
  readonly grouped: boolean;
}

/** The same, head by head: heads do not depend on each other. */
function* byHeads({ query, key, value, mask, isCausal, scale, grouped }: Heads): Steps<Tensor> {
  const outputs: Tensor[] = [];
  const heads = key.shape[1] as number;
  const groups = (query.shape[1] as number) / heads;
  for (let head = 0; head < heads; head++) {
    const own = mask !== null && mask.shape[1] !== 1 ? mask.narrow(1, head * groups, groups) : mask;
    const [q, k, v] = [query.narrow(1, head * groups, groups), key.narrow(1, head, 1), value.narrow(1, head, 1)];
    outputs.push(attention(q, k, v, own, 0, isCausal, scale, grouped));
    yield* pause();
  }
  return torch.cat(outputs, -1);
}
