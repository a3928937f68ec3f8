/** Ready readers of known collections, of folders of classes, and of files of rows. */
export { FileDataset, FolderDataset, type FolderOptions, type LabelledFile, type Load } from './folder';
export { type ImdbOptions, imdb } from './imdb';
export { ArrowDataset } from './rows/arrow';
export type { ColumnOptions, ColumnRow } from './rows/columns';
export type { Interval } from './rows/column-values';
export type { CsvOptions } from './rows/csv';
export { CsvDataset, type CsvDatasetConstructor, type TypedCsvOptions } from './rows/typed-csv';
export type { CsvRow, CsvType, CsvTypes, CsvValue } from './rows/csv-types';
export { RowDataset } from './rows/dataset';
export type { RowOptions } from './rows/options';
export { JsonLinesDataset, type JsonLinesOptions } from './rows/json-lines';
export { ParquetDataset } from './rows/parquet';
export type { ReadProgress } from './rows/meter';
export { type MnistOptions, loadIdx, mnist } from './mnist';
export { loadNpy, saveNpy } from './numpy/npy';
export { type SaveNpzOptions, loadNpz, saveNpz } from './numpy/npz';
export { type SentencePairsOptions, sentencePairs } from './sentence-pairs';
export { type SpamAssassinOptions, spamAssassin } from './spam-assassin';
