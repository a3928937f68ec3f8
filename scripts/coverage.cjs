'use strict';
// Which lines the tests execute, measured and printed; there is no threshold.
//
//   npm run coverage              # TypeScript: lib/, by V8's own counters
//   npm run coverage:native       # C++: native/, by gcc's counters; needs gcovr (apt-get or pip install gcovr)
//
//   -- --continue                 # goes on where a run was stopped: groups that have been counted are not run again
//   -- --groups 20                # the tests run in groups, 8 unless told
//   -- --only 3                   # this group alone, added to what has been counted
//   -- --report                   # runs nothing, and prints what has been counted
//   -- --no-build                 # keeps the native build of the last time
//
// All other options go to jest; without any, the projects that need no Python run. Each group is a run of jest, so that
// a long measurement can be stopped and continued, and no process holds the counters of all tests.
// Child processes count for C++, and not for TypeScript: they run dist/. Worker threads do not count for TypeScript either.
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

/** Runs the tests group by group, each once, and remembers in `state` which ones have been counted. */
function runGroups({ groups, only, tests }, state, runTests) {
  const counted = fs.existsSync(state) ? JSON.parse(fs.readFileSync(state, 'utf8')) : [];
  let failed = 0;
  for (let group = 1; group <= groups; group++) {
    const name = `${group}/${groups}`;
    if (counted.includes(name) || (only && group !== only)) continue;
    console.log(`group ${name}`);
    const status = runTests([`--shard=${name}`, '--passWithNoTests', ...tests], group);
    failed ||= status;
    counted.push(name);
    fs.writeFileSync(state, JSON.stringify(counted));
  }
  return failed;
}

const typescript = {
  folder: path.join(folder, 'typescript'),

  /** A measurement that begins again. */
  begin() {
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.mkdirSync(this.folder, { recursive: true });
    return 0;
  },

  runTests(args, group) {
    return script('run-tests.cjs', [
      ...['--coverage', '--coverageProvider=v8', '--collectCoverageFrom=lib/**/*.ts'],
      ...[
        '--coveragePathIgnorePatterns=lib/ops/generated',
        `--coverageDirectory=${path.join(this.folder, `${group}`)}`,
      ],
      // A table on stdout would be lost: run-tests.cjs leaves that to jest's JSON.
      ...['--coverageReporters=json', ...args],
    ]);
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
    const rooms = new Map();
    for (const name of map.files()) {
      const { lines } = map.fileCoverageFor(name).toSummary();
      for (const room of [path.relative(path.join(root, 'lib'), name).split(path.sep)[0], 'lib']) {
        const sum = rooms.get(room) ?? { covered: 0, total: 0 };
        rooms.set(room, { covered: sum.covered + lines.covered, total: sum.total + lines.total });
      }
    }
    printRows(rooms, 'lib');
    return 0;
  },
};

const native = {
  folder: path.join(folder, 'native'),

  /** Builds, and forgets what former runs have counted. */
  begin({ build }) {
    if (build) {
      const status = script('build-native.cjs', ['--coverage', '--out', path.join(this.folder, 'build/Release')]);
      if (status !== 0) return status;
    }
    fs.rmSync(path.join(this.folder, 'groups.json'), { force: true });
    const files = fs.existsSync(objects) ? fs.readdirSync(objects, { recursive: true }) : [];
    for (const name of files) if (name.endsWith('.gcda')) fs.rmSync(path.join(objects, name));
    return 0;
  },

  /** Counters are written when a process ends by itself, and jest's workers are ended: so the tests run in jest's own process. */
  runTests(args) {
    const env = { ...process.env, LIBTORCH_NODE_PREBUILD: this.folder };
    return script('run-tests.cjs', ['--runInBand', ...args], env);
  },

  /** Sums by the folders of native/. */
  report() {
    const file = path.join(this.folder, 'summary.json');
    const status = run('gcovr', [
      ...['--root', path.join(root, 'native'), '--object-directory', objects, objects],
      ...['--exclude-throw-branches', '--exclude-unreachable-branches', '--json-summary', file],
      ...['--txt', path.join(this.folder, 'summary.txt')],
    ]);
    if (status !== 0) return status;
    const rooms = new Map();
    for (const { filename, line_covered: covered, line_total: total } of JSON.parse(fs.readFileSync(file, 'utf8'))
      .files) {
      for (const room of [filename.split('/')[0], 'native']) {
        const sum = rooms.get(room) ?? { covered: 0, total: 0 };
        rooms.set(room, { covered: sum.covered + covered, total: sum.total + total });
      }
    }
    printRows(rooms, 'native');
    return 0;
  },
};

/** A line for each room, and the sum of all last. */
function printRows(rooms, all) {
  const names = [...rooms.keys()].filter((name) => name !== all).sort();
  for (const name of [...names, all]) {
    const { covered, total } = rooms.get(name) ?? { covered: 0, total: 0 };
    const share = total > 0 ? ((100 * covered) / total).toFixed(1) : '-';
    console.log(`${name.padEnd(20)}${`${covered} of ${total}`.padStart(18)} lines ${share.padStart(6)} %`);
  }
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
  const [groups, only] = [number('--groups'), number('--only')];
  // What somebody chose is a run of its own, unless told.
  const options = { groups: groups ?? (rest.length > 0 ? 1 : 8), only, tests: rest.length > 0 ? rest : PROJECTS };
  return { ...options, reportOnly, begins: !goesOn && !only && !reportOnly, build: !keepsBuild };
}

function main() {
  const [what, ...rest] = process.argv.slice(2);
  const measured = what === 'native' ? native : typescript;
  const options = readOptions(rest);
  if (options.begins) {
    const status = measured.begin(options);
    if (status !== 0) return status;
  }
  fs.mkdirSync(measured.folder, { recursive: true });
  const state = path.join(measured.folder, 'groups.json');
  const status = options.reportOnly ? 0 : runGroups(options, state, (args, group) => measured.runTests(args, group));
  return measured.report() || status;
}

process.exitCode = main();
