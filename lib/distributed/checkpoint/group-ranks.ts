import type { ProcessGroup } from '../../c10d/process-group';
import { allGatherText, allGatherTextAsync } from '../exchange';
import type { Ranks } from './ranks';
import type { Step } from './steps';

/** The ranks of a process group, of which the first one coordinates. */
export class GroupRanks implements Ranks {
  readonly #group: ProcessGroup;
  readonly rank: number;
  readonly isCoordinator: boolean;

  constructor(group: ProcessGroup) {
    this.#group = group;
    this.rank = group.rank();
    this.isCoordinator = this.rank === 0;
  }

  allGather(text: string): Step<readonly string[]> {
    return {
      now: () => allGatherText(text, this.#group),
      later: () => allGatherTextAsync(text, this.#group),
    };
  }

  gather(text: string): Step<readonly string[] | null> {
    return mapped(this.allGather(text), (texts) => (this.isCoordinator ? texts : null));
  }

  scatter(texts: readonly string[] | null): Step<string> {
    return mapped(
      this.broadcast(texts && JSON.stringify(texts)),
      (all) => (JSON.parse(all) as string[])[this.rank] ?? '',
    );
  }

  broadcast(text: string | null): Step<string> {
    return mapped(this.allGather(this.isCoordinator ? (text ?? '') : ''), ([first = '']) => first);
  }
}

function mapped<A, B>(step: Step<A>, change: (value: A) => B): Step<B> {
  return { now: () => change(step.now()), later: async () => change(await step.later()) };
}
