/**
 * `npm run bench -- peers`: the guide's training step, and that of a small perceptron, in every framework that can be
 * installed, in turn, on two threads. JAX and TensorFlow get a Python environment of their own, TensorFlow.js and
 * js-pytorch a folder of their own, both in the cache, so that nothing of them becomes a dependency. What cannot be
 * installed or does not run is reported and left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { MOST_ROUNDS, Side, pythonPath, quantile } from '../../harness/pair';
import type { Command, Figure, OwnSuite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const cache = path.join(process.env['LIBTORCH_NODE_CACHE'] ?? path.join(homedir(), '.cache/libtorch-node'), 'peers');
const CASES = ['RNN 50', 'GRU 50', 'LSTM 50', 'RNN 200', 'GRU 200', 'LSTM 200', 'MLP'];
const [WARMUP, ROUNDS, SLOW_ROUNDS] = [3, Math.min(11, MOST_ROUNDS), Math.min(2, MOST_ROUNDS)];
const [SLOW_MS, VERY_SLOW_MS, TOO_SLOW_MS] = [200, 1000, 2000];
const [OWN, EAGER] = ['libtorch-node', 'PyTorch, eager'];

interface Peer {
  readonly name: string;
  readonly command: () => Command;
  /** Which cases it has; all where it is left out. */
  readonly has?: (which: string) => boolean;
}

/** One peer's median on one case, in ms. */
interface PeerResult {
  readonly peer: string;
  readonly median: number;
}

const here = (name: string): string => path.join(__dirname, name);

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

const PACKAGES = ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0', 'js-pytorch@0.7.2'];

/** Without install scripts: js-pytorch's would build a package for GPUs, which needs X11 and is not used here. */
function installPackages(): void {
  const folder = path.join(cache, 'node');
  const names = PACKAGES.map((each) => each.slice(0, each.lastIndexOf('@')));
  if (names.every((name) => existsSync(path.join(folder, 'node_modules', name)))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  must('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...PACKAGES]);
}

function must(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
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

/** Warm-up that also finds out who is slow. */
async function warm(side: Side, which: string): Promise<number> {
  let last = Infinity;
  for (let i = 0; i < WARMUP; i++) {
    last = await side.measure(which);
    if (last > SLOW_MS) break;
  }
  return last;
}

/** Whoever needs a fifth of a second for a step is measured twice; whoever needs a second has been measured enough. */
function plan(warmed: number): { rounds: number; samples: number[] } {
  if (warmed > VERY_SLOW_MS) return { rounds: 0, samples: [warmed] };
  return { rounds: warmed > SLOW_MS ? SLOW_ROUNDS : ROUNDS, samples: [] };
}

/** Runs the cases peer by peer and keeps the medians. */
class Comparison {
  readonly #medians = new Map<string, number>();

  constructor(readonly sides: Map<string, Side>) {}

  #median(peer: string, which: string): number | undefined {
    return this.#medians.get(`${peer}/${which}`);
  }

  /** Four times the steps take four times as long: whoever needs seconds for that is left out. */
  #takesPart({ name, has }: Peer, which: string): boolean {
    if (!this.sides.has(name) || has?.(which) === false) return false;
    const [kind, steps] = which.split(' ');
    const expected = (this.#median(name, `${kind} 50`) ?? 0) * (Number(steps) / 50);
    if (which === `${kind} 50` || !(expected > TOO_SLOW_MS)) return true;
    console.log(`${name}, ${which}: left out, a step would take ${(expected / 1e3).toFixed(0)} s`);
    return false;
  }

  async run(which: string): Promise<PeerResult[]> {
    const plans = new Map<string, ReturnType<typeof plan>>();
    for (const peer of PEERS.filter((one) => this.#takesPart(one, which))) {
      try {
        plans.set(peer.name, plan(await warm(this.sides.get(peer.name) as Side, which)));
      } catch (error) {
        console.log(`${peer.name}: left out, ${String(error)}`);
        this.sides.delete(peer.name);
      }
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { rounds, samples }] of plans) {
        if (round < rounds) samples.push(await (this.sides.get(name) as Side).measure(which));
      }
    }
    return [...plans].map(([peer, { samples }]) => {
      const median = quantile(samples, 0.5);
      this.#medians.set(`${peer}/${which}`, median);
      console.log(`  ${which}: ${peer} ${median.toPrecision(3)} ms`);
      return { peer, median };
    });
  }
}

const labelOf = (which: string): string =>
  which === 'MLP' ? 'MLP 64-128-10, batch 32' : `${which.replace(' ', ', ')} time steps`;

/** Each peer's median, and this project's over that of the fastest other that is no eager PyTorch. */
function figuresOf(which: string, results: readonly PeerResult[]): Figure[] {
  const label = labelOf(which);
  const rows = results.map(({ peer, median }): Figure => ({ name: `${label}: ${peer}`, value: median, unit: 'ms' }));
  const own = results.find(({ peer }) => peer === OWN)?.median;
  const others = results.filter(({ peer }) => peer !== OWN && peer !== EAGER).map(({ median }) => median);
  if (own === undefined || others.length === 0) return rows;
  const best = { name: `${label}: ${OWN} / the best of the others`, value: own / Math.min(...others), unit: 'ratio' };
  return [...rows, { ...best, atMost: which === 'MLP' ? 1 : 0.85 }];
}

async function measure(): Promise<readonly Figure[]> {
  const sides = new Map<string, Side>();
  for (const peer of PEERS) {
    const side = start(peer);
    if (side) sides.set(peer.name, side);
  }
  try {
    const figures: Figure[] = [];
    const comparison = new Comparison(sides);
    for (const which of CASES) figures.push(...figuresOf(which, await comparison.run(which)));
    return figures;
  } finally {
    for (const side of sides.values()) side.stop();
  }
}

export const suite: OwnSuite = { title: 'Training steps in other frameworks', measure };
