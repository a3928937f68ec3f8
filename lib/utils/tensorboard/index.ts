/** `torch.utils.tensorboard`: writes what TensorBoard shows. */
export { FileWriter, type FileWriterOptions, type RecordTarget, RecordWriter } from './event-writers';
export type { DrawnNode } from './graph/protos';
export { SummaryWriter, type SummaryWriterOptions } from './writer';
export type { HyperParameter, ScalarsLayout } from './summaries';
export type {
  AudioOptions,
  ChartOptions,
  EmbeddingOptions,
  GraphOptions,
  HistogramOptions,
  HistogramRawOptions,
  HparamsOptions,
  ImageOptions,
  ImagesOptions,
  MeshOptions,
  PrCurveOptions,
  PrCurveRawOptions,
  ScalarOptions,
  SummaryOptions,
  VideoOptions,
} from './options';
export type { ArrayLike } from './array-like';
