/**
 * The rule for `torch.func.vmap` that a custom function gets by `generateVmapRule`: its parts are mapped themselves, each in a
 * layer of its own.
 */
import { sumToSize } from '../ops/method-functions';
import { movedim, sum, unsqueeze } from '../ops/generated/functions';
import { native } from '../native/binding';
import type { Tensor } from '../ops/tensor-methods';
import { handleOf, isTensor, wrap } from '../tensor/tensor';
import { FunctionContext } from './function-context';
import type { CustomFunction, ForwardResult, SeparateFunction } from './function-types';
import type { VmapInfo } from './vmap-info';

type Dim = number | null;

const RANDOMNESS = ['error', 'same', 'different'] as const;

/** A tensor without its batch at a level, and where that was. @internal */
export function unwrapBatched(value: unknown, level: number): readonly [value: unknown, dim: Dim] {
  if (!isTensor(value)) return [value, null];
  const [handle, dim] = native.unwrapBatched(handleOf(value), level);
  return [wrap(handle), dim];
}

const split = (values: readonly unknown[], level: number): readonly [values: unknown[], dims: Dim[]] => {
  const pairs = values.map((value) => unwrapBatched(value, level));
  return [pairs.map(([value]) => value), pairs.map(([, dim]) => dim)];
};

const batched = (value: unknown, dim: Dim | undefined, level: number): unknown =>
  isTensor(value) && typeof dim === 'number' ? wrap(native.addBatchDim(handleOf(value), dim, level)) : value;

/** Calls `body` in a layer of its own with values whose batches are at `dims`; returns the results without, and where they were. */
function mapped(
  info: VmapInfo,
  values: readonly unknown[],
  dims: readonly (Dim | undefined)[],
  body: (values: readonly unknown[], level: number) => readonly unknown[],
): readonly [values: unknown[], dims: Dim[]] {
  const level = native.pushVmap(info.batchSize, RANDOMNESS.indexOf(info.randomness));
  try {
    return split(
      body(
        values.map((value, i) => batched(value, dims[i], level)),
        level,
      ),
      level,
    );
  } finally {
    native.popLayer();
  }
}

/** A context of which a part is another one's. */
class PartContext extends FunctionContext {
  override readonly data: Record<string, unknown>;

  constructor(readonly inner: FunctionContext) {
    super();
    this.data = inner.data;
  }
  override get needsInputGrad(): readonly boolean[] {
    return this.inner.needsInputGrad;
  }
  override markDirty(...tensors: Tensor[]): void {
    this.inner.markDirty(...tensors);
  }
  override markNonDifferentiable(...tensors: Tensor[]): void {
    this.inner.markNonDifferentiable(...tensors);
  }
  override setMaterializeGrads(value: boolean): void {
    this.inner.setMaterializeGrads(value);
  }
}

/** In `setupContext`: tensors are saved without their batch. */
class SavingContext extends PartContext {
  savedDims: readonly Dim[] = [];

  constructor(
    inner: FunctionContext,
    readonly level: number,
  ) {
    super(inner);
  }
  override saveForBackward(...tensors: (Tensor | null)[]): void {
    const [values, dims] = split(tensors, this.level);
    this.savedDims = dims;
    this.inner.saveForBackward(...(values as (Tensor | null)[]));
  }
  override saveForForward(...tensors: (Tensor | null)[]): void {
    const [values, dims] = split(tensors, this.level);
    this.savedDims = dims;
    this.inner.saveForForward(...(values as (Tensor | null)[]));
  }
}

/** In `backward` and `jvp`: saved tensors with their batch. */
class ReadingContext extends PartContext {
  constructor(
    inner: FunctionContext,
    readonly tensors: readonly unknown[],
  ) {
    super(inner);
  }
  override get savedTensors(): Tensor[] {
    return [...this.tensors] as Tensor[];
  }
}

/** What `setupContext` of a mapped function has found. */
interface Found {
  savedDims: readonly Dim[];
  shapes: readonly (readonly number[] | null)[];
}

const listOf = (result: unknown): readonly unknown[] => (Array.isArray(result) ? result : [result]);

/** The gradient for an input as that is: summed where the input has no batch, and repeated where it alone has one. */
function reduced(
  gradient: unknown,
  dim: Dim,
  wanted: Dim,
  batch: number,
  shape: readonly number[] | null,
): Tensor | null {
  if (!isTensor(gradient)) return null;
  if (wanted === null) return dim === null ? gradient : sum(gradient, [dim]);
  let [value, at] = [gradient, dim];
  if (at === null) {
    value = unsqueeze(value, wanted);
    const sizes = [...value.shape];
    sizes[wanted] = batch;
    [value, at] = [value.expand(sizes), wanted];
  }
  if (shape === null) return at === wanted ? value : movedim(value, at, wanted);
  const [front, target] = [movedim(value, at, 0), [batch, ...shape]];
  // Broadcast dimensions of each sample are summed; what is missing stands behind the batch.
  const extra = front.shape.length - target.length;
  const flat =
    extra > 0
      ? sum(
          front,
          Array.from({ length: extra }, (_, i) => i + 1),
        )
      : front;
  return movedim(sumToSize(flat, target), 0, wanted);
}

