import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation } from '../activations';
import { attend } from '../attention';
import type { DynamicCache, EncoderDecoderCache } from '../cache';
import type { T5Config } from '../config/t5';
import { Part, SteppedPart } from '../part';
import { type Steps, call, through } from '../steps';
import { RMSNorm } from './decoder';
import { StackLayer } from './layer';

/** The layers of T5: attention knows how far apart two tokens are, not where they are. */

/** What all layers of one pass share. */
export interface T5Context {
  readonly mask: Tensor | null;
  /** What the distance of two tokens adds to their attention; the first layer computes it. */
  readonly bias: Tensor;
  readonly encoded: Tensor | null;
  readonly encodedMask: Tensor | null;
  readonly cache: EncoderDecoderCache | null;
}

/** The class of a distance of tokens. */
function bucketOf(distance: Tensor, bidirectional: boolean, all: number, farthest: number): Tensor {
  const count = bidirectional ? Math.floor(all / 2) : all;
  const before = bidirectional ? distance.gt(0).to(torch.int64).mul(count) : null;
  const far = bidirectional ? distance.abs() : torch.minimum(distance, torch.zerosLike(distance)).neg();
  const exact = Math.floor(count / 2);
  const logarithm = far
    .to(torch.float32)
    .div(exact)
    .log()
    .div(Math.log(farthest / exact))
    .mul(count - exact);
  const large = logarithm
    .to(torch.int64)
    .add(exact)
    .clamp({ max: count - 1 });
  const bucket = torch.where(far.lt(exact), far, large);
  return before ? before.add(bucket) : bucket;
}

export class T5Attention extends Part {
  readonly q: nn.Linear;
  readonly k: nn.Linear;
  readonly v: nn.Linear;
  readonly o: nn.Linear;
  readonly relativeAttentionBias?: nn.Embedding;
  readonly isDecoder: boolean;
  readonly layer: number;
  private readonly config: T5Config;

  constructor(config: T5Config, isDecoder: boolean, layer: number, hasBias: boolean) {
    super();
    const { dModel, dKv, numHeads } = config;
    this.config = config;
    this.isDecoder = isDecoder;
    this.layer = layer;
    const linear = (from: number, to: number): nn.Linear => new nn.Linear(from, to, { bias: false });
    this.q = linear(dModel, numHeads * dKv);
    this.k = linear(dModel, numHeads * dKv);
    this.v = linear(dModel, numHeads * dKv);
    this.o = linear(numHeads * dKv, dModel);
    if (hasBias) this.relativeAttentionBias = new nn.Embedding(config.relativeAttentionNumBuckets, numHeads);
  }

  /** `[1, heads, queries, keys]` for queries that follow `seen` other tokens. */
  bias(queries: number, keys: number, seen: number): Tensor {
    const table = this.relativeAttentionBias as nn.Embedding;
    const { device } = table.weight;
    const query = torch.arange(seen, seen + queries, { device }).reshape([-1, 1]);
    const distance = torch.arange(keys, { device }).reshape([1, -1]).sub(query);
    const { relativeAttentionNumBuckets: buckets, relativeAttentionMaxDistance: farthest } = this.config;
    return table
      .forward(bucketOf(distance, !this.isDecoder, buckets, farthest))
      .permute([2, 0, 1])
      .unsqueeze(0);
  }

  private heads(states: Tensor): Tensor {
    const [batch, tokens] = states.shape as [number, number];
    return states.reshape([batch, tokens, -1, this.config.dKv]).transpose(1, 2);
  }

  private *attended(query: Tensor, key: Tensor, value: Tensor, given: Given): Steps<Tensor> {
    const dropout = this.training ? this.config.dropoutRate : 0;
    return yield* call(this.o, yield* attend({ query, key, value, dropout, scaling: 1, ...given }));
  }

  /** Attention to the tokens themselves. */
  *toSelf(hidden: Tensor, mask: Tensor | null, bias: Tensor, cache: DynamicCache | null): Steps<Tensor> {
    const query = this.heads(yield* call(this.q, hidden));
    let key = this.heads(yield* call(this.k, hidden));
    let value = this.heads(yield* call(this.v, hidden));
    if (cache) [key, value] = cache.update(key, value, this.layer);
    return yield* this.attended(query, key, value, { mask, bias, causal: this.isDecoder });
  }

  /** Attention to what the encoder made, whose keys and values are computed once. */
  *toOther(hidden: Tensor, other: Tensor, mask: Tensor | null, cache: DynamicCache | null): Steps<Tensor> {
    const query = this.heads(yield* call(this.q, hidden));
    let key: Tensor, value: Tensor;
    if (cache && cache.getSeqLength(this.layer) > 0) {
      [key, value] = cache.stored(this.layer);
    } else {
      key = this.heads(yield* call(this.k, other));
      value = this.heads(yield* call(this.v, other));
      if (cache) [key, value] = cache.update(key, value, this.layer);
    }
    const [, heads, keys] = key.shape as [number, number, number];
    const none = torch.zeros([1, heads, hidden.shape[1] as number, keys], {
      dtype: hidden.dtype,
      device: hidden.device,
    });
    return yield* this.attended(query, key, value, { mask, bias: none, causal: false });
  }
}

interface Given {
  readonly mask: Tensor | null;
  readonly bias: Tensor;
  readonly causal: boolean;
}

const norm = ({ dModel, layerNormEpsilon }: T5Config): RMSNorm =>
  new RMSNorm('T5LayerNorm', dModel, layerNormEpsilon, false);

export class T5DenseActDense extends SteppedPart<readonly [hidden: Tensor]> {
  readonly wi: nn.Linear;
  readonly wo: nn.Linear;
  readonly dropout: nn.Dropout;
  readonly act: Activation;

