'use strict';
// Prints `N passed, N failed` (and `, N skipped`) from jest's results: node scripts/ci-summary.cjs TESTS LINT
// TESTS and LINT are the exit codes of the two commands. The linter counts as one test.
const fs = require('node:fs');
const path = require('node:path');

const [tests, lint] = process.argv.slice(2).map(Number);
const counts = readResults(path.join(__dirname, '../build/test-results.json'));

if (lint === 0) counts.passed += 1;
else counts.failed += 1;
// The run itself failed although no test did: the set-up, a time limit, a worker that died.
if (tests !== 0 && counts.failed === (lint === 0 ? 0 : 1)) counts.failed += 1;

const running = path.join(__dirname, '../build/test-files-running.txt');
if (fs.existsSync(running)) {
  console.log(`The tests were ended. These files were under way:\n${fs.readFileSync(running, 'utf8').trim()}`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function readResults(file) {
  try {
    const results = JSON.parse(fs.readFileSync(file, 'utf8'));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
