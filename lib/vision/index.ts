/**
 * Models and operators for pictures, as torchvision has them.
 *
 * @module libtorch-node/vision
 */
export * as models from './models/index';
export * as ops from './ops/index';
