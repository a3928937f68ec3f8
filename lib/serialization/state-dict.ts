import { isTensor, type Tensor } from '../tensor';
import { serializationError } from './errors';
import { markOrderedDict, PickledObject } from './values';

/**
 * The state dict of a whole model that Python pickled, with Python's keys.
 *
 * Python's `torch.save(model, path)` stores the objects of the model. {@link load} with `weightsOnly: false` opens them
 * as a tree and runs nothing; this collects the parameters and persistent buffers of the tree as `state_dict()` would.
 *
 * @param tree a {@link PickledObject} with modules in it
 * @returns tensors by name, such as `rnn.weight_ih_l0`
 * @example
 * ```ts
 * const tree = torch.load<torch.PickledObject>('whole-model.pkl', { weightsOnly: false });
 * model.loadStateDict(torch.stateDictOf(tree));
 * ```
 */
export function stateDictOf(tree: unknown): Record<string, Tensor> {
  const out: Record<string, Tensor> = {};
  if (!isModule(tree)) {
    const what = tree instanceof PickledObject ? `a ${tree.className}` : 'this value';
    throw serializationError(`torch.stateDictOf: ${what} is not a pickled module; load it with { weightsOnly: false }`);
  }
  collect(tree, '', out, new Set());
  return markOrderedDict(out);
}

interface ModuleState {
  readonly parameters: Iterable<readonly [unknown, unknown]>;
  readonly buffers: Iterable<readonly [unknown, unknown]>;
  readonly modules: Iterable<readonly [unknown, unknown]>;
  readonly hidden: ReadonlySet<unknown>;
}

function isModule(value: unknown): value is PickledObject {
  return value instanceof PickledObject && stateOf(value) !== null;
}

function stateOf(object: PickledObject): ModuleState | null {
  // A class with __slots__ has (dict, slots).
  const attributes = attributesOf(Array.isArray(object.state) ? object.state[0] : object.state);
  if (!attributes.has('_parameters') || !attributes.has('_modules')) return null;
  const hidden = attributes.get('_non_persistent_buffers_set');
  return {
    parameters: attributesOf(attributes.get('_parameters')),
    buffers: attributesOf(attributes.get('_buffers')),
    modules: attributesOf(attributes.get('_modules')),
    hidden: hidden instanceof Set ? hidden : new Set(),
  };
}

/** The entries of a dict, however it was read. */
function attributesOf(value: unknown): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value as ReadonlyMap<unknown, unknown>;
  if (value instanceof PickledObject) return attributesOf(value.dict);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function collect(module: PickledObject, prefix: string, out: Record<string, Tensor>, open: Set<PickledObject>): void {
  const state = stateOf(module);
  if (!state) throw serializationError(`torch.stateDictOf: ${module.className} at "${prefix}" is not a pickled module`);
  if (open.has(module)) throw serializationError(`torch.stateDictOf: the module at "${prefix}" contains itself`);
  open.add(module);
  for (const [name, value] of state.parameters) add(out, prefix + String(name), value);
  for (const [name, value] of state.buffers) {
    if (!state.hidden.has(name)) add(out, prefix + String(name), value);
  }
  for (const [name, value] of state.modules) {
    if (value instanceof PickledObject) collect(value, `${prefix}${String(name)}.`, out, open);
  }
  open.delete(module);
}

function add(out: Record<string, Tensor>, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && isTensor(value)) out[name] = value;
}
