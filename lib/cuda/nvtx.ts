/** `torch.cuda.nvtx`: ranges and marks that NVIDIA's tools (Nsight) show in their pictures of a program. */
import type { Synchronous } from '../arguments/synchronous';
import { str } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { native } from '../native/binding';

const MESSAGE = { msg: str() };

/**
 * Opens a range within those that are open, and returns how many these are.
 *
 * @param msg - What the range is called.
 * @throws TorchError without a CUDA build of libtorch
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.nvtx.range_push.html
 */
export function rangePush(...args: [msg: string]): number {
  return native.nvtxPush(readArguments('torch.cuda.nvtx.rangePush', MESSAGE, args).msg);
}

/**
 * Closes the innermost range, and returns how many are around it.
 *
 * @throws TorchError without a CUDA build of libtorch
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.nvtx.range_pop.html
 */
export function rangePop(...args: []): number {
  takesNothing('torch.cuda.nvtx.rangePop', args);
  return native.nvtxPop();
}

/**
 * Notes that something happened now.
 *
 * @param msg - What it is called.
 * @throws TorchError without a CUDA build of libtorch
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.nvtx.mark.html
 */
export function mark(...args: [msg: string]): void {
  native.nvtxMark(readArguments('torch.cuda.nvtx.mark', MESSAGE, args).msg);
}

/**
 * A range for a synchronous function, or until the guard ends.
 *
 * @param msg - What the range is called.
 * @throws TorchError without a CUDA build of libtorch
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.nvtx.range.html
 * @example
 * torch.cuda.nvtx.range('forward', () => torch.ones([2], { device: 'cuda' })); // needs 'cuda'
 */
export function range(msg: string): ModeGuard;
export function range<R>(msg: string, body: () => Synchronous<R>): R;
export function range<R>(msg: string, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.cuda.nvtx.range', 2, surplus);
  rangePush(msg);
  return during(
    'torch.cuda.nvtx.range',
    guard(() => void rangePop()),
    body,
  );
}
