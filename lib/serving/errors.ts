/** Why a request was not answered. */
export type ServingErrorCode =
  | 'ERR_SERVING_BUSY'
  | 'ERR_SERVING_TIMEOUT'
  | 'ERR_SERVING_CLOSED'
  | 'ERR_SERVING_VERSION'
  | 'ERR_SERVING_WORKER'
  | 'ERR_SERVING_INPUT';

const STATUS: Readonly<Record<ServingErrorCode, number>> = {
  ERR_SERVING_BUSY: 503,
  ERR_SERVING_TIMEOUT: 504,
  ERR_SERVING_CLOSED: 503,
  ERR_SERVING_VERSION: 404,
  ERR_SERVING_WORKER: 503,
  ERR_SERVING_INPUT: 400,
};

/**
 * A request that was not answered. `code` says why, and `statusCode` is the status for HTTP.
 *
 * @example
 * import { Predictor, ServingError } from 'libtorch-node/serving';
 * const predictor = new Predictor({ model: new nn.Linear(2, 1), collate: (rows: readonly number[][]) => torch.tensor(rows) });
 * await predictor.close();
 * try {
 *   await predictor.predict([1, 2]);
 * } catch (error) {
 *   if (error instanceof ServingError) console.error(error.code, error.statusCode); // ERR_SERVING_CLOSED 503
 * }
 */
export class ServingError extends Error {
  override readonly name = 'ServingError';
  /** The status of HTTP; Fastify answers with it. */
  readonly statusCode: number;

  constructor(
    message: string,
    /** Why. */
    readonly code: ServingErrorCode,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.statusCode = STATUS[code];
  }
}
