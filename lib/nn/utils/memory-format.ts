import { MemoryFormat } from '../../tensor/layout';
import { value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { moduleField } from './fields';
import { aten } from '../functional/define';
import type { Module } from '../module';
import { Conv2d, Conv3d, ConvTranspose2d, ConvTranspose3d } from '../modules/convolution';

const CONVERT = {
  module: moduleField(),
  memoryFormat: value<MemoryFormat>('a memory format', (v) => v instanceof MemoryFormat),
};

function convertWeights<M extends Module>(module: M, memoryFormat: MemoryFormat, classes: readonly unknown[]): M {
  for (const child of module.modules()) {
    if (!classes.some((Class) => child.constructor === Class || child instanceof (Class as typeof Conv2d))) continue;
    const { weight } = child as Conv2d;
    const changed = aten('clone')(aten('detach')(weight), { memoryFormat });
    weight.data = aten('resize_')(changed, weight.shape, { memoryFormat });
  }
  return module;
}

/**
 * Gives the weights of all two-dimensional convolutions another memory format; the module itself is returned.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.convert_conv2d_weight_memory_format.html
 * @example
 * nn.utils.convertConv2dWeightMemoryFormat(new nn.Conv2d(8, 4, 3), torch.channelsLast);
 */
export function convertConv2dWeightMemoryFormat<M extends Module>(...args: [module: M, memoryFormat: MemoryFormat]): M {
  const given = readArguments('convertConv2dWeightMemoryFormat', CONVERT, args);
  return convertWeights(given.module as M, given.memoryFormat, [Conv2d, ConvTranspose2d]);
}

/**
 * The same for three-dimensional convolutions.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.convert_conv3d_weight_memory_format.html
 */
export function convertConv3dWeightMemoryFormat<M extends Module>(...args: [module: M, memoryFormat: MemoryFormat]): M {
  const given = readArguments('convertConv3dWeightMemoryFormat', CONVERT, args);
  return convertWeights(given.module as M, given.memoryFormat, [Conv3d, ConvTranspose3d]);
}
