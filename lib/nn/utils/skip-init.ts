import { show } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { runtimeError } from '../../errors';
import type { DeviceLike } from '../../tensor/device';
import { Module } from '../module';

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
