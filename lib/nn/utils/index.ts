/** `torch.nn.utils`. */
export * from './gradients';
export * as rnn from './rnn';
