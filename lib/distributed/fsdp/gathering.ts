import { Function } from '../../autograd/function';
import type { FunctionContext } from '../../autograd/function-context';
import { native } from '../../native/binding';
import type { WholeBox } from '../../native/contract/distributed';
import { isTensor, type Tensor } from '../../tensor/tensor';
import type { ParameterGroup } from './parameter-group';

/**
 * One time that a group's parameters are whole: from before a forward to the end of its backward. In between their memory
 * may be given back and filled again.
 */
export class Gathering {
  #region: WholeBox | null = null;
  #spent = false;
  readonly #versions: string;
  readonly tensors: readonly Tensor[];

  constructor(
    readonly group: ParameterGroup,
    /** The one before in the same forward, which comes after it in backward. */
    readonly before: Gathering | null,
  ) {
    const shards = group.parameters.map(({ shard }) => shard);
    this.#versions = group.versions;
    this.tensors = AllGather.apply(this, ...shards);
  }

  /** Whether its backward has been, or the shards have changed since: then it is of no use to another forward. */
  get isStale(): boolean {
    return this.#spent || this.#versions !== this.group.versions;
  }

  /** Whether its memory has been given back. */
  get #isGone(): boolean {
    return this.#region !== null && !native.wholeFilled(this.#region);
  }

  /** Gathers, for the function below. */
  begin(): Tensor[] {
    const { region, tensors } = this.group.gather();
    this.#region = region;
    return tensors;
  }

  /** Its backward has come through. */
  end(): void {
    this.#spent = true;
    this.drop();
  }

  /** Gives the memory back. */
  drop(): void {
    if (this.#region) native.wholeDrop(this.#region);
  }

  /** Fills it again where it was given back; the next one is on its way while this one's backward computes. */
  restore(): void {
    if (!this.#region || !this.#isGone) return;
    this.group.fill(this.#region);
    this.before?.prefetch();
  }

  /** Starts to fetch what {@link restore} will need. */
  prefetch(): void {
    if (this.#isGone) this.group.prefetch();
  }
}

/** From shards to whole parameters; backwards, from their gradients to those of the shards. */
class AllGather extends Function {
  static forward(context: FunctionContext, gathering: Gathering, ...shards: Tensor[]): Tensor[] {
    const tensors = gathering.begin();
    context.data['gathering'] = gathering;
    context.setMaterializeGrads(false);
    context.markNonDifferentiable(...tensors.filter((_, i) => shards[i]?.requiresGrad !== true));
    return tensors;
  }

  static backward(context: FunctionContext, ...gradients: (Tensor | null)[]): (Tensor | null)[] {
    const gathering = context.data['gathering'] as Gathering;
    gathering.end();
    return [null, ...gathering.group.reduce(gradients)];
  }
}

/** Calls a function for each tensor in an output of any nesting that a gradient will come back through. @internal */
export function eachDifferentiable(output: unknown, visit: (tensor: Tensor) => void, depth = 0): void {
  if (isTensor(output)) {
    if (output.requiresGrad) visit(output);
    return;
  }
  if (depth > 100 || typeof output !== 'object' || output === null || ArrayBuffer.isView(output)) return;
  const values: Iterable<unknown> =
    Array.isArray(output) || output instanceof Map || output instanceof Set ? output.values() : Object.values(output);
  for (const value of values) eachDifferentiable(value, visit, depth + 1);
}
