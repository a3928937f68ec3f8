'use strict';
// Where a test file runs: jest's environment for Node, and a look at the switches of the process at the end. Several files
// run in one process, one after the other. A file that leaves a switch in another position (the default dtype, threads, grad
// mode …) would change what the next one computes, and which one that is depends on chance. Such a file fails, and the
// switches are put back.
const { TestEnvironment } = require('jest-environment-node');

const BACKENDS = ['mkldnn.enabled', 'mkldnn.deterministic', 'nnpack.enabled'];
const SWITCHES = ['sparseInvariants', 'warnAlways', 'warnOnStreamMismatch', 'overrideStaleStream', 'gradLayout'];

/** A row for each: its name, how it is read, and how it is put back. */
const TABLE = [
  ['the default dtype', (core) => core.getDefaultDtype(), (core, dtype) => core.setDefaultDtype(dtype)],
  ['the number of threads', (core) => core.getNumThreads(), (core, count) => core.setNumThreads(count)],
  ['grad mode', (core) => core.isGradEnabled(), (core, on) => core.setGradEnabled(on)],
  ['forward grad mode', readForwardGrad, (core, on) => core.setForwardGradEnabled(on)],
  ['inference mode', (core) => core.isInferenceModeEnabled(), () => undefined],
  ['anomaly detection', (core) => core.detectAnomalyState(), (core, state) => core.setDetectAnomaly(...state)],
  [
    'deterministic algorithms',
    (core) => [core.isDeterministic(), core.isDeterministicWarnOnly()],
    (core, state) => core.setDeterministic(...state),
  ],
  [
    'the precision of products',
    (core) => core.getFloat32MatmulPrecision(),
    (core, precision) => core.setFloat32MatmulPrecision(precision),
  ],
  [
    'autocast',
    (core) => core.getAutocast('cpu'),
    (core, { enabled, dtype, cache }) => core.setAutocast('cpu', enabled, dtype, cache),
  ],
  ...SWITCHES.map((name) => [name, (core) => core.isSwitchedOn(name), (core, on) => core.switchTo(name, on)]),
  ...BACKENDS.map((name) => [
    name,
    (core) => core.getBackendSwitch(name),
    (core, on) => core.setBackendSwitch(name, on),
  ]),
];

/** There is only the function that sets it, which returns the former value. */
function readForwardGrad(core) {
  const former = core.setForwardGradEnabled(true);
  core.setForwardGradEnabled(former);
  return former;
}

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
      this.#before = TABLE.map(([, read]) => read(this.#core));
    };
  }

  async teardown() {
    const core = this.#core;
    this.#core = undefined;
    const left = core ? this.#putBack(core) : [];
    await super.teardown();
    if (left.length > 0)
      throw new Error(`The file has left switches of the process in another position: ${left.join('; ')}`);
  }

  #putBack(core) {
    return TABLE.flatMap(([name, read, write], at) => {
      const [before, now] = [JSON.stringify(this.#before[at]), JSON.stringify(read(core))];
      if (before === now) return [];
      write(core, this.#before[at]);
      return [`${name} is ${now}, and was ${before}`];
    });
  }
}

module.exports = Environment;
