'use strict';
// A process that ends while jobs of one kind run: node end-fixture.cjs KIND WAY FOLDER [WORKERS]. Runs the compiled package.
const { setTimeout: after } = require('node:timers/promises');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const torch = require('../../../dist/index');
const makeKinds = require('./end-kinds.cjs');

const [kind, way, folder, workers = '1'] = isMainThread ? process.argv.slice(2) : workerData;
torch.setNumThreads(1);
/** Jobs that run or wait when the end comes. */
const JOBS = 8;

async function start() {
  const make = makeKinds(folder, `saved-${process.pid}`)[kind];
  const made = Array.from({ length: JOBS }, (_, i) => make(i)).filter((each) => each !== null);
  await Promise.all(made.map((each) => each.ready?.()));
  for (const each of made) each.start().catch(() => undefined);
}

/** Else a thread ends by itself when its jobs are done. */
const stay = () => setTimeout(() => undefined, 30_000);
const soon = () => after(Math.random() * 10);

/** Ends of the process in its main thread, by their names. */
const ends = {
  exit: () => process.exit(7),
  throw: () =>
    setImmediate(() => {
      throw new Error('uncaught');
    }),
  rejection: () => void Promise.reject(new Error('unhandled')),
  signal: () => {
    process.on('SIGTERM', () => process.exit(8));
    // The signal comes in a later turn of the loop, which the jobs alone may not have.
    stay();
    process.kill(process.pid, 'SIGTERM');
  },
  kill: () => process.kill(process.pid, 'SIGTERM'),
  reallyExit: () => process.reallyExit(9),
  end: () => (process.exitCode = 10),
  exitInHook: () => exitInHook((loss) => loss.backward()),
  exitInHookAsync: () => exitInHook((loss) => void loss.backwardAsync()),
};

/** Ends while the engine, on a thread of its own, waits for what the hook returns. */
function exitInHook(backward) {
  const x = torch.randn([100, 100], { requiresGrad: true });
  const y = x.mm(x);
  y.registerHook(() => process.exit(12));
  backward(y.mm(x).sum());
}

/** Ends of a worker by itself. */
const endsOfWorker = {
  exitInWorker: () => process.exit(3),
  throwInWorker: ends.throw,
};

/** With which code a worker ends; where its own thread ends it, that is awaited. */
const codes = { terminate: 1, exitInWorker: 3, throwInWorker: 1, endInWorker: 0 };

async function inWorker() {
  const worker = new Worker(__filename, { workerData: [kind, way, folder] });
  worker.on('error', (error) => error.message === 'uncaught' || process.exit(20));
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const started = new Promise((resolve) => worker.once('message', () => resolve(true)));
  if (!(await Promise.race([started, ended.then(() => false)]))) process.exit(23);
  await soon();
  if (way === 'exitBesideWorker') process.exit(7);
  if (way === 'terminate') void worker.terminate();
  if ((await ended) !== codes[way]) process.exit(21);
}

async function main() {
  if (!isMainThread) {
    await start();
    parentPort.postMessage('started');
    if (way === 'terminate' || way === 'exitBesideWorker') stay();
    await soon();
    return endsOfWorker[way]?.();
  }
  if (way in ends) {
    await start();
    await soon();
    return ends[way]();
  }
  for (let i = 0; i < Number(workers); i++) await inWorker();
  process.exitCode = 11;
}

main().catch(() => process.exit(22));