  constructor({ dModel, dFf, dropoutRate, feedForwardProj }: T5Config) {
    super();
    this.wi = new nn.Linear(dModel, dFf, { bias: false });
    this.wo = new nn.Linear(dFf, dModel, { bias: false });
    this.dropout = new nn.Dropout(dropoutRate);
    this.act = activation(feedForwardProj);
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    const inner = this.dropout.forward(this.act.forward(yield* call(this.wi, hidden)));
    return yield* call(this.wo, inner.to(this.wo.weight.dtype));
  }
}

export class T5DenseGatedActDense extends SteppedPart<readonly [hidden: Tensor]> {
  readonly wi0: nn.Linear;
  readonly wi1: nn.Linear;
  readonly wo: nn.Linear;
  readonly dropout: nn.Dropout;
  readonly act: Activation;

  constructor({ dModel, dFf, dropoutRate, feedForwardProj }: T5Config) {
    super();
    this.wi0 = new nn.Linear(dModel, dFf, { bias: false });
    this.wi1 = new nn.Linear(dModel, dFf, { bias: false });
    this.wo = new nn.Linear(dFf, dModel, { bias: false });
    this.dropout = new nn.Dropout(dropoutRate);
    const [, name] = feedForwardProj.split('-') as [string, string];
    this.act = activation(name === 'gelu' ? 'gelu_new' : name);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { wi0: 'wi_0', wi1: 'wi_1' };
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    const gate = this.act.forward(yield* call(this.wi0, hidden));
    const inner = this.dropout.forward(gate.mul(yield* call(this.wi1, hidden)));
    return yield* call(this.wo, inner.to(this.wo.weight.dtype));
  }
}

class T5LayerSelfAttention extends SteppedPart<readonly [hidden: Tensor, context: T5Context]> {
  readonly selfAttention: T5Attention;
  readonly layerNorm: RMSNorm;
  readonly dropout: nn.Dropout;

  constructor(config: T5Config, isDecoder: boolean, layer: number) {
    super();
    this.selfAttention = new T5Attention(config, isDecoder, layer, layer === 0);
    this.layerNorm = norm(config);
    this.dropout = new nn.Dropout(config.dropoutRate);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { selfAttention: 'SelfAttention' };
  }

  override *steps(hidden: Tensor, { mask, bias, cache }: T5Context): Steps<Tensor> {
    const own = cache && cache.selfAttention;
    const attended = yield* this.selfAttention.toSelf(this.layerNorm.forward(hidden), mask, bias, own);
    return hidden.add(this.dropout.forward(attended));
  }
}

class T5LayerCrossAttention extends SteppedPart<readonly [hidden: Tensor, context: T5Context]> {
  readonly encDecAttention: T5Attention;
  readonly layerNorm: RMSNorm;
  readonly dropout: nn.Dropout;

  constructor(config: T5Config, layer: number) {
    super();
    this.encDecAttention = new T5Attention(config, true, layer, false);
    this.layerNorm = norm(config);
    this.dropout = new nn.Dropout(config.dropoutRate);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { encDecAttention: 'EncDecAttention' };
  }

  override *steps(hidden: Tensor, { encoded, encodedMask, cache }: T5Context): Steps<Tensor> {
    const own = cache && cache.crossAttention;
    const normal = this.layerNorm.forward(hidden);
    const attended = yield* this.encDecAttention.toOther(normal, encoded as Tensor, encodedMask, own);
    return hidden.add(this.dropout.forward(attended));
  }
}

class T5LayerFF extends SteppedPart<readonly [hidden: Tensor]> {
  readonly denseReluDense: T5DenseActDense | T5DenseGatedActDense;
  readonly layerNorm: RMSNorm;
  readonly dropout: nn.Dropout;

  constructor(config: T5Config) {
    super();
    const isGated = config.feedForwardProj.startsWith('gated-');
    this.denseReluDense = isGated ? new T5DenseGatedActDense(config) : new T5DenseActDense(config);
    this.layerNorm = norm(config);
    this.dropout = new nn.Dropout(config.dropoutRate);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { denseReluDense: 'DenseReluDense' };
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    return hidden.add(this.dropout.forward(yield* through(this.denseReluDense, this.layerNorm.forward(hidden))));
  }
}

/** float16 overflows in T5; its largest numbers are cut off. */
function clamped(hidden: Tensor): Tensor {
  if (hidden.dtype !== torch.float16) return hidden;
  const { max } = torch.finfo(torch.float16);
  const most = hidden.isinf().any().item<boolean>() ? max - 1000 : max;
  return hidden.clamp(-most, most);
}

export class T5Block extends StackLayer<readonly [T5Context]> {
  readonly layer: nn.ModuleList<T5LayerSelfAttention | T5LayerCrossAttention | T5LayerFF>;

  constructor(config: T5Config, isDecoder: boolean, layer: number) {
    super();
    const parts = [
      new T5LayerSelfAttention(config, isDecoder, layer),
      ...(isDecoder ? [new T5LayerCrossAttention(config, layer)] : []),
      new T5LayerFF(config),
    ];
    this.layer = new nn.ModuleList(parts);
  }

  /** The attention that knows the distances of tokens, in the first block. */
  get distances(): T5Attention {
    return ([...this.layer][0] as T5LayerSelfAttention).selfAttention;
  }

  override *steps(hidden: Tensor, context: T5Context): Steps<Tensor> {
    let now = hidden;
    for (const part of this.layer) {
      if (part instanceof T5LayerCrossAttention && context.encoded === null) continue;
      now = clamped(yield* through(part as SteppedPart<readonly [Tensor, T5Context]>, now, context));
    }
    return now;
  }
}
