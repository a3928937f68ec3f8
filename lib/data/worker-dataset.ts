import { pathToFileURL } from 'node:url';
import { optional, value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { wholeNumber } from './dataset-check';
import { show } from '../arguments/describe';
import { typeError } from '../errors';

export interface WorkerDatasetOptions {
  /** The number of samples. Without it a worker is started to ask for it. */
  readonly length?: number;
  /** Options of node for the workers, as `['--import', 'tsx']` where the module is TypeScript. */
  readonly execArgv?: readonly string[];
}

const TABLE = {
  length: optional(value<number>('an integer', (v) => typeof v === 'number')),
  execArgv: value<readonly string[]>(
    'a list of strings',
    (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
    [],
  ),
};

/**
 * A dataset that is made in the workers of a {@link DataLoader}, from a module: threads cannot be given objects with
 * methods. The module's default export is a function (or class) that takes `options` and gives a {@link Dataset} or an
 * {@link IterableDataset}; it may export `collate`, too, which then runs in the workers.
 *
 * @example
 * // mails.ts
 * export default ({ folder }: { folder: string }) => new datasets.FolderDataset(folder, { extensions: ['.txt'] });
 *
 * // train.ts
 * const mails = new data.WorkerDataset<[string, number]>(new URL('./mails.js', import.meta.url), { folder: 'mails' });
 * const loader = new data.DataLoader(mails, { batchSize: 64, shuffle: true, numWorkers: 2 });
 * for await (const [texts, labels] of loader) console.log(texts, labels);
 */
export class WorkerDataset<T = unknown> {
  /** Which samples it has is only a type here. */
  declare readonly sample: T;
  readonly module: string;
  readonly execArgv: readonly string[];
  readonly knownLength: number | null;

  constructor(
    module: URL | string,
    /** Given to the module's default export; must survive a structured clone. */
    readonly options: unknown = undefined,
    workerOptions?: WorkerDatasetOptions,
    ...surplus: []
  ) {
    refuseSurplus('WorkerDataset', 3, surplus);
    const { length, execArgv } = readOptions('WorkerDataset', TABLE, workerOptions);
    if (!(module instanceof URL) && typeof module !== 'string') {
      throw typeError(`WorkerDataset: the module should be a URL or a path, got ${show(module)}`);
    }
    this.module = module instanceof URL ? module.href : pathToFileURL(module).href;
    this.execArgv = execArgv;
    this.knownLength = length === undefined ? null : wholeNumber('length', length, 0);
  }
}
