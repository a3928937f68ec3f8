import { isIterable } from '../../arguments/plain-object';
import { randomInt } from 'node:crypto';
import { callback, count, iterable, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { show } from '../../arguments/describe';
import { typeError, valueError } from '../../errors';
import { manualSeed } from '../../tensor/generator';
import type { Tensor } from '../../ops/tensor-methods';
import { FuzzedParameter, type FuzzedParameters, resolveAliases } from './fuzzed-parameter';
import { type FuzzedProperties, FuzzedTensor } from './fuzzed-tensor';
import { RandomState } from './random-state';

/** Whether parameters fit each other. */
export type FuzzerConstraint = (params: FuzzedParameters) => boolean;

/** What {@link Fuzzer} takes beside parameters and tensors. */
export interface FuzzerOptions {
  /** Functions of all parameters; where one returns false, they are drawn again. @defaultValue null */
  readonly constraints?: Iterable<FuzzerConstraint> | null;
  /** Where the numbers begin, below 2^32. Each `take` begins there. @defaultValue null, for a random one */
  readonly seed?: number | null;
}

/** One draw: the tensors by their names, what there is to tell of each, and the parameters. */
export type FuzzedDraw = readonly [
  tensors: Readonly<Record<string, Tensor>>,
  tensorProperties: Readonly<Record<string, FuzzedProperties>>,
  params: FuzzedParameters,
];

const FIELDS = {
  parameters: iterable<Iterable<FuzzedParameter | Iterable<FuzzedParameter>>>('an array of FuzzedParameters'),
  tensors: iterable<Iterable<FuzzedTensor | Iterable<FuzzedTensor>>>('an array of FuzzedTensors'),
  constraints: nullable(iterable<Iterable<FuzzerConstraint>>('an array of functions')),
  seed: nullable(count(0)),
};

/** How often parameters are drawn for one set of tensors. */
const TRIES = 1000;

function unpack<T>(name: string, Class: abstract new (...args: never[]) => T, given: Iterable<T | Iterable<T>>): T[] {
  const flat: unknown[] = [];
  for (const one of given) {
    if (isIterable(one)) flat.push(...one);
    else flat.push(one);
  }
  const wrong = flat.find((one) => !(one instanceof Class));
  if (wrong === undefined) return flat as T[];
  throw typeError(`Fuzzer(): '${name}' should have ${Class.name}s, got ${show(wrong)}`);
}

/**
 * Draws tensors of random sizes and layouts, to measure an operator with.
 *
 * @throws TorchError for names that are taken twice, and where no parameters fit after a thousand draws
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/utils/benchmark/utils/fuzzer.py
 * @example
 * const { FuzzedParameter, FuzzedTensor, Fuzzer } = torch.utils.benchmark;
 * const fuzzer = new Fuzzer(
 *   [new FuzzedParameter('k', 4, 64, 'loguniform')],
 *   [new FuzzedTensor('x', ['k', 'k'], { probabilityContiguous: 0.75 })],
 *   { seed: 0 },
 * );
 * for (const [tensors, properties] of fuzzer.take(2)) console.log(tensors['x']?.shape, properties['x']?.['order']);
 */
export class Fuzzer {
  readonly #parameters: readonly FuzzedParameter[];
  readonly #tensors: readonly FuzzedTensor[];
  readonly #constraints: readonly FuzzerConstraint[];
  readonly #seed: number;
  #rejections = 0;
  #generated = 0;

  constructor(
    ...args: [
      parameters: Iterable<FuzzedParameter | Iterable<FuzzedParameter>>,
      tensors: Iterable<FuzzedTensor | Iterable<FuzzedTensor>>,
      ...optional: Mixed<[constraints?: Iterable<FuzzerConstraint> | null, seed?: number | null], FuzzerOptions>,
    ]
  ) {
    const { parameters, tensors, constraints, seed } = readArguments('Fuzzer', FIELDS, args);
    this.#parameters = unpack('parameters', FuzzedParameter, parameters);
    this.#tensors = unpack('tensors', FuzzedTensor, tensors);
    this.#constraints = [...(constraints ?? [])];
    const odd = this.#constraints.find((one) => !callback().fits(one));
    if (odd !== undefined) throw typeError(`Fuzzer(): a constraint should be a function, got ${show(odd)}`);
    this.#seed = seed ?? randomInt(2 ** 32 - 1);
    new RandomState(this.#seed);
    const names = new Set(this.#parameters.map(({ name }) => name));
    const twice = this.#tensors.map(({ name }) => name).filter((name) => names.has(name));
    if (twice.length) throw valueError(`Duplicate names in parameters and tensors: ${twice.join(', ')}`);
  }

  /** The part of the draws of parameters that did not fit. */
  get rejectionRate(): number {
    return this.#generated === 0 ? 0 : this.#rejections / this.#generated;
  }

  /**
   * Draws this many sets of tensors, each when it is asked for. It also seeds the generators of tensors. The same seed gives the
   * same tensors as in Python.
   *
   * @param n how many
   */
  take(...args: [n: number]): Generator<FuzzedDraw, void, undefined> {
    return this.#draws(readArguments('Fuzzer.take', { n: count(0) }, args).n);
  }

  *#draws(n: number): Generator<FuzzedDraw, void, undefined> {
    const state = new RandomState(this.#seed);
    manualSeed(state.upTo((1n << 63n) - 1n));
    for (let i = 0; i < n; i++) {
      const params = this.#generate(state);
      const made = this.#tensors.map((tensor) => [tensor.name, tensor.make(params, state)] as const);
      yield [
        Object.fromEntries(made.map(([name, [tensor]]) => [name, tensor])),
        Object.fromEntries(made.map(([name, [, properties]]) => [name, properties])),
        params,
      ];
    }
  }

  #generate(state: RandomState): FuzzedParameters {
    const strict = new Map<string, unknown>();
    for (let i = 0; i < TRIES; i++) {
      const drawn = this.#parameters.map((one) => {
        if (!one.strict) return [one.name, one.sample(state)] as const;
        if (!strict.has(one.name)) strict.set(one.name, one.sample(state));
        return [one.name, strict.get(one.name)] as const;
      });
      const params = resolveAliases(Object.fromEntries(drawn));
      this.#generated++;
      const fits =
        this.#constraints.every((constraint) => constraint(params)) &&
        this.#tensors.every((tensor) => tensor.satisfiesConstraints(params));
      if (fits) return params;
      this.#rejections++;
    }
    throw valueError('Failed to generate a set of valid parameters.');
  }
}
