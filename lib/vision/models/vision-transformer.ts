import { callback, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { MLP, type NormLayer, gelu, run } from '../ops/layers';
import { SnakeKeys } from '../snake-keys';
import { type Recipe, define } from './registry';

const layerNorm: NormLayer = (channels) => new nn.LayerNorm(channels, { eps: 1e-6 });

class MLPBlock extends MLP {
  constructor(channels: number, hidden: number, dropout: number) {
    super(channels, [hidden, channels], { activationLayer: gelu, inplace: null, dropout });
    for (const module of this.modules()) {
      if (!(module instanceof nn.Linear)) continue;
      nn.init.xavierUniform_(module.weight);
      if (module.bias) nn.init.normal_(module.bias, { std: 1e-6 });
    }
    // Published files call the two layers by number.
    this.registerLoadStateDictPreHook((_module, { entries }, prefix) => {
      for (const [i, kind] of [0, 1].flatMap((i) => ['weight', 'bias'].map((kind) => [i, kind] as const))) {
        const old = `${prefix}linear_${i + 1}.${kind}`;
        const tensor = entries.get(old);
        if (tensor === undefined) continue;
        entries.delete(old);
        entries.set(`${prefix}${3 * i}.${kind}`, tensor);
      }
    });
  }
}

interface BlockOptions {
  readonly numHeads: number;
  readonly hiddenDim: number;
  readonly mlpDim: number;
  readonly dropout: number;
  readonly attentionDropout: number;
  readonly normLayer: NormLayer;
}

/** Refuses what is no batch of sequences, which layers below would take for something else. */
function expectSequences(input: Tensor): void {
  if (input.ndim === 3) return;
  throw valueError(`Expected (batch_size, seq_length, hidden_dim) got [${input.shape.join(', ')}]`);
}

class EncoderBlock extends SnakeKeys {
  readonly ln1: nn.Module;
  readonly selfAttention: nn.MultiheadAttention;
  readonly dropout: nn.Dropout;
  readonly ln2: nn.Module;
  readonly mlp: MLPBlock;

  constructor({ numHeads, hiddenDim, mlpDim, dropout, attentionDropout, normLayer }: BlockOptions) {
    super();
    this.ln1 = normLayer(hiddenDim);
    this.selfAttention = new nn.MultiheadAttention(hiddenDim, numHeads, {
      dropout: attentionDropout,
      batchFirst: true,
    });
    this.dropout = new nn.Dropout(dropout);
    this.ln2 = normLayer(hiddenDim);
    this.mlp = new MLPBlock(hiddenDim, mlpDim, dropout);
  }

  override keyOf(property: string): string {
    return { ln1: 'ln_1', ln2: 'ln_2' }[property] ?? super.keyOf(property);
  }

  override forward(input: Tensor): Tensor {
    expectSequences(input);
    const normalized = run(this.ln1, input);
    const [attended] = this.selfAttention.forward(normalized, normalized, normalized, { needWeights: false });
    const x = this.dropout.forward(attended).add(input);
    return x.add(this.mlp.forward(run(this.ln2, x)));
  }
}

class Encoder extends SnakeKeys {
  readonly posEmbedding: nn.Parameter;
  readonly dropout: nn.Dropout;
  readonly layers: nn.Sequential;
  readonly ln: nn.Module;

  constructor(length: number, layers: number, options: BlockOptions) {
    super();
    this.posEmbedding = new nn.Parameter(torch.empty([1, length, options.hiddenDim]).normal_(0, 0.02));
    this.dropout = new nn.Dropout(options.dropout);
    const block = (_: unknown, i: number): [string, nn.Module] => [`encoder_layer_${i}`, new EncoderBlock(options)];
    this.layers = new nn.Sequential(new Map(Array.from({ length: layers }, block)));
    this.ln = options.normLayer(options.hiddenDim);
  }

  override forward(input: Tensor): Tensor {
    expectSequences(input);
    return run(this.ln, this.layers.forward(this.dropout.forward(input.add(this.posEmbedding))));
  }
}

/** Names of Python with an underscore: `pre_logits`. */
class Heads extends nn.Sequential {
  override displayName(): string {
    return 'Sequential';
  }
}

export interface VisionTransformerOptions {
  /** The height and width of the pictures. @defaultValue 224 */
  readonly imageSize?: number;
  /** The height and width of a patch. @defaultValue 16 */
  readonly patchSize?: number;
  /** The number of blocks. @defaultValue 12 */
  readonly numLayers?: number;
  /** The number of heads of attention. @defaultValue 12 */
  readonly numHeads?: number;
  /** The width of the blocks. @defaultValue 768 */
  readonly hiddenDim?: number;
  /** The width inside the linear layers of a block. @defaultValue 3072 */
  readonly mlpDim?: number;
  /** The probability that dropout zeroes a number. @defaultValue 0 */
  readonly dropout?: number;
  /** The same for the weights of attention. @defaultValue 0 */
  readonly attentionDropout?: number;
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The width of a layer before the last one; null leaves it out. @defaultValue null */
  readonly representationSize?: number | null;
  /** Makes a normalization layer for a number of channels. @defaultValue `nn.LayerNorm` with eps 1e-6 */
  readonly normLayer?: NormLayer;
}

const OPTIONS = {
  imageSize: int(224),
  patchSize: int(16),
  numLayers: int(12),
  numHeads: int(12),
  hiddenDim: int(768),
  mlpDim: int(3072),
  dropout: float(0),
  attentionDropout: float(0),
  numClasses: int(1000),
  representationSize: nullable(int()),
  normLayer: { ...callback<NormLayer>(), fallback: layerNorm, required: false },
};

/**
 * A vision transformer over pictures `[N, 3, imageSize, imageSize]`; gives `[N, numClasses]`.
 *
 * @throws TorchValueError if patches do not divide the picture, or for a picture of another size.
 * @see https://docs.pytorch.org/vision/stable/models/vision_transformer.html
 * @example
 * const options = { imageSize: 32, patchSize: 8, numLayers: 2, numHeads: 2, hiddenDim: 16, mlpDim: 32, numClasses: 10 };
 * new vision.models.VisionTransformer(options).forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class VisionTransformer extends SnakeKeys {
  readonly classToken: nn.Parameter;
  readonly convProj: nn.Conv2d;
  readonly encoder: Encoder;
  /** The last layers: put others here for other classes. */
  heads: nn.Module;
  readonly imageSize: number;
  readonly hiddenDim: number;

  constructor(options: VisionTransformerOptions = {}) {
    super();
    const read = readOptions('VisionTransformer', OPTIONS, options);
    const { imageSize, patchSize, hiddenDim, numClasses, representationSize } = read;
    if (imageSize % patchSize !== 0) throw valueError('Input shape indivisible by patch size!');
    this.imageSize = imageSize;
    this.hiddenDim = hiddenDim;
    this.convProj = new nn.Conv2d(3, hiddenDim, patchSize, { stride: patchSize });
    this.classToken = new nn.Parameter(torch.zeros([1, 1, hiddenDim]));
    this.encoder = new Encoder((imageSize / patchSize) ** 2 + 1, read.numLayers, read);
    const before = representationSize === null ? null : new nn.Linear(hiddenDim, representationSize);
    const head = new nn.Linear(representationSize ?? hiddenDim, numClasses);
    this.heads = new Heads({ ...(before ? { pre_logits: before, act: new nn.Tanh() } : {}), head });
    nn.init.truncNormal_(this.convProj.weight, { std: Math.sqrt(1 / (3 * patchSize * patchSize)) });
    if (this.convProj.bias) nn.init.zeros_(this.convProj.bias);
    if (before) {
      nn.init.truncNormal_(before.weight, { std: Math.sqrt(1 / hiddenDim) });
      if (before.bias) nn.init.zeros_(before.bias);
    }
    nn.init.zeros_(head.weight);
    if (head.bias) nn.init.zeros_(head.bias);
  }

  /** `[N, 3, H, W]` as `[N, patches, hiddenDim]`. */
  private patches(x: Tensor): Tensor {
    const [batch, , height, width] = x.shape as [number, number, number, number];
    for (const [name, size] of [
      ['height', height],
      ['width', width],
    ] as const) {
      if (size !== this.imageSize) throw valueError(`Wrong image ${name}! Expected ${this.imageSize} but got ${size}!`);
    }
    return this.convProj.forward(x).reshape([batch, this.hiddenDim, -1]).permute([0, 2, 1]);
  }

  override forward(x: Tensor): Tensor {
    const patches = this.patches(x);
    const classes = this.classToken.expand([patches.shape[0] as number, -1, -1]);
    return run(this.heads, this.encoder.forward(torch.cat([classes, patches], 1)).select(1, 0));
  }
}

