/** Two models that translate: a GRU with attention, and a transformer. */
import * as torch from 'libtorch-node';
import { nn, type Tensor } from 'libtorch-node';
import { PAD } from './vocabulary';

/** What an encoder has made of a batch of sentences. */
export interface Memory {
  /** What was read, `[batch, source, hidden]`. */
  readonly states: Tensor;
  /** True where a sentence is filled up, `[batch, source]`. */
  readonly padding: Tensor;
  /** Where the decoder begins, `[1, batch, hidden]`; null for a model that needs none. */
  readonly last: Tensor | null;
}

/** A model that reads a sentence once, and says for each beginning of a translation what may come next. */
export interface Translator extends nn.Module {
  encode(source: Tensor, lengths: Tensor): Memory;
  /** Scores `[batch, target, word]` of what follows each word of the beginnings `[batch, target]`. */
  decode(memory: Memory, target: Tensor): Tensor;
  /** How much each word of a translation has looked at each word of the sentence, `[batch, target, source]`. */
  attention(memory: Memory, target: Tensor): Tensor;
}

export interface Sizes {
  readonly source: number;
  readonly target: number;
  readonly hidden: number;
  readonly dropout: number;
}

/** A GRU that reads in both directions, and one that writes and looks back by Luong's general attention. */
export class GruTranslator extends nn.Module implements Translator {
  readonly sourceEmbedding: nn.Embedding;
  readonly encoder: nn.GRU;
  readonly targetEmbedding: nn.Embedding;
  readonly decoder: nn.GRU;
  readonly score: nn.Linear;
  readonly combine: nn.Linear;
  readonly output: nn.Linear;
  readonly dropout: nn.Dropout;

  constructor({ source, target, hidden, dropout }: Sizes) {
    super();
    this.sourceEmbedding = new nn.Embedding(source, hidden, { paddingIdx: PAD });
    this.encoder = new nn.GRU(hidden, hidden / 2, { batchFirst: true, bidirectional: true });
    this.targetEmbedding = new nn.Embedding(target, hidden, { paddingIdx: PAD });
    this.decoder = new nn.GRU(hidden, hidden, { batchFirst: true });
    this.score = new nn.Linear(hidden, hidden, { bias: false });
    this.combine = new nn.Linear(2 * hidden, hidden, { bias: false });
    this.output = new nn.Linear(hidden, target);
    this.dropout = new nn.Dropout(dropout);
  }

  encode(source: Tensor, lengths: Tensor): Memory {
    const embedded = this.dropout.forward(this.sourceEmbedding.forward(source));
    const packed = nn.utils.rnn.packPaddedSequence(embedded, lengths, { batchFirst: true, enforceSorted: false });
    const [out, last] = this.encoder.forward(packed);
    const [states] = nn.utils.rnn.padPackedSequence(out, { batchFirst: true, totalLength: source.size(1) });
    // Both directions' last states side by side: [2, batch, hidden / 2] to [1, batch, hidden].
    const joined = last.transpose(0, 1).reshape([1, source.size(0), -1]);
    return { states, padding: source.eq(PAD), last: joined };
  }

  /** The decoder's own states, and the weights with which each looks at the sentence. */
  #look(memory: Memory, target: Tensor): [own: Tensor, weights: Tensor] {
    const embedded = this.dropout.forward(this.targetEmbedding.forward(target));
    const [own] = this.decoder.forward(embedded, memory.last);
    const scores = this.score.forward(own).bmm(memory.states.transpose(1, 2));
    return [own, scores.maskedFill(memory.padding.unsqueeze(1), -Infinity).softmax(-1)];
  }

  decode(memory: Memory, target: Tensor): Tensor {
    const [own, weights] = this.#look(memory, target);
    const combined = this.combine.forward(torch.cat([weights.bmm(memory.states), own], -1)).tanh();
    return this.output.forward(this.dropout.forward(combined));
  }

  attention(memory: Memory, target: Tensor): Tensor {
    return this.#look(memory, target)[1];
  }

  override forward(source: Tensor, lengths: Tensor, target: Tensor): Tensor {
    return this.decode(this.encode(source, lengths), target);
  }
}

const LONGEST = 256;

/** `nn.Transformer` with learned positions. */
export class TransformerTranslator extends nn.Module implements Translator {
  readonly sourceEmbedding: nn.Embedding;
  readonly targetEmbedding: nn.Embedding;
  readonly positions: nn.Embedding;
  readonly transformer: nn.Transformer;
  readonly output: nn.Linear;

  constructor({ source, target, hidden, dropout }: Sizes) {
    super();
    this.sourceEmbedding = new nn.Embedding(source, hidden, { paddingIdx: PAD });
    this.targetEmbedding = new nn.Embedding(target, hidden, { paddingIdx: PAD });
    this.positions = new nn.Embedding(LONGEST, hidden);
    const layers = { numEncoderLayers: 2, numDecoderLayers: 2, dimFeedforward: 2 * hidden };
    this.transformer = new nn.Transformer({ dModel: hidden, nhead: 4, ...layers, dropout, batchFirst: true });
    this.output = new nn.Linear(hidden, target);
  }

  #embed(embedding: nn.Embedding, words: Tensor): Tensor {
    const positions = torch.arange(words.size(1), { device: words.device });
    return embedding.forward(words).add(this.positions.forward(positions));
  }

  encode(source: Tensor): Memory {
    const padding = source.eq(PAD);
    const states = this.transformer.encoder.forward(this.#embed(this.sourceEmbedding, source), {
      srcKeyPaddingMask: padding,
    });
    return { states, padding, last: null };
  }

  #options(
    memory: Memory,
    target: Tensor,
  ): { tgtMask: Tensor; memoryKeyPaddingMask: Tensor; tgtKeyPaddingMask: Tensor } {
    const size = target.size(1);
    const tgtMask = torch.ones([size, size], { dtype: torch.bool, device: target.device }).triu(1);
    return { tgtMask, memoryKeyPaddingMask: memory.padding, tgtKeyPaddingMask: target.eq(PAD) };
  }

  decode(memory: Memory, target: Tensor): Tensor {
    const embedded = this.#embed(this.targetEmbedding, target);
    const out = this.transformer.decoder.forward(embedded, memory.states, this.#options(memory, target));
    return this.output.forward(out);
  }

  /** The mean over the heads of the last layer: what its attention to the sentence gives for the states before it. */
  attention(memory: Memory, target: Tensor): Tensor {
    const last = this.transformer.decoder.layers.at(-1) as nn.TransformerDecoderLayer;
    let seen: readonly Tensor[] = [];
    const handle = last.multiheadAttn.registerForwardPreHook((_, inputs) => void (seen = inputs as readonly Tensor[]));
    try {
      this.decode(memory, target);
    } finally {
      handle.remove();
    }
    const [query, key, value] = seen;
    if (!query || !key || !value) throw new Error('the decoder has not looked at the sentence');
    const [, weights] = last.multiheadAttn.forward(query, key, value, { keyPaddingMask: memory.padding });
    if (weights === null) throw new Error('the attention gave no weights');
    return weights;
  }

  override forward(source: Tensor, _lengths: Tensor, target: Tensor): Tensor {
    return this.decode(this.encode(source), target);
  }
}
