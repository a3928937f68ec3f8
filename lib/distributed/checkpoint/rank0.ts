import { isInitialized } from '../../c10d/init';
import { defaultGroup } from '../../c10d/world';
import { load } from '../../serialization/load';
import { saveToBuffer } from '../../serialization/save';
import { allGatherText } from '../exchange';

/** What only rank 0 has, and what rank this is. Without a group, this process is rank 0 and has everything. */

/** This process's rank in the default group. @internal */
export function myRank(): number {
  return isInitialized() ? defaultGroup().rank() : 0;
}

/** Rank 0's entries on every rank. @internal */
export function sharedFromRank0(entries: Map<string, unknown>): Map<string, unknown> {
  if (!isInitialized() || defaultGroup().size() === 1) return entries;
  const text = myRank() === 0 ? saveToBuffer(entries).toString('base64') : '';
  const [bytes = ''] = allGatherText(text, defaultGroup());
  const read = load<Map<string, unknown> | Record<string, unknown>>(Buffer.from(bytes, 'base64'), {
    mapLocation: 'cpu',
  });
  return read instanceof Map ? read : new Map(Object.entries(read));
}
