import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { listBuilds, prune, uninstall } from '../../../lib/install/download/manage';
import { fakeLibtorch, writeTree } from './fake';
import { temporaryFolder } from '../../support/temporary-folder';

const base = temporaryFolder();
let cases = 0;

function filledCache(): string {
  const cache = join(base, String(cases++));
  fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0');
  fakeLibtorch(join(cache, '2.13.0-cu130', 'torch'), '2.13.0+cu130');
  fakeLibtorch(join(cache, '2.12.0-cpu'), '2.12.0');
  writeTree(cache, { '.stage-abc/lib/x': '', 'downloads/torch.whl.part': 'x', 'python/keep': '' });
  return cache;
}

test('builds are listed with their size, newest first', () => {
  const cache = filledCache();
  writeTree(cache, { '2.12.0-cpu/lib/big': 'x'.repeat(1000) });
  const builds = listBuilds(cache);
  expect(builds.map(({ version, flavour }) => `${version}-${flavour}`)).toEqual([
    '2.13.0-cu130',
    '2.13.0-cpu',
    '2.12.0-cpu',
  ]);
  expect(builds[2]?.bytes).toBe(1000 + "__version__ = '2.12.0'\n".length);
});

test('one build is removed by its name, and only if that means one', async () => {
  const cache = filledCache();
  await uninstall(cache, '2.12.0');
  expect(existsSync(join(cache, '2.12.0-cpu'))).toBe(false);
  await expect(uninstall(cache, '2.13.0')).rejects.toMatchObject({ code: 'ERR_INSTALL_USAGE' });
  await expect(uninstall(cache, '../evil')).rejects.toMatchObject({ code: 'ERR_INSTALL_USAGE' });
  await uninstall(cache, '2.13.0-cu130');
  expect(listBuilds(cache)).toHaveLength(1);
});

test('prune removes other versions and leftovers, and nothing else', async () => {
  const cache = filledCache();
  const removed = await prune(cache, ({ version }) => version === '2.13.0');
  expect(removed.map((path) => path.slice(cache.length + 1)).sort()).toEqual(['.stage-abc', '2.12.0-cpu', 'downloads']);
  expect(readdirSync(cache).sort()).toEqual(['2.13.0-cpu', '2.13.0-cu130', 'python']);
  expect(await prune(cache, () => true)).toEqual([]);
  expect(await prune(join(base, 'nowhere'), () => true)).toEqual([]);
});
