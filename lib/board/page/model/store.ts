/** What the page knows, and who wants to hear when that changes. */
import type { RunList, RunRow } from '../../protocol';
import type { Axis } from './curves';

export const VIEWS = [
  'curves',
  'parameters',
  'confusion',
  'histograms',
  'images',
  'text',
  'system',
  'checkpoints',
] as const;
export type View = (typeof VIEWS)[number];
export type Theme = 'system' | 'light' | 'dark';
export type Connection = 'connecting' | 'live' | 'lost';

/** What a person has set; kept in the browser. */
export interface Settings {
  readonly theme: Theme;
  readonly smoothing: number;
  readonly log: boolean;
  readonly axis: Axis;
}

export interface State {
  readonly connection: Connection;
  readonly folder: string;
  readonly found: boolean;
  readonly left: number;
  readonly control: boolean;
  readonly runs: ReadonlyMap<string, RunRow>;
  readonly loaded: boolean;
  /** Ids of the runs that are shown, in the order in which they were chosen. */
  readonly selected: readonly string[];
  readonly filter: string;
  readonly view: View;
  readonly settings: Settings;
  readonly now: number;
}

const SETTINGS: Settings = { theme: 'system', smoothing: 0.6, log: false, axis: 'step' };
const KEPT = 'libtorch-node board';
/** So many runs are shown at first: the newest. */
const FIRST = 5;

function keptSettings(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Settings>;
    return {
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
      smoothing:
        typeof kept.smoothing === 'number' && kept.smoothing >= 0 && kept.smoothing < 1
          ? kept.smoothing
          : SETTINGS.smoothing,
      log: kept.log === true,
      axis: kept.axis === 'time' || kept.axis === 'relative' ? kept.axis : 'step',
    };
  } catch {
    return SETTINGS;
  }
}

/** What the address says is shown: `#view=curves&runs=1a2b,3c4d`. */
function fromAddress(): { view: View; selected: string[] | null } {
  const query = new URLSearchParams(location.hash.slice(1));
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'curves';
  const runs = query.get('runs');
  return { view, selected: runs === null ? null : runs.split(',').filter((id) => /^[0-9a-f]+$/.test(id)) };
}

export class Store {
  #state: State;
  #chosen: boolean;
  readonly #listeners = new Set<() => void>();

  constructor() {
    const { view, selected } = fromAddress();
    this.#chosen = selected !== null;
    this.#state = {
      ...{ connection: 'connecting', folder: '', found: true, left: 0, control: false, loaded: false, filter: '' },
      ...{ runs: new Map(), selected: selected ?? [], view, settings: keptSettings(), now: Date.now() },
    };
    addEventListener('hashchange', () => {
      const address = fromAddress();
      this.#set({ view: address.view, ...(address.selected ? { selected: address.selected } : {}) });
    });
    setInterval(() => this.#set({ now: Date.now() }), 5000);
  }

  get state(): State {
    return this.#state;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  connection(connection: Connection): void {
    if (connection !== this.#state.connection) this.#set({ connection });
  }

  /** Takes the whole list, or what has changed in it. */
  take({ runs, removed, folder, control, found, left }: RunList, all: boolean): void {
    const known = new Map(all ? [] : this.#state.runs);
    for (const id of removed) known.delete(id);
    for (const run of runs) known.set(run.id, run);
    const shown = { runs: known, folder, control, found, left, loaded: true, connection: 'live' as const };
    this.#set({ ...shown, now: Date.now() });
    if (!this.#chosen && known.size > 0) this.#chooseNewest();
  }

  /** Until somebody chooses, the newest runs are shown. */
  #chooseNewest(): void {
    const newest = [...this.#state.runs.values()].sort(byAge).slice(0, FIRST);
    if (newest.every(({ id }) => this.#state.selected.includes(id))) return;
    this.#set({ selected: newest.map(({ id }) => id) });
  }

  /** Shows these runs. */
  select(selected: readonly string[]): void {
    this.#chosen = true;
    this.#set({ selected });
    this.#toAddress();
  }

  toggle(id: string): void {
    const { selected } = this.#state;
    this.select(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
  }

  view(view: View): void {
    this.#set({ view });
    this.#toAddress();
  }

  filter(filter: string): void {
    this.#set({ filter });
  }

  change(settings: Partial<Settings>): void {
    this.#set({ settings: { ...this.#state.settings, ...settings } });
    try {
      localStorage.setItem(KEPT, JSON.stringify(this.#state.settings));
    } catch {
      // A browser that keeps nothing starts with the defaults.
    }
  }

  #toAddress(): void {
    const { view, selected } = this.#state;
    const runs = this.#chosen ? `&runs=${selected.join(',')}` : '';
    history.replaceState(null, '', `#view=${view}${runs}`);
  }
}

/** Those that run come first, then the newest. */
export function byAge(a: RunRow, b: RunRow): number {
  const active = (run: RunRow): number => Number(run.state === 'running' || run.state === 'paused');
  return (
    active(b) - active(a) ||
    (b.started ?? 0) - (a.started ?? 0) ||
    a.name.localeCompare(b.name, 'en', { numeric: true })
  );
}
