import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describeFailure } from '../../../lib/install/failure';
import { locateLibtorch } from '../../../lib/install/locate';
import { libraryFileName } from '../../../lib/install/paths';
import type { Libtorch, LocateFailure, LocateOptions } from '../../../lib/install/types';
import { CUDA_LIBRARIES, fakeLibtorch, writeTree } from './fake';
import { temporaryFolder } from '../../support/temporary-folder';

const base = temporaryFolder();
let cases = 0;

/** A fresh cache folder, and an environment in which nothing else can be found. */
function freshCache(): { cache: string; env: NodeJS.ProcessEnv } {
  const cache = join(base, String(cases++), 'cache');
  mkdirSync(cache, { recursive: true });
  return { cache, env: { LIBTORCH_NODE_CACHE: cache, PATH: '' } };
}

function found(options: LocateOptions): Libtorch {
  const result = locateLibtorch({ systemRoots: [], ...options });
  if (!result.found) throw new Error(describeFailure(result));
  return result.libtorch;
}

function failure(options: LocateOptions): LocateFailure {
  const result = locateLibtorch({ systemRoots: [], ...options });
  if (result.found) throw new Error(`found ${result.libtorch.root}`);
  return result;
}

describe('the cache', () => {
  test('gives the newest patch release of the accepted minor version', () => {
    const { cache, env } = freshCache();
    fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0+cpu');
    fakeLibtorch(join(cache, '2.13.10-cpu'), '2.13.10+cpu');
    fakeLibtorch(join(cache, '2.13.9-cpu'), '2.13.9+cpu');
    fakeLibtorch(join(cache, '2.14.0-cpu'), '2.14.0+cpu');
    const root = join(cache, '2.13.10-cpu');
    expect(found({ env })).toEqual({
      root,
      libDir: join(root, 'lib'),
      includeDir: join(root, 'include'),
      version: '2.13.10',
      flavour: 'cpu',
      source: 'cache',
    });
  });

  test('prefers the first requirement, and reads the CUDA version from version.py', () => {
    const { cache, env } = freshCache();
    fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0+cpu');
    fakeLibtorch(join(cache, '2.14.1-cu130', 'torch'), "2.14.1'\ncuda: Optional[str] = '13.0", CUDA_LIBRARIES);
    const cuda = { minor: '2.14', kind: 'cuda' } as const;
    const cpu = { minor: '2.13', kind: 'cpu' } as const;
    expect(found({ env, accepts: [cuda, cpu] })).toMatchObject({ version: '2.14.1', flavour: 'cu130' });
    expect(found({ env, accepts: [cpu, cuda] })).toMatchObject({ version: '2.13.0', flavour: 'cpu' });
  });

  test('never gives a half copied libtorch, an unfinished one or another version', () => {
    const { cache, env } = freshCache();
    fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0+cpu', ['torch', 'c10']);
    fakeLibtorch(join(cache, '2.13.1-cpu.part'), '2.13.1+cpu');
    fakeLibtorch(join(cache, '2.12.0-cpu'), '2.12.0+cpu');
    expect(failure({ env }).attempts).toEqual([
      { source: 'cache', path: join(cache, '2.13.0-cpu'), reason: expect.stringContaining('torch_cpu') as string },
      {
        source: 'cache',
        path: join(cache, '2.12.0-cpu'),
        reason: 'is libtorch 2.12.0 (cpu), but this build needs 2.13 (cpu)',
      },
    ]);
  });

  test('that is not there is one attempt', () => {
    const { cache, env } = freshCache();
    rmSync(cache, { recursive: true });
    expect(failure({ env }).attempts).toEqual([{ source: 'cache', path: cache, reason: 'holds no libtorch' }]);
  });
});

describe('what was named', () => {
  test('comes before the cache', () => {
    const { cache, env } = freshCache();
    fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0+cpu');
    const other = fakeLibtorch(join(cache, '..', 'other'), '2.13.2');
    expect(found({ env: { ...env, LIBTORCH: other } })).toMatchObject({ root: other, source: 'LIBTORCH' });
    expect(found({ env: { ...env, LIBTORCH: '/nowhere' }, path: other })).toMatchObject({ source: 'option' });
  });

  test('is never replaced silently by something else', () => {
    const { cache, env } = freshCache();
    fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0+cpu');
    const wrong = join(cache, 'nowhere');
    expect(failure({ env: { ...env, LIBTORCH: wrong } }).attempts).toEqual([
      { source: 'LIBTORCH', path: wrong, reason: 'does not exist' },
    ]);
  });

  test('may be laid out as a zip of libtorch is', () => {
    const { cache, env } = freshCache();
    const root = writeTree(join(cache, 'zip'), {
      'build-version': '2.13.0+cpu\n',
      [`lib/${libraryFileName('torch')}`]: '',
      [`lib/${libraryFileName('torch_cpu')}`]: '',
      [`lib/${libraryFileName('c10')}`]: '',
    });
    expect(found({ env, path: root })).toMatchObject({ version: '2.13.0', flavour: 'cpu', includeDir: undefined });
  });

  test('without a version is refused', () => {
    const { cache, env } = freshCache();
    const root = writeTree(join(cache, 'odd'), { [`lib/${libraryFileName('torch')}`]: '' });
    expect(failure({ env, path: root }).attempts[0]?.reason).toContain('version cannot be told');
  });
});

test('a system folder is the last resort', () => {
  const { cache, env } = freshCache();
  const root = writeTree(fakeLibtorch(join(cache, '..', 'usr'), 'unused'), {
    'include/torch/headeronly/version.h':
      '#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 13\n#define TORCH_VERSION_PATCH 0\n',
  });
  rmSync(join(root, 'version.py'));
  expect(found({ env, systemRoots: ['/nowhere', root] })).toMatchObject({ source: 'system', version: '2.13.0' });
});

describe('Python', () => {
  test('is asked only when wanted, and its torch is used', () => {
    const { cache, env } = freshCache();
    const root = fakeLibtorch(join(cache, '..', 'site-packages', 'torch'), '2.13.0+cpu');
    const PYTHONPATH = join(root, '..');
    const withPython = {
      ...process.env,
      ...env,
      PYTHONPATH,
      PATH: process.env['PATH'],
      VIRTUAL_ENV: '',
      CONDA_PREFIX: '',
      LIBTORCH_NODE_PYTHON: '',
    };
    expect(failure({ env: withPython }).attempts.map((attempt) => attempt.source)).toEqual(['cache']);
    expect(found({ env: { ...withPython, LIBTORCH_USE_PYTORCH: '1' } })).toMatchObject({ root, source: 'python' });
  });

  test('that cannot be started is named', () => {
    const { env } = freshCache();
    const result = failure({ env: { ...env, LIBTORCH_NODE_PYTHON: '/no/python' }, usePython: true });
    expect(result.attempts).toHaveLength(1);
    expect(result.attempts[0]).toMatchObject({ source: 'python', path: '/no/python' });
    expect(result.attempts[0]?.reason).toContain('ENOENT');
  });
});

test('the text of a failure fits on a screen and names the places and the fix', () => {
  const { env } = freshCache();
  const text = describeFailure(failure({ env, systemRoots: ['/usr/local/libtorch', '/usr'] }));
  expect(text).toContain('libtorch 2.13 (cpu) was not found');
  expect(text).toContain('npx libtorch-node install');
  expect(text).toContain('/usr/local/libtorch');
  expect(text.split('\n').length).toBeLessThan(24);
});
