import path from 'node:path';
import { FolderDataset } from './folder';
import { choice } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { pathOf } from '../../arguments/files';

export interface ImdbOptions {
  /** The half of the data: `'train'` or `'test'`. */
  readonly split?: 'train' | 'test';
}

const OPTIONS = { split: choice(['train', 'test'], 'train') };

/**
 * The film reviews of Maas et al. as `aclImdb_v1.tar.gz` unpacks them: `train` and `test`, each with `neg` and `pos`.
 * A sample is the text and 0 for negative or 1 for positive.
 *
 * @see https://ai.stanford.edu/~amaas/data/sentiment/
 * @example
 * const [review, label] = datasets.imdb('aclImdb', { split: 'train' }).get(0);
 */
export function imdb(dir: string, options: ImdbOptions = {}, ...surplus: []): FolderDataset {
  refuseSurplus('imdb', 2, surplus);
  const { split } = readOptions('imdb', OPTIONS, options);
  return new FolderDataset(path.join(pathOf('imdb', dir), split), { classes: ['neg', 'pos'], extensions: ['.txt'] });
}
