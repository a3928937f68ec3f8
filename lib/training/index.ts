/** `torch.training`: the training loop and what belongs to it. */
export type { Callback, SaveMoment } from './callback';
export { Ema, type EmaOptions, Swa, type SwaOptions } from './callbacks/averaging';
export { Checkpoints, type CheckpointsOptions } from './callbacks/checkpoints';
export { EarlyStopping, type EarlyStoppingOptions } from './callbacks/early-stopping';
export { CsvLog, JsonLinesLog, LearningRateMonitor } from './callbacks/logs';
export type { MonitorOptions } from './callbacks/monitor';
export { type Output, ProgressBar, type ProgressOptions } from './callbacks/progress';
export { Profiler, type ProfilerOptions } from './callbacks/profiler';
export { TensorBoard, type TensorBoardOptions } from './callbacks/tensorboard';
export { TrainingError, type TrainingErrorCode } from './errors';
export type * from './events';
export type { Fit } from './fit';
export { type LearningRateFinderOptions, type LearningRateSearch, findLearningRate } from './learning-rate-finder';
export * from './metrics/index';
export type { Batches } from './batch';
export type {
  Accepted,
  FitOptions,
  Inputs,
  Loss,
  Pair,
  PassOptions,
  PredictStep,
  ScalerLike,
  SchedulerLike,
  SchedulerPlan,
  StepOutput,
  TrainerOptions,
  TrainerSettings,
  TrainingStep,
} from './options';
export {
  type OnlineLearning,
  type OnlineOptions,
  type Round,
  type RoundData,
  type RoundResult,
  online,
} from './online/index';
export { ExampleQueue, type ExampleQueueOptions } from './online/queue';
export type { RunContext } from './run-context';
export { RunDirectory, type RunDirectoryOptions } from './run-directory';
export { type RunSummary, readRun, readRuns } from './run-summary';
export { DDPStrategy, type DDPStrategyOptions } from './strategy/ddp';
export type { Purpose, Strategy } from './strategy/strategy';
export { type LayerSummary, type ModelSummary, summary } from './summary';
export { type SweepOptions, type SweepResult, type Trial, type TrialData, sweep } from './sweep/index';
export type { Choice, Chosen, Range, Space } from './sweep/space';
export { Trainer } from './trainer';
export { swapState } from './swap-state';
export type { WorkerContext } from './worker/serve';
export { type TrainInWorkerOptions, type Weights, WorkerRun, trainInWorker } from './worker/train-in-worker';
