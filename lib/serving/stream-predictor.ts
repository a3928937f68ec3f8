import * as torch from '../index';
import { type Field, count, int, value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { show } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import { Batcher, REQUEST_FIELDS, type RequestOptions, milliseconds } from './batcher';
import { ServingError } from './errors';

/** The state of a recurrent network: that of an RNN or GRU is one tensor, of an LSTM two. */
export type StreamState = readonly torch.Tensor[];

export interface StreamPredictorOptions<I, O> {
  /** Makes one batch of the next inputs of several sessions. */
  readonly collate: (inputs: readonly I[]) => torch.Tensor;
  /** The state of a number of new sessions. */
  readonly begin: (sessions: number) => StreamState;
  /** One step: the output, with its first dimension over sessions, and the states after it. */
  readonly step: (input: torch.Tensor, state: StreamState) => readonly [output: torch.Tensor, state: StreamState];
  /** Makes an answer for each session. The default returns rows as `tolist` does. */
  readonly split?: (output: torch.Tensor, count: number) => readonly O[];
  /** The dimension of a state over sessions. @defaultValue 1, as in `nn.LSTM`'s `[layers, sessions, hidden]` */
  readonly stateDim?: number;
  /** How many sessions may have a state; the least recently used one loses it first. @defaultValue 1000 */
  readonly maxSessions?: number;
  /** The most sessions of one step. @defaultValue 32 */
  readonly maxBatch?: number;
  /** How long a step waits for other sessions, in milliseconds. @defaultValue 2 */
  readonly delayMs?: number;
  /** The most inputs that wait. @defaultValue 256 */
  readonly maxWaiting?: number;
}

const fn = <F>(fallback?: F): Field<F> => value<F>('a function', (v) => typeof v === 'function', fallback);

interface Item<I> {
  readonly session: string;
  readonly input: I;
}

/**
 * Answers streams with a recurrent network, one step at a time. It keeps the state of each session, computes a step of
 * several sessions at once, and forgets the least recently used ones.
 *
 * @typeParam I - The next input of a session.
 * @typeParam O - Its answer: by default a row of the output.
 * @example
 * import { StreamPredictor } from 'libtorch-node/serving';
 * const streams = new StreamPredictor({
 *   collate: (inputs: readonly number[][]) => torch.tensor(inputs, { dtype: torch.float32 }),
 *   begin: (sessions) => [torch.zeros([1, sessions, 8])],
 *   step: (input, [h]) => {
 *     const [output, next] = gru.forward(input.unsqueeze(0), h);
 *     return [output.squeeze(0), [next]];
 *   },
 * });
 * await streams.next('a', [0.5, 1]);
 */
export class StreamPredictor<I, O = number[]> {
  /** The states of the sessions, the least recently used one first. */
  readonly #states = new Map<string, StreamState>();
  readonly #batcher: Batcher<Item<I>, O>;
  readonly #options: Required<
    Pick<StreamPredictorOptions<I, O>, 'collate' | 'begin' | 'step' | 'split' | 'stateDim' | 'maxSessions'>
  >;

  constructor(options: StreamPredictorOptions<I, O>, ...surplus: []) {
    refuseSurplus('StreamPredictor', 1, surplus);
    const table = {
      collate: fn<StreamPredictorOptions<I, O>['collate']>(),
      begin: fn<StreamPredictorOptions<I, O>['begin']>(),
      step: fn<StreamPredictorOptions<I, O>['step']>(),
      split: fn((output: torch.Tensor) => output.tolist<never[]>() as readonly O[]),
      stateDim: int(1),
      maxSessions: count(1, 1000),
      maxBatch: count(1, 32),
      delayMs: milliseconds(2),
      maxWaiting: count(1, 256),
    };
    const { maxBatch, delayMs, maxWaiting, ...own } = readOptions('StreamPredictor', table, options);
    this.#options = own;
    this.#batcher = new Batcher<Item<I>, O>({
      ...{ maxBatch, delayMs, maxWaiting, concurrency: 1 },
      keyOf: ({ session }) => session,
      run: (items) => this.#step(items),
    });
  }

  /** How many sessions are remembered. */
  get sessions(): number {
    return this.#states.size;
  }

  /**
   * The answer to the next input of a session. Inputs of one session are computed in order, one for each step.
   *
   * @throws ServingError as `Predictor.predict` does; after an error the session is where it was before.
   */
  async next(session: string, input: I, request: RequestOptions = {}, ...surplus: []): Promise<O> {
    refuseSurplus('StreamPredictor.next', 3, surplus);
    if (typeof session !== 'string')
      throw typeError(`StreamPredictor.next(): expected a session's name, got ${show(session)}`);
    return this.#batcher.submit({ session, input }, readOptions('StreamPredictor.next', REQUEST_FIELDS, request));
  }

  #step(items: readonly Item<I>[]): readonly O[] {
    const { collate, begin, step, split, stateDim } = this.#options;
    const states: StreamState[] = [];
    const outputs = torch.scope(() =>
      torch.inferenceMode(() => {
        const fresh = items.filter(({ session }) => !this.#states.has(session)).length;
        const begun = fresh > 0 ? rowsOf(stateOf('begin', begin(fresh)), fresh, stateDim) : [];
        const before = items.map(({ session }) => this.#states.get(session) ?? (begun.shift() as StreamState));
        const width = before[0]?.length ?? 0;
        const joined = Array.from({ length: width }, (_, i) =>
          torch.cat(
            before.map((state) => state[i] as torch.Tensor),
            stateDim,
          ),
        );
        const [output, after] = stepped(step(read(collate, items), joined));
        const answers: unknown = split(output, items.length);
        if (!Array.isArray(answers) || answers.length !== items.length) {
          const found = Array.isArray(answers) ? `${answers.length} outputs` : show(answers);
          throw runtimeError(`StreamPredictor: ${items.length} sessions gave ${found}`);
        }
        // What stays is a copy: a view would keep the states of all.
        for (const state of rowsOf(after, items.length, stateDim))
          states.push(state.map((part) => torch.keep(part.clone())));
        return answers as never;
      }),
    ) as readonly O[];
    items.forEach(({ session }, i) => this.#remember(session, states[i] as StreamState));
    return outputs;
  }

  #remember(session: string, state: StreamState): void {
    this.forget(session);
    this.#states.set(session, state);
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= this.#options.maxSessions) break;
      this.forget(oldest);
    }
  }

  /** Ends a session: its next input starts a new one. */
  forget(session: string, ...surplus: []): void {
    refuseSurplus('StreamPredictor.forget', 1, surplus);
    for (const tensor of this.#states.get(session) ?? []) tensor.dispose();
    this.#states.delete(session);
  }

  /** Answers what waits, and forgets all sessions. */
  async close(...surplus: []): Promise<void> {
    refuseSurplus('StreamPredictor.close', 0, surplus);
    await this.#batcher.close();
    for (const session of [...this.#states.keys()]) this.forget(session);
  }
}

const isState = (given: unknown): given is StreamState =>
  Array.isArray(given) && given.every((part) => part instanceof torch.Tensor);

/** A state as a function of the user's has returned it. */
function stateOf(whose: string, given: unknown): StreamState {
  if (isState(given)) return given;
  throw typeError(`StreamPredictor: ${whose} should return a list of tensors, got ${show(given)}`);
}

function stepped(given: unknown): readonly [output: torch.Tensor, state: StreamState] {
  if (!Array.isArray(given) || given.length !== 2 || !(given[0] instanceof torch.Tensor)) {
    throw typeError(`StreamPredictor: step should return [output, state], got ${show(given)}`);
  }
  return [given[0], stateOf('step', given[1])];
}

function read<I>(collate: (inputs: readonly I[]) => torch.Tensor, items: readonly Item<I>[]): torch.Tensor {
  let batch: unknown;
  try {
    batch = collate(items.map(({ input }) => input));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ServingError(`the input cannot be read: ${message}`, 'ERR_SERVING_INPUT', { cause });
  }
  if (batch instanceof torch.Tensor) return batch;
  throw typeError(`StreamPredictor: collate should return a Tensor, got ${show(batch)}`);
}

/** The state of each session out of those of all. */
function rowsOf(state: StreamState, sessions: number, dim: number): StreamState[] {
  return Array.from({ length: sessions }, (_, i) => state.map((part) => part.narrow(dim, i, 1)));
}
