import { sizeText } from '../../arguments/extents';
import { limitArguments } from '../../arguments/surplus';
import { bool } from '../../arguments/fields';
import { entriesOf, isMap } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { keyError, runtimeError, valueError } from '../../errors';
import { empty, emptyLike } from '../../ops/generated/functions';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { shardOf } from '../shards';
import { type Metadata, type ObjectPath, TensorStorageMetadata } from './metadata';
import { type Flattened, flattenAsBefore24, flattenStateDict, setElement, type StateDictLike } from './nested-dict';
import type { LoadPlan, LoadPlanner, ReadItem } from './planner';
import { narrowByIndex, readItemsOf } from './planner-helpers';

export interface LoadPlannerOptions {
  /** The state dict is nested; its values are entries of their own. @defaultValue true */
  readonly flattenStateDict?: boolean;
  /** Leave values as they are that the checkpoint does not have. @defaultValue false */
  readonly allowPartialLoad?: boolean;
}

const OPTIONS = { flattenStateDict: bool(true), allowPartialLoad: bool(false) };

/**
 * Reads into the tensors of a state dict, and replaces its other values.
 *
 * @example
 * distributed.checkpoint.save({ step: 3 }, { checkpointId: 'run/step-3', noDist: true });
 * const state = { step: 0, other: 1 };
 * const planner = new distributed.checkpoint.DefaultLoadPlanner({ allowPartialLoad: true });
 * distributed.checkpoint.load(state, { checkpointId: 'run/step-3', planner, noDist: true });
 * state.step; // 3
 */
export class DefaultLoadPlanner implements LoadPlanner {
  protected readonly flattenStateDict: boolean;
  protected readonly allowPartialLoad: boolean;
  /** The flat state dict. */
  protected stateDict: ReadonlyMap<string, unknown> = new Map();
  protected metadata: Metadata | null = null;
  #original: object = {};
  #paths: ReadonlyMap<string, ObjectPath> = new Map();

  constructor(options?: LoadPlannerOptions);
  constructor(...args: readonly unknown[]) {
    const values = readArguments('DefaultLoadPlanner', OPTIONS, args);
    this.flattenStateDict = values.flattenStateDict;
    this.allowPartialLoad = values.allowPartialLoad;
  }

  setUpPlanner(stateDict: object, metadata: Metadata, _isCoordinator: boolean): void {
    this.#original = stateDict;
    this.metadata = metadata;
    this.#take(this.flattenStateDict ? flattenStateDict(stateDict as StateDictLike) : flat(stateDict));
  }

  /** Takes a flat form over; tensors without memory get some. */
  #take({ values, paths }: Flattened): void {
    for (const [fqn, value] of values) {
      if (!isTensor(value) || value.device.type !== 'meta') continue;
      const real = emptyLike(value, { device: 'cpu' });
      values.set(fqn, real);
      setElement(this.#original, paths.get(fqn) as ObjectPath, real);
    }
    [this.stateDict, this.#paths] = [values, paths];
  }

  createLocalPlan(): LoadPlan {
    const { stateDictMetadata } = this.metadata as Metadata;
    if (this.flattenStateDict) this.#recognizeOldNames(stateDictMetadata);
    const items: ReadItem[] = [];
    for (const [fqn, value] of this.stateDict) {
      const saved = stateDictMetadata.get(fqn);
      if (saved === undefined) {
        if (this.allowPartialLoad) continue;
        throw runtimeError(`Missing key in checkpoint state_dict: ${fqn}.`);
      }
      if (saved instanceof TensorStorageMetadata && isTensor(value)) requireSize(fqn, saved.size, value);
      items.push(...readItemsOf(fqn, saved, value));
    }
    return { items };
  }

  /** PyTorch before 2.4 kept a dict without tensors whole. */
  #recognizeOldNames(saved: ReadonlyMap<string, unknown>): void {
    const missing = [...saved.keys()].filter((fqn) => !this.stateDict.has(fqn));
    if (missing.length === 0) return;
    const old = flattenAsBefore24(this.#original as StateDictLike);
    if (missing.some((fqn) => old.values.has(fqn))) this.#take(old);
  }

  createGlobalPlan(allPlans: readonly LoadPlan[]): readonly LoadPlan[] {
    return allPlans;
  }

  finishPlan(plan: LoadPlan): LoadPlan {
    return plan;
  }

  loadBytes({ destIndex: { fqn } }: ReadItem, value: unknown): void {
    setElement(this.#original, this.#paths.get(fqn) ?? [fqn], value);
  }

  resolveTensor({ destIndex, destOffsets, lengths }: ReadItem): Tensor {
    const tensor = this.stateDict.get(destIndex.fqn);
    if (!isTensor(tensor)) throw keyError(`Could not find shard of ${destIndex.fqn}: there is no such tensor`);
    return narrowByIndex(tensor, destOffsets, lengths);
  }

  commitTensor(_item: ReadItem, _tensor: Tensor): void {
    // For subclasses.
  }
}

function flat(stateDict: object): Flattened {
  const entries = entriesOf(stateDict).map(([key, value]) => [String(key), value] as const);
  return { values: new Map(entries), paths: new Map(entries.map(([key]) => [key, [key]])) };
}

function requireSize(fqn: string, saved: readonly number[], value: Tensor): void {
  const current = shardOf(value)?.shape ?? value.shape;
  if (saved.length === current.length && saved.every((extent, dim) => extent === current[dim])) return;
  throw valueError(`Size mismatch between saved ${sizeText(saved)} and current: ${sizeText(current)} for ${fqn}`);
}

/**
 * Makes the state dict itself, of everything that the checkpoint has, or of some of its names. The state dict that it is
 * given is an empty Map. @internal
 */
export class EmptyStateDictLoadPlanner extends DefaultLoadPlanner {
  readonly #keys: ReadonlySet<string> | null;

  constructor(keys: Iterable<string> | null = null) {
    super();
    this.#keys = keys && new Set(keys);
  }

  override setUpPlanner(stateDict: object, metadata: Metadata, isCoordinator: boolean): void {
    if (!isMap(stateDict) || stateDict.size > 0) throw valueError('expected an empty Map');
    for (const [fqn, saved] of metadata.stateDictMetadata) {
      const path = metadata.plannerData?.get(fqn) ?? [fqn];
      if (!this.#wants(fqn, path)) continue;
      const { size, properties } = saved instanceof TensorStorageMetadata ? saved : { size: [], properties: null };
      setElement(stateDict, path, properties === null ? null : empty(size, { dtype: properties.dtype }));
    }
    super.setUpPlanner(stateDict, metadata, isCoordinator);
  }

  /** A name is wanted, or a dict that it lies in. */
  #wants(fqn: string, path: ObjectPath): boolean {
    const keys = this.#keys;
    return keys === null || keys.has(fqn) || path.some((_, i) => keys.has(path.slice(0, i + 1).join('.')));
  }
}

limitArguments([DefaultLoadPlanner], {
  ...{ setUpPlanner: 3, createLocalPlan: 0, createGlobalPlan: 1, finishPlan: 1 },
  ...{ loadBytes: 2, resolveTensor: 1, commitTensor: 2 },
});
