import { asFunction } from '../dispatch/operator';
import type { Tensor } from '../tensor';

type Norm<P> = (x: Tensor, p: P, dim: readonly number[] | null, keepdim: boolean, options: object) => Tensor;

export const linalgVectorNorm = asFunction<Norm<number>>('aten::linalg_vector_norm');
export const linalgMatrixNorm = asFunction<Norm<string>>('aten::linalg_matrix_norm');
