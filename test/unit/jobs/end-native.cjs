'use strict';
// A process whose workers end inside native calls: node end-native.cjs [CASE…]. Each case calls a native function that calls
// JavaScript, which ends the worker; what native code does after that must leave the process alone. Prints the exit code
// of each worker, 3, and of workers that are terminated while they load the package, 1.
const { Worker, isMainThread, workerData } = require('node:worker_threads');
// The contract with the addon is not among what dist/ shows.
require('../../support/register-ts.cjs');
const torch = require('../../../lib/index');
const { native } = require('../../../lib/native/binding');

const exit = () => process.exit(3);
/** A list whose first element, where somebody reads it, ends the worker. */
const list = () => Object.defineProperty([0, 0, 0, 0], 0, { get: exit });
const operator = (name, overload) => native.bindOperator(`aten::${name}`, overload);
const handle = () => operator('ones', '')([2]);
/** Else a worker ends by itself. */
const stay = () => setTimeout(() => undefined, 30_000);
const loss = (hook) => {
  const x = torch.ones([2], { requiresGrad: true });
  const y = x.mul(2);
  hook(y, x);
  return y.sum();
};
const job = (start) => {
  start();
  stay();
};

const cases = {
  error() {
    native.setErrorFactory(exit);
    native.shape(-1);
  },
  errorOfOperator() {
    native.setErrorFactory(exit);
    operator('add', 'Tensor')('x', 'y');
  },
  errorOfKernel() {
    const a = torch.ones([2, 3]);
    native.setErrorFactory(exit);
    a.mm(a);
  },
  errorOfJob() {
    native.setErrorFactory(exit);
    job(() => native.checkpointOpenAsync('/nowhere', false, 0, () => undefined));
  },
  warning() {
    native.setWarningReceiver(exit);
    torch.ops.aten.add.out(torch.ones([2]), torch.ones([2]), { out: torch.ones([3]) });
  },
  sweeper() {
    native.setSweeper(exit);
    for (;;) native.newGenerator('cpu');
  },
  hook: () => loss((y) => y.registerHook(exit)).backward(),
  hookOfLeaf: () => loss((_, x) => x.registerPostAccumulateGradHook(exit)).backward(),
  hookAsync: () => job(() => loss((y) => y.registerHook(exit)).backwardAsync()),
  hookBeforeError() {
    const bad = loss((y) => y.registerHook(() => torch.ones([7])));
    native.setErrorFactory(exit);
    bad.backward();
  },
  custom() {
    class Custom extends torch.autograd.Function {
      static forward(ctx, x) {
        return x.mul(2);
      }
      static backward() {
        exit();
      }
    }
    Custom.apply(torch.ones([2], { requiresGrad: true }))
      .sum()
      .backward();
  },
  settle: () => job(() => native.checkpointOpenAsync('/nowhere', false, 0, exit)),
  /** Both have settled when the event loop has its next turn. */
  settleTwo() {
    job(() => native.checkpointOpenAsync('/nowhere', false, 0, exit));
    native.checkpointOpenAsync('/nowhere', false, 0, exit);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  },
  listOfTensors: () => operator('cat', '')(list(), 0),
  listOfIntegers: () => operator('ones', '')(list()),
  listOfBackward: () => native.backward(list(), [], false, false, []),
  listOfIndices: () => native.index(handle(), list()),
  listOfShape: () => native.fromBytes(new ArrayBuffer(8), 0, 8, 6, list()),
  /** Terminated from outside, as it loads the package or later. */
  loading: stay,
};

/** The exit code of a worker; one that gets `milliseconds` is terminated so long after it began to run. */
function inWorker(name, milliseconds) {
  const worker = new Worker(__filename, { workerData: name });
  worker.once('error', (error) => console.error(name, error));
  if (milliseconds !== undefined) worker.once('online', () => setTimeout(() => void worker.terminate(), milliseconds));
  return new Promise((resolve) => worker.once('exit', resolve));
}

async function main() {
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(cases);
  for (const name of chosen) {
    if (name === 'loading') {
      const codes = await Promise.all([0, 10, 20, 40, 80, 160].map((each) => inWorker(name, each)));
      console.log(name, ...new Set(codes));
    } else {
      console.log(name, await inWorker(name));
    }
  }
}

if (isMainThread) void main();
else cases[workerData]();
