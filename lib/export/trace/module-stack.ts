import * as nn from '../../nn/index';
import type { Module } from '../../nn/module';
import type { CallObserver } from '../../nn/recorded';
import { pythonPath } from '../../ops/print/python-names';

/** A call of a module that has not returned. */
interface Frame {
  readonly module: object;
  readonly text: string;
}

/** What separates the entries of a stack in a program. */
const DELIMITER = ';';

/** Which modules of a model are being called, as programs have it: `nn_module_stack`. */
export class ModuleStack implements CallObserver {
  readonly #names: ReadonlyMap<object, string>;
  readonly #calls = new Map<object, number>();
  readonly #frames: Frame[] = [];
  /** The stack while no module below the model is called. */
  readonly root: string;

  constructor(private readonly model: Module) {
    this.#names = namesOf(model);
    this.root = entryText('', 0, model);
  }

  /** The entries of all modules that are being called. */
  get text(): string {
    return this.#frames.at(-1)?.text ?? this.root;
  }

  enter(module: object): void {
    const name = this.#names.get(module);
    // A method that calls the one of its base class, and modules that are no part of the model, leave the stack as it is.
    if (name === undefined || module === this.model || this.#frames.at(-1)?.module === module) {
      this.#frames.push({ module, text: this.text });
      return;
    }
    const call = this.#calls.get(module) ?? 0;
    this.#calls.set(module, call + 1);
    const outer = this.#frames.findLast((frame) => frame.module !== this.model && this.#names.has(frame.module));
    const isInside = outer === undefined || name.startsWith(`${this.#names.get(outer.module)}.`);
    // A module that calls one which is not below it: Python's tools expect names that continue each other.
    const before = isInside ? this.text : this.root;
    this.#frames.push({ module, text: `${before}${DELIMITER}${entryText(name, call, module as Module)}` });
  }

  leave(): void {
    this.#frames.pop();
  }
}

/** The modules of a model by their names. Names that the text of a stack cannot hold are left out. */
function namesOf(model: Module): Map<object, string> {
  const names = new Map<object, string>();
  for (const [name, module] of model.namedModules()) if (!/[,;@()[\]]/.test(name)) names.set(module, name);
  return names;
}

/** `key,path,class`: the key tells calls of one module apart. */
function entryText(name: string, call: number, module: Module): string {
  return `${call === 0 ? name : `${name}@${call}`},${name},${classOf(module)}`;
}

/** The module's class as Python calls it; its name alone if it is none of torch.nn. */
function classOf(module: Module): string {
  const { name } = module.constructor;
  if ((nn as Readonly<Record<string, unknown>>)[name] !== module.constructor)
    return module.displayName().replace(/\W/g, '_');
  return pythonPath('torch.nn', name);
}
