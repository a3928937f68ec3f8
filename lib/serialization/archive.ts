import { native } from '../binding';
import type { Handle } from '../native';
import { handleOf, isTensor, type Tensor, wrap } from '../tensor';
import { pathOf } from './options';

/** A value of an archive: a tensor, or what an optimizer keeps beside its tensors. */
export type ArchiveValue = Tensor | number | bigint | boolean | string | null | unknown[];

/**
 * Writes an archive that C++ opens with `torch::load`: a tensor, a vector of tensors, or a module from its state dict.
 * The file appears whole or not at all.
 *
 * @param value one tensor (`torch::load(tensor, path)`), an array of tensors (`torch::load(vector, path)`), or a state
 *   dict whose dotted names are the submodules of a `torch::nn::Module` (`torch::load(module, path)`)
 * @see https://docs.pytorch.org/cppdocs/api/function_namespacetorch_1a2098d4ba8a3bdb7a9f66f7fcb6bfd6a6.html
 * @example
 * ```ts
 * torch.saveArchive(new nn.Linear(2, 1).stateDict(), 'model.archive');
 * ```
 */
export function saveArchive(
  value: Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>,
  path: string | URL,
): void {
  const target = pathOf('torch.saveArchive', path);
  const entries = entriesOf(value);
  native.archiveSave(
    target,
    entries.map(([name]) => name.split('.')),
    entries.map(([, tensor]) => handleOf(tensor)),
  );
}

function entriesOf(value: unknown): [string, Tensor][] {
  if (typeof value !== 'object' || value === null) throw new TypeError('torch.saveArchive: expected tensors');
  const entries = isTensor(value) ? [['0', value] as const] : Object.entries(value as Record<string, unknown>);
  return entries.map(([name, tensor]) => {
    if (typeof tensor !== 'object' || tensor === null || !isTensor(tensor)) {
      throw new TypeError(`torch.saveArchive: "${name}" is not a tensor`);
    }
    if (name.split('.').includes('')) throw new TypeError(`torch.saveArchive: "${name}" has an empty part`);
    return [name, tensor];
  });
}

/**
 * Reads an archive that C++ wrote with `torch::save`. The names of nested archives are joined by dots, so that the
 * archive of a module is its state dict; a lone tensor is called `0`, the tensors of a vector `0`, `1` and so on.
 *
 * Open only archives that you trust: they are TorchScript files, and libtorch compiles what they contain. Checkpoints
 * of `torch.save` have no such limit.
 *
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveArchive(model.stateDict(), 'model.archive');
 * model.loadStateDict(torch.loadArchive('model.archive'));
 * ```
 */
export function loadArchive<T = Record<string, Tensor>>(path: string | URL): T {
  const out: Record<string, ArchiveValue> = {};
  for (const [names, tensor, value] of native.archiveLoad(pathOf('torch.loadArchive', path))) {
    out[names.join('.')] = tensor ? wrap(value as Handle) : (value as ArchiveValue);
  }
  return out as T;
}
