/**
 * The public API: exports only.
 *
 * @module libtorch-node
 */
export * from './torch';
export { typename } from './typename';
