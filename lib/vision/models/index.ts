/** torchvision's models: its names, options, first weights and state-dict keys. */
export { AlexNet, type ClassifierOptions, alexnet } from './alexnet';
export { ConvNeXt, type ConvNeXtOptions, convnextBase, convnextLarge, convnextSmall, convnextTiny } from './convnext';
export * as detection from './detection/index';
export { DenseNet, type DenseNetOptions, densenet121, densenet161, densenet169, densenet201 } from './densenet';
export * from './efficientnet';
export { GoogLeNet, type GoogLeNetOptions, type GoogLeNetOutputs, googlenet } from './googlenet';
export { Inception3, type Inception3Options, type InceptionOutputs, inceptionV3 } from './inception';
export { IntermediateLayerGetter } from './intermediate-layers';
export { LRASPP, type LRASPPOptions, lrasppMobilenetV3Large } from './lraspp';
export { MaxVit, type MaxVitOptions, maxvitT } from './maxvit';
export { MNASNet, type MNASNetOptions, mnasnet0_5, mnasnet0_75, mnasnet1_0, mnasnet1_3 } from './mnasnet';
export { MobileNetV2, type MobileNetV2Options, mobilenetV2 } from './mobilenet-v2';
export { MobileNetV3, type MobileNetV3Options, mobilenetV3Large, mobilenetV3Small } from './mobilenet-v3';
export {
  type ModelBuilder,
  type PretrainedOptions,
  type WeightsOptions,
  getModel,
  getModelBuilder,
  listModels,
} from './registry';
export * from './regnet';
export * from './resnet';
export * from './segmentation';
export * from './shufflenet-v2';
export { SqueezeNet, squeezenet1_0, squeezenet1_1 } from './squeezenet';
export * from './swin-transformer';
export * from './vgg';
export * from './vision-transformer';
