/**
 * `npm run bench -- peers`: the guide's training step, and that of a small perceptron, in every framework that can be
 * installed, in turn, on two threads. JAX and TensorFlow get a Python environment of their own, TensorFlow.js and
 * js-pytorch a folder of their own, both in the cache, so that nothing of them becomes a dependency. What cannot be
 * installed or does not run is reported and left out.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pythonPath } from '../../harness/pair';
import {
  EAGER,
  OWN,
  type Peer,
  type PeerResult,
  comparePeers,
  must,
  peersFolder,
  pythonWithPeers,
  ratioFigures,
} from '../../harness/peers';
import type { Command, Figure, OwnSuite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const CASES = ['RNN 50', 'GRU 50', 'LSTM 50', 'RNN 200', 'GRU 200', 'LSTM 200', 'MLP'];
const TOO_SLOW_MS = 2000;

const here = (name: string): string => path.join(__dirname, name);

const PACKAGES = ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0', 'js-pytorch@0.7.2'];

/** Without install scripts: js-pytorch's would build a package for GPUs, which needs X11 and is not used here. */
function installPackages(): void {
  const folder = path.join(peersFolder, 'node');
  const names = PACKAGES.map((each) => each.slice(0, each.lastIndexOf('@')));
  if (names.every((name) => existsSync(path.join(folder, 'node_modules', name)))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  must('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...PACKAGES]);
}

const torchPeer = (how: string): Command => ({ program: pythonPath(), args: [here('torch_peer.py'), how] });
const scriptPeer = (file: string, ...args: string[]): Command => {
  installPackages();
  return { program: process.execPath, args: [here(file), ...args] };
};

const PEERS: readonly Peer[] = [
  {
    name: OWN,
    command: () => ({
      program: process.execPath,
      args: ['--expose-gc', path.join(root, 'scripts/run-ts.cjs'), here('node_peer.ts')],
    }),
  },
  { name: EAGER, command: () => torchPeer('eager') },
  { name: 'PyTorch, torch.compile', command: () => torchPeer('compile') },
  { name: 'JAX, jit and lax.scan', command: () => ({ program: pythonWithPeers(), args: [here('jax_peer.py')] }) },
  { name: 'TensorFlow, Keras', command: () => ({ program: pythonWithPeers(), args: [here('tensorflow_peer.py')] }) },
  { name: 'TensorFlow.js, wasm', command: () => scriptPeer('tfjs_peer.cjs', 'wasm') },
  { name: 'TensorFlow.js, JavaScript', command: () => scriptPeer('tfjs_peer.cjs', 'cpu') },
  {
    name: 'js-pytorch',
    command: () => scriptPeer('js_pytorch_peer.cjs'),
    has: (which) => which.startsWith('RNN') || which === 'MLP', // no recurrent layers: the RNN is a cell in a loop
  },
];

/** Four times the steps take four times as long: whoever needs seconds for that is left out. */
function takesPart(medians: ReadonlyMap<string, number>, { name }: Peer, which: string): boolean {
  const [kind, steps] = which.split(' ');
  const expected = (medians.get(`${name}/${kind} 50`) ?? 0) * (Number(steps) / 50);
  if (which === `${kind} 50` || !(expected > TOO_SLOW_MS)) return true;
  console.log(`${name}, ${which}: left out, a step would take ${(expected / 1e3).toFixed(0)} s`);
  return false;
}

const labelOf = (which: string): string =>
  which === 'MLP' ? 'MLP 64-128-10, batch 32' : `${which.replace(' ', ', ')} time steps`;

/** Each peer's median, and this project's over that of the fastest other that is no eager PyTorch. */
function measure(): Promise<readonly Figure[]> {
  const medians = new Map<string, number>();
  const figures = (which: string, results: readonly PeerResult[]): Figure[] => {
    for (const { peer, median } of results) medians.set(`${peer}/${which}`, median);
    const atMost = which === 'MLP' ? 1 : 0.85;
    return ratioFigures(labelOf(which), results, { counts: (peer) => peer !== EAGER, atMost });
  };
  return comparePeers({ peers: PEERS, cases: CASES, figures, takesPart: (...call) => takesPart(medians, ...call) });
}

export const suite: OwnSuite = { title: 'Training steps in other frameworks', measure };
