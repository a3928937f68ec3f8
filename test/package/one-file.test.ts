/** The library is built into one file: what a program can see of its modules has to be as if each had its own. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as torch from '../../lib/index';
import { temporaryFolder } from '../support/temporary-folder';
import { root, runNode, runProgram } from './run';

const folder = temporaryFolder();

type Space = Readonly<Record<string, unknown>>;

/** What functions and classes are called, under the path at which a program finds them. */
function namesIn(space: Space, prefix: string, seen = new Set<unknown>()): Record<string, string> {
  if (seen.has(space)) return {};
  seen.add(space);
  const entries = Object.keys(space).flatMap((key): [string, string][] => {
    const value = space[key];
    const at = `${prefix}.${key}`;
    if (typeof value === 'function') return [[at, value.name]];
    return typeof value === 'object' && value !== null && !Object.hasOwn(value, 'key')
      ? Object.entries(namesIn(value as Space, at, seen))
      : [];
  });
  return Object.fromEntries(entries);
}

/** Without `ops`, which makes what it is asked for. */
const spaces: Space = { ...torch, ops: null };

test('functions and classes have the names that they have in the source', () => {
  const program = `const torch = require('libtorch-node');
${namesIn.toString()}
console.log(JSON.stringify(namesIn({ ...torch, ops: null }, 'torch')));`;
  const built = JSON.parse(runProgram(program)) as Record<string, string>;
  const source = namesIn(spaces, 'torch');
  expect(Object.keys(source).length).toBeGreaterThan(1000);
  expect(built).toEqual(source);
  // Names that other modules, or Node, have too.
  expect(built).toMatchObject({
    'torch.nn.Buffer': 'Buffer',
    'torch.autograd.Function': 'Function',
    'torch.load': 'load',
  });
});

test('ESM finds every name', () => {
  const file = path.join(folder, 'names.mjs');
  const url = JSON.stringify(pathToFileURL(path.join(root, 'dist/index.js')).href);
  writeFileSync(
    file,
    `import * as torch from ${url};
import { ones, nn, var as variance } from ${url};
console.log(JSON.stringify([Object.keys(torch), nn.functional.relu(ones([1])).item(), typeof variance]));`,
  );
  const [names, one, kind] = JSON.parse(runNode([file])) as [string[], number, string];
  const own = names.filter((name) => name !== 'default' && name !== 'module.exports');
  expect(own.sort()).toEqual(Object.keys(torch).sort());
  expect([one, kind]).toEqual([1, 'function']);
});

test('a warning names the line of the program, not one of the library', () => {
  const program = `const torch = require('libtorch-node');
const first = torch.noGrad(), second = torch.enableGrad();
first[Symbol.dispose]();
second[Symbol.dispose]();
process.on('warning', ({ message }) => console.log(message));`;
  const text = runProgram(program);
  expect(text).toContain('[eval]:2');
  expect(text).not.toContain('library.js');
});
