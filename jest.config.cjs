'use strict';
// Read by the parent before it starts its workers, which inherit it. libtorch reads it when it is loaded, and two
// workers with two threads each on two cores are slower than one thread each. A test that is about threads calls
// torch.setNumThreads itself.
process.env.OMP_NUM_THREADS ??= '1';
// What the tests compare with is the CPU build; a check on a GPU machine sets `cuda`.
process.env.LIBTORCH_NODE_FLAVOUR ??= 'cpu';
// Tests compare bits with Python's; those of the fused kernels switch them on.
process.env.LIBTORCH_NODE_FUSED_RNN ??= '0';
process.env.LIBTORCH_NODE_FUSED_MLP ??= '0';

// See there: workers end at once.
const endWorker = require('node:path').join(__dirname, 'test/support/end-worker.cjs');
const nodeOptions = process.env.NODE_OPTIONS ?? '';
if (!nodeOptions.includes('end-worker.cjs')) {
  process.env.NODE_OPTIONS = `${nodeOptions} --require ${JSON.stringify(endWorker)}`.trim();
}

// Tests that a GPU is needed for, see scripts/gpu-check.sh.
const onGpu = process.env.LIBTORCH_NODE_TEST_DEVICE?.startsWith('cuda') ? ['gpu'] : [];

const project = (name) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
  // The build folders hold copies of package.json, which the module map must not see twice.
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/', '<rootDir>/prebuilds/'],
});

module.exports = {
  maxWorkers: 2,
  // What a test file leaves behind stays in its worker: after two hundred files a collection would take seconds.
  workerIdleMemoryLimit: '2500MB',
  // A machine with a load of 20 is twenty times slower; what hangs is told then, too.
  testTimeout: 180_000,
  projects: ['unit', 'hostile', 'parity', 'interop', 'memory', 'package', 'docs', 'speed', ...onGpu].map(project),
};
