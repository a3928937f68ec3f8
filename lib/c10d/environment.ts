import { native } from '../native/binding';
import { valueError, runtimeError } from '../errors';
import { choice, count, nullable } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';

/** What the environment says of ranks: what torchrun, a scheduler or `npx libtorch-node run` has set. */

/** A variable of the environment, unless it is empty. @internal */
export function variable(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** A number of the environment. @internal */
export function numberVariable(name: string): number | undefined {
  const text = variable(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw valueError(`the environment variable ${name} should be an integer, got '${text}'`);
}

/**
 * Whether `torch.distributed` can be used: libtorch has it on all platforms of this package.
 *
 * @example
 * distributed.isAvailable(); // true
 */
export function isAvailable(...args: readonly never[]): boolean {
  takesNothing('isAvailable', args);
  return true;
}

/**
 * Whether the gloo backend can be used.
 *
 * @example
 * distributed.isGlooAvailable(); // true
 */
export function isGlooAvailable(...args: readonly never[]): boolean {
  takesNothing('isGlooAvailable', args);
  return true;
}

/**
 * Whether the NCCL backend can be used: in the CUDA flavour, if it was built with NCCL's header.
 *
 * @example
 * const backend = distributed.isNcclAvailable() ? 'nccl' : 'gloo';
 */
export function isNcclAvailable(...args: readonly never[]): boolean {
  takesNothing('isNcclAvailable', args);
  return native.ncclBuilt();
}

/**
 * Never: libtorch comes without MPI.
 *
 * @example
 * distributed.isMpiAvailable(); // false
 */
export function isMpiAvailable(...args: readonly never[]): boolean {
  takesNothing('isMpiAvailable', args);
  return false;
}

/**
 * Never: libtorch comes without UCC.
 *
 * @example
 * distributed.isUccAvailable(); // false
 */
export function isUccAvailable(...args: readonly never[]): boolean {
  takesNothing('isUccAvailable', args);
  return false;
}

/**
 * Never: libtorch comes without XCCL.
 *
 * @example
 * distributed.isXcclAvailable(); // false
 */
export function isXcclAvailable(...args: readonly never[]): boolean {
  takesNothing('isXcclAvailable', args);
  return false;
}

/**
 * Whether `torchrun`, or a starter like it, has started this process.
 *
 * @example
 * if (!distributed.isTorchelasticLaunched()) console.log('start me by torchrun, or by npx libtorch-node run');
 */
export function isTorchelasticLaunched(...args: readonly never[]): boolean {
  takesNothing('isTorchelasticLaunched', args);
  return process.env['TORCHELASTIC_RUN_ID'] !== undefined;
}

const FALLBACK = { fallbackRank: nullable(count(0)) };

/**
 * The rank of this process on its machine, from `LOCAL_RANK`.
 *
 * @param fallbackRank Given where there is no such variable.
 * @example
 * const device = distributed.getNodeLocalRank(0); // without LOCAL_RANK in the environment, that of the only process
 */
export function getNodeLocalRank(fallbackRank?: number | null): number;
export function getNodeLocalRank(...args: readonly unknown[]): number {
  const { fallbackRank } = readArguments('getNodeLocalRank', FALLBACK, args);
  const rank = numberVariable('LOCAL_RANK') ?? fallbackRank;
  if (rank !== null) return rank;
  throw runtimeError(
    'LOCAL_RANK is not in the environment. Consider passing fallbackRank to allow getNodeLocalRank to work, ' +
      'assuming you are not running in a multi-device context and want the code to run locally instead.',
  );
}

const LEVELS = ['OFF', 'INFO', 'DETAIL'] as const;

/** How much `torch.distributed` checks and reports. With `DETAIL` each collective is compared among the ranks first. */
export type DebugLevel = (typeof LEVELS)[number];

const LEVEL = { level: choice(LEVELS) };

let levelRead = false;

/** Reads the level of the environment, once, as Python does when it is imported. @internal */
export function readDebugLevel(): void {
  if (levelRead) return;
  native.setDebugLevelFromEnvironment();
  levelRead = true;
}

/**
 * The debug level, from `TORCH_DISTRIBUTED_DEBUG` unless it was set.
 *
 * @example
 * if (distributed.getDebugLevel() !== 'OFF') console.log('collectives are compared between the ranks');
 */
export function getDebugLevel(...args: readonly never[]): DebugLevel {
  takesNothing('getDebugLevel', args);
  readDebugLevel();
  return LEVELS[native.debugLevel()] as DebugLevel;
}

/**
 * Sets the debug level, for groups made from now on. It has to be the same on all ranks.
 *
 * @example
 * const former = distributed.getDebugLevel();
 * distributed.setDebugLevel('DETAIL');
 * distributed.getDebugLevel(); // 'DETAIL'
 * distributed.setDebugLevel(former);
 */
export function setDebugLevel(level: DebugLevel): void;
export function setDebugLevel(...args: readonly unknown[]): void {
  native.setDebugLevel(LEVELS.indexOf(readArguments('setDebugLevel', LEVEL, args).level));
  levelRead = true;
}

/**
 * Sets the debug level from `TORCH_DISTRIBUTED_DEBUG`.
 *
 * @example
 * distributed.setDebugLevelFromEnv(); // what TORCH_DISTRIBUTED_DEBUG says
 */
export function setDebugLevelFromEnv(...args: readonly never[]): void {
  takesNothing('setDebugLevelFromEnv', args);
  native.setDebugLevelFromEnvironment();
}
