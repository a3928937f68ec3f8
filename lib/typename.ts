/** `torch.typename`: what Python calls something, with its module. */
import { refuseSurplus } from './arguments/read';
import { PYTHON_SPACES, pythonPath, spaceAt } from './ops/print/python-names';
import { pythonTypeName } from './ops/print/python-text';
import * as torch from './torch';

/** Namespaces of which Python has none. */
const OWN = ['torch.training', 'torch.datasets', 'torch.text'];

/** What no namespace below shows, or shows under the name of a module that Python does not give. */
const BUILTIN: readonly (readonly [unknown, string])[] = [
  [typename, 'torch.typename'],
  [torch.Complex, 'complex'],
  [torch.Slice, 'slice'],
];

/** The names of all namespaces, and of the classes and functions that they show; the first place that shows one counts. */
let names: ReadonlyMap<unknown, string> | undefined;

function readNames(): ReadonlyMap<unknown, string> {
  const read = new Map<unknown, string>(BUILTIN);
  for (const space of [...PYTHON_SPACES, ...OWN]) {
    const here = spaceAt(torch, space);
    if (!here) continue;
    read.set(here, space);
    for (const [name, value] of Object.entries(here))
      if (typeof value === 'function' && !read.has(value)) read.set(value, pythonPath(space, name));
  }
  return read;
}

/**
 * What Python calls something, with its module: `torch.FloatTensor` for a tensor, a class or a function of PyTorch with the module
 * that Python has it in, an object by its class. Others have their own names, and kinds of values those of Python. An operator has
 * its public name (Python says `torch._VariableFunctionsClass.abs`).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.typename.html
 * @example
 * torch.typename(torch.ones([2])); // 'torch.FloatTensor'
 * torch.typename(new torch.nn.Linear(2, 1)); // 'torch.nn.modules.linear.Linear'
 * torch.typename(torch.optim.Adam); // 'torch.optim.adam.Adam'
 */
export function typename(obj: unknown, ...surplus: []): string {
  refuseSurplus('typename', 1, surplus);
  if (torch.isTensor(obj)) return obj.type();
  names ??= readNames();
  if ((obj as { typename?: unknown } | null | undefined)?.typename === typename) return 'torch';
  const known = names.get(obj) ?? (typeof obj === 'object' ? names.get(obj?.constructor) : undefined);
  if (known !== undefined) return known;
  return typeof obj === 'function' && obj.name !== '' ? obj.name : pythonTypeName(obj);
}
