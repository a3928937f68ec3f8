import { callback, count, keyword, nullable, str, value } from '../arguments/fields';
import { show, typeName } from '../arguments/describe';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError, valueError } from '../errors';
import { native } from '../native/binding';
import { cat, tensorSplit } from '../ops/generated/functions';
import { getRngState, setRngState } from '../tensor/generator';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { handleOf, wrap } from '../tensor/tensor';
import { RANDOMNESS, type Randomness, callSynchronously, inVmap } from './layers';
import { type TreeForm, broadcast, flatten, mapTree, showForm, unflatten } from './tree';

/** The dimension of one input, or null for an input that is the same in all; arrays and objects follow the inputs' form. */
export type Dims = number | null | readonly Dims[] | { readonly [key: string]: Dims };

export interface VmapOptions {
  /**
   * Which dimension of each input is mapped. A number counts for all inputs; otherwise an array with one entry for each
   * argument, where null leaves an argument as it is. The default is 0.
   */
  readonly inDims?: number | readonly Dims[];
  /** Where the mapped dimension is in each output. The default is 0. */
  readonly outDims?: Dims;
  /**
   * What operators that draw random numbers do: `'error'` throws, `'same'` draws once for all, `'different'` draws for each.
   * The default is `'error'`.
   */
  readonly randomness?: Randomness;
  /** Map this many at a time, to save memory. The default is null: all at once. */
  readonly chunkSize?: number | null;
}

const anything = (): boolean => true;

const TABLE = {
  func: callback<(...args: never[]) => unknown>(),
  inDims: value<unknown>('a number or an array', anything, 0),
  outDims: value<unknown>('a number, null, or a tree of them', anything, 0),
  randomness: str('error'),
  chunkSize: keyword(nullable(count(Number.MIN_SAFE_INTEGER))),
};

/** Everything that one mapped function needs. */
interface Plan {
  readonly name: string;
  readonly func: (...args: unknown[]) => unknown;
  readonly inDims: unknown;
  readonly outDims: unknown;
  readonly randomness: Randomness;
  readonly chunkSize: number | null;
}

/**
 * Maps a function over a dimension of its inputs. The function is called once, with tensors that lack the mapped dimension,
 * and each operator in it runs for all of them at once: no loop, by libtorch's batching rules.
 *
 * `inDims` says which dimension of each input is mapped (null for inputs that are the same in all), `outDims` where it is in
 * the outputs, and `randomness` what operators do that draw random numbers: see {@link VmapOptions}.
 *
 * @param func - Takes and returns tensors, or arrays and plain objects of them.
 * @returns A function of the same arguments, each tensor with the mapped dimension.
 * @throws ValueError as Python's if dimensions or sizes do not fit. TorchError for `.item()` and other reading of values
 * inside of the function, and for operations in place on a tensor that is not mapped.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.vmap.html
 * @example
 * const dots = torch.func.vmap((x: torch.Tensor, y: torch.Tensor) => x.mul(y).sum());
 * dots(torch.ones([3, 5]), torch.ones([3, 5])).tolist(); // [5, 5, 5]
 */
export function vmap<A extends unknown[], R>(
  func: (...args: A) => R,
  ...rest: Mixed<[inDims?: number | readonly Dims[], outDims?: Dims, randomness?: Randomness], VmapOptions>
): (...args: A) => R;
export function vmap(...given: readonly unknown[]): (...args: unknown[]) => unknown {
  const { func, inDims, outDims, randomness, chunkSize } = readArguments('vmap', TABLE, given);
  if (!(RANDOMNESS as readonly string[]).includes(randomness)) {
    throw runtimeError(`Only allowed values for randomness are 'error', 'different', or 'same'. Got ${randomness}`);
  }
  if (chunkSize !== null && chunkSize < 1) {
    throw valueError(`vmap: chunk_size should be None or greater than 0. (got ${chunkSize})`);
  }
  const plan: Plan = {
    name: func.name || 'anonymous',
    func: func as (...args: unknown[]) => unknown,
    inDims,
    outDims,
    randomness: randomness as Randomness,
    chunkSize,
  };
  checkOutDims(plan);
  return Object.defineProperty((...args: unknown[]) => mapped(plan, args), 'name', { value: plan.name });
}

function checkOutDims({ name, outDims }: Plan): void {
  mapTree(outDims, (dim) => {
    if (dim === null || Number.isSafeInteger(dim)) return dim;
    throw valueError(
      `vmap(${name}, ..., out_dims=${show(outDims)}): \`out_dims\` must be an int, None or a python collection of ints ` +
        'representing where in the outputs the vmapped dimension should appear.',
    );
  });
}

/** The inputs' leaves, with the mapped dimension of each. */
interface Inputs {
  readonly leaves: readonly unknown[];
  readonly dims: readonly (number | null)[];
  readonly form: TreeForm;
}

function mapped(plan: Plan, args: readonly unknown[]): unknown {
  const inputs = readInputs(plan, args);
  const size = batchSize(inputs);
  if (plan.chunkSize === null) return mapOnce(plan, inputs, size);
  return mapChunks(plan, inputs, size, plan.chunkSize);
}

