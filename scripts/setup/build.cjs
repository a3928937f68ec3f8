'use strict';
const path = require('node:path');
const { Failure, ask, fingerprint, once, root, run, say } = require('./shared.cjs');

const sharedExtension = { win32: 'dll', darwin: 'dylib' }[process.platform] ?? 'so';

/** One part of dist/ (scripts/build-ts.cjs). */
function typescript(what, part, outputs) {
  return () => {
    const print = fingerprint([
      ...['lib', 'scripts/build-ts.cjs', 'scripts/bundle-library.cjs'],
      ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    ]);
    return once(what, `build/.${part}-stamp`, print, outputs, () =>
      run(process.execPath, ['scripts/build-ts.cjs', `--${part}`]),
    );
  };
}

const javascript = typescript('JavaScript', 'javascript', ['dist/index.js', 'dist/cli/main.js']);
/** After `javascript`, which empties dist/. */
const types = typescript('types', 'types', ['dist/index.d.ts']);

function locate() {
  return require(path.join(root, 'dist/install/locate.js')).locateLibtorch();
}

/** Installs the pinned libtorch for this user, unless one that fits is to be found. */
async function libtorch() {
  const result = locate();
  if (result.found)
    return say(`libtorch: ${result.libtorch.version} (${result.libtorch.flavour}) in ${result.libtorch.root}`);
  say('libtorch: installing');
  await run(process.execPath, ['dist/cli/main.js', 'install', '--yes']);
  if (!locate().found) throw new Failure('libtorch was installed, but is not found; see `npx libtorch-node doctor`.');
}

function native() {
  const found = locate();
  const { minorOf } = require(path.join(root, 'dist/install/version.js'));
  const core = `libtorch_node_cpu-${minorOf(found.libtorch.version)}.${sharedExtension}`;
  const nativeOutputs = ['build/Release/libtorch_node.node', `build/Release/${core}`];
  const extra = JSON.stringify([found.libtorch, process.arch]);
  const print = fingerprint(['native', 'CMakeLists.txt', 'scripts/build-native.cjs', 'package-lock.json'], extra);
  return once('native addon', 'build/Release/.stamp', print, nativeOutputs, () => {
    requireTool('cmake', ['--version'], 'CMake 3.20 or newer');
    return run(process.execPath, ['scripts/build-native.cjs']);
  });
}

function requireTool(program, args, name) {
  if (ask(program, args) === undefined) {
    throw new Failure(`${name} is needed to build the addon, and was not found. Install it, or set PATH.`);
  }
}

module.exports = { javascript, libtorch, native, types };
