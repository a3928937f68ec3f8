import { broadcast } from '../../c10d/broadcast';
import type { ProcessGroup } from '../../c10d/process-group';
import { getGlobalRank } from '../../c10d/ranks';
import { native } from '../../native/binding';
import { frombuffer } from '../../ops/creation/index';
import { empty } from '../../ops/generated/functions';
import { load } from '../../serialization/load';
import { saveToBuffer } from '../../serialization/save';
import { int64, uint8 } from '../../tensor/dtype';
import { handleOf } from '../../tensor/tensor';
import { deviceOf } from '../exchange';

/**
 * A value of one rank on every rank, as a file of `torch.save`: its length, then its bytes, as Python's optimizer sends
 * them. Nothing of what arrives is run.
 *
 * @internal
 */
export function broadcastValue<T>(value: T | null, rank: number, group: ProcessGroup): T | null {
  const src = getGlobalRank(group, rank);
  const device = deviceOf(group);
  const isOwn = group.rank() === rank;
  const own = isOwn ? saveToBuffer(value) : null;
  const length = frombuffer(new BigInt64Array([BigInt(own?.length ?? 0)]), { dtype: int64 }).to(device);
  broadcast(length, src, group);
  const bytes = own
    ? frombuffer(own, { dtype: uint8 }).to(device)
    : empty([Number(length.item())], { dtype: uint8, device });
  broadcast(bytes, src, group);
  return isOwn ? value : load<T>(native.toBytes(handleOf(bytes.cpu())), { mapLocation: 'cpu' });
}
