import { build, stop } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { root, runNode } from './run';

const base = temporaryFolder();
const example = path.join(root, 'examples/esbuild');

// Its process would keep jest waiting.
afterAll(() => stop());

/** A folder of a program that has the package in its node_modules. */
function makeProject(): string {
  const folder = mkdtempSync(path.join(base, 'project-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/libtorch-node'), 'junction');
  return folder;
}

test('the esbuild example bundles everything but libtorch-node, and runs', async () => {
  const folder = makeProject();
  const outfile = path.join(folder, 'server.mjs');
  await build({
    entryPoints: [path.join(example, 'server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.17',
    external: ['libtorch-node'],
  });
  const bundle = readFileSync(outfile, 'utf8');
  expect(bundle).toContain('from "libtorch-node"');
  expect(bundle).toContain('function total(');
  expect(runNode([outfile], { LIBTORCH_NODE_FLAVOUR: 'cpu' }, folder)).toBe('total 6\n');
});

test("the example's own build file has the options that the test uses", () => {
  const text = readFileSync(path.join(example, 'build.mjs'), 'utf8');
  for (const option of ["external: ['libtorch-node']", "platform: 'node'", "format: 'esm'"])
    expect(text).toContain(option);
});

// A CommonJS bundle has the wrong folder, an ES module none.
test.each([
  ['cjs', "import { ones } from 'libtorch-node'; console.log(ones([2]));"],
  ['esm', "import { ones } from 'libtorch-node'; console.log(ones([2]));"],
  ['esm', "import { Predictor } from 'libtorch-node/serving'; console.log(Predictor);"],
] as const)('a bundle (%s) with the package inside says how to leave it out: %s', async (format, contents) => {
  const folder = makeProject();
  const outfile = path.join(folder, `out/dist/server.${format === 'cjs' ? 'cjs' : 'mjs'}`);
  await build({
    stdin: { contents, resolveDir: folder },
    ...{ outfile, format, bundle: true, platform: 'node', logLevel: 'error' },
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('libtorch-node was put into a bundle.');
  expect(stderr).toContain("esbuild, Rollup   external: ['libtorch-node']");
  expect(stderr).toContain("code: 'ERR_CORE_NOT_FOUND'");
});
