/** Ready readers of known collections, and of folders of classes. */
export { FileDataset, FolderDataset, type FolderOptions, type LabelledFile, type Load } from './folder';
export { type ImdbOptions, imdb } from './imdb';
export { type SpamAssassinOptions, spamAssassin } from './spam-assassin';
