/**
 * `torch.utils.checkpoint`: less memory for more time.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html
 */
export {
  type CheckpointOptions,
  type Segment,
  checkpoint,
  checkpointSequential,
  setCheckpointDebugEnabled,
  setCheckpointEarlyStop,
} from './checkpoint';
export { CheckpointError } from './frame';
export { GraphExecGroup } from './exec-group';
export {
  type Around,
  CheckpointPolicy,
  type PolicyFunction,
  SAC_IGNORED_OPS,
  type SelectiveCheckpointContext,
  createSelectiveCheckpointContexts,
} from './selective';
