// One class, as in Python, and so longer than other files: its methods share the reducer and the state of a step.
import { any, callback, choice, int, required } from '../../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { limitArguments } from '../../arguments/surplus';
import { isThenable } from '../../arguments/synchronous';
import { type ModeGuard, guard, isGradEnabled } from '../../autograd/modes';
import { Join, type JoinHook, type JoinOptions, type Joinable, joinConfigOf } from '../../c10d/join';
import { type ProcessGroup, nativeOf } from '../../c10d/process-group';
import { nativeWorkOf } from '../../c10d/work';
import { liveGroup } from '../../c10d/world';
import { runtimeError, typeError, valueError, warn } from '../../errors';
import { native } from '../../native/binding';
import type { ReducerBox } from '../../native/contract/reducer';
import { inGradMode } from '../../native/grad-mode';
import { runJob } from '../../native/jobs';
import { handleOf } from '../../ops/tensor-methods';
import { Device } from '../../tensor/device';
import { Module } from '../module';
import { SyncBatchNorm } from '../modules/sync-batch-norm';
import type { Parameter } from '../parameter';
import { type CommHook, CommHookRunner } from './comm-hooks';
import { DdpJoinHook } from './ddp-join';
import {
  DDP,
  type DdpArguments,
  type DdpValues,
  type DistributedDataParallelOptions,
  JOIN,
  bucketSizes,
  bufferSync,
} from './ddp-options';
import { type Managed, ignoreOf, managedOf, setIgnored } from './ddp-parameters';
import { groupOf, optionsOf, placementOf, requirePair } from './ddp-setup';
import { DelayedReduction } from './delayed-reduction';
import { findTensors, mapTensors } from './find-tensors';
import { ReplicaSync, rebuild } from './replica-sync';
import { sink } from './sink';
import { type Steps, explained, finish, finishAsync, inMode } from './steps';

/** Built-in communication hooks, which are C++. */
export const BuiltinCommHookType = { ALLREDUCE: 'ALLREDUCE', FP16_COMPRESS: 'FP16_COMPRESS' } as const;
export type BuiltinCommHookType = (typeof BuiltinCommHookType)[keyof typeof BuiltinCommHookType];

/** What a module's `forward` takes and gives. */
type Inputs<M extends Module> = Parameters<M['forward']>;
type Output<M extends Module> = ReturnType<M['forward']>;

export interface DdpJoinOptions extends JoinOptions {
  /**
   * Divides gradients by the number of all ranks, so that each input weighs the same. With false, by the number of ranks
   * that still have inputs. @defaultValue true
   */
  readonly divideByInitialWorldSize?: boolean;
}

const COMM_HOOK = {
  state: any(),
  hook: {
    ...required(callback<CommHook<never>>()),
    refuse: (): Error => typeError('Communication hook must be callable.'),
  },
};
const BUILTIN_HOOK = { commHookType: choice(['ALLREDUCE', 'FP16_COMPRESS']) };
const SAMPLE_RATE = { sampleRate: int() };

const PROMISED = 'DistributedDataParallel.forward: the module gave a promise. Use forwardAsync(), which waits for it';

/**
 * Trains one module on several processes: each has a replica and its own share of the data. Gradients are averaged over the
 * ranks while backward still runs, so that an optimizer on each rank makes the same step. Libtorch's own Reducer does it, and
 * ranks of Python's DistributedDataParallel may be in the same group.
 *
 * The constructor, `forward` and `backward` wait for the other ranks and block this thread meanwhile; `forwardAsync` and
 * `backwardAsync` do not. State dicts name everything `module.…`; save `ddp.module.stateDict()` for use without this wrapper.
 *
 * @typeParam M The module that is wrapped.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.parallel.DistributedDataParallel.html
 * @example
 * // Once `distributed.initProcessGroup` has settled:
 * const ddp = new nn.parallel.DistributedDataParallel(new nn.Linear(4, 2));
 * const optimizer = new optim.SGD(ddp.parameters(), { lr: 0.1 });
 * for (const [x, y] of loader) {
 *   optimizer.zeroGrad();
 *   nn.functional.crossEntropy(ddp.forward(x), y).backward();
 *   optimizer.step();
 * }
 */
