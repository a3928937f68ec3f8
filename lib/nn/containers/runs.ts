/**
 * Runs of layers inside of a Sequential that native code computes as one (native/nn/chain/chain.h says how, and why).
 * Here the runs are found, and before each call it is asked whether their modules still are what they were.
 */
import { native } from '../../native/binding';
import type { ChainBox, ChainStep, ModuleBox } from '../../native/contract/nn';
import type { Handle } from '../../native/contract';
import { type Tensor, handleOf, isTensor, wrap } from '../../ops/tensor-methods';
import { originalOf } from '../call';
import type { Module } from '../module';
import { isHooked } from '../module-hooks';
import { GELU, ReLU, SiLU, Sigmoid, Tanh } from '../modules/activation';
import { Dropout } from '../modules/dropout';
import { Linear } from '../modules/linear';
import { LayerNorm } from '../modules/normalization';

/** How a class is part of a run. */
interface Kind {
  /** The class's own forward. */
  readonly forward: object;
  /** What native code is told; null where this module's options keep it out. It is asked again before each call. */
  step(module: Module): ChainStep | null;
}

const boxOf = (module: Module): ModuleBox | undefined => module.state.native?.box;

function nativeStep(name: 'linear' | 'dropout'): Kind['step'] {
  return (module) => {
    const box = boxOf(module);
    return box ? [name, box] : null;
  };
}

function normStep(module: Module): ChainStep | null {
  const { normalizedShape: shape, eps } = module as LayerNorm;
  const [columns] = shape;
  return shape.length === 1 && columns !== undefined ? ['layerNorm', columns, eps] : null;
}

const kinds = new Map<object, Kind>();

function addKind(Class: { readonly prototype: Module }, step: Kind['step']): void {
  const { prototype } = Class;
  kinds.set(prototype, { forward: originalOf(prototype.forward), step });
}

addKind(Linear, nativeStep('linear'));
addKind(Dropout, nativeStep('dropout'));
addKind(LayerNorm, normStep);
addKind(ReLU, () => ['relu']);
addKind(Tanh, () => ['tanh']);
addKind(Sigmoid, () => ['sigmoid']);
addKind(SiLU, () => ['silu']);
addKind(GELU, (module) => [(module as GELU).approximate === 'tanh' ? 'geluTanh' : 'gelu']);

/** A module of a run, as it was when the run was found. */
class Member {
  readonly #forward: unknown;
  readonly #prototype: object;

  constructor(
    readonly module: Module,
    readonly kind: Kind,
    readonly step: ChainStep,
  ) {
    this.#forward = module.forward;
    this.#prototype = Object.getPrototypeOf(module) as object;
  }

  /** Whether nothing about the module has changed that native code does not see. */
  isCurrent(): boolean {
    const { module, step } = this;
    if (module.forward !== this.#forward || isHooked(module) || module.state.computed.size > 0) return false;
    if (Object.getPrototypeOf(module) !== this.#prototype) return false;
    if (step.length === 1 && step[0] !== 'gelu' && step[0] !== 'geluTanh') return true;
    if (step.length === 2) return boxOf(module) === step[1];
    const now = this.kind.step(module);
    return now !== null && now.length === step.length && now.every((value, i) => value === step[i]);
  }
}

/** The module's part in a run, if it is of a class that has one and does nothing but what its class does. */
function memberOf(module: Module): Member | null {
  const kind = kinds.get(Object.getPrototypeOf(module) as object);
  if (!kind || originalOf(module.forward) !== kind.forward || isHooked(module) || module.state.computed.size > 0) {
    return null;
  }
  const step = kind.step(module);
  return step && new Member(module, kind, step);
}

const handleOrNull = (tensor: Tensor | null): Handle | null => tensor && handleOf(tensor);

/** Some consecutive modules of a Sequential. */
class Run {
  readonly #box: ChainBox;
  readonly #norms: readonly LayerNorm[];

  constructor(
    readonly start: number,
    readonly members: readonly Member[],
  ) {
    this.#box = native.newChain(members.map(({ step }) => step));
    this.#norms = members.map(({ module }) => module).filter((module) => module instanceof LayerNorm);
  }

  /** The output of the run; null where its modules are to run one by one. */
  compute(input: unknown): Tensor | null {
    if (!isTensor(input) || !this.members.every((member) => member.isCurrent())) return null;
    const tensors = this.#norms.flatMap(({ weight, bias }) => [handleOrNull(weight), handleOrNull(bias)]);
    const handle = native.runChain(this.#box, handleOf(input), ...tensors);
    return handle === null ? null : wrap(handle);
  }
}

/** Where the runs of a Sequential begin; made anew when its modules are others. */
export class Runs {
  readonly #modules: readonly Module[];
  readonly #starts = new Map<number, Run>();

  constructor(modules: readonly Module[]) {
    this.#modules = modules;
    let members: Member[] = [];
    const finish = (end: number): void => {
      if (members.length > 1) this.#starts.set(end - members.length, new Run(end - members.length, members));
      members = [];
    };
    for (const [i, module] of modules.entries()) {
      const member = memberOf(module);
      if (!member) finish(i);
      else if (members.length > 0 || member.step[0] === 'linear') members.push(member);
    }
    finish(modules.length);
  }

  /** Whether the Sequential still has these modules in this order. */
  isOf(modules: Iterable<Module>): boolean {
    let i = 0;
    for (const module of modules) if (module !== this.#modules[i++]) return false;
    return i === this.#modules.length;
  }

  /** The output of all modules. */
  compute(input: unknown): unknown {
    const modules = this.#modules;
    let value = input;
    for (let i = 0; i < modules.length; ) {
      const run = this.#starts.get(i);
      const output = run ? run.compute(value) : null;
      if (output !== null) {
        value = output;
        i += (run as Run).members.length;
      } else {
        const module = modules[i++] as Module;
        value = Reflect.apply(module.forward, module, [value]);
      }
    }
    return value;
  }
}
