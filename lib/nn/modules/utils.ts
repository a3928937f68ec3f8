import { type Field, str, value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { orderedDictAttributes } from '../../serialization/python-values';

/** A dict that is changed in place. */
export type MutableStateDict = Record<string, unknown> | Map<string, unknown>;

const isDict = (given: unknown): boolean => given instanceof Map || isPlainObject(given);
const DICT: Field<MutableStateDict> = {
  ...value<MutableStateDict>('a state dict: an object or a Map', isDict),
  object: true,
};
const CONSUME = { stateDict: DICT, prefix: str() };

/**
 * Takes a prefix off the names of a state dict, and off the names in its `_metadata`, in place. A state dict of
 * `DataParallel` or `DistributedDataParallel` then fits the module itself.
 *
 * @param stateDict what a file has; names without the prefix stay as they are
 * @param prefix most often `module.`
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.modules.utils.consume_prefix_in_state_dict_if_present.html
 * @example
 * ```ts
 * const stateDict = { 'module.weight': torch.ones([1, 2]), 'module.bias': torch.zeros([1]) };
 * nn.modules.utils.consumePrefixInStateDictIfPresent(stateDict, 'module.');
 * Object.keys(stateDict); // ['weight', 'bias']
 * ```
 */
export function consumePrefixInStateDictIfPresent(stateDict: MutableStateDict, prefix: string): void;
export function consumePrefixInStateDictIfPresent(...args: readonly unknown[]): void {
  const { stateDict, prefix } = readArguments('consumePrefixInStateDictIfPresent', CONSUME, args);
  strip(stateDict, prefix, (name) => name.startsWith(prefix));
  const metadata = (orderedDictAttributes(stateDict) as { _metadata?: unknown } | null)?._metadata;
  if (!isDict(metadata)) return;
  // The entry of the wrapper is '', and that of the module in it the prefix without its dot.
  const module = prefix.replaceAll('.', '');
  strip(metadata as MutableStateDict, prefix, (name) => name !== '' && (name === module || name.startsWith(prefix)));
}

function strip(dict: MutableStateDict, prefix: string, hasPrefix: (name: string) => boolean): void {
  const names = dict instanceof Map ? [...dict.keys()] : Object.keys(dict);
  for (const name of names) {
    if (typeof name === 'string' && hasPrefix(name)) rename(dict, name, name.slice(prefix.length));
  }
}

function rename(dict: MutableStateDict, from: string, to: string): void {
  if (dict instanceof Map) {
    const moved = dict.get(from);
    dict.delete(from);
    dict.set(to, moved);
    return;
  }
  const moved = dict[from];
  Reflect.deleteProperty(dict, from);
  // A name may be anything, `__proto__` too.
  Object.defineProperty(dict, to, { value: moved, enumerable: true, writable: true, configurable: true });
}
