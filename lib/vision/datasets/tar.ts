import { gunzipSync } from 'node:zlib';
import { messageOf } from '../../arguments/describe';
import { dataError } from '../../errors';

/** An archive that unpacks to more is refused; CIFAR's largest has 184 MB. */
const MOST_BYTES = 1 << 30;
const BLOCK = 512;

/** The regular files of a `.tar.gz`, by their paths in it. */
export function filesOfTar(file: string, compressed: Uint8Array): Map<string, Buffer> {
  let bytes: Buffer;
  try {
    bytes = gunzipSync(compressed, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw dataError(`${file} cannot be decompressed: ${messageOf(cause)}`, { cause });
  }
  const found = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const text = (from: number, length: number): string =>
      bytes.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12).trim() || '0', 8);
    const begin = at + BLOCK;
    if (!Number.isSafeInteger(size) || size < 0 || begin + size > bytes.length) {
      throw dataError(`${file} is not a whole tar archive: ${text(0, 100)} claims ${size} bytes`);
    }
    const kind = text(156, 1);
    if (kind === '' || kind === '0') found.set(text(0, 100), bytes.subarray(begin, begin + size));
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}
