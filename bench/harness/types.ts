/** What a side runs as a process of its own. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

export type Both<T> = readonly [node: T, python: T];

/** A case that both sides implement under the same name; the figure is the lower the better. */
export interface Case {
  readonly name: string;
  readonly unit: 'ns' | 'us' | 'ms' | 's' | 'MB';
  /** Node / Python, at most. Leave it out where there is no promise. */
  readonly target?: number;
  /** Multiplications and additions: with a rate, the least time that they take. */
  readonly flop?: number;
  /** Bytes that are read and written at least: with a rate, the least time that they take. */
  readonly bytes?: number;
  /** Whether this case, one matrix product or one copy, gives its suite the rate of `flop` or of `bytes`. */
  readonly rate?: 'flop' | 'bytes';
  /** Pairs that are measured, after `warmup` that are not. */
  readonly rounds?: number;
  readonly warmup?: number;
}

/** A suite is a folder in bench/suites with `index.ts` (this), `node.ts` and `python.py` (its cases by name). */
export interface Suite {
  readonly title: string;
  readonly cases: readonly Case[];
  /** Runs only when it is named. */
  readonly onRequest?: boolean;
  /** Threads of both sides; 2 where it is left out. */
  readonly threads?: number;
  /** Each sample is a process of its own, and its wall time the figure: what both sides run in a round. */
  readonly programs?: (name: string, round: number) => Both<Command>;
  /** Of suites with {@link programs}: what both must reach alike for the times to count. */
  readonly quality?: Quality;
}

/** Read from what a program prints. The means over all rounds of a case must lie within `within` of each other. */
export interface Quality {
  readonly name: string;
  readonly within: number;
  read(stdout: string): number;
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
  readonly fastest: Both<number>;
  /** What the suite's {@link Quality} was on average. */
  readonly quality?: { readonly name: string; readonly means: Both<number> };
  /** The least time for the arithmetic of the case, at the rate of the suite's matrix product. */
  readonly floor?: number;
  /** The least time for the bytes of the case, at the rate of the suite's copy. */
  readonly bytesFloor?: number;
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
