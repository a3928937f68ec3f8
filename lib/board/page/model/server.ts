/** Talks to the board's server. */
import type { Command, RunList } from '../../protocol';
import type { Store } from './store';

const TOKEN = 'libtorch-node board token';
const RETRY_MS = 1500;

/** The token comes behind `#` once, and stays in this tab: it is in no history and in no link that somebody copies. */
export function takeToken(): void {
  const query = new URLSearchParams(location.hash.slice(1));
  const token = query.get('token');
  if (token === null) return;
  sessionStorage.setItem(TOKEN, token);
  query.delete('token');
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `#${query.toString()}` : ''}`);
}

export const hasToken = (): boolean => sessionStorage.getItem(TOKEN) !== null;

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  throw new Error(message ?? `the server answers ${response.status}`);
}

export async function ask<T>(address: string, query: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(await fetch(`${address}?${query}`, { signal: signal ?? null }));
}

/** The part of an address behind its `?`. */
export const queryOf = (entries: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(entries).map(([name, value]) => [name, String(value)])).toString();

export async function command(run: string, what: Command): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${sessionStorage.getItem(TOKEN) ?? ''}`,
  };
  await answerOf(
    await fetch('/api/control', { method: 'POST', headers, body: JSON.stringify({ run, command: what }) }),
  );
}

/** Keeps the list up to date. A server that has gone is asked again until it is back. */
export function follow(store: Store): void {
  const source = new EventSource('/api/stream');
  const data = (event: Event): RunList => JSON.parse((event as MessageEvent<string>).data) as RunList;
  source.addEventListener('all', (event) => store.take(data(event), true));
  source.addEventListener('change', (event) => store.take(data(event), false));
  source.addEventListener('error', () => {
    store.connection('lost');
    // The browser tries again by itself, but not where it was answered with an error.
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    setTimeout(() => follow(store), RETRY_MS);
  });
}
