import type { Plan } from './plan';
import { valueError } from '../../errors';

/** One attempt, as the coordinator has decided it: the same on all machines. */
export interface Attempt {
  /** 0 for the first. */
  readonly restart: number;
  /** Where rank 0 opens its store. */
  readonly port: number;
  /** How many ranks each machine has, and what they are called. */
  readonly machines: readonly { readonly ranks: number; readonly role: string }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The number of this machine's first rank. */
export function firstRank({ nodeRank }: Plan, { machines }: Attempt): number {
  return sum(machines.slice(0, nodeRank).map(({ ranks }) => ranks));
}

/**
 * The environment of one rank: what torchrun sets, with its values. One thing differs: rank 0 opens the store itself
 * (`TORCHELASTIC_USE_AGENT_STORE` is False), so that each attempt has a new one and no rank reads what an earlier attempt
 * has written.
 */
export function environmentOf(plan: Plan, attempt: Attempt, localRank: number): Record<string, string> {
  const { role, nodeRank } = plan;
  const rank = firstRank(plan, attempt) + localRank;
  const same = attempt.machines.filter((machine) => machine.role === role);
  const before = attempt.machines.slice(0, nodeRank).filter((machine) => machine.role === role);
  return {
    RANK: String(rank),
    GROUP_RANK: String(nodeRank),
    ROLE_RANK: String(sum(before.map(({ ranks }) => ranks)) + localRank),
    ROLE_NAME: role,
    LOCAL_WORLD_SIZE: String(plan.ranks),
    WORLD_SIZE: String(sum(attempt.machines.map(({ ranks }) => ranks))),
    GROUP_WORLD_SIZE: String(plan.nodes),
    ROLE_WORLD_SIZE: String(sum(same.map(({ ranks }) => ranks))),
    MASTER_ADDR: plan.masterAddr,
    MASTER_PORT: String(attempt.port),
    TORCHELASTIC_RESTART_COUNT: String(attempt.restart),
    TORCHELASTIC_MAX_RESTARTS: String(plan.maxRestarts),
    TORCHELASTIC_RUN_ID: plan.runId,
    TORCHELASTIC_USE_AGENT_STORE: 'False',
    TORCHELASTIC_SIGNALS_TO_HANDLE: plan.signals.join(','),
    TORCH_NCCL_ASYNC_ERROR_HANDLING: plan.env.TORCH_NCCL_ASYNC_ERROR_HANDLING ?? '1',
    ...deviceOf(plan, localRank),
    ...threadsOf(plan),
    ...interfaceOf(plan),
  };
}

/** With --virtual-local-rank each rank sees its own GPU only, as the first one. */
function deviceOf({ virtualLocalRank, env }: Plan, localRank: number): Record<string, string> {
  if (!virtualLocalRank) return { LOCAL_RANK: String(localRank) };
  const visible = env.CUDA_VISIBLE_DEVICES?.split(',');
  if (visible === undefined) return { LOCAL_RANK: '0', CUDA_VISIBLE_DEVICES: String(localRank) };
  const device = visible[localRank];
  if (device !== undefined) return { LOCAL_RANK: '0', CUDA_VISIBLE_DEVICES: device.trim() };
  throw valueError(
    `run: local_rank ${localRank} exceeds available GPUs in CUDA_VISIBLE_DEVICES=${String(env.CUDA_VISIBLE_DEVICES)}`,
  );
}

/** Several ranks share the processors, so each gets one thread unless told otherwise. */
function threadsOf(plan: Plan): Record<string, string> {
  return setsThreads(plan) ? { OMP_NUM_THREADS: '1' } : {};
}

/** Whether the number of threads is ours to say; torchrun tells the user of it. */
export function setsThreads({ ranks, env }: Plan): boolean {
  return ranks > 1 && env.OMP_NUM_THREADS === undefined;
}

/** On one machine gloo listens on the loopback interface, not on what the machine's name stands for. */
function interfaceOf({ nodes, env }: Plan): Record<string, string> {
  if (nodes > 1 || env.GLOO_SOCKET_IFNAME !== undefined) return {};
  if (process.platform === 'linux') return { GLOO_SOCKET_IFNAME: 'lo' };
  return process.platform === 'darwin' ? { GLOO_SOCKET_IFNAME: 'lo0' } : {};
}

/** Arguments may name the rank on this machine, as torchrun's may. */
export function argumentsOf(args: readonly string[], localRank: number): string[] {
  return args.map((arg) => arg.replaceAll('${local_rank}', String(localRank)));
}

/** What stands before each line of a rank; `TORCHELASTIC_LOG_LINE_PREFIX_TEMPLATE` may say it. */
export function prefixOf({ role, env }: Plan, rank: number, localRank: number): string {
  const template = env.TORCHELASTIC_LOG_LINE_PREFIX_TEMPLATE ?? '[${role_name}${local_rank}]:';
  const values: Readonly<Record<string, string>> = {
    role_name: role,
    rank: String(rank),
    local_rank: String(localRank),
  };
  return template.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, plain?: string) => {
    return values[braced ?? plain ?? ''] ?? whole;
  });
}
