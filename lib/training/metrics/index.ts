export type { Figures, Metric } from './metric';
export {
  AUROC,
  Accuracy,
  type Average,
  type ClassOptions,
  ConfusionMatrix,
  F1,
  Precision,
  type RateOptions,
  Recall,
  TopK,
} from './classification';
export { MeanAbsoluteError, MeanSquaredError, Perplexity, R2Score } from './regression';
