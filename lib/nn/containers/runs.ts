/**
 * Runs of layers inside of a Sequential, and of a transformer's layers, that native code computes as one
 * (native/nn/chain/chain.h says how, and why). Here the runs are found, and before each call it is asked whether their modules still are
 * what they were.
 */
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import type { ChainBox, ChainStep } from '../../native/contract/nn';
import { type Tensor, handleOf, isTensor, wrap } from '../../ops/tensor-methods';
import { Module } from '../module';
import { GELU, ReLU, SiLU, Sigmoid, Tanh } from '../modules/activation';
import { Dropout } from '../modules/dropout';
import { Linear } from '../modules/linear';
import { LayerNorm } from '../modules/normalization';
import { Kinds, Member, areCurrent, handleOrNull } from './run-members';
import { Stages, stages } from './stages';

function nativeStep(name: 'linear' | 'dropout') {
  return ({ state }: Module): ChainStep | null => (state.native ? [name, state.native.box] : null);
}

function normStep({ normalizedShape: shape, eps }: LayerNorm): ChainStep | null {
  const [columns] = shape;
  return shape.length === 1 && columns !== undefined ? ['layerNorm', columns, eps] : null;
}

const kinds = new Kinds<ChainStep>()
  .add(Linear, nativeStep('linear'))
  .add(Dropout, nativeStep('dropout'))
  .add(LayerNorm, normStep, ['normalizedShape', 'eps'])
  .add(ReLU, ['relu'])
  .add(Tanh, ['tanh'])
  .add(Sigmoid, ['sigmoid'])
  .add(SiLU, ['silu'])
  .add(GELU, ({ approximate }) => [approximate === 'tanh' ? 'geluTanh' : 'gelu'], ['approximate']);

/** What a run begins with: alone, the others are operators already. */
const BEGINS: ReadonlySet<string> = new Set(['linear', 'layerNorm']);

type Part = Member<ChainStep>;

/** A step of a run that is no module. */
export type PlainStep = readonly ['residual' | 'relu' | 'gelu'];

/** Some steps that are computed one after the other. */
class Run {
  readonly #box: ChainBox;
  readonly #members: readonly Part[];
  /** Whose tensors native code is given with each call. */
  readonly #given: readonly (LayerNorm | 'residual')[];

  constructor(parts: readonly (Part | PlainStep)[]) {
    this.#box = native.newChain(parts.map((part) => (part instanceof Member ? part.step : part)));
    this.#members = parts.filter((part) => part instanceof Member);
    this.#given = parts.flatMap((part): (LayerNorm | 'residual')[] => {
      if (!(part instanceof Member)) return part[0] === 'residual' ? ['residual'] : [];
      return part.module instanceof LayerNorm ? [part.module] : [];
    });
  }

  get length(): number {
    return this.#members.length;
  }

  isCurrent(): boolean {
    return areCurrent(this.#members);
  }

  /** The output of the run; null where its modules are to run one by one. A residual of null is the input. */
  compute(input: unknown, residual: Tensor | null = null): Tensor | null {
    if (!isTensor(input) || !this.isCurrent()) return null;
    const handle =
      this.#given.length === 0
        ? native.runChain(this.#box, handleOf(input))
        : native.runChain(this.#box, handleOf(input), ...this.#tensors(residual));
    return handle === null ? null : wrap(handle);
  }

  #tensors(residual: Tensor | null): (Handle | null)[] {
    const tensors: (Handle | null)[] = [];
    for (const each of this.#given) {
      if (each === 'residual') tensors.push(handleOrNull(residual));
      else tensors.push(handleOrNull(each.weight), handleOrNull(each.bias));
    }
    return tensors;
  }
}

/** A run outside of a Sequential, of modules that may be replaced by others. */
export class LooseRun {
  #parts: readonly (Module | PlainStep)[] = [];
  #run: Run | null = null;

  /** The output of these parts one after the other; null where they are to run one by one. */
  compute(parts: readonly (Module | PlainStep)[], input: Tensor, residual: Tensor | null): Tensor | null {
    if (!this.#run || !this.#isOf(parts) || !this.#run.isCurrent()) {
      const found = parts.map((part) => (part instanceof Module ? kinds.memberOf(part) : part));
      if (found.includes(null)) return null;
      this.#run = new Run(found as (Part | PlainStep)[]);
      this.#parts = parts;
    }
    return this.#run.compute(input, residual);
  }

  #isOf(parts: readonly (Module | PlainStep)[]): boolean {
    return parts.length === this.#parts.length && parts.every((part, i) => part === this.#parts[i]);
  }
}

/** What runs through some modules of a Sequential. */
interface Together {
  readonly length: number;
  /** Whether its modules still are what they were. */
  isCurrent(): boolean;
  compute(input: unknown): Tensor | null;
}

/** The longest stretches of two or more modules that take part in something, by where they begin. */
function stretches<S extends readonly unknown[]>(
  modules: readonly Module[],
  memberOf: (module: Module, i: number) => Member<S> | null,
  begins: (member: Member<S>) => boolean,
): Map<number, Member<S>[]> {
  const found = new Map<number, Member<S>[]>();
  let members: Member<S>[] = [];
  const finish = (end: number): void => {
    if (members.length > 1) found.set(end - members.length, members);
    members = [];
  };
  for (const [i, module] of modules.entries()) {
    const member = memberOf(module, i);
    if (!member) finish(i);
    else if (members.length > 0 || begins(member)) members.push(member);
  }
  finish(modules.length);
  return found;
}

/** Where the runs of a Sequential begin; made anew when its modules are others. */
export class Runs {
  readonly #modules: readonly Module[];
  readonly #starts = new Map<number, Together>();
  #stale = false;

  /** Whether a module has become another since they were found: options or a method of it. */
  get isStale(): boolean {
    return this.#stale;
  }

  constructor(modules: readonly Module[]) {
    this.#modules = modules;
    const taken = new Set<number>();
    const runs = stretches(
      modules,
      (module) => kinds.memberOf(module),
      ({ step }) => BEGINS.has(step[0]),
    );
    for (const [start, members] of runs) {
      this.#starts.set(start, new Run(members));
      members.forEach((_member, i) => taken.add(start + i));
    }
    const rest = stretches(
      modules,
      (module, i) => (taken.has(i) ? null : stages.memberOf(module)),
      () => true,
    );
    for (const [start, members] of rest) this.#starts.set(start, new Stages(members));
  }

  /** The output of all modules. */
  compute(input: unknown): unknown {
    const modules = this.#modules;
    let value = input;
    for (let i = 0; i < modules.length; ) {
      const together = this.#starts.get(i);
      const output = together?.compute(value) ?? null;
      if (together && output !== null) {
        value = output;
        i += together.length;
      } else {
        if (together && !together.isCurrent()) this.#stale = true;
        const module = modules[i++] as Module;
        value = Reflect.apply(module.forward, module, [value]);
      }
    }
    return value;
  }
}
