import { limitArguments } from '../../arguments/surplus';
import { count } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { broadcast } from '../../c10d/broadcast';
import { Join, type Joinable, JoinHook } from '../../c10d/join';
import type { ProcessGroup } from '../../c10d/process-group';
import { checkGroupRank, getGlobalRank } from '../../c10d/ranks';
import type { Work } from '../../c10d/work';
import { runtimeError, warn } from '../../errors';
import type { JobOptions } from '../../native/jobs';
import { Optimizer } from '../../optim/optimizer';
import type {
  Closure,
  OptimizerParams,
  OptimizerState,
  OptimizerStateDict,
  ParamGroup,
  ParamGroupInput,
} from '../../optim/types';
import { entriesOf } from '../../arguments/plain-object';
import type { Device } from '../../tensor/device';
import type { Tensor } from '../../tensor/tensor';
import { mapTensors } from '../checkpoint/whole';
import { broadcastValue } from './broadcast-value';
import { bucketOf, partitionParameters } from './partition';
import {
  optionsOf,
  readZeroArguments,
  requireSameDenseType,
  type OptimizerClass,
  type ZeroOptions,
} from './zero-arguments';

const TO = { to: count(0, 0) };

/** Takes part in the steps of ranks that still train. */
class ZeroJoinHook extends JoinHook {
  constructor(readonly zero: ZeroRedundancyOptimizer) {
    super();
  }

  override mainHook(): void {
    this.zero.stepJoined();
  }

  override async mainHookAsync(): Promise<void> {
    return this.zero.stepJoinedAsync();
  }
}

/**
 * Divides the state of an optimizer among ranks that all have the same parameters, as `DistributedDataParallel` leaves
 * them: each rank keeps the state of its share of the parameters, steps on those, and sends them to the others. The steps
 * are, bit for bit, those of the undivided optimizer.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.optim.html#torch.distributed.optim.ZeroRedundancyOptimizer
 * @example
 * const model = new nn.parallel.DistributedDataParallel(new nn.Linear(2, 1));
 * const optimizer = new distributed.optim.ZeroRedundancyOptimizer(model.parameters(), optim.Adam, { lr: 0.01 });
 * model.forward(torch.ones([4, 2])).sum().backward();
 * optimizer.step();
 */
export class ZeroRedundancyOptimizer extends Optimizer implements Joinable {
  /** The optimizer of this rank's share. */
  readonly optim: Optimizer;
  readonly processGroup: ProcessGroup;
  readonly parametersAsBucketView: boolean;
  readonly #size: number;
  readonly #rank: number;
  #shares: readonly (readonly (readonly Tensor[])[])[];
  /** For each device, one tensor for each rank. */
  #buckets: readonly (readonly Tensor[])[] = [];
  #trainable: string;
  #consolidated: readonly OptimizerStateDict[] = [];

