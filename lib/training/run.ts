import { stepAfterEpoch } from './scheduler-plan';
import { setImmediate } from 'node:timers/promises';
import { scope } from '../ops/tensor-methods';
import { type Batches, type BatchIterator, iteratorOf, lengthOf, ownsBatches, setEpochOf, tensorsIn } from './batch';
import { type Finding, checkBatch, checkGradients, checkSetup } from './checks';
import { loadRun, saveTogether, undone } from './training-checkpoint';
import { TrainingError, checkFailed, noBatches, notCalled, notFinite } from './errors';
import { evaluate } from './evaluate';
import type { EndEvent, EndReason, EpochEndEvent, Evaluation, History, TrainingEvent } from './events';
import { lastCheckpointOf } from './resume';
import { warmupOf } from './warmup';
import type { SchedulerLike } from './options';
import type { FitSettings, Settings } from './settings';
import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { RunContext } from './run-context';
import { Listeners } from './listeners';
import { Rate } from './rate';
import { type Inspect, compute } from './step';
import { AbortedElsewhere, Agreement } from './strategy/agreement';
import { type Strategy, sharesOf } from './strategy/strategy';
import { Tally, checkMergeable } from './tally';
import { Gate } from './gate';
import { Window } from './window';
import { manualSeed } from '../tensor/generator';

/** One call of `fit`, from its first event to its last. */
export class Run<B> implements RunContext {
  readonly history: History = { epochs: [], losses: [], step: 0, reason: 'finished' };
  readonly gate = new Gate();
  readonly tally: Tally;
  lastCheckpoint: string | null = null;
  /** What lets the learning rate grow at first. */
  warmup: SchedulerLike | null = null;
  epoch = 0;
  step = 0;
  /** Batches done in this epoch. */
  batch = 0;
  /** Whether this epoch's batches are all done, so that it has only to be closed. */
  drained = false;
  #checked = false;
  #stopping = false;
  readonly #window: Window<B>;
  readonly #rate = new Rate();
  readonly #listeners: Listeners;
  readonly #agreement: Agreement;
  /** The settings with the model whose forward is called in training. */
  #training: Settings<B>;
  #validation: Batches<B> | null;
  /** This rank's share of what it was given. */
  loader: Batches<B>;
  /** Whether another rank had no more batches in this epoch, while this one had. */
  cutShort = false;

