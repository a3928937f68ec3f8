#!/usr/bin/env node
'use strict';
// Brings a clone to where the demo, the tests or the linter can run. Plain Node, as nothing is installed yet. Each step
// looks whether it is done, says so, and does nothing twice.
//
//   node scripts/setup.cjs --for demo|test|lint|build|package|sanitizer
const { npmPackages } = require('./setup/npm.cjs');
const { javascript, libtorch, native, types } = require('./setup/build.cjs');
const { pythonWithTorch } = require('./setup/python.cjs');
const { Failure, say } = require('./setup/shared.cjs');

const examples = [npmPackages('examples'), npmPackages('examples/vision')];
// Steps of an inner list run together: one waits for the network while another computes.
const library = (...more) => [npmPackages('.'), javascript, [types, libtorch, ...more]];
const build = [...library(), native];
const plans = {
  lint: [npmPackages('.'), ...examples],
  build,
  package: library(),
  sanitizer: library(...examples), // which brings a build of its own
  demo: [...library(npmPackages('examples')), native],
  test: [...library(...examples), [native, pythonWithTorch]],
};

async function main() {
  const goal = process.argv[process.argv.indexOf('--for') + 1] ?? 'build';
  const steps = plans[goal];
  if (!steps) throw new Failure(`--for takes one of ${Object.keys(plans).join(', ')}, not ${goal}.`);
  for (const step of steps) await Promise.all([step].flat().map((each) => each()));
}

main().catch((error) => {
  if (!(error instanceof Failure)) throw error;
  say(`failed: ${error.message}`);
  process.exitCode = 1;
});
