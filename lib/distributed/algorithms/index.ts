/** `torch.distributed.algorithms`: uneven inputs, communication hooks, and averages of parameters. */
export { Join, JoinHook, type JoinOptions, type Joinable } from '../../c10d/join';
export * as ddpCommHooks from './ddp-comm-hooks';
export * as modelAveraging from './model-averaging';
