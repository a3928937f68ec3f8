'use strict';
// The unit tests in another runtime, each file in a process of its own: one that ends, or does not end, costs its file only. Bun runs
// them by `bun test`, Deno by jest. What a file came to is kept in build/hosts/unit-RUNTIME.jsonl, and a later call goes on from there.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const { root } = require('../package/tools.cjs');

const LIMIT_MS = 400_000;
const home = path.join(root, 'build/hosts');

/** As jest.config.cjs sets it, without what is for workers of Node. */
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|npm_)/i.test(name))),
  ...{ OMP_NUM_THREADS: '1', LIBTORCH_NODE_FLAVOUR: 'cpu', LIBTORCH_NODE_FUSED_RNN: '0', LIBTORCH_NODE_FUSED_MLP: '0' },
});

/** Each writes its results to a file: how it is asked to, and how they are read. */
const RUNTIMES = {
  bun: {
    args: (file, report) => [
      'test',
      `./${file}`,
      '--timeout',
      '120000',
      '--reporter=junit',
      `--reporter-outfile=${report}`,
    ],
    read(report) {
      const [, attributes = ''] = /<testsuites([^>]*)>/.exec(fs.readFileSync(report, 'utf8')) ?? [];
      const count = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0);
      const failed = count('failures');
      return { passed: count('tests') - failed - count('skipped'), failed };
    },
  },
  deno: {
    args: (file, report) => [
      ...['run', '-A', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--runInBand', '--forceExit'],
      ...['--json', `--outputFile=${report}`, '--runTestsByPath', file],
    ],
    read(report) {
      const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
        fs.readFileSync(report, 'utf8'),
      );
      const [first] = testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(
            ({ fullName, failureMessages }) => `${fullName}: ${stripVTControlCharacters(failureMessages.join(' '))}`,
          ),
      );
      // A file that cannot be loaded has no tests that failed.
      return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites, why: first?.slice(0, 300) };
    },
  },
};

/** What one file came to: how many tests passed and failed, or how its process ended. */
async function runFile(runtime, program, file) {
  const report = path.join(home, `report-${runtime}`);
  fs.rmSync(report, { force: true });
  const { args, read } = RUNTIMES[runtime];
  // A group of its own: what the tests have started ends with it.
  const child = spawn(program, args(file, report), { cwd: root, env: environment(), detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (output = (output + text).slice(-20_000)));
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end();
  }, LIMIT_MS);
  const [code, signal] = await new Promise((resolve) => child.on('exit', (...ended) => resolve(ended)));
  clearTimeout(timer);
  end();
  const how = late ? `not ended after ${LIMIT_MS / 1000} s` : (signal ?? `ended with ${code}`);
  if (!fs.existsSync(report)) return { file, passed: 0, failed: 0, ended: how, why: reasonIn(output) };
  const counted = read(report);
  const why = counted.failed > 0 ? (counted.why ?? reasonIn(output)) : null;
  return { file, ...counted, ended: late || signal ? how : null, why };
}

/** The first line that says what is wrong. */
function reasonIn(output) {
  const plain = stripVTControlCharacters(output);
  const found = plain.split('\n').find((line) => /\b\w*Error\b|error:|panic|Segmentation|not implemented/.test(line));
  return found?.trim().slice(0, 200) ?? null;
}

/** They start processes of Node, other programs or browsers, which say nothing of another runtime. */
const OTHERS = [
  ...['bench', 'board/browser', 'cli', 'distributed', 'examples', 'jobs/end', 'libtorch', 'scripts'],
  ...['training/online-kill', 'training/process'],
];

function testFiles(under) {
  const folder = path.join(root, 'test/unit');
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && `test/unit/${name}`.startsWith(under))
    .filter((name) => !OTHERS.some((other) => name.startsWith(`${other}/`) || name.startsWith(`${other}.`)))
    .map((name) => `test/unit/${name}`)
    .sort();
}

/** Runs the files below a folder that have no result yet; tells of each on stderr. Returns the results of all. */
async function unitTests(runtime, program, under = 'test/unit') {
  const kept = path.join(home, `unit-${runtime}.jsonl`);
  const lines = fs.existsSync(kept) ? fs.readFileSync(kept, 'utf8').split('\n').filter(Boolean) : [];
  const results = new Map(lines.map((line) => JSON.parse(line)).map((result) => [result.file, result]));
  for (const file of testFiles(under)) {
    if (results.has(file)) continue;
    const result = await runFile(runtime, program, file);
    results.set(file, result);
    fs.appendFileSync(kept, `${JSON.stringify(result)}\n`);
    const { passed, failed, ended, why } = result;
    process.stderr.write(
      `${runtime} ${file}: ${passed} passed, ${failed} failed${ended ? `, ${ended}` : ''}${why ? `: ${why}` : ''}\n`,
    );
  }
  return [...results.values()];
}

module.exports = { unitTests };
