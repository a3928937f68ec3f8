/** What Python's torch has outside of the dispatcher: the generator leaves these names to the files below. */
export * from './creation';
export * from './functional/algebra';
export * from './functional/files';
export * from './functional/search';
export * from './functional/shapes';
export * from './functional/signal';
export * from './functional/sparse';
export * from './functional/types';