export class DistributedDataParallel<M extends Module = Module> extends Module implements Joinable {
  /** What is trained. */
  readonly module: M;
  readonly processGroup: ProcessGroup;
  readonly device: Device;
  readonly deviceIds: readonly number[] | null;
  readonly outputDevice: number | null;
  readonly dim: number;
  readonly findUnusedParameters: boolean;
  readonly gradientAsBucketView: boolean;
  #staticGraph = false;
  readonly #sync: ReplicaSync;
  readonly #delayed: DelayedReduction | null;
  /** Null where the gradients of all parameters are delayed. */
  readonly #reducer: ReducerBox | null = null;
  readonly #managed: readonly Managed[];
  readonly #options: DistributedDataParallelOptions;
  /** What `forwardAsync` does before the module's own forward: one call after the other, as on the other ranks. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(module: M, ...optional: Mixed<DdpArguments, DistributedDataParallelOptions>);
  constructor(...args: readonly unknown[]) {
    super();
    const options = readArguments('DistributedDataParallel', DDP, args) as unknown as DdpValues & {
      readonly module: M;
    };
    const { module } = options;
    if (!(module instanceof Module)) throw typeError(`DistributedDataParallel(): 'module' should be a Module`);
    this.#options = optionsOf(options);
    requirePair(options);
    this.processGroup = groupOf(options);
    const buffers = bufferSync(options);
    const ignored = new Set(ignoreOf(module));
    const delayed = (options.delayAllReduceNamedParams ?? []).map(([name, parameter]) => {
      ignored.add(name);
      return parameter;
    });
    const placement = placementOf(module, ignored, delayed, options);
    this.device = placement.device;
    this.deviceIds = placement.deviceIds;
    this.outputDevice = placement.outputDevice;
    if (options.checkReduction) {
      warn('The `checkReduction` argument in `DistributedDataParallel` module is deprecated. Please avoid using it.');
    }
    this.dim = options.dim;
    this.findUnusedParameters = options.findUnusedParameters;
    this.gradientAsBucketView = options.gradientAsBucketView;
    this.#sync = new ReplicaSync(module, this.processGroup, this.device, ignored, buffers.forward);
    this.#managed = managedOf(module, ignored);
    this.#delayed = delayed.length
      ? new DelayedReduction(delayed, options.paramToHookAllReduce as Parameter, this.processGroup, this.device)
      : null;
    this.module = module;
    if (this.#managed.length === 0) return;
    if (options.initSync) this.#syncStart(buffers.init);
    this.#reducer = this.#makeReducer(options);
    if (options.staticGraph) this.#setStaticGraph();
  }

  #syncStart(withBuffers: boolean): void {
    const parameters = this.#managed.map(({ parameter }) => handleOf(parameter));
    const group = nativeOf(this.processGroup);
    const verify = { now: () => native.verifyParameters(group, parameters), later: () => Promise.resolve() };
    explained(this.processGroup, verify).now();
    this.#sync.states(0, withBuffers).now();
  }

  #makeReducer(options: DdpValues): ReducerBox {
    const reducer = native.newReducer(
      nativeOf(this.processGroup),
      this.#managed.map(({ parameter }) => handleOf(parameter)),
      this.#managed.map(({ sparse }) => Number(sparse)),
      { ...bucketSizes(options), ...options, names: this.#managed.map(({ name }) => name) },
    );
    const hasSyncBatchNorm = this.module.modules().some((layer) => layer instanceof SyncBatchNorm);
    const { deviceIds, outputDevice } = this;
    native.describeModule(
      reducer,
      this.module.constructor.name,
      deviceIds ?? [],
      outputDevice ?? -1,
      this.#sync.sendsBuffers,
      hasSyncBatchNorm,
      options.staticGraph,
    );
    return reducer;
  }

  #setStaticGraph(): void {
    this.#staticGraph = true;
    native.setStaticGraph(this.#needReducer());
    if (!this.findUnusedParameters) return;
    warn(
      'You passed findUnusedParameters: true to DistributedDataParallel, staticGraph will detect unused parameters ' +
        'automatically, so you do not need to set findUnusedParameters: true, just be sure these unused parameters will ' +
        'not change during training loop while using staticGraph.',
    );
  }

  #needReducer(): ReducerBox {
    if (this.#reducer) return this.#reducer;
    throw valueError('the gradients of all parameters are delayed: this module has no Reducer');
  }

  /** Throws an error, which the logging data then name, too. */
  #fail(error: Error, python: string): never {
    if (this.#reducer) native.logDdpError(this.#reducer, `<class '${python}'>: ${error.message}`);
    throw error;
  }

