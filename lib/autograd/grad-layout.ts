import type { Synchronous } from '../arguments/synchronous';
import { bool, callback, optional } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { type ModeGuard, during, guard } from './modes';

const POLICY = { enable: bool(true), body: optional(callback<() => unknown>()) };

/**
 * Whether gradients are laid out in memory as their parameters are, as the first backward makes them; it is so at first. Without
 * it, a gradient may be taken over as it comes, which saves a copy. It holds for the calling thread, until the guard ends or for the
 * synchronous function that is the second argument.
 *
 * @param enable - False lets go of it. @defaultValue true
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.enforce_grad_layout_policy
 * @example
 * const p = torch.ones([2, 3]).t().requiresGrad_();
 * torch.autograd.enforceGradLayoutPolicy(false, () => p.mul(2).sum().backward());
 */
export function enforceGradLayoutPolicy(enable?: boolean): ModeGuard;
export function enforceGradLayoutPolicy<R>(enable: boolean, body: () => Synchronous<R>): R;
export function enforceGradLayoutPolicy(...args: readonly unknown[]): unknown {
  const { enable, body } = readArguments('enforceGradLayoutPolicy', POLICY, args);
  const former = native.isSwitchedOn('gradLayout');
  native.switchTo('gradLayout', enable);
  return during(
    'torch.autograd.enforceGradLayoutPolicy',
    guard(() => native.switchTo('gradLayout', former)),
    body,
  );
}
