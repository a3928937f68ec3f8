import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type * as Yauzl from 'yauzl';
import type * as Yazl from 'yazl';
import { bool } from '../../../arguments/fields';
import { messageOf, nameOf } from '../../../arguments/describe';
import { isPlainObject } from '../../../arguments/plain-object';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { dataError, TorchError, typeError } from '../../../errors';
import { fileFailure, regularFile } from '../../../arguments/files';
import type { Tensor } from '../../../tensor/tensor';
import { NoCounterpart, npyError } from './header';
import { type Fill, arrayBytes, readArray } from './npy';
import { replacement } from './replace';

const load = createRequire(__filename);

/** An array, or why it cannot be one. */
type Loaded = Tensor | NoCounterpart;

/**
 * The arrays of an `.npz` file by name. Each is read as {@link loadNpy} reads it, and checked against its checksum. An array
 * that has no counterpart among tensors, as one of Python objects, fails when it is asked for; the others are there.
 *
 * @throws TorchError for a file that is no zip, and for arrays that are damaged.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.load.html
 * @example
 * const { x, y } = await datasets.loadNpz('data.npz');
 */
export async function loadNpz(file: string, ...surplus: []): Promise<Record<string, Tensor>> {
  refuseSurplus('loadNpz', 1, surplus);
  const path = regularFile('loadNpz', file);
  const arrays = new Map<string, Loaded>();
  try {
    const zip = await opened(path);
    try {
      for await (const entry of entriesOf(path, zip)) {
        if (!entry.fileName.endsWith('.npy')) continue;
        const name = entry.fileName.slice(0, -'.npy'.length);
        if (arrays.has(name)) throw npyError(path, `the array '${name}' is there twice`);
        const chunks = await contents(path, zip, entry);
        arrays.set(name, arrayOf(`${path}: ${name}`, entry.uncompressedSize, chunks));
      }
    } finally {
      zip.close();
    }
  } catch (cause) {
    for (const array of arrays.values()) if (!(array instanceof TorchError)) array.dispose();
    throw cause;
  }
  return byName(arrays);
}

function arrayOf(name: string, size: number, chunks: Buffer[]): Loaded {
  try {
    return readArray(name, size, fillFrom(chunks));
  } catch (error) {
    if (error instanceof NoCounterpart) return error;
    throw error;
  }
}

/** An object of the arrays; those that are none throw why. */
function byName(arrays: ReadonlyMap<string, Loaded>): Record<string, Tensor> {
  const result: Record<string, Tensor> = {};
  for (const [name, array] of arrays) {
    const property =
      array instanceof NoCounterpart
        ? {
            get(): never {
              throw new NoCounterpart(array.message, { code: array.code, cause: array });
            },
          }
        : { value: array, writable: true };
    Object.defineProperty(result, name, { ...property, enumerable: true, configurable: true });
  }
  return result;
}

async function opened(file: string): Promise<Yauzl.ZipFile> {
  try {
    return await (load('yauzl') as typeof Yauzl).openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw fileFailure('loadNpz', file, cause);
    throw damaged(file, 'this is not an .npz file: those are zip archives', cause);
  }
}

async function* entriesOf(file: string, zip: Yauzl.ZipFile): AsyncGenerator<Yauzl.Entry, void, undefined> {
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      throw damaged(file, 'its list of arrays is damaged', cause);
    });
    if (next.done) return;
    yield next.value;
  }
}

/** An entry's bytes; yauzl checks how many they are, the checksum is left to its users. */
async function contents(file: string, zip: Yauzl.ZipFile, entry: Yauzl.Entry): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk as Buffer, checksum);
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    throw damaged(file, `${entry.fileName} is damaged`, cause);
  }
  if (checksum !== entry.crc32) throw npyError(file, `the checksum of ${entry.fileName} is wrong`);
  return chunks;
}

function damaged(file: string, what: string, cause: unknown): TorchError {
  return dataError(`${file}: ${what} (${messageOf(cause)})`, { cause });
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

const OPTIONS = { compressed: bool(false) };

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
  ...surplus: []
): Promise<void> {
  refuseSurplus('saveNpz', 3, surplus);
  const { compressed: compress } = readOptions('saveNpz', OPTIONS, options);
  if (!isPlainObject(tensors)) {
    throw typeError(`saveNpz: expected tensors by name, got ${nameOf(tensors)}`);
  }
  // All of it is copied now: the caller may go on with the tensors while the file is written.
  const parts = Object.entries(tensors).map(([name, tensor]) => [name, arrayBytes('saveNpz', tensor)] as const);
  const target = replacement('saveNpz', file);
  const zip = new (load('yazl') as typeof Yazl).ZipFile();
  for (const [name, [header, elements]] of parts) {
    const size = header.length + elements.length;
    zip.addReadStream(Readable.from([header, ...pieces(elements)]), `${name}.npy`, { compress, size, mtime: DAWN });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, createWriteStream(target.unfinished, { mode: target.mode }));
    target.finish();
  } catch (cause) {
    throw target.fail(cause);
  }
}

/** The first time that a zip can tell, so that the same tensors give the same file, as with numpy. */
const DAWN = new Date(1980, 0, 1);

function* pieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  const piece = 1 << 20;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
