import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';

import { asDiskError, InstallError, messageOf } from './errors';
import type { Reporter } from './reporter';
import { ensureSpace } from './space';

/** Where an entry goes, relative to the target folder with `/`; `undefined` leaves it out. */
export type Placement = (name: string) => string | undefined;

interface Planned {
  readonly entry: yauzl.Entry;
  readonly path: string;
}

/**
 * Unpacks the entries of a zip or wheel that `choose` places, chosen after it has seen all names. Each file is checked
 * against its CRC and size, and no entry can leave `target`.
 */
export async function unpack(
  archive: string,
  target: string,
  choose: (names: readonly string[]) => Placement,
  reporter: Reporter,
): Promise<void> {
  const zip = await open(archive);
  try {
    const plan = planEntries(await readEntries(zip, archive), target, choose);
    const total = plan.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    mkdirSync(target, { recursive: true });
    ensureSpace(target, total);
    await writeEntries(zip, archive, plan, reporter, total);
  } finally {
    zip.close();
  }
}

/** The names in an archive, folders left out. */
export async function listNames(archive: string): Promise<readonly string[]> {
  const zip = await open(archive);
  try {
    return (await readEntries(zip, archive)).map((entry) => entry.fileName);
  } finally {
    zip.close();
  }
}

/** The text of one small entry. */
export async function readText(archive: string, pick: (name: string) => boolean): Promise<string | undefined> {
  const zip = await open(archive);
  try {
    const entry = (await readEntries(zip, archive)).find(({ fileName }) => pick(fileName));
    if (!entry) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of await openEntry(zip, entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    throw archiveError(archive, error);
  } finally {
    zip.close();
  }
}

async function open(archive: string): Promise<yauzl.ZipFile> {
  try {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    return await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(archive, options);
  } catch (error) {
    throw archiveError(archive, error);
  }
}

async function readEntries(zip: yauzl.ZipFile, archive: string): Promise<readonly yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  await new Promise<void>((done, fail) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', done);
    zip.once('error', (error) => {
      fail(archiveError(archive, error));
    });
    zip.readEntry();
  });
  return entries;
}

function planEntries(
  entries: readonly yauzl.Entry[],
  target: string,
  choose: (names: readonly string[]) => Placement,
): readonly Planned[] {
  const place = choose(entries.map((entry) => entry.fileName));
  const plan: Planned[] = [];
  for (const entry of entries) {
    const relative = place(entry.fileName);
    if (relative !== undefined) plan.push({ entry, path: inside(target, relative) });
  }
  return plan;
}

/** yauzl refuses `..` and absolute names already; this does not rely on it. */
function inside(target: string, relative: string): string {
  const path = resolve(target, relative);
  if (path.startsWith(resolve(target) + sep)) return path;
  throw archiveError(relative, new Error('an entry points outside of the folder'));
}

async function writeEntries(
  zip: yauzl.ZipFile,
  archive: string,
  plan: readonly Planned[],
  reporter: Reporter,
  total: number,
): Promise<void> {
  const progress = reporter.begin('unpack', total);
  let done = 0;
  try {
    for (const { entry, path } of plan) {
      await writeEntry(zip, archive, { entry, path }, (bytes) => {
        progress.update((done += bytes));
      });
    }
  } finally {
    progress.end();
  }
}

async function writeEntry(
  zip: yauzl.ZipFile,
  archive: string,
  { entry, path }: Planned,
  count: (bytes: number) => void,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  try {
    const file = createWriteStream(path, { flags: 'wx', mode: entryMode(entry) });
    await pipeline(await openEntry(zip, entry), checksum(entry, count), file);
  } catch (error) {
    const disk = asDiskError(error, path);
    throw disk === error ? archiveError(`${archive}: ${entry.fileName}`, error) : disk;
  }
}

/** yauzl checks sizes, but not the CRC that each entry carries. */
function checksum(entry: yauzl.Entry, count: (bytes: number) => void) {
  return async function* (source: AsyncIterable<Buffer>) {
    let crc = 0;
    for await (const chunk of source) {
      crc = crc32(chunk, crc);
      count(chunk.length);
      yield chunk;
    }
    if (crc !== entry.crc32) throw new Error('its checksum is wrong');
  };
}

async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) fail(error);
      else done(stream);
    });
  });
}

/** The programs in `bin` stay executable; nothing else of the mode is taken over. */
function entryMode(entry: yauzl.Entry): number {
  const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
  return executable ? 0o755 : 0o644;
}

function archiveError(archive: string, cause: unknown): InstallError {
  return new InstallError(
    'ERR_INSTALL_ARCHIVE',
    `${archive} is not a whole zip or wheel: ${messageOf(cause)}`,
    'Delete the file and get it again.',
    { cause },
  );
}
