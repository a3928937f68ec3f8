import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'undici';

import { asDiskError, codeOf, InstallError } from './errors';
import { type Http, networkError, statusError } from './http';
import type { Progress, Reporter } from './reporter';
import { ensureSpace } from './space';

export interface DownloadOptions {
  readonly http: Http;
  readonly reporter: Reporter;
  /** Lower case hexadecimal; without it the file is only as good as its transport. */
  readonly sha256?: string;
  /** How often a transfer that made no progress is tried again. */
  readonly retries?: number;
  readonly retryDelayMs?: number;
}

/**
 * Downloads `url` to `target`. The bytes go to `<target>.part`, which a later call resumes if the server still has the
 * same file; `target` appears in one rename, after its hash was found right.
 */
export async function download(url: string, target: string, options: DownloadOptions): Promise<string> {
  if (existsSync(target) && (await hashFits(target, options.sha256))) return target;
  mkdirSync(dirname(target), { recursive: true });
  const transfer = new Transfer(url, `${target}.part`, options);
  await transfer.run();
  await checkHash(url, `${target}.part`, options.sha256);
  await rename(`${target}.part`, target);
  await transfer.forget();
  return target;
}

/** One file on its way, over as many connections as it takes. */
class Transfer {
  readonly #validatorFile: string;

  constructor(
    readonly url: string,
    readonly part: string,
    readonly options: DownloadOptions,
  ) {
    this.#validatorFile = `${part}.etag`;
  }

  async run(): Promise<void> {
    const { retries = 4, retryDelayMs = 1000 } = this.options;
    for (let failures = 0, before = this.#size(); ; before = this.#size()) {
      try {
        await this.#attempt();
        return;
      } catch (error) {
        failures = this.#size() > before ? 1 : failures + 1;
        if (!isTransient(error) || failures > retries) throw error;
        this.options.reporter.step(`The connection broke off; trying again (${failures} of ${retries}).`);
        await sleep(retryDelayMs * failures);
      }
    }
  }

  async forget(): Promise<void> {
    await rm(this.#validatorFile, { force: true });
  }

  async #attempt(): Promise<void> {
    const response = await this.options.http.get(this.url, await this.#resumeHeaders());
    if (response.status === 416) return this.#startOver();
    if (!response.ok || !response.body) throw statusError(this.url, response.status);
    const start = response.status === 206 ? this.#size() : 0;
    if (start === 0) await this.#remember(response);
    const total = totalBytes(response, start);
    if (total !== undefined) ensureSpace(dirname(this.part), total - start);
    const progress = this.options.reporter.begin('download', total);
    try {
      await this.#write(response, start, progress);
    } finally {
      progress.end();
    }
    if (total !== undefined && this.#size() !== total) throw networkError(this.url, 'the connection ended too early');
  }

  /** Writes each chunk before it takes the next, so that a connection that breaks off loses next to nothing. */
  async #write(response: Response, start: number, progress: Progress): Promise<void> {
    const file = await open(this.part, start > 0 ? 'a' : 'w');
    let done = start;
    progress.update(done);
    try {
      for await (const chunk of this.#chunks(response)) {
        await file.appendFile(chunk);
        progress.update((done += chunk.length));
      }
    } catch (error) {
      throw asDiskError(error, this.part);
    } finally {
      await file.close();
    }
  }

  async *#chunks(response: Response): AsyncIterable<Uint8Array> {
    try {
      yield* response.body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw networkError(this.url, error);
    }
  }

  /** Asks for the rest only if the file is still the one whose beginning we have. */
  async #resumeHeaders(): Promise<Record<string, string>> {
    const size = this.#size();
    if (size === 0 || !existsSync(this.#validatorFile)) return {};
    return { range: `bytes=${size}-`, 'if-range': await readFile(this.#validatorFile, 'utf8') };
  }

  async #remember(response: Response): Promise<void> {
    const etag = response.headers.get('etag');
    // A weak tag may not be used for ranges, a date may.
    const validator = etag && !etag.startsWith('W/') ? etag : response.headers.get('last-modified');
    if (validator) await writeFile(this.#validatorFile, validator);
    else await this.forget();
  }

  /** What we have is as long as the file or longer: the hash cannot be trusted, so begin again. */
  async #startOver(): Promise<void> {
    await rm(this.part, { force: true });
    await this.forget();
    await this.#attempt();
  }

  #size(): number {
    try {
      const stat = statSync(this.part);
      return stat.isFile() ? stat.size : 0;
    } catch {
      return 0;
    }
  }
}

function totalBytes(response: Response, start: number): number | undefined {
  const length = Number(response.headers.get('content-length') ?? NaN);
  return Number.isFinite(length) ? start + length : undefined;
}

/** A status may be transient on the server's side only; a full disk or a bad file never is. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof InstallError)) return false;
  if (error.code === 'ERR_INSTALL_NETWORK') return !isHopeless(error);
  return error.code === 'ERR_INSTALL_HTTP_STATUS' && / status (408|429|5\d\d)\./.test(error.message);
}

const HOPELESS = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH'];

/** There is nobody at that address: the next source is tried at once. */
function isHopeless(error: unknown): boolean {
  if (error === undefined || error === null) return false;
  const { cause, errors = [] } = error as { cause?: unknown; errors?: readonly unknown[] };
  // A name with several addresses fails with an error for each.
  return HOPELESS.includes(codeOf(error) ?? '') || [cause, ...errors].some(isHopeless);
}

async function checkHash(url: string, path: string, expected: string | undefined): Promise<void> {
  if (expected === undefined) return;
  const actual = await sha256Of(path);
  if (actual === expected) return;
  await rm(path, { force: true });
  await rm(`${path}.etag`, { force: true });
  throw new InstallError(
    'ERR_INSTALL_HASH',
    `${url} has the sha256 ${actual}, but its index promises ${expected}. The file was deleted.`,
    'Run the command again. If it happens twice, the mirror or the proxy changes files: use another one.',
  );
}

async function hashFits(path: string, expected: string | undefined): Promise<boolean> {
  return expected !== undefined && (await sha256Of(path)) === expected;
}

/** The sha256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
