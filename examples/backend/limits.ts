/** The limits of what the server accepts. */
export interface Limits {
  /** How many runs train at a time. */
  readonly running: number;
  /** How many runs may wait. */
  readonly queued: number;
  /** How many runs are remembered. */
  readonly kept: number;
  /** The largest upload, in bytes. */
  readonly upload: number;
  /** The most rows of an upload. */
  readonly rows: number;
  /** The most classes of an upload. */
  readonly classes: number;
  /** The longest text, in characters. */
  readonly text: number;
  /** How many texts may wait for an answer. */
  readonly waiting: number;
  /** How many clients may listen to one run. */
  readonly listeners: number;
  /** How many pages may be open. */
  readonly pages: number;
  /** How many connections may be open. */
  readonly connections: number;
  /** How many seconds the headers of a request may take, and the whole request. */
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

/** An error of a request: an HTTP status and a sentence. */
export class RequestError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}
