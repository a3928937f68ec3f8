import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type * as Yauzl from 'yauzl';
import type * as Yazl from 'yazl';
import { booleanOption } from '../../data/check';
import { TorchError, typeError } from '../../errors';
import type { Tensor } from '../../tensor';
import { checkFile } from '../rows/options';
import { type Fill, arrayBytes, readArray } from './npy';
import { knownOptions } from '../../arguments/read';
import { messageOf, nameOf } from '../../arguments/describe';

const load = createRequire(__filename);

/**
 * The arrays of an `.npz` file by name. Each is read as {@link loadNpy} reads it, and checked against its checksum.
 *
 * @throws TorchError for a file that is no zip, and for what {@link loadNpy} refuses.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.load.html
 * @example
 * const { x, y } = await datasets.loadNpz('data.npz');
 */
export async function loadNpz(file: string): Promise<Record<string, Tensor>> {
  checkFile('loadNpz', file);
  const arrays = new Map<string, Tensor>();
  try {
    const zip = await (load('yauzl') as typeof Yauzl).openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (!entry.fileName.endsWith('.npy')) continue;
        const chunks = await contents(zip, entry);
        const name = entry.fileName.slice(0, -'.npy'.length);
        if (arrays.has(name)) throw new Error(`the array '${name}' is there twice`);
        arrays.set(name, readArray(`${file}: ${name}`, entry.uncompressedSize, fillFrom(chunks)));
      }
    } finally {
      zip.close();
    }
  } catch (cause) {
    for (const tensor of arrays.values()) tensor.dispose();
    if (cause instanceof TorchError) throw cause;
    throw new TorchError(`${file}: ${messageOf(cause)}`, { code: 'ERR_TORCH_DATA', cause });
  }
  return Object.fromEntries(arrays);
}

/** An entry's bytes; yauzl checks how many they are, the checksum is left to its users. */
async function contents(zip: Yauzl.ZipFile, entry: Yauzl.Entry): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(chunk as Buffer, checksum);
    chunks.push(chunk as Buffer);
  }
  if (checksum !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is wrong`);
  return chunks;
}

/** Gives chunks away piece by piece. */
function fillFrom(chunks: Buffer[]): Fill {
  let which = 0;
  let at = 0;
  return (target) => {
    const chunk = chunks[which];
    if (!chunk) return 0;
    const count = chunk.copy(target, 0, at);
    at += count;
    if (at === chunk.length) {
      which++;
      at = 0;
    }
    return count;
  };
}

export interface SaveNpzOptions {
  /** As `numpy.savez_compressed` does. */
  readonly compressed?: boolean;
}

/**
 * Writes tensors by name as `.npz`. The file is there whole or not at all.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.savez.html
 * @example
 * await datasets.saveNpz('data.npz', { x: torch.randn([100, 8]), y: torch.zeros([100]) }, { compressed: true });
 */
export async function saveNpz(
  file: string,
  tensors: Readonly<Record<string, Tensor>>,
  options: SaveNpzOptions = {},
): Promise<void> {
  checkFile('saveNpz', file);
  knownOptions('saveNpz', options, ['compressed']);
  const compress = booleanOption('compressed', options.compressed ?? false);
  if (typeof tensors !== 'object' || tensors === null) {
    throw typeError(`saveNpz: expected tensors by name, got ${nameOf(tensors)}`);
  }
  // All of it is copied now: the caller may go on with the tensors while the file is written.
  const parts = Object.entries(tensors).map(([name, tensor]) => [name, arrayBytes('saveNpz', tensor)] as const);
  const zip = new (load('yazl') as typeof Yazl).ZipFile();
  for (const [name, [header, elements]] of parts) {
    const size = header.length + elements.length;
    zip.addReadStream(Readable.from([header, ...pieces(elements)]), `${name}.npy`, { compress, size, mtime: DAWN });
  }
  zip.end();
  await writeWhole(file, zip.outputStream);
}

/** The first time that a zip can tell, so that the same tensors give the same file, as with numpy. */
const DAWN = new Date(1980, 0, 1);

function* pieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  const piece = 1 << 20;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function writeWhole(file: string, stream: NodeJS.ReadableStream): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await pipeline(stream, createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new TorchError(`${file} cannot be written: ${messageOf(cause)}`, { code: 'ERR_TORCH_DATA', cause });
  }
}