  /** Whether all steps have the same graph, as the constructor was told. */
  get staticGraph(): boolean {
    return this.#staticGraph;
  }

  /** Whether buffers of rank 0 go to all ranks before each forward. */
  get forwardSyncBuffers(): boolean {
    return this.#sync.sendsBuffers;
  }

  /** Whether the backward of the next forward reduces gradients; see {@link noSync}. */
  get requireBackwardGradSync(): boolean {
    return this.#sync.requireBackward;
  }

  set requireBackwardGradSync(required: boolean) {
    this.#sync.requireBackward = required;
  }

  /**
   * The module's own forward, on this rank's inputs. Sends the buffers of rank 0 first, and readies the reduction of
   * gradients.
   */
  override forward(...inputs: Inputs<M>): Output<M> {
    const recording = isGradEnabled();
    finish(this.#before(recording));
    const output: unknown = Reflect.apply(this.module.forward, this.module, this.#place(inputs));
    if (isThenable(output)) {
      Promise.resolve(output).catch(() => undefined);
      throw typeError(PROMISED);
    }
    return this.#after(output, recording) as Output<M>;
  }

  /**
   * {@link forward} off the JavaScript thread, as far as the module itself is: what the ranks do together never blocks, and
   * the module's `forwardAsync` is used where it has one.
   */
  async forwardAsync(...inputs: Inputs<M>): Promise<Awaited<Output<M>>> {
    const recording = isGradEnabled();
    const before = this.#turn.then(() => finishAsync(inMode(recording, this.#before(recording))));
    this.#turn = before.catch(() => undefined);
    await before;
    const module = this.module as unknown as Record<'forward' | 'forwardAsync', (...given: unknown[]) => unknown>;
    const run = module.forwardAsync ?? module.forward;
    const placed = this.#place(inputs);
    const output = await inGradMode(recording, () => Reflect.apply(run, module, placed));
    return inGradMode(recording, () => this.#after(output, recording)) as Awaited<Output<M>>;
  }

  /** Inputs on the module's own device. */
  #place(inputs: readonly unknown[]): unknown[] {
    const [id] = this.deviceIds ?? [];
    if (id === undefined) return [...inputs];
    const device = new Device(this.device.type, id);
    return inputs.map((input) => mapTensors(input, (tensor) => tensor.to(device)));
  }

  *#before(recording: boolean): Steps {
    const sync = this.#sync;
    const group = nativeOf(liveGroup(sync.group));
    const reducer = this.#reducer;
    if (!reducer) return;
    if (recording && sync.requireBackward) native.prepareForward(reducer, group);
    const work = Join.notifyJoinContext(this);
    if (work) native.setForwardWork(reducer, nativeWorkOf(work), sync.divideByInitialWorldSize);
    if (recording) yield rebuild(sync.group, reducer);
    const joining = joinConfigOf(this).enable;
    if (sync.sendsBuffersNow()) yield* sync.buffers(joining, true);
    if (joining) sync.announce();
  }

  #after(output: unknown, recording: boolean): unknown {
    const result = this.#reducer ? this.#prepare(this.#reducer, output, recording) : output;
    this.#delayed?.attach();
    return result;
  }

  #prepare(reducer: ReducerBox, output: unknown, recording: boolean): unknown {
    const reduces = recording && this.#sync.requireBackward;
    this.#sync.requireForward = reduces;
    const search = this.findUnusedParameters && !this.#staticGraph;
    if (reduces) native.prepareBackward(reducer, findTensors(output).map(handleOf), search);
    const sinks = search || (this.#staticGraph && native.awaitsFirstBackward(reducer));
    return sinks ? sink(reducer, output) : output;
  }

