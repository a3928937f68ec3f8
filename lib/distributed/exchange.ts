import { allGatherSingle } from '../c10d/all-gather';
import { groupFacts, type ProcessGroup } from '../c10d/process-group';
import type { Work } from '../c10d/work';
import { native } from '../native/binding';
import { frombuffer } from '../ops/creation/index';
import { empty, zeros } from '../ops/generated/functions';
import { handleOf, type Tensor } from '../tensor/tensor';
import type { DeviceText } from '../tensor/device';
import { int64, uint8 } from '../tensor/dtype';

/** Exchanges between the ranks of a group that several parts of this room need. */

/** The device on which a group's backend works: memory where it can. @internal */
export function deviceOf(group: ProcessGroup): DeviceText {
  const devices = groupFacts(group).backends.map(([device]) => device as DeviceText);
  return devices.includes('cpu') ? 'cpu' : (devices[0] ?? 'cpu');
}

/** The texts of all ranks, in two steps: how long they are, and what they say. */
class TextExchange {
  readonly #group: ProcessGroup;
  readonly #bytes: Buffer;
  readonly #lengths: Tensor;
  readonly #length: Tensor;

  constructor(text: string, group: ProcessGroup) {
    this.#group = group;
    this.#bytes = Buffer.from(text);
    this.#length = frombuffer(new BigInt64Array([BigInt(this.#bytes.length)]), { dtype: int64 }).to(deviceOf(group));
    this.#lengths = zeros([group.size()], { dtype: int64, device: deviceOf(group) });
  }

  lengths(asyncOp: boolean): Work | undefined {
    return allGatherSingle(this.#lengths, this.#length, this.#group, asyncOp);
  }

  texts(asyncOp: boolean): { readonly work: Work | undefined; readonly read: () => string[] } {
    const sizes = this.#sizes();
    const longest = Math.max(1, ...sizes);
    const own = Buffer.alloc(longest);
    this.#bytes.copy(own);
    const device = deviceOf(this.#group);
    const input = frombuffer(own, { dtype: uint8 }).to(device);
    const output = empty([longest * sizes.length], { dtype: uint8, device });
    const work = allGatherSingle(output, input, this.#group, asyncOp);
    return { work, read: () => sizes.map((size, rank) => textAt(output, rank * longest, size)) };
  }

  #sizes(): number[] {
    const buffer = native.toBytes(handleOf(this.#lengths.cpu()));
    return [...new BigInt64Array(buffer)].map(Number);
  }
}

function textAt(bytes: Tensor, from: number, size: number): string {
  return Buffer.from(native.toBytes(handleOf(bytes.cpu().narrow(0, from, size).contiguous()))).toString();
}

/** The texts of all ranks, in the order of the group; blocks. @internal */
export function allGatherText(text: string, group: ProcessGroup): string[] {
  const exchange = new TextExchange(text, group);
  exchange.lengths(false);
  return exchange.texts(false).read();
}

/** {@link allGatherText} without blocking. @internal */
export async function allGatherTextAsync(text: string, group: ProcessGroup): Promise<string[]> {
  const exchange = new TextExchange(text, group);
  await exchange.lengths(true);
  const { work, read } = exchange.texts(true);
  await work;
  return read();
}
