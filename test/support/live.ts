import * as torch from '../../lib/index';

/**
 * How many tensors live, without those that only wait for the garbage collector: what earlier tests have dropped may go at any
 * moment, and a number that was taken before would be too large.
 */
export function liveTensors(): number {
  torch.sweep({ full: true });
  return torch.memory().tensors;
}
