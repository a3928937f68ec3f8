import { show } from '../../arguments/describe';
import { bool, nullable, value } from '../../arguments/fields';
import { isPlainObject, isIterable } from '../../arguments/plain-object';
import { readOptions } from '../../arguments/read';
import { type GroupOrNone, groupField, groupOrDefault, NON_GROUP_MEMBER } from '../../c10d/world';
import type { ProcessGroup } from '../../c10d/process-group';
import { runtimeError, typeError, valueError } from '../../errors';
import { Optimizer } from '../../optim/optimizer';
import type { OptimizerParams, ParamGroup } from '../../optim/types';
import { isTensor, type Tensor } from '../../tensor/tensor';

/** What a ZeroRedundancyOptimizer is given, checked. */

/** The class of an optimizer. */
export type OptimizerClass = new (params: never, options?: never) => Optimizer;

export interface ZeroOptions {
  /** The ranks among which the state is divided. @defaultValue all */
  readonly processGroup?: GroupOrNone | null;
  /** Keep the parameters of each rank in one tensor, which is sent at once. @defaultValue false */
  readonly parametersAsBucketView?: boolean;
  /** Python's overlap of steps with DistributedDataParallel; there is none here. @defaultValue false */
  readonly overlapWithDdp?: boolean;
}

const OWN = {
  optimizerClass: value<OptimizerClass>(
    'the class of an optimizer',
    (given) => typeof given === 'function' && (given as { prototype?: unknown }).prototype instanceof Optimizer,
  ),
  processGroup: nullable(groupField()),
  parametersAsBucketView: bool(false),
  overlapWithDdp: bool(false),
};

/** @internal */
export interface ZeroArguments {
  readonly params: readonly unknown[];
  readonly tensors: readonly Tensor[];
  readonly optimizerClass: OptimizerClass;
  readonly group: ProcessGroup;
  readonly parametersAsBucketView: boolean;
  readonly defaults: Readonly<Record<string, unknown>>;
}

const NAMES = Object.keys(OWN) as (keyof typeof OWN)[];

/** @internal */
export function readZeroArguments(args: readonly unknown[]): ZeroArguments {
  const [params, ...rest] = args;
  const last = rest.at(-1);
  const named: Readonly<Record<string, unknown>> = isPlainObject(last) ? last : {};
  const positions = isPlainObject(last) ? rest.slice(0, -1) : rest;
  if (positions.length > NAMES.length) {
    throw typeError(
      `ZeroRedundancyOptimizer() takes at most ${NAMES.length + 1} arguments, got ${positions.length + 1}`,
    );
  }
  const byPosition = Object.fromEntries(positions.map((given, i) => [NAMES[i], given]));
  const twice = Object.keys(byPosition).find((name) => name in named);
  if (twice) throw typeError(`ZeroRedundancyOptimizer() got '${twice}' twice: by position and by name`);
  const own = Object.fromEntries(NAMES.filter((name) => name in named).map((name) => [name, named[name]]));
  const options = readOptions('ZeroRedundancyOptimizer', OWN, { ...byPosition, ...own });
  const { list, tensors } = readParams(params);
  return {
    params: list,
    tensors,
    optimizerClass: options.optimizerClass,
    group: groupOf(options.processGroup),
    parametersAsBucketView: options.parametersAsBucketView,
    defaults: defaultsOf(named, options.overlapWithDdp),
  };
}

function defaultsOf(named: Readonly<Record<string, unknown>>, overlapWithDdp: boolean): Record<string, unknown> {
  if (overlapWithDdp) {
    throw runtimeError(
      'ZeroRedundancyOptimizer: overlapWithDdp is not supported; leave it out, and step() sends the parameters after the ' +
        'backward pass',
      { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
    );
  }
  return Object.fromEntries(Object.entries(named).filter(([name]) => !(NAMES as readonly string[]).includes(name)));
}

function groupOf(group: GroupOrNone | null): ProcessGroup {
  if (group !== NON_GROUP_MEMBER) return groupOrDefault(group);
  throw valueError('ZeroRedundancyOptimizer: this rank is not part of the group');
}

function readParams(params: unknown): { readonly list: readonly unknown[]; readonly tensors: readonly Tensor[] } {
  if (isTensor(params) || !isIterable(params)) {
    throw typeError(`\`params\` argument should be an iterable of Tensors or groups, but got ${show(params)}`);
  }
  const list = [...params];
  if (list.length === 0) throw valueError('ZeroRedundancyOptimizer got an empty parameter list');
  const tensors = list.flatMap((item) => tensorsOf(item));
  requireSameDenseType(tensors);
  return { list, tensors };
}

/** The tensors of a group, of a pair of name and tensor, or of a tensor. */
function tensorsOf(item: unknown): Tensor[] {
  if (isTensor(item)) return [item];
  if (Array.isArray(item)) return item.filter((part): part is Tensor => isTensor(part));
  if (isPlainObject(item) && item['params'] !== undefined) {
    const { params } = item;
    return isTensor(params) ? [params] : [...(params as Iterable<unknown>)].flatMap((one) => tensorsOf(one));
  }
  if (isPlainObject(item)) {
    throw valueError(
      "Each parameter group passed-in via `params` must have a 'params' key mapping to the parameters in the group",
    );
  }
  throw typeError(`\`params\` argument should be an iterable of Tensors or groups, but it has ${show(item)}`);
}

/** One tensor of a rank's parameters is sent, so all have one type. */
export function requireSameDenseType(tensors: readonly Tensor[]): void {
  const typeOf = (tensor: Tensor): string => `${String(tensor.dtype)}, ${String(tensor.layout)}`;
  const [first] = tensors;
  if (!first) return;
  const others = tensors.find((tensor) => typeOf(tensor) !== typeOf(first));
  const text = 'ZeroRedundancyOptimizer only supports using the same dense type for all parameters but got';
  if (String(first.layout) !== 'torch.strided') throw valueError(`${text} ${typeOf(first)}`);
  if (others) throw valueError(`${text} both ${typeOf(first)} and ${typeOf(others)}`);
}

/** What an optimizer's constructor takes first. @internal */
export type Given = OptimizerParams<object>;

/** The options of a group, without its parameters. @internal */
export function optionsOf(group: ParamGroup): Record<string, unknown> {
  const { params: _params, paramNames: _names, ...options } = group;
  return options;
}
