import { allGatherSingle } from '../../c10d/all-gather';
import type { ProcessGroup } from '../../c10d/process-group';
import { ReduceOp } from '../../c10d/reduce-op';
import { reduceScatterSingle } from '../../c10d/reduce-scatter';
import type { Work } from '../../c10d/work';
import { noGrad } from '../../autograd/modes';
import { valueError } from '../../errors';
import { native } from '../../native/binding';
import type { WholeBox } from '../../native/contract/distributed';
import { empty } from '../../ops/generated/functions';
import { type DType, uint8 } from '../../tensor/dtype';
import { keep } from '../../tensor/scope';
import { handleOf, type Tensor, wrap } from '../../tensor/tensor';
import type { MixedPrecisionPolicy } from './policy';
import type { ShardedParameter } from './sharded-parameter';

/** Where the shards of one rank lie in what it sends: each begins at a multiple of this, which fits every type. */
const ALIGNMENT = 16;

interface Layout {
  readonly dtypes: readonly DType[];
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly bytes: number;
}

/** A gathering that is under way: the bytes of this rank, and those of all. */
interface Ahead {
  readonly work: Work | null;
  readonly input: Tensor;
  readonly output: Tensor;
  readonly versions: string;
}

/** The parameters of one call of `fullyShard`: gathered by one collective, and reduced by one. */
export class ParameterGroup {
  requiresGradientSync = true;
  gradientDivideFactor: number | null = null;
  readonly #layout: Layout;
  #ahead: Ahead | null = null;
  /** Gradients of whole parameters that were not reduced yet. */
  readonly #waiting: (Tensor | null)[];

  constructor(
    readonly parameters: readonly ShardedParameter[],
    readonly group: ProcessGroup,
    readonly policy: MixedPrecisionPolicy,
  ) {
    this.#waiting = parameters.map(() => null);
    this.#layout = layoutOf(parameters, policy.paramDtype);
  }

  /** Makes the whole parameters, and returns them with the memory in which they lie. */
  gather(): { readonly region: WholeBox; readonly tensors: Tensor[] } {
    const { dtypes } = this.#layout;
    const [region, handles] = native.wholeCreate(
      dtypes.map(({ code }) => code),
      this.parameters.map(({ shape }) => shape),
    );
    const tensors = handles.map(wrap);
    this.fill(region);
    return { region, tensors };
  }

  /** Starts to gather what {@link fill} will need next, so that it comes while something else is computed. */
  prefetch(): void {
    this.#ahead ??= this.#start();
  }

  /** Waits for what {@link prefetch} has started, which nobody needs any more. */
  forget(): void {
    const ahead = this.#ahead;
    this.#ahead = null;
    ahead?.work?.wait();
    ahead?.output.dispose();
    ahead?.input.dispose();
  }

  /** Fills memory that was given back. */
  fill(region: WholeBox): void {
    const { offsets, lengths } = this.#layout;
    // On all ranks alike: each has changed its shards, or none.
    if (this.#ahead && this.#ahead.versions !== this.versions) this.forget();
    const { work, input, output } = this.#ahead ?? this.#start();
    this.#ahead = null;
    work?.wait();
    native.wholeFill(region, handleOf(output), this.group.size(), offsets, lengths);
    output.dispose();
    input.dispose();
  }

  /** Changes with each change of a shard in place. */
  get versions(): string {
    return this.parameters.map(({ shard }) => native.version(handleOf(shard))).join();
  }

  #start(): Ahead {
    const { dtypes, offsets, lengths, bytes } = this.#layout;
    return noGrad(() => {
      // It may outlive the scope in which it began.
      const input = keep(empty([bytes], { dtype: uint8 }));
      const output = keep(empty([bytes * this.group.size()], { dtype: uint8 }));
      this.parameters.forEach((parameter, i) => {
        const part = input.narrow(0, offsets[i] as number, lengths[i] as number);
        parameter.paddedBytes(part, dtypes[i] as DType);
      });
      const work = bytes > 0 ? allGatherSingle(output, input, { group: this.group, asyncOp: true }) : null;
      return { work, input, output, versions: this.versions };
    });
  }

  /** Of the gradients of whole parameters, those of the shards; null for those that wait for a later reduction. */
  reduce(gradients: readonly (Tensor | null)[]): (Tensor | null)[] {
    return noGrad(() => {
      const known = gradients.map((gradient, i) => this.#withWaiting(gradient, i));
      if (!this.requiresGradientSync) return known.map(() => null);
      this.#waiting.fill(null);
      return this.#scatter(known);
    });
  }

  #withWaiting(gradient: Tensor | null, i: number): Tensor | null {
    const { reduceDtype } = this.policy;
    const waiting = this.#waiting[i] ?? null;
    if (gradient === null) return waiting;
    const cast = reduceDtype ? gradient.to(reduceDtype) : gradient;
    if (waiting === null && this.requiresGradientSync) return cast;
    this.#waiting[i] = waiting === null ? cast.clone() : waiting.add_(cast);
    return this.#waiting[i] ?? null;
  }

  #scatter(gradients: readonly (Tensor | null)[]): (Tensor | null)[] {
    const used = this.parameters.flatMap((parameter, i) => {
      const gradient = gradients[i];
      return gradient ? [{ parameter, gradient, i }] : [];
    });
    const [first] = used;
    const total = used.reduce((sum, { parameter }) => sum + parameter.padded, 0);
    const shards: (Tensor | null)[] = gradients.map(() => null);
    if (!first) return shards;
    const dtype = oneDtype(used.map(({ gradient }) => gradient.dtype));
    const input = empty([this.group.size(), total], { dtype });
    let offset = 0;
    for (const { parameter, gradient } of used) {
      parameter.spread(gradient, input.narrow(1, offset, parameter.padded));
      offset += parameter.padded;
    }
    const output = this.#reduced(input, total);
    offset = 0;
    for (const { parameter, i } of used) {
      const { shard } = parameter;
      const part = output.narrow(0, offset, shard.numel()).reshape(shard.shape);
      shards[i] = part.dtype === shard.dtype ? part.clone() : part.to(shard.dtype);
      offset += parameter.padded;
    }
    return shards;
  }

  #reduced(input: Tensor, total: number): Tensor {
    const output = empty([total], { dtype: input.dtype });
    const factor = this.gradientDivideFactor;
    if (total > 0)
      reduceScatterSingle(output, input.flatten(), factor === null ? ReduceOp.AVG : ReduceOp.SUM, this.group);
    return factor === null ? output : output.div_(factor);
  }
}

function layoutOf(parameters: readonly ShardedParameter[], paramDtype: DType | null): Layout {
  const dtypes = parameters.map(({ shard }) => (paramDtype && shard.dtype.isFloatingPoint ? paramDtype : shard.dtype));
  const lengths = parameters.map(({ padded }, i) => padded * (dtypes[i] as DType).itemsize);
  const offsets: number[] = [];
  let bytes = 0;
  for (const length of lengths) {
    offsets.push(bytes);
    bytes += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
  }
  return { dtypes, offsets, lengths, bytes };
}

function oneDtype(dtypes: readonly DType[]): DType {
  const [first, ...others] = [...new Set(dtypes)];
  if (first && others.length === 0) return first;
  throw valueError(
    `fullyShard: reducing gradients expects one dtype in a group, but got ${dtypes.map(String).join(', ')}; shard modules ` +
      'of different types by calls of their own, or give reduceDtype',
  );
}
