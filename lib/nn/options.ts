/** The options of all layers and functions. */
export type * from './layer-options';
export type * from './loss-options';
export type * from './sequence-options';
