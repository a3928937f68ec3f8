/** Why training may be slower here than it could be: what the system says of its processors, their load and their power. */
import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { Finding } from './findings';

/** What is known of the machine's speed, before any judgement. Null is what the system does not say. */
export interface SpeedFacts {
  readonly processors: number;
  /** How many this process may use at a time, by its affinity and its container. */
  readonly allowed: number;
  readonly load: number | null;
  readonly arch: string;
  /** What libtorch's kernels could use, as Linux names it. */
  readonly flags: readonly string[] | null;
  /** How the clock of the processor is set, such as `powersave`. */
  readonly governor: string | null;
  /** Whether it runs on its battery. */
  readonly battery: boolean | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const THREADS = [
  'OMP_NUM_THREADS',
  'MKL_NUM_THREADS',
  'UV_THREADPOOL_SIZE',
  'ATEN_CPU_CAPABILITY',
  'DNNL_MAX_CPU_ISA',
] as const;

export function gatherSpeed(env: NodeJS.ProcessEnv): SpeedFacts {
  const [load] = loadavg();
  return {
    processors: cpus().length,
    allowed: Math.min(availableParallelism(), quota() ?? Infinity),
    load: process.platform === 'win32' ? null : (load ?? null),
    arch: process.arch,
    flags: cpuFlags(),
    governor: textOf('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor'),
    battery: onBattery(),
    env: Object.fromEntries(THREADS.map((name) => [name, env[name]])),
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A container's share of processors, which may be a part of one: the kernel stops its threads when it is used up. */
function quota(): number | null {
  const [most, period] = (textOf('/sys/fs/cgroup/cpu.max') ?? '').split(' ').map(Number);
  return most && period ? most / period : null;
}

function cpuFlags(): string[] | null {
  const line = /^flags\s*:\s*(.*)$/m.exec(textOf('/proc/cpuinfo') ?? '');
  return line?.[1]?.split(' ') ?? null;
}

function onBattery(): boolean | null {
  const supplies = '/sys/class/power_supply';
  try {
    const mains = readdirSync(supplies).flatMap((name) => textOf(path.join(supplies, name, 'online')) ?? []);
    return mains.length > 0 ? mains.every((online) => online === '0') : null;
  } catch {
    return null;
  }
}

type Check = (facts: SpeedFacts) => Finding | undefined;

/** What slows training down, and what to do about it; and in one line what the machine has. */
export function judgeSpeed(facts: SpeedFacts): readonly Finding[] {
  const checks: readonly Check[] = [
    checkKernels,
    checkThreads,
    checkShare,
    checkLoad,
    checkGovernor,
    checkBattery,
    checkCapability,
  ];
  return checks.map((check) => check(facts)).filter((finding) => finding !== undefined);
}

function checkKernels({ flags, arch }: SpeedFacts): Finding | undefined {
  if (arch !== 'x64' || flags === null) return undefined;
  const known = ['avx2', 'avx512f', 'avx512_bf16', 'amx_bf16'].filter((flag) => flags.includes(flag));
  if (known.includes('avx512f'))
    return { level: 'ok', code: 'KERNELS', message: `the processor has ${known.join(', ')}` };
  if (known.includes('avx2'))
    return { level: 'ok', code: 'KERNELS', message: 'the processor has avx2, and not avx512' };
  return {
    ...{ level: 'warning', code: 'NO_AVX2' },
    message: 'The processor has no AVX2: libtorch uses its plain kernels, which are several times slower.',
    fix: 'In a virtual machine, let it have the processor of its host (cpu: host); otherwise use a machine from after 2015.',
  };
}

function threadsOf(env: SpeedFacts['env'], name: string): number | null {
  const text = env[name];
  return text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

function checkThreads({ env, allowed }: SpeedFacts): Finding | undefined {
  const name = ['OMP_NUM_THREADS', 'MKL_NUM_THREADS'].find((one) => threadsOf(env, one) !== null);
  const threads = name === undefined ? null : threadsOf(env, name);
  if (name === undefined || threads === null) return undefined;
  if (threads > Math.ceil(allowed)) {
    return {
      ...{ level: 'warning', code: 'THREADS_MANY' },
      message: `${name} is ${threads}, but this process may use ${figure(allowed)} processors: threads wait for each other.`,
      fix: `Unset ${name}, or set it to ${Math.max(1, Math.floor(allowed))}.`,
    };
  }
  if (threads * 2 > allowed) return undefined;
  return {
    ...{ level: 'warning', code: 'THREADS_FEW' },
    message: `${name} is ${threads}: large operators use ${threads} of ${figure(allowed)} processors.`,
    fix: `Unset ${name}, or call torch.setNumThreads(). With many workers or ranks on this machine, few threads are right.`,
  };
}

/** libtorch counts processors, not shares of them. */
function checkShare({ allowed, processors, env }: SpeedFacts): Finding | undefined {
  if (allowed >= processors || threadsOf(env, 'OMP_NUM_THREADS') !== null) return undefined;
  const threads = Math.max(1, Math.floor(allowed));
  return {
    ...{ level: 'warning', code: 'SHARE' },
    message: `This process may use ${figure(allowed)} of ${processors} processors, by its container or its affinity; threads for all of them would wait for each other.`,
    fix: `Set OMP_NUM_THREADS=${threads}, or call torch.setNumThreads(${threads}).`,
  };
}

/** A program that trains adds its own threads to what waits already. */
function checkLoad({ load, allowed }: SpeedFacts): Finding | undefined {
  if (load === null || load < allowed * 1.25) return undefined;
  return {
    ...{ level: 'warning', code: 'LOAD' },
    message: `Other programs keep ${load.toFixed(1)} threads busy on ${figure(allowed)} processors: a step takes about ${Math.max(2, Math.round(load / allowed) + 1)} times as long.`,
    fix: 'End them, or train with fewer threads: those that wait for each other lose the most.',
  };
}

function checkGovernor({ governor }: SpeedFacts): Finding | undefined {
  if (governor !== 'powersave' && governor !== 'conservative') return undefined;
  return {
    ...{ level: 'warning', code: 'GOVERNOR' },
    message: `The clock of the processor is governed by ${governor}; on some machines that keeps it low.`,
    fix: 'Try `sudo cpupower frequency-set -g performance`.',
  };
}

function checkBattery({ battery }: SpeedFacts): Finding | undefined {
  if (battery !== true) return undefined;
  return {
    ...{ level: 'warning', code: 'BATTERY' },
    message: 'The machine runs on its battery, so the processor is slower.',
    fix: 'Plug it in.',
  };
}

function checkCapability({ env }: SpeedFacts): Finding | undefined {
  const name = ['ATEN_CPU_CAPABILITY', 'DNNL_MAX_CPU_ISA'].find((one) => (env[one] ?? '') !== '');
  if (name === undefined) return undefined;
  return {
    ...{ level: 'warning', code: 'CAPABILITY' },
    message: `${name}=${env[name] ?? ''} holds libtorch's kernels back.`,
    fix: `Unset ${name}, unless numbers have to be the same on all machines.`,
  };
}

const figure = (value: number): string => String(Number(value.toFixed(1)));