function readInputs(plan: Plan, args: readonly unknown[]): Inputs {
  const { name, inDims } = plan;
  const label = `vmap(${name}, in_dims=${show(inDims)}, ...)(<inputs>)`;
  if (!Number.isSafeInteger(inDims) && !Array.isArray(inDims)) {
    throw valueError(
      `${label}: expected \`in_dims\` to be int or a (potentially nested) tuple matching the structure of inputs, got: ` +
        `${typeName(inDims)}.`,
    );
  }
  if (args.length === 0) {
    throw valueError(
      `vmap(${name})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function ` +
        'with no inputs. The latter is unsupported.',
    );
  }
  const { leaves, form } = flatten(args);
  const dims = broadcast(inDims, form);
  if (!dims) {
    throw valueError(
      `${label}: in_dims is not compatible with the structure of \`inputs\`. in_dims has structure ` +
        `${showForm(flatten(inDims).form)} but inputs has structure ${showForm(form)}.`,
    );
  }
  return { leaves, form, dims: dims.map((dim, i) => readDim(label, dim, leaves[i])) };
}

function readDim(label: string, dim: unknown, leaf: unknown): number | null {
  if (dim === null) return null;
  if (typeof dim !== 'number' || !Number.isSafeInteger(dim)) {
    throw valueError(
      `${label}: Got in_dim=${show(dim)} for an input but in_dim must be either an integer dimension or None.`,
    );
  }
  if (!isTensor(leaf)) {
    throw valueError(
      `${label}: Got in_dim=${dim} for an input but the input is of type ${typeName(leaf)}. We cannot vmap over ` +
        'non-Tensor arguments, please use None as the respective in_dim',
    );
  }
  const rank = leaf.dim();
  if (dim >= -rank && dim < rank) return dim < 0 ? dim + rank : dim;
  throw valueError(
    `${label}: Got in_dim=${dim} for some input, but that input is a Tensor of dimensionality ${rank} so expected in_dim ` +
      `to satisfy -${rank} <= in_dim < ${rank}.`,
  );
}

function batchSize({ leaves, dims }: Inputs): number {
  const sizes = leaves.flatMap((leaf, i) => {
    const dim = dims[i];
    return dim == null ? [] : [(leaf as Tensor).size(dim)];
  });
  const [first] = sizes;
  if (first === undefined) throw valueError('vmap: Expected at least one Tensor to vmap over');
  if (sizes.every((size) => size === first)) return first;
  throw valueError(
    'vmap: Expected all tensors to have the same size in the mapped dimension, got sizes ' +
      `[${sizes.join(', ')}] for the mapped dimension`,
  );
}

function mapOnce(plan: Plan, { leaves, dims, form }: Inputs, size: number): unknown {
  return inVmap(size, plan.randomness, (level) => {
    const batched = leaves.map((leaf, i) => {
      const dim = dims[i];
      return dim == null ? leaf : wrap(native.addBatchDim(handleOf(leaf as Tensor), dim, level));
    });
    const result = callSynchronously('vmap', plan.func, unflatten(batched, form) as unknown[]);
    return unwrapOutputs(plan, result, level, size);
  });
}

function unwrapOutputs(plan: Plan, result: unknown, level: number, size: number): unknown {
  const { leaves, form } = flatten(result);
  const dims = outDimsFor(plan, form);
  return unflatten(
    leaves.map((leaf, i) => unwrapOutput(plan.name, leaf, dims[i] as number | null, level, size)),
    form,
  );
}

function outDimsFor({ name, outDims }: Plan, form: TreeForm): unknown[] {
  // One tensor goes with one dimension in an array, too.
  const single = form.kind === 'leaf' && Array.isArray(outDims) && outDims.length === 1;
  const dims = broadcast(single ? (outDims as unknown[])[0] : outDims, form);
  if (dims) return dims;
  throw valueError(
    `vmap(${name}, ..., out_dims=${show(outDims)})(<inputs>): out_dims is not compatible with the structure of ` +
      `\`outputs\`. out_dims has structure ${showForm(flatten(outDims).form)} but outputs has structure ${showForm(form)}.`,
  );
}

function unwrapOutput(name: string, leaf: unknown, dim: number | null, level: number, size: number): unknown {
  if (dim === null) {
    const batched = isTensor(leaf) && native.describeTransformed(handleOf(leaf))?.kind === 'batched';
    if (!batched) return leaf;
    throw valueError(`vmap(${name}, ...): \`${name}\` can not return a BatchedTensor when out_dim is None`);
  }
  if (isTensor(leaf)) return wrap(native.removeBatchDim(handleOf(leaf), level, size, dim));
  throw valueError(
    `vmap(${name}, ...): \`${name}\` must only return Tensors, got type ${typeName(leaf)}. Did you mean to set out_dims= ` +
      'to None for output?',
  );
}

function mapChunks(plan: Plan, inputs: Inputs, size: number, chunkSize: number): unknown {
  const ends: number[] = [];
  for (let end = chunkSize; end < size; end += chunkSize) ends.push(end);
  ends.push(size);
  const pieces = inputs.leaves.map((leaf, i) => {
    const dim = inputs.dims[i];
    return dim == null ? null : tensorSplit(leaf as Tensor, ends, dim);
  });
  const state = plan.randomness === 'same' ? getRngState() : null;
  const outputs: Inputs['leaves'][] = [];
  let form: TreeForm | undefined;
  for (const chunk of ends.keys()) {
    const leaves = pieces.map((list, i) => (list ? list[chunk] : inputs.leaves[i]));
    const part = { ...inputs, leaves };
    const count = batchSize(part);
    if (count === 0 && size > 0) continue;
    if (state) setRngState(state);
    const flat = flatten(mapOnce(plan, part, count));
    form ??= flat.form;
    outputs.push(flat.leaves);
  }
  if (!form) throw valueError('vmap: Expected at least one Tensor to vmap over');
  const dims = outDimsFor(plan, form);
  const joined = (outputs[0] ?? []).map((_, i) =>
    cat(
      outputs.map((leaves) => leaves[i] as Tensor),
      dims[i] as number,
    ),
  );
  return unflatten(joined, form);
}
