import { isPlainObject } from '../../../arguments/plain-object';
import { iterable, required } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeName } from '../../../arguments/describe';
import { type GroupOrNone, groupField } from '../../../c10d/world';
import { runtimeError } from '../../../errors';
import { Parameter } from '../../../nn/parameter';
import type { ParamGroup } from '../../../optim/types';
import type { Tensor } from '../../../ops/tensor-methods';
import { averageNow } from './average';

/** Parameters of a module, or the groups of an optimizer. */
export type ParametersOrGroups = Iterable<Parameter> | Iterable<ParamGroup>;

const params = iterable<Iterable<unknown>>('an iterable of parameters or of groups of parameters');
const AVERAGE = { params, processGroup: required(groupField()) };
const FILTER = { params };

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

/**
 * Of parameters, or of the groups of an optimizer, those that have a gradient: the others have not changed.
 *
 * @example
 * const { utils } = distributed.algorithms.modelAveraging;
 * model.forward(x).sum().backward();
 * utils.getParamsToAverage(model.parameters()).length; // 2
 */
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

/**
 * {@link averageParameters} of those that {@link getParamsToAverage} gives.
 *
 * @example
 * const { utils } = distributed.algorithms.modelAveraging;
 * model.forward(x).sum().backward();
 * utils.averageParametersOrParameterGroups(optimizer.paramGroups, await distributed.newGroup());
 */
export function averageParametersOrParameterGroups(params: ParametersOrGroups, processGroup: GroupOrNone | null): void;
export function averageParametersOrParameterGroups(...args: readonly unknown[]): void {
  const { params: given, processGroup } = readArguments('averageParametersOrParameterGroups', AVERAGE, args);
  averageNow(getParamsToAverage(given as ParametersOrGroups), processGroup);
}
