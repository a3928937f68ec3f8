/** What Python's torch has outside of the dispatcher: the generator leaves these names to the files below. */
export * from '../creation';
export * from './algebra';
export * from '../files';
export * from './odds';
export * from './search';
export * from './shapes';
export * from './signal';
export * from './sparse';
export * from './types';
