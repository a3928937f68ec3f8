// The step of scripts/setup.cjs that installs npm packages, with a stand-in for npm.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';

const root = path.join(__dirname, '../../..');
const { npmPackages } = createRequire(__filename)('../../../scripts/setup/npm.cjs') as {
  npmPackages(folder: string): () => Promise<void>;
};

const base = temporaryFolder();
const LOCK = { packages: { '': { name: 'x' }, 'node_modules/a': { version: '1.0.0' } } };
const onPosix = process.platform === 'win32' ? describe.skip : describe;

/** A folder with a lock file, and on the PATH an npm that notes its command and ends with the status given for it. */
function project(statuses: Readonly<Record<string, number>>): { folder: string; calls: () => string[] } {
  const folder = mkdtempSync(path.join(base, 'project-'));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(LOCK));
  const cases = Object.entries(statuses).map(([command, status]) => `${command}) exit ${status};;`);
  const npm = path.join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\necho "$1 $2" >> "${folder}/calls"\ncase $1 in ${cases.join(' ')} *) exit 9;; esac\n`);
  chmodSync(npm, 0o755);
  process.env['PATH'] = `${folder}:${PATH}`;
  return { folder, calls: () => readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n') };
}

const PATH = process.env['PATH'] ?? '';
const relative = (folder: string): string => path.relative(root, folder);

onPosix('npm packages', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    process.env['PATH'] = PATH;
    jest.restoreAllMocks();
  });

  test('are those of the lock file, by npm ci and without scripts', async () => {
    const { folder, calls } = project({ ci: 0 });
    await npmPackages(relative(folder))();
    expect(calls()).toEqual(['ci --ignore-scripts']);
  });

  test('where npm ci refuses the lock file, npm install takes its versions and leaves it as it is', async () => {
    const { folder, calls } = project({ ci: 1, install: 0 });
    await npmPackages(relative(folder))();
    expect(calls()).toEqual(['ci --ignore-scripts', 'install --no-save']);
    expect(JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8'))).toEqual(LOCK);
  });

  test('where both fail, a sentence names the command', async () => {
    const { folder } = project({ ci: 1, install: 7 });
    await expect(npmPackages(relative(folder))()).rejects.toThrow(/`npm install .*` ended with 7/);
  });

  test('that are there are not installed again', async () => {
    const { folder, calls } = project({ ci: 0 });
    mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify(LOCK));
    await npmPackages(relative(folder))();
    expect(calls).toThrow(/ENOENT/);
  });
});
