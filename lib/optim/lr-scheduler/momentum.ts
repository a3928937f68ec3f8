import type { Optimizer } from '../optimizer';
import { typeError } from '../../errors';

/** Schedulers that move the momentum against the learning rate: the momentum of SGD, or the first beta of Adam. */
export function usesBeta1(optimizer: Optimizer): boolean {
  const { defaults } = optimizer;
  if (!('momentum' in defaults) && !('betas' in defaults)) {
    throw typeError('optimizer must support momentum or beta1 with `cycleMomentum` option enabled');
  }
  return 'betas' in defaults;
}

export function setMomentum(group: Record<string, unknown>, beta1: boolean, value: number): void {
  if (beta1) group['betas'] = [value, ...(group['betas'] as number[]).slice(1)];
  else group['momentum'] = value;
}

/** What the groups of an optimizer begin with. */
export function startMomentum(
  optimizer: Optimizer,
  beta1: boolean,
  most: readonly number[],
  base: readonly number[],
): void {
  optimizer.paramGroups.forEach((group, i) => {
    setMomentum(group, beta1, most[i] as number);
    group['maxMomentum'] = most[i];
    group['baseMomentum'] = base[i];
  });
}
