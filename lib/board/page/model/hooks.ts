/** What the views share: the state, answers of the server, and whether it is dark. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { RunRow } from '../../protocol';
import { ask } from './server';
import type { State, Store } from './store';

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('there is no store');
  return store;
}

export function useBoard(): State {
  const store = useStore();
  const [state, setState] = useState(store.state);
  useEffect(() => store.listen(() => setState(store.state)), [store]);
  return state;
}

/** The runs that are shown, and those that have not been found yet are left out. */
export function useSelected(): RunRow[] {
  const { runs, selected } = useBoard();
  return selected.flatMap((id) => runs.get(id) ?? []);
}

const AGAIN_MS = 1000;

export interface Asked<T> {
  readonly value: T | null;
  readonly error: string | null;
}

/**
 * What the server answers. It is asked again when `version` changes, once a second at most; meanwhile the former answer is shown,
 * unless the question is another one.
 */
export function useAnswer<T>(address: string, query: string, version: string, wanted = true): Asked<T> {
  const [answer, setAnswer] = useState<Asked<T> & { query: string }>({ value: null, error: null, query });
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    const asking = asker(async () => {
      try {
        setAnswer({ value: await ask<T>(address, query, controller.signal), error: null, query });
      } catch (error) {
        if (controller.signal.aborted) return;
        const { message } = error as Error;
        setAnswer((former) => ({ value: former.query === query ? former.value : null, error: message, query }));
      }
    });
    again.current = asking.again;
    asking.again();
    return () => {
      asking.end();
      controller.abort();
    };
  }, [address, query, wanted]);
  useEffect(() => again.current(), [version]);
  return answer.query === query ? answer : { value: null, error: null };
}

/** Calls `body` when it is told to, never twice at a time, and not more often than once a second. */
function asker(body: () => Promise<void>): { again: () => void; end: () => void } {
  let [busy, wanted, last, timer] = [false, false, -Infinity, 0];
  const run = async (): Promise<void> => {
    [timer, busy, wanted, last] = [0, true, false, Date.now()];
    await body();
    busy = false;
    if (wanted) again();
  };
  const again = (): void => {
    wanted = true;
    if (busy || timer !== 0) return;
    timer = setTimeout(() => void run(), Math.max(0, last + AGAIN_MS - Date.now()));
  };
  return {
    again,
    end: () => {
      clearTimeout(timer);
      // A body that ends later asks no more.
      busy = true;
    },
  };
}

/** Whether the page is dark now: by its setting, else by the system's. */
export function useDark(): boolean {
  const { settings } = useBoard();
  const [system, setSystem] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const change = (): void => setSystem(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return settings.theme === 'system' ? system : settings.theme === 'dark';
}

/** Whether something has come into view; what is out of sight asks for nothing. */
export function useSeen(): [(element: HTMLElement | null) => void, boolean] {
  const [seen, setSeen] = useState(false);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), {
      rootMargin: '200px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, seen];
}
