// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::special_airy_ai(Tensor x) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.airy_ai
 */
export const airyAi: {
  (x: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_airy_ai');

/**
 * `aten::special_bessel_j0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.bessel_j0
 */
export const besselJ0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_bessel_j0');

/**
 * `aten::special_bessel_j1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.bessel_j1
 */
export const besselJ1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_bessel_j1');

/**
 * `aten::special_bessel_y0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.bessel_y0
 */
export const besselY0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_bessel_y0');

/**
 * `aten::special_bessel_y1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.bessel_y1
 */
export const besselY1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_bessel_y1');

/**
 * `aten::special_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_t.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.chebyshev_polynomial_t
 */
export const chebyshevPolynomialT: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_chebyshev_polynomial_t');

/**
 * `aten::special_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_u.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.chebyshev_polynomial_u
 */
export const chebyshevPolynomialU: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_chebyshev_polynomial_u');

/**
 * `aten::special_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_v.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.chebyshev_polynomial_v
 */
export const chebyshevPolynomialV: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_chebyshev_polynomial_v');

/**
 * `aten::special_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_chebyshev_polynomial_w.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.chebyshev_polynomial_w
 */
export const chebyshevPolynomialW: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_chebyshev_polynomial_w');

/**
 * `aten::special_digamma(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.digamma
 */
export const digamma: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_digamma');

/**
 * `aten::special_entr(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.entr
 */
export const entr: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_entr');

/**
 * `aten::special_erf(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.erf
 */
export const erf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_erf');

/**
 * `aten::special_erfc(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.erfc
 */
export const erfc: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_erfc');

/**
 * `aten::special_erfcx(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.erfcx
 */
export const erfcx: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_erfcx');

/**
 * `aten::special_erfinv(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.erfinv
 */
export const erfinv: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_erfinv');

/**
 * `aten::special_exp2(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.exp2
 */
export const exp2: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_exp2');

/**
 * `aten::special_expit(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.expit
 */
export const expit: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_expit');

/**
 * `aten::special_expm1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.expm1
 */
export const expm1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_expm1');

/**
 * `aten::special_gammainc(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.gammainc
 */
export const gammainc: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_gammainc');

/**
 * `aten::special_gammaincc(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.gammaincc
 */
export const gammaincc: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_gammaincc');

/**
 * `aten::special_gammaln(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.gammaln
 */
export const gammaln: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_gammaln');

/**
 * `aten::special_hermite_polynomial_h(Tensor x, Tensor n) -> Tensor`
 * `aten::special_hermite_polynomial_h.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_hermite_polynomial_h.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.hermite_polynomial_h
 */
export const hermitePolynomialH: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_hermite_polynomial_h');

/**
 * `aten::special_hermite_polynomial_he(Tensor x, Tensor n) -> Tensor`
 * `aten::special_hermite_polynomial_he.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_hermite_polynomial_he.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.hermite_polynomial_he
 */
export const hermitePolynomialHe: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_hermite_polynomial_he');

/**
 * `aten::special_i0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.i0
 */
export const i0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_i0');

/**
 * `aten::special_i0e(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.i0e
 */
export const i0e: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_i0e');

/**
 * `aten::special_i1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.i1
 */
export const i1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_i1');

/**
 * `aten::special_i1e(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.i1e
 */
export const i1e: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_i1e');

/**
 * `aten::special_laguerre_polynomial_l(Tensor x, Tensor n) -> Tensor`
 * `aten::special_laguerre_polynomial_l.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_laguerre_polynomial_l.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.laguerre_polynomial_l
 */
export const laguerrePolynomialL: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_laguerre_polynomial_l');

/**
 * `aten::special_legendre_polynomial_p(Tensor x, Tensor n) -> Tensor`
 * `aten::special_legendre_polynomial_p.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_legendre_polynomial_p.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.legendre_polynomial_p
 */
export const legendrePolynomialP: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_legendre_polynomial_p');

/**
 * `aten::special_log1p(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.log1p
 */
export const log1p: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_log1p');

/**
 * `aten::special_log_ndtr(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.log_ndtr
 */
export const logNdtr: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_log_ndtr');

/**
 * `aten::special_log_softmax(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.log_softmax
 */
export const logSoftmax: {
  (input: Tensor, dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
} = asFunction('aten::special_log_softmax');

/**
 * `aten::special_logit(Tensor self, float? eps=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.logit
 */
export const logit: {
  (input: Tensor, eps?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Inputs are clamped to [eps, 1 − eps]. Default: no clamping. */
    eps?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_logit');

/**
 * `aten::special_logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.logsumexp
 */
export const logsumexp: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_logsumexp');

/**
 * `aten::special_modified_bessel_i0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.modified_bessel_i0
 */
export const modifiedBesselI0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_modified_bessel_i0');

/**
 * `aten::special_modified_bessel_i1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.modified_bessel_i1
 */
export const modifiedBesselI1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_modified_bessel_i1');

/**
 * `aten::special_modified_bessel_k0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.modified_bessel_k0
 */
export const modifiedBesselK0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_modified_bessel_k0');

/**
 * `aten::special_modified_bessel_k1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.modified_bessel_k1
 */
export const modifiedBesselK1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_modified_bessel_k1');

/**
 * `aten::special_multigammaln(Tensor self, int p) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.multigammaln
 */
export const multigammaln: {
  (input: Tensor, p: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the function. */
    p: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_multigammaln');

/**
 * `aten::special_ndtr(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.ndtr
 */
export const ndtr: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_ndtr');

/**
 * `aten::special_ndtri(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.ndtri
 */
export const ndtri: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_ndtri');

/**
 * `aten::special_polygamma(int n, Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.polygamma
 */
export const polygamma: {
  (n: Int, input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_polygamma');

/**
 * `aten::special_psi(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.psi
 */
export const psi: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_psi');

/**
 * `aten::special_round(Tensor self, *, int decimals=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.round
 */
export const round: {
  (input: Tensor, options?: {
    /** The number of digits after the point. */
    decimals?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_round');

/**
 * `aten::special_scaled_modified_bessel_k0(Tensor x) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.scaled_modified_bessel_k0
 */
export const scaledModifiedBesselK0: {
  (x: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_scaled_modified_bessel_k0');

/**
 * `aten::special_scaled_modified_bessel_k1(Tensor x) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.scaled_modified_bessel_k1
 */
export const scaledModifiedBesselK1: {
  (x: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_scaled_modified_bessel_k1');

/**
 * `aten::special_shifted_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_t.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.shifted_chebyshev_polynomial_t
 */
export const shiftedChebyshevPolynomialT: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_shifted_chebyshev_polynomial_t');

/**
 * `aten::special_shifted_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_u.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.shifted_chebyshev_polynomial_u
 */
export const shiftedChebyshevPolynomialU: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_shifted_chebyshev_polynomial_u');

/**
 * `aten::special_shifted_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_v.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.shifted_chebyshev_polynomial_v
 */
export const shiftedChebyshevPolynomialV: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_shifted_chebyshev_polynomial_v');

/**
 * `aten::special_shifted_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor`
 * `aten::special_shifted_chebyshev_polynomial_w.n_scalar(Tensor x, Scalar n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.shifted_chebyshev_polynomial_w
 */
export const shiftedChebyshevPolynomialW: {
  (x: Tensor, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Scalar, n: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, n: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The order of the function. */
    n: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_shifted_chebyshev_polynomial_w');

/**
 * `aten::special_sinc(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.sinc
 */
export const sinc: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_sinc');

/**
 * `aten::special_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.softmax
 */
export const softmax: {
  (input: Tensor, dim: Int, dtype?: DType | null): Tensor;
  (input: Tensor, options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
} = asFunction('aten::special_softmax');

/**
 * `aten::special_spherical_bessel_j0(Tensor x) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.spherical_bessel_j0
 */
export const sphericalBesselJ0: {
  (x: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_spherical_bessel_j0');

/**
 * `aten::special_xlog1py(Tensor self, Tensor other) -> Tensor`
 * `aten::special_xlog1py.self_scalar(Scalar self, Tensor other) -> Tensor`
 * `aten::special_xlog1py.other_scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.xlog1py
 */
export const xlog1py: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_xlog1py');

/**
 * `aten::special_xlogy(Tensor self, Tensor other) -> Tensor`
 * `aten::special_xlogy.self_scalar(Scalar self, Tensor other) -> Tensor`
 * `aten::special_xlogy.other_scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.xlogy
 */
export const xlogy: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_xlogy');

/**
 * `aten::special_zeta(Tensor self, Tensor other) -> Tensor`
 * `aten::special_zeta.self_scalar(Scalar self, Tensor other) -> Tensor`
 * `aten::special_zeta.other_scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/special.html#torch.special.zeta
 */
export const zeta: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::special_zeta');

