import { show } from '../../arguments/describe';
import { bool, keyword, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { type GroupOrNone, groupField, groupOrDefault, NON_GROUP_MEMBER } from '../../c10d/world';
import { typeError, valueError } from '../../errors';
import type { Module } from '../../nn/module';
import type { Parameter } from '../../nn/parameter';
import { isModule } from '../../nn/module-state';
import type { Tensor } from '../../tensor/tensor';
import { FsdpState } from './fsdp-state';
import { addMethods, type FSDPModule, stateOf } from './fsdp-module';
import { ParameterGroup } from './parameter-group';
import { type MixedPrecisionPolicy, POLICY } from './policy';
import { placesOf, ShardedParameter } from './sharded-parameter';

export interface FullyShardOptions {
  /** The ranks among which the parameters are divided; Python takes a mesh. @defaultValue all */
  readonly processGroup?: GroupOrNone | null;
  /**
   * Give the whole parameters back after forward, and gather them again in backward. @defaultValue null: true, but false
   * for the module that holds all others, whose backward comes at once
   */
  readonly reshardAfterForward?: boolean | null;
  /** In which types to compute. @defaultValue the parameters' own */
  readonly mpPolicy?: MixedPrecisionPolicy;
  /** Parameters that are left as they are: neither divided nor reduced. @defaultValue none */
  readonly ignoredParams?: ReadonlySet<Parameter> | null;
}

type Modules = Module | readonly Module[];

const TABLE = {
  module: value<Modules>('a Module or several', (given) => isModule(given) || Array.isArray(given)),
  processGroup: keyword(groupField()),
  reshardAfterForward: keyword(nullable(bool())),
  mpPolicy: POLICY,
  ignoredParams: keyword(nullable(value<ReadonlySet<Tensor>>('a Set of parameters', (given) => given instanceof Set))),
};

/**
 * Divides the parameters of a module by rows among the ranks of a group, and with them their gradients and the optimizer's
 * state. Before the module's forward they are gathered, and given back after it; backward gathers them again, and leaves
 * on each rank the averaged gradients of its rows.
 *
 * Each call makes one group of the parameters that no earlier call has taken: call it for the layers first and for the
 * whole model last, and make the optimizer after that, of `model.parameters()`, which are the rows of this rank. All ranks
 * have to begin with equal parameters.
 *
 * The rows are ordinary parameters. `distributed.checkpoint.shardOf` says of which whole they are, and
 * `distributed.checkpoint.save` writes them as parts, which Python reads as it reads those of its own `fully_shard`. Python's
 * `DTensor` has no counterpart here: an operator on a shard sees the rows only.
 *
 * @param module - A module, or several whose parameters make one group. It is changed in place.
 * @param options - See {@link FullyShardOptions}.
 * @returns The module, with the methods of {@link FSDPModule}.
 * @throws TorchValueError for a parameter without dimensions.
 * @see https://docs.pytorch.org/docs/2.13/distributed.fsdp.fully_shard.html
 * @example
 * const layers = [new nn.Linear(8, 8), new nn.Linear(8, 1)];
 * const model = new nn.Sequential(...layers);
 * for (const layer of layers) distributed.fsdp.fullyShard(layer);
 * distributed.fsdp.fullyShard(model);
 * const optimizer = new optim.Adam(model.parameters());
 * model.forward(torch.ones([4, 8])).square().mean().backward();
 * optimizer.step();
 */
export function fullyShard<M extends Module>(module: M, options?: FullyShardOptions): M & FSDPModule;
export function fullyShard<M extends readonly Module[]>(
  modules: M,
  options?: FullyShardOptions,
): { [K in keyof M]: M[K] & FSDPModule };
export function fullyShard(...args: readonly unknown[]): unknown {
  const { module, ...options } = readArguments('fullyShard', TABLE, args);
  const modules = modulesOf(module);
  const group = groupOf(options.processGroup);
  const taken = new Set<Tensor>();
  for (const inner of modules.flatMap((one) => one.modules())) {
    const state = stateOf(inner);
    if (!state) continue;
    state.isRoot = false;
    for (const { shard } of state.group.parameters) taken.add(shard);
  }
  const places = placesOf(
    modules,
    (parameter) => taken.has(parameter) || (options.ignoredParams?.has(parameter) ?? false),
  );
  requireCpu([...places.keys()]);
  const names = new Map(modules.flatMap((one) => one.namedParameters().map(([name, parameter]) => [parameter, name])));
  const parameters = [...places].map(
    ([parameter, where]) => new ShardedParameter(names.get(parameter) ?? '?', parameter, where, group),
  );
  const state = new FsdpState(
    new ParameterGroup(parameters, group, options.mpPolicy),
    modules,
    options.reshardAfterForward,
    stateOf,
  );
  for (const one of modules) addMethods(one, state);
  return module;
}

function modulesOf(given: Modules): readonly Module[] {
  const modules: readonly Module[] = isModule(given) ? [given] : given;
  const wrong = modules.find((module) => !isModule(module));
  if (wrong !== undefined || modules.length === 0) {
    throw typeError(`fullyShard(): 'module' should be a Module or several, got ${show(wrong ?? [])}`);
  }
  const again = modules.find((module) => stateOf(module));
  if (again) throw valueError(`fullyShard: this ${again.constructor.name} has been sharded already`);
  return modules;
}

function groupOf(group: GroupOrNone | null): ReturnType<typeof groupOrDefault> {
  if (group !== NON_GROUP_MEMBER) return groupOrDefault(group);
  throw valueError('fullyShard: this rank is not part of the group');
}

/** The memory that is given back and filled again is the system's. */
function requireCpu(parameters: readonly Tensor[]): void {
  const other = parameters.find(({ device }) => device.type !== 'cpu');
  if (other) throw valueError(`fullyShard: parameters have to be in memory, but one is on ${String(other.device)}`);
}
