/** `torch.onnx`: models for onnxruntime, written without Python. */
export { exportOnnx as export, ONNXProgram, type OnnxExportOptions, type DynamicAxes } from './export';
