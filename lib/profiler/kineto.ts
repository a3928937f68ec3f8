import { takesNothing } from '../arguments/read';

/** Whether libtorch was built with Kineto, its recorder. All builds that this package loads are. */
export function kinetoAvailable(...args: []): boolean {
  takesNothing('torch.profiler.kinetoAvailable', args);
  return true;
}
