import type { NativeCheckpointInfo, NativeTensorInfo } from '../native/contract/serialization';
import { cut } from './brief';
import { serializationError } from './errors';
import { type Outline, Placeholder } from './placeholder';
import { isModuleTree } from './state-dict';
import { type Place, partsOf, walkTree } from './tree-walk';
import { PickledObject, TorchConstant } from './python-values';

/** A part of an object that is not rebuilt. */
const OF_OBJECT = /\.(state|args|list|dict)(?![\w$])/;

/** How many names or places a message lists. */
const SOME = 5;

interface Found {
  /** Where each refused name is first met. */
  readonly names: Map<string, string>;
  /** The outermost modules, and the dicts whose values are tensors. */
  readonly modules: string[];
  readonly stateDicts: string[];
  /** Parts of DTensors. */
  readonly shards: string[];
}

/**
 * Refuses a file that holds more than weights: names each class with the first place that has it, and says what to do
 * with this file. @internal
 */
export function refuse(
  label: string,
  info: NativeCheckpointInfo,
  allowed: ReadonlySet<string>,
  outline: Outline,
): never {
  const reasons = reasonsOf(info, allowed);
  const found = search(outline, reasons);
  if (reasons.size === 0) throw serializationError(`${label}: ${shardText(found.shards)}`);
  const list = [...reasons].slice(0, SOME).map(([name, reason]) => {
    const place = found.names.get(name);
    return `${cut(name)}${place === undefined ? '' : ` (at ${place})`}${reason === '' ? '' : `: ${reason}`}`;
  });
  const more = reasons.size > SOME ? ` and ${reasons.size - SOME} more` : '';
  const foreign = [...reasons.values()].some((reason) => reason === '');
  const needs = foreign
    ? `the checkpoint needs ${list.join(', ')}${more}, which ${reasons.size === 1 ? 'is' : 'are'} not on the list of safe names`
    : `the checkpoint holds what is not read: ${list.join('; ')}${more}`;
  throw serializationError(`${label}: ${needs}, so it was not opened. ${adviceFor(found)}`);
}

/** Names that are refused; those that are on the list of safe ones have a reason. */
function reasonsOf(info: NativeCheckpointInfo, allowed: ReadonlySet<string>): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const name of info.foreign) if (!allowed.has(name)) reasons.set(name, '');
  info.unreadable.forEach((name, index) => {
    if (index % 2 === 0 && !allowed.has(name)) reasons.set(name, info.unreadable[index + 1] as string);
  });
  return reasons;
}

function search({ root, tensors }: Outline, reasons: ReadonlyMap<string, string>): Found {
  const found: Found = { names: new Map(), modules: [], stateDicts: [], shards: [] };
  const modules = new Set<string>();
  walkTree(root, (place) => {
    const { value, path } = place;
    const info = value instanceof Placeholder ? (tensors[value.index] as NativeTensorInfo) : null;
    const name = nameOf(value, info);
    if (name !== null && reasons.has(name) && !found.names.has(name)) found.names.set(name, path);
    if (info?.whole !== undefined && info.whole.join() !== info.shape.join()) {
      found.shards.push(`${path}, [${info.shape.join(', ')}] of [${info.whole.join(', ')}]`);
    }
    if (isModuleTree(value)) {
      const isInner = [...modules].some((outer) => path.startsWith(outer));
      if (!isInner) found.modules.push(path);
      if (modules.size < SOME) modules.add(path);
    } else if (isStateDict(place)) {
      found.stateDicts.push(path);
    }
    return true;
  });
  return found;
}

function nameOf(value: unknown, info: NativeTensorInfo | null): string | null {
  if (value instanceof PickledObject) return value.className;
  if (value instanceof TorchConstant && value.kind === 'global') return value.name;
  return info?.className ?? null;
}

/** A dict with nothing but tensors in it. */
function isStateDict(place: Place): boolean {
  const { value } = place;
  const isDict = value instanceof Map || Object.getPrototypeOf(value) === Object.prototype;
  if (!isDict || OF_OBJECT.test(place.path)) return false;
  const parts = [...partsOf(place)].filter((part) => !part.path.endsWith('.keys()'));
  return parts.length > 0 && parts.every((part) => part.value instanceof Placeholder);
}

function adviceFor({ modules, stateDicts }: Found): string {
  const opened = 'const tree = torch.load(path, { weightsOnly: false }), which runs nothing';
  if (modules.length > 0) {
    const calls = modules.slice(0, SOME).map((path) => `torch.stateDictOf(${path})`);
    return `It holds whole pickled models: open it as ${opened}, and take ${calls.join(', ')}; or save model.state_dict() in Python`;
  }
  if (stateDicts.length > 0) {
    const list = stateDicts.slice(0, SOME).join(', ');
    return `Its weights are in ${list}: open it as ${opened}`;
  }
  return (
    `Open it as ${opened}: such values become PickledObjects in their places. ` +
    'torch.serialization.addSafeGlobals(names) lets names of yours pass'
  );
}

function shardText(shards: readonly string[]): string {
  const list = shards.slice(0, SOME).join('; ') + (shards.length > SOME ? `; and ${shards.length - SOME} more` : '');
  return (
    `the checkpoint holds DTensors, of which one rank wrote only its part: ${list}. ` +
    'torch.load(path, { weightsOnly: false }) gives these parts; for whole tensors save ' +
    'get_model_state_dict(model, options=StateDictOptions(full_state_dict=True)) in Python, or a distributed checkpoint'
  );
}
