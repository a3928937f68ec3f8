import { createRequire } from 'node:module';
import type * as Undici from 'undici';
import type { Dispatcher, Response } from 'undici';

import { InstallError, messageOf } from './errors';
import { proxyFor } from './proxy';

/** Read when something is fetched: importing the library takes no part in that. */
const undici = (): typeof Undici => createRequire(__filename)('undici') as typeof Undici;

const CONNECT_TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface HttpOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Gives up on a connection that sends nothing for this long. */
  readonly idleTimeoutMs?: number;
}

/** Requests through the proxy that the environment names, as curl and npm understand it. */
export class Http {
  readonly #env: NodeJS.ProcessEnv;
  readonly #timeouts: { readonly headersTimeout: number; readonly bodyTimeout: number };
  readonly #agents = new Map<string, Dispatcher>();

  constructor({ env, idleTimeoutMs = 60_000 }: HttpOptions) {
    this.#env = env;
    this.#timeouts = { headersTimeout: idleTimeoutMs, bodyTimeout: idleTimeoutMs };
  }

  /** The response, redirects followed; throws when there is none, whatever its status. */
  async get(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET'): Promise<Response> {
    try {
      // The bytes are counted and resumed, so they must not be compressed on the way.
      const all = { 'accept-encoding': 'identity', 'user-agent': 'libtorch-node', ...headers };
      return await this.#follow(url, { method, headers: all });
    } catch (error) {
      throw networkError(url, error);
    }
  }

  /** A page's text, and the address that it came from in the end: its links are relative to that. */
  async page(url: string): Promise<{ readonly text: string; readonly url: string }> {
    const response = await this.get(url);
    if (!response.ok) throw statusError(url, response.status);
    try {
      return { text: await response.text(), url: response.url || url };
    } catch (error) {
      throw networkError(url, error);
    }
  }

  async close(): Promise<void> {
    // Bun has an undici of its own, whose agents hold nothing and cannot be destroyed.
    const agents: Partial<Pick<Dispatcher, 'destroy'>>[] = [...this.#agents.values()];
    await Promise.all(agents.map(async (agent) => agent.destroy?.()));
  }

  /** Follows redirects by hand, since another host may need another proxy. */
  async #follow(url: string, init: { method: string; headers: Record<string, string> }): Promise<Response> {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await undici().fetch(url, { ...init, redirect: 'manual', dispatcher: this.#agentFor(url) });
      const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null;
      if (location === null) return response;
      await response.body?.cancel();
      const next = new URL(location, url);
      if (url.startsWith('https:') && next.protocol !== 'https:') throw new Error(`it redirects to ${next.href}`);
      url = next.href;
    }
    throw new Error('it redirects in a circle');
  }

  #agentFor(url: string): Dispatcher {
    const proxy = proxyFor(url, this.#env) ?? '';
    const known = this.#agents.get(proxy);
    if (known) return known;
    const connect = { timeout: CONNECT_TIMEOUT_MS };
    const agent = proxy
      ? new (undici().ProxyAgent)({ uri: proxy, ...this.#timeouts, proxyTls: connect, requestTls: connect })
      : new (undici().Agent)({ ...this.#timeouts, connect });
    this.#agents.set(proxy, agent);
    return agent;
  }
}

export function networkError(url: string, cause: unknown): InstallError {
  return new InstallError(
    'ERR_INSTALL_NETWORK',
    `${url} could not be read: ${messageOf(cause)}`,
    'Check the connection and HTTPS_PROXY / NO_PROXY, name a mirror in LIBTORCH_NODE_INDEX_URL, or bring the file ' +
      'along and use --from. What was downloaded so far is kept.',
    { cause },
  );
}

export function statusError(url: string, status: number): InstallError {
  const fix = 'Check the address; LIBTORCH_NODE_INDEX_URL names a mirror, --from a file.';
  return new InstallError('ERR_INSTALL_HTTP_STATUS', `${url} answered with status ${status}.`, fix);
}
