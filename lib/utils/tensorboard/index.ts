/** `torch.utils.tensorboard`: writes what TensorBoard shows. */
export { SummaryWriter, type SummaryWriterOptions } from './writer';
export type { HyperParameter, ScalarsLayout } from './summaries';
export type {
  AudioOptions,
  ChartOptions,
  EmbeddingOptions,
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
export type { ArrayLike } from './values';
