/** Backbones of detectors: classifiers without their heads, of which early stages may stand still. */
import { int, nullable, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError, warn } from '../../../errors';
import type { nn } from '../../../index';
import { FrozenBatchNorm2d, type NormLayer } from '../../ops/layers';
import type { Filled } from '../registry';
import { resnet50 } from '../resnet';
import { WEIGHTS } from '../weights-table';
import { BackboneWithFPN, type ExtraFPNBlock } from './fpn';

/** What a detector's function takes besides the options of its class. */
export interface BackboneOptions {
  /** A file with weights for the backbone alone. @defaultValue null, which means random ones */
  readonly weightsBackbone?: string | URL | null;
  /** How many stages of a trained backbone learn on. @defaultValue null, which means those of the model, or all where none is trained */
  readonly trainableBackboneLayers?: number | null;
}

const DETECTOR = {
  weightsBackbone: nullable(value<string | URL>('a path', (v) => typeof v === 'string' || v instanceof URL)),
  trainableBackboneLayers: nullable(int()),
};

/** Takes the options that are about the backbone out of the others; `most` is the number of its stages. */
export function separateBackbone<O extends object>(
  label: string,
  { weightsBackbone, trainableBackboneLayers, ...rest }: O & BackboneOptions,
  trained: boolean,
  [usual, most]: readonly [usual: number, most: number],
) {
  const read = readOptions(label, DETECTOR, { weightsBackbone, trainableBackboneLayers });
  const weights = trained ? null : read.weightsBackbone;
  const layers = read.trainableBackboneLayers;
  const learned = trained || weights !== null;
  if (!learned && layers !== null) {
    warn(
      `Changing trainableBackboneLayers has no effect if neither weights nor weightsBackbone have been specified, falling back to trainableBackboneLayers=${most} so that all layers are trainable`,
    );
  }
  const count = learned ? (layers ?? usual) : most;
  if (count < 0 || count > most) throw valueError(`Trainable layers should be in the range [0,${most}], got ${count}`);
  return { weights, learned, count, rest };
}

export const frozenNorm: NormLayer = (channels) => new FrozenBatchNorm2d(channels);

/**
 * The first weights of a model, `COCO_V1`, learned without what is added to the variance; others, which a file of your own
 * may have, with it.
 */
export function withoutEps(name: string): Filled<nn.Module, object> {
  return (model, _options, file) => {
    if (file !== WEIGHTS[name]?.['COCO_V1']) return;
    for (const module of model.modules()) if (module instanceof FrozenBatchNorm2d) Object.assign(module, { eps: 0 });
  };
}

/** Stops all parameters of modules. */
export function freeze(...modules: readonly nn.Module[]): void {
  for (const module of modules) for (const parameter of module.parameters()) parameter.requiresGrad_(false);
}

interface ResnetPyramid {
  readonly weights: string | URL | null;
  /** How many of its stages learn. */
  readonly count: number;
  readonly normLayer: NormLayer;
  /** The normalizations of the pyramid. */
  readonly pyramidNorm?: NormLayer | null;
  /** The stages that the pyramid stands on. */
  readonly stages?: readonly (1 | 2 | 3 | 4)[];
  readonly extraBlocks?: () => ExtraFPNBlock;
}

/** ResNet-50 with a pyramid on its stages. */
export function resnetPyramid({ weights, count, normLayer, stages = [1, 2, 3, 4], ...rest }: ResnetPyramid) {
  const resnet = resnet50({ weights, normLayer });
  const learning = ['layer4', 'layer3', 'layer2', 'layer1', 'conv1'].slice(0, count);
  if (count === 5) learning.push('bn1');
  for (const [name, child] of resnet.namedChildren()) if (!learning.includes(name)) freeze(child);
  const layers = Object.fromEntries(stages.map((stage, i) => [`layer${stage}`, String(i)]));
  const channels = stages.map((stage) => 128 * 2 ** stage);
  const { pyramidNorm = null, extraBlocks } = rest;
  const options = { normLayer: pyramidNorm, extraBlocks: extraBlocks?.() ?? null };
  return new BackboneWithFPN(resnet, layers, channels, 256, options);
}

/** A block of MobileNetV3. */
export type MobileBlock = nn.Module & { readonly shrinks?: boolean; readonly outChannels: number };

/** The blocks of MobileNetV3's layers and the first ones of its stages; of them `count` stages learn. */
export function stagesOf(features: nn.Sequential, count: number) {
  const blocks = [...features] as MobileBlock[];
  const stages = [0, ...blocks.flatMap(({ shrinks }, i) => (shrinks ? [i] : [])), blocks.length - 1];
  const before = count === 0 ? blocks.length : (stages[stages.length - count] as number);
  freeze(...blocks.slice(0, before));
  return { blocks, stages };
}
