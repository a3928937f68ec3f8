import { CALLBACK_ARGUMENTS, type Callback } from '../callback';
import type { TrainingEvent } from '../events';
import { bool, count } from '../../arguments/fields';
import { pathOf } from '../../arguments/files';
import { limitArguments } from '../../arguments/surplus';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { profile } from '../../profiler/profile';
import { schedule, tensorboardTraceHandler } from '../../profiler/schedule';
import { makeFolder } from '../../arguments/whole-files';

/** Which steps the {@link Profiler} records, and what of them. */
export interface ProfilerOptions {
  /** Steps before the first one that is recorded. @defaultValue 1 */
  readonly wait?: number;
  /** Steps in which the profiler gets ready. @defaultValue 1 */
  readonly warmup?: number;
  /** Steps that are recorded. @defaultValue 3 */
  readonly active?: number;
  /** How often; 0 for as long as the run lasts. @defaultValue 1 */
  readonly repeat?: number;
  /** Records the shapes of inputs. @defaultValue true */
  readonly recordShapes?: boolean;
  /** Records what is allocated and freed. @defaultValue false */
  readonly profileMemory?: boolean;
  /** Records where JavaScript called each operator. @defaultValue false */
  readonly withStack?: boolean;
  /** Adds to the trace when the event loop was blocked and garbage was collected. @defaultValue true */
  readonly withEventLoop?: boolean;
}

const OPTIONS = {
  wait: count(0, 1),
  warmup: count(1, 1),
  active: count(1, 3),
  repeat: count(0, 1),
  recordShapes: bool(true),
  profileMemory: bool(false),
  withStack: bool(false),
  withEventLoop: bool(true),
};

/**
 * Records some steps of a run with `torch.profiler`, and writes a trace of them that Perfetto (ui.perfetto.dev) and
 * TensorBoard open: operators, the loader's batches, steps of the optimizer, and the event loop.
 *
 * @param folder where the traces are written
 * @example
 * const callbacks = [new training.Profiler('profile', { wait: 0, warmup: 1, active: 2 })];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 * await trainer.fit(loader); // profile/….pt.trace.json
 */
export class Profiler implements Callback {
  readonly name = 'profiler';
  readonly ranks = 'first';
  readonly folder: string;
  readonly #profile: profile;
  #open = false;

  constructor(folder: string, options: ProfilerOptions = {}, ...surplus: []) {
    refuseSurplus('Profiler', 2, surplus);
    this.folder = makeFolder('Profiler', pathOf('Profiler', folder));
    const { wait, warmup, active, repeat, ...rest } = readOptions('Profiler', OPTIONS, options);
    this.#profile = new profile({
      ...rest,
      schedule: schedule({ wait, warmup, active, repeat }),
      onTraceReady: tensorboardTraceHandler(this.folder),
    });
  }

  on(event: TrainingEvent): void {
    if (event.type === 'start') {
      this.#profile.start();
      this.#open = true;
    }
  }

  /** Every optimizer step counts, logged or not. */
  save(moment: { readonly type: string }): void {
    if (moment.type === 'step' && this.#open) this.#profile.step();
  }

  close(): void {
    if (this.#open) this.#profile.stop();
    this.#open = false;
  }
}

limitArguments([Profiler], CALLBACK_ARGUMENTS);