const make =
  (own: VisionTransformerOptions): Recipe<VisionTransformer, VisionTransformerOptions> =>
  (options) =>
    new VisionTransformer({ ...own, ...options });

const BASE = { numLayers: 12, numHeads: 12, hiddenDim: 768, mlpDim: 3072 };
const LARGE = { numLayers: 24, numHeads: 16, hiddenDim: 1024, mlpDim: 4096 };
const HUGE = { numLayers: 32, numHeads: 16, hiddenDim: 1280, mlpDim: 5120 };

/**
 * ViT-B/16.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_b_16.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.vitB16();
 * model.heads = new nn.Linear(768, 3);
 * model.eval().forward(torch.rand([1, 3, 224, 224])).shape; // [1, 3]
 */
export const vitB16 = define('vit_b_16', make({ ...BASE, patchSize: 16 }));
/**
 * ViT-B/32.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_b_32.html
 * @example
 * // Smaller pictures, of 64 × 64.
 * const model = vision.models.vitB32({ imageSize: 64, numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const vitB32 = define('vit_b_32', make({ ...BASE, patchSize: 32 }));
/**
 * ViT-L/16.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_l_16.html
 * @example
 * // 1,024 features of each picture, without the last layer.
 * const model = vision.models.vitL16().eval();
 * model.heads = new nn.Identity();
 * model.forward(torch.rand([1, 3, 224, 224])).shape; // [1, 1024]
 */
export const vitL16 = define('vit_l_16', make({ ...LARGE, patchSize: 16 }));
/**
 * ViT-L/32.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_l_32.html
 * @example
 * const model = vision.models.vitL32({ numClasses: 10 }).eval();
 * model.forward(torch.rand([1, 3, 224, 224])).shape; // [1, 10]
 */
export const vitL32 = define('vit_l_32', make({ ...LARGE, patchSize: 32 }));
/**
 * ViT-H/14.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_h_14.html
 * @example
 * const model = vision.models.vitH14({ imageSize: 518, numClasses: 10 }).eval();
 * model.forward(torch.rand([1, 3, 518, 518])).shape; // [1, 10]
 */
export const vitH14 = define('vit_h_14', make({ ...HUGE, patchSize: 14 }));
