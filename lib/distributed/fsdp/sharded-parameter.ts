import { allGatherSingle } from '../../c10d/all-gather';
import type { ProcessGroup } from '../../c10d/process-group';
import { valueError } from '../../errors';
import { noGrad } from '../../autograd/modes';
import type { Module } from '../../nn/module';
import { Parameter } from '../../nn/parameter';
import { swapTensor } from '../../nn/module-state';
import { ownParameters, walkModules } from '../../nn/walk';
import { zeros } from '../../ops/generated/functions';
import type { DType } from '../../tensor/dtype';
import type { Tensor } from '../../tensor/tensor';
import { markGathered } from '../shards';
import { volumeOf } from '../../arguments/extents';

/** Where a parameter stands. */
export interface Place {
  readonly module: Module;
  readonly property: string;
}

/** Parameters of modules, each with all places in which it stands. @internal */
export function placesOf(
  modules: readonly Module[],
  isIgnored: (parameter: Tensor) => boolean,
): Map<Parameter, Place[]> {
  const places = new Map<Parameter, Place[]>();
  for (const module of modules) {
    for (const [, owner] of walkModules(module, { prefix: '', removeDuplicate: true })) {
      for (const { property, value } of ownParameters(owner)) {
        if (isIgnored(value)) continue;
        places.set(value, [...(places.get(value) ?? []), { module: owner, property }]);
      }
    }
  }
  return places;
}

/**
 * A parameter of which each rank has some rows: as many as fit, the first ranks full, the last ones maybe fewer or none.
 * The shard is an ordinary parameter with a record of the whole (`shardOf`).
 */
export class ShardedParameter {
  /** The shape of the whole. */
  readonly shape: readonly number[];
  /** Rows of a full shard. */
  readonly rows: number;
  /** Elements of a row. */
  readonly width: number;
  /** This rank's part, which the optimizer changes. */
  readonly shard: Parameter;
  readonly #places: readonly Place[];

  constructor(name: string, whole: Parameter, places: readonly Place[], group: ProcessGroup) {
    const { shape } = whole;
    const [length, ...rest] = shape;
    if (length === undefined) {
      throw valueError(
        `fullyShard doesn't support scalar parameters. Change ${name} to a 1D tensor with numel equal to 1.`,
      );
    }
    this.shape = shape;
    this.rows = Math.ceil(length / group.size());
    this.width = volumeOf(rest);
    const from = Math.min(length, this.rows * group.rank());
    const own = Math.min(length, from + this.rows) - from;
    const part = noGrad(() => whole.detach().narrow(0, from, own).clone());
    const record = { shape, offsets: [from, ...rest.map(() => 0)] };
    this.shard = markGathered(new Parameter(part, whole.requiresGrad), record, (given) => this.gather(given, group));
    this.#places = places;
    this.put(this.shard);
  }

  /** Elements of a full shard. */
  get padded(): number {
    return this.rows * this.width;
  }

  /** Puts a tensor into all places of the parameter. */
  put(tensor: Tensor): void {
    for (const { module, property } of this.#places) swapTensor(module, property, tensor);
  }

  /** The shard's elements in a type, with zeros behind the last row. */
  paddedBytes(into: Tensor, dtype: DType): void {
    const flat = this.shard.detach().to(dtype).flatten();
    into.view(dtype).narrow(0, 0, flat.numel()).copy_(flat);
  }

  /** The whole of which each rank has a part that is cut like this one: the parameter, or a moment of an optimizer. */
  gather(part: Tensor, group: ProcessGroup): Tensor {
    const [length = 0, ...rest] = this.shape;
    return noGrad(() => {
      const input = zeros([this.rows, ...rest], { dtype: part.dtype, device: part.device });
      input.narrow(0, 0, part.shape[0] ?? 0).copy_(part);
      const output = zeros([this.rows * group.size(), ...rest], { dtype: part.dtype, device: part.device });
      allGatherSingle(output, input, group);
      return output.narrow(0, 0, length).clone();
    });
  }

  /** Writes a gradient of the whole as one row of shards for each rank. */
  spread(gradient: Tensor, into: Tensor): void {
    const length = this.shape[0] ?? 0;
    const ranks = into.shape[0] ?? 1;
    if (length === this.rows * ranks) {
      into.copy_(gradient.reshape([ranks, this.padded]));
      return;
    }
    into.zero_();
    const flat = gradient.reshape([length * this.width]);
    for (let from = 0, rank = 0; from < flat.numel(); from += this.padded, rank++) {
      const count = Math.min(this.padded, flat.numel() - from);
      into
        .select(0, rank)
        .narrow(0, 0, count)
        .copy_(flat.narrow(0, from, count));
    }
  }
}
