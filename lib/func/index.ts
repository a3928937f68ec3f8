/** `torch.func`: what of it concerns modules. Jacobians and the like are in `torch.autograd.functional`. */
export { type FunctionalCallOptions, type NamedTensors, functionalCall, stackModuleState } from '../nn/functional-call';
