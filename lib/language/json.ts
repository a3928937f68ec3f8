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
  return parsed as JsonObject;
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

/** The same for JSON, in the form that Python writes. */
export async function writeJson(label: string, folder: string | URL, name: string, content: JsonObject): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeText(label, folder, name, `${JSON.stringify(sorted, null, 2)}\n`);
}
