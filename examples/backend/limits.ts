/** What the server takes of anybody. */
export interface Limits {
  /** Runs at a time. */
  readonly running: number;
  /** Runs that wait. */
  readonly queued: number;
  /** Runs that are remembered. */
  readonly kept: number;
  /** Bytes of an upload. */
  readonly upload: number;
  /** Rows of an upload. */
  readonly rows: number;
  /** Classes of an upload. */
  readonly classes: number;
  /** Characters of a text. */
  readonly text: number;
  /** Texts that wait for an answer. */
  readonly waiting: number;
  /** Who listens to one run. */
  readonly listeners: number;
  /** Pages that are open. */
  readonly pages: number;
  /** Connections at a time. */
  readonly connections: number;
  /** Seconds that the headers of a request may take, and the whole of it. */
  readonly headerSeconds: number;
  readonly requestSeconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  running: 1,
  queued: 8,
  kept: 100,
  upload: 4 * 1024 * 1024,
  rows: 50_000,
  classes: 50,
  text: 20_000,
  waiting: 256,
  listeners: 16,
  pages: 64,
  connections: 512,
  headerSeconds: 10,
  requestSeconds: 60,
};

/** What a request did wrong, as an HTTP status and a sentence. */
export class RequestError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}
