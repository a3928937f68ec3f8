'use strict';
// Ends a worker of jest as soon as its JavaScript has ended. Nothing is open then, but the process goes on for a while:
// libtorch's destructors take its thousands of operators out of the dispatcher one by one, which on a busy machine takes
// longer than the half second after which jest says that a worker "has failed to exit gracefully". Processes that are
// not workers of jest end as users' do: tests look at their exit codes.
const { isMainThread } = require('node:worker_threads');

/** jest gives a worker half a second to end, in milliseconds. */
const LATE = 400;

const isWorker = /jest-worker.build.*processChild\.js$/.test(process.argv[1] ?? '');
if (isMainThread && isWorker) {
  const { describe } = require('./left-open.cjs');
  process.on('exit', (code) => {
    if (code === 0) process.kill(process.pid, 'SIGKILL');
  });
  // jest listens no more: its tests have ended.
  process.on('removeListener', (event) => {
    if (event === 'message') setTimeout(() => process.stderr.write(describe()), LATE).unref();
  });
}