  /**
   * @param params - Tensors of one dense type, pairs of name and tensor, or groups of them.
   * @param optimizerClass - The optimizer to divide, such as `optim.Adam`.
   * @param options - {@link ZeroOptions}, and those of the optimizer.
   */
  constructor(
    params: OptimizerParams<object>,
    optimizerClass: OptimizerClass,
    options?: ZeroOptions & Readonly<Record<string, unknown>>,
  );
  constructor(
    params: OptimizerParams<object>,
    options: ZeroOptions & {
      /** The class of the optimizer to divide, such as `optim.Adam`. */
      readonly optimizerClass: OptimizerClass;
    } & Readonly<Record<string, unknown>>,
  );
  constructor(
    params: OptimizerParams<object>,
    optimizerClass: OptimizerClass,
    processGroup: ProcessGroup | null,
    parametersAsBucketView?: boolean | Readonly<Record<string, unknown>>,
    overlapWithDdp?: boolean | Readonly<Record<string, unknown>>,
    options?: Readonly<Record<string, unknown>>,
  );
  constructor(...args: readonly unknown[]) {
    const given = readZeroArguments(args);
    super(given.params as never, given.defaults);
    this.processGroup = given.group;
    this.parametersAsBucketView = given.parametersAsBucketView;
    [this.#size, this.#rank] = [given.group.size(), given.group.rank()];
    this.#shares = partitionParameters(this.paramGroups, this.#size);
    this.optim = new given.optimizerClass(this.#localGroups() as never, given.defaults as never);
    syncOptions(this.optim.paramGroups, this.paramGroups);
    this.#trainable = this.#trainableMask();
    this.#buildBuckets();
  }

  /** The state of this rank's share. */
  override get state(): OptimizerState {
    return this.optim.state;
  }

  get joinDevice(): Device {
    return (this.#all[0] as Tensor).device;
  }

  get joinProcessGroup(): ProcessGroup {
    return this.processGroup;
  }

  /** The hook for {@link Join}: a rank without inputs sends and receives parameters with the others. */
  joinHook(_kwargs?: Readonly<Record<string, unknown>>): JoinHook {
    return new ZeroJoinHook(this);
  }

  get #all(): Tensor[] {
    return this.paramGroups.flatMap(({ params }) => params);
  }

  #localGroups(): ParamGroup[] {
    return this.paramGroups.map((group, i) => ({
      ...optionsOf(group),
      params: [...(this.#shares[this.#rank]?.[i] ?? [])],
    })) as ParamGroup[];
  }

  #trainableMask(): string {
    return this.#all.map((param) => (param.requiresGrad ? '1' : '0')).join('');
  }

  #buildBuckets(): void {
    if (!this.parametersAsBucketView) return;
    const devices = [...new Set(this.#all.map(({ device }) => String(device)))];
    const [like] = this.#all as [Tensor];
    this.#buckets = devices.map((device) =>
      this.#shares.map((groups) => {
        const params = groups.flat().filter((param) => String(param.device) === device);
        return bucketOf(params, params[0] ?? this.#all.find((param) => String(param.device) === device) ?? like);
      }),
    );
  }

  /**
   * Adds parameters with options of their own; every rank has to.
   *
   * @see {@link Optimizer.addParamGroup}
   */
  override addParamGroup(group: ParamGroupInput<object>): void;
  override addParamGroup(...args: readonly unknown[]): void {
    const [group] = args;
    super.addParamGroup(...(args as [ParamGroupInput<object>]));
    requireSameDenseType(this.#all);
    this.#shares = partitionParameters(this.paramGroups, this.#size);
    this.optim.addParamGroup({
      ...(isPlainObject(group) ? optionsOf(this.paramGroups.at(-1) as ParamGroup) : {}),
      params: [...(this.#shares[this.#rank]?.at(-1) ?? [])],
    });
    syncOptions(this.optim.paramGroups, this.paramGroups);
    this.#trainable = this.#trainableMask();
    this.#buildBuckets();
  }

  #beforeLocalStep(): void {
    const trainable = this.#trainableMask();
    if (trainable !== this.#trainable) {
      warn(
        'ZeroRedundancyOptimizer detected that the trainable parameters changed; rebuilding the parameter buckets if enabled',
      );
      this.#buildBuckets();
      this.#trainable = trainable;
    }
    syncOptions(this.paramGroups, this.optim.paramGroups);
  }

  protected performStep(closure?: Closure): unknown {
    Join.notifyJoinContext(this);
    return this.#stepHere(closure);
  }

  #stepHere(closure?: Closure): unknown {
    this.#beforeLocalStep();
    const loss = closure ? this.optim.step(closure) : this.optim.step();
    syncOptions(this.optim.paramGroups, this.paramGroups);
    for (const work of this.#send()) work.wait();
    return loss;
  }

  /** {@link step} without blocking this thread: the step runs off it, and the ranks are waited for by promises. */
  override async stepAsync(options?: JobOptions): Promise<void> {
    const args = this.beforeStep([]);
    Join.notifyJoinContext(this);
    await this.#stepHereAsync(options);
    this.afterStep(args);
  }

  async #stepHereAsync(options?: JobOptions): Promise<void> {
    this.#beforeLocalStep();
    await this.optim.stepAsync(options);
    syncOptions(this.optim.paramGroups, this.paramGroups);
    await Promise.all(this.#send());
  }

  /** The step of a rank that has run out of inputs; the others are not told that it goes on. @internal */
  stepJoined(): void {
    this.#stepHere();
  }

  /** @internal */
  async stepJoinedAsync(): Promise<void> {
    return this.#stepHereAsync();
  }

  /** Each rank's parameters go to all others. */
  #send(): Work[] {
    const works = this.#shares.flatMap((groups, rank) => {
      const src = getGlobalRank(this.processGroup, rank);
      const tensors = this.parametersAsBucketView
        ? this.#buckets.map((buckets) => buckets[rank] as Tensor)
        : groups.flat().map((param) => param.data);
      return tensors.map((tensor) => broadcast(tensor, src, this.processGroup, true));
    });
    return works.filter((work) => work !== undefined);
  }

