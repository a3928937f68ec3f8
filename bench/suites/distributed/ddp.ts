/**
 * DistributedDataParallel on one machine: a step of Adam on a model of 4.5 million parameters, 32 rows on each rank, Node and
 * Python in turn.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { isTry, rounds, warmups } from '../../harness/extent';
import { pythonPath, quantile } from '../../harness/pair';
import type { Figure } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
export const SIDES = ['Node', 'Python'] as const;
export type Side = (typeof SIDES)[number];

/** Settling takes so long: threads of the other side still spin for a while. */
const SETTLE_MS = 100;
const STEPS = 5;
const ROUNDS = rounds(15);

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function launch(side: Side, env: NodeJS.ProcessEnv): ChildProcessByStdio<Writable, Readable, null> {
  const args =
    side === 'Node'
      ? ['scripts/run-ts.cjs', path.join(__dirname, 'ddp-rank.cjs')]
      : [path.join(__dirname, 'ddp_rank.py')];
  const child = spawn(side === 'Node' ? process.execPath : pythonPath(), args, {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return child;
}

/** All ranks of one side, which take the same commands. */
export class Ranks {
  readonly #children: readonly ChildProcessByStdio<Writable, Readable, null>[];
  readonly #lines: readonly AsyncIterator<string>[];

  constructor(side: Side, size: number, port: number) {
    const shared = { ...process.env, OMP_NUM_THREADS: '1', GLOO_SOCKET_IFNAME: 'lo' };
    const place = { MASTER_ADDR: '127.0.0.1', MASTER_PORT: String(port), WORLD_SIZE: String(size) };
    this.#children = Array.from({ length: size }, (_, rank) =>
      launch(side, { ...shared, ...place, RANK: String(rank), LOCAL_RANK: String(rank) }),
    );
    this.#lines = this.#children.map(({ stdout }) =>
      readline.createInterface({ input: stdout })[Symbol.asyncIterator](),
    );
  }

  /** What rank 0 answers, once all have. */
  async ask(command: string): Promise<string> {
    await setTimeout(SETTLE_MS);
    for (const child of this.#children) child.stdin.write(`${command}\n`);
    const answers = await Promise.all(this.#lines.map((lines) => lines.next()));
    if (answers.some(({ done }) => done)) throw new Error(`a rank ended during '${command}'`);
    return String(answers[0]?.value);
  }

  async stop(): Promise<void> {
    const ends = this.#children.map((child) => once(child, 'close'));
    for (const child of this.#children) child.stdin.end();
    await Promise.all(ends);
  }
}

interface Measured {
  readonly steps: Readonly<Record<Side, readonly number[]>>;
  readonly averages: Readonly<Record<Side, Readonly<Record<string, number>>>>;
}

/** Both sides in turn, so that a change in the machine's speed meets both alike. */
async function measure(size: number, times: number): Promise<Measured> {
  const sides = {
    Node: new Ranks('Node', size, await freePort()),
    Python: new Ranks('Python', size, await freePort()),
  };
  const steps: Record<Side, number[]> = { Node: [], Python: [] };
  for (let round = -warmups(2); round < times; round++) {
    for (const side of round % 2 ? SIDES : SIDES.toReversed()) {
      const time = Number(await sides[side].ask(String(STEPS)));
      if (round >= 0) steps[side].push(time);
    }
  }
  const read = async (side: Side): Promise<Record<string, number>> =>
    JSON.parse(await sides[side].ask('stats')) as Record<string, number>;
  const averages = { Node: await read('Node'), Python: await read('Python') };
  for (const side of SIDES) await sides[side].stop();
  return { steps, averages };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How much of the communication backward hides. */
function overlap(averages: Readonly<Record<string, number>>): number {
  return (averages['avg_backward_compute_comm_overlap_time'] ?? NaN) / (averages['avg_backward_comm_time'] ?? NaN);
}

/** A step of two ranks, and what more of them cost. */
export async function measureDdp(): Promise<Figure[]> {
  const { steps, averages } = await measure(2, ROUNDS);
  const ratios = steps.Node.map((node, i) => node / (steps.Python[i] as number));
  const figures: Figure[] = [
    ...SIDES.map((side) => ({ name: `DDP step, 2 ranks, ${side}`, value: median(steps[side]), unit: 'ms' })),
    { name: 'DDP step, 2 ranks, Node / Python, median', value: median(ratios), unit: '', atMost: 0.9 },
    ...[0.25, 0.75].map((q) => ({
      name: `DDP step, 2 ranks, Node / Python, quartile ${q}`,
      value: quantile(ratios, q),
      unit: '',
    })),
    ...SIDES.map((side) => ({
      name: `share of communication inside backward, ${side}`,
      value: overlap(averages[side]),
      unit: '',
    })),
  ];
  // Eight ranks of both sides start for a minute, where there are two processors.
  for (const size of isTry ? [1] : [1, 4, 8]) {
    const more = await measure(size, Math.min(5, ROUNDS));
    for (const side of SIDES) {
      figures.push({
        name: `DDP step, ${size} rank${size > 1 ? 's' : ''}, ${side}`,
        value: median(more.steps[side]),
        unit: 'ms',
      });
    }
  }
  return figures;
}
