import { runtimeError, valueError } from '../../errors';
import { cat, eye, flip, matmul, zeros } from '../../ops/generated/functions';
import { cholesky, eigh, qr, solveTriangular } from '../../ops/generated/linalg';
import type { Tensor } from '../../ops/tensor-methods';
import { sparseCoo } from '../../tensor/layout';
import { mm } from '../functions';

/** What the iteration is told. */
export interface LobpcgSettings {
  /** How many eigenpairs are wanted. */
  readonly k: number;
  /** The most iterations; -1 for as many as it takes. */
  readonly niter: number;
  /** The residual at which a pair has converged, relative to the norms. */
  readonly tol: number;
  readonly largest: boolean;
  readonly method: 'basic' | 'ortho';
  /** How often the new directions are made orthogonal to the others, and among themselves. */
  readonly orthoIMax: number;
  readonly orthoJMax: number;
  readonly orthoTol: number;
  readonly orthoTolDrop: number;
  readonly orthoTolReplace: number;
  /** Leave out directions that add little. */
  readonly orthoUseDrop: boolean;
  /** Called after each step with the state. */
  readonly tracker: ((state: LobpcgState) => unknown) | null;
}

/** What a tracker sees. The tensors change with the next step. */
export interface LobpcgState {
  /** The step, from 1. */
  readonly istep: number;
  /** The eigenvalues so far. */
  readonly E: Tensor;
  /** The eigenvectors so far. */
  readonly X: Tensor;
  /** What is left over: A·X − B·X·E. */
  readonly R: Tensor;
  /** How many pairs have converged. */
  readonly convergedCount: number;
  /** The relative residuals of all pairs. */
  readonly rerr: Tensor;
  /** Ends the iteration when set to true. */
  forceStop: boolean;
}

type Matrix = Tensor | null;

/** A product with the identity where there is no matrix. */
const times = (a: Matrix, b: Tensor): Tensor => (a === null ? b : a.layout === sparseCoo ? mm(a, b) : matmul(a, b));
const columns = (x: Tensor, from: number, to: number): Tensor => x.narrow(1, from, to - from);
const quadratic = (a: Matrix, s: Tensor): Tensor => matmul(s.mT, times(a, s));
const normOf = (x: Tensor): number => Number(x.norm().item());

function eigenpairs(a: Tensor, largest: boolean): [values: Tensor, vectors: Tensor] {
  const [values, vectors] = eigh(a, 'U');
  return largest ? [flip(values, [-1]), flip(vectors, [-1])] : [values, vectors];
}

/** Locally optimal block preconditioned conjugate gradients, for one matrix. */
export class Lobpcg implements LobpcgState {
  E: Tensor;
  R: Tensor;
  rerr: Tensor;
  istep = 0;
  convergedCount = 0;
  forceStop = false;
  /** The directions that are searched: those found, the former step, the residuals. */
  #s: Tensor;
  #left: number;
  readonly #n: number;
  readonly #norms: readonly [a: number, b: number];

  constructor(
    readonly A: Tensor,
    readonly B: Matrix,
    public X: Tensor,
    readonly iK: Matrix,
    private readonly settings: LobpcgSettings,
  ) {
    const { dtype, device } = X;
    this.#n = X.shape[1] as number;
    this.E = zeros([this.#n], { dtype, device });
    [this.R, this.rerr, this.#s] = [X, this.E, X];
    this.#left = settings.niter;
    const scale = 1 / normOf(X);
    this.#norms = [normOf(times(A, X)) * scale, normOf(times(B, X)) * scale];
  }

  run(): void {
    do {
      if (this.istep === 0) this.#begin();
      else this.#step();
      this.#left--;
      this.istep++;
      this.settings.tracker?.(this);
    } while (!this.forceStop && this.#left !== 0 && this.convergedCount < this.settings.k);
  }

  #begin(): void {
    const { X, settings } = this;
    const transform = this.#rayleighRitz(X);
    const [values, vectors] = eigenpairs(quadratic(quadratic(this.A, X), transform), settings.largest);
    this.X = matmul(X, matmul(transform, vectors));
    // The orthogonal method has the values from its first step on.
    if (settings.method === 'basic') this.E = values;
    this.#measure();
    const w = settings.method === 'basic' ? times(this.iK, this.R) : this.#orthogonal(this.R, this.X);
    this.#s = cat([this.X, w], 1);
  }

  #step(): void {
    const isBasic = this.settings.method === 'basic';
    const [nc, n] = [this.convergedCount, this.#n];
    const s = columns(this.#s, nc, this.#s.shape[1] as number);
    const [values, z, p] = isBasic ? this.#basic(s, n, nc) : this.#ortho(s, n, nc);
    this.X = cat([columns(this.X, 0, nc), z], 1);
    this.E = cat([this.E.narrow(0, 0, nc), values.narrow(0, 0, n - nc)], 0);
    this.#measure();
    const found = cat([this.X, p], 1);
    const rest = columns(this.R, this.convergedCount, n);
    this.#s = cat([found, isBasic ? times(this.iK, rest) : this.#orthogonal(rest, found)], 1);
  }

  #basic(s: Tensor, n: number, nc: number): [Tensor, Tensor, Tensor] {
    const transform = this.#rayleighRitz(s);
    const [values, z] = eigenpairs(quadratic(quadratic(this.A, s), transform), this.settings.largest);
    const part = (from: number, to: number): Tensor => matmul(s, matmul(transform, columns(z, from, to)));
    return [values, part(0, n - nc), part(n, Math.min(2 * n - nc, z.shape[1] as number))];
  }

  #ortho(s: Tensor, n: number, nc: number): [Tensor, Tensor, Tensor] {
    const [values, z] = eigenpairs(quadratic(this.A, s), this.settings.largest);
    const [first, rest] = [columns(z, 0, n - nc), columns(z, n - nc, z.shape[1] as number)];
    const [basis] = qr(rest.narrow(0, 0, n - nc).mT) as unknown as [Tensor];
    return [values, matmul(s, first), matmul(s, matmul(rest, basis))];
  }

  /** The residual, and how many of the first pairs have converged. */
  #measure(): void {
    const { X, E } = this;
    this.R = times(this.A, X).sub(times(this.B, X).mul(E));
    const [a, b] = this.#norms;
    const scale = X.norm(2, [0]).mul(E.abs().mul(b).add(a));
    this.rerr = this.R.norm(2, [0]).div(scale);
    const small = this.rerr.lt(this.settings.tol).tolist<boolean[]>();
    const first = small.indexOf(false);
    const count = first < 0 ? small.length : first;
    if (count < this.convergedCount) {
      throw runtimeError(
        `the number of converged eigenpairs (was ${this.convergedCount}, got ${count}) cannot decrease`,
      );
    }
    this.convergedCount = count;
  }

  /** The matrix that makes the basis B-orthonormal. */
  #rayleighRitz(s: Tensor): Tensor {
    const sbs = quadratic(this.B, s);
    const row = sbs.diagonal(0, -2, -1).pow(-0.5);
    const r = cholesky(sbs.mul(row).mul(row.reshape([-1, 1])), { upper: true });
    return solveTriangular(r, row.diagEmbed(), { upper: true, left: false });
  }

