/**
 * `torch.sparse`: functions of sparse tensors. `torch.sparseCooTensor` and its siblings make such tensors and always check
 * them, as Python does with `check_sparse_tensor_invariants`.
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
export { type SemiStructuredParts, SparseSemiStructuredTensor } from './semi-structured';
export {
  type SemiStructuredOptions,
  SparseSemiStructuredTensorCUSPARSELT,
  SparseSemiStructuredTensorCUTLASS,
  toSparseSemiStructured,
} from './semi-structured-backends';
