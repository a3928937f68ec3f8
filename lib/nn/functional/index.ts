/**
 * `torch.nn.functional`: Python's functions in camelCase. Every argument may be given by position or by name in a
 * trailing object.
 */
export * from './activation';
export * from './convolution';
export * from './linear-loss';
export * from './loss';
export * from './norm';
export * from './pooling';
export * from './sparse';
export * from './vision';
