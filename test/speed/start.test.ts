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

test('importing leaves no tensor, no gradient mode and no draw behind', () => {
  const program = `
    const torch = require(${JSON.stringify(path.join(dist, 'index.js'))});
    const { tensors, bytes, peak } = torch.memory();
    const state = torch.getRngState();
    torch.manualSeed(torch.initialSeed());
    console.log(JSON.stringify([tensors, bytes, peak, torch.isGradEnabled(), state.equal(torch.getRngState())]));`;
  const found = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  expect(JSON.parse(found)).toEqual([0, 0, 0, true, true]);
});
