'use strict';
// Which lines the tests execute, measured and printed; there is no threshold.
//
//   npm run coverage              # TypeScript: lib/, by V8's own counters
//   npm run coverage:native       # C++: native/, by gcc's counters; needs gcovr (apt-get or pip install gcovr)
//
// What is behind the options goes to jest; without it, the projects that need no Python run. `--no-build` keeps the native
// build of the last time. Child processes count for C++, and not for TypeScript: they run dist/. Worker threads do not count
// for TypeScript either.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'build/coverage');
const objects = path.join(root, 'build/cmake/cpu-release-coverage');
const PROJECTS = ['--selectProjects', 'unit', 'hostile'];

function run(program, args, env = process.env) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env });
  if (error) console.error(`${program} cannot be run: ${error.message}`);
  return status ?? 1;
}

const script = (name, args, env) => run(process.execPath, [path.join(__dirname, name), ...args], env);

/** Sums by the folders of lib/, and of all of it. */
function printSummary(file) {
  const { total, ...files } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const rooms = new Map();
  for (const [name, { lines }] of Object.entries(files)) {
    const room = path.relative(path.join(root, 'lib'), name).split(path.sep)[0];
    const sum = rooms.get(room) ?? { covered: 0, total: 0 };
    rooms.set(room, { covered: sum.covered + lines.covered, total: sum.total + lines.total });
  }
  const row = (name, { covered, total: all }) => {
    const share = all > 0 ? ((100 * covered) / all).toFixed(1) : '-';
    console.log(`${name.padEnd(20)}${`${covered} of ${all}`.padStart(18)} lines ${share.padStart(6)} %`);
  };
  for (const [room, sum] of [...rooms].sort()) row(room, sum);
  row('lib', total.lines);
}

function typescript(args) {
  const report = path.join(folder, 'typescript');
  const status = script('run-tests.cjs', [
    ...['--coverage', '--coverageProvider=v8', '--collectCoverageFrom=lib/**/*.ts'],
    ...['--coveragePathIgnorePatterns=lib/ops/generated', `--coverageDirectory=${report}`],
    // A table on stdout would be lost: run-tests.cjs leaves that to jest's JSON.
    ...['--coverageReporters=json-summary', '--coverageReporters=lcovonly', ...args],
  ]);
  printSummary(path.join(report, 'coverage-summary.json'));
  return status;
}

/** Forgets what former runs have counted. */
function reset() {
  if (!fs.existsSync(objects)) return;
  const files = fs.readdirSync(objects, { recursive: true }).filter((name) => name.endsWith('.gcda'));
  for (const name of files) fs.rmSync(path.join(objects, name));
}

function native(args, build) {
  const built = path.join(folder, 'native');
  if (build) {
    const status = script('build-native.cjs', ['--coverage', '--out', path.join(built, 'build/Release')]);
    if (status !== 0) return status;
  }
  reset();
  // Counters are written when a process ends by itself, and jest's workers are ended: so the tests run in jest's own process.
  const status = script('run-tests.cjs', ['--runInBand', ...args], { ...process.env, LIBTORCH_NODE_PREBUILD: built });
  const report = run('gcovr', [
    ...['--root', path.join(root, 'native'), '--object-directory', objects, objects],
    ...['--exclude-throw-branches', '--exclude-unreachable-branches', '--sort-percentage'],
    ...[
      '--txt',
      path.join(built, 'summary.txt'),
      '--json-summary',
      path.join(built, 'summary.json'),
      '--print-summary',
    ],
  ]);
  if (report === 0) console.log(fs.readFileSync(path.join(built, 'summary.txt'), 'utf8'));
  return status || report;
}

function main() {
  const [what, ...rest] = process.argv.slice(2);
  const given = rest.filter((arg) => arg !== '--no-build');
  const args = given.length > 0 ? given : PROJECTS;
  fs.mkdirSync(folder, { recursive: true });
  if (what === 'native') return native(args, given.length === rest.length);
  return typescript(args);
}

process.exitCode = main();
