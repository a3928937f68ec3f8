import { TorchError, runtimeError } from '../errors';
import { messageOf } from '../arguments/describe';
import { native } from '../native/binding';
import { reasonOf, withoutNoise } from '../native/other-ranks';
import { groupFacts, placeIn, type ProcessGroup } from './process-group';

/** gloo and c10d say what failed on which socket: here it is said which rank was doing what, and what can be done. */

/** The global ranks to which a group has no connection any more, as far as gloo knows. @internal */
export function lostRanks(group: ProcessGroup): number[] {
  if (group.destroyed) return [];
  const { ranks, box } = groupFacts(group);
  return native.groupLost(box).map((rank) => ranks[rank] as number);
}

/** Which rank is lost, where it is known: gloo names an address only. */
function nameLost(reason: string | undefined, group: ProcessGroup): string | undefined {
  if (!reason?.startsWith('the connection to another rank')) return reason;
  const lost = lostRanks(group);
  if (lost.length === 0) return reason;
  const names = `${lost.length > 1 ? 'ranks' : 'rank'} ${lost.join(', ')}`;
  return reason.replace('the connection to another rank', `the connection to ${names}`);
}

/** What c10d says of a tensor that no backend sends, with a list of all that the dispatcher knows, or all options of a tensor. */
const UNSENT =
  /Could not run 'c10d::\w+' with arguments from the '(\w+)' backend.*|.*invalid tensor type.*\bgot TensorOptions\(.*\blayout=(Sparse\w*).*/s;

const unsent = (_: string, backend: string | undefined, layout: string): string =>
  `a tensor of the kind ${backend ?? layout} cannot be sent, only a dense one: make one with toDense() or dequantize(). ` +
  'allReduce takes sparse tensors as well';

/** The error of an operation on a group. @internal */
export function collectiveFailure(label: string, group: ProcessGroup, cause: unknown): unknown {
  if (!(cause instanceof TorchError)) return cause;
  const message = withoutNoise(messageOf(cause)).replace(UNSENT, unsent);
  const reason = nameLost(reasonOf(message), group);
  const where = label + placeIn(group);
  return runtimeError(reason ? `${where}: ${reason}.\n  ${message}` : `${where}: ${message}`, {
    code: cause.code,
    cause,
  });
}
