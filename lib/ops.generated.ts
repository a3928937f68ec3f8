// DO NOT EDIT. Written by scripts/generate-ops.ts.
import { asFunction } from './dispatch/operator';
import type { Tensor } from './tensor';
export const zeros = asFunction<(...args: unknown[]) => Tensor>('aten::zeros');
export const ones = asFunction<(...args: unknown[]) => Tensor>('aten::ones');
