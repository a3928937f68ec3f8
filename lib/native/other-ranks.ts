/** What failures of other ranks mean, wherever they show: gloo and c10d say what failed on which socket. */

const CLOSED =
  'the connection to another rank broke: its process has ended or closed the group. Look at the first error ' +
  'among the ranks; then start all of them again';
const SILENT =
  'another rank did not take part in time: it is late, hangs, runs another collective, or has not started. See that all ' +
  'ranks call the same collectives in the same order and have the same TORCH_DISTRIBUTED_DEBUG; a longer timeout is an ' +
  'option of initProcessGroup and newGroup';
const OTHER_SIZE =
  'another rank sent more bytes than are waited for here: shapes or dtypes differ among the ranks, or they run ' +
  'different collectives. TORCH_DISTRIBUTED_DEBUG=DETAIL on all ranks finds where. The group cannot be used any more';

const ABORTED =
  'abortProcessGroup() has ended what was under way. The group cannot be used any more: destroy it with ' +
  'destroyProcessGroup(), and make a new one with initProcessGroup() or newGroup()';

const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/the group was aborted/, ABORTED],
  [/Received data size doesn't match/, OTHER_SIZE],
  [/Connection closed by peer|Connection reset|Broken pipe|socket closed/i, CLOSED],
  [/timed out|timeout/i, SILENT],
];

/** What a failure of a collective means, or nothing where its message is clear already. */
export function reasonOf(message: string): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}

/** Places in gloo's sources, and its advice, which is for others. */
const NOISE: readonly RegExp[] = [
  /\[(?:enforce fail at )?[^\]\s]*\.(?:cc|cpp|h|hpp):\d+\]\s*/g,
  /\s*This is typically caused by [\s\S]*$/,
  /\s*Is there a distributed collective mismatch in your code\?/g,
];

/** A message of gloo or c10d without what helps nobody here. */
export function withoutNoise(message: string): string {
  return NOISE.reduce((text, noise) => text.replace(noise, ''), message).trim();
}

/** ` on rank 0 of 2`, once `torch.distributed` knows it. */
export const whereabouts: { describe: () => string } = { describe: () => '' };

/** The message of a backward in which gradients could not be reduced; any other message as it is. */
export function backwardMessage(message: string): string {
  const reason = /\/gloo\/|ProcessGroup/.test(message) ? reasonOf(message) : undefined;
  if (!reason) return message;
  return `backward${whereabouts.describe()}: the ranks could not reduce gradients: ${reason}.\n  ${withoutNoise(message)}`;
}
