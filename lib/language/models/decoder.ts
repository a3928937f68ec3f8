import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation, isSilu } from '../activations';
import { attend } from '../attention';
import type { DynamicCache } from '../cache';
import { gatedMlp, projectHeads, rmsNorm, rotary } from '../kernels';
import { SteppedPart } from '../part';
import { type Steps, call, through, together } from '../steps';
import { StackLayer } from './layer';

/** The layers of Llama, Mistral, Qwen2 and Qwen3: one decoder with options. */

/** What distinguishes the families. */
export interface DecoderShape {
  /** What printing puts before the names of classes. */
  readonly family: string;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly numAttentionHeads: number;
  readonly numKeyValueHeads: number;
  readonly headDim: number;
  readonly hiddenAct: string;
  readonly rmsNormEps: number;
  readonly attentionDropout: number;
  /** Whether the projections to queries, keys and values have biases. */
  readonly queryBias: boolean;
  /** Whether the projection of what is attended to has a bias. */
  readonly outputBias: boolean;
  readonly mlpBias: boolean;
  /** Whether queries and keys are normalized, head by head. */
  readonly headNorms: boolean;
}

/** What all layers of one pass share. */
export interface DecoderContext {
  readonly mask: Tensor | null;
  readonly cos: Tensor;
  readonly sin: Tensor;
  readonly cache: DynamicCache | null;
}

/** Division by the root of the mean square, in float32: the norm of Llama and of T5. */
export class RMSNorm extends nn.Module {
  readonly weight: nn.Parameter;
  readonly eps: number;
  private readonly label: string;
  private readonly shown: boolean;

  constructor(label: string, width: number, eps: number, shown = true) {
    super();
    this.label = label;
    this.eps = eps;
    this.shown = shown;
    this.weight = new nn.Parameter(torch.ones([width]));
  }

  override displayName(): string {
    return this.label;
  }

  override extraRepr(): string {
    return this.shown ? `(${this.weight.shape[0] as number},), eps=${pythonFloat(this.eps)}` : '';
  }

  override forward(hidden: Tensor): Tensor {
    return rmsNorm(hidden, this.weight, this.eps);
  }
}

