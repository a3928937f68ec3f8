/** `torch.lobpcg`: some eigenpairs of large symmetric matrices. */
import { bool, callback, choice, float, int, nullable, record } from '../../arguments/fields';
import { readArguments, readOptions } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { Function as CustomFunction, type FunctionContext } from '../../autograd/function';
import { typeError, valueError } from '../../errors';
import { randn, stack } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { tensor } from '../../tensor/arguments';
import { type DType, float32, float64 } from '../../tensor/dtype';
import { strided } from '../../tensor/layout';
import { eigenBackward } from './backward';
import { Lobpcg, type LobpcgSettings, type LobpcgState } from './solver';

export type { LobpcgState };

/** How `method: 'ortho'` makes new directions orthogonal. */
export interface OrthoParameters {
  /** How often they are made orthogonal to those that are there. @defaultValue 3 */
  readonly orthoIMax?: number;
  /** How often they are made orthogonal among themselves. @defaultValue 3 */
  readonly orthoJMax?: number;
  /** The error at which they are orthogonal. @defaultValue `tol` */
  readonly orthoTol?: number;
  /** What adds less is left out at first. @defaultValue `tol` */
  readonly orthoTolDrop?: number;
  /** What adds less is left out, or lifted to it, later. @defaultValue `tol` */
  readonly orthoTolReplace?: number;
  /** Leave out directions that add little. @defaultValue false */
  readonly orthoUseDrop?: boolean;
}

/** What {@link lobpcg} takes. */
export interface LobpcgOptions {
  /** How many eigenpairs are wanted. @defaultValue null, for as many as X has columns, or 1 */
  readonly k?: number | null;
  /** The other matrix of a generalized problem, A·x = B·x·λ. @defaultValue null, for the identity */
  readonly B?: Tensor | null;
  /** The eigenvectors to begin with: `[*, m, n]`. @defaultValue null, for random ones */
  readonly X?: Tensor | null;
  /** How many random vectors it begins with. @defaultValue null, for `k` */
  readonly n?: number | null;
  /** A preconditioner: `[m, m]`. @defaultValue null, for none */
  readonly iK?: Tensor | null;
  /** The most iterations; -1 for as many as it takes. @defaultValue null, for 1000 */
  readonly niter?: number | null;
  /** The relative residual at which a pair has converged. @defaultValue null, for the root of the dtype's precision */
  readonly tol?: number | null;
  /** The largest eigenvalues, or the smallest. @defaultValue null, for true */
  readonly largest?: boolean | null;
  /** The robust method, or the one with fewer products. @defaultValue null, for 'ortho' */
  readonly method?: 'basic' | 'ortho' | null;
  /** Called after each step. @defaultValue null */
  readonly tracker?: ((state: LobpcgState) => unknown) | null;
  /** Integers of the method `ortho`. @defaultValue null */
  readonly orthoIparams?: Pick<OrthoParameters, 'orthoIMax' | 'orthoJMax'> | null;
  /** Tolerances of the method `ortho`. @defaultValue null */
  readonly orthoFparams?: Pick<OrthoParameters, 'orthoTol' | 'orthoTolDrop' | 'orthoTolReplace'> | null;
  /** Switches of the method `ortho`. @defaultValue null */
  readonly orthoBparams?: Pick<OrthoParameters, 'orthoUseDrop'> | null;
}

const matrix = nullable(tensor());
const FIELDS = {
  ...{ A: tensor(), k: nullable(int()), B: matrix, X: matrix, n: nullable(int()), iK: matrix, niter: nullable(int()) },
  ...{ tol: nullable(float()), largest: nullable(bool(), true), method: nullable(choice(['basic', 'ortho'])) },
  tracker: nullable(callback<(state: LobpcgState) => unknown>()),
  ...{ orthoIparams: nullable(record()), orthoFparams: nullable(record()), orthoBparams: nullable(record()) },
};
type Read = ReturnType<typeof readArguments<typeof FIELDS>>;

const INTEGERS = { orthoIMax: int(3), orthoJMax: int(3) };
const SWITCHES = { orthoUseDrop: bool(false) };

/** The smallest number that changes 1, about: of each dtype as Python takes it. */
const PRECISION: readonly (readonly [DType, number])[] = [
  [float32, 1.2e-7],
  [float64, 2.23e-16],
];

const list = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

function settingsOf(read: Read, dtype: DType, k: number): LobpcgSettings {
  const precision = PRECISION.find(([one]) => one === dtype)?.[1];
  if (precision === undefined) throw typeError(`lobpcg: expected float32 or float64, got ${String(dtype)}`);
  const tol = read.tol ?? precision ** 0.5;
  const tolerances = { orthoTol: float(tol), orthoTolDrop: float(tol), orthoTolReplace: float(tol) };
  return {
    ...{ k, tol, niter: read.niter ?? 1000, largest: read.largest ?? true, method: read.method ?? 'ortho' },
    tracker: read.tracker,
    ...readOptions('orthoIparams', INTEGERS, read.orthoIparams ?? {}),
    ...readOptions('orthoFparams', tolerances, read.orthoFparams ?? {}),
    ...readOptions('orthoBparams', SWITCHES, read.orthoBparams ?? {}),
  };
}

