import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileFailure, pathOf } from '../arguments/files';
import { isPlainObject } from '../arguments/plain-object';
import { dataError } from '../errors';

/** Files of JSON in a model's folder. */

export type JsonObject = Record<string, unknown>;

/** No config of a model comes near this; a tokenizer may have a vocabulary of some megabytes. */
const MOST_BYTES = 512 << 20;

/** Whether a folder has a file. */
export async function hasFile(folder: string, name: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, name))).isFile();
  } catch {
    return false;
  }
}

/** A file of a folder as text. */
export async function readText(label: string, folder: string | URL, name: string): Promise<string> {
  const file = path.join(pathOf(label, folder), name);
  let size: number;
  let text = '';
  try {
    ({ size } = await stat(file));
    if (size <= MOST_BYTES) text = await readFile(file, 'utf8');
  } catch (error) {
    throw fileFailure(label, file, error);
  }
  if (size > MOST_BYTES) throw dataError(`${label}: ${file} has ${size} bytes, more than any such file`);
  return text;
}

/** A file of a folder, parsed. */
export async function readJson(label: string, folder: string | URL, name: string): Promise<JsonObject> {
  const text = await readText(label, folder, name);
  const file = path.join(pathOf(label, folder), name);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw dataError(`${label}: ${file} is no JSON: ${(cause as Error).message}`, { cause });
  }
  if (!isPlainObject(parsed)) throw dataError(`${label}: ${file} should hold an object`);
  return parsed;
}

/** Makes a folder. */
export async function makeFolder(label: string, folder: string | URL): Promise<string> {
  const target = pathOf(label, folder);
  try {
    await mkdir(target, { recursive: true });
  } catch (error) {
    throw fileFailure(label, target, error);
  }
  return target;
}

/** Writes a file of a folder, which appears whole or not at all. */
export async function writeText(label: string, folder: string | URL, name: string, text: string): Promise<void> {
  const file = path.join(await makeFolder(label, folder), name);
  const part = `${file}.tmp-${process.pid}`;
  try {
    await writeFile(part, text);
    await rename(part, file);
  } catch (error) {
    throw fileFailure(label, file, error);
  }
}

/** Fields of nested objects that are floating point numbers in Python. */
const NESTED_FLOATS: ReadonlySet<string> = new Set([
  ...['rope_theta', 'factor', 'low_freq_factor', 'high_freq_factor', 'attention_factor'],
  ...['mscale', 'mscale_all_dim', 'partial_rotary_factor', 'beta_fast', 'beta_slow'],
]);

/** JSON in which a whole number that is a float in Python has its `.0`: transformers refuses configs without. */
function pythonJson(content: unknown, floats: ReadonlySet<string>, indent: string): string {
  if (!isPlainObject(content)) return JSON.stringify(content ?? null);
  const inner = `${indent}  `;
  const entries = Object.entries(content)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => {
      const isFloat = floats.has(name) && Number.isInteger(one) && Math.abs(one as number) < 1e16;
      const text = isFloat ? `${String(one)}.0` : pythonJson(one, NESTED_FLOATS, inner);
      return `${inner}${JSON.stringify(name)}: ${text}`;
    });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

/** Writes JSON in the form that Python writes; `floats` are the fields that are floating point numbers there. */
export async function writeJson(
  label: string,
  folder: string | URL,
  name: string,
  content: JsonObject,
  floats: Iterable<string> = [],
): Promise<void> {
  await writeText(label, folder, name, `${pythonJson(content, new Set(floats), '')}\n`);
}
