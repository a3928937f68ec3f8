import { type Assignment, type Expression, evaluate, number, over, plus, symbol, symbolsIn, times } from './expression';
import type { Shapes } from './shapes';

/** An expression and its value in each run. */
interface Known {
  readonly expression: Expression;
  readonly values: readonly number[];
}

/** The largest divisor that is tried: strides of models, all of them multiplied. */
const MOST = 64;
const DIVISORS = Array.from({ length: MOST - 1 }, (_, i) => i + 2);
const FACTORS = [1, 2, 3, 4];

/**
 * Finds how numbers depend on sizes. A forward has run with several sizes of its dynamic dimensions; a number that differed
 * between the runs is looked for among the forms that shapes have: products of sizes, their sums, halves rounded down.
 */
export class Fitter {
  readonly #known: Known[] = [];
  readonly #found = new Map<string, Expression | null>();
  #products: readonly Known[] | undefined;

  constructor(
    { symbols }: Pick<Shapes, 'symbols'>,
    private readonly runs: readonly Assignment[],
  ) {
    for (const { name } of symbols) this.learn(symbol(name));
  }

  /** An expression of which others may be made: the size of a tensor that is known from how it was computed. */
  learn(expression: Expression): void {
    const values = this.runs.map((run) => evaluate(expression, run));
    const key = values.join();
    if (this.#known.some((known) => known.values.join() === key)) return;
    this.#known.push({ expression, values });
    this.#products = undefined;
    this.#found.clear();
  }

  /** The expression with these values, one for each run; null if there is none of the forms that are known. */
  fit(values: readonly number[]): Expression | null {
    if (values.every((value) => value === values[0])) return number(values[0] as number);
    const key = values.join();
    let found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, (found = this.#search(values)));
    return found;
  }

  #search(values: readonly number[]): Expression | null {
    if (!values.every(Number.isSafeInteger)) return null;
    const products = (this.#products ??= this.#multiply());
    const plain: Known = { expression: number(1), values: values.map(() => 1) };
    return (
      first(products, (one) => linear(one, values)) ??
      first(products, (one) => first(products, (other) => sum(one, other, values))) ??
      // The simplest quotient of all that fit.
      first(DIVISORS, (c) =>
        first([plain, ...products], (factor) => first(this.#known, (one) => floored(one, values, factor, c))),
      )
    );
  }

  /** What is known, and products of two or three with symbols of their own. */
  #multiply(): readonly Known[] {
    const all = [...this.#known];
    let last: readonly Known[] = this.#known;
    for (let count = 2; count <= 3; count++) {
      last = last.flatMap((product) =>
        this.#known
          .filter((one) => this.#known.indexOf(one) > this.#known.indexOf(product) && disjoint(product, one))
          .map((one) => ({
            expression: times(product.expression, one.expression),
            values: product.values.map((value, i) => value * (one.values[i] as number)),
          })),
      );
      all.push(...last);
    }
    return all;
  }
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function disjoint(a: Known, b: Known): boolean {
  const symbols = symbolsIn(a.expression);
  return [...symbolsIn(b.expression)].every((name) => !symbols.has(name));
}

/** a·x + b */
function linear({ expression, values: x }: Known, values: readonly number[]): Expression | null {
  const at = x.findIndex((value) => value !== x[0]);
  if (at < 0) return null;
  const a = ((values[at] as number) - (values[0] as number)) / ((x[at] as number) - (x[0] as number));
  const b = (values[0] as number) - a * (x[0] as number);
  if (!Number.isInteger(a) || !Number.isInteger(b) || a === 0) return null;
  if (!values.every((value, i) => value === a * (x[i] as number) + b)) return null;
  return plus(times(expression, number(a)), number(b));
}

/** a·x + y + b, and a·x − y + b */
function sum(one: Known, other: Known, values: readonly number[]): Expression | null {
  if (one === other) return null;
  for (const sign of [1, -1]) {
    const rest = linear(
      one,
      values.map((value, i) => value - sign * (other.values[i] as number)),
    );
    if (rest) return plus(rest, times(other.expression, number(sign)));
  }
  return null;
}

/** factor · ⌊(a·x + b) / c⌋ */
function floored(
  { expression, values: x }: Known,
  values: readonly number[],
  factor: Known,
  c: number,
): Expression | null {
  const quotients = values.map((value, i) => value / (factor.values[i] as number));
  // A constant may stand before it, as in 2·⌊x / 2⌋.
  for (const scale of FACTORS) {
    const wanted = quotients.map((value) => value / scale);
    if (!wanted.every(Number.isInteger)) continue;
    for (const a of FACTORS) {
      const b = offset(x, wanted, a, c);
      if (b === null) continue;
      const inner = over(plus(times(expression, number(a)), number(b)), c);
      return times(times(factor.expression, number(scale)), inner);
    }
  }
  return null;
}

/** The b nearest to 0 with ⌊(a·x + b) / c⌋ = y in all runs, or null. */
function offset(x: readonly number[], y: readonly number[], a: number, c: number): number | null {
  let [low, high] = [-Infinity, Infinity];
  for (const [i, wanted] of y.entries()) {
    low = Math.max(low, c * wanted - a * (x[i] as number));
    high = Math.min(high, c * wanted + c - 1 - a * (x[i] as number));
  }
  if (low > high) return null;
  if (low <= 0 && high >= 0) return 0;
  return low > 0 ? low : high;
}
