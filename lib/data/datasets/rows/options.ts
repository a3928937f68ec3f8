/** What the readers of rows take. */
import { callback, choice, nullable, optional, str } from '../../../arguments/fields';
import type { RowOptions } from './dataset';

/** What {@link RowDataset} itself needs. */
export const SHARED_OPTIONS = {
  onError: choice(['throw', 'skip'], 'throw'),
  onSkip: optional(callback<NonNullable<RowOptions['onSkip']>>()),
  onProgress: optional(callback<NonNullable<RowOptions['onProgress']>>()),
};

/** What every reader of rows takes, for its table. */
export const ROW_OPTIONS = { ...SHARED_OPTIONS, map: optional(callback<(row: never) => unknown>()) };

/** The readers of text. */
export const TEXT_OPTIONS = { ...ROW_OPTIONS, encoding: nullable(str(), 'utf-8') };
