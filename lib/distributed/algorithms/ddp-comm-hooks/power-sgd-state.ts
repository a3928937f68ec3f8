import { show } from '../../../arguments/describe';
import { type Field, bool, count, float, int, nullable, required, value } from '../../../arguments/fields';
import { entriesOf, isMap, isPlainObject } from '../../../arguments/plain-object';
import { readArguments } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import type { ProcessGroup } from '../../../c10d/process-group';
import { groupField, type GroupOrNone } from '../../../c10d/world';
import { typeError, valueError } from '../../../errors';
import type { GradBucket } from '../../../nn/parallel';
import { PickledObject } from '../../../serialization/python-values';
import { keep } from '../../../tensor/scope';
import { type Tensor, isTensor } from '../../../ops/tensor-methods';
import { RandomState } from './random-state';

/** Options of {@link PowerSGDState}. */
export interface PowerSGDOptions {
  /** The rank of the matrices that take the place of a gradient: the lower, the fewer bytes. @defaultValue 1 */
  readonly matrixApproximationRank?: number;
  /** Before this step gradients are averaged as they are. At least 2 with error feedback or warm start. @defaultValue 1000 */
  readonly startPowerSGDIter?: number;
  /** A gradient is compressed where that makes it smaller by more than this factor. @defaultValue 2 */
  readonly minCompressionRate?: number;
  /** Add what compression has lost to the next step's gradient. @defaultValue true */
  readonly useErrorFeedback?: boolean;
  /** Begin with the matrices of the step before. @defaultValue true */
  readonly warmStart?: boolean;
  /** Added to the norm of each column, where one may have zeros only: without it the result is NaN. @defaultValue 0 */
  readonly orthogonalizationEpsilon?: number;
  /** The seed of the first matrices; the same on all ranks. @defaultValue 0 */
  readonly randomSeed?: number;
  /** Kept for Python's sake: {@link PowerSGDState.compressionStats} tells the same at any time. @defaultValue 10000 */
  readonly compressionStatsLoggingFrequency?: number;
  /** Compress gradients of one shape together. @defaultValue false */
  readonly batchTensorsWithSameShape?: boolean;
}

const TABLE = {
  processGroup: required(nullable(groupField())),
  matrixApproximationRank: count(1, 1),
  startPowerSGDIter: int(1000),
  minCompressionRate: float(2),
  useErrorFeedback: bool(true),
  warmStart: bool(true),
  orthogonalizationEpsilon: float(0),
  randomSeed: count(0, 0),
  compressionStatsLoggingFrequency: int(10_000),
  batchTensorsWithSameShape: bool(false),
};

type Setting =
  | 'matrixApproximationRank'
  | 'startPowerSGDIter'
  | 'minCompressionRate'
  | 'orthogonalizationEpsilon'
  | 'useErrorFeedback'
  | 'warmStart'
  | 'batchTensorsWithSameShape'
  | 'iter'
  | 'totalNumelBeforeCompression'
  | 'totalNumelAfterCompression'
  | 'compressionStatsLoggingFrequency';

/** Python's names of the settings and counters. */
const SLOTS: Readonly<Record<string, { readonly name: Setting; readonly field: Field<unknown> }>> = {
  matrix_approximation_rank: { name: 'matrixApproximationRank', field: count(1) },
  start_powerSGD_iter: { name: 'startPowerSGDIter', field: int() },
  min_compression_rate: { name: 'minCompressionRate', field: float() },
  orthogonalization_epsilon: { name: 'orthogonalizationEpsilon', field: float() },
  use_error_feedback: { name: 'useErrorFeedback', field: bool() },
  warm_start: { name: 'warmStart', field: bool() },
  batch_tensors_with_same_shape: { name: 'batchTensorsWithSameShape', field: bool() },
  iter: { name: 'iter', field: count(0) },
  total_numel_before_compression: { name: 'totalNumelBeforeCompression', field: count(0) },
  total_numel_after_compression: { name: 'totalNumelAfterCompression', field: count(0) },
  compression_stats_logging_frequency: { name: 'compressionStatsLoggingFrequency', field: count(1) },
};

/** Python's names of the tables of tensors. */
const TABLES = { error_dict: 'errorDict', p_memory_dict: 'pMemoryDict', q_memory_dict: 'qMemoryDict' } as const;

const LOAD = {
  stateDict: {
    ...value<object>('a state dict', (given) => isPlainObject(given) || isMap(given) || given instanceof PickledObject),
    object: true,
  },
};

function fieldsOf(stateDict: object): Readonly<Record<string, unknown>> {
  const dict = stateDict instanceof PickledObject ? stateDict.state : stateDict;
  if (typeof dict !== 'object' || dict === null) throw typeError('PowerSGDState.loadStateDict(): there is no state');
  return Object.fromEntries(entriesOf(dict)) as Record<string, unknown>;
}

function settingOf(slot: string, { fits, expects }: Field<unknown>, given: Readonly<Record<string, unknown>>): unknown {
  if (fits(given[slot])) return given[slot];
  throw typeError(`PowerSGDState.loadStateDict(): '${slot}' should be ${expects}, got ${show(given[slot])}`);
}

function tableOf(slot: string, table: unknown): (readonly [bucket: number, tensor: Tensor])[] {
  const isDict = typeof table === 'object' && table !== null;
  const entries = isDict ? entriesOf(table).map(([key, tensor]) => [Number(key), tensor] as const) : [];
  const fits = isDict && entries.every(([bucket, tensor]) => Number.isSafeInteger(bucket) && isTensor(tensor));
  if (fits) return entries as [number, Tensor][];
  throw typeError(`PowerSGDState.loadStateDict(): '${slot}' should be a dict of tensors, by numbers of buckets`);
}

