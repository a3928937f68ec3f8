/** `torch.ao.quantization`. */
export { type QuantizeDynamicOptions, quantizeDynamic } from './quantize-dynamic';
