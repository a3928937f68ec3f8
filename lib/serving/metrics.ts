/** Counters and histograms in the text that Prometheus reads. */

/** How a request has ended. */
export type Outcome = 'ok' | 'error' | 'busy' | 'timeout' | 'aborted';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

class Histogram {
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(readonly bounds: readonly number[]) {
    this.#counts = bounds.map(() => 0);
  }

  add(value: number): void {
    this.#sum += value;
    this.#count++;
    const at = this.bounds.findIndex((bound) => value <= bound);
    if (at >= 0) this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  *lines(name: string, labels: string): Generator<string> {
    let below = 0;
    for (const [i, bound] of this.bounds.entries()) {
      below += this.#counts[i] as number;
      yield `${name}_bucket{${labels},le="${bound}"} ${below}`;
    }
    yield `${name}_bucket{${labels},le="+Inf"} ${this.#count}`;
    yield `${name}_sum{${labels}} ${this.#sum}`;
    yield `${name}_count{${labels}} ${this.#count}`;
  }
}

/** The figures of one version. */
class VersionFigures {
  readonly outcomes = new Map<Outcome, number>();
  readonly seconds = new Histogram(SECONDS);
  readonly sizes = new Histogram(SIZES);
  swaps = 0;
}

/** A gauge that is read when somebody asks. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number;
}

/** What a predictor counts. */
export class ServingMetrics {
  readonly #versions = new Map<string, VersionFigures>();
  /** Workers that have died and were replaced. */
  restarts = 0;

  version(name: string): VersionFigures {
    let figures = this.#versions.get(name);
    if (!figures) this.#versions.set(name, (figures = new VersionFigures()));
    return figures;
  }

  request(version: string, outcome: Outcome, seconds: number): void {
    const { outcomes, seconds: histogram } = this.version(version);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (outcome === 'ok') histogram.add(seconds);
  }

  /** A version that is gone takes its figures with it, so that they do not grow without end. */
  forget(version: string): void {
    this.#versions.delete(version);
  }

  text(gauges: readonly Gauge[]): string {
    return [...this.#lines(gauges), ''].join('\n');
  }

  *#lines(gauges: readonly Gauge[]): Generator<string> {
    const all = [...this.#versions].map(([name, figures]) => [`version="${escaped(name)}"`, figures] as const);
    yield* heading('libtorch_requests_total', 'counter', 'Requests, by how they have ended.');
    for (const [labels, { outcomes }] of all) {
      for (const [outcome, n] of outcomes) yield `libtorch_requests_total{${labels},outcome="${outcome}"} ${n}`;
    }
    yield* heading('libtorch_request_seconds', 'histogram', 'How long answered requests took.');
    for (const [labels, { seconds }] of all) yield* seconds.lines('libtorch_request_seconds', labels);
    yield* heading('libtorch_batch_size', 'histogram', 'Inputs of a batch.');
    for (const [labels, { sizes }] of all) yield* sizes.lines('libtorch_batch_size', labels);
    yield* heading('libtorch_swaps_total', 'counter', 'How often weights were replaced.');
    for (const [labels, { swaps }] of all) yield `libtorch_swaps_total{${labels}} ${swaps}`;
    yield* heading('libtorch_worker_restarts_total', 'counter', 'Workers that have died and were replaced.');
    yield `libtorch_worker_restarts_total ${this.restarts}`;
    for (const { name, help, value } of gauges) {
      yield* heading(name, 'gauge', help);
      yield `${name} ${value}`;
    }
  }
}

function* heading(name: string, type: string, help: string): Generator<string> {
  yield `# HELP ${name} ${help}`;
  yield `# TYPE ${name} ${type}`;
}

const escaped = (label: string): string =>
  label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
