/** `torch.backends`: settings of the libraries below libtorch. All are the process's: workers see them too. */
export { type RnnBackend, rnn } from './rnn';
export { type CudnnBackend, cudnn } from './cudnn';
export { type CudaBackend, type MatmulBackend, cuda } from './cuda';
export { type Library, type MkldnnBackend, lapack, mkl, mkldnn, openmp } from './cpu';
