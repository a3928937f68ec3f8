/** What nn shows are Python's names, and no others. */
import { nn } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { runPython } from '../../support/python';

const SPACES: Readonly<Record<string, object>> = {
  'torch.nn': nn,
  'torch.nn.functional': nn.functional,
  'torch.nn.init': nn.init,
  'torch.nn.utils': nn.utils,
  'torch.nn.utils.rnn': nn.utils.rnn,
  'torch.nn.utils.prune': nn.utils.prune,
  'torch.nn.utils.parametrize': nn.utils.parametrize,
  'torch.nn.utils.parametrizations': nn.utils.parametrizations,
};

/** Names of this library's own, with the place in which Python has what they do. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  // copy.deepcopy; torch.nn.modules.module._IncompatibleKeys.
  'torch.nn': ['IncompatibleKeys', 'deepCopy'],
  // A static method of each pruning method.
  'torch.nn.utils.prune': ['apply'],
};

const PYTHON = `
import importlib
spaces = [importlib.import_module(path) for path in input]
output = [[name for name in dir(space) if not name.startswith('__')] for space in spaces]
`;

test('names', () => {
  const paths = Object.keys(SPACES);
  const python = runPython<string[][]>(PYTHON, paths);
  const leaks = paths.flatMap((path, i) => {
    const known = new Set([...python[i]!.map(camelCase), ...python[i]!, ...(OWN[path] ?? [])]);
    const names = Object.keys(SPACES[path]!).filter((name) => !known.has(name));
    return names.map((name) => `${path}: ${name}`);
  });
  expect(leaks).toEqual([]);
});
