/** What every program pays for at its start, whether it needs it or not. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const dist = path.join(__dirname, '../../dist/index.js');

test('importing loads one package, which finds the prebuilt loader', () => {
  const program = `require(${JSON.stringify(dist)}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const files = JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })) as string[];
  const packages = files.flatMap((file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? []);
  expect(files).toContain(dist);
  expect([...new Set(packages)]).toEqual(['node-gyp-build']);
});
