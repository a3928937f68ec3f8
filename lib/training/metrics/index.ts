export type { Figures, Matrix, Metric } from './metric';
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
export { BLEU, type BleuDetails, type BleuOptions } from './text/bleu';
export { CHRF, type ChrfOptions } from './text/chrf';
export { ExactMatch, type ExactMatchOptions } from './text/exact-match';
export { ROUGE, type RougeKey, type RougeOptions } from './text/rouge';
export type { Decode, References, TextMetricOptions, Texts } from './text/texts';
export type { LineTokenizer, TokenizerName } from './text/tokens';
