'use strict';
// npm run lint:native: clang-tidy over native/, with the checks of .clang-tidy. It takes minutes, so `npm run lint` leaves it out.
//
//   npm run lint:native                               # skipped, with a sentence, where clang-tidy is not installed
//   npm run lint:native -- --require                  # an error there instead
//   npm run lint:native -- native/core native/loader.cc
//
// Files are checked as they are compiled, those of a folder together: most of the time goes to libtorch's headers. A path
// chooses the units that have a file of this name or below this folder.
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');
const build = path.join(root, 'build/cmake/lint');
/** Other versions know other checks, and find other things with the same ones. */
const VERSION = '22.1.8';
const program = process.env.CLANG_TIDY ?? 'clang-tidy';

/** Whether there is a clang-tidy; says so if it is another one than that of the continuous integration. */
function installed() {
  const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return false;
  const version = /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version !== VERSION)
    console.log(`clang-tidy ${version} may differ from ${VERSION}, which the repository is checked with.`);
  return true;
}

/** The files of our own that a unit compiles. */
function sourcesOf(unit) {
  if (!unit.startsWith(build)) return [unit];
  return [...fs.readFileSync(unit, 'utf8').matchAll(/#include "(.*)"/g)].map(([, file]) => file);
}

function units(wanted) {
  const configured = spawnSync(process.execPath, [path.join(__dirname, 'build-native.cjs'), '--configure'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (configured.status !== 0) process.exit(1);
  const all = JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8')).map(({ file }) => file);
  const prefixes = wanted.map((name) => path.resolve(root, name));
  const chosen = (file) => prefixes.some((prefix) => file === prefix || file.startsWith(prefix + path.sep));
  return prefixes.length === 0 ? all : all.filter((unit) => sourcesOf(unit).some(chosen));
}

/** Checks one unit: its findings, or an empty text. */
function check(unit) {
  const child = spawn(program, ['-p', build, '--quiet', '--warnings-as-errors=*', unit], { cwd: root });
  let found = '',
    trouble = '';
  child.stdout.on('data', (data) => (found += data));
  child.stderr.on('data', (data) => (trouble += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status === 0 ? '' : found || trouble));
  });
}

async function checkAll(list) {
  let next = 0,
    failed = 0;
  const worker = async () => {
    while (next < list.length) {
      const unit = list[next++];
      const started = Date.now();
      const found = await check(unit);
      const name = path.relative(unit.startsWith(build) ? build : root, unit);
      console.log(`${found ? 'FAILED' : 'ok    '} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (found) console.log(found.trimEnd());
      failed += found ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: Number(process.env.LTN_BUILD_JOBS ?? os.availableParallelism()) }, worker));
  return failed;
}

async function main() {
  const { values, positionals } = parseArgs({ options: { require: { type: 'boolean' } }, allowPositionals: true });
  if (!installed()) {
    console.log(
      `clang-tidy is not installed: native/ was not checked. \`pip install clang-tidy==${VERSION}\` installs it.`,
    );
    process.exitCode = values.require ? 1 : 0;
    return;
  }
  process.exitCode = (await checkAll(units(positionals))) > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