  /**
   * Gathers the state of all ranks on one of them, whose `stateDict()` then has all of it. Every rank has to call this.
   *
   * @param to - The rank of the group that gets the state.
   * @see https://docs.pytorch.org/docs/2.13/distributed.optim.html#torch.distributed.optim.ZeroRedundancyOptimizer.consolidate_state_dict
   */
  consolidateStateDict(to?: number): void;
  consolidateStateDict(...args: readonly unknown[]): void {
    const { to } = readArguments('consolidateStateDict', TO, args);
    checkGroupRank('consolidateStateDict', this.processGroup, to);
    syncOptions(this.paramGroups, this.optim.paramGroups);
    const own = this.optim.stateDict();
    const all: OptimizerStateDict[] = [];
    for (let rank = 0; rank < this.#size; rank++) {
      const isOwn = rank === this.#rank;
      const dict = rank === to ? (isOwn ? own : null) : broadcastValue(isOwn ? own : null, rank, this.processGroup);
      if (this.#rank === to) all.push(mapTensors(dict, (tensor) => tensor.cpu().clone()) as OptimizerStateDict);
    }
    this.#consolidated = all;
  }

  /**
   * The state of all ranks as {@link consolidateStateDict} has gathered it: what the undivided optimizer would give, for
   * `torch.save` and for Python.
   *
   * @throws TorchError on a rank that the state was not gathered on.
   */
  override stateDict(): OptimizerStateDict {
    if (this.#consolidated.length === 0) {
      throw runtimeError(
        'Optimizer state has not been consolidated on this rank. Please call ' +
          `consolidateStateDict(${this.#rank}) on all ranks beforehand if you meant to save the global state.`,
      );
    }
    const numbers = new Map(this.#all.map((param, number) => [param, number]));
    const state: [number, Record<string, unknown>][] = [];
    this.#consolidated.forEach((dict, rank) => {
      const params = this.#shares[rank]?.flat() ?? [];
      for (const [number, entry] of entriesOf(dict.state)) {
        const param = params[Number(number)];
        if (param) state.push([numbers.get(param) as number, entry as Record<string, unknown>]);
      }
    });
    state.sort(([a], [b]) => a - b);
    return { ...super.stateDict(), state: new Map(state) };
  }

  /**
   * Takes over this rank's part of the state of an undivided optimizer, or of `stateDict()`.
   *
   * @see {@link Optimizer.loadStateDict}
   */
  override loadStateDict(stateDict: object): void;
  override loadStateDict(...args: readonly unknown[]): void {
    const [given] = args as [OptimizerStateDict];
    super.loadStateDict(...([isPlainObject(given) ? { ...given, state: new Map() } : given] as [object]));
    syncOptions(this.paramGroups, this.optim.paramGroups);
    const local = this.optim.stateDict();
    const numbers = new Map(this.#all.map((param, number) => [param, number]));
    const entries = new Map(entriesOf(given.state).map(([number, entry]) => [Number(number), entry]));
    const state = (this.#shares[this.#rank]?.flat() ?? []).flatMap((param, i) => {
      const entry = entries.get(numbers.get(param) as number);
      return entry === undefined || entry === null ? [] : [[i, entry] as const];
    });
    this.optim.loadStateDict({ ...local, state: new Map(state) });
  }
}

/** Copies the options of groups, such as learning rates that a scheduler has changed. */
function syncOptions(from: readonly ParamGroup[], to: readonly ParamGroup[]): void {
  from.forEach((group, i) => Object.assign(to[i] as ParamGroup, optionsOf(group)));
}

limitArguments([ZeroRedundancyOptimizer], {
  joinHook: 1,
  addParamGroup: 1,
  stepAsync: 1,
  stateDict: 0,
  loadStateDict: 1,
});
