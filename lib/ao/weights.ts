import { quantizePerTensor } from '../ops/generated/functions';
import { withoutGrad } from '../native/grad-mode';
import { float32, qint8 } from '../tensor/dtypes';
import { DType } from '../tensor/dtype';
import { article } from '../arguments/describe';
import { value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Tensor } from '../ops/tensor-methods';
import { runtimeError, valueError } from '../errors';
import { pythonText } from '../ops/print/python-text';

/** How weights are quantized, and what quantized layers ask of their inputs. */

/** The smallest scale: the distance of 1 from the next float32. */
const LEAST_SCALE = 2 ** -23;

/** int8 with one scale for the whole tensor and zero at 0, as Python's default observer of weights chooses it. */
export function quantizeWeight(weight: Tensor): Tensor {
  return withoutGrad(() => {
    const plain = weight.detach().to(float32);
    const [low, high] = [Number(plain.min().item()), Number(plain.max().item())];
    const most = Math.max(-Math.min(low, 0), Math.max(high, 0));
    const scale = Math.max(Math.fround(most / 127.5), LEAST_SCALE);
    return quantizePerTensor(plain.contiguous(), scale, 0, qint8);
  });
}

/** A dtype that weights can be quantized to. */
export function requireDtype(what: string, dtype: DType): void {
  if (dtype.name === 'qint8' || dtype.name === 'float16') return;
  throw valueError(`${what}: the only supported dtypes are torch.qint8 and torch.float16, got ${String(dtype)}`);
}

/** The arguments of every `fromFloat`: a layer of a class, and a dtype. */
export function readFromFloat<F>(
  label: string,
  Float: abstract new (...args: never[]) => F,
  args: readonly unknown[],
): { readonly layer: F; readonly dtype: DType } {
  const table = {
    layer: value<F>(article(Float.name), (given) => given instanceof Float),
    dtype: value<DType>('a dtype', (given) => given instanceof DType, qint8),
  };
  const read = readArguments(label, table, args);
  requireDtype(label, read.dtype);
  return read;
}

/** Quantized kernels compute on the CPU, from float32. */
export function requireInput(input: Tensor): void {
  if (input.dtype !== float32 || input.device.type !== 'cpu') {
    throw runtimeError(
      `a quantized layer takes float32 on the CPU, got ${String(input.dtype)} on ${String(input.device)}`,
    );
  }
}

/** The message of Python's layers for a state of another size. */
export function requireSize(tensor: Tensor, size: readonly number[], what: string): void {
  requireInput(tensor);
  if (tensor.shape.length === size.length && tensor.shape.every((extent, i) => extent === size[i])) return;
  throw runtimeError(`Expected ${what} size ${pythonText(size)}, got [${tensor.shape.join(', ')}]`);
}
