import { crc32 as nodeCrc32, createDeflate } from 'node:zlib';

/** PNG is little more than the compression that Node has: a signature, and three parts with their checksums. */

/** The most compressed bytes in one part: what is worked on at once is small, however large the picture is. */
const PART = 1 << 18;

/** By bytes; Node has it from 22.2 on. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function checksum(data: Uint8Array): number {
  if (typeof nodeCrc32 === 'function') return nodeCrc32(data);
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

function part(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(checksum(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** The bytes of a line of pixels of three bytes each: that of its filter, which is none, comes first. */
export const pngLine = (width: number): number => width * 3 + 1;

/** The parts of a PNG file, of lines as {@link pngLine} says. They are compressed off the thread. */
export async function* pngParts(
  lines: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, colours.
  header.set([8, 2, 0, 0, 0], 8);
  yield Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  yield part('IHDR', header);
  const compressed = createDeflate({ chunkSize: PART });
  compressed.end(lines);
  for await (const bytes of compressed) yield part('IDAT', bytes as Buffer);
  yield part('IEND', Buffer.alloc(0));
}
