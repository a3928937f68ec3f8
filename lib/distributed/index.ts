/**
 * `torch.distributed`: several processes and machines as one. See docs/distributed.md.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html
 */
export * from '../c10d/index';
export { type SpawnOptions, SpawnContext, spawn } from './spawn/spawn';
export * as algorithms from './algorithms';
export * as checkpoint from './checkpoint/index';
export * as fsdp from './fsdp/index';
export * as optim from './optim/index';
