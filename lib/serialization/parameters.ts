import type { Tensor } from '../tensor/tensor';

/**
 * What checkpoints need to know about parameters. lib/nn provides it, so that this folder does not depend on lib/nn.
 */
export interface ParameterHooks {
  /** Whether Python would make the tensor with `nn.Parameter`. */
  kindOf(tensor: Tensor): 'tensor' | 'parameter';
  /** A parameter over the same storage. */
  makeParameter(tensor: Tensor): Tensor;
}

/** What Python would have made the tensor with; a buffer may be one that its module does not save. */
export type TensorKind = 'tensor' | 'parameter' | 'buffer' | 'passing buffer';

const loadedBuffers = new WeakMap<Tensor, TensorKind>();

/** Remembers that a tensor was an `nn.Buffer`: a tensor with two attributes, in Python too. @internal */
export function markBuffer(tensor: Tensor, persistent: boolean): Tensor {
  loadedBuffers.set(tensor, persistent ? 'buffer' : 'passing buffer');
  return tensor;
}

/** @internal */
export function kindOfTensor(tensor: Tensor): TensorKind {
  return loadedBuffers.get(tensor) ?? hooks.kindOf(tensor);
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
