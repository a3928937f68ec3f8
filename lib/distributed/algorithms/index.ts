/** `torch.distributed.algorithms`: uneven inputs, and communication hooks. */
export { Join, JoinHook, type JoinOptions, type Joinable } from '../../c10d/join';
export * as ddpCommHooks from './ddp-comm-hooks';
