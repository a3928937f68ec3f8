/** What docs/coverage.md gives as the reason for a name of Python's that is not here. */
export const REASONS: Readonly<Record<string, string>> = {
  'torch.nn.DataParallel': 'several GPUs are not supported',
  'torch.nn.LinearCrossEntropyOptions': 'the loss is not computed in chunks; the result is the same',
  'torch.nn.UninitializedBuffer': 'lazy layers have no buffers before their first input',
  'torch.nn.UninitializedParameter': 'lazy layers have no parameters before their first input',
  'torch.nn.functional.multi_head_attention_forward': 'the inner part of `MultiheadAttention`, with 25 arguments',
  'torch.nn.functional.scaled_grouped_mm': 'for 8-bit floats on recent GPUs',
  'torch.nn.functional.scaled_mm': 'for 8-bit floats on recent GPUs',
  'torch.nn.Module.compile': 'there is no compiler',
  'torch.nn.Module.ipu': 'a device that libtorch is not built for here',
  'torch.nn.Module.mtia': 'a device that libtorch is not built for here',
  'torch.nn.Module.share_memory': 'workers share the memory of all tensors: `torch.shareState`',
  'torch.nn.Module.xpu': 'a device that libtorch is not built for here',
  'torch.optim.swap_in_optimizer_params_and_state': 'there is no functional form of optimizers',
};
