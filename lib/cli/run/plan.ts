import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';

import { findGpus } from '../../install/gpu';
import { fileError, valueError } from '../../errors';
import { type Std, stdOf } from './std-streams';

/** What `libtorch-node run` was told; names are those of its options. */
export interface RunFlags {
  readonly nprocPerNode: string;
  readonly nnodes: string;
  readonly nodeRank: number;
  readonly rdzvEndpoint?: string;
  readonly rdzvId: string;
  readonly rdzvConf: string;
  readonly standalone?: boolean;
  readonly masterAddr?: string;
  readonly masterPort?: number;
  readonly maxRestarts: number;
  readonly role: string;
  readonly node: boolean;
  readonly nodeArgs: readonly string[];
  readonly logDir?: string;
  readonly redirects: string;
  readonly tee: string;
  readonly localRanksFilter?: string;
  readonly signalsToHandle: string;
  readonly shutdownTimeout: number;
  readonly failureGrace: number;
  readonly virtualLocalRank?: boolean;
}

/** Where the starters of several machines meet. */
export interface Meeting {
  readonly host: string;
  readonly port: number;
  /** Seconds until every machine must be there. */
  readonly timeout: number;
  /** Seconds between two signs of life, and how many may be missed. */
  readonly interval: number;
  readonly missed: number;
}

/** A run as this machine's starter sees it; seconds are seconds. */
export interface Plan {
  /** What is started for each rank: a program and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** What to call it in messages. */
  readonly name: string;
  readonly ranks: number;
  readonly nodes: number;
  readonly nodeRank: number;
  /** Null for one machine. */
  readonly meeting: Meeting | null;
  readonly masterAddr: string;
  /** 0: a free one for each attempt. */
  readonly masterPort: number;
  readonly runId: string;
  readonly role: string;
  readonly maxRestarts: number;
  readonly logDir: string | null;
  readonly redirects: Std;
  readonly tee: Std;
  /** Ranks of this machine that the console shows; null for all. */
  readonly shown: ReadonlySet<number> | null;
  readonly signals: readonly NodeJS.Signals[];
  readonly shutdownTimeout: number;
  readonly failureGrace: number;
  readonly virtualLocalRank: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** More processes than this on one machine is a slip of the finger. */
const MOST_RANKS = 1024;
const LOOPBACK = '127.0.0.1';
/** The port of torchrun's static rendezvous. */
const PORT = 29500;

/** Reads and checks everything before the first process is started. */
export function planOf(
  script: string,
  args: readonly string[],
  flags: RunFlags,
  env: NodeJS.ProcessEnv = process.env,
): Plan {
  const nodes = nodesOf(flags.nnodes);
  const ranks = ranksOf(flags.nprocPerNode);
  if (flags.nodeRank >= nodes) {
    throw valueError(`run: --node-rank ${flags.nodeRank} should be less than --nnodes ${nodes}`);
  }
  const { meeting, masterAddr, masterPort } = placeOf(nodes, flags);
  return {
    ...{ command: commandOf(script, args, flags, env), name: script, ranks, nodes, nodeRank: flags.nodeRank },
    ...{ meeting, masterAddr, masterPort },
    runId: flags.standalone ? randomUUID() : flags.rdzvId,
    ...{ role: flags.role, maxRestarts: flags.maxRestarts, logDir: flags.logDir ?? null },
    ...{ redirects: stdOf('--redirects', flags.redirects), tee: stdOf('--tee', flags.tee) },
    ...{ shown: shownOf(flags.localRanksFilter), signals: signalsOf(flags.signalsToHandle) },
    ...{ shutdownTimeout: flags.shutdownTimeout, failureGrace: flags.failureGrace },
    ...{ virtualLocalRank: flags.virtualLocalRank ?? false, env },
  };
}

/** Whether an address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return /^(127(\.\d+){3}|localhost|::1|\[::1\]|0:0:0:0:0:0:0:1)$/i.test(host);
}

function nodesOf(text: string): number {
  const [least = '', most = least, ...more] = text.split(':');
  if (more.length > 0 || !/^\d+$/.test(least) || !/^\d+$/.test(most)) {
    throw valueError(`run: --nnodes ${text} is not a number of machines`);
  }
  if (Number(least) < 1) throw valueError('run: --nnodes should be at least 1');
  if (least !== most) {
    throw valueError(`run: --nnodes ${text}: a number of machines that changes is not supported; give one number`);
  }
  return Number(least);
}

function ranksOf(text: string): number {
  if (/^\d+$/.test(text)) {
    const count = Number(text);
    if (count >= 1 && count <= MOST_RANKS) return count;
    throw valueError(`run: --nproc-per-node should be from 1 to ${MOST_RANKS}, got ${text}`);
  }
  if (text === 'cpu') return availableParallelism();
  const gpus = text === 'gpu' || text === 'auto' ? findGpus().length : null;
  if (gpus === null) throw valueError(`run: Unsupported nproc_per_node value: ${text}`);
  if (gpus > 0) return gpus;
  if (text === 'auto') return availableParallelism();
  throw valueError('run: --nproc-per-node gpu: no NVIDIA GPU was found');
}

type Place = Pick<Plan, 'meeting' | 'masterAddr' | 'masterPort'>;

function placeOf(nodes: number, flags: RunFlags): Place {
  const conf = confOf(flags.rdzvConf);
  const { standalone, masterAddr, masterPort = 0 } = flags;
  if (standalone && nodes > 1)
    throw valueError('run: --standalone is for one machine and cannot be combined with --nnodes');
  if (standalone) return { meeting: null, masterAddr: LOOPBACK, masterPort: 0 };
  const given = flags.rdzvEndpoint === undefined ? null : endpointOf(flags.rdzvEndpoint);
  const host = given?.host ?? masterAddr ?? LOOPBACK;
  if (nodes === 1) return { meeting: null, masterAddr: masterAddr ?? host, masterPort };
  if (given === null && masterAddr === undefined) {
    throw valueError(
      'run: several machines need an address to meet at: --rdzv-endpoint <host>:<port> of the first one',
    );
  }
  // As with torchrun, the address of the first machine alone is the meeting place; its ranks' store has a port of its own.
  const port = given?.port ?? (masterPort || PORT);
  return {
    meeting: { host, port, ...conf },
    masterAddr: masterAddr ?? host,
    masterPort: given ? masterPort : 0,
  };
}

function endpointOf(text: string): { host: string; port: number | null } {
  const parts = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text.trim());
  const port = parts?.[2] === undefined ? null : Number(parts[2]);
  if (!parts?.[1] || (port !== null && port > 65535)) {
    throw valueError(`run: --rdzv-endpoint ${JSON.stringify(text)} is not of the form <host>:<port>`);
  }
  return { host: parts[1].replace(/^\[|\]$/g, ''), port };
}

/** Keys and defaults are torchrun's; those of other ways to meet are refused. */
const CONF = { timeout: 600, keep_alive_interval: 5, keep_alive_max_attempt: 3 };

function confOf(text: string): Omit<Meeting, 'host' | 'port'> {
  const conf: Record<string, number> = { ...CONF };
  for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
    const [key = '', value = ''] = entry.split('=').map((part) => part.trim());
    const number = value === '' ? NaN : Number(value);
    if (!Object.hasOwn(CONF, key) || !(number > 0 && number < 1e6)) {
      throw valueError(`run: --rdzv-conf ${entry}: expected ${Object.keys(CONF).join(', ')}, each a positive number`);
    }
    conf[key] = number;
  }
  return {
    timeout: conf.timeout as number,
    interval: conf.keep_alive_interval as number,
    missed: conf.keep_alive_max_attempt as number,
  };
}

