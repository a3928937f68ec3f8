/**
 * `npm run bench -- training`: training steps of larger models (forward, loss, backward, Adam) here, in PyTorch with and without
 * `torch.compile`, in JAX and in TensorFlow, in turn, on two threads. JAX has no ResNet-18, TensorFlow only what Keras has as
 * layers.
 */
import path from 'node:path';
import { pythonPath } from '../../harness/pair';
import { EAGER, OWN, type Peer, comparePeers, pythonWithPeers, ratioFigures } from '../../harness/peers';
import type { OwnSuite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const here = (name: string): string => path.join(__dirname, name);

const CASES: Readonly<Record<string, string>> = {
  MLP: 'MLP 784-256-128-10, batch 64',
  CNN: 'CNN of two stages, 64 × 28 × 28',
  ResNet: 'ResNet-18, 4 × 3 × 64 × 64',
  transformer: 'encoder of 4 layers of 128, 16 × 64 positions',
  GPT: 'block of GPT-2, 256 wide, 8 × 128 positions',
};

const torchPeer = (how: string) => () => ({ program: pythonPath(), args: [here('torch_peer.py'), how] });
const otherPeer = (file: string) => () => ({ program: pythonWithPeers(), args: [here(file)] });

const PEERS: readonly Peer[] = [
  {
    name: OWN,
    command: () => ({ program: process.execPath, args: [path.join(root, 'scripts/run-ts.cjs'), here('node_peer.ts')] }),
  },
  { name: EAGER, command: torchPeer('eager') },
  { name: 'PyTorch, torch.compile', command: torchPeer('compile') },
  { name: 'JAX, jit', command: otherPeer('jax_peer.py'), has: (which) => which !== 'ResNet' },
  {
    name: 'TensorFlow, Keras',
    command: otherPeer('tensorflow_peer.py'),
    has: (which) => which === 'MLP' || which === 'CNN',
  },
];

export const suite: OwnSuite = {
  title: 'Training steps of larger models',
  measure: () =>
    comparePeers({
      peers: PEERS,
      cases: Object.keys(CASES),
      figures: (which, results) => ratioFigures(CASES[which] ?? which, results, { counts: () => true, atMost: 0.9 }),
    }),
};
