/** Checkpoints that keep the results of some operators. */
import { either, bool, callback, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { runtimeError, typeError, valueError } from '../../errors';
import { type Mode, openMode } from '../../autograd/graph/dispatch-mode';
import { native } from '../../native/binding';
import type { SeenOperator } from '../../native/contract/graph';
import { type OperatorNamespace, type RawOperator, ops } from '../../ops/raw';
import type { Tensor } from '../../ops/tensor-methods';
import { handleOf, isTensor, lifetimes, wrap } from '../../tensor/tensor';

/**
 * What becomes of an operator's result. `MUST_…` and `PREFER_…` mean the same here; Python's compiler may change the second.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.CheckpointPolicy
 */
export const CheckpointPolicy = Object.freeze({
  /** Keep it, and do not compute it again. */
  MUST_SAVE: 0,
  PREFER_SAVE: 1,
  /** Let it go, and compute it again. */
  MUST_RECOMPUTE: 2,
  PREFER_RECOMPUTE: 3,
  /** For Python's compiler. Here it is computed again, as in Python without the compiler. */
  MUST_CPU_OFFLOAD: 4,
  PREFER_CPU_OFFLOAD: 5,
} as const);
export type CheckpointPolicy = (typeof CheckpointPolicy)[keyof typeof CheckpointPolicy];

/** What a policy gets besides the operator. */
export interface SelectiveCheckpointContext {
  /** Always false: policies are asked in the first run only. */
  readonly isRecompute: boolean;
  /** The result of the operator. It is the policy's only while it runs. */
  readonly opOutput: unknown;
}

/**
 * Decides for each operator. `op` is one overload, such as `torch.ops.aten.mm.default`. True stands for `MUST_SAVE`, false for
 * `PREFER_RECOMPUTE`.
 */
export type PolicyFunction = (
  context: SelectiveCheckpointContext,
  op: RawOperator,
  ...args: readonly unknown[]
) => CheckpointPolicy | boolean;

/** Runs a function in some context, and returns what it returns. */
export type Around = <R>(body: () => R) => R;

/** Operators that no policy sees. */
export const SAC_IGNORED_OPS: ReadonlySet<string> = new Set(['aten::detach.default', 'prim::device.default']);

const RECOMPUTE = Symbol('recompute');
const CONSUMED = Symbol('consumed');

/** A tensor that is kept, with its version. */
class Kept {
  readonly tensor: Tensor;
  readonly #version: number;

  constructor(tensor: Tensor) {
    this.tensor = wrap(native.detachTracked(handleOf(tensor)));
    lifetimes.keep(this.tensor);
    this.#version = this.tensor.version;
  }
  get(allowMutation: boolean): Tensor {
    if (!allowMutation && this.tensor.version !== this.#version) {
      throw runtimeError('Tensor cached during selective activation checkpoint has been mutated');
    }
    return this.tensor;
  }
}

type Entry = readonly unknown[] | typeof RECOMPUTE | typeof CONSUMED;

const keyOf = ({ name, overload }: SeenOperator): string => `${name}.${overload || 'default'}`;

function operatorOf({ name, overload }: SeenOperator): RawOperator {
  const [namespace, operator] = name.split('::') as [string, string];
  const packet = (ops[namespace] as OperatorNamespace)[operator];
  return packet?.[overload || 'default'] as RawOperator;
}

const mapTensors = (values: readonly unknown[], change: (value: unknown) => unknown): unknown[] =>
  values.map((item) => (Array.isArray(item) ? item.map(change) : change(item)));

/** Results by operator and by how many calls of it came before. */
class Storage {
  readonly #entries = new Map<string, Entry[]>();

  caching(policy: PolicyFunction): Mode {
    return (operator, args, proceed) => {
      const key = keyOf(operator);
      if (SAC_IGNORED_OPS.has(key)) return undefined;
      const results = proceed();
      const context = { isRecompute: false, opOutput: results.length === 1 ? results[0] : results };
      const decision = policy(context, operatorOf(operator), ...args);
      const saves =
        decision === true || decision === CheckpointPolicy.MUST_SAVE || decision === CheckpointPolicy.PREFER_SAVE;
      const kept = (item: unknown): unknown => (isTensor(item) ? new Kept(item) : item);
      const list = this.#entries.get(key) ?? [];
      list.push(saves ? mapTensors(results, kept) : RECOMPUTE);
      this.#entries.set(key, list);
      return undefined;
    };
  }

  cached(allowMutation: boolean): Mode {
    const counts = new Map<string, number>();
    return (operator) => {
      const key = keyOf(operator);
      if (SAC_IGNORED_OPS.has(key)) return undefined;
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      const list = this.#entries.get(key);
      const entry = list?.[index];
      if (!list || entry === undefined) throw runtimeError(missing(key, list ? index : null));
      if (entry === CONSUMED) {
        throw runtimeError(
          'Trying to backward an extra time. You are only allowed to backward once on any region computed under selective ' +
            'activation checkpoint.',
        );
      }
      if (entry === RECOMPUTE) return undefined;
      list[index] = CONSUMED;
      return mapTensors(entry, (item) => (item instanceof Kept ? item.get(allowMutation) : item));
    };
  }
}

function missing(key: string, index: number | null): string {
  const name = key.replace('::', '.');
  const where = index === null ? `${name} encountered` : `${name} invocation index ${index} encountered`;
  return (
    `${where} during backward but not found in storage. This can happen if the operations in the checkpointed region are ` +
    'nondeterministic or depend on global state that changed between forward and backward.'
  );
}

/** The contexts of a mode. @internal */
export function around(makeMode: () => Mode): Around {
  return (body) => {
    const mode = openMode(makeMode());
    try {
      return body();
    } finally {
      mode.restore();
    }
  };
}

const FIELDS = {
  policyFnOrList: either(
    callback<PolicyFunction>(),
    value<readonly RawOperator[]>('a list of operators', Array.isArray),
  ),
  allowCacheEntryMutation: bool(false),
};

function policyOf(given: PolicyFunction | readonly RawOperator[]): PolicyFunction {
  if (!Array.isArray(given)) {
    if (typeof given === 'function') return given;
    throw typeError('policy_fn_or_list must be either a function or a list of ops.');
  }
  const list = given as readonly unknown[];
  for (const op of list) {
    if (typeof op === 'function' && (op as RawOperator).schemas.length === 1 && !isPacket(op)) continue;
    const extra = isPacket(op)
      ? 'Please update the OpOverloadPacket to a specific OpOverload. For example, if you have `torch.ops.aten.mm`, change it to ' +
        '`torch.ops.aten.mm.default`.'
      : '';
    throw valueError(
      `Expected op in \`op_list\` to be an OpOverload but got: ${String(op)} of type ${typeof op}. ${extra}`,
    );
  }
  return (_context, op) => list.includes(op);
}

/** Whether this is an operator with all its overloads. */
function isPacket(op: unknown): boolean {
  if (typeof op !== 'function') return false;
  const { schemas } = op as Partial<RawOperator>;
  const [overload] = /^[\w:]+(?:\.(\w+))?/.exec(schemas?.[0] ?? '')?.slice(1) ?? [];
  return Reflect.get(op, overload ?? 'default') !== undefined;
}

/**
 * Two contexts for `contextFn` of `checkpoint`: in the first the results of some operators are kept, and in the second these are
 * not computed again.
 *
 * @param policyFnOrList what is done with each operator, or the operators whose results are kept
 * @param allowCacheEntryMutation do not complain about kept results that were changed in place
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.create_selective_checkpoint_contexts
 * @example
 * const { checkpoint, createSelectiveCheckpointContexts } = torch.utils.checkpoint;
 * const x = torch.rand([8, 8], { requiresGrad: true });
 * const contextFn = () => createSelectiveCheckpointContexts([torch.ops.aten.mm!.default!]);
 * const y = checkpoint((v: torch.Tensor) => v.mm(v).sigmoid(), [x], { contextFn }) as torch.Tensor;
 * y.sum().backward();
 */
export function createSelectiveCheckpointContexts(
  policyFnOrList: PolicyFunction | readonly RawOperator[],
  allowCacheEntryMutation?:
    | boolean
    | {
        /** Do not complain about kept results that were changed in place. @defaultValue false */
        readonly allowCacheEntryMutation?: boolean;
      },
): [forward: Around, recompute: Around];
export function createSelectiveCheckpointContexts(...args: readonly unknown[]): [forward: Around, recompute: Around] {
  const read = readArguments('createSelectiveCheckpointContexts', FIELDS, args);
  const policy = policyOf(read.policyFnOrList);
  const storage = new Storage();
  return [around(() => storage.caching(policy)), around(() => storage.cached(read.allowCacheEntryMutation))];
}
