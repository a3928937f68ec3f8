/** What only rank 0 has, and what rank this is. Without a group, this process is rank 0 and has everything. */

/** This process's rank in the default group. @internal */
export function myRank(): number {
  return 0;
}

/** Rank 0's entries on every rank. @internal */
export function sharedFromRank0(entries: Map<string, unknown>): Map<string, unknown> {
  return entries;
}
