import {
  type WorkSteps,
  allGatherBytes,
  broadcastBytes,
  gatherBytes,
  runLater as awaitWorks,
  runNow as waitForWorks,
  scatterBytes,
} from '../../c10d/bytes';
import type { ProcessGroup } from '../../c10d/process-group';
import { answerOf, messageFor, partOf } from './messages';
import type { Codec } from './plan-pickle';
import type { Failed, Ranks, Refused } from './ranks';
import type { Step } from './steps';

const LABEL = 'distributed.checkpoint';
const COORDINATOR = 0;

/** The ranks of a process group, of Node and of Python, of which the first one coordinates. */
export class GroupRanks implements Ranks {
  readonly #group: ProcessGroup;
  readonly rank: number;
  readonly isCoordinator: boolean;

  constructor(group: ProcessGroup) {
    this.#group = group;
    this.rank = group.rank();
    this.isCoordinator = this.rank === COORDINATOR;
  }

  gather<T>(part: T | Failed, codec: Codec<T>): Step<readonly (T | Failed)[] | null> {
    const message = messageFor(part, codec);
    const start = (): WorkSteps<Uint8Array[] | null> => gatherBytes(LABEL, this.#group, message, COORDINATOR);
    return step(start, (all) => all && this.#parts(all, codec));
  }

  scatter<T>(answers: readonly (T | Refused)[] | null, codec: Codec<T>): Step<T | Refused> {
    const messages = answers && answers.map((answer) => messageFor(answer, codec));
    const start = (): WorkSteps<Uint8Array> => scatterBytes(LABEL, this.#group, messages, COORDINATOR);
    return step(start, (own) => answerOf(own, codec, COORDINATOR) as T | Refused);
  }

  broadcast<T>(answer: T | Refused | null, codec: Codec<T>): Step<T | Refused> {
    const given = this.isCoordinator ? [messageFor(answer as T | Refused, codec)] : 1;
    const start = (): WorkSteps<Uint8Array[]> => broadcastBytes(LABEL, this.#group, given, COORDINATOR);
    return step(start, ([message]) =>
      this.isCoordinator
        ? (answer as T | Refused)
        : (answerOf(message as Uint8Array, codec, COORDINATOR) as T | Refused),
    );
  }

  allGather<T>(part: T | Failed, codec: Codec<T>): Step<readonly (T | Failed)[]> {
    const message = messageFor(part, codec);
    const start = (): WorkSteps<Uint8Array[]> => allGatherBytes(LABEL, this.#group, message);
    return step(start, (all) => this.#parts(all, codec));
  }

  #parts<T>(messages: readonly Uint8Array[], codec: Codec<T>): (T | Failed)[] {
    return messages.map((message, rank) => partOf(message, codec, rank));
  }
}

function step<A, B>(start: () => WorkSteps<A>, read: (sent: A) => B): Step<B> {
  return { now: () => read(waitForWorks(start())), later: async () => read(await awaitWorks(start())) };
}
