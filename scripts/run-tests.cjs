#!/usr/bin/env node
'use strict';
// Runs jest with what the tests expect of the environment, and leaves the results for the continuous integration, or in the
// file that --outputFile=FILE names: runs at the same time need one each.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pythonPath } = require('./setup/python.cjs');

const root = path.resolve(__dirname, '..');
const NAMES_FILE = '--outputFile=';
const args = process.argv.slice(2);
const named = args.find((arg) => arg.startsWith(NAMES_FILE));
const results = named?.slice(NAMES_FILE.length) ?? path.join(root, 'build/test-results.json');
const rest = args.filter((arg) => arg !== named);

fs.mkdirSync(path.dirname(results), { recursive: true });
fs.rmSync(results, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    ...['--expose-gc', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`],
    ...['--reporters=default', '--reporters=./test/support/progress.cjs', ...rest],
  ],
  // jest prints its own report on stderr, and on stdout the JSON that is in the file as well.
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'], env: { ...process.env, LIBTORCH_NODE_PYTHON: pythonPath() } },
);
process.exitCode = status ?? 1;
