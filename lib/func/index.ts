/** `torch.func`: the functions for modules. Jacobians and similar functions are in `torch.autograd.functional`. */
export { type FunctionalCallOptions, type NamedTensors, functionalCall, stackModuleState } from '../nn/functional-call';
