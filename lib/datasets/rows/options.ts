/** Checks of the readers' options. */
import { nameOf, show } from '../../arguments/describe';
import { typeError } from '../../errors';

export function checkFile(caller: string, file: unknown): string {
  if (typeof file === 'string' && file !== '') return file;
  throw typeError(`${caller}: expected the path of a file, got ${show(file)}`);
}

export function onErrorOption(value: unknown): void {
  if (value === 'throw' || value === 'skip') return;
  throw typeError(`onError should be 'throw' or 'skip', got ${show(value)}`);
}

export function functionOption(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw typeError(`${name} should be a function, got ${nameOf(value)}`);
}

/** Names of columns, or undefined for all of them. */
export function columnsOption(value: unknown): readonly string[] | undefined {
  if (value == null) return undefined;
  if (Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')) return [...value];
  throw typeError(`columns should be a list of names, got ${show(value)}`);
}
