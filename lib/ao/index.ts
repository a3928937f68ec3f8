/** `torch.ao`: quantization for inference. */
export * as quantization from './quantization';
export * as nn from './nn';
