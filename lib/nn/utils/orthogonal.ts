import { camelCase } from '../../arguments/names';
import { runtimeError, valueError } from '../../errors';
import { finfo } from '../../ops/python/types';
import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import { aten, atenMany } from '../functional/define';
import { Module } from '../module';

const MAPS = ['matrix_exp', 'cayley', 'householder'] as const;
/** How an orthogonal matrix is computed from any matrix. */
export type OrthogonalMapName = (typeof MAPS)[number];

/** A map's name, in Python's spelling or in ours. @internal */
export function orthogonalMapOf(name: string): OrthogonalMapName {
  const found = MAPS.find((map) => map === name || camelCase(map) === name);
  if (found) return found;
  throw valueError(`orthogonalMap has to be one of "matrix_exp", "cayley", "householder". Got: ${name}`);
}

const rows = (x: Tensor): number => x.shape.at(-2) ?? 0;
const columns = (x: Tensor): number => x.shape.at(-1) ?? 0;
const transpose = (x: Tensor): Tensor => aten('transpose')(x, -2, -1);
const adjoint = (x: Tensor): Tensor => aten('conj')(transpose(x));
const diagonal = (x: Tensor): Tensor => aten('diagonal')(x, 0, -2, -1);
const like = ({ dtype, device }: Tensor): object => ({ dtype, device });

function isOrthogonal(q: Tensor): boolean {
  const identity = aten('eye')(columns(q), like(q));
  const tolerance = 10 * rows(q) * finfo(q.dtype).eps;
  return aten('allclose')(aten('matmul')(adjoint(q), q), identity, 1e-5, tolerance);
}

function makeOrthogonal(a: Tensor): Tensor {
  const [x, tau] = atenMany('geqrf')(a) as [Tensor, Tensor];
  const q = aten('linalg_householder_product')(x, tau);
  // The decomposition is unique once R's diagonal is positive.
  return aten('mul_')(q, aten('unsqueeze')(aten('sgn')(diagonal(x)), -2));
}

/** Computes an orthogonal matrix from any matrix. @internal */
export class OrthogonalMap extends Module {
  readonly shape: readonly number[];
  /** The orthogonal matrix that the map starts from. */
  declare base: Tensor | null;

  constructor(
    weight: Tensor,
    readonly map: OrthogonalMapName,
    readonly useTrivialization: boolean,
  ) {
    super();
    if (weight.dtype.isComplex && map === 'householder') {
      throw valueError('The householder parametrization does not support complex tensors.');
    }
    this.shape = [...weight.shape];
    if (useTrivialization) this.registerBuffer('base', null);
  }

  override forward(x: Tensor): Tensor {
    const wide = rows(x) < columns(x);
    const tall = wide ? transpose(x) : x;
    let q = this.map === 'householder' ? this.householder(tall) : this.exponential(tall);
    if (this.useTrivialization) q = aten('matmul')(this.base as Tensor, q);
    return wide ? transpose(q) : q;
  }

  /** By a skew-symmetric matrix. */
  private exponential(tall: Tensor): Tensor {
    const [n, k] = [rows(tall), columns(tall)];
    let x = aten('tril')(tall);
    if (n !== k) {
      const zeros = aten('new_zeros')(x, [n, n - k]);
      x = aten('cat')([x, aten('expand')(zeros, [...x.shape.slice(0, -2), -1, -1])], -1);
    }
    const a = aten('sub')(x, adjoint(x));
    const q = this.map === 'matrix_exp' ? aten('linalg_matrix_exp')(a) : this.cayley(a, n);
    return n === k ? q : aten('narrow')(q, -1, 0, k);
  }

  private cayley(a: Tensor, n: number): Tensor {
    const identity = aten('eye')(n, like(a));
    return aten('linalg_solve')(aten('add')(identity, a, { alpha: -0.5 }), aten('add')(identity, a, { alpha: 0.5 }));
  }

  private householder(tall: Tensor): Tensor {
    const a = aten('tril')(tall, -1);
    const squares = aten('sum')(aten('mul')(a, a), [-2]);
    const tau = aten('mul')(aten('reciprocal')(aten('add')(squares, 1)), 2);
    const q = aten('linalg_householder_product')(a, tau);
    // The diagonal holds signs, which are not learned.
    const signs = aten('trunc')(aten('detach')(diagonal(tall)));
    return aten('mul')(q, aten('unsqueeze')(signs, -2));
  }

  rightInverse(value: Tensor): Tensor {
    if (value.shape.join() !== this.shape.join()) {
      throw valueError(
        `Expected a matrix or batch of matrices of shape [${this.shape.join(', ')}]. ` +
          `Got a tensor of shape [${value.shape.join(', ')}].`,
      );
    }
    return withoutGrad(() => {
      const wide = rows(value) < columns(value);
      const tall = wide ? transpose(value) : value;
      if (this.useTrivialization) return this.startFrom(tall, value);
      const reflectors = this.reflectors(tall);
      return wide ? transpose(reflectors) : reflectors;
    });
  }

  private reflectors(tall: Tensor): Tensor {
    if (this.map !== 'householder') {
      throw runtimeError(
        'It is not possible to assign to the matrix exponential or the Cayley parametrizations ' +
          'when `useTrivialization` is false.',
        { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
      );
    }
    const [a, tau] = atenMany('geqrf')(tall) as [Tensor, Tensor];
    const signs = aten('sign_')(diagonal(a));
    aten('copy_')(signs, aten('where')(aten('eq')(tau, 0), aten('neg')(signs), signs));
    return a;
  }

  /** The map's argument is -1 from then on, which stands for the base itself. */
  private startFrom(tall: Tensor, value: Tensor): Tensor {
    const [n, k] = [rows(tall), columns(tall)];
    if (n === k) {
      this.base = isOrthogonal(tall) ? aten('clone')(tall) : makeOrthogonal(tall);
    } else {
      const more = aten('randn')([...tall.shape.slice(0, -2), n, n - k], like(tall));
      this.base = makeOrthogonal(aten('cat')([tall, more], -1));
    }
    const start = aten('zeros_like')(value);
    aten('fill_')(diagonal(start), -1);
    return start;
  }

  override displayName(): string {
    return '_Orthogonal';
  }
}
