/** `torch.utils`. Data sets and loaders are `torch.data`. */
export * as checkpoint from './checkpoint/index';
export * as benchmark from './benchmark/index';
export * as tensorboard from './tensorboard/index';
