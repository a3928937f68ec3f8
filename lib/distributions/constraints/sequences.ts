import { int, iterable, listOfInts, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { cat, stack } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { Constraint } from './constraint';

/** Constraints on the parts of a tensor along one of its dimensions. */

const STACK = { cseq: iterable<Iterable<Constraint>>('an iterable of constraints'), dim: int(0) };
const CAT = { ...STACK, lengths: nullable(listOfInts()) };

function constraintsIn(cseq: Iterable<unknown>): readonly Constraint[] {
  const list = [...cseq];
  if (list.every((one) => one instanceof Constraint)) return list;
  throw valueError('All elements of cseq must be Constraint instances');
}

function requireDim(dim: number, value: Tensor): void {
  if (-value.dim() <= dim && dim < value.dim()) return;
  throw valueError(`dim ${dim} out of range for value with ${value.dim()} dimensions`);
}

/** Each of several consecutive parts along a dimension has a constraint of its own. */
export class Cat extends Constraint {
  /** The constraints of the parts. */
  readonly cseq: readonly Constraint[];
  /** The dimension along which the parts lie. */
  readonly dim: number;
  /** The extent of each part. */
  readonly lengths: readonly number[];

  constructor(cseq: Iterable<Constraint>, dim?: number, lengths?: readonly number[] | null);
  constructor(...args: readonly unknown[]) {
    super();
    const { cseq, dim, lengths } = readArguments('cat', CAT, args);
    this.cseq = constraintsIn(cseq);
    this.dim = dim;
    this.lengths = lengths === null ? this.cseq.map(() => 1) : [...lengths];
    if (this.lengths.length !== this.cseq.length) {
      throw valueError(`lengths (${this.lengths.length}) must match cseq (${this.cseq.length})`);
    }
  }

  override get isDiscrete(): boolean {
    return this.cseq.some((one) => one.isDiscrete);
  }

  override get eventDim(): number {
    return Math.max(...this.cseq.map((one) => one.eventDim));
  }

  /** @internal */
  override _check(value: Tensor): Tensor {
    requireDim(this.dim, value);
    let start = 0;
    const checks = this.cseq.map((one, i) => {
      const length = this.lengths[i] as number;
      const part = value.narrow(this.dim, start, length);
      start += length;
      return one.check(part);
    });
    return cat(checks, this.dim);
  }
}

/** Each index of a dimension has a constraint of its own. */
export class Stack extends Constraint {
  /** The constraints of the parts. */
  readonly cseq: readonly Constraint[];
  /** The dimension along which the parts lie. */
  readonly dim: number;

  constructor(cseq: Iterable<Constraint>, dim?: number);
  constructor(...args: readonly unknown[]) {
    super();
    const { cseq, dim } = readArguments('stack', STACK, args);
    this.cseq = constraintsIn(cseq);
    this.dim = dim;
  }

  override get isDiscrete(): boolean {
    return this.cseq.some((one) => one.isDiscrete);
  }

  override get eventDim(): number {
    const dim = Math.max(...this.cseq.map((one) => one.eventDim));
    return this.dim + dim < 0 ? dim + 1 : dim;
  }

  /** @internal */
  override _check(value: Tensor): Tensor {
    requireDim(this.dim, value);
    const parts = Math.min(value.size(this.dim), this.cseq.length);
    const checks = Array.from({ length: parts }, (_, i) =>
      (this.cseq[i] as Constraint).check(value.select(this.dim, i)),
    );
    return stack(checks, this.dim);
  }
}
