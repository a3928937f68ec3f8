import { grad } from '../autograd/backward';
import type { Tensor } from '../ops/tensor-methods';
import { notImplemented } from './arguments';
import { Distribution } from './distribution';
import { className } from './text';

/**
 * Distributions of the form p(x; θ) = exp(⟨t(x), θ⟩ − F(θ) + k(x)). Their entropy and KL divergence follow from the
 * gradients of F, the log normalizer, by autograd.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.exp_family.ExponentialFamily
 */
export class ExponentialFamily extends Distribution {
  /** θ, the natural parameters. @internal */
  get _naturalParams(): readonly Tensor[] {
    throw notImplemented(`${className(this)} does not define its natural parameters`);
  }

  /** F(θ). @internal */
  _logNormalizer(..._naturalParams: Tensor[]): Tensor {
    throw notImplemented(`${className(this)} does not define its log normalizer`);
  }

  /** The expected value of k(x). @internal */
  get _meanCarrierMeasure(): number {
    throw notImplemented(`${className(this)} does not define its mean carrier measure`);
  }

  /** @internal */
  override _entropy(): Tensor {
    const { _meanCarrierMeasure: carrier } = this;
    const [parameters, normalizer, gradients] = normalizerOf(this);
    return parameters.reduce((result, parameter, i) => {
      const term = parameter.mul(gradients[i] as Tensor);
      return result.sub(term.reshape([...this._batchShape, -1]).sum(-1));
    }, normalizer.add(-carrier));
  }
}

/** The natural parameters as leaves, the log normalizer, and its gradients. */
export function normalizerOf(of: ExponentialFamily): [Tensor[], Tensor, readonly Tensor[]] {
  const parameters = of._naturalParams.map((parameter) => parameter.detach().requiresGrad_());
  const normalizer = of._logNormalizer(...parameters);
  const gradients = grad(normalizer.sum(), parameters, { createGraph: true }) as readonly Tensor[];
  return [parameters, normalizer, gradients];
}
