/** A case that both sides implement under the same name; the figure is the lower the better. */
export interface Case {
  readonly name: string;
  readonly unit: 'ns' | 'us' | 'ms' | 's' | 'MB';
  /** Node / Python, at most. Leave it out where there is no promise. */
  readonly target?: number;
  /** Multiplications and additions, where the arithmetic sets a floor: operations / {@link rate}. */
  readonly flop?: number;
  /** Whether this case, one matrix product, gives the rate for the floors of its suite. */
  readonly rate?: boolean;
  /** Pairs that are measured, after `warmup` that are not. */
  readonly rounds?: number;
  readonly warmup?: number;
}

/** A suite is a folder in bench/suites with `index.ts` (this), `node.ts` and `python.py` (its cases by name). */
export interface Suite {
  readonly title: string;
  readonly cases: readonly Case[];
  /** Threads of both sides; 2 where it is left out. */
  readonly threads?: number;
  /** Where true, each sample is a process of its own (node.cjs, python.py) and its wall time is the figure. */
  readonly processes?: boolean;
}

/** One side's implementation: sets up once, then each call measures once. */
export type Implementation = Readonly<Record<string, () => () => number>>;

export interface Result {
  readonly suite: string;
  readonly name: string;
  readonly unit: string;
  readonly node: number;
  readonly python: number;
  /** Medians of the pairs' ratios, with the quartiles. */
  readonly ratio: number;
  readonly quartiles: readonly [number, number];
  readonly target: number | null;
  readonly rounds: number;
  /** The fastest round of each side. */
  readonly fastest: readonly [node: number, python: number];
  /** The least time that the arithmetic of the case takes at the rate of the suite's matrix product. */
  readonly floor?: number;
}

/** A suite without a counterpart in Python: it measures by itself. */
export interface OwnSuite {
  readonly title: string;
  measure(): Promise<readonly Figure[]>;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A figure as results.json keeps it. */
export type OwnResult = Figure & { readonly suite: string };
