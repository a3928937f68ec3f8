import { runtimeError } from '../../errors';
import { native } from '../../native/binding';
import type { Module } from '../../nn/module';
import { isTensor, type Tensor } from '../../tensor/tensor';
import type { DType } from '../../tensor/dtype';
import { mapTensors } from '../checkpoint/whole';
import { markLike } from '../shards';
import { ForwardPass } from './forward-pass';
import { eachDifferentiable, type Gathering } from './gathering';
import type { ParameterGroup } from './parameter-group';

/** The forward that this thread is in. */
const pass = new ForwardPass();

/** What `fullyShard` keeps of a module: when its parameters are whole, and when each rank has its rows only. */
export class FsdpState {
  /** Whether the whole parameters are given back after forward; null: unless no other sharded module holds this one. */
  reshardAfterForward: boolean | null;
  /** Whether no other sharded module holds this one. */
  isRoot = true;
  /** Now in the modules. */
  #current: Gathering | null = null;
  readonly #modules: readonly Module[];
  /** Modules of the group that have run on the current whole parameters. */
  readonly #ran = new Set<Module>();

  constructor(
    readonly group: ParameterGroup,
    modules: readonly Module[],
    reshardAfterForward: boolean | null,
    /** The states of other modules. */
    private readonly stateOf: (module: Module) => FsdpState | undefined,
  ) {
    this.reshardAfterForward = reshardAfterForward;
    this.#modules = modules;
    for (const module of modules) {
      module.registerForwardPreHook((one, inputs) => this.#before(one, inputs), { prepend: true });
      module.registerForwardHook((one, _inputs, output) => this.#after(one, output));
    }
    this.#watchStateDicts(modules);
  }

  /** Whether the modules have whole parameters at this moment. */
  get isUnsharded(): boolean {
    return this.#current !== null;
  }

  unshard(): void {
    if (this.#current) return;
    const gathering = pass.gather(this);
    this.#current = gathering;
    this.group.parameters.forEach((parameter, i) => parameter.put(gathering.tensors[i] as Tensor));
  }

  /** The rows of this rank are in the modules again; `drop` gives the whole parameters' memory back. */
  reshard(drop = true): void {
    const gathering = this.#current;
    if (!gathering) return;
    this.#current = null;
    this.#ran.clear();
    for (const parameter of this.group.parameters) parameter.put(parameter.shard);
    if (drop) gathering.drop();
  }

  /** Without a graph nobody comes back to whole parameters. */
  get #dropsAfterForward(): boolean {
    return (this.reshardAfterForward ?? !this.isRoot) || !native.isGradEnabled();
  }

  #before(module: Module, inputs: unknown[]): unknown[] | undefined {
    if (!this.#modules.includes(module)) {
      throw runtimeError('FSDP does not support deepcopy. Please use state dict for serialization.');
    }
    // Left by a forward that failed, or that did not run all modules of the group.
    if (this.#current?.isStale) this.reshard();
    if (this.isRoot && this.#ran.size === 0) pass.begin(this.#inside(module));
    this.unshard();
    const { castForwardInputs, paramDtype } = this.group.policy;
    return castForwardInputs && paramDtype ? (cast(inputs, paramDtype) as unknown[]) : undefined;
  }

  #after(module: Module, output: unknown): unknown {
    const gathering = this.#current;
    const { outputDtype } = this.group.policy;
    const result = outputDtype ? cast(output, outputDtype) : output;
    if (!gathering) return result;
    const drops = this.#dropsAfterForward;
    if (drops) eachDifferentiable(result, (tensor) => tensor.registerHook(() => gathering.restore()));
    this.#ran.add(module);
    if (this.#ran.size === this.#modules.length) this.reshard(drops);
    if (this.isRoot) {
      // Groups inside of which not all modules have run in this forward.
      for (const state of this.#inside(module)) if (state !== this) state.reshard(state.#dropsAfterForward);
      pass.end();
    }
    return result;
  }

  /** The states of a module and of those inside. */
  #inside(module: Module): Set<FsdpState> {
    return new Set(module.modules().flatMap((inner) => this.stateOf(inner) ?? []));
  }

  /** A state dict has this rank's rows, and says of which wholes they are. */
  #watchStateDicts(modules: readonly Module[]): void {
    const shards = new Set<Tensor>(this.group.parameters.map(({ shard }) => shard));
    const owners = new Set(modules.flatMap((module) => module.modules()));
    for (const owner of owners) {
      owner.registerStateDictPreHook(() => this.reshard());
      owner.registerStateDictPostHook((module, stateDict, prefix) => {
        for (const [name, shard] of module.namedParameters({ recurse: false })) {
          const entry: unknown = stateDict[prefix + name];
          if (shards.has(shard) && isTensor(entry)) markLike(entry, shard);
        }
      });
    }
  }
}

/** Floating-point tensors in another type, in values of any nesting. */
function cast(value: unknown, dtype: DType): unknown {
  return mapTensors(value, (tensor) =>
    tensor.dtype.isFloatingPoint && tensor.dtype !== dtype ? tensor.to(dtype) : tensor,
  );
}