/** The eigenpairs of one matrix, or of each of a batch. */
function solve(read: Read, A: Tensor, B: Tensor | null): [Tensor, Tensor] {
  const { X } = read;
  const [m, other] = [A.shape.at(-1) as number, A.shape.at(-2)];
  if (A.ndim < 2 || m !== other) throw valueError(`A must be square, got shape ${list(A.shape)}`);
  if (B && list(B.shape) !== list(A.shape)) {
    throw valueError(`A and B must have same shape, got ${list(A.shape)} vs ${list(B.shape)}`);
  }
  const k = read.k ?? X?.shape.at(-1) ?? 1;
  const n = X ? (X.shape.at(-1) as number) : (read.n ?? k);
  if (m < 3 * n) {
    throw valueError(
      `LOBPCG algorithm is not applicable when the number of A rows (=${m}) is smaller than 3 x the number of requested ` +
        `eigenpairs (=${n})`,
    );
  }
  const dtype = A.dtype.isFloatingPoint ? A.dtype : float32;
  const settings = settingsOf(read, dtype, k);
  const one = (a: Tensor, b: Tensor | null, x: Tensor | null): [Tensor, Tensor] => {
    const start = x ?? randn([m, n], { dtype, device: a.device });
    if (list(start.shape) !== list([m, n])) {
      throw valueError(`X shape mismatch: got ${list(start.shape)}, expected ${list([m, n])}`);
    }
    const worker = new Lobpcg(a, b, start, read.iK, settings);
    worker.run();
    return [worker.E.narrow(0, 0, k), worker.X.narrow(1, 0, k)];
  };
  if (A.ndim === 2) return one(A, B, X);
  const outer = A.shape.slice(0, -2);
  const flat = (x: Tensor | null, i: number): Tensor | null => x && x.reshape([-1, ...x.shape.slice(-2)]).select(0, i);
  const pairs = Array.from({ length: outer.reduce((a, b) => a * b, 1) }, (_, i) =>
    one(flat(A, i) as Tensor, flat(B, i), flat(X, i)),
  );
  const joined = ([0, 1] as const).map((part) => stack(pairs.map((pair) => pair[part])));
  return [(joined[0] as Tensor).reshape([...outer, k]), (joined[1] as Tensor).reshape([...outer, m, k])];
}

const contiguous = (x: Tensor | null): Tensor | null => (x && x.layout === strided ? x.contiguous() : x);

type Context = FunctionContext & { largest?: boolean };

/** The eigenpairs with their gradient. */
class Eigenpairs extends CustomFunction {
  static forward(context: FunctionContext, A: Tensor, B: Tensor | null, read: Read): [Tensor, Tensor] {
    const a = contiguous(A) as Tensor;
    const [values, vectors] = solve(read, a, contiguous(B));
    context.saveForBackward(a, B, values, vectors);
    (context as Context).largest = read.largest ?? true;
    return [values, vectors];
  }

  static backward(context: FunctionContext, dGrad: Tensor | null, uGrad: Tensor | null): (Tensor | null)[] {
    const [a, b, d, u] = context.savedTensors as [Tensor, Tensor | null, Tensor, Tensor];
    const fail = (what: string): never => {
      throw valueError(`lobpcg.backward does not support ${what} yet.`);
    };
    if (a.layout !== strided) fail('sparse input');
    if (b) fail('backward with B != I');
    return [eigenBackward([dGrad, uGrad], [a, d, u], (context as Context).largest ?? true), null, null];
  }
}

type Rest = Mixed<
  [
    k?: number | null,
    B?: Tensor | null,
    X?: Tensor | null,
    n?: number | null,
    iK?: Tensor | null,
    niter?: number | null,
    tol?: number | null,
    largest?: boolean | null,
    method?: 'basic' | 'ortho' | null,
  ],
  LobpcgOptions
>;

/**
 * The largest or smallest eigenvalues of a symmetric positive definite matrix, and their eigenvectors, by products with the matrix
 * only: for matrices too large for `linalg.eigh`. Gradients with respect to A are there for dense matrices without B.
 *
 * @param A - `[*, m, m]`, dense, or one sparse matrix by coordinates.
 * @returns Eigenvalues `[*, k]` and eigenvectors `[*, m, k]`.
 * @throws TorchValueError where A has fewer than three times as many rows as vectors are searched.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lobpcg.html
 * @example
 * const a = torch.diag(torch.arange(1, 10).to(torch.float32));
 * const [values] = torch.lobpcg(a, 2);
 * values.round().tolist(); // [9, 8]
 */
export function lobpcg(A: Tensor, ...rest: Rest): [eigenvalues: Tensor, eigenvectors: Tensor] {
  const read = readArguments('lobpcg', FIELDS, [A, ...rest]);
  const { A: a, B: b } = read;
  if (!a.requiresGrad && !b?.requiresGrad) return solve(read, a, b);
  // So that the gradient is symmetric, too.
  const symmetric = (x: Tensor): Tensor => x.add(x.mT).div(2);
  return Eigenpairs.apply(symmetric(a), b && symmetric(b), read);
}
