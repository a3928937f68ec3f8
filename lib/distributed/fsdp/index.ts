/** `torch.distributed.fsdp`: parameters divided among ranks. */
export { clipGradNorm_, type ShardedClipOptions } from './clip-grad-norm';
export type { FSDPModule } from './fsdp-module';
export { fullyShard, type FullyShardOptions } from './fully-shard';
export { MixedPrecisionPolicy, type MixedPrecisionOptions } from './policy';
