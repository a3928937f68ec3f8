import { Module } from '../module';
import { type Named, NamedItems } from './named-items';
import { typeError } from '../../errors';

/**
 * Modules by name.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ModuleDict.html
 * @example
 * const heads = new nn.ModuleDict({ spam: new nn.Linear(8, 2), topic: new nn.Linear(8, 20) });
 * heads.get('spam').forward(torch.ones([1, 8]));
 */
export class ModuleDict<M extends Module = Module> extends NamedItems<M> {
  constructor(modules: Named<M> = {}) {
    super();
    this.update(modules);
  }

  protected override check(name: string, value: unknown): M {
    this.refuseName(name);
    if (!(value instanceof Module)) throw typeError(`'${name}' of a ModuleDict is not a Module`);
    return value as M;
  }
}
