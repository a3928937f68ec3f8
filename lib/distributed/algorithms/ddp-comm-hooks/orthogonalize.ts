import { qr } from '../../../ops/linalg';
import type { Tensor } from '../../../ops/tensor-methods';

/** Makes the columns of matrices `[b, n, r]` orthonormal, in place: by QR, or by Gram and Schmidt for few or short numbers. */
export function orthogonalize(matrices: Tensor, epsilon = 0): void {
  const rank = matrices.shape[2] as number;
  if (rank > 2 && matrices.dtype.itemsize > 2) matrices.copy_(qr(matrices)[0]);
  else gramSchmidt(matrices, rank, epsilon);
}

function gramSchmidt(matrices: Tensor, rank: number, epsilon: number): void {
  for (let i = 0; i < rank; i++) {
    const column = matrices.narrow(2, i, 1);
    const norm = column.norm(2, 1, true);
    column.div_(epsilon === 0 ? norm : norm.add(epsilon));
    if (i + 1 === rank) return;
    const rest = matrices.narrow(2, i + 1, rank - i - 1);
    rest.sub_(column.mul(rest).sum(1, true).mul(column));
  }
}
