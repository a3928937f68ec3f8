import { isIterable } from '../arguments/plain-object';
import { isTensor, type Tensor } from '../tensor/tensor';
import type { ParamGroup } from './types';
import { typeName } from '../arguments/describe';
import { camelCase } from '../arguments/names';
import { typeError } from '../errors';

/** Splits what a constructor was given into groups. */
export function groupsOf(params: unknown): Record<string, unknown>[] {
  if (isTensor(params) || !isIterable(params)) {
    throw typeError(
      `params argument given to the optimizer should be an iterable of Tensors or groups, but got ${typeName(params)}`,
    );
  }
  const items = [...params];
  const first = items[0];
  if (first === undefined && items.length === 0) throw typeError('optimizer got an empty parameter list');
  if (isGroup(first)) return items as Record<string, unknown>[];
  return [{ params: items }];
}

/** An object that is neither a tensor nor a pair of name and tensor. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isTensor(value) && !Array.isArray(value);
}

/** A group made complete: its parameters as an array, checked, and every option that it does not give. */
export function completeGroup<G extends ParamGroup>(
  label: string,
  input: unknown,
  defaults: Readonly<Record<string, unknown>>,
): G {
  if (!isGroup(input)) throw typeError(`param_group must be an object, but got ${typeName(input)}`);
  const { params, names } = readParams(input['params']);
  checkNames(label, input, defaults);
  for (const [i, param] of params.entries()) checkParam(param, i, defaults['differentiable'] === true);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { ...given, params, ...(names ? { paramNames: names } : {}), ...missing(given, defaults) } as unknown as G;
}

function missing(given: object, defaults: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rest = Object.entries(defaults).filter(([name]) => !(name in given));
  return Object.fromEntries(rest.map(([name, value]) => [name, copyOf(value)]));
}

/** Pairs are arrays, which groups must not share. */
export function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? [...(value as unknown[])] : value;
}

/** A group may hold anything, but an option in Python's spelling is a slip. */
function checkNames(label: string, group: object, defaults: object): void {
  for (const name of Object.keys(group)) {
    const right = camelCase(name);
    if (right === name || !(right in defaults)) continue;
    throw typeError(`${label}: unknown option '${name}' in a parameter group: did you mean '${right}'?`);
  }
}

function readParams(value: unknown): { params: Tensor[]; names: string[] | null } {
  if (isTensor(value)) return { params: [value], names: null };
  if (value instanceof Set || Object.prototype.toString.call(value) === '[object Set]') {
    throw typeError('optimizer parameters need to be in an ordered collection: please use an array, not a Set');
  }
  if (!isIterable(value))
    throw typeError(`a parameter group needs params, an iterable of Tensors, got ${typeName(value)}`);
  const items = [...value];
  const named = items.filter((item): item is [string, Tensor] => Array.isArray(item));
  if (named.length === 0) return { params: items as Tensor[], names: null };
  if (named.length !== items.length) {
    throw typeError('all optimizer params should be with/without names. Some param names are missing');
  }
  return { params: named.map(([, param]) => param), names: named.map(([name]) => name) };
}

function checkParam(param: unknown, index: number, differentiable: boolean): void {
  if (!isTensor(param)) {
    throw typeError(
      `optimizer can only optimize Tensors, but one of the params is ${typeName(param)} (number ${index})`,
    );
  }
  if (!differentiable && !(param.isLeaf || param.retainsGrad)) {
    throw typeError(`can't optimize a non-leaf Tensor (parameter ${index})`);
  }
}
