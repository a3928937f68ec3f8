/** `torch.nn.attention.bias`: causal masks that attention need not write out. */
export { CausalBias, CausalVariant, causalLowerRight, causalUpperLeft } from '../functional/causal-bias';
