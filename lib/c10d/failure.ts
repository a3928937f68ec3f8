import { TorchError, TorchTypeError, runtimeError } from '../errors';
import { messageOf } from '../arguments/describe';
import { reasonOf, withoutPlaces } from '../native/other-ranks';
import { groupFacts, type ProcessGroup } from './process-group';

/** gloo and c10d say what failed on which socket: here it is said which rank was doing what, and what can be done. */

/** The error of an operation on a group. @internal */
export function collectiveFailure(label: string, group: ProcessGroup, cause: unknown): unknown {
  if (!(cause instanceof TorchError) && !(cause instanceof TorchTypeError)) return cause;
  const { rank, ranks, description } = groupFacts(group);
  const message = withoutPlaces(messageOf(cause));
  const reason = reasonOf(message);
  const where = `${label} on rank ${rank} of ${ranks.length} (group ${description})`;
  if (cause instanceof TorchTypeError) return cause;
  return runtimeError(reason ? `${where}: ${reason}.\n  ${message}` : `${where}: ${message}`, {
    code: cause.code,
    cause,
  });
}
