import { limitArguments } from '../../arguments/surplus';
import { bool } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { entriesOf } from '../../arguments/plain-object';
import { keyError, valueError } from '../../errors';
import {
  BytesStorageMetadata,
  Metadata,
  MetadataIndex,
  type ObjectPath,
  type StorageMeta,
  TensorStorageMetadata,
} from './metadata';
import { flattenStateDict, type StateDictLike } from './nested-dict';
import { type SavePlan, type SavePlanner, tensorStorageSize, type WriteItem } from './planner';
import { writeItemOf } from './planner-helpers';
import { validateGlobalPlan } from './validate-plan';

export interface SavePlannerOptions {
  /** Take nested dicts and lists apart, so that each of their values is an entry. @defaultValue true */
  readonly flattenStateDict?: boolean;
  /** Write what every rank has on the lowest rank, instead of the rank that writes the least. @defaultValue false */
  readonly dedupSaveToLowestRank?: boolean;
}

const OPTIONS = { flattenStateDict: bool(true), dedupSaveToLowestRank: bool(false) };

/**
 * Writes every entry once: a part of a tensor by the rank that has it, and what several ranks have by the one that writes
 * the least.
 *
 * @example
 * const planner = new distributed.checkpoint.DefaultSavePlanner({ dedupSaveToLowestRank: true });
 * distributed.checkpoint.save({ step: 3 }, { checkpointId: 'run/step-3', planner, noDist: true });
 */
export class DefaultSavePlanner implements SavePlanner {
  protected readonly flattenStateDict: boolean;
  protected readonly dedupSaveToLowestRank: boolean;
  /** The flat state dict. */
  protected stateDict: ReadonlyMap<string, unknown> = new Map();
  #paths: ReadonlyMap<string, ObjectPath> | null = null;

  constructor(options?: SavePlannerOptions);
  constructor(...args: readonly unknown[]) {
    const values = readArguments('DefaultSavePlanner', OPTIONS, args);
    this.flattenStateDict = values.flattenStateDict;
    this.dedupSaveToLowestRank = values.dedupSaveToLowestRank;
  }

  setUpPlanner(stateDict: StateDictLike, _storageMeta: StorageMeta | null, _isCoordinator: boolean): void {
    if (this.flattenStateDict) {
      const { values, paths } = flattenStateDict(stateDict);
      [this.stateDict, this.#paths] = [values, paths];
    } else {
      [this.stateDict, this.#paths] = [new Map(entriesOf(stateDict) as [string, unknown][]), null];
    }
  }

  createLocalPlan(): SavePlan {
    return { items: [...this.stateDict].map(([fqn, value]) => writeItemOf(fqn, value)), plannerData: this.#paths };
  }

  createGlobalPlan(allPlans: readonly SavePlan[]): readonly [plans: readonly SavePlan[], metadata: Metadata] {
    const unique = dedupSavePlans(allPlans, this.dedupSaveToLowestRank);
    const { plans, entries } = globalSavePlan(unique);
    // Where ranks disagree, the lowest is right.
    const paths = [...allPlans].reverse().flatMap(({ plannerData }) => [...(plannerData ?? [])]);
    const plannerData = this.flattenStateDict ? new Map(paths) : null;
    const metadata = new Metadata({ stateDictMetadata: entries, plannerData });
    const errors = validateGlobalPlan(plans.length, metadata).join('; ');
    if (errors === '') return [plans, metadata];
    throw valueError(
      `Failed to validate global plan: ${errors.length > 500 ? `${errors.slice(0, 500)}... (truncated)` : errors}`,
    );
  }

  finishPlan(plan: SavePlan): SavePlan {
    return plan;
  }

  resolveData({ index }: WriteItem): unknown {
    if (this.stateDict.has(index.fqn)) return this.stateDict.get(index.fqn);
    throw keyError(`Could not find FQN: '${index.fqn}'`);
  }
}

/** Leaves each entry to one of the ranks that have it. */
function dedupSavePlans(plans: readonly SavePlan[], toLowestRank: boolean): SavePlan[] {
  const owners = new Map<string, { item: WriteItem; readonly ranks: number[] }>();
  plans.forEach(({ items }, rank) => {
    for (const item of items) {
      const owner = owners.get(item.index.key);
      if (owner) {
        owner.item = item;
        if (owner.ranks.at(-1) !== rank) owner.ranks.push(rank);
      } else {
        owners.set(item.index.key, { item, ranks: [rank] });
      }
    }
  });
  const sizes = plans.map(() => 0);
  const writers = new Map<string, number>();
  for (const [key, { item, ranks }] of owners) {
    const least = (best: number, rank: number): number => ((sizes[rank] ?? 0) < (sizes[best] ?? 0) ? rank : best);
    const writer = toLowestRank ? (ranks[0] as number) : ranks.reduce(least);
    sizes[writer] = (sizes[writer] ?? 0) + (tensorStorageSize(item) || 1);
    writers.set(key, writer);
  }
  return plans.map((plan, rank) => ({
    ...plan,
    items: plan.items.filter(({ index }) => writers.get(index.key) === rank),
  }));
}

/** The entries of the checkpoint, and the plans with each part's number in its tensor. */
function globalSavePlan(plans: readonly SavePlan[]): {
  readonly plans: SavePlan[];
  readonly entries: Map<string, TensorStorageMetadata | BytesStorageMetadata>;
} {
  const entries = new Map<string, TensorStorageMetadata | BytesStorageMetadata>();
  const number = (item: WriteItem): WriteItem => {
    const { fqn, offset } = item.index;
    const known = entries.get(fqn);
    if (known && item.type !== 'shard') throw kindConflict(fqn);
    if (item.tensorData === null) {
      entries.set(fqn, new BytesStorageMetadata());
      return item;
    }
    const { chunk, properties, size } = item.tensorData;
    const entry = known ?? new TensorStorageMetadata(properties, size, []);
    if (!(entry instanceof TensorStorageMetadata)) throw kindConflict(fqn);
    if (entry.size.join() !== size.join()) {
      throw valueError(`ranks disagree about the size of ${fqn}: [${entry.size.join(', ')}] and [${size.join(', ')}]`);
    }
    entries.set(fqn, entry);
    entry.chunks.push(chunk);
    return { ...item, index: new MetadataIndex(fqn, offset, entry.chunks.length - 1) };
  };
  return { plans: plans.map((plan) => ({ ...plan, items: plan.items.map(number) })), entries };
}

function kindConflict(fqn: string): Error {
  return valueError(`ranks disagree about ${fqn}: it is a part of a tensor on one and something else on another`);
}

limitArguments([DefaultSavePlanner], {
  ...{ setUpPlanner: 3, createLocalPlan: 0, createGlobalPlan: 1, finishPlan: 1, resolveData: 1 },
});
