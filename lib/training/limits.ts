import { type Batches, iteratorOf } from './batch';
import type { FitSettings, Settings } from './settings';

/** What a trial run does not need: it writes nothing, and nothing ends it early. */
const LEFT_OUT = new Set(['checkpoints', 'jsonLines', 'csv', 'tensorBoard', 'earlyStopping']);

interface Limited<B> {
  readonly settings: Settings<B>;
  readonly loader: Batches<B>;
  readonly fit: FitSettings<B>;
}

/** A run as `overfitBatches` and `fastDevRun` want it. */
export function limits<B>(settings: Settings<B>, loader: Batches<B>, fit: FitSettings<B>): Limited<B> {
  const { overfitBatches, fastDevRun } = settings;
  if (fastDevRun !== false) {
    const count = fastDevRun === true ? 1 : fastDevRun;
    const callbacks = settings.callbacks.filter(({ name }) => !LEFT_OUT.has(name));
    return {
      settings: { ...settings, callbacks, maxEpochs: 1, maxSteps: Infinity },
      loader: new FirstBatches(loader, count),
      fit: { ...fit, validation: fit.validation && new FirstBatches(fit.validation, count), validateEvery: 1 },
    };
  }
  if (overfitBatches === null) return { settings, loader, fit };
  const kept = new FirstBatches(loader, overfitBatches, true);
  // They are used in each epoch anew.
  const own = { ...settings, disposeBatches: false };
  return { settings: own, loader: kept, fit: { ...fit, validation: fit.validation && kept } };
}

/** The first batches of a loader; with `keep` they are loaded once, and are the same in each epoch. */
class FirstBatches<B> implements AsyncIterable<B> {
  #kept: B[] | null = null;

  constructor(
    readonly loader: Batches<B>,
    readonly count: number,
    readonly keep = false,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<B, void, undefined> {
    if (this.#kept) {
      yield* this.#kept;
      return;
    }
    const batches: B[] = [];
    const iterator = iteratorOf(this.loader);
    try {
      for (let i = 0; i < this.count; i++) {
        const next = await iterator.next();
        if (next.done) break;
        batches.push(await next.value);
        yield batches[i] as B;
      }
    } finally {
      await iterator.return?.();
    }
    if (this.keep) this.#kept = batches;
  }
}
