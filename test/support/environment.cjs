'use strict';
// Where a test file runs: jest's environment for Node, and a look at the switches of the process at the end. Several files
// run in one process, one after the other. A file that leaves a switch in another position (the default dtype, threads, grad
// mode …) would change what the next one computes, and which one that is depends on chance. Such a file fails, and the
// switches are put back.
const { TestEnvironment } = require('jest-environment-node');
const leftOpen = require('./left-open.cjs');
const { putBack, readSwitches } = require('./switches.cjs');

/** Limits of time are this many times as long: with a sanitizer, or on a slow machine (scripts/asan.cjs). */
const patience = Number(process.env.LIBTORCH_NODE_TEST_PATIENCE ?? 1);
/** Each file draws the same numbers in each run. Python's default would be others each time, and now and then unlucky ones. */
const seed = Number(process.env.LIBTORCH_NODE_TEST_SEED ?? 0);

class Environment extends TestEnvironment {
  #core;
  #before;
  #file;
  #open = leftOpen.openNow();
  /** Tests and hooks that have their longer limit; a hook runs several times. */
  #patient = new WeakSet();

  constructor(config, context) {
    super(config, context);
    this.#file = context.testPath;
  }

  async setup() {
    await super.setup();
    const { process: inner } = this.global;
    const open = inner.dlopen;
    inner.dlopen = (module, file, ...flags) => {
      open.call(inner, module, file, ...flags);
      // Each registry of modules opens the core again; the switches are the same.
      if (this.#core || !/libtorch_node_\w+-[\d.]+\.so$/.test(file)) return;
      this.#core = module.exports;
      this.#before = readSwitches(this.#core);
      this.#core.manualSeed(seed);
    };
  }

  /** jest tells what it does: before a limit of time is read, it is made longer. */
  handleTestEvent({ name, test, hook }, state) {
    if (name === 'run_start') state.testTimeout *= patience;
    const limited = { test_start: test, hook_start: hook }[name];
    if (!limited?.timeout || this.#patient.has(limited)) return;
    this.#patient.add(limited);
    limited.timeout *= patience;
  }

  async teardown() {
    const core = this.#core;
    this.#core = undefined;
    // What has just been closed is gone after a turn of the event loop.
    await new Promise((done) => setImmediate(done));
    leftOpen.note(this.#file, this.#open);
    const left = core ? putBack(core, this.#before) : [];
    await super.teardown();
    if (left.length > 0)
      throw new Error(`The file has left switches of the process in another position: ${left.join('; ')}`);
  }
}

module.exports = Environment;
