/** What every program pays for at its start, whether it needs it or not. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const dist = path.join(__dirname, '../../dist');

function loaded(): string[] {
  const program = `require(${JSON.stringify(path.join(dist, 'index.js'))}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })) as string[];
}

test('importing loads one package, which finds the prebuilt loader', () => {
  const packages = loaded().flatMap((file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)]).toEqual(['node-gyp-build']);
});

test('importing reads three files of this package', () => {
  const own = loaded().filter((file) => file.startsWith(dist + path.sep));
  expect(own.map((file) => path.relative(dist, file)).sort()).toEqual(['errors.js', 'index.js', 'library.js']);
});
