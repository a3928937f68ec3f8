/**
 * `torch.sparse`: functions of sparse tensors. Their tensors are made by `torch.sparseCooTensor` and its kin, and are always
 * checked there, so that none can end the process.
 */
export {
  type SparseAddmmOptions,
  type SparseSoftmaxOptions,
  type SparseSumOptions,
  addmm,
  logSoftmax,
  mm,
  softmax,
  spdiags,
  sum,
} from './functions';
export { type Gradcheck, type SparseGradcheckOptions, asSparseGradcheck } from './gradcheck';
export { checkSparseTensorInvariants } from './invariants';
export { type SparseSolveOptions, solve } from './solve';
