/** DataLoader, samplers and datasets: what they take is what Python's take. */
import { Generator, data, manualSeed, ones, tensor } from '../../../lib/index';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

type Sample = Omit<Subject, 'parameters'>;
type Loose = (...args: unknown[]) => unknown;

const five = { length: 5, get: (index: number): number => index };

/** What is made is iterated, twice, from a fixed seed. */
function of(name: string, samples: object, more: Partial<Sample> = {}, python = `torch.utils.data.${name}`): Sample {
  const call = (args: unknown[]): unknown => {
    manualSeed(2);
    for (const one of args) if (one instanceof Generator) one.manualSeed(9);
    const last = args.at(-1) as { generator?: Generator } | null | undefined;
    if (last?.generator instanceof Generator) last.generator.manualSeed(9);
    const Class = (data as unknown as Record<string, new (...args: unknown[]) => Iterable<unknown>>)[name]!;
    const made = new Class(...args);
    return Symbol.iterator in made ? [[...made], [...made]] : [made];
  };
  return { name: python, call, samples: samples as Sample['samples'], ...more };
}

const generator = new Generator();
const SAMPLES: readonly Sample[] = [
  of(
    'DataLoader',
    { dataset: new data.TensorDataset(tensor([1, 2, 3, 4, 5])) },
    {
      object: true,
      others: {
        ...{ batchSize: 2, shuffle: true, sampler: [3, 1], batchSampler: [[4, 3]], collateFn: String, dropLast: true },
        ...{
          timeout: 5,
          workerInitFn: 'x.js',
          pinMemoryDevice: 'cuda',
          generator,
          prefetchFactor: 4,
          multiprocessingContext: 'fork',
        },
      },
      silent: [
        'numWorkers',
        'pinMemory',
        'dropLast',
        'timeout',
        'workerInitFn',
        'generator',
        'prefetchFactor',
        'inOrder',
        'pinMemoryDevice',
      ],
      refused: ['multiprocessingContext', 'persistentWorkers'],
    },
  ),
  of('SequentialSampler', { dataSource: five }, { object: true }),
  of('RandomSampler', { dataSource: five }, { object: true, others: { numSamples: 3, generator } }),
  of('SubsetRandomSampler', { indices: [7, 5, 3] }, { others: { generator } }),
  of('WeightedRandomSampler', { weights: [1, 2, 3], numSamples: 3 }, { others: { generator } }),
  of('BatchSampler', { sampler: [3, 1, 2], batchSize: 2, dropLast: false }),
  of(
    'DistributedSampler',
    { dataset: five },
    { fills: { numReplicas: 2, rank: 0 }, object: true, others: { numReplicas: 3, rank: 1 } },
    'torch.utils.data.distributed.DistributedSampler',
  ),
  of('Subset', { dataset: five, indices: [3, 1] }, { object: true }),
  of('ConcatDataset', { datasets: [five, five] }),
  of('ChainDataset', { datasets: [] }),
  {
    name: 'torch.utils.data.random_split',
    call: (args) => {
      manualSeed(2);
      generator.manualSeed(9);
      return (data.randomSplit as Loose)(...args);
    },
    ...{ samples: { dataset: five, lengths: [2, 3] }, object: true, others: { generator } },
  },
];

let signatures: Record<string, PythonParameter[] | null>;
beforeAll(() => {
  signatures = pythonSignatures(SAMPLES.map(({ name }) => name));
});

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  expect(faultsOf({ ...sample, parameters: signatures[name]! })).toEqual([]);
});

test('datasets of something else are refused by name', () => {
  expect(() => new data.Subset([1], 0 as never)).toThrow(/'indices' should be an array of indices, got 0/);
  expect(() => new data.ConcatDataset(5 as never)).toThrow(/'datasets' should be an iterable of datasets/);
  expect(() => new data.TensorDataset(ones([2]), [1, 2] as never)).toThrow(/must be a Tensor, got an array/);
});
