/** `torch.masked`: functions that leave elements out. */
export type { Dims, MaskedOptions, ReductionOptions } from './mask';
export {
  type MaskedNormalization,
  cumprod,
  cumsum,
  logSoftmax,
  logaddexp,
  normalize,
  softmax,
  softmin,
} from './normalizations';
export {
  type MaskedReduction,
  type OneDim,
  type VarOptions,
  amax,
  amin,
  argmax,
  argmin,
  logsumexp,
  mean,
  median,
  norm,
  prod,
  std,
  sum,
  var,
} from './reductions';
export { asMaskedTensor, isMaskedTensor, maskedTensor } from './creation';
export type { MaskedMembers, MaskedReduceOptions } from './masked-members';
export { MaskedTensor, type MaskedTensorOptions } from './masked-tensor';
