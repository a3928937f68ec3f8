import { Module } from '../module';
import { nullable, required, str } from '../../arguments/fields';
import { something } from '../../tensor/arguments';
import { readArguments } from '../../arguments/read';
import { type Named, NamedItems, named } from './named-items';
import { typeError } from '../../errors';

const DICT = { modules: nullable(named()) };
const UPDATE = { modules: named() };
const REGISTER = { name: str(), module: required(something()) };

/**
 * Modules by name.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ModuleDict.html
 * @example
 * const heads = new nn.ModuleDict({ spam: new nn.Linear(8, 2), topic: new nn.Linear(8, 20) });
 * heads.get('spam').forward(torch.ones([1, 8]));
 */
export class ModuleDict<M extends Module = Module> extends NamedItems<M> {
  constructor(...args: [modules?: Named<M> | null]) {
    super();
    const { modules } = readArguments('ModuleDict', DICT, args);
    this.addAll((modules ?? {}) as Named<M>);
  }

  override update(...args: [modules: Named<M>]): this {
    return this.addAll(readArguments(this.labelOf('update'), UPDATE, args).modules as Named<M>);
  }

  override registerModule(...args: [name: string, module: M]): void {
    const { name, module } = readArguments('Module.registerModule', REGISTER, args);
    this.set(name, module as M);
  }

  protected override check(name: string, value: unknown): M {
    this.refuseName(name);
    if (!(value instanceof Module)) throw typeError(`'${name}' of a ModuleDict is not a Module`);
    return value as M;
  }
}
