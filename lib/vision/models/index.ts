/** torchvision's models: its names, options, first weights and state-dict keys. */
export { AlexNet, type ClassifierOptions, alexnet } from './alexnet';
export { ConvNeXt, type ConvNeXtOptions, convnextBase, convnextLarge, convnextSmall, convnextTiny } from './convnext';
export { DenseNet, type DenseNetOptions, densenet121, densenet161, densenet169, densenet201 } from './densenet';
export * from './efficientnet';
export { IntermediateLayerGetter } from './intermediate-layers';
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
