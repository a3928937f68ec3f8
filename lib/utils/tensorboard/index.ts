/** `torch.utils.tensorboard`: writes what TensorBoard shows. */
export { SummaryWriter, type SummaryWriterOptions } from './writer';
export type { HyperParameter, ScalarsLayout } from './summaries';
export type { ArrayLike } from './values';
