// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import type { Layout } from '../../tensor/layout';
import type { Int } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::fft_fft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_fft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fft.html
 */
export const fft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_fft');

/**
 * `aten::fft_fft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_fft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fft2.html
 */
export const fft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_fft2');

/**
 * `aten::fft_fftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::fft_fftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftfreq.html
 */
export const fftfreq: {
  (n: Int, d?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; d?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options: { d?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, d: number | undefined, options: { out: Tensor }): Tensor;
  (options: { n: Int; d?: number; out: Tensor }): Tensor;
  (n: Int, options: { d?: number; out: Tensor }): Tensor;
} = asFunction('aten::fft_fftfreq');

/**
 * `aten::fft_fftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_fftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftn.html
 */
export const fftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_fftn');

/**
 * `aten::fft_fftshift(Tensor self, int[1]? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftshift.html
 */
export const fftshift: {
  (input: Tensor, dim?: Int | readonly Int[] | null): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null }): Tensor;
} = asFunction('aten::fft_fftshift');

/**
 * `aten::fft_hfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_hfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfft.html
 */
export const hfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_hfft');

/**
 * `aten::fft_hfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_hfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfft2.html
 */
export const hfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_hfft2');

/**
 * `aten::fft_hfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_hfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfftn.html
 */
export const hfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_hfftn');

/**
 * `aten::fft_ifft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_ifft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifft.html
 */
export const ifft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ifft');

/**
 * `aten::fft_ifft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_ifft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifft2.html
 */
export const ifft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ifft2');

/**
 * `aten::fft_ifftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_ifftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifftn.html
 */
export const ifftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ifftn');

/**
 * `aten::fft_ifftshift(Tensor self, int[1]? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifftshift.html
 */
export const ifftshift: {
  (input: Tensor, dim?: Int | readonly Int[] | null): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null }): Tensor;
} = asFunction('aten::fft_ifftshift');

/**
 * `aten::fft_ihfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_ihfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfft.html
 */
export const ihfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ihfft');

/**
 * `aten::fft_ihfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_ihfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfft2.html
 */
export const ihfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ihfft2');

/**
 * `aten::fft_ihfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_ihfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfftn.html
 */
export const ihfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_ihfftn');

/**
 * `aten::fft_irfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_irfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfft.html
 */
export const irfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_irfft');

/**
 * `aten::fft_irfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_irfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfft2.html
 */
export const irfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_irfft2');

/**
 * `aten::fft_irfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_irfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfftn.html
 */
export const irfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_irfftn');

/**
 * `aten::fft_rfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 * `aten::fft_rfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfft.html
 */
export const rfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null }): Tensor;
  (input: Tensor, n: Int | null | undefined, dim: Int | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int | null; dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, options: { dim?: Int; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_rfft');

/**
 * `aten::fft_rfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 * `aten::fft_rfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfft2.html
 */
export const rfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[]; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_rfft2');

/**
 * `aten::fft_rfftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::fft_rfftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfftfreq.html
 */
export const rfftfreq: {
  (n: Int, d?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; d?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options: { d?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, d: number | undefined, options: { out: Tensor }): Tensor;
  (options: { n: Int; d?: number; out: Tensor }): Tensor;
  (n: Int, options: { d?: number; out: Tensor }): Tensor;
} = asFunction('aten::fft_rfftfreq');

/**
 * `aten::fft_rfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 * `aten::fft_rfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfftn.html
 */
export const rfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null | undefined, dim: Int | readonly Int[] | null | undefined, norm: string | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { s?: Int | readonly Int[] | null; dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: { dim?: Int | readonly Int[] | null; norm?: string | null; out: Tensor }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: { norm?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::fft_rfftn');

