import { bool, choice, either, float, keyword, nullable, str, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError } from '../../errors';
import type { RandomState } from './random-state';

/** How a parameter is drawn: by name, or choices with their probabilities. */
export type FuzzedDistribution = 'loguniform' | 'uniform' | ReadonlyMap<unknown, number>;

/** The values of all parameters in one draw. */
export type FuzzedParameters = Readonly<Record<string, unknown>>;

/** What {@link FuzzedParameter} takes. */
export interface FuzzedParameterOptions {
  /** The lower bound, which can be drawn. @defaultValue null */
  readonly minval?: number | null;
  /** The upper bound, which can be drawn. @defaultValue null */
  readonly maxval?: number | null;
  /**
   * `'loguniform'`: whole numbers, as often between 1 and 10 as between 10 and 100. `'uniform'`: whole numbers, or any if
   * `continuous`. A `Map` has the values as keys and their probabilities, whose sum is one. It must be given.
   * @defaultValue null
   */
  readonly distribution?: FuzzedDistribution | null;
  /** Is not drawn again when the fuzzer looks for parameters that fit. @defaultValue false */
  readonly strict?: boolean;
  /**
   * Draw fractions too. Python looks whether a bound is written as `1.0`, which JavaScript cannot tell from 1.
   * @defaultValue null, which means: if a bound has a fraction
   */
  readonly continuous?: boolean | null;
}

const isMap = (given: unknown): boolean =>
  given instanceof Map || Object.prototype.toString.call(given) === '[object Map]';

const FIELDS = {
  name: str(),
  minval: nullable(float()),
  maxval: nullable(float()),
  distribution: nullable(
    either(
      choice(['loguniform', 'uniform']),
      value<ReadonlyMap<unknown, number>>('a Map of values and their probabilities', isMap),
    ),
  ),
  strict: bool(false),
  continuous: keyword(nullable(bool())),
};

/** Says that a parameter has the value of another one. It is a choice in the distribution of a {@link FuzzedParameter}. */
export class ParameterAlias {
  /**
   * @param aliasTo the name of the other parameter
   */
  constructor(
    readonly aliasTo: string,
    ...surplus: []
  ) {
    refuseSurplus('ParameterAlias', 1, surplus);
    if (typeof aliasTo !== 'string') throw typeError('ParameterAlias(): expected the name of a parameter');
  }

  toString(): string {
    return `ParameterAlias[alias_to: ${this.aliasTo}]`;
  }
}

/**
 * A number, or a choice, that a {@link Fuzzer} draws for each set of tensors.
 *
 * The numbers are those that Python draws with numpy. Python 2.13 refuses each custom distribution whose probabilities have
 * the sum one, by mistake; here they are taken.
 *
 * @throws TypeError for an unknown distribution, and TorchError for probabilities that have another sum than one
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/utils/benchmark/utils/fuzzer.py
 * @example
 * const { FuzzedParameter, ParameterAlias } = torch.utils.benchmark;
 * const rows = new FuzzedParameter('rows', 4, 1024, 'loguniform');
 * // Either one column, or as many as there are rows.
 * const columns = new FuzzedParameter('columns', {
 *   distribution: new Map<unknown, number>([
 *     [1, 0.5],
 *     [new ParameterAlias('rows'), 0.5],
 *   ]),
 * });
 */
export class FuzzedParameter {
  /** The name by which the sizes of tensors refer to it. */
  readonly name: string;
  /** Whether it keeps its value while the fuzzer looks for parameters that fit. */
  readonly strict: boolean;
  readonly #bounds: readonly [number | null, number | null];
  readonly #distribution: FuzzedDistribution;
  readonly #continuous: boolean;

  constructor(
    ...args: [
      name: string,
      ...optional: Mixed<
        [minval?: number | null, maxval?: number | null, distribution?: FuzzedDistribution | null, strict?: boolean],
        FuzzedParameterOptions
      >,
    ]
  ) {
    const { name, minval, maxval, distribution, strict, continuous } = readArguments('FuzzedParameter', FIELDS, args);
    if (distribution === null) {
      throw valueError(`FuzzedParameter '${name}': expected a distribution: 'loguniform', 'uniform' or a Map`);
    }
    this.name = name;
    this.strict = strict;
    this.#bounds = [minval, maxval];
    this.#distribution = distribution;
    this.#continuous = continuous ?? [minval, maxval].some((bound) => bound !== null && !Number.isInteger(bound));
    if (typeof distribution === 'string') this.#requireBounds(distribution);
    else checkChoices(distribution, minval, maxval);
  }

  #requireBounds(distribution: string): void {
    const [low, high] = this.#bounds;
    if (low === null || high === null) {
      throw valueError(`FuzzedParameter '${this.name}': the distribution '${distribution}' needs minval and maxval`);
    }
    if (!Number.isFinite(low) || !Number.isFinite(high) || low > high || (distribution === 'loguniform' && low <= 0)) {
      throw valueError(
        `FuzzedParameter '${this.name}': expected finite bounds${distribution === 'loguniform' ? ' above 0' : ''}, ` +
          `minval not above maxval, got ${low} and ${high}`,
      );
    }
  }

  /** Draws a value. @internal */
  sample(state: RandomState): unknown {
    const distribution = this.#distribution;
    if (typeof distribution !== 'string') {
      return [...distribution.keys()][state.choice([...distribution.values()])];
    }
    const [low, high] = this.#bounds as readonly [number, number];
    if (distribution === 'loguniform') {
      const drawn = Math.trunc(2 ** state.uniform(Math.log2(low), Math.log2(high)));
      return Math.min(Math.max(drawn, low), high);
    }
    return this.#continuous ? state.uniform(low, high) : state.randint(low, high + 1);
  }
}

function checkChoices(choices: ReadonlyMap<unknown, unknown>, minval: number | null, maxval: number | null): void {
  const probabilities = [...choices.values()];
  if (!probabilities.every((one): one is number => typeof one === 'number' && !Number.isNaN(one))) {
    throw typeError('FuzzedParameter(): the values of a distribution are probabilities, hence numbers');
  }
  if (probabilities.some((one) => one < 0)) throw valueError('Probabilities cannot be negative');
  const sum = probabilities.reduce((total, one) => total + one, 0);
  if (Math.abs(sum - 1) > 1e-5) throw valueError('Distribution is not normalized');
  if (minval !== null) throw valueError("When passing a custom distribution, 'minval' must be None");
  if (maxval !== null) throw valueError("When passing a custom distribution, 'maxval' must be None");
}

/** The parameters with the values of those that they stand for. @internal */
export function resolveAliases(params: FuzzedParameters): FuzzedParameters {
  const resolved: Record<string, unknown> = { ...params };
  const aliases = (): number => Object.values(resolved).filter((one) => one instanceof ParameterAlias).length;
  for (let count = aliases(); count > 0; ) {
    for (const [name, one] of Object.entries(resolved)) {
      if (!(one instanceof ParameterAlias)) continue;
      if (!Object.hasOwn(resolved, one.aliasTo)) {
        throw valueError(`parameter '${name}' stands for '${one.aliasTo}', which there is not`);
      }
      resolved[name] = resolved[one.aliasTo];
    }
    const left = aliases();
    if (left === count) throw valueError(`ParameterAlias cycle detected: ${Object.keys(params).join(', ')}`);
    count = left;
  }
  return resolved;
}
