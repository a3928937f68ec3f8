/** The gradient of eigenpairs with respect to a symmetric matrix, from some of its eigenpairs only. */
import { choleskySolve, diagEmbed, eye, matmul, ones, randn, zerosLike } from '../../ops/generated/functions';
import { cholesky } from '../../ops/generated/linalg';
import { Generator } from '../../tensor/generator';
import type { Tensor } from '../../ops/tensor-methods';

/** The part within the space of the eigenvectors that are there. */
function within(dGrad: Tensor, uGrad: Tensor, d: Tensor, u: Tensor): Tensor {
  const gaps = d.unsqueeze(-2).sub(d.unsqueeze(-1));
  gaps.diagonal(0, -2, -1).fill_(Infinity);
  const ut = u.mT.contiguous();
  const inner = diagEmbed(dGrad).add(matmul(ut, uGrad).mul(gaps.pow(-1)));
  return matmul(u, matmul(inner, ut));
}

/** The coefficients of the polynomial with these roots, the lowest first; that of the highest power is 1. */
function coefficients(roots: Tensor): Tensor[] {
  let found: Tensor[] = [ones(roots.shape.slice(0, -1), { dtype: roots.dtype, device: roots.device })];
  for (let i = 0; i < (roots.shape.at(-1) as number); i++) {
    const root = roots.select(-1, i);
    const lower = found.map((one) => one.mul(root).neg());
    // (x − r) · p(x)
    found = [...lower, ...found.slice(-1)].map((one, j) => {
      if (j === 0 || j === found.length) return one;
      return (lower[j] as Tensor).add(found[j - 1] as Tensor);
    });
  }
  return found;
}

/** The polynomial at each root, by Horner's rule. */
function atRoots(poly: readonly Tensor[], x: Tensor): Tensor {
  const last = (poly.at(-1) as Tensor).unsqueeze(-1).expand(x.shape);
  return poly.slice(0, -1).reduceRight<Tensor>((value, one) => value.mul(x).add(one.unsqueeze(-1)), last);
}

/** The polynomial of a matrix, by Horner's rule. */
function ofMatrix(poly: readonly Tensor[], a: Tensor): Tensor {
  const size = a.shape.at(-1) as number;
  const identity = eye(size, { dtype: a.dtype, device: a.device });
  const scaled = (one: Tensor): Tensor => identity.mul(one.unsqueeze(-1).unsqueeze(-1));
  const last = scaled(poly.at(-1) as Tensor);
  return poly.slice(0, -1).reduceRight<Tensor>((value, one) => matmul(a, value).add(scaled(one)), last);
}

/**
 * The gradient with respect to A of its eigenvalues D and eigenvectors U. What eigenvectors that are not there would add follows
 * from an equation of Sylvester, solved by the characteristic polynomial of D: Hu and Cheng, Applied Mathematics Letters 19 (2006).
 */
export function eigenBackward(
  [dGrad, uGrad]: readonly [Tensor | null, Tensor | null],
  [a, d, u]: readonly [Tensor, Tensor, Tensor],
  largest: boolean,
): Tensor {
  const [givenD, givenU] = [dGrad ?? zerosLike(d), uGrad ?? zerosLike(u)];
  const inside = within(givenD, givenU, d, u);
  const [size, count] = [u.shape.at(-2) as number, u.shape.at(-1) as number];
  if (size === count) return inside;
  const { dtype, device } = a;
  // A basis of what is orthogonal to the eigenvectors: a random one, always the same.
  const ut = u.mT.contiguous();
  const projection = eye(size, { dtype, device }).sub(matmul(u, ut));
  const shape = [...a.shape.slice(0, -1), size - count];
  const basis = matmul(projection, randn(shape, { dtype, device, generator: new Generator(device) }));
  const basisT = basis.mT.contiguous();
  const poly = coefficients(d);
  let [projected, series] = [givenU, zerosLike(givenU)];
  for (let k = 1; k <= count; k++) {
    series = series.add(projected.mul(atRoots(poly.slice(k), d).unsqueeze(-2)));
    projected = matmul(a, projected);
  }
  const sign = largest && count % 2 === 1 ? -1 : 1;
  const restricted = matmul(basisT, matmul(ofMatrix(poly, a), basis)).mul(sign);
  const solved = choleskySolve(matmul(basisT, series), cholesky(restricted)).mul(sign);
  return inside.sub(matmul(matmul(basis, solved), ut));
}
