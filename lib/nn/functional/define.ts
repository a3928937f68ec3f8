import type * as functions from '../../ops/generated/functions';
import type * as nnFunctions from '../../ops/generated/nn';
import { asFunction } from '../../ops/dispatch/operator';
import { DType } from '../../tensor/dtype';
import type { Tensor } from '../../ops/tensor-methods';
import { type Fields, type Values, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { explainWholeNumbers } from '../failures';
import type { InitSignatures } from '../init/signatures';
import type { Signatures } from './signatures';

type Operation = (...args: readonly unknown[]) => Tensor;
type OperationOfMany = (...args: readonly unknown[]) => Tensor[];

const operations = new Map<string, unknown>();

/** `log_softmax` → `logSoftmax`, `add_` → `add_`. */
type Camel<S extends string> = S extends `${infer Head}_${infer Letter}${infer Tail}`
  ? `${Head}${Uppercase<Letter>}${Camel<Tail>}`
  : S;

type Known = typeof functions & typeof nnFunctions;

/** The generated type of an operator; private ones, and those that are methods only, take anything. */
type Typed<N extends string> = Camel<N> extends keyof Known ? Known[Camel<N>] : Operation;

/** An operator of ATen, with its public type. */
export function aten<N extends string>(name: N): Typed<N> {
  let operation = operations.get(name);
  if (!operation) operations.set(name, (operation = asFunction<Operation>(`aten::${name}`)));
  return operation as Typed<N>;
}

/** An operator of ATen that returns several tensors. */
export function atenMany(name: string): OperationOfMany {
  return aten(name) as unknown as OperationOfMany;
}

type Functions = Signatures & InitSignatures;

/** The parts of a function, for functions that are built on it. */
interface Made<S extends Fields, R> {
  readonly table: S;
  readonly body: (values: Values<S>) => R;
}

/**
 * A function whose arguments are read by a table: by position, or in a trailing object. {@link Signatures} has the
 * types that callers see.
 */
export function define<N extends keyof Functions, S extends Fields>(
  name: N,
  table: S,
  body: (values: Values<S>) => ReturnType<Functions[N]>,
): Functions[N] {
  const call = (...args: readonly unknown[]): ReturnType<Functions[N]> => {
    const values = readArguments(name, table, args);
    try {
      return body(values);
    } catch (error) {
      throw explainWholeNumbers(error, Object.values(values));
    }
  };
  for (const [key, value] of Object.entries({ name, table, body })) Object.defineProperty(call, key, { value });
  return call as unknown as Functions[N];
}

/** The parts that {@link define} made a function of. */
export function madeOf(made: object): Made<Fields, unknown> {
  return made as Made<Fields, unknown>;
}

/** A list of `length` numbers from a number or a list. */
export function spread(value: number | readonly number[], length: number): readonly number[] {
  return typeof value === 'number' ? new Array<number>(length).fill(value) : value;
}

export const dtype = nullable(value<DType>('a dtype', (v) => v instanceof DType));

/** The dimension that Python chooses for a softmax if none is given. */
export function impliedDim(x: Tensor): number {
  return [0, 1, 3].includes(x.ndim) ? 0 : 1;
}
