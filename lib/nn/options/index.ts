/**
 * The options of layers and functions, each described once: a layer and the function that it calls share an interface,
 * and families of layers extend a common one. Sizes are in elements; a list has one number for each spatial dimension,
 * in the order of the shape.
 */
export type * from './common';
export type * from './activation';
export type * from './convolution';
export type * from './pooling';
export type * from './vision';
export type * from './distance';
export type * from './normalization';
export type * from './loss';
export type * from './sequence';
