/** `torch.signal.windows`: the windows of signal processing, with the same bits as Python's. */
import { any, bool, float, int, keyword, nullable, type Values, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { tensor } from '../ops/creation';
import { arange, empty, linspace, minimum, ones } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { FACTORY } from '../tensor/arguments';
import type { DeviceLike } from '../tensor/device';
import { type DType, float32, float64, getDefaultDtype } from '../tensor/dtype';
import { Layout, strided } from '../tensor/layout';

/** What every window takes. */
export interface WindowOptions {
  /** Symmetric, for the design of filters; false: periodic, for the analysis of spectra. @defaultValue true */
  readonly sym?: boolean;
  /** `torch.float32` or `torch.float64`. @defaultValue null, which means the default dtype */
  readonly dtype?: DType | null;
  /** `torch.strided` is the only one. @defaultValue torch.strided */
  readonly layout?: Layout;
  /** The device of the window. @defaultValue null, which means the default device */
  readonly device?: DeviceLike | null;
  /** Record operations on the window for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
}

export interface ExponentialOptions extends WindowOptions {
  /** Where the center of the window is. @defaultValue null: `M / 2` if `sym` is false, otherwise `(M - 1) / 2` */
  readonly center?: number | null;
  /** How slowly the window decays. @defaultValue 1 */
  readonly tau?: number;
}

export interface GaussianOptions extends WindowOptions {
  /** The standard deviation, in samples. @defaultValue 1 */
  readonly std?: number;
}

export interface KaiserOptions extends WindowOptions {
  /** The shape of the window: 0 is a rectangle. @defaultValue 12 */
  readonly beta?: number;
}

export interface GeneralCosineOptions extends WindowOptions {
  /** The coefficients of the cosines, at least one. */
  readonly a: Iterable<number>;
}

export interface GeneralHammingOptions extends WindowOptions {
  /** The coefficient of the constant; that of the cosine is `1 - alpha`. @defaultValue 0.54 */
  readonly alpha?: number;
}

const COMMON = {
  sym: keyword(bool(true)),
  dtype: keyword(FACTORY.dtype),
  layout: keyword(value<Layout>('a layout', (given) => given instanceof Layout, strided)),
  device: keyword(FACTORY.device),
  requiresGrad: keyword(bool(false)),
};
const PLAIN = { M: int(), ...COMMON };
const TABLES = {
  exponential: { M: int(), center: keyword(nullable(float())), tau: keyword(float(1)), ...COMMON },
  gaussian: { M: int(), std: keyword(float(1)), ...COMMON },
  kaiser: { M: int(), beta: keyword(float(12)), ...COMMON },
  generalCosine: { M: int(), a: keyword(any<Iterable<number>>()), ...COMMON },
  generalHamming: { M: int(), alpha: keyword(float(0.54)), ...COMMON },
};

/** The arguments of a window that have been read and checked. */
interface Request {
  readonly M: number;
  readonly sym: boolean;
  readonly factory: {
    readonly dtype: DType;
    readonly layout: Layout;
    readonly device: DeviceLike | null;
    readonly requiresGrad: boolean;
  };
}

/** Checks what all windows have in common; `name` is Python's, which the messages have. */
function checked(name: string, { M, sym, dtype: given, layout, device, requiresGrad }: Values<typeof PLAIN>): Request {
  const dtype = given ?? getDefaultDtype();
  if (M < 0) throw valueError(`${name} requires non-negative window length, got M=${M}`);
  if (layout !== strided) {
    throw valueError(`${name} is implemented for strided tensors only, got: ${layout.toString()}`);
  }
  if (dtype !== float32 && dtype !== float64) {
    throw valueError(`${name} expects float32 or float64 dtypes, got: ${dtype.toString()}`);
  }
  return { M, sym, factory: { dtype, layout, device, requiresGrad } };
}

const nothing = ({ factory }: Request): Tensor => empty([0], factory);

/** The number of points of a period: a periodic window leaves out the last one. */
const period = ({ M, sym }: Request): number => (sym || M <= 1 ? M - 1 : M);

/**
 * `exp(-|n - center| / tau)`, also known as the Poisson window.
 *
 * @param M - The number of points.
 * @throws TorchValueError for a negative length, a `tau` that is not positive, and a `center` of a symmetric window.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.exponential.html
 * @example
 * torch.signal.windows.exponential(10, { sym: false, tau: 0.5 });
 */
export function exponential(M: number, options?: ExponentialOptions): Tensor;
export function exponential(...args: readonly unknown[]): Tensor {
  const read = readArguments('torch.signal.windows.exponential', TABLES.exponential, args);
  const request = checked('exponential', read);
  const { M, factory } = request;
  if (read.tau <= 0) throw valueError(`Tau must be positive, got: ${read.tau} instead.`);
  if (request.sym && read.center !== null) throw valueError('Center must be None for symmetric windows');
  if (M === 0) return nothing(request);
  const center = read.center ?? period(request) / 2;
  const constant = 1 / read.tau;
  return linspace(-center * constant, (-center + (M - 1)) * constant, M, factory)
    .abs()
    .neg()
    .exp();
}

/**
 * Half a period of a sine, also known as the sine window.
 *
 * @param M - The number of points.
 * @throws TorchValueError for a negative length.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.cosine.html
 * @example
 * torch.signal.windows.cosine(10);
 */
export function cosine(M: number, options?: WindowOptions): Tensor;
export function cosine(...args: readonly unknown[]): Tensor {
  const request = checked('cosine', readArguments('torch.signal.windows.cosine', PLAIN, args));
  const { M, factory } = request;
  if (M === 0) return nothing(request);
  const constant = Math.PI / (period(request) + 1);
  return linspace(0.5 * constant, (0.5 + (M - 1)) * constant, M, factory).sin();
}

/**
 * `exp(-(n / std)² / 2)`, with the center in the middle.
 *
 * @param M - The number of points.
 * @throws TorchValueError for a negative length and a `std` that is not positive.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.gaussian.html
 * @example
 * torch.signal.windows.gaussian(10, { std: 0.9 });
 */
export function gaussian(M: number, options?: GaussianOptions): Tensor;
export function gaussian(...args: readonly unknown[]): Tensor {
  const { std, ...rest } = readArguments('torch.signal.windows.gaussian', TABLES.gaussian, args);
  const request = checked('gaussian', rest);
  const { M, factory } = request;
  if (std <= 0) throw valueError(`Standard deviation must be positive, got: ${std} instead.`);
  if (M === 0) return nothing(request);
  const start = -period(request) / 2;
  const constant = 1 / (std * Math.sqrt(2));
  return linspace(start * constant, (start + (M - 1)) * constant, M, factory)
    .pow(2)
    .neg()
    .exp();
}

/**
 * The Kaiser window: Bessel functions, which hold the energy of the main lobe together as well as is possible.
 *
 * @param M - The number of points.
 * @throws TorchValueError for a negative length or `beta`.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.kaiser.html
 * @example
 * torch.signal.windows.kaiser(10, { beta: 8 });
 */
export function kaiser(M: number, options?: KaiserOptions): Tensor;
export function kaiser(...args: readonly unknown[]): Tensor {
  const read = readArguments('torch.signal.windows.kaiser', TABLES.kaiser, args);
  const request = checked('kaiser', read);
  const { M, factory } = request;
  if (read.beta < 0) throw valueError(`beta must be non-negative, got: ${read.beta} instead.`);
  if (M === 0) return nothing(request);
  if (M === 1) return ones([1], factory);
  // Of the dtype of the window: the square root below would be NaN for a `beta` that was rounded otherwise.
  const beta = tensor(read.beta, { dtype: factory.dtype, device: factory.device });
  const start = beta.neg();
  const constant = beta.mul(2).div(period(request));
  const end = minimum(beta, start.add(constant.mul(M - 1)));
  const k = linspace(start, end, M, factory);
  return beta.mul(beta).sub(k.pow(2)).sqrt().i0().div(beta.i0());
}

/**
 * Half of a cosine's lobe and 0.08 at the ends: {@link generalHamming} with `alpha` 0.54.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.hamming.html
 * @example
 * torch.signal.windows.hamming(10);
 */
export function hamming(M: number, options?: WindowOptions): Tensor;
export function hamming(...args: readonly unknown[]): Tensor {
  return cosines('general_cosine', [0.54, 1 - 0.54], readArguments('torch.signal.windows.hamming', PLAIN, args));
}

/**
 * A cosine's lobe that ends in 0: {@link generalHamming} with `alpha` 0.5.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.hann.html
 * @example
 * torch.signal.windows.hann(10, { sym: false });
 */
export function hann(M: number, options?: WindowOptions): Tensor;
export function hann(...args: readonly unknown[]): Tensor {
  return cosines('general_cosine', [0.5, 0.5], readArguments('torch.signal.windows.hann', PLAIN, args));
}

/**
 * The sum of three cosines: {@link generalCosine} with the coefficients 0.42, 0.5 and 0.08.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.blackman.html
 * @example
 * torch.signal.windows.blackman(5);
 */
export function blackman(M: number, options?: WindowOptions): Tensor;
export function blackman(...args: readonly unknown[]): Tensor {
  return cosines('blackman', [0.42, 0.5, 0.08], readArguments('torch.signal.windows.blackman', PLAIN, args));
}

/**
 * A triangle that ends in 0.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.bartlett.html
 * @example
 * torch.signal.windows.bartlett(5).tolist(); // [0, 0.5, 1, 0.5, 0]
 */
export function bartlett(M: number, options?: WindowOptions): Tensor;
export function bartlett(...args: readonly unknown[]): Tensor {
  const request = checked('bartlett', readArguments('torch.signal.windows.bartlett', PLAIN, args));
  const { M, factory } = request;
  if (M === 0) return nothing(request);
  if (M === 1) return ones([1], factory);
  const constant = 2 / period(request);
  return linspace(-1, -1 + (M - 1) * constant, M, factory)
    .abs()
    .neg()
    .add(1);
}

/**
 * A sum of cosines with alternating signs: `Σ (-1)^i a[i] cos(2 π i n / (M - 1))`.
 *
 * @param M - The number of points.
 * @throws TypeError for coefficients that are no list, and TorchValueError for an empty one.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.general_cosine.html
 * @example
 * torch.signal.windows.generalCosine(10, { a: [0.46, 0.23, 0.31] });
 */
export function generalCosine(M: number, options: GeneralCosineOptions): Tensor;
export function generalCosine(...args: readonly unknown[]): Tensor {
  const { a, ...rest } = readArguments('torch.signal.windows.generalCosine', TABLES.generalCosine, args);
  return cosines('general_cosine', a, rest);
}

/**
 * `alpha - (1 - alpha) cos(2 π n / (M - 1))`.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.general_hamming.html
 * @example
 * torch.signal.windows.generalHamming(10, { alpha: 0.5 }); // as hann(10)
 */
export function generalHamming(M: number, options?: GeneralHammingOptions): Tensor;
export function generalHamming(...args: readonly unknown[]): Tensor {
  const { alpha, ...rest } = readArguments('torch.signal.windows.generalHamming', TABLES.generalHamming, args);
  return cosines('general_cosine', [alpha, 1 - alpha], rest);
}

/**
 * The window of four cosines after Nuttall, with low side lobes.
 *
 * @param M - The number of points.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signal.windows.nuttall.html
 * @example
 * torch.signal.windows.nuttall(5);
 */
export function nuttall(M: number, options?: WindowOptions): Tensor;
export function nuttall(...args: readonly unknown[]): Tensor {
  const read = readArguments('torch.signal.windows.nuttall', PLAIN, args);
  return cosines('general_cosine', [0.3635819, 0.4891775, 0.1365995, 0.0106411], read);
}

/** What the family of Hamming windows is made of. */
function cosines(name: string, a: unknown, read: Values<typeof PLAIN>): Tensor {
  const request = checked(name, read);
  const { M, factory } = request;
  if (M === 0) return nothing(request);
  if (M === 1) return ones([1], factory);
  const weights = coefficients(a);
  const constant = (2 * Math.PI) / period(request);
  const k = linspace(0, (M - 1) * constant, M, factory);
  const { layout: _, ...plain } = factory;
  const signed = tensor(
    weights.map((weight, i) => (i % 2 ? -weight : weight)),
    plain,
  );
  const i = arange(weights.length, plain);
  return signed.unsqueeze(-1).mul(i.unsqueeze(-1).mul(k).cos()).sum(0);
}

function coefficients(a: unknown): number[] {
  const given = a as Partial<Iterable<number>> | null | undefined;
  if (typeof a === 'string' || typeof given?.[Symbol.iterator] !== 'function') {
    throw typeError('Coefficients must be a list/tuple');
  }
  const weights = [...(a as Iterable<number>)];
  if (weights.length === 0) throw valueError('Coefficients cannot be empty');
  if (!weights.every((weight) => typeof weight === 'number')) {
    throw typeError('torch.signal.windows.generalCosine(): expected coefficients that are numbers');
  }
  return weights;
}
