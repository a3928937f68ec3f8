import { setImmediate } from 'node:timers/promises';
import { closeAll } from './callback';
import { clipGradients } from './clip';
import { scope } from '../tensor-methods';
import { type BatchIterator, iteratorOf, lengthOf, ownsBatches, tensorsIn } from './batch';
import { type Finding, checkBatch, checkGradients, checkSetup } from './checks';
import { loadRun, saveRun } from './checkpoint';
import { TrainingError, notFinite } from './errors';
import { evaluate } from './evaluate';
import type { EndReason, EpochEndEvent, Evaluation, History, TrainingEvent } from './events';
import type { Batches, FitOptions, Settings } from './options';
import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { RunContext } from './run-context';
import { Rate } from './rate';
import { type Computed, compute } from './step';
import { Tally } from './tally';
import { Gate } from './gate';
import { manualSeed } from '../random';

/** One call of `fit`, from its first event to its last. */
export class Run<B> implements RunContext {
  readonly history: History = { epochs: [], losses: [], step: 0, reason: 'finished' };
  readonly gate = new Gate();
  readonly tally: Tally;
  lastCheckpoint: string | null = null;
  epoch = 0;
  step = 0;
  /** Batches done in this epoch. */
  batch = 0;
  #checked = false;
  #stopping = false;
  #pending = 0;
  readonly #rate = new Rate();
  #gradNorm: number | null = null;

  constructor(
    readonly settings: Settings<B>,
    readonly loader: Batches<B>,
    readonly options: FitOptions<B>,
    readonly publish: (event: TrainingEvent) => void,
  ) {
    this.tally = new Tally(settings.metrics);
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

  async save(path: string): Promise<void> {
    if (this.#pending > 0) {
      throw new TrainingError('a checkpoint cannot be written in the middle of a step', { code: 'ERR_TRAINING_BUSY' });
    }
    saveRun(this, path);
    this.lastCheckpoint = path;
    await this.emit({ type: 'checkpoint', epoch: this.epoch, step: this.step, path });
  }

  async warn(message: string): Promise<void> {
    await this.emit({ type: 'warning', epoch: this.epoch, step: this.step, message });
  }

  async emit(event: TrainingEvent): Promise<void> {
    for (const callback of this.settings.callbacks) {
      const done = callback.on(event, this);
      if (done) await done;
    }
    this.publish(event);
  }

  /** Runs to the end. Callbacks are closed whatever happens. */
  async go(): Promise<History> {
    const { callbacks } = this.settings;
    try {
      await this.#all();
    } catch (error) {
      // What a callback fails with now would hide what ended the run.
      await closeAll(callbacks).catch(() => undefined);
      throw error;
    }
    await closeAll(callbacks);
    return this.history;
  }

  async #all(): Promise<void> {
    try {
      this.options.signal?.throwIfAborted();
      await this.#start();
      while (!this.#over && this.epoch < this.settings.maxEpochs) await this.#runEpoch();
      await this.#end(this.#stopping ? 'stopped' : 'finished');
    } catch (error) {
      if (this.options.signal?.aborted) await this.#end('aborted');
      throw error;
    }
  }

  get #over(): boolean {
    return this.#stopping || this.step >= this.settings.maxSteps;
  }

