/** What a transformer's layers compute between their products: as few operations, where native code can (native/nn/chain). */
import type { Tensor } from '../../ops/tensor-methods';
import { LooseRun, type PlainStep } from '../containers/runs';
import { aten } from '../functional/define';
import { Module } from '../module';
import type { Dropout } from './dropout';
import type { Linear } from './linear';
import type { LayerNorm } from './normalization';

const RESIDUAL: PlainStep = ['residual'];
const ACTIVATIONS: Readonly<Record<string, PlainStep>> = { relu: ['relu'], gelu: ['gelu'] };

/** The block of two linear layers. */
export interface FeedForward {
  readonly linear1: Linear;
  readonly dropout: Dropout;
  readonly linear2: Linear;
  readonly last: Dropout;
  /** The name of a function, a module, or a function of the user's. */
  readonly activation: unknown;
}

/** The runs of one layer. A copy of a layer finds its own. */
class LayerRuns {
  readonly sums: LooseRun[] = [];
  readonly feed = new LooseRun();
}

const found = new WeakMap<Module, LayerRuns>();

function runsOf(layer: Module): LayerRuns {
  let runs = found.get(layer);
  if (!runs) found.set(layer, (runs = new LayerRuns()));
  return runs;
}

/** `x + dropout(y)`, and the norm of that if there is one; `place` numbers the sums of a layer. */
export function addDropped(
  layer: Module,
  place: number,
  [x, y]: readonly [Tensor, Tensor],
  dropout: Dropout,
  norm: LayerNorm | null,
): Tensor {
  const run = (runsOf(layer).sums[place] ??= new LooseRun());
  const fused = run.compute(norm ? [dropout, RESIDUAL, norm] : [dropout, RESIDUAL], y, x);
  if (fused) return fused;
  const sum = aten('add')(x, dropout.forward(y));
  return norm ? norm.forward(sum) : sum;
}

/** `x + block(x)` and the norm of that, or, where the norm comes first, `x + block(norm(x))`; null where layers run one by one. */
export function feedForward(
  layer: Module,
  x: Tensor,
  block: FeedForward,
  norm: LayerNorm,
  first: boolean,
): Tensor | null {
  const { activation } = block;
  const step = activation instanceof Module ? activation : ACTIVATIONS[String(activation)];
  if (!step) return null;
  const parts = [block.linear1, step, block.dropout, block.linear2, block.last];
  const all = first ? [norm, ...parts, RESIDUAL] : [...parts, RESIDUAL, norm];
  return runsOf(layer).feed.compute(all, x, null);
}
