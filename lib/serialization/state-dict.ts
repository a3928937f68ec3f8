import { article } from '../arguments/describe';
import { warn } from '../errors';
import { cut } from './brief';
import { isTensor, type Tensor } from '../tensor/tensor';
import { serializationError } from './errors';
import { Repeats } from './repeats';
import { walkTree } from './tree-walk';
import { markOrderedDict, PickledObject } from './python-values';
import { refuseSurplus } from '../arguments/read';

/**
 * The state dict of a whole model that Python pickled, with Python's keys.
 *
 * Python's `torch.save(model, path)` stores the objects of the model. {@link load} with `weightsOnly: false` opens them
 * as a tree and runs nothing; this collects the parameters and persistent buffers of the tree as `state_dict()` would.
 *
 * A class that writes its state dict itself, or has hooks on it, may have other names in Python. What a file shows of
 * that is a warning: hooks, and the classes of PyTorch that do so.
 *
 * @param tree a {@link PickledObject} with modules in it
 * @returns tensors by name, such as `rnn.weight_ih_l0`
 * @example
 * ```ts
 * // What torch.load(path, { weightsOnly: false }) gives for a pickled nn.Linear.
 * const attributes = { _parameters: { weight: torch.ones([1, 2]) }, _buffers: {}, _modules: {} };
 * const tree = new torch.PickledObject('torch.nn.modules.linear.Linear', [], attributes);
 * Object.keys(torch.stateDictOf(tree)); // ['weight']
 * ```
 */
export function stateDictOf(tree: unknown, ...surplus: []): Record<string, Tensor> {
  refuseSurplus('stateDictOf', 1, surplus);
  if (!isModuleTree(tree)) {
    const what = tree instanceof PickledObject ? article(tree.className) : 'this value';
    throw serializationError(`torch.stateDictOf: ${what} is not a pickled module; ${adviceFor(tree)}`);
  }
  const isLeaf = (value: unknown): boolean => typeof value === 'object' && value !== null && isTensor(value);
  const others: string[] = [];
  const entries = collectState(tree, isLeaf, others);
  warnOfOthers(others);
  return markOrderedDict(Object.fromEntries(entries) as Record<string, Tensor>);
}

/** Where the modules of a tree are. */
function adviceFor(tree: unknown): string {
  const places: string[] = [];
  walkTree(tree, ({ value, path }) => {
    if (!isModuleTree(value)) return true;
    places.push(path);
    return false;
  });
  if (places.length === 0) return 'load it with { weightsOnly: false }';
  return `there is one in it: ${places
    .slice(0, SOME)
    .map((path) => `torch.stateDictOf(${path})`)
    .join(', ')}`;
}

/** Classes that write their state dicts themselves. */
const OWN_STATE =
  /^(torch\.(ao\.)?nn\.(sparse\.)?quantized\.|torch\.ao\.quantization\.|torch\.distributed\.nn\.|bitsandbytes\.nn\.)/;

/** How many modules a warning names. */
const SOME = 5;

/** Warns where Python's state dict may differ, as far as a file shows that. */
function warnOfOthers(others: readonly string[]): void {
  if (others.length === 0) return;
  const list = others.slice(0, SOME).join(', ') + (others.length > SOME ? ` and ${others.length - SOME} more` : '');
  warn(
    `torch.stateDictOf: ${list}: these write their state dicts themselves in Python, or have hooks on them, ` +
      'so that Python’s may have other names or values than this one',
  );
}

/** The entries of the state dict; `isTensorLike` tells what is a tensor. @internal */
export function collectState(
  tree: PickledObject,
  isTensorLike: (value: unknown) => boolean,
  others: string[] = [],
): [string, unknown][] {
  const out: [string, unknown][] = [];
  const add = (name: string, value: unknown): void => void (isTensorLike(value) && out.push([name, value]));
  collect(tree, '', { add, others, open: new Set(), repeats: new Repeats() });
  return out;
}

interface ModuleState {
  readonly parameters: Iterable<readonly [unknown, unknown]>;
  readonly buffers: Iterable<readonly [unknown, unknown]>;
  readonly modules: Iterable<readonly [unknown, unknown]>;
  readonly hidden: ReadonlySet<unknown>;
  /** Whether there are hooks on its state dict. */
  readonly hooked: boolean;
}

/** Whether the value is an `nn.Module` that was opened as a tree. @internal */
export function isModuleTree(value: unknown): value is PickledObject {
  return value instanceof PickledObject && stateOf(value) !== null;
}

const HOOKS = ['_state_dict_hooks', '_state_dict_pre_hooks'];

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
    hooked: HOOKS.some((name) => attributesOf(attributes.get(name)).size > 0),
  };
}

/** The entries of a dict, however it was read. */
function attributesOf(value: unknown): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value as ReadonlyMap<unknown, unknown>;
  if (value instanceof PickledObject) return attributesOf(value.dict);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

type Add = (name: string, value: unknown) => void;

interface Collecting {
  readonly add: Add;
  /** Modules whose state dict Python makes in another way. */
  readonly others: string[];
  /** The modules that the walk is inside of. */
  readonly open: Set<PickledObject>;
  readonly repeats: Repeats;
}

/** No model is so deep, and no name so long; a damaged or hostile file may be. */
const MAX_DEPTH = 1000;
const MAX_NAME = 10_000;

function collect(module: PickledObject, prefix: string, collecting: Collecting): void {
  const { add, open, repeats } = collecting;
  const state = stateOf(module);
  if (!state) throw serializationError(`torch.stateDictOf: ${module.className} at "${prefix}" is not a pickled module`);
  if (open.has(module)) throw serializationError(`torch.stateDictOf: the module at "${prefix}" contains itself`);
  if (open.size >= MAX_DEPTH || prefix.length > MAX_NAME) {
    throw serializationError(`torch.stateDictOf: the modules are nested too deep, at "${prefix.slice(0, 100)}..."`);
  }
  repeats.visit(module);
  if (state.hooked || OWN_STATE.test(module.className)) {
    collecting.others.push(`${cut(module.className)} at "${prefix.slice(0, -1)}"`);
  }
  open.add(module);
  for (const [name, value] of state.parameters) add(prefix + String(name), value);
  for (const [name, value] of state.buffers) {
    if (!state.hidden.has(name)) add(prefix + String(name), value);
  }
  for (const [name, value] of state.modules) {
    if (value instanceof PickledObject) collect(value, `${prefix}${String(name)}.`, collecting);
  }
  open.delete(module);
}
