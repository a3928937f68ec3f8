/**
 * `torch.distributed`: several processes and machines as one. See docs/distributed.md.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html
 */
export * from '../c10d/index';
export * as algorithms from './algorithms';
