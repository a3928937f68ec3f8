'use strict';
// A Python with torch, which the parity tests run beside Node.
const fs = require('node:fs');
const path = require('node:path');
const { Failure, ask, root, run, say } = require('./shared.cjs');

const TORCH = '2.13.0';
const OTHERS = [
  'numpy',
  'safetensors',
  'tensorboard',
  'torchvision',
  'timm',
  'transformers',
  'peft',
  'onnx',
  'onnxruntime',
  'sacrebleu',
  'torchmetrics',
];
/** Those that fit this torch; the newest ones may want another. */
const PINNED = {
  torchvision: '0.28.0',
  timm: '1.0.29',
  transformers: '5.18.0',
  peft: '0.21.0',
  onnx: '1.23.1',
  onnxruntime: '1.30.0',
  sacrebleu: '2.6.0',
  torchmetrics: '1.9.0',
};
const pinned = (name) => (PINNED[name] ? `${name}==${PINNED[name]}` : name);
const LIST_VERSIONS = `
from importlib.metadata import version
print(version('torch'), ${OTHERS.map((name) => `version('${name}')`).join(', ')})
`;

/** The interpreter that the tests use: the one that is named, else the one in the cache. */
function pythonPath() {
  if (process.env.LIBTORCH_NODE_PYTHON) return process.env.LIBTORCH_NODE_PYTHON;
  const { cacheRoot, pythonIn } = require(path.join(root, 'dist/install/paths.js'));
  return pythonIn(path.join(cacheRoot(), 'python'));
}

async function pythonWithTorch() {
  const python = pythonPath();
  if (hasPackages(python)) return say(`Python with torch ${TORCH}: ${python}`);
  if (process.env.LIBTORCH_NODE_PYTHON) {
    const wanted = [`torch==${TORCH}`, ...OTHERS.map(pinned)].join(' ');
    throw new Failure(`${python} (LIBTORCH_NODE_PYTHON) lacks some of: ${wanted}.`);
  }
  say(`Python with torch ${TORCH}: installing into ${path.resolve(python, '../..')}`);
  const base = findPython();
  await createEnvironment(base, path.resolve(python, '../..'), python);
  await installTorch(base, python);
  await pip(base, python, OTHERS.map(pinned));
  if (!hasPackages(python)) throw new Failure(`${python} still lacks torch ${TORCH} after the installation.`);
}

function hasPackages(python) {
  const versions = ask(python, ['-c', LIST_VERSIONS])?.split(' ');
  return versions?.[0]?.split('+')[0] === TORCH;
}

function findPython() {
  const found = ['python3', 'python'].find((name) => ask(name, ['-m', 'pip', '--version']) !== undefined);
  if (!found) throw new Failure('The tests need Python 3 with pip; none was found on the PATH.');
  return found;
}

/** Debian's Python cannot put pip into an environment without one more package; its own pip can install into one. */
async function createEnvironment(base, folder, python) {
  if (fs.existsSync(python)) return;
  await run(base, ['-m', 'venv', '--without-pip', folder]);
}

/** The CPU build by its exact name first: pip's own index has CUDA builds under the plain version on Linux. */
async function installTorch(base, python) {
  const index = (process.env.LIBTORCH_NODE_INDEX_URL ?? 'https://download.pytorch.org/whl').replace(/\/+$/, '');
  try {
    await pip(
      base,
      python,
      [`torch==${TORCH}+cpu`, '--extra-index-url', `${index}/cpu`],
      ['--retries', '0', '--timeout', '15'],
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`no torch ${TORCH}+cpu by that name; trying ${TORCH}`);
    await pip(base, python, [`torch==${TORCH}`]);
  }
}

/** Without retries first, since a dead address in pip's configuration would cost minutes. */
async function pip(base, python, what, patience) {
  const attempts = patience ? [patience] : [['--retries', '0'], []];
  for (const [i, extra] of attempts.entries()) {
    try {
      return await run(base, ['-m', 'pip', '--python', python, 'install', '--quiet', ...extra, ...what]);
    } catch (error) {
      if (i === attempts.length - 1) throw error;
      say('pip failed; trying again with retries');
    }
  }
}

module.exports = { pythonPath, pythonWithTorch };
