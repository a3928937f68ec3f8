import { basename, dirname, join } from 'node:path';
import { TorchError } from '../errors';
import { pathOf, statIfThere, statOf } from '../arguments/files';
import { serializationError } from './errors';
import { JsonReader } from './json-reader';
import { MAX_HEADER, checkMemory, readTexts, withFile } from './safetensors-header';

/** The file of a folder of shards that says which tensor is in which. @internal */
export const INDEX = 'model.safetensors.index.json';

/** How many times a set that is replaced during reading is tried. */
const MOST_ATTEMPTS = 50;

/**
 * Runs `body` with the files that a path stands for. Replacing a set of shards removes the old files. If they disappear
 * while they are read, the new set is read instead. @internal
 */
export function wholeSet<T>(label: string, path: unknown, body: (files: readonly string[]) => T): T {
  const from = pathOf(label, path);
  let files = filesOf(label, from);
  for (let attempt = 1; ; attempt++) {
    try {
      return body(files);
    } catch (error) {
      files = filesInstead(label, from, files, error, attempt);
    }
  }
}

/** {@link wholeSet} of an asynchronous body. @internal */
export async function wholeSetAsync<T>(
  label: string,
  path: unknown,
  body: (files: readonly string[]) => Promise<T>,
): Promise<T> {
  const from = pathOf(label, path);
  let files = filesOf(label, from);
  for (let attempt = 1; ; attempt++) {
    try {
      return await body(files);
    } catch (error) {
      files = filesInstead(label, from, files, error, attempt);
    }
  }
}

/** The files that replaced the missing ones. Throws `error` if there are none. */
function filesInstead(
  label: string,
  path: string,
  before: readonly string[],
  error: unknown,
  attempt: number,
): readonly string[] {
  const gone = error instanceof TorchError && (error.cause as { code?: string } | undefined)?.code === 'ENOENT';
  if (!gone || attempt >= MOST_ATTEMPTS) throw error;
  const files = filesOf(label, path);
  if (files.join('\0') === before.join('\0')) throw error;
  return files;
}

/** The files that a path stands for: itself, or the shards of a folder or an index. */
function filesOf(label: string, path: string): readonly string[] {
  if (!statOf(label, path).isDirectory()) return path.endsWith('.json') ? shardsOf(label, path) : [path];
  const index = join(path, INDEX);
  if (statIfThere(label, index)) return shardsOf(label, index);
  const single = join(path, 'model.safetensors');
  if (statIfThere(label, single)) return [single];
  throw serializationError(`${label}: ${path} has neither ${INDEX} nor model.safetensors`);
}

/** The shards that an index names, each once, beside it. @internal */
export function shardsOf(label: string, index: string): readonly string[] {
  const names = namesInIndex(label, index);
  if (names.size === 0) throw serializationError(`${index} has no weight_map`);
  return [...names].map((name) => {
    // A shard must lie beside its index. A name that leads elsewhere is refused.
    if (basename(name) !== name || name.includes('\\') || name === '..' || name === '.') {
      throw serializationError(`${index} names ${JSON.stringify(name)}, which is not a file beside it`);
    }
    return join(dirname(index), name);
  });
}

/** The names of the files in an index. @internal */
export function namesInIndex(label: string, index: string): Set<string> {
  const fail = (what: string): never => {
    throw serializationError(`cannot read the index ${index}: ${what}`);
  };
  return withFile(label, index, (read, size) => {
    if (size > MAX_HEADER) fail('it is too large');
    checkMemory(index, size);
    const json = new JsonReader(read(0, size), fail);
    const names = new Set<string>();
    json.object((field) => {
      if (field !== 'weight_map') json.skip();
      else for (const name of Object.values(readTexts(json))) names.add(name);
    });
    json.end();
    return names;
  });
}
