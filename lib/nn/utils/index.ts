/** `torch.nn.utils`. */
export * from './gradients';
export * from './fusion';
export * from './memory-format';
export * from './skip-init';
export { removeSpectralNorm, spectralNorm } from './spectral-norm-hook';
export * as prune from './prune';
export * as rnn from './rnn';
export * as parametrize from './parametrize';
export * as parametrizations from './parametrizations';
