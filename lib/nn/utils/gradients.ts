import type { Tensor } from '../../tensor-methods';
import { withoutGrad } from '../convert';
import { aten, atenMany } from '../functional/define';
import { runtimeError } from '../../errors';

/** Gradient clipping, by `_foreach_` operators: one call for all tensors of a device and dtype. */

type Parameters = Tensor | Iterable<Tensor>;

function gradientsOf(parameters: Parameters): Tensor[] {
  const list = Symbol.iterator in parameters ? [...parameters] : [parameters];
  return list.flatMap((parameter) => parameter.grad ?? []);
}

function grouped(tensors: readonly Tensor[]): Tensor[][] {
  const groups = new Map<string, Tensor[]>();
  for (const tensor of tensors) {
    const key = `${String(tensor.device)} ${tensor.dtype.name}`;
    groups.set(key, [...(groups.get(key) ?? []), tensor]);
  }
  return [...groups.values()];
}

export interface ClipOptions {
  /** 2 by default; Infinity is the greatest absolute value. */
  readonly normType?: number;
  /** Throw where the norm is not finite. */
  readonly errorIfNonfinite?: boolean;
}

function normOf(gradients: readonly Tensor[], normType: number): Tensor {
  const [first] = gradients;
  if (!first) return aten('zeros')([]);
  const norms = grouped(gradients).flatMap((group) => atenMany('_foreach_norm')(group, normType));
  const { device } = first;
  return aten('linalg_vector_norm')(aten('stack')(norms.map((norm) => aten('to')(norm, { device }))), normType);
}

/**
 * The norm of the tensors' elements as of one vector.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.get_total_norm.html
 */
export function getTotalNorm(tensors: Iterable<Tensor>, options: ClipOptions = {}): Tensor {
  const { normType = 2, errorIfNonfinite = false } = options;
  const norm = normOf([...tensors], normType);
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
export function clipGradsWithNorm_(parameters: Parameters, maxNorm: number, totalNorm: Tensor): void {
  withoutGrad(() => {
    const scale = aten('clamp')(aten('mul')(aten('reciprocal')(aten('add')(totalNorm, 1e-6)), maxNorm), { max: 1 });
    for (const group of grouped(gradientsOf(parameters))) {
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
export function clipGradNorm_(parameters: Parameters, maxNorm: number, options: ClipOptions = {}): Tensor {
  const list = Symbol.iterator in parameters ? [...parameters] : [parameters];
  return withoutGrad(() => {
    const norm = getTotalNorm(gradientsOf(list), options);
    clipGradsWithNorm_(list, maxNorm, norm);
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
export function clipGradValue_(parameters: Parameters, clipValue: number): void {
  withoutGrad(() => {
    for (const group of grouped(gradientsOf(parameters))) {
      aten('_foreach_clamp_min_')(group, -clipValue);
      aten('_foreach_clamp_max_')(group, clipValue);
    }
  });
}

/**
 * All parameters in one vector.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parameters_to_vector.html
 */
export function parametersToVector(parameters: Iterable<Tensor>): Tensor {
  return aten('cat')([...parameters].map((parameter) => aten('reshape')(parameter, [-1])));
}

/**
 * Gives parameters the values of a vector, in order; they become views of it.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.vector_to_parameters.html
 */
export function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void {
  let offset = 0;
  for (const parameter of parameters) {
    const count = parameter.numel();
    parameter.data = aten('view_as')(aten('narrow')(vector, 0, offset, count), parameter).data;
    offset += count;
  }
}
