/** `libtorch-node/serving`: a model behind a server. */
import '../install/bundled';
export type { RequestOptions } from './batcher';
export { ServingError, type ServingErrorCode } from './errors';
export { type FastifyLike, type HandlerOptions, type PluginOptions, requestHandler, servingPlugin } from './http';
export {
  type Answer,
  type Health,
  type PredictOptions,
  Predictor,
  type PredictorLimits,
  type PredictorOptions,
  type VersionOptions,
  type WorkerPredictorOptions,
} from './predictor';
export type { Served } from './served-model';
export { StreamPredictor, type StreamPredictorOptions, type StreamState } from './stream-predictor';
