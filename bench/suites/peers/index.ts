/**
 * `npm run bench -- peers`: the guide's training step in every framework that can be installed, in turn, on two threads.
 * JAX and TensorFlow get a Python environment of their own and TensorFlow.js a folder of its own, both in the cache, so
 * that nothing of them becomes a dependency. What cannot be installed or does not run is reported and left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Command, Side, quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const cache = path.join(process.env['LIBTORCH_NODE_CACHE'] ?? path.join(homedir(), '.cache/libtorch-node'), 'peers');
const CASES = ['RNN 50', 'GRU 50', 'LSTM 50'];
const [WARMUP, ROUNDS, SLOW_ROUNDS] = [3, 21, 2];
const SLOW_MS = 1000;
const [OWN, EAGER] = ['libtorch-node', 'PyTorch, eager'];

interface Peer {
  readonly name: string;
  readonly command: () => Command;
}

/** One peer's median on one case, in ms. */
interface PeerResult {
  readonly peer: string;
  readonly median: number;
}

const here = (name: string): string => path.join(__dirname, name);

function pythonWithTorch(): string {
  const { pythonPath } = createRequire(__filename)('../../../scripts/setup/python.cjs') as { pythonPath(): string };
  return pythonPath();
}

function pythonWithPeers(): string {
  const python = path.join(cache, 'python/bin/python');
  if (!existsSync(path.join(cache, 'python.ok'))) {
    mkdirSync(cache, { recursive: true });
    must('python3', ['-m', 'venv', path.join(cache, 'python')]);
    must(python, ['-m', 'pip', 'install', '--quiet', 'jax', 'tensorflow-cpu']);
    writeFileSync(path.join(cache, 'python.ok'), '');
  }
  return python;
}

function installTensorFlowJs(): void {
  const folder = path.join(cache, 'node');
  if (!existsSync(path.join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    const packages = ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'];
    must('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...packages]);
  }
}

function must(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
}

const torchPeer = (how: string): Command => ({ program: pythonWithTorch(), args: [here('torch_peer.py'), how] });
const tfjsPeer = (backend: string): Command => {
  installTensorFlowJs();
  return { program: process.execPath, args: [here('tfjs_peer.cjs'), backend] };
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
  { name: 'TensorFlow.js, wasm', command: () => tfjsPeer('wasm') },
  { name: 'TensorFlow.js, JavaScript', command: () => tfjsPeer('cpu') },
];

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    OMP_NUM_THREADS: '2',
    NODE_PATH: path.join(cache, 'node/node_modules'),
  };
}

/** Starts a peer; null if it cannot be had here, which is said. */
function start({ name, command }: Peer): Side | null {
  try {
    return new Side(command(), environment());
  } catch (error) {
    console.log(`${name}: left out, ${String(error)}`);
    return null;
  }
}

/** Warm-up that also finds out who is slow: a second a step is measured twice, not twenty times. */
async function warm(side: Side, which: string): Promise<number> {
  let last = Infinity;
  for (let i = 0; i < WARMUP; i++) {
    last = await side.measure(which);
    if (last > SLOW_MS) break;
  }
  return last;
}

async function measureCase(which: string, sides: Map<string, Side>): Promise<PeerResult[]> {
  const samples = new Map<string, number[]>();
  const rounds = new Map<string, number>();
  for (const [name, side] of sides) {
    try {
      rounds.set(name, (await warm(side, which)) > SLOW_MS ? SLOW_ROUNDS : ROUNDS);
      samples.set(name, []);
    } catch (error) {
      console.log(`${name}: left out, ${String(error)}`);
      sides.delete(name);
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, values] of samples) {
      if (round < (rounds.get(name) ?? 0)) values.push(await (sides.get(name) as Side).measure(which));
    }
  }
  return [...samples].map(([peer, values]) => ({ peer, median: quantile(values, 0.5) }));
}

/** Each peer's median, and this project's over that of the fastest other that is no eager PyTorch. */
function figuresOf(which: string, results: readonly PeerResult[]): Figure[] {
  const label = `${which.replace(' ', ', ')} time steps`;
  const rows = results.map(({ peer, median }): Figure => ({ name: `${label}: ${peer}`, value: median, unit: 'ms' }));
  const own = results.find(({ peer }) => peer === OWN)?.median;
  const others = results.filter(({ peer }) => peer !== OWN && peer !== EAGER).map(({ median }) => median);
  if (own === undefined || others.length === 0) return rows;
  const best = { name: `${label}: ${OWN} / the best of the others`, value: own / Math.min(...others), unit: 'ratio' };
  return [...rows, { ...best, atMost: 0.85 }];
}

async function measure(): Promise<readonly Figure[]> {
  const sides = new Map<string, Side>();
  for (const peer of PEERS) {
    const side = start(peer);
    if (side) sides.set(peer.name, side);
  }
  try {
    const figures: Figure[] = [];
    for (const which of CASES) figures.push(...figuresOf(which, await measureCase(which, sides)));
    return figures;
  } finally {
    for (const side of sides.values()) side.stop();
  }
}

export const suite: OwnSuite = { title: 'The guide’s training step in other frameworks', measure };
