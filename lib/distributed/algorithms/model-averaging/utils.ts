import { isPlainObject } from '../../../arguments/plain-object';
import { iterable, required } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeName } from '../../../arguments/describe';
import { allReduce } from '../../../c10d/all-reduce';
import type { ProcessGroup } from '../../../c10d/process-group';
import { type GroupOrNone, NON_GROUP_MEMBER, groupField, groupOrDefault } from '../../../c10d/world';
import { runtimeError } from '../../../errors';
import { withoutGrad } from '../../../native/grad-mode';
import { Parameter } from '../../../nn/parameter';
import { cat } from '../../../ops/generated/functions';
import type { ParamGroup } from '../../../optim/types';
import type { Tensor } from '../../../ops/tensor-methods';

/** Parameters of a module, or the groups of an optimizer. */
export type ParametersOrGroups = Iterable<Parameter> | Iterable<ParamGroup>;

const params = iterable<Iterable<unknown>>('an iterable of parameters or of groups of parameters');
const AVERAGE = { params, processGroup: required(groupField()) };
const FILTER = { params };

/** All parameters in one tensor, divided by the number of ranks: what is summed. */
function flattened(parameters: readonly Tensor[], group: ProcessGroup): Tensor {
  return withoutGrad(() => cat(parameters.map((parameter) => parameter.detach().reshape([-1]))).div_(group.size()));
}

/** The parameters out of one tensor again. */
function spread(flat: Tensor, parameters: readonly Tensor[]): void {
  withoutGrad(() => {
    let offset = 0;
    for (const parameter of parameters) {
      parameter.detach().copy_(flat.narrow(0, offset, parameter.numel()).viewAs(parameter));
      offset += parameter.numel();
    }
  });
}

/** @internal */
export function averageNow(parameters: readonly Tensor[], given: GroupOrNone | null): void {
  if (given === NON_GROUP_MEMBER) return;
  const group = groupOrDefault(given);
  const flat = flattened(parameters, group);
  allReduce(flat, { group });
  spread(flat, parameters);
}

/** @internal */
export async function averageLater(parameters: readonly Tensor[], given: GroupOrNone | null): Promise<void> {
  if (given === NON_GROUP_MEMBER) return;
  const group = groupOrDefault(given);
  const flat = flattened(parameters, group);
  await allReduce(flat, { group, asyncOp: true });
  spread(flat, parameters);
}

/**
 * Averages tensors over the ranks of a group, in place. They are sent as one, which takes as much memory again while it
 * lasts; where their types differ, in the type that holds them all. A rank that is not in the group does nothing.
 *
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/distributed/algorithms/model_averaging/utils.py
 * @example
 * const { utils } = distributed.algorithms.modelAveraging;
 * utils.averageParameters(model.parameters(), await distributed.newGroup());
 */
export function averageParameters(params: Iterable<Tensor>, processGroup: GroupOrNone | null): void;
export function averageParameters(...args: readonly unknown[]): void {
  const { params: given, processGroup } = readArguments('averageParameters', AVERAGE, args);
  averageNow([...given] as Tensor[], processGroup);
}

/** Of parameters, or of the groups of an optimizer, those that have a gradient: the others have not changed. */
export function getParamsToAverage(params: ParametersOrGroups): Tensor[];
export function getParamsToAverage(...args: readonly unknown[]): Tensor[] {
  const { params: given } = readArguments('getParamsToAverage', FILTER, args);
  return [...given].flatMap(tensorsOf).filter((tensor) => tensor.grad !== null);
}

function tensorsOf(item: unknown): readonly Tensor[] {
  if (item instanceof Parameter) return [item];
  if (isPlainObject(item) && Array.isArray(item['params'])) return item['params'] as Tensor[];
  throw runtimeError(`Parameter input of type ${typeName(item)} is not supported`, {
    code: 'ERR_TORCH_NOT_IMPLEMENTED',
  });
}

/** {@link averageParameters} of those that {@link getParamsToAverage} gives. */
export function averageParametersOrParameterGroups(params: ParametersOrGroups, processGroup: GroupOrNone | null): void;
export function averageParametersOrParameterGroups(...args: readonly unknown[]): void {
  const { params: given, processGroup } = readArguments('averageParametersOrParameterGroups', AVERAGE, args);
  averageNow(getParamsToAverage(given as ParametersOrGroups), processGroup);
}