  /** B-orthonormal columns that span about the same; those that add less than `tau` are dropped or lifted. */
  #svqb(given: Tensor, drop: boolean, tau: number): Tensor {
    if (given.numel() === 0) return given;
    let [u, d] = [given, quadratic(this.B, given).diagonal(0, -2, -1)];
    const used = d.ne(0).nonzero().reshape([-1]);
    if (used.numel() < d.numel()) {
      u = u.indexSelect(1, used);
      if (u.numel() === 0) return u;
      d = quadratic(this.B, u).diagonal(0, -2, -1);
    }
    let column = d.pow(-0.5).reshape([-1, 1]);
    let [e, z] = eigenpairs(quadratic(this.B, u).mul(column).mul(column.mT), false);
    const least = Number(e.abs().max().item()) * tau;
    if (drop) {
      const kept = e.gt(least).nonzero().reshape([-1]);
      [e, z, column] = [e.indexSelect(0, kept), z.indexSelect(1, kept), column.indexSelect(0, kept)];
    } else e = e.clampMin(least);
    return matmul(u.mul(column.mT), z.mul(e.pow(-0.5)));
  }

  /** B-orthonormal columns that are B-orthogonal to `v`; fewer, or none, where the given ones depend on it. */
  #orthogonal(given: Tensor, v: Tensor): Tensor {
    const { orthoIMax, orthoTol } = this.settings;
    const bv = normOf(times(this.B, v));
    let [u, vbu] = [given, matmul(v.mT, times(this.B, given))];
    for (let i = 0; i < orthoIMax; i++) {
      u = this.#orthonormal(u.sub(matmul(v, vbu)));
      if (u.numel() === 0) return u;
      vbu = matmul(v.mT, times(this.B, u));
      if (normOf(vbu) / (bv * normOf(u)) < orthoTol) break;
      const [rows, wide] = [u.shape[0] as number, (u.shape[1] as number) + (v.shape[1] as number)];
      if (rows < wide) {
        throw valueError(
          `Overdetermined shape of U: #B-cols(=${rows}) >= #U-cols(=${u.shape[1]}) + #V-cols(=${v.shape[1]}) must hold`,
        );
      }
    }
    return u;
  }

  #orthonormal(given: Tensor): Tensor {
    const { orthoJMax, orthoTol, orthoTolDrop, orthoTolReplace, orthoUseDrop } = this.settings;
    let u = given;
    for (let j = 0; j < orthoJMax; j++) {
      const isFirst = j === 0;
      u = this.#svqb(u, orthoUseDrop && !isFirst, orthoUseDrop && isFirst ? orthoTolDrop : orthoTolReplace);
      if (u.numel() === 0) return u;
      const bu = times(this.B, u);
      const ubu = matmul(u.mT, bu);
      const { dtype, device } = ubu;
      const error = normOf(ubu.sub(eye(ubu.shape[1] as number, { dtype, device })));
      if (error / (normOf(bu) * normOf(u)) < orthoTol) break;
    }
    return u;
  }
}
