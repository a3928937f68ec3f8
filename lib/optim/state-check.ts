import { squeeze } from '../ops/generated/functions';
import { native } from '../native/binding';
import { type Tensor, handleOf, isTensor } from '../tensor/tensor';
import { pythonString } from '../ops/print/python-text';
import { typeError, valueError } from '../errors';

/** Checks of options, with Python's messages: its ValueErrors are RangeErrors here. */

/** Throws unless `valid`; NaN is valid only where Python takes it. */
export function requireValue(valid: boolean, what: string, value: unknown): void {
  if (!valid) throw valueError(`${what}: ${isTensor(value) ? native.item(handleOf(value)) : pythonString(value)}`);
}

export function requireNumber(label: string, name: string, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw typeError(`${label}: ${name} must be a number, got ${typeof value}`);
}

/** A learning rate as a number, for comparisons. */
export function rateOf(label: string, lr: unknown): number {
  if (!isTensor(lr)) {
    requireNumber(label, 'lr', lr);
    return lr;
  }
  if (lr.numel() !== 1) throw valueError('Tensor lr must be 1-element');
  return Number(native.item(handleOf(lr)));
}

/** `0 <= value`, which NaN is not. */
export function requireNonNegative(label: string, name: string, value: unknown, what: string): void {
  requireNumber(label, name, value);
  requireValue(value >= 0, what, value);
}

/** Both within [0, 1). */
export function requireBetas(label: string, betas: unknown): void {
  if (!Array.isArray(betas) || betas.length !== 2) throw typeError(`${label}: betas must be two numbers`);
  betas.forEach((beta: unknown, i) => {
    requireNumber(label, `betas[${i}]`, beta);
    requireWithin(beta, i, beta);
  });
}

function requireWithin(beta: number, index: number, shown: unknown): void {
  requireValue(beta >= 0 && beta < 1, `Invalid beta parameter at index ${index}`, shown);
}

/** The same, where tensors of one element are allowed, too. Returns them without dimensions. */
export function readTensorBetas(
  label: string,
  betas: unknown,
  { foreach, capturable }: { readonly foreach: boolean | null; readonly capturable: boolean },
): readonly [number, number] | readonly [Tensor, Tensor] {
  const tensors = Array.isArray(betas) && betas.length === 2 ? betas.filter(isTensor) : [];
  if (tensors.length === 0) {
    requireBetas(label, betas);
    return betas as [number, number];
  }
  if (tensors.length === 1) throw valueError('betas must be either both numbers or both Tensors');
  tensors.forEach((beta, i) => {
    if (beta.numel() !== 1) throw valueError(`Tensor betas[${i}] must be 1-element`);
    requireWithin(Number(native.item(handleOf(beta))), i, beta);
    if (foreach === true && !capturable) {
      throw valueError(`betas[${i}] as a Tensor is not supported for capturable=False and foreach=True`);
    }
  });
  return tensors.map((beta) => (beta.ndim === 0 ? beta : squeeze(beta))) as unknown as [Tensor, Tensor];
}

/** `foreach` cannot work with a tensor as learning rate, as its lists take numbers only. */
export function refuseTensorRate(lr: number | Tensor, foreach: boolean | null, capturable: boolean): void {
  if (isTensor(lr) && foreach === true && !capturable) {
    throw valueError('lr as a Tensor is not supported for capturable=False and foreach=True');
  }
}

/** `fused` excludes `differentiable` and `foreach`. */
export function checkFused(options: {
  readonly fused: boolean | null;
  readonly foreach: boolean | null;
  readonly differentiable: boolean;
}): void {
  if (options.fused !== true) return;
  if (options.differentiable) throw typeError('`fused` does not support `differentiable`');
  if (options.foreach === true) throw typeError('`fused` and `foreach` cannot be `True` together.');
}
