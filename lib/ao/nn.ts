/** `torch.ao.nn`. */
export * as quantized from './quantized';
