/** `torch.nn.utils`. */
export * from './gradients';
export * as rnn from './rnn';
export * as parametrize from './parametrize';
export * as parametrizations from './parametrizations';
