import { native } from '../../native/binding';
import type { ReducerBox } from '../../native/contract/reducer';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { mapTensors } from './find-tensors';

/** The same output with a node behind each recorded tensor. */
export function sink(reducer: ReducerBox, output: unknown): unknown {
  const recorded = new Set<Tensor>();
  mapTensors(output, (tensor) => {
    if (tensor.hasGradFn) recorded.add(tensor);
    return tensor;
  });
  if (recorded.size === 0) return output;
  const tensors = [...recorded];
  const sunk = native.sinkOutputs(reducer, tensors.map(handleOf)).map(wrap);
  const byTensor = new Map(tensors.map((tensor, i) => [tensor, sunk[i] as Tensor]));
  return mapTensors(output, (tensor) => byTensor.get(tensor) ?? tensor);
}
