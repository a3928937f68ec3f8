import { TorchError, TorchTypeError, runtimeError } from '../errors';
import { messageOf } from '../arguments/describe';
import { groupFacts, type ProcessGroup } from './process-group';

/** gloo and c10d say what failed on which socket: here it is said which rank was doing what, and what can be done. */

const CLOSED =
  'the connection to another rank broke: its process has ended or closed the group. Look at the first error ' +
  'among the ranks; then start all of them again';
const SILENT =
  'another rank did not take part in time: it is late, hangs, runs another collective, or has not started. See that all ' +
  'ranks call the same collectives in the same order; a longer timeout is an option of initProcessGroup and newGroup';

const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/Connection closed by peer|Connection reset|Broken pipe|socket closed|Socket closed/i, CLOSED],
  [/timed out|timeout/i, SILENT],
];

/** What a failure of a collective means, or nothing where its message is clear already. */
function reasonOf(message: string): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}

/** `[../third_party/gloo/gloo/transport/tcp/pair.cc:553] ` and the like. */
const PLACES = /\[[^\]\s]*\.(?:cc|cpp|h|hpp):\d+\]\s*/g;

/** The error of an operation on a group. @internal */
export function collectiveFailure(label: string, group: ProcessGroup, cause: unknown): unknown {
  if (!(cause instanceof TorchError) && !(cause instanceof TorchTypeError)) return cause;
  const { rank, ranks, description } = groupFacts(group);
  const message = messageOf(cause).replace(PLACES, '').trim();
  const reason = reasonOf(message);
  const where = `${label} on rank ${rank} of ${ranks.length} (group ${description})`;
  if (cause instanceof TorchTypeError) return cause;
  return runtimeError(reason ? `${where}: ${reason}.\n  ${message}` : `${where}: ${message}`, {
    code: cause.code,
    cause,
  });
}
