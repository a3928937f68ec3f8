/** `torch.utils.data`: datasets, samplers, loaders. */
export { type Collated, type Converted, defaultCollate, defaultConvert } from './collate';
export { ChainDataset, ConcatDataset, StackDataset, Subset, randomSplit } from './compose';
export { Dataset, IterableDataset, type MapDataset, type SampleOf } from './dataset';
export type { Entries } from './iterate';
export { DataLoader, type CollatedOptions, type DataLoaderConstructor, type UnbatchedOptions } from './data-loader';
export type { AnyDataset } from './loader';
export type { DataLoaderOptions } from './options';
export type { DataLoaderState } from './progress';
export { ShardedDataset, type ShardedDatasetOptions } from './sharded-dataset';
export { DistributedSampler, type DistributedSamplerOptions } from './distributed-sampler';
export {
  BatchSampler,
  RandomSampler,
  type RandomSamplerOptions,
  type Sampler,
  SequentialSampler,
  type Sized,
  SubsetRandomSampler,
  WeightedRandomSampler,
  type WeightedRandomSamplerOptions,
} from './sampler';
export { type Rows, TensorDataset } from './tensor-dataset';
export type { NumericArray } from './typed-array';
export { type WorkerInfo, getWorkerInfo } from './worker/info';
export { WorkerDataset, type WorkerDatasetOptions } from './worker-dataset';
export { LengthBucketSampler, type LengthBucketSamplerOptions } from './bucket-sampler';
export { type PadCollateOptions, type Padded, type Sequence, padCollate } from './pad-collate';
