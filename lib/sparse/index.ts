/**
 * `torch.sparse`: functions of sparse tensors. Their tensors are made by `torch.sparseCooTensor` and its kin, and are always
 * checked there: what Python's `check_sparse_tensor_invariants` switches on is on.
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
