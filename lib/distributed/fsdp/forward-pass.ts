import { Gathering } from './gathering';
import type { ParameterGroup } from './parameter-group';

interface Sharded {
  readonly group: ParameterGroup;
  readonly isUnsharded: boolean;
}

/**
 * In which order a forward of the whole model gathers its groups. While one of them computes, the one that followed it last
 * time is on its way. All ranks run the same modules in the same order, so that they start the same gatherings.
 */
export class ForwardPass {
  #active = false;
  #last: { readonly state: Sharded; readonly gathering: Gathering } | null = null;
  readonly #next = new WeakMap<Sharded, Sharded>();

  /** Begins; what an earlier pass has fetched and not used may be out of date. */
  begin(states: Iterable<Sharded>): void {
    for (const { group } of states) group.forget();
    this.#active = true;
    this.#last = null;
  }

  end(): void {
    this.#active = false;
    this.#last = null;
  }

  /** Gathers a group, and starts to fetch what comes next. */
  gather(state: Sharded): Gathering {
    const gathering = new Gathering(state.group, this.#last?.gathering ?? null);
    if (!this.#active) return gathering;
    if (this.#last) this.#next.set(this.#last.state, state);
    this.#last = { state, gathering };
    const next = this.#next.get(state);
    if (next && !next.isUnsharded) next.group.prefetch();
    return gathering;
  }
}
