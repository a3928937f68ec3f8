import type { AdaptiveSoftmaxOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { ModuleList, Sequential } from '../containers/module-list';
import { aten, atenMany } from '../functional/define';
import { Layer } from '../layer';
import { Linear } from './linear';
import { trim } from '../../arguments/read';
import { runtimeError, valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, listOfInts } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

const cutoffs = listOfInts();
const ADAPTIVE = {
  ...{ inFeatures: int(), nClasses: int(), cutoffs, divValue: float(4), headBias: bool(false) },
  ...FACTORY,
};

type AdaptiveArguments = [divValue?: number, headBias?: boolean, device?: DeviceLike | null, dtype?: DType | null];

function checkCutoffs(given: readonly number[], classes: number): void {
  if (given.length === 0) throw valueError('cutoffs should be a sequence of length larger than 0');
  const rising = given.every((cutoff, i) => cutoff > (i === 0 ? 0 : (given[i - 1] ?? 0)));
  if (rising && (given.at(-1) ?? 0) <= classes - 1) return;
  throw valueError(
    'cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is ' +
      'between 1 and nClasses-1',
  );
}

/**
 * An approximate softmax for many classes that are ordered by frequency: the frequent ones in `head`, the others in
 * clusters of falling size. Returns the target's log-probabilities and the loss.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveLogSoftmaxWithLoss.html
 * @example
 * const softmax = new nn.AdaptiveLogSoftmaxWithLoss(8, 20, [5, 10]);
 * const [output, loss] = softmax.forward(torch.randn([4, 8]), torch.tensor([0, 7, 12, 3]));
 */
export class AdaptiveLogSoftmaxWithLoss extends Layer {
  declare readonly inFeatures: number;
  declare readonly nClasses: number;
  declare readonly cutoffs: readonly number[];
  declare readonly divValue: number;
  declare readonly headBias: boolean;
  declare readonly shortlistSize: number;
  declare head: Linear;
  declare tail: ModuleList<Sequential>;

  constructor(
    inFeatures: number,
    nClasses: number,
    cutoffs: readonly number[],
    ...optional: Mixed<AdaptiveArguments, AdaptiveSoftmaxOptions>
  );
  constructor(...args: readonly unknown[]) {
    super();
    const values = this.read(ADAPTIVE, trim(args));
    const { inFeatures, nClasses, cutoffs: limits } = values;
    checkCutoffs(limits, nClasses);
    const all = [...limits, nClasses];
    const clusters = limits.length;
    const shortlistSize = all[0] ?? 0;
    Object.assign(this, { cutoffs: all, shortlistSize });
    const { device, dtype, headBias, divValue } = values;
    if (divValue === 0) throw valueError('divValue must not be 0: the clusters divide by it');
    this.head = new Linear(inFeatures, shortlistSize + clusters, { bias: headBias, device, dtype });
    this.tail = new ModuleList();
    for (let i = 0; i < clusters; i++) {
      const hidden = Math.floor(inFeatures / divValue ** (i + 1));
      const size = (all[i + 1] ?? 0) - (all[i] ?? 0);
      const options = { bias: false, device, dtype };
      this.tail.append(new Sequential(new Linear(inFeatures, hidden, options), new Linear(hidden, size, options)));
    }
  }

  resetParameters(): void {
    for (const layer of [this.head, ...[...this.tail].flatMap((pair) => [...pair])])
      (layer as Linear).resetParameters();
  }

  static {
    takes(this, { input_: tensor(), target_: tensor() });
  }

  override forward(input: Tensor, target: Tensor): [output: Tensor, loss: Tensor] {
    this.checkShapes(input, target);
    const batched = target.ndim > 0;
    const [x, y] = batched ? [input, target] : [aten('unsqueeze')(input, 0), aten('unsqueeze')(target, 0)];
    const output = this.targetLogProb(x, y);
    const loss = aten('mean')(aten('neg')(output));
    return [batched ? output : aten('squeeze')(output, 0), loss];
  }

  private checkShapes(input: Tensor, target: Tensor): void {
    if (target.ndim > 1) throw runtimeError('0D or 1D target tensor expected, multi-target not supported');
    if (input.ndim !== target.ndim + 1) {
      throw runtimeError(
        `${target.ndim}D target tensor expects ${target.ndim + 1}D input tensors, ` +
          `but found inputs with size [${input.shape.join(', ')}]`,
      );
    }
    if (target.ndim === 1 && input.shape[0] !== target.shape[0]) {
      throw runtimeError('Input and target should have the same size in the batch dimension.');
    }
  }

  private targetLogProb(input: Tensor, target: Tensor): Tensor {
    const { dtype, device } = input;
    let output = aten('zeros')([target.shape[0] as number], { dtype, device });
    const columns = aten('empty_like')(target);
    let used = 0;
    [0, ...this.cutoffs.slice(0, -1)].forEach((low, i) => {
      const high = this.cutoffs[i] ?? 0;
      const mask = aten('logical_and')(aten('ge')(target, low), aten('lt')(target, high));
      const rows = aten('squeeze')(aten('nonzero')(mask), 1);
      if (rows.numel() === 0) return;
      used += rows.numel();
      const chosen = aten('index_select')(target, 0, rows);
      if (i === 0) {
        aten('index_copy_')(columns, 0, rows, chosen);
        return;
      }
      aten('index_fill_')(columns, 0, rows, this.shortlistSize + i - 1);
      const cluster = this.clusterLogProb(i - 1, aten('index_select')(input, 0, rows));
      const own = aten('gather')(cluster, 1, aten('unsqueeze')(aten('sub')(chosen, low), 1));
      output = aten('index_copy')(output, 0, rows, aten('squeeze')(own, 1));
    });
    if (used !== target.shape[0]) this.refuseTargets(target);
    const head = aten('log_softmax')(this.head.forward(input), 1);
    return aten('add')(output, aten('squeeze')(aten('gather')(head, 1, aten('unsqueeze')(columns, 1)), 1));
  }

  private refuseTargets(target: Tensor): never {
    const [least, greatest] = [aten('min')(target).item(), aten('max')(target).item()];
    throw runtimeError(
      `Target values should be in [0, ${this.nClasses - 1}], ` +
        `but values in range [${String(least)}, ${String(greatest)}] were found. `,
    );
  }

  private clusterLogProb(index: number, input: Tensor): Tensor {
    return aten('log_softmax')(this.tail.at(index).forward(input), 1);
  }

  /** The log-probabilities of all classes: `[N, nClasses]`. */
  logProb(input: Tensor): Tensor {
    const head = aten('log_softmax')(this.head.forward(input), 1);
    const clusters = this.tail.length;
    const [shortlist, ...gates] = atenMany('split_with_sizes')(
      head,
      [this.shortlistSize, ...new Array<number>(clusters).fill(1)],
      1,
    );
    const parts = gates.map((gate, i) => aten('add')(this.clusterLogProb(i, input), gate));
    return aten('cat')([shortlist as Tensor, ...parts], 1);
  }

  /** The most probable class of each row. */
  predict(input: Tensor): Tensor {
    return aten('argmax')(this.logProb(input), 1);
  }
}

limitArguments([AdaptiveLogSoftmaxWithLoss], { resetParameters: 0, logProb: 1, predict: 1 });
