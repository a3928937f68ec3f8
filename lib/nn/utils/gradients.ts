import { bool, either, float, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed, TableOf } from '../../arguments/signature';
import { tensor, tensorList, tensors } from '../../tensor/arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import { aten, atenMany } from '../functional/define';
import { runtimeError } from '../../errors';

/** Gradient clipping, by `_foreach_` operators: one call for all tensors of a device and dtype. */

/** A tensor counts as one tensor, although it is iterable. */
type Parameters = Tensor | Iterable<Tensor>;

const infinity = { ...value<number>("'inf'", (v) => v === 'inf'), convert: () => Infinity };

/** Which form of the operators is used. */
export interface ForeachOptions {
  /** Has no effect: the result is the same, and operators for lists of tensors are always used. @defaultValue null */
  readonly foreach?: boolean | null | undefined;
}

/** The options of {@link clipGradNorm_} and {@link getTotalNorm}. */
export interface ClipOptions extends ForeachOptions {
  /** The power of the norm; Infinity or 'inf' takes the greatest absolute value. @defaultValue 2 */
  readonly normType?: number | 'inf' | undefined;
  /** Throw if the norm is NaN or infinite. @defaultValue false */
  readonly errorIfNonfinite?: boolean | undefined;
}

/** The arguments of {@link clipGradsWithNorm_} that may be given by name. */
export interface ClipByOptions extends ForeachOptions {
  /** The norm of all gradients, as {@link getTotalNorm} returns it. It is required, by position or by name. */
  readonly totalNorm?: Tensor | undefined;
}

const NORM = {
  ...{ normType: either(float(), infinity, 2), errorIfNonfinite: bool(false), foreach: nullable(bool()) },
} satisfies TableOf<ClipOptions>;
type NormArguments = Mixed<
  [normType?: number | 'inf', errorIfNonfinite?: boolean, foreach?: boolean | null],
  ClipOptions
>;
type ForeachArguments = Mixed<[foreach?: boolean | null], ForeachOptions>;

const TOTAL = { tensors: tensors(), ...NORM };
const CLIP = { parameters: tensors(), maxNorm: float(), ...NORM };
const CLIP_BY = { parameters: tensors(), maxNorm: float(), totalNorm: tensor(), foreach: NORM.foreach };
const CLIP_VALUE = { parameters: tensors(), clipValue: float(), foreach: NORM.foreach };

function gradientsOf(parameters: readonly Tensor[]): Tensor[] {
  return parameters.flatMap((parameter) => parameter.grad ?? []);
}

function grouped(tensors: readonly Tensor[]): Tensor[][] {
  const groups = new Map<string, Tensor[]>();
  for (const tensor of tensors) {
    const key = `${String(tensor.device)} ${tensor.dtype.name}`;
    groups.set(key, [...(groups.get(key) ?? []), tensor]);
  }
  return [...groups.values()];
}

interface Checked {
  readonly normType: number;
  readonly errorIfNonfinite: boolean;
}

function normOf(gradients: readonly Tensor[], normType: number): Tensor {
  const [first] = gradients;
  if (!first) return aten('zeros')([]);
  const norms = grouped(gradients).flatMap((group) => atenMany('_foreach_norm')(group, normType));
  const { device } = first;
  return aten('linalg_vector_norm')(aten('stack')(norms.map((norm) => aten('to')(norm, { device }))), normType);
}

/**
 * The norm of all elements of the tensors, as one vector.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.get_total_norm.html
 */
export function getTotalNorm(tensors: Parameters, ...rest: NormArguments): Tensor {
  const { tensors: given, ...options } = readArguments('getTotalNorm', TOTAL, [tensors, ...rest]);
  return totalNorm(tensorList('getTotalNorm', given), options);
}

