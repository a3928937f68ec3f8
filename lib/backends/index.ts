/**
 * `torch.backends`: settings of the libraries that libtorch uses. They hold for the whole process, including its
 * workers.
 */
export { type MlpBackend, mlp } from './mlp';
export { type RnnBackend, rnn } from './rnn';
export { type CudnnBackend, cudnn } from './cudnn';
export { type CudaBackend, type MatmulBackend, cuda } from './cuda';
export { type MhaBackend, mha } from './mha';
export { type Library, type MkldnnBackend, type NnpackBackend, lapack, mkl, mkldnn, nnpack, openmp } from './cpu';