/**
 * A custom function that computes a whole batch at once, whose inputs have the batch at `inDims`. It returns the outputs of
 * `forward`, and `dims` says then where their batch is.
 */
class Mapped implements SeparateFunction<unknown[], readonly unknown[]> {
  readonly name: string;
  readonly generateVmapRule = true;
  outDims: readonly Dim[] = [];
  single = false;
  #found: Found = { savedDims: [], shapes: [] };

  constructor(
    readonly Class: CustomFunction,
    readonly inDims: readonly Dim[],
    readonly info: VmapInfo,
  ) {
    this.name = `Vmapped${Class.name}`;
  }

  forward = (...operands: unknown[]): readonly unknown[] => {
    const Class = this.Class as unknown as SeparateFunction<unknown[], ForwardResult>;
    const [outputs, dims] = mapped(this.info, operands, this.inDims, (values) => {
      const result = Class.forward(...values);
      this.single = !Array.isArray(result);
      return listOf(result);
    });
    this.outDims = dims;
    return outputs;
  };

  setupContext = (context: FunctionContext, inputs: unknown[], outputs: readonly unknown[]): void => {
    const count = inputs.length;
    mapped(this.info, [...inputs, ...outputs], [...this.inDims, ...this.outDims], (values, level) => {
      const saving = new SavingContext(context, level);
      const given = values.slice(0, count);
      const made = values.slice(count);
      this.Class.setupContext?.(saving, given, (this.single ? made[0] : made) as ForwardResult);
      const shapes = given.map((value) => (isTensor(value) ? value.shape : null));
      this.#found = { savedDims: saving.savedDims, shapes };
      return [];
    });
  };

  backward = (context: FunctionContext, ...gradients: never[]): readonly (Tensor | null)[] => {
    const { savedDims, shapes } = this.#found;
    const dims = (gradients as unknown[]).map((gradient, i) => (gradient === null ? null : (this.outDims[i] ?? null)));
    const [results, found] = this.#part(context, savedDims, gradients, dims, (reading, list) =>
      this.Class.backward(reading, ...(list as never[])),
    );
    return results
      .slice(0, this.inDims.length)
      .map((gradient, i) =>
        reduced(gradient, found[i] ?? null, this.inDims[i] ?? null, this.info.batchSize, shapes[i] ?? null),
      );
  };

  jvp = (context: FunctionContext, ...tangents: never[]): readonly (Tensor | null)[] => {
    const dims = (tangents as unknown[]).map((tangent, i) => (tangent === null ? null : (this.inDims[i] ?? null)));
    const [results, found] = this.#part(context, this.#found.savedDims, tangents, dims, (reading, list) =>
      this.Class.jvp?.(reading, ...(list as never[])),
    );
    return results.map((tangent, i) =>
      reduced(tangent, found[i] ?? null, this.outDims[i] ?? null, this.info.batchSize, null),
    );
  };

  #part(
    context: FunctionContext,
    savedDims: readonly Dim[],
    given: readonly unknown[],
    dims: readonly Dim[],
    body: (context: FunctionContext, given: readonly unknown[]) => unknown,
  ): readonly [unknown[], Dim[]] {
    const saved = context.savedTensors;
    return mapped(this.info, [...saved, ...given], [...saved.map((_, i) => savedDims[i] ?? null), ...dims], (values) =>
      listOf(body(new ReadingContext(context, values.slice(0, saved.length)), values.slice(saved.length))),
    );
  }
}

/** Applies a custom function to values whose batch at `level` has been taken off. @internal */
export function applyGenerated(
  Class: CustomFunction,
  values: readonly unknown[],
  inDims: readonly Dim[],
  info: VmapInfo,
  apply: (Class: CustomFunction, args: readonly unknown[]) => ForwardResult,
): { readonly outputs: ForwardResult; readonly outDims: readonly Dim[] } {
  const whole = new Mapped(Class, inDims, info);
  const made = {
    name: whole.name,
    generateVmapRule: true,
    forward: whole.forward,
    setupContext: whole.setupContext,
    backward: whole.backward,
    ...(Class.jvp ? { jvp: whole.jvp } : {}),
  };
  const outputs = listOf(apply(made, values));
  return { outputs: whole.single ? (outputs[0] as ForwardResult) : outputs, outDims: whole.outDims };
}
