/**
 * `torch.nn.functional`: Python's functions in camelCase. The documentation of each begins with Python's arguments, which
 * may be given by position or by name in a trailing object, unless it says otherwise.
 */
export * from './activation';
export * from './attention';
export * from './class-loss';
export * from './convolution';
export * from './distance';
export * from './distance-loss';
export * from './linear-loss';
export * from './max-pooling';
export * from './norm';
export * from './pooling';
export * from './rectifiers';
export * from './regression-loss';
export * from './resize';
export * from './softmax';
export * from './sparse';
export * from './unpooling';
export * from './vision';
