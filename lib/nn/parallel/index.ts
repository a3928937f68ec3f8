/** `torch.nn.parallel`: one module on several processes. */
export { BuiltinCommHookType, type DdpJoinOptions, DistributedDataParallel } from './distributed-data-parallel';
export type { DistributedDataParallelOptions } from './ddp-options';
export { type CommHook, type CommHookResult, GradBucket } from './comm-hooks';
export { DataParallel, type DataParallelOptions } from './data-parallel';
