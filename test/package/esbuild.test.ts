import { build, stop } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runNode } from './run';

const example = path.join(root, 'examples/esbuild');

// Its process would keep jest waiting.
afterAll(() => stop());

test('the esbuild example bundles everything but libtorch-node, and runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-esbuild-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/libtorch-node'), 'junction');
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
