'use strict';
// Which lines the tests execute, measured and printed; there is no threshold.
//
//   npm run coverage              # TypeScript: lib/, by V8's own counters
//   npm run coverage:native       # C++: native/, by gcc's counters; needs gcovr (apt-get or pip install gcovr)
//   npm run coverage:all          # both, in one run of the tests
//
//   -- --continue                 # goes on where a run was stopped: groups that have been counted are not run again
//   -- --groups 20                # the tests run in groups, 8 unless told
//   -- --parallel 2               # that many groups at the same time, each a process; their reports go to files
//   -- --only 3                   # this group alone, added to what has been counted
//   -- --report                   # runs nothing, and prints what has been counted
//   -- --no-build                 # keeps the native build of the last time
//
// All other options go to jest; without any, the projects that need no Python run. Each group is a run of jest, so that
// a long measurement can be stopped and continued, and no process holds the counters of all tests.
// Child processes count for C++, and not for TypeScript: they run dist/. Worker threads do not count for TypeScript either.
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'build/coverage');
const objects = path.join(root, 'build/cmake/cpu-release-coverage');
const PROJECTS = ['--selectProjects', 'unit', 'hostile'];

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(`${program} cannot be run: ${error.message}`);
  return status ?? 1;
}

const typescript = {
  folder: path.join(folder, 'typescript'),

  /** A measurement that begins again. */
  begin() {
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.mkdirSync(this.folder, { recursive: true });
    return 0;
  },

  environment: () => ({}),

  jestArguments(group) {
    return [
      ...['--coverage', '--coverageProvider=v8', '--collectCoverageFrom=lib/**/*.ts'],
      '--coveragePathIgnorePatterns=lib/ops/generated',
      `--coverageDirectory=${path.join(this.folder, `${group}`)}`,
      // A table on stdout would be lost: run-tests.cjs leaves that to jest's JSON.
      '--coverageReporters=json',
    ];
  },

  /** Sums by the folders of lib/, and of all of it; also as lcov.info, for editors. */
  report() {
    const map = require('istanbul-lib-coverage').createCoverageMap({});
    for (const group of fs.readdirSync(this.folder)) {
      const file = path.join(this.folder, group, 'coverage-final.json');
      if (fs.existsSync(file)) map.merge(JSON.parse(fs.readFileSync(file, 'utf8')));
    }
    const context = require('istanbul-lib-report').createContext({ dir: this.folder, coverageMap: map });
    require('istanbul-reports').create('lcovonly').execute(context);
    const files = map.files().map((name) => {
      const { covered, total } = map.fileCoverageFor(name).toSummary().lines;
      return { name: path.relative(path.join(root, 'lib'), name), covered, total };
    });
    printRooms(files, 'lib');
    return 0;
  },
};

const native = {
  folder: path.join(folder, 'native'),

  /** Builds, and forgets what former runs have counted. */
  begin({ build }) {
    if (build) {
      const script = path.join(__dirname, 'build-native.cjs');
      const status = run(process.execPath, [script, '--coverage', '--out', path.join(this.folder, 'build/Release')]);
      if (status !== 0) return status;
    }
    const files = fs.existsSync(objects) ? fs.readdirSync(objects, { recursive: true }) : [];
    for (const name of files) if (name.endsWith('.gcda')) fs.rmSync(path.join(objects, name));
    return 0;
  },

  environment() {
    return { LIBTORCH_NODE_PREBUILD: this.folder };
  },

  // gcc's counters are written when a process ends by itself, and jest's workers are ended: so the tests run in jest's
  // own process, which ends even where a test has left something open. gcc merges what several processes have counted.
  jestArguments: () => ['--runInBand', '--forceExit'],

  /** Sums by the folders of native/. */
  report() {
    if (!fs.existsSync(objects)) {
      console.error('native/ was not built for coverage yet: leave out --report');
      return 1;
    }
    const file = path.join(this.folder, 'summary.json');
    const status = run('gcovr', [
      ...['--root', path.join(root, 'native'), '--object-directory', objects, objects],
      ...['--exclude-throw-branches', '--exclude-unreachable-branches', '--json-summary', file],
      ...['--txt', path.join(this.folder, 'summary.txt')],
    ]);
    if (status !== 0) return status;
    const { files } = JSON.parse(fs.readFileSync(file, 'utf8'));
    printRooms(
      files.map((one) => ({ name: one.filename, covered: one.line_covered, total: one.line_total })),
      'native',
    );
    return 0;
  },
};