/**
 * What the hooks of PowerSGD keep from step to step: the settings, the error of each bucket, and its low-rank matrices.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.powerSGD_hook.PowerSGDState
 * @example
 * const { PowerSGDState, powerSGDHook } = distributed.algorithms.ddpCommHooks.powerSGDHook;
 * ddp.registerCommHook(new PowerSGDState(null, { startPowerSGDIter: 10 }), powerSGDHook);
 */
export class PowerSGDState {
  processGroup: ProcessGroup | null;
  matrixApproximationRank: number;
  startPowerSGDIter: number;
  minCompressionRate: number;
  useErrorFeedback: boolean;
  warmStart: boolean;
  orthogonalizationEpsilon: number;
  batchTensorsWithSameShape: boolean;
  /** Steps so far. */
  iter = 0;
  totalNumelBeforeCompression = 0;
  totalNumelAfterCompression = 0;
  /** By the number of a bucket: what compression has lost. */
  readonly errorDict = new Map<number, Tensor>();
  /** The left matrices of a bucket, one after the other. */
  readonly pMemoryDict = new Map<number, Tensor>();
  /** The right ones. */
  readonly qMemoryDict = new Map<number, Tensor>();
  /** Kept for Python's sake. */
  compressionStatsLoggingFrequency: number;
  /** @internal */
  readonly random: RandomState;

  constructor(processGroup: ProcessGroup | null, options?: PowerSGDOptions);
  constructor(processGroup: ProcessGroup | null, matrixApproximationRank?: number, options?: PowerSGDOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('PowerSGDState', TABLE, args);
    if ((given.useErrorFeedback || given.warmStart) && given.startPowerSGDIter <= 1) {
      throw valueError(
        'Expect `startPowerSGDIter` > 1 if `useErrorFeedback` or `warmStart` is enabled, because PowerSGD can only be ' +
          'applied after the first two iterations in DDP.',
      );
    }
    this.processGroup = given.processGroup as Exclude<GroupOrNone, symbol> | null;
    this.matrixApproximationRank = given.matrixApproximationRank;
    this.startPowerSGDIter = given.startPowerSGDIter;
    this.minCompressionRate = given.minCompressionRate;
    this.useErrorFeedback = given.useErrorFeedback;
    this.warmStart = given.warmStart;
    this.orthogonalizationEpsilon = given.orthogonalizationEpsilon;
    this.batchTensorsWithSameShape = given.batchTensorsWithSameShape;
    this.compressionStatsLoggingFrequency = Math.max(1, given.compressionStatsLoggingFrequency);
    this.random = new RandomState(given.randomSeed);
  }

  /**
   * Everything but the group, by the names that Python's `__getstate__` gives, for `torch.save`: a run that goes on with it
   * makes the steps of one that was not interrupted. Each rank saves its own, since the errors differ. The tensors are the
   * state's own, not copies.
   *
   * @example
   * const { PowerSGDState } = distributed.algorithms.ddpCommHooks.powerSGDHook;
   * const state = new PowerSGDState(null);
   * torch.save(state.stateDict(), 'power-sgd.pt');
   * state.loadStateDict(torch.load('power-sgd.pt'));
   */
  stateDict(): Record<string, unknown> {
    const settings = Object.entries(SLOTS).map(([slot, { name }]) => [slot, this[name]] as const);
    const tables = Object.entries(TABLES).map(([slot, name]) => [slot, new Map(this[name])] as const);
    return Object.fromEntries<unknown>([
      ...settings,
      ...tables,
      ['rng', this.random.getState()],
      ['next_stats_report', 0],
    ]);
  }

  /**
   * Takes over what {@link PowerSGDState.stateDict} gave, or the state of Python's that `torch.load` has read with `weightsOnly: false`.
   * The group stays this one's.
   *
   * @throws TypeError, TorchValueError Where a value is missing or of another kind; nothing is changed then.
   */
  loadStateDict(stateDict: object): void;
  loadStateDict(...args: readonly unknown[]): void {
    const { stateDict } = readArguments('PowerSGDState.loadStateDict', LOAD, args);
    const given = fieldsOf(stateDict);
    const settings = Object.entries(SLOTS).map(
      ([slot, { name, field }]) => [name, settingOf(slot, field, given)] as const,
    );
    const tables = Object.entries(TABLES).map(([slot, name]) => [name, tableOf(slot, given[slot])] as const);
    this.random.setState(given['rng'] instanceof PickledObject ? given['rng'].state : given['rng']);
    Object.assign(this, Object.fromEntries(settings));
    for (const [name, entries] of tables) {
      forgetAll(this[name]);
      for (const [bucket, tensor] of entries) remember(this[name], bucket, tensor.detach().clone());
    }
  }

  /** Counts a step at its last bucket. */
  maybeIncreaseIter(bucket: GradBucket): void {
    if (bucket.isLast()) this.iter++;
  }

  /** How many elements there were for each that was sent, and both numbers since the beginning. */
  compressionStats(): [rate: number, before: number, after: number] {
    const [before, after] = [this.totalNumelBeforeCompression, this.totalNumelAfterCompression];
    return [after > 0 ? before / after : 0, before, after];
  }
}

/** Puts a tensor that outlives scopes into a table, and gives back the memory of the one before. @internal */
export function remember(table: Map<number, Tensor>, key: number, tensor: Tensor): Tensor {
  const before = table.get(key);
  if (before !== tensor) before?.dispose();
  table.set(key, keep(tensor));
  return tensor;
}

/** Forgets all of a table. @internal */
export function forgetAll(table: Map<number, Tensor>): void {
  for (const tensor of table.values()) tensor.dispose();
  table.clear();
}

limitArguments([PowerSGDState], { maybeIncreaseIter: 1, compressionStats: 0, stateDict: 0, loadStateDict: 1 });
