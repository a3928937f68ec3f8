/** `torch.func`: functions that transform functions of tensors, and modules as functions of their parameters. */
export { type FunctionalCallOptions, type NamedTensors, functionalCall, stackModuleState } from '../nn/functional-call';
export { replaceAllBatchNormModules_ } from './batch-norm';
export { type DebugUnwrapOptions, debugUnwrap } from './debug';
export { type FunctionalizeOptions, functionalize } from './functionalize';
export { type GradOf, type GradOptions, type VjpFunction, type VjpOptions, grad, gradAndValue, vjp } from './grad';
export { type HessianOptions, type JacfwdOptions, type JacrevOptions, hessian, jacfwd, jacrev } from './jacobian';
export { type JvpOptions, jvp } from './jvp';
export type { Randomness } from './layers';
export { linearize } from './linearize';
export { rearrange } from './rearrange/index';
export type { Tree } from './tree';
export { type Dims, type VmapOptions, vmap } from './vmap';
export type { Argnums } from './wrapping';
