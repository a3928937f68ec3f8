/** What the readers of rows take. */
import { callback, choice, nullable, optional, str } from '../../../arguments/fields';
import type { TorchError } from '../../../errors';
import type { ReadProgress } from './meter';

/** What the readers of rows share. */
export interface RowOptions {
  /** What a malformed row does: it ends the loop with an error that names the file and the line, or is left out. */
  readonly onError?: 'throw' | 'skip';
  /** Told of each row that is left out. */
  readonly onSkip?: (error: TorchError) => void;
  /** Told how far the reading is, a few times a second and at the end. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

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
