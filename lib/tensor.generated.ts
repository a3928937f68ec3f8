// DO NOT EDIT. Placeholder until scripts/generate-ops.ts runs.
import type { Tensor } from './tensor';
export interface TensorMethods {
  add(other: Tensor | number): Tensor;
  sum(...args: unknown[]): Tensor;
}
export const TENSOR_METHODS: readonly [method: string, operator: string][] = [['add', 'aten::add'], ['sum','aten::sum'],['mul','aten::mul'],['view','aten::view'],['max','aten::max'],['add_','aten::add_']];