  constructor(
    readonly settings: Settings<B>,
    readonly strategy: Strategy,
    loader: Batches<B>,
    readonly options: FitSettings<B>,
    readonly publish: (event: TrainingEvent) => void,
  ) {
    this.tally = new Tally(settings.metrics);
    this.#window = new Window(settings);
    this.#listeners = new Listeners(settings.callbacks, strategy);
    this.#training = settings;
    this.#validation = options.validation;
    this.loader = loader;
    this.#agreement = new Agreement(strategy, () => ({
      stop: this.#stopping,
      pause: this.gate.closed,
      abort: options.signal?.aborted ?? false,
    }));
  }

  get rank(): number {
    return this.strategy.rank;
  }

  get size(): number {
    return this.strategy.size;
  }

  get model(): Module {
    return this.settings.model;
  }

  get optimizer(): Optimizer {
    return this.settings.optimizer;
  }

  get lr(): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => (typeof lr === 'number' ? lr : Number(lr.item())));
  }

  stop(): void {
    this.#stopping = true;
    this.gate.open();
  }

  pause(): void {
    if (!this.#over) this.gate.close();
  }

  resume(): void {
    this.gate.open();
  }

  async save(path: string): Promise<void> {
    if (!this.#window.empty) {
      throw new TrainingError('a checkpoint cannot be written in the middle of a step', { code: 'ERR_TRAINING_BUSY' });
    }
    await saveTogether(this, path);
    this.lastCheckpoint = path;
    await this.emit({ type: 'checkpoint', epoch: this.epoch, step: this.step, path });
  }

  async warn(message: string): Promise<void> {
    await this.emit({ type: 'warning', epoch: this.epoch, step: this.step, message });
  }

  async emit(event: TrainingEvent): Promise<void> {
    await this.#listeners.hear(event, this);
    this.publish(event);
  }

  /** Runs to the end. Callbacks are closed whatever happens. */
  async go(): Promise<History> {
    try {
      await this.#all();
    } catch (error) {
      const told = await this.strategy.fail(error);
      this.#listeners.fail(told, this);
      // What a callback fails with now would hide what ended the run.
      await this.#listeners.close().catch(() => undefined);
      throw told;
    }
    await this.#listeners.close();
    return this.history;
  }

  async #all(): Promise<void> {
    try {
      if (!(await this.#join())) this.options.signal?.throwIfAborted();
      await this.#start();
      while (!(await this.#ended()) && this.epoch < this.settings.maxEpochs) await this.#runEpoch();
      const { abort, stop } = this.#agreement;
      if (abort) this.options.signal?.throwIfAborted();
      await this.#end(abort ? 'aborted' : stop ? 'stopped' : 'finished');
    } catch (error) {
      const { signal } = this.options;
      if (error instanceof AbortedElsewhere) return await this.#end('aborted');
      if (signal?.aborted && error === signal.reason) await this.#end('aborted');
      throw error;
    }
  }

  get #over(): boolean {
    return this.#agreement.stop || this.#agreement.abort || this.step >= this.settings.maxSteps;
  }

  /** Whether no further epoch begins: callbacks of some ranks may have had enough. */
  async #ended(): Promise<boolean> {
    // What they have agreed on is not asked again: one that was aborted is on its way out.
    if (this.#agreement.needed && !this.#over) await this.#agreement.ask(false);
    return this.#over;
  }

  /** Joins the other ranks, if there are any, and takes this one's share. */
  async #join(): Promise<boolean> {
    const { strategy, settings, options } = this;
    await strategy.setUp();
    const { loader, validation, warning } = sharesOf(strategy, this.loader, options.validation, settings.seed);
    [this.loader, this.#validation] = [loader, validation];
    if (warning !== null) await this.warn(warning);
    if (this.#agreement.needed) checkMergeable(settings.metrics);
    return this.#agreement.needed;
  }

  async #start(): Promise<void> {
    const { settings, options } = this;
    if (settings.seed !== null) manualSeed(BigInt(settings.seed) + BigInt(this.rank));
    if (settings.device !== null) settings.model.to(settings.device);
    await this.#report(settings.checks === 'off' ? [] : checkSetup(settings));
    if (settings.warmup > 1) this.warmup = warmupOf(settings.optimizer, settings.warmup);
    const resumeFrom = options.resumeFrom ?? lastCheckpointOf(settings.callbacks, options.resume);
    if (resumeFrom !== null) loadRun(this, resumeFrom);
    const model = this.strategy.wrap(settings.model);
    if (model !== settings.model) this.#training = { ...settings, model };
    const parameters = settings.model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0);
    const [{ maxEpochs, maxSteps }, { epoch, step, loader }] = [settings, this];
    const limits = { maxEpochs, maxSteps, batches: lengthOf(loader), parameters, resumed: resumeFrom !== null };
    await this.emit({ type: 'start', epoch, step, ...limits });
  }

  async #end(reason: EndReason): Promise<void> {
    this.history.reason = reason;
    const event: EndEvent = { type: 'end', epoch: this.epoch, step: this.step, reason };
    await this.emit(event);
    await this.#listeners.save(event, this);
    await this.#listeners.finish(this);
  }

  async #report(findings: readonly Finding[]): Promise<void> {
    for (const { certain, message } of findings) {
      if (certain && this.settings.checks === 'error') {
        throw checkFailed(message, this.step);
      }
      await this.warn(message);
    }
  }

  async #runEpoch(): Promise<void> {
    const started = performance.now();
    if (!this.drained) await this.#drain();
    if (this.drained) await this.#closeEpoch((performance.now() - started) / 1000);
  }

  /** Trains on the batches of an epoch, up to its end or to where the run is stopped. */
  async #drain(): Promise<void> {
    const skip = await this.#openEpoch();
    const iterator = iteratorOf(this.loader);
    try {
      this.drained = await this.#batches(iterator, skip);
    } finally {
      await iterator.return?.();
    }
    if (!this.drained) return;
    if (this.batch === 0) throw noBatches(this);
    if (this.#window.empty) return;
    // Those of a whole window are averaged by its last backward.
    if (this.#agreement.needed) await this.strategy.averageGradients(this.optimizer);
    await this.#optimizerStep();
  }

  /** Returns how many batches to leave out: those that a loader without a state gives again. */
  async #openEpoch(): Promise<number> {
    this.cutShort = false;
    this.#window.begin(this.epoch);
    setEpochOf(this.loader, this.epoch);
    if (this.batch === 0) {
      this.tally.reset();
      await this.emit({ type: 'epochStart', epoch: this.epoch, step: this.step });
      return 0;
    }
    return 'loadStateDict' in this.loader ? 0 : this.batch;
  }

  /** Whether the loader came to its end. */
  async #batches(iterator: BatchIterator<B>, skip: number): Promise<boolean> {
    const dispose = this.settings.disposeBatches ?? ownsBatches(this.loader);
    while (true) {
      // The event loop's turn: a server in this thread answers between two steps.
      await setImmediate();
      if (!this.#agreement.needed || this.#agreement.abort) this.options.signal?.throwIfAborted();
      // Gradients that are being gathered are in no checkpoint: a run pauses and ends between two steps.
      if (this.#window.empty) {
        await this.#waitForTurn();
        if (this.#over) return false;
      }
      const next = await iterator.next();
      const drained = this.#agreement.needed ? await this.#drainedAnywhere(next.done ?? false) : next.done;
      if (!drained && skip > 0) skip--;
      else if (!drained) await this.#runBatch(await next.value);
      if (dispose && !next.done) for (const tensor of tensorsIn(await next.value)) tensor.dispose();
      if (drained) return true;
    }
  }

  /** An epoch ends for all ranks where the first has no more batches: what others have left is left out. */
  async #drainedAnywhere(done: boolean): Promise<boolean> {
    const { drained } = await this.#agreement.ask(done);
    if (!drained || done) return drained;
    this.cutShort = true;
    await this.warn(`in epoch ${this.epoch} another rank has fewer batches: this one leaves out what it has more`);
    return true;
  }

  async #waitForTurn(): Promise<void> {
    if (!this.#agreement.pause) return;
    await this.emit({ type: 'paused', epoch: this.epoch, step: this.step });
    if (this.#agreement.needed) await this.#agreement.resumed(() => this.#over);
    else await this.gate.wait(this.options.signal);
    if (!this.#agreement.needed || this.#agreement.abort) this.options.signal?.throwIfAborted();
    await this.emit({ type: 'resumed', epoch: this.epoch, step: this.step });
  }

  async #runBatch(batch: B): Promise<void> {
    const findings: Finding[] = [];
    let fits: boolean;
    try {
      fits = scope(() => this.#step(batch, findings));
    } finally {
      // What was found may say why the loss has failed.
      await this.#report(findings);
    }
    if (!this.#checked && !this.strategy.called) throw notCalled(this.step);
    this.#checked = true;
    if (!fits) await this.warn(`the loss of batch ${this.batch} was not finite: the batch is left out`);
    this.batch++;
    if (this.#window.full) await this.#optimizerStep();
  }

  /** Gradients that are not for a step yet need not travel. */
  #step(batch: B, findings: Finding[]): boolean {
    const body = (): boolean => this.#forwardBackward(batch, findings);
    return this.#window.filling ? this.strategy.alone(body) : body();
  }

  /** One batch up to its gradients. Returns false if it is to be left out. */
  #forwardBackward(batch: B, findings: Finding[]): boolean {
    const { settings } = this;
    if (this.#window.empty) settings.optimizer.zeroGrad();
    const checking = !this.#checked && settings.checks !== 'off';
    const inspect: Inspect = (computed) => this.#judge(findings, checkBatch(settings, computed));
    const computed = compute(this.#training, batch, checking ? inspect : null);
    const loss = Number(computed.loss.item());
    if (this.#unfit(loss)) return this.#onNaN(loss);
    this.#window.add(computed.loss, loss, this);
    if (checking) findings.push(...checkGradients(settings));
    this.tally.add(loss, computed);
    this.#rate.add(computed.samples);
    return true;
  }

  /** Keeps what was found; what is wrong for certain ends the step before its loss is computed. */
  #judge(findings: Finding[], found: readonly Finding[]): void {
    findings.push(...found);
    const wrong = found.find(({ certain }) => certain);
    if (wrong && this.settings.checks === 'error') throw checkFailed(wrong.message, this.step);
  }

  /** Whether the batch is to be left out, or ends the run. A backward of all ranks needs all of them. */
  #unfit(loss: number): boolean {
    const { onNaN } = this.settings;
    const wrong = onNaN !== 'ignore' && !Number.isFinite(loss);
    return onNaN === 'skip' ? this.#agreement.anyNow(wrong) : wrong;
  }

  #onNaN(loss: number): false {
    if (this.settings.onNaN !== 'skip') throw notFinite(loss, this);
    return false;
  }

  /** One step with the gradients that were gathered. */
  async #optimizerStep(): Promise<void> {
    const { scheduler, logEvery } = this.settings;
    const own = scope(() => this.#window.step());
    this.step++;
    const loss = this.#agreement.needed ? await this.#agreement.mean(own) : own;
    this.history.step = this.step;
    this.history.losses.push(loss);
    if (scheduler?.interval === 'step' && !this.#listeners.ownLearningRate(this)) scheduler.scheduler.step();
    if (this.step <= this.settings.warmup) this.warmup?.step();
    this.#listeners.afterStep(this);
    if (this.step % logEvery === 0) await this.#log(loss);
    await this.#listeners.save({ type: 'step' }, this);
  }

  async #log(loss: number): Promise<void> {
    const rate = this.#rate.take() * this.size;
    const { epoch, step, batch, lr } = this;
    const [{ gradNorm }, batches] = [this.#window, lengthOf(this.loader)];
    await this.emit({ type: 'step', epoch, step, batch: batch - 1, batches, loss, lr, rate, gradNorm });
  }

  async #closeEpoch(seconds: number): Promise<void> {
    const train = await this.#agreement.together(this.tally);
    const validation = await this.#validate();
    if (!this.#listeners.ownLearningRate(this)) stepAfterEpoch(this.settings.scheduler, validation ?? train);
    const { epoch, step, lr } = this;
    this.history.epochs.push({ epoch, step, train, validation, lr });
    // What is saved from here on goes on with the next epoch.
    this.epoch++;
    this.batch = 0;
    this.drained = false;
    const event: EpochEndEvent = { type: 'epochEnd', epoch, step, train, validation, lr, seconds };
    await this.emit(event);
    await this.#listeners.save(event, this);
  }

  async #validate(): Promise<Evaluation | null> {
    const { validateEvery, signal } = this.options;
    const validation = this.#validation;
    await this.strategy.shareBuffers(this.model);
    if (validation === null || (this.epoch + 1) % validateEvery !== 0) return null;
    const tally = new Tally(this.settings.metrics);
    const end = this.#listeners.validating(this);
    const pass = (): Promise<Evaluation> => evaluate(this.settings, validation, tally, signal, this.strategy);
    const result = await undone(this, pass).finally(end);
    await this.emit({ type: 'validation', epoch: this.epoch, step: this.step, ...result });
    return result;
  }
}
