// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import type { Layout } from '../../tensor/layout';
import type { Int } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::fft_fft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fft.html
 */
export const fft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_fft');

/**
 * `aten::fft_fft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fft2.html
 */
export const fft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_fft2');

/**
 * `aten::fft_fftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::fft_fftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftfreq.html
 */
export const fftfreq: {
  (n: Int, d?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The length of the signal. */
    n: Int;
    /** The time between samples. */
    d?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, options: {
    /** The time between samples. */
    d?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, d: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The length of the signal. */
    n: Int;
    /** The time between samples. */
    d?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (n: Int, options: {
    /** The time between samples. */
    d?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::fft_fftfreq');

/**
 * `aten::fft_fftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftn.html
 */
export const fftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_fftn');

/**
 * `aten::fft_fftshift(Tensor self, int[1]? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.fftshift.html
 */
export const fftshift: {
  (input: Tensor, dim?: Int | readonly Int[] | null): Tensor;
  (input: Tensor, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
  }): Tensor;
} = asFunction('aten::fft_fftshift');

/**
 * `aten::fft_hfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfft.html
 */
export const hfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_hfft');

/**
 * `aten::fft_hfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfft2.html
 */
export const hfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_hfft2');

/**
 * `aten::fft_hfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.hfftn.html
 */
export const hfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_hfftn');

/**
 * `aten::fft_ifft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifft.html
 */
export const ifft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ifft');

/**
 * `aten::fft_ifft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifft2.html
 */
export const ifft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ifft2');

/**
 * `aten::fft_ifftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifftn.html
 */
export const ifftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ifftn');

/**
 * `aten::fft_ifftshift(Tensor self, int[1]? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ifftshift.html
 */
export const ifftshift: {
  (input: Tensor, dim?: Int | readonly Int[] | null): Tensor;
  (input: Tensor, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
  }): Tensor;
} = asFunction('aten::fft_ifftshift');

/**
 * `aten::fft_ihfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfft.html
 */
export const ihfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ihfft');

/**
 * `aten::fft_ihfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfft2.html
 */
export const ihfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ihfft2');

/**
 * `aten::fft_ihfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.ihfftn.html
 */
export const ihfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_ihfftn');

/**
 * `aten::fft_irfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfft.html
 */
export const irfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_irfft');

/**
 * `aten::fft_irfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfft2.html
 */
export const irfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_irfft2');

/**
 * `aten::fft_irfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.irfftn.html
 */
export const irfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_irfftn');

/**
 * `aten::fft_rfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfft.html
 */
export const rfft: {
  (input: Tensor, n?: Int | null, dim?: Int, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The length to which the signal is cut or padded with zeros. */
    n?: Int | null;
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, options: {
    /** The dimensions to transform. */
    dim?: Int;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int | null, dim: Int, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_rfft');

/**
 * `aten::fft_rfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfft2.html
 */
export const rfft2: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[], norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[];
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[], options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_rfft2');

/**
 * `aten::fft_rfftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::fft_rfftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfftfreq.html
 */
export const rfftfreq: {
  (n: Int, d?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The length of the signal. */
    n: Int;
    /** The time between samples. */
    d?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, options: {
    /** The time between samples. */
    d?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, d: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The length of the signal. */
    n: Int;
    /** The time between samples. */
    d?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (n: Int, options: {
    /** The time between samples. */
    d?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::fft_rfftfreq');

/**
 * `aten::fft_rfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fft.rfftn.html
 */
export const rfftn: {
  (input: Tensor, s?: Int | readonly Int[] | null, dim?: Int | readonly Int[] | null, norm?: string | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The sizes to which the dimensions are cut or padded with zeros. */
    s?: Int | readonly Int[] | null;
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, options: {
    /** The dimensions to transform. */
    dim?: Int | readonly Int[] | null;
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, s: Int | readonly Int[] | null, dim: Int | readonly Int[] | null, options: {
    /** How results are scaled: `'backward'`, `'ortho'` or `'forward'`. */
    norm?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fft_rfftn');

