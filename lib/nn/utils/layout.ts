import type { DeviceLike } from '../../tensor/device';
import { MemoryFormat } from '../../tensor/layout';
import { value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { moduleField } from './fields';
import { aten } from '../functional/define';
import { Module } from '../module';
import { show } from '../../arguments/describe';
import { runtimeError } from '../../errors';
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

/** A class of modules whose last argument is an object of options. */
type ModuleClass<A extends readonly unknown[], M extends Module> = new (...args: A) => M;

/**
 * Makes a module without drawing initial values. The values of its parameters are arbitrary.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.skip_init.html
 * @example
 * nn.utils.skipInit(nn.Conv2d, 1, 5, 3).weight.shape; // [5, 1, 3, 3]
 */
export function skipInit<A extends readonly unknown[], M extends Module>(Class: ModuleClass<A, M>, ...args: A): M {
  const isModule = typeof Class === 'function' && Class.prototype instanceof Module;
  if (!isModule) throw runtimeError(`skipInit(): Expected a Module; got ${show(Class)}`);
  const last = args.at(-1);
  const given = isPlainObject(last);
  const options = (given ? last : {}) as { readonly device?: DeviceLike };
  const rest = given ? args.slice(0, -1) : args;
  const module = new Class(...([...rest, { ...options, device: 'meta' }] as unknown as A));
  return module.toEmpty({ device: options.device ?? 'cpu' });
}
