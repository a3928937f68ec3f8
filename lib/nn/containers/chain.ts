/** What the modules of a chain are to each other, as types. */
import type { Tensor } from '../../ops/tensor-methods';
import type { Module } from '../module';

type Forward = (...inputs: never[]) => unknown;
type ForwardOf<M> = M extends { forward: infer F extends Forward } ? F : Forward;
type OutputOf<M> = ReturnType<ForwardOf<M>>;

/** Whether a module can be given what the one before returns. A module whose types say nothing is trusted. */
type Follows<Before, After> =
  unknown extends OutputOf<Before>
    ? true
    : [Parameters<ForwardOf<After>>[0]] extends [never]
      ? true
      : ForwardOf<After> extends (input: OutputOf<Before>) => unknown
        ? true
        : false;

/** Where a chain breaks, as a text that an error of the compiler shows; never where it does not. */
type Break<Ms extends readonly unknown[], At extends readonly unknown[] = [unknown]> = Ms extends readonly [
  infer Before,
  infer After,
  ...infer Rest,
]
  ? Follows<Before, After> extends true
    ? Break<[After, ...Rest], [...At, unknown]>
    : `module ${At['length']} of this chain does not take what the one before returns`
  : never;

type First<Ms extends readonly unknown[]> = Ms extends readonly [infer M, ...unknown[]]
  ? Parameters<ForwardOf<M>>[0]
  : Tensor;
type Last<Ms extends readonly unknown[]> = Ms extends readonly [...unknown[], infer M] ? OutputOf<M> : Tensor;

/** What a chain takes: what its first module does. */
export type ChainInput<Ms extends readonly Module[]> = [Break<Ms>] extends [never]
  ? [First<Ms>] extends [never]
    ? Tensor
    : First<Ms>
  : Break<Ms>;

/** What a chain returns: what its last module does. */
export type ChainOutput<Ms extends readonly Module[]> = unknown extends Last<Ms> ? Tensor : Last<Ms>;

type FromEnd<
  Ms extends readonly unknown[],
  I extends string,
  At extends readonly unknown[] = [unknown],
> = Ms extends readonly [...infer Rest, infer M]
  ? `${At['length']}` extends I
    ? M
    : FromEnd<Rest, I, [...At, unknown]>
  : Module;

/** The module at a position, where the compiler knows it. */
export type ModuleAt<Ms extends readonly Module[], I extends number> = number extends Ms['length']
  ? Ms[number]
  : number extends I
    ? Ms[number]
    : `${I}` extends `-${infer N}`
      ? FromEnd<Ms, N>
      : `${I}` extends keyof Ms
        ? Ms[`${I}`]
        : Module;
