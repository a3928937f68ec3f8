import { CheckpointException, type Failure, failureOf } from './exception';
import type { Codec } from './plan-pickle';
import { type Step, type Steps, take } from './steps';

/** What a rank sends in the place of its part where that has failed. @internal */
export class Failed {
  constructor(readonly failure: Failure) {}
}

/** What the coordinator answers where ranks have failed. @internal */
export class Refused {
  constructor(
    readonly step: string,
    readonly failures: ReadonlyMap<number, Failure>,
  ) {}
}

/**
 * The ranks that make or read a checkpoint together. What one of them fails at, all of them hear of: each sends its result
 * or its failure, so that none waits for one that has given up. Python's `_DistWrapper`.
 */
export interface Ranks {
  readonly rank: number;
  readonly isCoordinator: boolean;
  /** The parts of all ranks on the coordinator, null elsewhere. */
  gather<T>(part: T | Failed, codec: Codec<T>): Step<readonly (T | Failed)[] | null>;
  /** The coordinator gives one answer for each rank. */
  scatter<T>(answers: readonly (T | Refused)[] | null, codec: Codec<T>): Step<T | Refused>;
  /** The coordinator gives one answer for all. */
  broadcast<T>(answer: T | Refused | null, codec: Codec<T>): Step<T | Refused>;
  allGather<T>(part: T | Failed, codec: Codec<T>): Step<readonly (T | Failed)[]>;
}

function done<T>(value: T): Step<T> {
  return { now: () => value, later: () => Promise.resolve(value) };
}

/** One process on its own. */
export const SOLO: Ranks = {
  rank: 0,
  isCoordinator: true,
  gather: (part) => done([part]),
  scatter: <T>(answers: readonly (T | Refused)[] | null) => done(answers?.[0] as T | Refused),
  broadcast: <T>(answer: T | Refused | null) => done(answer as T | Refused),
  allGather: (part) => done([part]),
};

/** A rank's part of a procedure, and its own error. */
class Attempt {
  #error: unknown = undefined;

  constructor(
    readonly ranks: Ranks,
    readonly step: string,
  ) {}

  *run<T>(body: () => Steps<T>): Steps<T | Failed> {
    try {
      return yield* body();
    } catch (error) {
      this.#error = error;
      return new Failed(failureOf(error));
    }
  }

  /** What is made of the parts of all ranks, or who has failed. */
  reduce<T, R>(parts: readonly (T | Failed)[], body: (values: readonly T[]) => R): R | Refused {
    const failures = new Map<number, Failure>();
    parts.forEach((part, rank) => {
      if (part instanceof Failed) failures.set(rank, part.failure);
    });
    if (failures.size > 0) return new Refused(this.step, failures);
    try {
      return body(parts as readonly T[]);
    } catch (error) {
      this.#error = error;
      return new Refused(this.step, new Map([[this.ranks.rank, failureOf(error)]]));
    }
  }

  /** An answer; failures are thrown. */
  open<T>(answer: T | Refused): T {
    if (!(answer instanceof Refused)) return answer;
    throw new CheckpointException(answer.step, answer.failures, this.#error ? { cause: this.#error } : {});
  }
}

/** Each rank's part goes to the coordinator, which answers each rank with one of its own. */
export function* reduceScatter<T>(
  ranks: Ranks,
  step: string,
  codec: Codec<T>,
  body: () => Steps<T>,
  reduce: (parts: readonly T[]) => readonly T[],
): Steps<T> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.gather(yield* attempt.run(body), codec));
  const made = all && attempt.reduce(all, reduce);
  const answers = made instanceof Refused ? (all as readonly unknown[]).map(() => made) : made;
  return attempt.open(yield* take(ranks.scatter(answers, codec)));
}

/** Each rank's part goes to the coordinator, which answers all with one. */
export function* allReduce<T, R>(
  ranks: Ranks,
  step: string,
  codecs: readonly [part: Codec<T>, answer: Codec<R>],
  body: () => Steps<T>,
  reduce: (parts: readonly T[]) => R,
): Steps<R> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.gather(yield* attempt.run(body), codecs[0]));
  const answer = all && attempt.reduce(all, reduce);
  return attempt.open(yield* take(ranks.broadcast(answer, codecs[1])));
}

/** Each rank hears whether the others have done their part. */
export function* allDone(ranks: Ranks, step: string, codec: Codec<null>, body: () => Steps<null>): Steps<void> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.allGather(yield* attempt.run(body), codec));
  attempt.open(attempt.reduce(all, () => null));
}
