import { TorchError, TorchTypeError, runtimeError } from '../errors';
import { messageOf } from '../arguments/describe';
import { native } from '../native/binding';
import { reasonOf, withoutPlaces } from '../native/other-ranks';
import { groupFacts, type ProcessGroup } from './process-group';

/** gloo and c10d say what failed on which socket: here it is said which rank was doing what, and what can be done. */

/** Which rank is lost, where it is known: gloo names an address only. */
function nameLost(reason: string | undefined, group: ProcessGroup): string | undefined {
  if (!reason?.startsWith('the connection to another rank') || group.destroyed) return reason;
  const { ranks, box } = groupFacts(group);
  const lost = native.groupLost(box).map((rank) => ranks[rank]);
  if (lost.length === 0) return reason;
  const names = `${lost.length > 1 ? 'ranks' : 'rank'} ${lost.join(', ')}`;
  return reason.replace('the connection to another rank', `the connection to ${names}`);
}

/** The error of an operation on a group. @internal */
export function collectiveFailure(label: string, group: ProcessGroup, cause: unknown): unknown {
  if (!(cause instanceof TorchError) && !(cause instanceof TorchTypeError)) return cause;
  const { rank, ranks, description } = groupFacts(group);
  const message = withoutPlaces(messageOf(cause));
  const reason = nameLost(reasonOf(message), group);
  const where = `${label} on rank ${rank} of ${ranks.length} (group ${description})`;
  if (cause instanceof TorchTypeError) return cause;
  return runtimeError(reason ? `${where}: ${reason}.\n  ${message}` : `${where}: ${message}`, {
    code: cause.code,
    cause,
  });
}
