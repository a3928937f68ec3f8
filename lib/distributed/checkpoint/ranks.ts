import { CheckpointException, type Failure, failureOf } from './exception';
import { type Step, type Steps, take } from './steps';

/**
 * The ranks that make or read a checkpoint together. What one of them fails at, all of them hear of: each sends its result
 * or its failure, so that none waits for one that has given up. Python's `_DistWrapper`.
 */
export interface Ranks {
  readonly rank: number;
  readonly isCoordinator: boolean;
  /** All texts on the coordinator, null elsewhere. */
  gather(text: string): Step<readonly string[] | null>;
  /** The coordinator gives one text for each rank. */
  scatter(texts: readonly string[] | null): Step<string>;
  broadcast(text: string | null): Step<string>;
  allGather(text: string): Step<readonly string[]>;
}

function done<T>(value: T): Step<T> {
  return { now: () => value, later: () => Promise.resolve(value) };
}

/** One process on its own. */
export const SOLO: Ranks = {
  rank: 0,
  isCoordinator: true,
  gather: (text) => done([text]),
  scatter: (texts) => done(texts?.[0] ?? ''),
  broadcast: (text) => done(text ?? ''),
  allGather: (text) => done([text]),
};

type Outcome =
  | { readonly value: string }
  | { readonly failures: readonly (readonly [rank: number, failure: Failure])[] };

/** A rank's part of a procedure: its result as text, and its own error. */
class Attempt {
  #error: unknown = undefined;

  constructor(
    readonly ranks: Ranks,
    readonly step: string,
  ) {}

  *run(body: () => Steps<string>): Steps<string> {
    try {
      return JSON.stringify({ value: yield* body() });
    } catch (error) {
      this.#error = error;
      return JSON.stringify(this.#failed([[this.ranks.rank, failureOf(error)]]));
    }
  }

  /** The values of all ranks, or what the coordinator answers where there are failures. */
  reduce<T>(texts: readonly string[], body: (values: readonly string[]) => T): T | Outcome {
    const outcomes = texts.map((text) => JSON.parse(text) as Outcome);
    const failures = outcomes.flatMap((outcome) => ('failures' in outcome ? outcome.failures : []));
    if (failures.length > 0) return this.#failed(failures);
    try {
      return body(outcomes.map((outcome) => (outcome as { value: string }).value));
    } catch (error) {
      this.#error = error;
      return this.#failed([[this.ranks.rank, failureOf(error)]]);
    }
  }

  /** The value of an answer; failures are thrown. */
  open(text: string): string {
    const outcome = JSON.parse(text) as Outcome;
    if ('value' in outcome) return outcome.value;
    throw new CheckpointException(this.step, new Map(outcome.failures), this.#error ? { cause: this.#error } : {});
  }

  #failed(failures: Extract<Outcome, { failures: unknown }>['failures']): Outcome {
    return { failures };
  }
}

/** Each rank's value goes to the coordinator, which answers each rank with one of its own. */
export function* reduceScatter(
  ranks: Ranks,
  step: string,
  body: () => Steps<string>,
  reduce: (values: readonly string[]) => readonly string[],
): Steps<string> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.gather(yield* attempt.run(body)));
  const answers = all && attempt.reduce(all, reduce);
  const replies = Array.isArray(answers)
    ? (answers as readonly string[]).map((value) => JSON.stringify({ value }))
    : (all?.map(() => JSON.stringify(answers)) ?? null);
  return attempt.open(yield* take(ranks.scatter(replies)));
}

/** Each rank's value goes to the coordinator, which answers all with one. */
export function* allReduce(
  ranks: Ranks,
  step: string,
  body: () => Steps<string>,
  reduce: (values: readonly string[]) => string,
): Steps<string> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.gather(yield* attempt.run(body)));
  const answer = all && attempt.reduce(all, reduce);
  const reply = typeof answer === 'string' ? JSON.stringify({ value: answer }) : answer && JSON.stringify(answer);
  return attempt.open(yield* take(ranks.broadcast(reply)));
}

/** Each rank hears whether the others have done their part. */
export function* allDone(ranks: Ranks, step: string, body: () => Steps<string>): Steps<void> {
  const attempt = new Attempt(ranks, step);
  const all = yield* take(ranks.allGather(yield* attempt.run(body)));
  const answer = attempt.reduce(all, () => '');
  attempt.open(JSON.stringify(answer === '' ? { value: '' } : answer));
}
