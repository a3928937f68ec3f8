/** `torch.masked`: functions that leave elements out. */
export {
  type MaskedNormalization,
  type MaskedReduction,
  type OneDim,
  type VarOptions,
  amax,
  amin,
  argmax,
  argmin,
  cumprod,
  cumsum,
  logSoftmax,
  logaddexp,
  logsumexp,
  mean,
  median,
  norm,
  normalize,
  prod,
  softmax,
  softmin,
  std,
  sum,
  var,
} from './functions';
export type { Dims, MaskedOptions, ReductionOptions } from './mask';
export { asMaskedTensor, isMaskedTensor, maskedTensor } from './creation';
export type { MaskedMembers, MaskedReduceOptions } from './masked-members';
export { MaskedTensor, type MaskedTensorOptions } from './masked-tensor';
