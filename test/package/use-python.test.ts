import { pythonPath, runPython } from '../support/python';
import { temporaryFolder } from '../support/temporary-folder';
import { TRAINING, runProgram } from './run';

const LIBTORCH_NODE_CACHE = temporaryFolder();

test('with LIBTORCH_USE_PYTORCH=1 the torch of a Python is used in place', () => {
  const env = { LIBTORCH_NODE_CACHE, LIBTORCH_USE_PYTORCH: '1', LIBTORCH_NODE_PYTHON: pythonPath };
  const version = runPython<string>('output = torch.__version__.split("+")[0]');
  expect(JSON.parse(runProgram(TRAINING, env))).toMatchObject({ version, fell: true });
});

test('a Python without torch is named, with the way out', () => {
  const env = { LIBTORCH_NODE_CACHE, LIBTORCH_USE_PYTORCH: '1', LIBTORCH_NODE_PYTHON: '/no/python' };
  expect(() => runProgram(TRAINING, env)).toThrow(
    /Python: \/no\/python[\s\S]*LIBTORCH_USE_PYTORCH[\s\S]*ERR_LIBTORCH_NOT_FOUND/,
  );
});
