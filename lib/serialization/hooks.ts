import type { Tensor } from '../tensor';

/** What checkpoints have to know about parameters; lib/nn sets it, so that this folder does not depend on it. */
export interface ParameterHooks {
  /** How Python would have made the tensor: by `nn.Parameter`, by `nn.Buffer`, or not. */
  kindOf(tensor: Tensor): 'tensor' | 'parameter' | 'buffer';
  /** A parameter over the same storage. */
  makeParameter(tensor: Tensor): Tensor;
}

const loadedParameters = new WeakSet<Tensor>();

// Until lib/nn has set its own: a tensor that was read as a parameter is written as one.
let hooks: ParameterHooks = {
  kindOf: (tensor) => (loadedParameters.has(tensor) ? 'parameter' : 'tensor'),
  makeParameter: (tensor) => {
    loadedParameters.add(tensor);
    return tensor;
  },
};

/** @internal */
export function setParameterHooks(value: ParameterHooks): void {
  hooks = value;
}

/** @internal */
export function parameterHooks(): ParameterHooks {
  return hooks;
}
