'use strict';
/** The switches of a process that a test may change: what they are, and how they are put back. */

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

/** The positions of all switches. `core` is the addon. */
const readSwitches = (core) => TABLE.map(([, read]) => read(core));

/** Puts back what is in another position than `before`, and says what that is. */
function putBack(core, before) {
  return TABLE.flatMap(([name, read, write], at) => {
    const [was, is] = [JSON.stringify(before[at]), JSON.stringify(read(core))];
    if (was === is) return [];
    write(core, before[at]);
    return [`${name} is ${is}, and was ${was}`];
  });
}

module.exports = { putBack, readSwitches };
