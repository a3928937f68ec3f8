/** `torch.ao.nn.quantized.dynamic`: layers that quantize their inputs at each call. */
export { GRUCell, LSTMCell, RNNCell } from './cells';
export { Linear } from './linear';
export { GRU, LSTM } from './recurrent';
