/** Backward calls that share what checkpoints compute again. */
import { refuseSurplus } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { type ModeGuard, during, guard } from '../../autograd/modes';

let current: GraphExecGroup | null = null;

function setCurrent(group: GraphExecGroup | null): void {
  current = group;
}

/** The group that backward calls belong to now. @internal */
export const currentGroup = (): GraphExecGroup | null => current;

/**
 * Several backward calls, of each of which a checkpointed function is run again at most once. They must not need the same saved
 * tensors, even with `retainGraph: true`.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.GraphExecGroup
 * @example
 * const group = new torch.utils.checkpoint.GraphExecGroup();
 * const x = torch.ones([2], { requiresGrad: true });
 * const y = torch.utils.checkpoint.checkpoint((v: torch.Tensor) => v.exp(), [x]) as torch.Tensor;
 * group.run(() => y.sum().backward());
 */
export class GraphExecGroup {
  constructor(...surplus: []) {
    refuseSurplus('GraphExecGroup', 0, surplus);
  }

  /** The group lasts as long as a synchronous function, or, without one, until the returned guard is closed. */
  run(): ModeGuard;
  run<R>(body: () => R): R;
  run<R>(body?: () => R, ...surplus: []): R | ModeGuard {
    refuseSurplus('GraphExecGroup.run', 1, surplus);
    if (current) throw runtimeError('GraphExecGroup contexts cannot be nested. Already inside a group');
    setCurrent(this);
    return during(
      'GraphExecGroup.run',
      guard(() => setCurrent(null)),
      body,
    );
  }
}
