#!/usr/bin/env node
'use strict';
// Builds the loader and the core with cmake-js. Called by `npm run build:native`, by prebuildify (as its nodeGyp) and
// by the action in binding.gyp; all three arrive here, so that there is one build.
//
//   node scripts/build-native.cjs [rebuild] [--debug|--release] [--flavour cpu|cuda] [--libtorch DIR] [--out DIR]
//                                 [--asan] [--separate]
//
// --separate compiles each file alone: dearer from clean, cheaper for who changes one file again and again.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');

function readOptions() {
  const { values } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      debug: { type: 'boolean' },
      asan: { type: 'boolean' },
      separate: { type: 'boolean' },
      flavour: { type: 'string', default: process.env.LIBTORCH_NODE_FLAVOUR ?? 'cpu' },
      libtorch: { type: 'string' },
      out: { type: 'string', default: process.env.LTN_OUTPUT }, // prebuildify cannot pass it on
    },
  });
  return values;
}

function findLibtorch(options) {
  if (options.libtorch) return path.resolve(options.libtorch);
  const locator = path.join(root, 'dist/install/locate.js');
  if (!fs.existsSync(locator)) {
    throw new Error('Run `npm run build:ts` first, or name a libtorch with --libtorch DIR.');
  }
  const { PINNED_CUDA_VERSION, minorOf } = require(path.join(root, 'dist/install/version.js'));
  const cuda = [{ minor: minorOf(PINNED_CUDA_VERSION), kind: 'cuda' }];
  const result = require(locator).locateLibtorch(options.flavour === 'cuda' ? { accepts: cuda } : {});
  if (result.found) return result.libtorch.root;
  throw new Error(require(path.join(root, 'dist/install/failure.js')).describeFailure(result));
}

/** node-gyp's make exports these, and they would reach into ours. */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of ['MAKEFLAGS', 'MFLAGS', 'MAKELEVEL']) delete env[name];
  return env;
}

function main() {
  const options = readOptions();
  const config = options.debug ? 'Debug' : 'Release';
  const variant = [options.flavour, config.toLowerCase(), ...(options.asan ? ['asan'] : [])].join('-');
  const output = path.resolve(root, options.out ?? (options.asan ? 'build/Asan' : `build/${config}`));
  const args = [
    ...['--out', path.join(root, 'build/cmake', variant)],
    ...['--config', config],
    ...['--parallel', String(process.env.LTN_BUILD_JOBS ?? require('node:os').availableParallelism())],
    `--CDLIBTORCH=${findLibtorch(options)}`,
    `--CDLTN_FLAVOUR=${options.flavour}`,
    `--CDLTN_OUTPUT=${output}`,
    `--CDLTN_UNITY=${options.separate ? 'OFF' : 'ON'}`,
    `--CDLTN_ASAN=${options.asan ? 'ON' : 'OFF'}`,
  ];
  // `build` alone would keep the libtorch and the options of the first configuration.
  for (const command of ['configure', 'build']) {
    const all = [require.resolve('cmake-js/bin/cmake-js'), command, '--log-level', 'error', ...args];
    const result = spawnSync(process.execPath, all, { cwd: root, stdio: 'inherit', env: cleanEnvironment() });
    if (result.status !== 0) process.exit(result.status ?? 1);
  }
}

main();