function shownOf(text: string | undefined): ReadonlySet<number> | null {
  if (text === undefined || text === '') return null;
  const ranks = text.split(',').map((part) => part.trim());
  if (ranks.every((rank) => /^\d+$/.test(rank))) return new Set(ranks.map(Number));
  throw valueError(`run: --local-ranks-filter should be a list of ranks such as 0,1,2, got ${text}`);
}

/** What a program can be told; SIGKILL and SIGSTOP cannot be handled. */
const SIGNALS: readonly NodeJS.Signals[] = [
  ...(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2', 'SIGALRM', 'SIGXCPU', 'SIGWINCH', 'SIGCONT'] as const),
];

function signalsOf(text: string): readonly NodeJS.Signals[] {
  return text.split(',').map((part) => {
    const name = part.trim() as NodeJS.Signals;
    if (SIGNALS.includes(name)) return name;
    // Node keeps SIGUSR1 for its inspector.
    const why =
      name === 'SIGUSR1' ? ': Node starts its inspector with it; use SIGUSR2' : ` is not one of ${SIGNALS.join(', ')}`;
    throw valueError(`run: --signals-to-handle ${JSON.stringify(name)}${why}`);
  });
}

function commandOf(
  script: string,
  args: readonly string[],
  flags: RunFlags,
  env: NodeJS.ProcessEnv,
): readonly [string, ...string[]] {
  if (!flags.node) {
    if (flags.nodeArgs.length > 0)
      throw valueError('run: --node-args has no effect on a program started with --no-node');
    return [script, ...args];
  }
  if (!existsSync(script)) throw fileError(`run: ${JSON.stringify(script)}: there is no such file`);
  const loads =
    flags.nodeArgs.length > 0 ||
    /--(import|require|loader|experimental-(strip|transform))/.test(env.NODE_OPTIONS ?? '');
  if (/^\.[cm]?tsx?$/.test(extname(script)) && !loads && !(process.features as { typescript?: unknown }).typescript) {
    throw valueError(
      `run: this Node (${process.version}) does not run TypeScript by itself. Compile ${script}, take Node 22.18 or ` +
        'newer, or load a translator, as with --node-args "--import tsx"',
    );
  }
  return [process.execPath, ...flags.nodeArgs, script, ...args];
}
