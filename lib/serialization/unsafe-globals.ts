import { regularFile } from '../arguments/files';
import { readArguments } from '../arguments/read';
import { PATH } from './fields';
import { outline } from './open';
import { allowedNames } from './safe-globals';

const FILE = { f: PATH };

/**
 * The names in a checkpoint that `torch.load` refuses with `weightsOnly: true`.
 *
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.get_unsafe_globals_in_checkpoint
 * @example
 * ```ts
 * torch.save({ weight: torch.ones([2]) }, 'weights.pt');
 * torch.serialization.getUnsafeGlobalsInCheckpoint('weights.pt'); // []
 * ```
 */
export function getUnsafeGlobalsInCheckpoint(f: string | URL): string[];
export function getUnsafeGlobalsInCheckpoint(...args: readonly unknown[]): string[] {
  const label = 'torch.serialization.getUnsafeGlobalsInCheckpoint';
  const { f } = readArguments(label, FILE, args);
  const allowed = allowedNames();
  return outline(regularFile(label, f)).info.foreign.filter((name) => !allowed.has(name));
}
