/** `torch.ao.nn.quantized`. */
export * as dynamic from './dynamic';
