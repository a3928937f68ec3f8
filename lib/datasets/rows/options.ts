/** What the readers of rows take. */
import { callback, choice, nullable, optional, str } from '../../arguments/fields';
import { nameOf, show } from '../../arguments/describe';
import { typeError } from '../../errors';
import type { RowOptions } from './dataset';

/** What {@link RowDataset} itself needs. */
export const SHARED_OPTIONS = {
  onError: choice(['throw', 'skip'], 'throw'),
  onSkip: optional(callback<NonNullable<RowOptions['onSkip']>>()),
  onProgress: optional(callback<NonNullable<RowOptions['onProgress']>>()),
};

/** What every reader of text takes, for its table. */
export const TEXT_OPTIONS = {
  ...SHARED_OPTIONS,
  map: optional(callback<(row: never) => unknown>()),
  encoding: nullable(str(), 'utf-8'),
};

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