/** A small number as Python prints it: `1e-06`. */
function pythonFloat(number: number): string {
  const text = Math.abs(number) < 1e-4 ? number.toExponential() : String(number);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

class Attention extends SteppedPart<readonly [hidden: Tensor, context: DecoderContext]> {
  readonly qProj: nn.Linear;
  readonly kProj: nn.Linear;
  readonly vProj: nn.Linear;
  readonly oProj: nn.Linear;
  readonly qNorm?: RMSNorm;
  readonly kNorm?: RMSNorm;
  readonly shape: DecoderShape;
  readonly layer: number;

  constructor(shape: DecoderShape, layer: number) {
    super();
    const { hiddenSize, numAttentionHeads, numKeyValueHeads, headDim, queryBias, outputBias } = shape;
    this.shape = shape;
    this.layer = layer;
    this.qProj = new nn.Linear(hiddenSize, numAttentionHeads * headDim, { bias: queryBias });
    this.kProj = new nn.Linear(hiddenSize, numKeyValueHeads * headDim, { bias: queryBias });
    this.vProj = new nn.Linear(hiddenSize, numKeyValueHeads * headDim, { bias: queryBias });
    this.oProj = new nn.Linear(numAttentionHeads * headDim, hiddenSize, { bias: outputBias });
    if (shape.headNorms) {
      this.qNorm = new RMSNorm(`${shape.family}RMSNorm`, headDim, shape.rmsNormEps);
      this.kNorm = new RMSNorm(`${shape.family}RMSNorm`, headDim, shape.rmsNormEps);
    }
  }

  override displayName(): string {
    return `${this.shape.family}Attention`;
  }

  override *steps(hidden: Tensor, { mask, cos, sin, cache }: DecoderContext): Steps<Tensor> {
    const { headDim, numAttentionHeads, numKeyValueHeads, attentionDropout } = this.shape;
    let [query, keys, values] = yield* this.projected(hidden);
    if (this.qNorm && this.kNorm) [query, keys] = [this.qNorm.forward(query), this.kNorm.forward(keys)];
    [query, keys] = rotary(query, keys, cos, sin);
    if (cache) [keys, values] = cache.update(keys, values, this.layer);
    const attended = yield* attend({
      ...{ query, key: keys, value: values, mask, causal: true },
      scaling: headDim ** -0.5,
      dropout: this.training ? attentionDropout : 0,
      groups: numAttentionHeads / numKeyValueHeads,
    });
    return yield* call(this.oProj, attended);
  }

  /** Queries and keys `[batch, tokens, heads, width]`, and values `[batch, heads, tokens, width]`. */
  private *projected(hidden: Tensor): Steps<[query: Tensor, keys: Tensor, values: Tensor]> {
    const { qProj: q, kProj: k, vProj: v } = this;
    const { headDim } = this.shape;
    const atOnce = yield* together([q, k, v], hidden, () =>
      projectHeads(hidden, q.weight, k.weight, v.weight, q.bias, k.bias, v.bias, headDim),
    );
    if (atOnce) return atOnce;
    const [batch, tokens] = hidden.shape as [number, number];
    const heads = (states: Tensor): Tensor => states.reshape([batch, tokens, -1, headDim]);
    const query = heads(yield* call(q, hidden));
    const keys = heads(yield* call(k, hidden));
    return [query, keys, heads(yield* call(v, hidden)).transpose(1, 2)];
  }
}

class MLP extends SteppedPart<readonly [hidden: Tensor]> {
  readonly gateProj: nn.Linear;
  readonly upProj: nn.Linear;
  readonly downProj: nn.Linear;
  readonly actFn: Activation;
  private readonly family: string;

  constructor({ family, hiddenSize, intermediateSize, mlpBias: bias, hiddenAct }: DecoderShape) {
    super();
    this.family = family;
    this.gateProj = new nn.Linear(hiddenSize, intermediateSize, { bias });
    this.upProj = new nn.Linear(hiddenSize, intermediateSize, { bias });
    this.downProj = new nn.Linear(intermediateSize, hiddenSize, { bias });
    this.actFn = activation(hiddenAct);
  }

  override displayName(): string {
    return `${this.family}MLP`;
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    const { gateProj: gate, upProj: up, downProj: down, actFn } = this;
    if (isSilu(actFn)) {
      const atOnce = yield* together([gate, up, down], hidden, () =>
        gatedMlp(hidden, gate.weight, up.weight, down.weight, gate.bias, up.bias, down.bias),
      );
      if (atOnce) return atOnce;
    }
    const opened = actFn.forward(yield* call(gate, hidden));
    return yield* call(down, opened.mul(yield* call(up, hidden)));
  }
}

/** A layer of a decoder: attention and a feed-forward part, each behind a norm and beside a shortcut. */
export class DecoderLayer extends StackLayer<readonly [DecoderContext]> {
  readonly selfAttn: Attention;
  readonly mlp: MLP;
  readonly inputLayernorm: RMSNorm;
  readonly postAttentionLayernorm: RMSNorm;
  private readonly family: string;

  constructor(shape: DecoderShape, layer: number) {
    super();
    this.family = shape.family;
    this.selfAttn = new Attention(shape, layer);
    this.mlp = new MLP(shape);
    this.inputLayernorm = new RMSNorm(`${shape.family}RMSNorm`, shape.hiddenSize, shape.rmsNormEps);
    this.postAttentionLayernorm = new RMSNorm(`${shape.family}RMSNorm`, shape.hiddenSize, shape.rmsNormEps);
  }

  override displayName(): string {
    return `${this.family}DecoderLayer`;
  }

  override *steps(hidden: Tensor, context: DecoderContext): Steps<Tensor> {
    const attended = hidden.add(yield* through(this.selfAttn, this.inputLayernorm.forward(hidden), context));
    return attended.add(yield* through(this.mlp, this.postAttentionLayernorm.forward(attended)));
  }
}