  async #start(): Promise<void> {
    const { settings, options } = this;
    if (settings.seed !== null) manualSeed(settings.seed);
    if (settings.device !== null) settings.model.to(settings.device);
    await this.#report(settings.checks === 'off' ? [] : checkSetup(settings));
    const resumeFrom = options.resumeFrom ?? null;
    if (resumeFrom !== null) loadRun(this, resumeFrom);
    await this.emit({
      type: 'start',
      epoch: this.epoch,
      step: this.step,
      maxEpochs: settings.maxEpochs,
      maxSteps: settings.maxSteps,
      batches: lengthOf(this.loader),
      parameters: settings.model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0),
      resumed: resumeFrom !== null,
    });
  }

  async #end(reason: EndReason): Promise<void> {
    this.history.reason = reason;
    await this.emit({ type: 'end', epoch: this.epoch, step: this.step, reason });
  }

  async #report(findings: readonly Finding[]): Promise<void> {
    for (const { certain, message } of findings) {
      if (certain && this.settings.checks === 'error') {
        throw new TrainingError(message, { code: 'ERR_TRAINING_CHECK', step: this.step });
      }
      await this.warn(message);
    }
  }

  async #runEpoch(): Promise<void> {
    const started = performance.now();
    const skip = await this.#openEpoch();
    const iterator = iteratorOf(this.loader);
    let whole = false;
    try {
      whole = await this.#batches(iterator, skip);
    } finally {
      await iterator.return?.();
    }
    if (this.#pending > 0 && whole) await this.#optimizerStep(null);
    if (whole) await this.#closeEpoch((performance.now() - started) / 1000);
  }

  /** Returns how many batches to leave out: those that a loader without a state gives again. */
  async #openEpoch(): Promise<number> {
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
      this.options.signal?.throwIfAborted();
      // Gradients that are being gathered are in no checkpoint: a run pauses and ends between two steps.
      if (this.#pending === 0) {
        await this.#waitForTurn();
        if (this.#over) return false;
      }
      const next = await iterator.next();
      if (next.done) return true;
      if (skip > 0) {
        skip--;
      } else {
        await this.#runBatch(next.value);
      }
      if (dispose) for (const tensor of tensorsIn(next.value)) tensor.dispose();
    }
  }

  async #waitForTurn(): Promise<void> {
    if (!this.gate.closed) return;
    await this.emit({ type: 'paused', epoch: this.epoch, step: this.step });
    await this.gate.wait(this.options.signal);
    this.options.signal?.throwIfAborted();
    await this.emit({ type: 'resumed', epoch: this.epoch, step: this.step });
  }

  async #runBatch(batch: B): Promise<void> {
    const findings: Finding[] = [];
    const loss = scope(() => this.#forwardBackward(batch, findings));
    await this.#report(findings);
    this.#checked = true;
    if (loss === null) await this.warn(`the loss of batch ${this.batch} was not finite: the batch is left out`);
    this.batch++;
    if (this.#pending >= this.settings.accumulate) await this.#optimizerStep(loss);
  }

  /** One batch up to its gradients. Returns its loss, or null if it is to be left out. */
  #forwardBackward(batch: B, findings: Finding[]): number | null {
    const { settings } = this;
    if (this.#pending === 0) settings.optimizer.zeroGrad();
    const computed = compute(settings, batch);
    const checking = !this.#checked && settings.checks !== 'off';
    if (checking) {
      findings.push(...checkBatch(settings, computed));
      if (settings.checks === 'error' && findings.some(({ certain }) => certain)) return NaN;
    }
    const loss = Number(computed.loss.item());
    if (!Number.isFinite(loss) && settings.onNaN !== 'ignore') return this.#onNaN(loss);
    this.#backward(computed);
    if (checking) findings.push(...checkGradients(settings));
    this.tally.add(loss, computed);
    this.#rate.add(computed.samples);
    this.#pending++;
    return loss;
  }

  #backward({ loss }: Computed): void {
    const { accumulate, scaler } = this.settings;
    const shared = accumulate > 1 ? loss.div(accumulate) : loss;
    (scaler ? scaler.scale(shared) : shared).backward();
  }

  #onNaN(loss: number): null {
    if (this.settings.onNaN === 'skip') return null;
    throw notFinite(loss, this);
  }

  /** One step with the gradients that were gathered. */
  async #optimizerStep(loss: number | null): Promise<void> {
    const { settings } = this;
    scope(() => this.#applyGradients());
    this.#pending = 0;
    this.step++;
    this.history.step = this.step;
    this.history.losses.push(loss ?? this.tally.result.loss);
    if (settings.scheduler?.interval === 'step') settings.scheduler.scheduler.step();
    if (loss !== null && this.step % settings.logEvery === 0) await this.#log(loss);
  }

  #applyGradients(): void {
    const { optimizer, scaler, clipGradNorm } = this.settings;
    if (clipGradNorm !== null) {
      scaler?.unscale_(optimizer);
      this.#gradNorm = clipGradients(optimizer, clipGradNorm);
    }
    if (scaler) {
      scaler.step(optimizer);
      scaler.update();
    } else {
      optimizer.step();
    }
  }

  async #log(loss: number): Promise<void> {
    const rate = this.#rate.take();
    const { epoch, step, batch, lr } = this;
    const batches = lengthOf(this.loader);
    await this.emit({ type: 'step', epoch, step, batch: batch - 1, batches, loss, lr, rate, gradNorm: this.#gradNorm });
  }

  async #closeEpoch(seconds: number): Promise<void> {
    const train = this.tally.result;
    const validation = await this.#validate();
    this.#stepScheduler(validation ?? train);
    const { epoch, step, lr } = this;
    this.history.epochs.push({ epoch, step, train, validation, lr });
    // What is saved from here on goes on with the next epoch.
    this.epoch++;
    this.batch = 0;
    const event: EpochEndEvent = { type: 'epochEnd', epoch, step, train, validation, lr, seconds };
    await this.emit(event);
  }

  async #validate(): Promise<Evaluation | null> {
    const { validation = null, validateEvery = 1, signal = null } = this.options;
    if (validation === null || (this.epoch + 1) % validateEvery !== 0) return null;
    const result = await evaluate(this.settings, validation, new Tally(this.settings.metrics), signal);
    await this.emit({ type: 'validation', epoch: this.epoch, step: this.step, ...result });
    return result;
  }

  #stepScheduler({ loss }: Evaluation): void {
    const plan = this.settings.scheduler;
    if (!plan || plan.interval === 'step') return;
    if (plan.monitor) plan.scheduler.step(loss);
    else plan.scheduler.step();
  }
}
