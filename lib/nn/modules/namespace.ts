/** `torch.nn.modules`: what has no other place than Python's module of that name. */
export * as utils from './utils';
