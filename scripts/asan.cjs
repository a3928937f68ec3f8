'use strict';
// npm run test:asan: builds the addon with AddressSanitizer and UndefinedBehaviorSanitizer into a folder of its own, and runs
// the unit and the hostile tests with it; the latter include the corpus of the fuzzers. Linux, with gcc or clang. What is
// behind the options goes to jest:
//
//   npm run test:asan
//   npm run test:asan -- --shard=1/3                    # a third of the tests
//   npm run test:asan -- --no-build --selectProjects hostile
//   npm run test:asan -- --no-build -- test/unit/jobs
//
// A report of a sanitizer is a failure, even if the tests have passed. Those of child processes are found as well. Limits of
// time are five times as long; LIBTORCH_NODE_TEST_PATIENCE is another factor.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'build/asan');
const compiler = process.env.CXX ?? 'c++';

/** The sanitizer's library. It has to be there before anything allocates, since Node itself is built without it. */
function library() {
  const names = ['libasan.so', `libclang_rt.asan-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}.so`];
  for (const name of names) {
    const file = execFileSync(compiler, [`-print-file-name=${name}`], { encoding: 'utf8' }).trim();
    if (path.isAbsolute(file)) return fs.realpathSync(file);
  }
  throw new Error(`${compiler} has no AddressSanitizer that other programs can load.`);
}

/** What the tests and their child processes see. Each process leaves its reports in build/asan/NAME.PID. */
function environment(name = 'report') {
  const reports = `log_path=${path.join(folder, name)}`;
  const options = [
    // V8 and libtorch keep what they have made to the end, and Node ends without letting go of anything.
    'detect_leaks=0',
    // Tests ask for more memory than there is, and expect an error.
    'allocator_may_return_null=1',
    // This signal is the project's own (native/serialization/bus_error.h), and a test raises it.
    'handle_sigbus=0',
    reports,
  ];
  return {
    ...process.env,
    LIBTORCH_NODE_PREBUILD: folder,
    LIBTORCH_NODE_TEST_PATIENCE: process.env.LIBTORCH_NODE_TEST_PATIENCE ?? '5',
    LD_PRELOAD: library(),
    ASAN_OPTIONS: [...options, process.env.ASAN_OPTIONS].filter(Boolean).join(':'),
    UBSAN_OPTIONS: `print_stacktrace=1:halt_on_error=1:${reports}`,
  };
}

function run(script, args, env = process.env) {
  return (
    spawnSync(process.execPath, [path.join(__dirname, script), ...args], { cwd: root, stdio: 'inherit', env }).status ??
    1
  );
}

function logs() {
  return fs.readdirSync(folder).filter((name) => name.startsWith('report.'));
}

/** The logs with an error. A warning is no report: a test has asked for more memory than there is. */
function reports() {
  return logs().filter((name) => /ERROR: |runtime error: /.test(fs.readFileSync(path.join(folder, name), 'utf8')));
}

function main() {
  const given = process.argv.slice(2);
  const args = given.filter((arg) => arg !== '--no-build');
  if (args.length === given.length) {
    const status = run('build-native.cjs', ['--asan', '--out', path.join(folder, 'build/Release')]);
    if (status !== 0) return status;
  }
  for (const name of logs()) fs.rmSync(path.join(folder, name));
  const projects = args.includes('--selectProjects') ? [] : ['--selectProjects', 'unit', 'hostile'];
  // The first measure memory, of which a sanitizer takes several times as much; the last starts a browser, which ends with a
  // sanitizer that it was not built with.
  const left = ['checkpoint-memory', 'safetensors-header', 'huge-files', 'backend-page'].map(
    (name) => `--testPathIgnorePatterns=${name}`,
  );
  const status = run('run-tests.cjs', [...projects, ...left, ...args], environment());
  for (const name of reports()) console.error(`\n${name}:\n${fs.readFileSync(path.join(folder, name), 'utf8')}`);
  console.error(`reports of sanitizers: ${reports().length}`);
  return reports().length > 0 ? 1 : status;
}

module.exports = { environment };

if (require.main === module) process.exitCode = main();
