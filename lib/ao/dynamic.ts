/** `torch.ao.nn.quantized.dynamic`: layers that quantise their inputs as they come. */
export { GRUCell, LSTMCell, RNNCell } from './cells';
export { Linear } from './linear';
export { GRU, LSTM } from './recurrent';
