import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import * as F from '../functional';
import { aten } from '../functional/define';
import type { Module } from '../module';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../modules/convolution';
import type { Parameter } from '../parameter';
import {
  type Computed,
  fieldsOf,
  propertyOf,
  removeField,
  setComputed,
  startComputing,
  stopComputing,
  takeParameter,
} from './computed';
import { str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { type NameOptions, SPECTRAL_NORM, type SpectralNormArguments, moduleField } from './fields';
import { runtimeError, valueError } from '../../errors';

const REMOVE = { module: moduleField(), name: str('weight') };

/** The older form of spectral norm: `weight_orig` is learned, `weight_u` and `weight_v` are buffers. */
class Normalized implements Computed {
  constructor(
    readonly key: string,
    readonly steps: number,
    readonly dim: number,
    readonly eps: number,
  ) {}

  normalize(vector: Tensor): Tensor {
    return F.normalize(vector, { dim: 0, eps: this.eps });
  }

  asMatrix(weight: Tensor): Tensor {
    const others = Array.from({ length: weight.ndim }, (_, d) => d).filter((d) => d !== this.dim);
    const turned = this.dim === 0 ? weight : aten('permute')(weight, [this.dim, ...others]);
    return aten('reshape')(turned, [turned.shape[0] as number, -1]);
  }

  compute(module: Module): Tensor {
    return this.computeWith(module, module.training);
  }

  computeWith(module: Module, iterate: boolean): Tensor {
    const fields = fieldsOf(module);
    const [weight, u, v] = ['orig', 'u', 'v'].map((part) => fields[`${this.key}_${part}`]) as [Tensor, Tensor, Tensor];
    const matrix = this.asMatrix(weight);
    if (iterate) withoutGrad(() => this.iterate(matrix, u, v));
    // Copies, since the next forward may change them before the backward of this one.
    const [left, right] = iterate ? [aten('clone')(u), aten('clone')(v)] : [u, v];
    return aten('div')(weight, aten('dot')(left, aten('mv')(matrix, right)));
  }

  private iterate(matrix: Tensor, u: Tensor, v: Tensor): void {
    for (let step = 0; step < this.steps; step++) {
      aten('copy_')(v, this.normalize(aten('mv')(aten('t')(matrix), u)));
      aten('copy_')(u, this.normalize(aten('mv')(matrix, v)));
    }
  }
}

/**
 * The older form of `parametrizations.spectralNorm`: the weight is computed before each forward.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.spectral_norm.html
 * @example
 * Object.keys(nn.utils.spectralNorm(new nn.Linear(4, 3)).stateDict()); // ['bias', 'weight_orig', 'weight_u', 'weight_v']
 */
export function spectralNorm<M extends Module>(target: M, ...rest: SpectralNormArguments): M {
  const given = readArguments('spectralNorm', SPECTRAL_NORM, [target, ...rest]);
  const { module, name, nPowerIterations, eps, dim } = given;
  if (!(nPowerIterations > 0)) {
    throw valueError(`Expected nPowerIterations to be positive, but got nPowerIterations=${nPowerIterations}`);
  }
  const property = propertyOf(module, name);
  if (module.state.computed.has(property)) {
    throw runtimeError(`Cannot register two spectral_norm hooks on the same parameter ${name}`);
  }
  const transposed = [ConvTranspose1d, ConvTranspose2d, ConvTranspose3d].some((Class) => module instanceof Class);
  const key = module.keyOf(property);
  const computed = new Normalized(key, nPowerIterations, dim ?? (transposed ? 1 : 0), eps);
  const weight = takeParameter(module, property);
  const [u, v] = withoutGrad(() => computed.asMatrix(weight).shape.map((size) => randomUnit(computed, weight, size)));
  module.registerParameter(`${key}_orig`, weight);
  startComputing(module, property, computed);
  setComputed(module, property, weight.data);
  module.registerBuffer(`${key}_u`, u as Tensor);
  module.registerBuffer(`${key}_v`, v as Tensor);
  return module as M;
}

function randomUnit(computed: Normalized, weight: Tensor, size: number): Tensor {
  return computed.normalize(aten('normal_')(aten('new_empty')(weight, [size]), 0, 1));
}

/**
 * Makes the normalized weight an ordinary parameter.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.remove_spectral_norm.html
 */
export function removeSpectralNorm<M extends Module>(target: M, ...rest: Mixed<[name?: string], NameOptions>): M {
  const { module, name } = readArguments('removeSpectralNorm', REMOVE, [target, ...rest]);
  const property = propertyOf(module, name);
  const computed = module.state.computed.get(property);
  if (!(computed instanceof Normalized)) throw valueError(`spectral_norm of '${name}' not found in ${String(module)}`);
  const original = fieldsOf(module)[`${computed.key}_orig`] as Parameter;
  withoutGrad(() => (original.data = computed.computeWith(module, false).data));
  for (const part of ['orig', 'u', 'v']) removeField(module, `${computed.key}_${part}`);
  stopComputing(module, property, original);
  return module as M;
}
