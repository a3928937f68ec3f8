/** Whether a backward may use threads of its own. */
import { bool } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { type ModeGuard, during, guard } from './modes';

const FIELDS = { mode: bool() };

/**
 * Lets a backward use a thread of its own for each device, or not: then all of it runs on the thread that has started it. On the
 * CPU alone this makes no difference. Without a function it holds until the returned guard is closed.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.grad_mode.set_multithreading_enabled.html
 * @example
 * const x = torch.ones([2], { requiresGrad: true });
 * torch.autograd.setMultithreadingEnabled(false, () => x.sum().backward());
 */
export function setMultithreadingEnabled(mode: boolean): ModeGuard;
export function setMultithreadingEnabled<R>(mode: boolean, body: () => R): R;
export function setMultithreadingEnabled<R>(mode: boolean, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('setMultithreadingEnabled', 2, surplus);
  const read = readArguments('setMultithreadingEnabled', FIELDS, [mode]);
  const former = native.setMultithreading(read.mode);
  return during(
    'torch.autograd.setMultithreadingEnabled',
    guard(() => void native.setMultithreading(former)),
    body,
  );
}

/** Whether a backward may use threads of its own now. */
export function isMultithreadingEnabled(...args: []): boolean {
  takesNothing('isMultithreadingEnabled', args);
  return native.isMultithreading();
}
