/** Who gets which samples: several ranks, and the workers of their loaders. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets, tensor } from '../../../lib/index';
import { outputsOf } from '../../support/ranks';

const numbers = (length: number): data.IterableDataset<number> =>
  data.IterableDataset.from(function* () {
    for (let i = 0; i < length; i++) yield i;
  });

function shares(length: number, numReplicas: number, uneven?: 'keep' | 'pad' | 'drop'): number[][] {
  return Array.from({ length: numReplicas }, (_, rank) => [
    ...(new data.ShardedDataset(numbers(length), { numReplicas, rank, uneven }) as Iterable<number>),
  ]);
}

describe('ShardedDataset', () => {
  test('all shares together have each sample once', () => {
    expect(shares(7, 3)).toEqual([
      [0, 3, 6],
      [1, 4],
      [2, 5],
    ]);
    expect(shares(2, 3)).toEqual([[0], [1], []]);
  });

  test('pad repeats the first samples, drop leaves out the last ones', () => {
    expect(shares(7, 3, 'pad')).toEqual([
      [0, 3, 6],
      [1, 4, 0],
      [2, 5, 1],
    ]);
    expect(shares(7, 3, 'drop')).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(shares(2, 5, 'pad')).toEqual([[0], [1], [0], [1], [0]]);
    expect(shares(6, 3, 'pad')).toEqual(shares(6, 3, 'drop'));
    expect(shares(0, 2, 'pad')).toEqual([[], []]);
  });

  test('knows its length where the dataset knows it', () => {
    const known = Object.assign(numbers(7), { length: 7 });
    const lengths = (uneven: 'keep' | 'pad' | 'drop'): number[] =>
      [0, 1, 2].map((rank) => {
        const shard = new data.ShardedDataset(known, { numReplicas: 3, rank, uneven });
        return new data.DataLoader(shard, { batchSize: 1 }).length;
      });
    expect([lengths('keep'), lengths('pad'), lengths('drop')]).toEqual([
      [3, 2, 2],
      [3, 3, 3],
      [2, 2, 2],
    ]);
    const unknown = new data.ShardedDataset(numbers(7), { numReplicas: 3, rank: 0 });
    expect(() => new data.DataLoader(unknown).length).toThrow('has no length');
  });

  test.each([
    [() => new data.ShardedDataset([1] as never), /'dataset' should be an IterableDataset/],
    [() => new data.ShardedDataset(numbers(1)), /Default process group has not been initialized/],
    [() => new data.ShardedDataset(numbers(1), { numReplicas: 2, rank: 2 }), /Invalid rank 2.*\[0, 1\]/],
    [() => new data.ShardedDataset(numbers(1), { uneven: 'keeep' as never }), /'uneven' should be 'keep' or/],
    [() => new data.ShardedDataset(numbers(1), { rnak: 1 } as never), /did you mean 'rank'/],
  ])('refuses bad arguments: %#', (make, message) => {
    expect(make).toThrow(message);
  });

  test('of an asynchronous dataset needs `for await`', () => {
    const lines = data.IterableDataset.from(async function* () {
      yield 1;
    });
    const shard = new data.ShardedDataset(lines, { numReplicas: 1, rank: 0 });
    expect(() => [...(shard as Iterable<number>)]).toThrow('asynchronous');
  });
});

describe('files', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-shards-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('bad rows are left out alike on all ranks, and an epoch goes on in its middle', async () => {
    const file = path.join(folder, 'rows.jsonl');
    const rows = Array.from({ length: 23 }, (_, i) => (i % 5 === 3 ? 'none' : JSON.stringify(i)));
    writeFileSync(file, rows.join('\n'));
    const loader = (rank: number): data.DataLoader<number, number[]> => {
      const rows = new datasets.JsonLinesDataset<number>(file, { onError: 'skip' });
      const shard = new data.ShardedDataset(rows, { numReplicas: 2, rank });
      return new data.DataLoader(shard, { batchSize: 3, collate: (samples: number[]) => samples });
    };
    const whole = await Promise.all([0, 1].map((rank) => batches(loader(rank))));
    const good = rows.filter((row) => row !== 'none').map(Number);
    expect(whole.flat(2).sort((a, b) => a - b)).toEqual(good);
    for (const rank of [0, 1]) {
      const first = loader(rank);
      for await (const _ of first) if (first.stateDict().yielded === 2) break;
      const second = loader(rank);
      second.loadStateDict(first.stateDict());
      expect(await batches(second)).toEqual(whole[rank]?.slice(2));
    }
  });

  test('ranks and the workers of their loaders', async () => {
    const module = path.join(folder, 'numbers.cjs');
    const library = path.resolve(__dirname, '../../../lib/index');
    writeFileSync(
      module,
      `const { data } = require(${JSON.stringify(library)});
       module.exports = ({ rank, length }) => new data.ShardedDataset(
         data.IterableDataset.from(function* () { for (let i = 0; i < length; i++) yield i; }),
         rank === undefined ? {} : { numReplicas: 2, rank });`,
    );
    const register = path.resolve(__dirname, '../../support/register-ts.cjs');
    const read = async (options: object): Promise<number[]> => {
      const dataset = new data.WorkerDataset<number>(module, options, { execArgv: ['--require', register] });
      const loader = new data.DataLoader(dataset, { batchSize: 2, numWorkers: 2 });
      const all = await batches(loader as never);
      loader.close();
      return all.flatMap((batch) => tensor(batch as never).tolist() as number[]);
    };
    const two = await Promise.all([0, 1].map((rank) => read({ rank, length: 11 })));
    expect(two.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i));
    // Alone, and in no group, a worker is one of one process.
    expect((await read({ length: 5 })).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

async function batches(loader: data.DataLoader<number, number[]>): Promise<number[][]> {
  const all: number[][] = [];
  for await (const batch of loader) all.push(batch);
  return all;
}

describe('in a process group', () => {
  test('ranks are found, and an epoch goes on in its middle on each', async () => {
    const script = `
      await dist.initProcessGroup('gloo');
      const { DataLoader, DistributedSampler, ShardedDataset, IterableDataset, TensorDataset } = torch.data;
      const dataset = new TensorDataset(torch.arange(11));
      const make = () => {
        const sampler = new DistributedSampler(dataset, { seed: 4 });
        return { sampler, loader: new DataLoader(dataset, { batchSize: 2, sampler }) };
      };
      const rest = (loader) => [...loader].map(([x]) => x.tolist());
      const { sampler, loader } = make();
      sampler.setEpoch(3);
      const whole = rest(loader);
      for (const _ of loader) if (loader.stateDict().yielded === 1) break;
      const other = make();
      // What a checkpoint keeps goes through a file.
      torch.save(loader.stateDict(), input + rank);
      other.loader.loadStateDict(torch.load(input + rank));
      const resumed = rest(other.loader);
      const numbers = IterableDataset.from(function* () { for (let i = 0; i < 5; i++) yield i; });
      const shard = [...new ShardedDataset(numbers)];
      await dist.destroyProcessGroup();
      return { whole, resumed, shard, at: [sampler.rank, sampler.numReplicas] };`;
    const folder = mkdtempSync(path.join(tmpdir(), 'ltn-shards-'));
    const ranks = [0, 1].map(() => ({ node: script, input: `${folder}/state` }));
    const results = (await outputsOf(ranks)) as {
      whole: number[][];
      resumed: number[][];
      shard: number[];
      at: number[];
    }[];
    rmSync(folder, { recursive: true });
    expect(results.map(({ at }) => at)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(results.map(({ shard }) => shard)).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
    for (const { whole, resumed } of results) expect(resumed).toEqual(whole.slice(1));
    const seen = results.flatMap(({ whole }) => whole.flat());
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(seen).toHaveLength(12);
  });
});
