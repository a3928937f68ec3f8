import { callback, nullable, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import { Conv2dNormActivation, type NormLayer, run } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { IntermediateLayerGetter } from '../intermediate-layers';
import { readOldNames } from './old-names';
import type { Features } from './types';

/**
 * Adds maps behind the coarsest one.
 *
 * @example
 * class Half extends vision.models.detection.ExtraFPNBlock {
 *   override forward(results: readonly torch.Tensor[], _inputs: readonly torch.Tensor[], names: readonly string[]): [torch.Tensor[], string[]] {
 *     const half = nn.functional.avgPool2d(results.at(-1)!, { kernelSize: 2 });
 *     return [[...results, half], [...names, 'half']];
 *   }
 * }
 * const pyramid = new vision.models.detection.FeaturePyramidNetwork([8], 4, { extraBlocks: new Half() });
 * pyramid.forward({ fine: torch.ones([1, 8, 16, 16]) }).half!.shape; // [1, 4, 8, 8]
 */
export abstract class ExtraFPNBlock extends SnakeKeys {
  /** The maps of the pyramid and those it was made of, with the names of the former; gives more of them. */
  abstract override forward(
    results: readonly Tensor[],
    inputs: readonly Tensor[],
    names: readonly string[],
  ): [results: Tensor[], names: string[]];
}

/**
 * One more map of half the size, by leaving out every other place.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/ops/feature_pyramid_network.py
 * @example
 * const extra = new vision.models.detection.LastLevelMaxPool();
 * const pyramid = new vision.models.detection.FeaturePyramidNetwork([8], 4, { extraBlocks: extra });
 * pyramid.forward({ fine: torch.ones([1, 8, 16, 16]) }).pool!.shape; // [1, 4, 8, 8]
 */
export class LastLevelMaxPool extends ExtraFPNBlock {
  override forward(
    results: readonly Tensor[],
    _inputs: readonly Tensor[],
    names: readonly string[],
  ): [results: Tensor[], names: string[]] {
    const last = results.at(-1) as Tensor;
    const pooled = nn.functional.maxPool2d(last, { kernelSize: 1, stride: 2, padding: 0 });
    return [
      [...results, pooled],
      [...names, 'pool'],
    ];
  }
}

/**
 * Two more maps, each of half the size, by convolutions over the coarsest one.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/ops/feature_pyramid_network.py
 * @example
 * const extra = new vision.models.detection.LastLevelP6P7(4, 4);
 * const pyramid = new vision.models.detection.FeaturePyramidNetwork([8], 4, { extraBlocks: extra });
 * const maps = pyramid.forward({ fine: torch.ones([1, 8, 16, 16]) });
 * [maps.p6!.shape, maps.p7!.shape]; // [[1, 4, 8, 8], [1, 4, 4, 4]]
 */
export class LastLevelP6P7 extends ExtraFPNBlock {
  readonly p6: nn.Conv2d;
  readonly p7: nn.Conv2d;
  private readonly useP5: boolean;

  constructor(inChannels: number, outChannels: number) {
    super();
    this.p6 = new nn.Conv2d(inChannels, outChannels, 3, { stride: 2, padding: 1 });
    this.p7 = new nn.Conv2d(outChannels, outChannels, 3, { stride: 2, padding: 1 });
    for (const { weight, bias } of [this.p6, this.p7]) {
      nn.init.kaimingUniform_(weight, { a: 1 });
      if (bias) nn.init.zeros_(bias);
    }
    this.useP5 = inChannels === outChannels;
  }

  override forward(
    results: readonly Tensor[],
    inputs: readonly Tensor[],
    names: readonly string[],
  ): [results: Tensor[], names: string[]] {
    const p6 = this.p6.forward((this.useP5 ? results : inputs).at(-1) as Tensor);
    const p7 = this.p7.forward(p6.relu());
    return [
      [...results, p6, p7],
      [...names, 'p6', 'p7'],
    ];
  }
}

export interface FeaturePyramidOptions {
  /** Adds maps behind the coarsest one. @defaultValue null */
  readonly extraBlocks?: ExtraFPNBlock | null;
  /** Makes a normalization after each convolution. @defaultValue null, which means that there is none */
  readonly normLayer?: NormLayer | null;
}

const OPTIONS = {
  extraBlocks: nullable(value<ExtraFPNBlock>('an ExtraFPNBlock', (one) => one instanceof ExtraFPNBlock)),
  normLayer: nullable(callback<NormLayer>()),
};

/**
 * Feature maps of one number of channels, in which each knows of the coarser ones.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.FeaturePyramidNetwork.html
 * @example
 * const pyramid = new vision.models.detection.FeaturePyramidNetwork([8, 16], 4);
 * const maps = pyramid.forward({ fine: torch.ones([1, 8, 16, 16]), coarse: torch.ones([1, 16, 8, 8]) });
 * maps.fine!.shape; // [1, 4, 16, 16]
 */
export class FeaturePyramidNetwork extends SnakeKeys {
  readonly innerBlocks: nn.ModuleList;
  readonly layerBlocks: nn.ModuleList;
  readonly extraBlocks: ExtraFPNBlock | null;

  constructor(inChannelsList: readonly number[], outChannels: number, options: FeaturePyramidOptions = {}) {
    super();
    const { extraBlocks, normLayer } = readOptions('FeaturePyramidNetwork', OPTIONS, options);
    if (inChannelsList.includes(0)) throw valueError('inChannels=0 is currently not supported');
    const common = { normLayer, activationLayer: null };
    const pairs = inChannelsList.map((channels) => [
      new Conv2dNormActivation(channels, outChannels, { kernelSize: 1, padding: 0, ...common }),
      new Conv2dNormActivation(outChannels, outChannels, { kernelSize: 3, ...common }),
    ]) as [nn.Module, nn.Module][];
    this.innerBlocks = new nn.ModuleList(pairs.map(([inner]) => inner));
    this.layerBlocks = new nn.ModuleList(pairs.map(([, layer]) => layer));
    for (const module of this.modules()) {
      if (!(module instanceof nn.Conv2d)) continue;
      nn.init.kaimingUniform_(module.weight, { a: 1 });
      if (module.bias) nn.init.zeros_(module.bias);
    }
    this.extraBlocks = extraBlocks;
    const old = (kind: string) =>
      inChannelsList.map((_, i) => [`${kind}_blocks.${i}`, `${kind}_blocks.${i}.0`] as const);
    readOldNames(this, Object.fromEntries([...old('inner'), ...old('layer')]));
  }

  override forward(x: Features): Record<string, Tensor> {
    const names = Object.keys(x);
    const inputs = Object.values(x);
    const inner = [...this.innerBlocks];
    const layer = [...this.layerBlocks];
    const at = (blocks: readonly nn.Module[], i: number, input: Tensor): Tensor => run(blocks[i] as nn.Module, input);
    const end = inputs.length - 1;
    let above = at(inner, end, inputs[end] as Tensor);
    const results = [at(layer, end, above)];
    for (let i = end - 1; i >= 0; i--) {
      const lateral = at(inner, i, inputs[i] as Tensor);
      const size = lateral.shape.slice(-2);
      above = lateral.add(nn.functional.interpolate(above, { size, mode: 'nearest' }));
      results.unshift(at(layer, i, above));
    }
    const [maps, called] = this.extraBlocks ? this.extraBlocks.forward(results, inputs, names) : [results, names];
    return Object.fromEntries(called.map((name, i) => [name, maps[i] as Tensor]));
  }
}

/**
 * A model without its head, and a pyramid on what its stages give.
 *
 * @example
 * const layers = { layer1: '0', layer2: '1' };
 * const backbone = new vision.models.detection.BackboneWithFPN(vision.models.resnet18(), layers, [64, 128], 16);
 * Object.keys(backbone.forward(torch.rand([1, 3, 64, 64]))); // ['0', '1', 'pool']
 */
export class BackboneWithFPN extends SnakeKeys {
  readonly body: IntermediateLayerGetter;
  readonly fpn: FeaturePyramidNetwork;
  readonly outChannels: number;

  constructor(
    backbone: nn.Module,
    returnLayers: Readonly<Record<string, string>>,
    inChannelsList: readonly number[],
    outChannels: number,
    options: FeaturePyramidOptions = {},
  ) {
    super();
    this.body = new IntermediateLayerGetter(backbone, returnLayers);
    this.fpn = new FeaturePyramidNetwork(inChannelsList, outChannels, {
      ...options,
      extraBlocks: options.extraBlocks ?? new LastLevelMaxPool(),
    });
    this.outChannels = outChannels;
  }

  override forward(x: Tensor): Record<string, Tensor> {
    return this.fpn.forward(this.body.forward(x));
  }
}
