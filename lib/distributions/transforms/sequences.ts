import { int, iterable, listOfInts, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { cat as catTensors, stack as stackTensors } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { type Constraint, cat, stack } from '../constraints';
import { sumRightmost } from '../numeric';
import { CACHE, type CacheSize, Transform, type TransformOptions } from './transform';

/** Transforms of the parts of a tensor along one of its dimensions. */

const SEQUENCE = { tseq: iterable<Iterable<Transform>>('an iterable of transforms'), dim: int(0) };
const STACK = { ...SEQUENCE, ...CACHE };
const CAT = { ...SEQUENCE, lengths: nullable(listOfInts()), ...CACHE };

function transformsIn(tseq: Iterable<unknown>, cacheSize: number): readonly Transform[] {
  const list = [...tseq];
  if (!list.every((one) => one instanceof Transform)) {
    throw valueError('All elements of tseq must be Transform instances');
  }
  return cacheSize ? list.map((one) => one.withCache(cacheSize)) : list;
}

function requireDim(dim: number, value: Tensor, name: string): void {
  if (-value.dim() <= dim && dim < value.dim()) return;
  throw valueError(`dim ${dim} out of range for ${name} with ${value.dim()} dimensions`);
}

export interface SequenceOptions extends TransformOptions {
  /** The dimension along which the parts lie. @defaultValue 0 */
  readonly dim?: number;
}

export interface CatOptions extends SequenceOptions {
  /** The extent of each part. @defaultValue null, for 1 each */
  readonly lengths?: readonly number[] | null;
}

/**
 * Each of several consecutive parts along a dimension has a transform of its own.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.CatTransform
 * @example
 * const { CatTransform, ExpTransform, identityTransform } = torch.distributions;
 * const t = new CatTransform([new ExpTransform(), identityTransform], { dim: 0, lengths: [2, 1] });
 * t.forward(torch.zeros([3])).tolist(); // [1, 1, 0]
 */
export class CatTransform extends Transform {
  /** The transforms of the parts. */
  readonly transforms: readonly Transform[];
  /** The dimension along which the parts lie. */
  readonly dim: number;
  /** The extent of each part. */
  readonly lengths: readonly number[];

  constructor(
    tseq: Iterable<Transform>,
    dim?: number | CatOptions,
    lengths?: readonly number[] | null | Omit<CatOptions, 'dim'>,
    cacheSize?: CacheSize,
  );
  constructor(...args: readonly unknown[]) {
    const { tseq, dim, lengths, cacheSize } = readArguments('CatTransform', CAT, args);
    super(cacheSize);
    this.transforms = transformsIn(tseq, cacheSize);
    this.lengths = lengths === null ? this.transforms.map(() => 1) : [...lengths];
    if (this.lengths.length !== this.transforms.length) {
      throw valueError(`lengths (${this.lengths.length}) must match transforms (${this.transforms.length})`);
    }
    this.dim = dim;
  }

  override get eventDim(): number {
    return Math.max(...this.transforms.map((one) => one.eventDim));
  }

  /** The extent of all parts together. */
  get length(): number {
    return this.lengths.reduce((sum, extent) => sum + extent, 0);
  }

  override get domain(): Constraint {
    return cat(
      this.transforms.map((one) => one.domain),
      this.dim,
      this.lengths,
    );
  }

  override get codomain(): Constraint {
    return cat(
      this.transforms.map((one) => one.codomain),
      this.dim,
      this.lengths,
    );
  }

  override get bijective(): boolean {
    return this.transforms.every((one) => one.bijective);
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new CatTransform(this.transforms, this.dim, this.lengths, cacheSize);
  }

  #require(value: Tensor, name: string, kind = name): void {
    requireDim(this.dim, value, kind);
    const extent = value.size(this.dim);
    if (extent !== this.length) {
      throw valueError(`${name}.size(${this.dim}) = ${extent} must equal length ${this.length}`);
    }
  }

  /** Calls a function with each transform and the part of each of the tensors that belongs to it. */
  #each(values: readonly Tensor[], compute: (transform: Transform, ...parts: Tensor[]) => Tensor): Tensor[] {
    let start = 0;
    return this.transforms.map((transform, i) => {
      const length = this.lengths[i] as number;
      const parts = values.map((value) => value.narrow(this.dim, start, length));
      start += length;
      return compute(transform, ...parts);
    });
  }

  protected override _call(x: Tensor): Tensor {
    this.#require(x, 'x', 'tensor');
    return catTensors(
      this.#each([x], (transform, part) => transform.forward(part)),
      this.dim,
    );
  }

  protected override _inverse(y: Tensor): Tensor {
    this.#require(y, 'y', 'tensor');
    return catTensors(
      this.#each([y], (transform, part) => transform.inv.forward(part)),
      this.dim,
    );
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    this.#require(x, 'x');
    this.#require(y, 'y');
    const { eventDim } = this;
    const terms = this.#each([x, y], (transform, from, to) => {
      const term = transform.logAbsDetJacobian(from, to);
      return transform.eventDim < eventDim ? sumRightmost(term, eventDim - transform.eventDim) : term;
    });
    const dim = (this.dim >= 0 ? this.dim - x.dim() : this.dim) + eventDim;
    return dim < 0 ? catTensors(terms, dim) : terms.reduce((sum, term) => sum.add(term));
  }
}

/**
 * Each index of a dimension has a transform of its own.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.StackTransform
 * @example
 * const { ExpTransform, StackTransform, identityTransform } = torch.distributions;
 * const t = new StackTransform([new ExpTransform(), identityTransform], 1);
 * t.forward(torch.zeros([1, 2])); // [[1, 0]]
 */
export class StackTransform extends Transform {
  /** The transforms of the parts. */
  readonly transforms: readonly Transform[];
  /** The dimension along which the parts lie. */
  readonly dim: number;

  constructor(tseq: Iterable<Transform>, dim?: number | SequenceOptions, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const { tseq, dim, cacheSize } = readArguments('StackTransform', STACK, args);
    super(cacheSize);
    this.transforms = transformsIn(tseq, cacheSize);
    this.dim = dim;
  }

  override get domain(): Constraint {
    return stack(
      this.transforms.map((one) => one.domain),
      this.dim,
    );
  }

  override get codomain(): Constraint {
    return stack(
      this.transforms.map((one) => one.codomain),
      this.dim,
    );
  }

  override get bijective(): boolean {
    return this.transforms.every((one) => one.bijective);
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new StackTransform(this.transforms, this.dim, cacheSize);
  }

  #require(value: Tensor, name: string, kind = name): void {
    requireDim(this.dim, value, kind);
    const extent = value.size(this.dim);
    const count = this.transforms.length;
    if (extent !== count) {
      throw valueError(`${name}.size(${this.dim}) = ${extent} must equal len(transforms) ${count}`);
    }
  }

  #each(compute: (transform: Transform, index: number) => Tensor): Tensor {
    return stackTensors(this.transforms.map(compute), this.dim);
  }

  protected override _call(x: Tensor): Tensor {
    this.#require(x, 'x', 'tensor');
    return this.#each((transform, i) => transform.forward(x.select(this.dim, i)));
  }

  protected override _inverse(y: Tensor): Tensor {
    this.#require(y, 'y', 'tensor');
    return this.#each((transform, i) => transform.inv.forward(y.select(this.dim, i)));
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    this.#require(x, 'x');
    this.#require(y, 'y');
    return this.#each((transform, i) => transform.logAbsDetJacobian(x.select(this.dim, i), y.select(this.dim, i)));
  }
}
