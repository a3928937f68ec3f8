import { LogGuard } from '../log-guard';
import { CALLBACK_ARGUMENTS, type Callback } from '../callback';
import type { Evaluation, TrainingEvent } from '../events';
import type { RunContext } from '../run-context';
import { SummaryWriter } from '../../utils/tensorboard/writer';
import { matrixPicture } from './matrix-picture';
import { limit } from '../settings';
import { type Field, optional, value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { pathOf } from '../../arguments/files';
import { limitArguments } from '../../arguments/surplus';

export interface TensorBoardOptions {
  /** Histograms of all parameters after every n-th epoch. The default is never. */
  readonly histogramsEvery?: number;
  /** Values that TensorBoard lists beside the run. */
  readonly hyperParameters?: PlainValues;
}

type PlainValues = Readonly<Record<string, number | string | boolean>>;

/** An object of numbers, strings and booleans. */
function plainValues(): Field<PlainValues> {
  const fits = (v: unknown): boolean =>
    isPlainObject(v) && Object.values(v).every((item) => ['number', 'string', 'boolean'].includes(typeof item));
  return { ...value<PlainValues>('an object of numbers, strings and booleans', fits), object: true };
}

const OPTIONS = { histogramsEvery: limit(1, Infinity), hyperParameters: optional(plainValues()) };

/**
 * Writes the losses, metrics and learning rates of a run for TensorBoard. Metrics that are a matrix, as
 * `ConfusionMatrix`, become pictures.
 *
 * @example
 * const callbacks = [new training.TensorBoard('runs/first', { hyperParameters: { lr: 0.1 } })];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 * await trainer.fit(loader); // then: tensorboard --logdir runs
 */
export class TensorBoard implements Callback {
  readonly name = 'tensorBoard';
  readonly ranks = 'first';
  #writer: SummaryWriter | null = null;
  readonly #guard = new LogGuard('the log tensorBoard');

  readonly folder: string;
  readonly options: TensorBoardOptions;

  constructor(folder: string, options: TensorBoardOptions = {}, ...surplus: []) {
    refuseSurplus('TensorBoard', 2, surplus);
    this.folder = pathOf('TensorBoard', folder);
    this.options = readOptions('TensorBoard', OPTIONS, options);
  }

  /** Where the file cannot be written later (a full disk), the run warns once and goes on. */
  on(event: TrainingEvent, run: RunContext): Promise<void> {
    const writer = (this.#writer ??= this.#open());
    return this.#guard.write(writer.logDir, run, () => {
      this.#write(writer, event, run);
      return event.type === 'step' || event.type === 'epochEnd';
    });
  }

  #write(writer: SummaryWriter, event: TrainingEvent, run: RunContext): void {
    if (event.type === 'step') {
      writer.addScalar('train/loss_step', event.loss, event.step);
      event.lr.forEach((lr, i) => writer.addScalar(i === 0 ? 'lr' : `lr/${i}`, lr, event.step));
    }
    if (event.type === 'validation') this.#figures(writer, 'validation', event, event.step);
    if (event.type !== 'epochEnd') return;
    this.#figures(writer, 'train', event.train, event.step);
    if ((event.epoch + 1) % (this.options.histogramsEvery ?? Infinity) !== 0) return;
    for (const [name, parameter] of run.model.namedParameters()) writer.addHistogram(name, parameter, event.step);
  }

  #open(): SummaryWriter {
    const writer = new SummaryWriter(this.folder);
    if (this.options.hyperParameters) {
      writer.addHparams(this.options.hyperParameters, {}, null, '.');
    }
    return writer;
  }

  #figures(writer: SummaryWriter, prefix: string, { loss, metrics, matrices }: Evaluation, step: number): void {
    for (const [name, value] of Object.entries({ loss, ...metrics }))
      writer.addScalar(`${prefix}/${name}`, value, step);
    for (const [name, matrix] of Object.entries(matrices ?? {}))
      writer.addFigure(`${prefix}/${name}`, matrixPicture(matrix), step);
  }

  close(): void {
    this.#writer?.close();
  }
}

limitArguments([TensorBoard], CALLBACK_ARGUMENTS);
