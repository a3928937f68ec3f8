#!/usr/bin/env node
'use strict';
// npm run release:prebuild: the loader and one core for each flavour, stripped, into prebuilds/<platform>-<arch>.
//
//   node scripts/prebuild.cjs [--flavours cpu,cuda]
//
// Without --flavours: cpu, and cuda where the cache holds a CUDA libtorch of the pinned version.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs, promisify } = require('node:util');

const root = path.resolve(__dirname, '..');
// A folder of its own, because prebuildify moves the loader out of the build that developers use.
const stage = path.join(root, 'build/prebuild');
const output = path.join(stage, 'build/Release');
const prebuilds = path.join(root, 'prebuilds', `${process.platform}-${process.arch}`);

async function main() {
  const setup = spawnSync(process.execPath, ['scripts/setup.cjs', '--for', 'package'], { cwd: root, stdio: 'inherit' });
  if (setup.status !== 0) process.exit(1);
  const flavours = chooseFlavours();
  for (const folder of [output, prebuilds]) fs.rmSync(folder, { recursive: true, force: true });
  for (const flavour of flavours) buildNative(flavour);
  await prebuildify(flavours[0]);
  for (const name of fs.readdirSync(prebuilds)) {
    const { size } = fs.statSync(path.join(prebuilds, name));
    console.log(`${path.join(path.relative(root, prebuilds), name)}  ${(size / 1e6).toFixed(2)} MB`);
  }
}

function chooseFlavours() {
  const { values } = parseArgs({ options: { flavours: { type: 'string' } } });
  if (values.flavours) return values.flavours.split(',');
  const { locateLibtorch } = require(path.join(root, 'dist/install/locate.js'));
  const { PINNED_CUDA_VERSION, minorOf } = require(path.join(root, 'dist/install/version.js'));
  const cuda = locateLibtorch({ accepts: [{ minor: minorOf(PINNED_CUDA_VERSION), kind: 'cuda' }] }).found;
  return cuda ? ['cpu', 'cuda'] : ['cpu'];
}

function buildNative(flavour) {
  const args = [path.join(root, 'scripts/build-native.cjs'), '--flavour', flavour, '--out', output];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs the same build once more, which finds nothing to do, then strips, names and copies. */
async function prebuildify(flavour) {
  process.env.LTN_OUTPUT = output;
  process.env.LIBTORCH_NODE_FLAVOUR = flavour;
  const builder = path.join(root, 'scripts/build-native.cjs');
  await promisify(require('prebuildify'))({
    cwd: stage,
    out: root,
    name: 'libtorch-node',
    napi: true,
    targets: [{ runtime: 'node', target: process.versions.node }],
    strip: true,
    tagLibc: process.platform === 'linux',
    nodeGyp: process.platform === 'win32' ? `node "${builder}"` : builder,
  });
}

void main();
