/** Training steps in several frameworks, each a process of its own, in turn on two threads. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isTry, rounds, warmups } from './extent';
import { Side, quantile } from './pair';
import type { Command, Figure } from './types';

const cache = path.join(process.env['LIBTORCH_NODE_CACHE'] ?? path.join(homedir(), '.cache/libtorch-node'), 'peers');
const [WARMUP, ROUNDS, SLOW_ROUNDS] = [Math.max(1, warmups(3)), rounds(11), rounds(2)];
const [SLOW_MS, VERY_SLOW_MS] = [200, 1000];
export const [OWN, EAGER] = ['libtorch-node', 'PyTorch, eager'];

export interface Peer {
  readonly name: string;
  readonly command: () => Command;
  /** Which cases it has; all where it is left out. */
  readonly has?: (which: string) => boolean;
}

/** One peer's median on one case, in ms. */
export interface PeerResult {
  readonly peer: string;
  readonly median: number;
}

/** The folder in which the packages of peers are installed. */
export const peersFolder = cache;

/** Runs a program that must succeed. */
export function must(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
}

/** A Python with JAX and TensorFlow. */
export function pythonWithPeers(): string {
  const python = path.join(cache, 'python/bin/python');
  if (!existsSync(path.join(cache, 'python.ok'))) {
    mkdirSync(cache, { recursive: true });
    must('python3', ['-m', 'venv', path.join(cache, 'python')]);
    must(python, ['-m', 'pip', 'install', '--quiet', 'jax', 'tensorflow-cpu']);
    writeFileSync(path.join(cache, 'python.ok'), '');
  }
  return python;
}

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

/** Runs cases peer by peer. */
class Comparison {
  constructor(
    readonly peers: readonly Peer[],
    readonly sides: Map<string, Side>,
    readonly asked: NonNullable<Comparing['takesPart']>,
  ) {}

  async run(which: string): Promise<PeerResult[]> {
    const plans = new Map<string, ReturnType<typeof plan>>();
    for (const peer of this.peers) {
      if (!this.sides.has(peer.name) || peer.has?.(which) === false || !this.asked(peer, which)) continue;
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
      console.log(`  ${which}: ${peer} ${median.toPrecision(3)} ms`);
      return { peer, median };
    });
  }
}

/** What is compared, and how. */
export interface Comparing {
  readonly peers: readonly Peer[];
  readonly cases: readonly string[];
  /** Whether a peer is measured on a case, as far as the results before allow it. */
  readonly takesPart?: (peer: Peer, which: string) => boolean;
  /** The figures of one case. */
  figures(which: string, results: readonly PeerResult[]): readonly Figure[];
}

/** Measures each case in every framework that can be had. */
export async function comparePeers({ peers, cases, takesPart = () => true, figures }: Comparing): Promise<Figure[]> {
  const sides = new Map<string, Side>();
  // The others take minutes to install or to compile.
  const taking = isTry ? peers.filter(({ name }) => name === OWN || name === EAGER) : peers;
  for (const peer of taking) {
    const side = start(peer);
    if (side) sides.set(peer.name, side);
  }
  try {
    const found: Figure[] = [];
    const comparison = new Comparison(peers, sides, takesPart);
    for (const which of cases) found.push(...figures(which, await comparison.run(which)));
    return found;
  } finally {
    for (const side of sides.values()) side.stop();
  }
}

/** Each peer's median, and this project's over that of the fastest of the others that count. */
export function ratioFigures(
  label: string,
  results: readonly PeerResult[],
  { counts, atMost }: { readonly counts: (peer: string) => boolean; readonly atMost: number },
): Figure[] {
  const rows = results.map(({ peer, median }): Figure => ({ name: `${label}: ${peer}`, value: median, unit: 'ms' }));
  const own = results.find(({ peer }) => peer === OWN)?.median;
  const others = results.filter(({ peer }) => peer !== OWN && counts(peer)).map(({ median }) => median);
  if (own === undefined || others.length === 0) return rows;
  const name = `${label}: ${OWN} / the best of the others`;
  return [...rows, { name, value: own / Math.min(...others), unit: 'ratio', atMost }];
}
