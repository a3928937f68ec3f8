/** What Python calls the classes and functions that are here. */
import * as torch from '../../lib/index';
import { camelCase } from '../../lib/arguments/names';
import { spaceAt } from '../../lib/ops/print/python-names';
import type { PythonApi } from './api';

/** By Python's namespace and the module that Python says names are of: these, as `name` or `nameHere=name`. */
export type Names = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Classes whose names JavaScript writes in another way than Python. */
export const RENAMED_CLASSES: Readonly<Record<string, string>> = {
  'torch.device': 'Device',
  'torch.dtype': 'DType',
  'torch.layout': 'Layout',
  'torch.memory_format': 'MemoryFormat',
  'torch.OutOfMemoryError': 'TorchOutOfMemoryError',
};

export function namesHere(api: PythonApi['names']): Names {
  return Object.fromEntries(Object.entries(api).map(([space, names]) => [space, rowsOf(space, names)]));
}

function rowsOf(space: string, names: Readonly<Record<string, string>>): Names[string] {
  const here = spaceAt(torch, space) ?? {};
  const rows: Record<string, string[]> = {};
  for (const [name, text] of Object.entries({ ...renamedOf(space), ...names })) {
    const ours = RENAMED_CLASSES[`${space}.${name}`] ?? camelCase(name);
    if (!(ours in here)) continue;
    const [module, last] = split(text);
    (rows[module] ??= []).push(camelCase(last) === ours ? last : `${ours}=${last}`);
  }
  return rows;
}

function renamedOf(space: string): Readonly<Record<string, string>> {
  const paths = Object.keys(RENAMED_CLASSES).filter((path) => split(path)[0] === space);
  return Object.fromEntries(paths.map((path) => [split(path)[1], path]));
}

function split(path: string): [module: string, name: string] {
  const at = path.lastIndexOf('.');
  return [path.slice(0, at), path.slice(at + 1)];
}