  /**
   * Gradients are accumulated on this rank and not reduced: for the first steps of gradient accumulation. The forward has to
   * be inside, too. The next forward and backward outside reduce the sum. With a function, sync or async, it lasts for that
   * function; else until the guard is disposed.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.parallel.DistributedDataParallel.html
   * @example
   * ddp.noSync(() => criterion.forward(ddp.forward(x), y).backward());
   * criterion.forward(ddp.forward(x), y).backward(); // reduces the sum of both
   */
  noSync(): ModeGuard;
  noSync<R>(body: () => R): R;
  noSync<R>(body?: () => R): R | ModeGuard {
    if (body !== undefined && typeof body !== 'function') throw typeError('noSync: expected a function');
    const former = this.#sync.requireBackward;
    this.#sync.requireBackward = false;
    const mode = guard(() => (this.#sync.requireBackward = former));
    if (!body) return mode;
    let later = false;
    try {
      const result = body();
      if (!isThenable(result)) return result;
      later = true;
      return Promise.resolve(result).finally(() => mode.restore()) as R;
    } finally {
      if (!later) mode.restore();
    }
  }

  /**
   * Trains on inputs whose number differs among the ranks: ranks that have none left take part in the reductions of the
   * others, and in the end all have the same parameters. With a function, sync or async, it runs that; else it gives a
   * {@link Join}, whose `run` does.
   *
   * @throws TorchError on all ranks with `throwOnEarlyTermination`, as soon as one has no inputs left.
   * @example
   * ddp.join(() => {
   *   for (const [x, y] of loader) {
   *     optimizer.zeroGrad();
   *     criterion.forward(ddp.forward(x), y).backward();
   *     optimizer.step();
   *   }
   * });
   */
  join<R>(body: () => R, options?: DdpJoinOptions): R;
  join(options?: DdpJoinOptions): Join;
  join(divideByInitialWorldSize: boolean, enable?: boolean, throwOnEarlyTermination?: boolean): Join;
  join(...args: readonly unknown[]): unknown {
    const [first, ...rest] = args;
    const body = typeof first === 'function' ? (first as () => unknown) : undefined;
    const { enable, ...options } = readArguments('DistributedDataParallel.join', JOIN, body ? rest : args);
    const join = new Join([this], { enable, ...options });
    return body ? join.run(body) : join;
  }

  joinHook(kwargs: Readonly<Record<string, unknown>> = {}): JoinHook {
    const divide = kwargs['divideByInitialWorldSize'] ?? true;
    if (typeof divide !== 'boolean') throw typeError("joinHook(): 'divideByInitialWorldSize' should be a boolean");
    return new DdpJoinHook(this.#sync, this.#needReducer(), this.findUnusedParameters, divide);
  }

  get joinDevice(): Device {
    return this.device;
  }

  get joinProcessGroup(): ProcessGroup {
    return this.processGroup;
  }

  /**
   * Puts a function in the place of the all-reduce of gradients: to compress them, for one. It can be registered once, before
   * the first backward. It is called with `state` and each {@link GradBucket} as soon as that is complete, and gives the
   * tensor that takes the bucket's place: at once, as a Work whose tensor it is, as a Future, or, where only `backwardAsync`
   * is used, as a promise. It divides by the number of ranks itself.
   *
   * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html
   * @example
   * ddp.registerCommHook(null, (_state: null, bucket: nn.parallel.GradBucket) => {
   *   const half = bucket.buffer().to(torch.bfloat16).div_(distributed.getWorldSize());
   *   return distributed.allReduce(half, { asyncOp: true }).getFuture().then(([sum]) => sum!.to(torch.float32));
   * });
   */
  registerCommHook<S>(state: S, hook: CommHook<S>): void;
  registerCommHook(...args: readonly unknown[]): void {
    const { state, hook } = this.#read('registerCommHook', COMM_HOOK, args);
    const runner = new CommHookRunner(
      hook as CommHook,
      state,
      this.#managed.map(({ parameter }) => parameter),
    );
    const name = (hook as { readonly name: string }).name || 'hook';
    native.registerCommHook(this.#needReducer(), name, runner.run, runner.finish);
  }

  /** {@link registerCommHook} with a hook of libtorch's own: `ALLREDUCE` or `FP16_COMPRESS`. */
  registerBuiltinCommHook(commHookType: BuiltinCommHookType): void;
  registerBuiltinCommHook(...args: readonly unknown[]): void {
    const { commHookType } = readArguments('registerBuiltinCommHook', BUILTIN_HOOK, args);
    native.registerBuiltinCommHook(this.#needReducer(), `BuiltinCommHookType.${commHookType}`, commHookType);
  }

  #read<S extends Parameters<typeof readArguments>[1]>(
    label: string,
    table: S,
    args: readonly unknown[],
  ): ReturnType<typeof readArguments<S>> {
    try {
      return readArguments(label, table, args);
    } catch (error) {
      return this.#fail(error as Error, 'TypeError');
    }
  }

  /**
   * What the Reducer has measured and how it is set, by Python's names: `bucket_sizes`, `avg_backward_comm_time` in
   * nanoseconds, `can_set_static_graph` and others.
   */
  getDdpLoggingData(...args: readonly never[]): Record<string, string | number | bigint> {
    takesNothing('getDdpLoggingData', args);
    return Object.fromEntries(native.ddpLoggingData(this.#needReducer()));
  }

  /** Measures every so many steps, after the first ten; 100 by default. */
  setDdpRuntimeLoggingSampleRate(sampleRate: number): void;
  setDdpRuntimeLoggingSampleRate(...args: readonly unknown[]): void {
    const { sampleRate } = readArguments('setDdpRuntimeLoggingSampleRate', SAMPLE_RATE, args);
    if (sampleRate < 1) {
      this.#fail(valueError('DDP runtime logging sample rate should be equal or greater than 1'), 'ValueError');
    }
    native.setLoggingSampleRate(this.#needReducer(), sampleRate);
  }

  /** Fails unless the latest backward has reduced all gradients: to be called after it where something seems wrong. */
  checkReducerFinalized(...args: readonly never[]): void {
    takesNothing('checkReducerFinalized', args);
    native.checkReducerFinalized(this.#needReducer());
  }

  /**
   * In which order the buckets hold the parameters, by their positions; null before the first backward, and where that order
   * stays that of definition. All ranks ask together. @internal
   */
  async bucketOrder(): Promise<number[] | null> {
    const reducer = this.#reducer;
    return (
      reducer &&
      runJob(
        (settle) => native.bucketOrder(reducer, settle),
        (order) => order as number[] | null,
      )
    );
  }

  /** Lays the buckets out in an order that {@link bucketOrder} gave in another process; all ranks do. @internal */
  useBucketOrder(order: readonly number[]): void {
    if (!this.#reducer || order.length !== this.#managed.length) return;
    native.useBucketOrder(this.#reducer, order);
  }

  /** Another one around a copy of the module, for `deepCopy`. Nothing is sent: the ranks copy what is equal. @internal */
  remade(copy: <N extends Module>(inner: N) => N): DistributedDataParallel<M> {
    if (this.#delayed) throw runtimeError('a DistributedDataParallel with delayed reductions cannot be copied');
    const inner = copy(this.module);
    setIgnored(inner, this.#sync.ignored);
    const result = new DistributedDataParallel(inner, { ...this.#options, initSync: false });
    result.requireBackwardGradSync = this.requireBackwardGradSync;
    return result;
  }

  /**
   * Names parameters and buffers of a module that DistributedDataParallel is to leave alone; before it wraps the module.
   *
   * @param names Full names: `encoder.weight`.
   */
  static setParamsAndBuffersToIgnoreForModel(module: Module, names: Iterable<string>, ...surplus: []): void {
    refuseSurplus('setParamsAndBuffersToIgnoreForModel', 2, surplus);
    setIgnored(module, names);
  }
}

limitArguments([DistributedDataParallel], { noSync: 1, joinHook: 1 });
