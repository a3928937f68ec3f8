'use strict';
// Where a test file runs: jest's environment for Node, and a look at the switches of the process at the end. Several files
// run in one process, one after the other. A file that leaves a switch in another position (the default dtype, threads, grad
// mode …) would change what the next one computes, and which one that is depends on chance. Such a file fails, and the
// switches are put back.
const { TestEnvironment } = require('jest-environment-node');
const { putBack, readSwitches } = require('./switches.cjs');

class Environment extends TestEnvironment {
  #core;
  #before;

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
    };
  }

  async teardown() {
    const core = this.#core;
    this.#core = undefined;
    const left = core ? putBack(core, this.#before) : [];
    await super.teardown();
    if (left.length > 0)
      throw new Error(`The file has left switches of the process in another position: ${left.join('; ')}`);
  }
}

module.exports = Environment;
