import { Module } from '../nn/module';
import { Items } from '../nn/module-state';
import { Buffer, Parameter } from '../nn/parameter';
import type { Tensor } from '../ops/tensor-methods';
import type { ProgramParts } from './program-parts';

type Fail = (what: string) => never;

/** A module without a forward of its own: what stands between an exported model and its parameters. @internal */
export class Submodule extends Module {
  constructor() {
    super();
    this.state.items = new Items();
  }

  override displayName(): string {
    return 'Module';
  }
}

/** Where a tensor of the program lies now: a program may be moved, loaded, or given other tensors. */
export type Place = () => Tensor;

/** Puts the parameters and buffers of a program into a module under Python's dotted names. @internal */
export class StateTree {
  constructor(
    private readonly root: Module,
    private readonly fail: Fail,
  ) {
    root.state.items ??= new Items();
  }

  /** Adds a tensor, unless it is there; returns where to look for it. */
  place(name: string, tensor: Tensor): Place {
    const steps = name.split('.');
    const last = steps.pop() as string;
    const owner = steps.reduce((module, step) => this.#child(module, step, name), this.root);
    const items = owner.state.items as Map<string, unknown>;
    if (last === '') this.fail(`'${name}' is not the name of a parameter or buffer`);
    if (!items.has(last)) items.set(last, tensor);
    else if (items.get(last) !== tensor) this.fail(`'${name}' is the name of two things`);
    return () => items.get(last) as Tensor;
  }

  #child(module: Module, step: string, name: string): Module {
    const items = module.state.items as Map<string, unknown>;
    if (step === '') this.fail(`'${name}' is not the name of a parameter or buffer`);
    let child = items.get(step);
    if (child === undefined) items.set(step, (child = new Submodule()));
    return child instanceof Submodule ? child : this.fail(`'${name}' is the name of two things`);
  }
}

/** The tensors of a program by the inputs of its graph, in their order: those that a caller does not give. @internal */
export function placesOf({ program, stateDict, constants }: ProgramParts, root: Module, fail: Fail): Place[] {
  const tree = new StateTree(root, fail);
  const find = (from: ReadonlyMap<string, Tensor>, name: string, what: string): Tensor =>
    from.get(name) ?? fail(`the ${what} '${name}' is missing`);
  return program.graphModule.signature.inputSpecs.flatMap((spec): Place[] => {
    switch (spec.type) {
      case 'parameter': {
        const tensor = find(stateDict, spec.value.parameterName, 'parameter');
        if (!(tensor instanceof Parameter)) fail(`'${spec.value.parameterName}' is not a parameter`);
        return [tree.place(spec.value.parameterName, tensor)];
      }
      case 'buffer': {
        const { bufferName: name, persistent } = spec.value;
        const tensor = find(persistent ? stateDict : constants, name, 'buffer');
        return [tree.place(name, tensor)];
      }
      case 'tensor_constant': {
        const constant = find(constants, spec.value.tensorConstantName, 'constant');
        return [() => constant];
      }
      case 'custom_obj':
        return fail(`'${spec.value.customObjName}' is an object of the class ${spec.value.arg.classFqn}, not a tensor`);
      default:
        return [];
    }
  });
}

/** The tensors of a program with buffers as such, so that every module of the program shares them. @internal */
export function withBuffers(parts: ProgramParts): ProgramParts {
  const stateDict = new Map(parts.stateDict);
  const constants = new Map(parts.constants);
  for (const spec of parts.program.graphModule.signature.inputSpecs) {
    if (spec.type !== 'buffer') continue;
    const { bufferName: name, persistent } = spec.value;
    const table = persistent ? stateDict : constants;
    const tensor = table.get(name);
    if (tensor && !(tensor instanceof Buffer)) table.set(name, new Buffer(tensor, { persistent }));
  }
  return { ...parts, stateDict, constants };
}
