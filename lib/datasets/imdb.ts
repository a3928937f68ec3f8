import path from 'node:path';
import { FolderDataset } from './folder';
import { typeError } from '../errors';

export interface ImdbOptions {
  readonly split?: 'train' | 'test';
}

/**
 * The film reviews of Maas et al. as `aclImdb_v1.tar.gz` unpacks them: `train` and `test`, each with `neg` and `pos`.
 * A sample is the text and 0 for negative or 1 for positive.
 *
 * @see https://ai.stanford.edu/~amaas/data/sentiment/
 * @example
 * const [review, label] = datasets.imdb('aclImdb', { split: 'train' }).get(0);
 */
export function imdb(dir: string, { split = 'train' }: ImdbOptions = {}): FolderDataset {
  if (split !== 'train' && split !== 'test') throw typeError(`split should be 'train' or 'test', got ${split}`);
  return new FolderDataset(path.join(dir, split), { classes: ['neg', 'pos'], extensions: ['.txt'] });
}
