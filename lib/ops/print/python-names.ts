/** What Python calls classes, functions and namespaces. */
import { camelCase, snakeCase } from '../../arguments/names';
import { PYTHON_NAMES } from '../generated/names';

/** Python's namespaces. */
export const PYTHON_SPACES: readonly string[] = Object.keys(PYTHON_NAMES);

/** Namespaces that have another place here. */
const MOVED: Readonly<Record<string, string>> = { 'torch.utils.data': 'torch.data' };

/** What stands here at the place of a namespace of Python's: `torch.optim.lr_scheduler`. */
export function spaceAt(torch: object, space: string): Readonly<Record<string, unknown>> | undefined {
  let found: unknown = torch;
  for (const part of (MOVED[space] ?? space).split('.').slice(1))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[camelCase(part)];
  return found as Readonly<Record<string, unknown>> | undefined;
}

/** By namespace: names here and what Python calls them with their modules. */
const known = new Map<string, ReadonlyMap<string, string>>();

function namesIn(space: string): ReadonlyMap<string, string> {
  const rows = Object.entries(PYTHON_NAMES[space] ?? {});
  return new Map(rows.flatMap(([module, list]) => list.split(' ').map((entry) => named(module, entry))));
}

function named(module: string, entry: string): [here: string, text: string] {
  const [here, there] = entry.split('=') as [string, string?];
  return there === undefined ? [camelCase(entry), `${module}.${entry}`] : [here, `${module}.${there}`];
}

/**
 * What Python calls what a namespace shows under a name: `Linear` in `torch.nn` is `torch.nn.modules.linear.Linear`. What is not
 * Python's follows from both, as most of Python's functions do.
 */
export function pythonPath(space: string, name: string): string {
  let names = known.get(space);
  if (!names) known.set(space, (names = namesIn(space)));
  return names.get(name) ?? `${space}.${/^[A-Z]/.test(name) ? name : snakeCase(name)}`;
}
