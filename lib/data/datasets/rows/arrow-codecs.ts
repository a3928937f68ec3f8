/** Compressed buffers of Arrow files: what Feather's writers make unless they are told not to. */
import zlib from 'node:zlib';
import type * as Arrow from 'apache-arrow';
import { runtimeError } from '../../../errors';
import { optionalPackage } from '../../../install/packages';
import { Corrupt } from './unreadable';

type Decompress = (bytes: Uint8Array, length: number) => Uint8Array;

/** Node has Zstandard since 22.15. */
type Zstd = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

const zstd: Decompress = (bytes, length) => {
  const { zstdDecompressSync } = zlib as { zstdDecompressSync?: Zstd };
  if (zstdDecompressSync) return zstdDecompressSync(bytes, { maxOutputLength: Math.max(length, 1) });
  const { decompress } = optionalPackage<{ decompress: (from: Uint8Array, to: Uint8Array) => Uint8Array }>('fzstd');
  return decompress(bytes, new Uint8Array(length));
};

const lz4: Decompress = (bytes) => {
  const { decompressFrameSync } = optionalPackage<{ decompressFrameSync: (bytes: Buffer) => Buffer }>('lz4-napi');
  return decompressFrameSync(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
};

/** How many bytes one byte can stand for at most: where a file claims more, it is not believed. */
const LZ4_RATIO = 255;
const ZSTD_RATIO = 1 << 16;

/** Gives apache-arrow what it lacks for reading compressed buffers; codecs of the program's own stay. */
export function registerCodecs({ compressionRegistry: registry, CompressionType }: typeof Arrow): void {
  // Before version 21 there is none; then reading says so, see `codecMissing`.
  if (!registry) return;
  const add = (type: Arrow.CompressionType, decompress: Decompress, ratio: number): void => {
    const present = registry.get(type);
    if (present?.decode) return;
    registry.set(type, { ...present, decode: (bytes) => decode(bytes, decompress, ratio) });
  };
  add(CompressionType.LZ4_FRAME, lz4, LZ4_RATIO);
  add(CompressionType.ZSTD, zstd, ZSTD_RATIO);
}

/** Before a compressed buffer is the length of what is in it, which apache-arrow has read and does not hand on. */
const PREFIX_BYTES = 8;

function decode(bytes: Uint8Array, decompress: Decompress, ratio: number): Uint8Array {
  if (bytes.byteOffset < PREFIX_BYTES) throw new Corrupt('a compressed buffer has no length');
  const claimed = new DataView(bytes.buffer, bytes.byteOffset - PREFIX_BYTES, PREFIX_BYTES).getBigInt64(0, true);
  if (claimed < 0n || claimed > BigInt(bytes.length) * BigInt(ratio)) {
    throw new Corrupt(`a buffer of ${bytes.length} bytes claims to hold ${claimed}`);
  }
  const length = Number(claimed);
  const found = length === 0 ? new Uint8Array(0) : decompress(bytes, length);
  if (found.length !== length) throw new Corrupt(`a buffer holds ${found.length} bytes and claims to hold ${length}`);
  return found;
}

/** What to do where apache-arrow is too old to be given codecs. */
export function codecMissing(cause: unknown): Error {
  return runtimeError(
    "its buffers are compressed, for which apache-arrow 21 is needed; or write it with compression='uncompressed'",
    { cause },
  );
}
