/** Backward from and to edges of the graph, and of a batch of gradients at once. */
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import { ones, onesLike } from '../ops/generated/functions';
import { type Tensor, handleOf, isTensor } from '../tensor/tensor';
import { type GradientEdge, isEdge, nativeEdge } from './graph/node';
import { volumeOf } from '../arguments/extents';

const autogradError = (message: string): Error => runtimeError(message, { code: 'ERR_TORCH_AUTOGRAD' });

/** The gradient of a scalar, where none is given. */
function implicitGradient(place: Tensor | GradientEdge): Tensor {
  const metadata = isTensor(place) ? null : (place.node.inputMetadata[place.outputNr] ?? null);
  const shape = isTensor(place) ? place.shape : (metadata?.shape ?? []);
  if (volumeOf(shape) !== 1) {
    throw autogradError('grad can be implicitly created only for scalar outputs');
  }
  const dtype = isTensor(place) ? place.dtype : metadata?.dtype;
  if (dtype && !dtype.isFloatingPoint && !dtype.isComplex) {
    throw autogradError(`grad can be implicitly created only for real scalar outputs but got torch.${dtype.name}`);
  }
  if (isTensor(place)) return onesLike(place);
  return ones([...shape], { dtype: dtype ?? null, device: metadata?.device ?? null });
}

/** What both entry points give. */
export interface EdgeRequest {
  readonly outputs: readonly (Tensor | GradientEdge)[];
  readonly gradients: readonly (Handle | null)[];
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
  readonly inputs: readonly (Tensor | GradientEdge)[];
}

const needsGrad = (place: Tensor | GradientEdge): boolean => isEdge(place) || place.requiresGrad;

/** Runs a backward, and returns the gradients of the inputs; with `accumulate` they are added to leaves instead. */
export function runFromEdges(request: EdgeRequest, accumulate: boolean): (Handle | null)[] {
  const { outputs, gradients, retainGraph, createGraph, inputs } = request;
  if (!inputs.every(needsGrad)) throw autogradError('One of the differentiated Tensors does not require grad');
  outputs.forEach((output, i) => {
    if (!needsGrad(output)) {
      throw autogradError(`element ${i} of tensors does not require grad and does not have a grad_fn`);
    }
  });
  // Kept alive until the call, as are the handles of those that are made here.
  const made = outputs.map((output, i) => (gradients[i] == null ? implicitGradient(output) : null));
  const given = made.map((tensor, i) => (tensor ? handleOf(tensor) : (gradients[i] as Handle)));
  return native.runEdges(outputs.map(nativeEdge), given, retainGraph, createGraph, accumulate, inputs.map(nativeEdge));
}

/** Whether some place is an edge. */
export const someEdge = (places: readonly unknown[]): boolean => places.some(isEdge);

/** Computes gradients for each entry of the first dimension of `gradients`, all at once. */
export function batchedGradients(
  gradients: readonly (Handle | null)[],
  compute: (gradients: readonly (Handle | null)[]) => (Handle | null)[],
  sizes: readonly number[],
): (Handle | null)[] {
  const [batch] = sizes;
  if (batch === undefined) return compute(gradients);
  if (sizes.some((size) => size !== batch)) {
    throw runtimeError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes ${sizes.join(', ')}`,
    );
  }
  const level = native.pushVmap(batch, 0);
  try {
    const mapped = gradients.map((handle) => (handle === null ? null : native.addBatchDim(handle, 0, level)));
    const results = compute(mapped);
    for (const handle of mapped) if (handle !== null) native.release(handle);
    return results.map((handle) => {
      if (handle === null) return null;
      const whole = native.removeBatchDim(handle, level, batch, 0);
      native.release(handle);
      return whole;
    });
  } finally {
    native.popLayer();
  }
}
