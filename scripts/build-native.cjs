#!/usr/bin/env node
'use strict';
// Builds the loader and the core with cmake-js. Called by `npm run build:native`, by prebuildify (as its nodeGyp) and
// by the action in binding.gyp; all three arrive here, so that there is one build.
//
//   node scripts/build-native.cjs [rebuild] [--debug|--release] [--flavour cpu|cuda] [--libtorch DIR] [--out DIR]
//                                 [--asan] [--coverage] [--separate] [--configure]
//
// --asan       with AddressSanitizer and UndefinedBehaviorSanitizer, into build/Asan
// --coverage   with gcc's counters of executed lines, into build/Coverage
// --separate   each file alone: dearer from clean, cheaper for who changes one file again and again
// --configure  compiles nothing, and writes compile_commands.json into build/cmake/lint
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { printUsage, runWithProgress } = require('./setup/progress.cjs');

const root = path.resolve(__dirname, '..');

function readOptions() {
  const { values } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      debug: { type: 'boolean' },
      asan: { type: 'boolean' },
      coverage: { type: 'boolean' },
      separate: { type: 'boolean' },
      configure: { type: 'boolean' },
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

/** The build folder: one for each kind of build, so that none undoes what another has done. */
function variantOf(options, config) {
  if (options.configure) return 'lint';
  const extras = ['asan', 'coverage'].filter((name) => options[name]);
  return [options.flavour, config.toLowerCase(), ...extras].join('-');
}

function outputOf(options, config) {
  if (options.out) return path.resolve(root, options.out);
  const folder = options.asan ? 'Asan' : options.coverage ? 'Coverage' : config;
  return path.join(root, 'build', folder);
}

const onOff = (value) => (value ? 'ON' : 'OFF');

async function main() {
  const options = readOptions();
  const config = options.debug ? 'Debug' : 'Release';
  const args = [
    ...['--out', path.join(root, 'build/cmake', variantOf(options, config))],
    ...['--config', config],
    ...['--parallel', String(process.env.LTN_BUILD_JOBS ?? require('node:os').availableParallelism())],
    `--CDLIBTORCH=${findLibtorch(options)}`,
    `--CDLTN_FLAVOUR=${options.flavour}`,
    `--CDLTN_OUTPUT=${outputOf(options, config)}`,
    `--CDLTN_UNITY=${onOff(!options.separate)}`,
    `--CDLTN_ASAN=${onOff(options.asan)}`,
    `--CDLTN_COVERAGE=${onOff(options.coverage)}`,
  ];
  // `build` alone would keep the libtorch and the options of the first configuration.
  for (const command of options.configure ? ['configure'] : ['configure', 'build']) {
    const all = [require.resolve('cmake-js/bin/cmake-js'), command, '--log-level', 'error', ...args];
    const status = await runWithProgress(process.execPath, all, { cwd: root, env: cleanEnvironment() });
    if (status !== 0) process.exit(status);
  }
  if (!options.configure) printUsage('native build');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