function totalNorm(tensors: readonly Tensor[], { normType, errorIfNonfinite }: Checked): Tensor {
  const norm = normOf(tensors, normType);
  if (errorIfNonfinite && !Number.isFinite(Number(norm.item()))) {
    throw runtimeError(
      `The total norm of order ${normType} for gradients from \`parameters\` is non-finite, so it cannot be clipped. ` +
        'To disable this error and scale the gradients by the non-finite norm anyway, set `errorIfNonfinite: false`',
    );
  }
  return norm;
}

/**
 * Scales gradients down so that their norm is `maxNorm`, given the norm that they have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.clip_grads_with_norm_.html
 */
export function clipGradsWithNorm_(
  parameters: Parameters,
  maxNorm: number,
  ...rest: Mixed<[totalNorm: Tensor, foreach?: boolean | null], ClipByOptions>
): void {
  const given = readArguments('clipGradsWithNorm_', CLIP_BY, [parameters, maxNorm, ...rest]);
  scaleTo(gradientsOf(tensorList('clipGradsWithNorm_', given.parameters)), given.maxNorm, given.totalNorm);
}

function scaleTo(gradients: readonly Tensor[], maxNorm: number, norm: Tensor): void {
  withoutGrad(() => {
    const scale = aten('clamp')(aten('mul')(aten('reciprocal')(aten('add')(norm, 1e-6)), maxNorm), { max: 1 });
    for (const group of grouped(gradients)) {
      const [first] = group as [Tensor];
      aten('_foreach_mul_')(group, aten('to')(scale, { device: first.device }));
    }
  });
}

/**
 * Scales gradients down so that their norm is at most `maxNorm`; returns the norm that they had.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.clip_grad_norm_.html
 * @example
 * nn.utils.clipGradNorm_(model.parameters(), 1.0);
 */
export function clipGradNorm_(parameters: Parameters, maxNorm: number, ...rest: NormArguments): Tensor {
  const given = readArguments('clipGradNorm_', CLIP, [parameters, maxNorm, ...rest]);
  const gradients = gradientsOf(tensorList('clipGradNorm_', given.parameters));
  return withoutGrad(() => {
    const norm = totalNorm(gradients, given);
    scaleTo(gradients, given.maxNorm, norm);
    return norm;
  });
}

/**
 * Limits each element of the gradients to ±clipValue.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.clip_grad_value_.html
 * @example
 * nn.utils.clipGradValue_(model.parameters(), 0.5);
 */
export function clipGradValue_(parameters: Parameters, clipValue: number, ...rest: ForeachArguments): void {
  const given = readArguments('clipGradValue_', CLIP_VALUE, [parameters, clipValue, ...rest]);
  withoutGrad(() => {
    for (const group of grouped(gradientsOf(tensorList('clipGradValue_', given.parameters)))) {
      aten('_foreach_clamp_min_')(group, -given.clipValue);
      aten('_foreach_clamp_max_')(group, given.clipValue);
    }
  });
}

/**
 * All parameters in one vector.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parameters_to_vector.html
 */
export function parametersToVector(...args: [parameters: Parameters]): Tensor {
  const { parameters } = readArguments('parametersToVector', TO_VECTOR, args);
  const list = tensorList('parametersToVector', parameters);
  return aten('cat')(list.map((parameter) => aten('reshape')(parameter, [-1])));
}

const TO_VECTOR = { parameters: tensors() };
const FROM_VECTOR = { vec: tensor(), parameters: tensors() };

/**
 * Gives parameters the values of a vector, in order; they become views of it.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.vector_to_parameters.html
 */
export function vectorToParameters(...args: [vec: Tensor, parameters: Parameters]): void {
  const { vec, parameters } = readArguments('vectorToParameters', FROM_VECTOR, args);
  let offset = 0;
  for (const parameter of tensorList('vectorToParameters', parameters)) {
    const count = parameter.numel();
    parameter.data = aten('view_as')(aten('narrow')(vec, 0, offset, count), parameter).data;
    offset += count;
  }
}
