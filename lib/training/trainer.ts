import { refuseSurplus } from '../arguments/read';
import { isTensor, type Tensor } from '../ops/tensor-methods';
import { TrainingError } from './errors';
import { evaluate, predict } from './evaluate';
import type { Evaluation } from './events';
import { Fit } from './fit';
import type { Module } from '../nn/index';
import type { Batches } from './batch';
import type { Accepted, FitOptions, Inputs, Pair, PassOptions, TrainerOptions } from './options';
import { type Settings, fitSettings, passSettings, settingsOf } from './settings';
import { Chosen } from './strategy/choose';
import { limits } from './limits';
import { Tally } from './tally';

/**
 * A training loop: forward, backward, step, and around them metrics, validation, checkpoints and events. Each step runs
 * in a scope, so that memory stays flat, and between two steps the event loop has its turn.
 *
 * It is a convenience: everything that it does can be written by hand with public parts, and gives the same numbers.
 *
 * @typeParam B - What the loader yields: `[input, target]` for the default step, else what `trainingStep` says it takes.
 * @typeParam M - The model.
 * @example
 * const trainer = new training.Trainer({
 *   model,
 *   loss: new nn.CrossEntropyLoss(),
 *   optimizer: new optim.Adam(model.parameters(), { lr: 0.001 }),
 *   metrics: { accuracy: new training.Accuracy() },
 *   maxEpochs: 5,
 * });
 * const history = await trainer.fit(trainLoader, { validation: testLoader });
 * console.log(history.epochs.at(-1)?.validation?.metrics.accuracy);
 */
export class Trainer<B = Pair, M extends Module = Module> {
  /** The model that is trained. */
  readonly model: M;
  readonly #settings: Settings<B>;
  readonly #chosen: Chosen;
  #running = false;

  constructor(options: TrainerOptions<B, M>, ...surplus: []) {
    refuseSurplus('Trainer', 1, surplus);
    this.#settings = settingsOf<B>(options as unknown as TrainerOptions<B>);
    this.model = options.model;
    this.#chosen = new Chosen(this.#settings.strategy);
  }

  /**
   * Trains. Await it for the history, or iterate it for the events; the run goes on either way.
   *
   * @throws TrainingError where the run cannot go on (see its `code`); the signal's reason where it was aborted; and
   * whatever the model, a callback or a metric has thrown.
   * @example
   * for await (const event of trainer.fit(loader)) {
   *   if (event.type === 'step') console.log(event.step, event.loss);
   * }
   */
  fit(loader: Batches<Accepted<B>>, options: FitOptions<B> = {}, ...surplus: []): Fit {
    refuseSurplus('fit', 2, surplus);
    if (this.#running) throw new TrainingError('this trainer is in a run already', { code: 'ERR_TRAINING_BUSY' });
    const settings = fitSettings<B>(options);
    this.#running = true;
    const limited = limits(this.#settings, loader as Batches<B>, settings);
    return Fit.start(
      limited.settings,
      this.#chosen.strategy,
      limited.loader,
      limited.fit,
      () => (this.#running = false),
    );
  }

  /**
   * The loss and the metrics over a loader, in eval mode and without gradients. In a distributed run each rank sees its share, and
   * all get the result of the whole.
   */
  async evaluate(loader: Batches<Accepted<B>>, options: PassOptions = {}, ...surplus: []): Promise<Evaluation> {
    refuseSurplus('evaluate', 2, surplus);
    const { signal } = passSettings('evaluate', options);
    const { strategy } = this.#chosen;
    try {
      await strategy.setUp();
      const seed = Number(this.#settings.seed ?? 0);
      const { loader: own } = strategy.shard(loader as Batches<B>, 'evaluate', seed);
      return await evaluate(this.#settings, own, new Tally(this.#settings.metrics), signal, strategy);
    } catch (error) {
      throw await strategy.fail(error);
    }
  }

  /**
   * The model's outputs for each batch of a loader, or for one tensor, in eval mode and without gradients. The input is
   * the batch if that is a tensor, else its first item; `predictStep` takes other batches.
   *
   * In a distributed run each rank predicts its share of the batches, and all get the outputs of all, in the order of the loader;
   * a shuffled loader is read in the order of its dataset. A rank predicts alone what it is given where that is one tensor, a stream
   * in the workers of its loader, shared out already (`DistributedSampler`, `ShardedDataset`), or not to be (`shardLoaders: false`). All ranks call it.
   *
   * @returns One tensor for each batch.
   */
  async predict(
    loader: Batches<Accepted<B>> | Batches<Inputs> | Tensor,
    options: PassOptions = {},
    ...surplus: []
  ): Promise<Tensor[]> {
    refuseSurplus('predict', 2, surplus);
    const { signal } = passSettings('predict', options);
    const { strategy } = this.#chosen;
    if (isTensor(loader)) return predict(this.#settings, loader, signal);
    try {
      await strategy.setUp();
      const { loader: own } = strategy.shard(loader as Batches<B>, 'predict', Number(this.#settings.seed ?? 0));
      const shared = strategy.size > 1 && own !== loader;
      return await predict(this.#settings, own, signal, shared ? strategy : null);
    } catch (error) {
      throw await strategy.fail(error);
    }
  }
}
