import { zeros } from '../../ops/generated/functions';
import type { DeviceLike } from '../../tensor/device';
import { int64 } from '../../tensor/dtype';
import { noGrad } from '../../autograd/modes';
import { deepCopy } from '../../nn/copy';
import { Module } from '../../nn/module';
import type { Tensor } from '../../ops/tensor-methods';
import { bool, callback, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { FACTORY } from '../../tensor/arguments';
import { type AvgFn, type MultiAvgFn, getSwaAvgFn } from './averages';
import { typeError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface AveragedModelOptions {
  /** The device of the averages. @defaultValue null, which means the model's */
  readonly device?: DeviceLike | null;
  /** Computes the average of one parameter. @defaultValue null, which means the mean of all models */
  readonly avgFn?: AvgFn | null;
  /** Computes the averages of many parameters in place, instead of `avgFn`. @defaultValue null */
  readonly multiAvgFn?: MultiAvgFn | null;
  /** Average the buffers as well; false copies the model's. @defaultValue false */
  readonly useBuffers?: boolean;
}

const TABLE = {
  model: value<Module>('a module', (v) => v instanceof Module),
  device: FACTORY.device,
  avgFn: nullable(callback<AvgFn>()),
  multiAvgFn: nullable(callback<MultiAvgFn>()),
  useBuffers: bool(false),
};

/** An average with the parameter that it follows. */
interface Pair {
  readonly averaged: Tensor;
  readonly current: Tensor;
}

/**
 * A copy of a model whose parameters are averages of the model's over training: their mean (SWA), or an exponential
 * moving average (EMA).
 *
 * @throws TypeError if both `avgFn` and `multiAvgFn` are given.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.AveragedModel.html
 * @example
 * const { AveragedModel, getEmaMultiAvgFn } = torch.optim.swaUtils;
 * const ema = new AveragedModel(model, { multiAvgFn: getEmaMultiAvgFn(0.999) });
 * // after each step of the optimizer
 * ema.updateParameters(model);
 */
export class AveragedModel<M extends Module = Module> extends Module {
  readonly module: M;
  /** How many models were averaged: an int64 tensor without dimensions. */
  declare readonly nAveraged: Tensor;
  readonly avgFn: AvgFn | null;
  readonly multiAvgFn: MultiAvgFn | null;
  readonly useBuffers: boolean;

  constructor(model: M, options?: AveragedModelOptions);
  constructor(
    model: M,
    device?: DeviceLike | null,
    avgFn?: AvgFn | AveragedModelOptions | null,
    multiAvgFn?: MultiAvgFn | AveragedModelOptions | null,
    useBuffers?: boolean | AveragedModelOptions,
  );
  constructor(...args: readonly unknown[]) {
    super();
    const { model, device, avgFn, multiAvgFn, useBuffers } = readArguments('AveragedModel', TABLE, args);
    if (avgFn !== null && multiAvgFn !== null) {
      throw typeError('Only one of avgFn and multiAvgFn should be provided');
    }
    this.module = deepCopy(model as M);
    if (device !== null) this.module.to(device);
    this.registerBuffer('nAveraged', zeros([], { dtype: int64, ...(device === null ? {} : { device }) }));
    this.avgFn = avgFn;
    this.multiAvgFn = multiAvgFn;
    this.useBuffers = useBuffers;
  }

  override keyOf(property: string): string {
    return property === 'nAveraged' ? 'n_averaged' : property;
  }

  override forward(...inputs: Parameters<M['forward']>): ReturnType<M['forward']> {
    return this.module.forward(...(inputs as never[])) as ReturnType<M['forward']>;
  }

  /**
   * Adds the model's present parameters to the averages. The first call copies them.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.AveragedModel.html
   */
  updateParameters(model: Module): void {
    noGrad(() => {
      const pairs = this.pairs(model);
      const isFirst = Number(this.nAveraged.item()) === 0;
      if (isFirst) for (const { averaged, current } of pairs) averaged.copy_(current);
      else if (this.multiAvgFn !== null || this.avgFn === null) this.averageLists(pairs);
      else this.averageEach(pairs, this.avgFn);
      if (!this.useBuffers) this.copyBuffers(model);
      this.nAveraged.add_(1);
    });
  }

  // Not `#private`: such a class cannot be copied.
  private pairs(model: Module): Pair[] {
    const of = (module: Module): Tensor[] => [...module.parameters(), ...(this.useBuffers ? module.buffers() : [])];
    const currents = of(model);
    return of(this.module)
      .slice(0, currents.length)
      .map((own, i) => ({ averaged: own.detach(), current: (currents[i] as Tensor).detach().to(own.device) }));
  }

  private averageLists(pairs: readonly Pair[]): void {
    for (const group of grouped(pairs)) {
      const numAveraged = this.nAveraged.to((group[0] as Pair).averaged.device);
      if (this.multiAvgFn === null) {
        this.averageEach(group, getSwaAvgFn());
        continue;
      }
      this.multiAvgFn(
        group.map(({ averaged }) => averaged),
        group.map(({ current }) => current),
        numAveraged,
      );
    }
  }

  private averageEach(pairs: readonly Pair[], average: AvgFn): void {
    for (const { averaged, current } of pairs) {
      averaged.copy_(average(averaged, current, this.nAveraged.to(averaged.device)));
    }
  }

  private copyBuffers(model: Module): void {
    const [own, theirs] = [this.module.buffers(), model.buffers()];
    if (own.length !== theirs.length) {
      throw typeError(`the model has ${theirs.length} buffers, the averaged model ${own.length}`);
    }
    own.forEach((buffer, i) => buffer.detach().copy_((theirs[i] as Tensor).detach().to(buffer.device)));
  }
}

/** By the device and dtype of the averages. */
function grouped(pairs: readonly Pair[]): Pair[][] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${String(pair.averaged.device)} ${pair.averaged.dtype.name}`;
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return [...groups.values()];
}

limitArguments([AveragedModel], { updateParameters: 1 });
