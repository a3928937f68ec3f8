/**
 * Pictures, as torchvision has them: models, operators, transforms, data sets.
 *
 * @module libtorch-node/vision
 */
import '../install/bundled';
export * as datasets from './datasets/index';
export * as io from './io/index';
export * as models from './models/index';
export * as ops from './ops/index';
export * as transforms from './transforms/index';
export * as tvTensors from './tv-tensors/index';
export * as utils from './utils/index';