const MEASURES = { typescript: [typescript], native: [native], all: [typescript, native] };

/** A line for each room, and the sum of all last. */
function printRooms(files, all) {
  const rooms = new Map();
  for (const { name, covered, total } of files) {
    for (const room of [name.split(path.sep)[0], all]) {
      const sum = rooms.get(room) ?? { covered: 0, total: 0 };
      rooms.set(room, { covered: sum.covered + covered, total: sum.total + total });
    }
  }
  const names = [...rooms.keys()].filter((name) => name !== all).sort();
  for (const name of [...names, all]) {
    const { covered, total } = rooms.get(name) ?? { covered: 0, total: 0 };
    const share = total > 0 ? ((100 * covered) / total).toFixed(1) : '-';
    console.log(`${name.padEnd(20)}${`${covered} of ${total}`.padStart(18)} lines ${share.padStart(6)} %`);
  }
}

/** One group: a run of jest with its own file of results, and with its own file of what it prints if others run beside it. */
async function runGroup(measures, { groups, parallel, tests }, group, results) {
  const args = [
    ...[path.join(__dirname, 'run-tests.cjs'), `--outputFile=${results}.json`, `--shard=${group}/${groups}`],
    ...['--passWithNoTests', ...measures.flatMap((measure) => measure.jestArguments(group)), ...tests],
  ];
  const env = Object.assign({}, process.env, ...measures.map((measure) => measure.environment()));
  const printed = parallel > 1 ? fs.openSync(`${results}.txt`, 'w') : 'inherit';
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', printed, printed] });
  const status = await new Promise((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  if (parallel > 1) fs.closeSync(printed);
  return status;
}

/** Runs the tests group by group, and remembers which ones have been counted: those of which jest has written results. */
async function runGroups(measures, options, logs) {
  const { groups, only, parallel } = options;
  fs.mkdirSync(logs, { recursive: true });
  const resultsOf = (group) => path.join(logs, `${group}-of-${groups}`);
  const isCounted = (group) => fs.existsSync(`${resultsOf(group)}.json`);
  const left = Array.from({ length: groups }, (_, i) => i + 1).filter((group) =>
    only ? group === only : !isCounted(group),
  );
  let failed = 0;
  const runNext = async () => {
    for (let group = left.shift(); group !== undefined; group = left.shift()) {
      console.log(`group ${group} of ${groups} begins`);
      const status = await runGroup(measures, options, group, resultsOf(group));
      failed ||= status;
      const told = isCounted(group) ? describeResults(`${resultsOf(group)}.json`) : 'died, and was not counted';
      console.log(`group ${group} of ${groups}: ${told}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, runNext));
  return failed;
}

function describeResults(file) {
  const { numPassedTests: passed, numFailedTests: failed, ...results } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const names = results.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const where = names.map((name) => `\n  ${path.relative(root, name)}`).join('');
  return `${passed} passed, ${failed} failed, ${results.numPendingTests} skipped${where}`;
}

/** Our own options; what is left goes to jest. */
function readOptions(args) {
  const rest = [...args];
  const flag = (name) => rest.includes(name) && rest.splice(rest.indexOf(name), 1).length > 0;
  const number = (name) => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : Number(rest.splice(at, 2)[1]);
  };
  const [goesOn, reportOnly, keepsBuild] = [flag('--continue'), flag('--report'), flag('--no-build')];
  const [groups, only, parallel] = [number('--groups'), number('--only'), number('--parallel')];
  // What somebody chose is a run of its own, unless told.
  const options = { groups: groups ?? (rest.length > 0 ? 1 : 8), only, parallel: parallel ?? 1 };
  const begins = !goesOn && !only && !reportOnly;
  return { ...options, tests: rest.length > 0 ? rest : PROJECTS, reportOnly, begins, build: !keepsBuild };
}

async function main() {
  const [what, ...rest] = process.argv.slice(2);
  const measures = MEASURES[what];
  const options = readOptions(rest);
  const logs = path.join(folder, `groups-${what}`);
  if (options.begins) {
    fs.rmSync(logs, { recursive: true, force: true });
    for (const measure of measures) {
      const status = measure.begin(options);
      if (status !== 0) return status;
    }
  }
  for (const measure of measures) fs.mkdirSync(measure.folder, { recursive: true });
  const status = options.reportOnly ? 0 : await runGroups(measures, options, logs);
  return measures.map((measure) => measure.report()).find((code) => code !== 0) ?? status;
}

main().then((status) => {
  process.exitCode = status;
});
