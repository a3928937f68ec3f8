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
  'torch.accelerator.Graph': 'there are no graphs of CUDA',
  'torch.accelerator.empty_host_cache': 'libtorch exports no such function for CUDA',
  'torch.accelerator.get_device_capability': 'libtorch reports no list of dtypes for CUDA',
  ...Object.fromEntries(
    ['help', 'list', 'load'].map((name) => [`torch.hub.${name}`, 'it runs the Python code of a repository']),
  ),
  ...Object.fromEntries(
    ['activate', 'register', 'restore'].map((verb) => [
      `torch.nn.attention.${verb}_flash_attention_impl`,
      'for kernels that are written in Python',
    ]),
  ),
  'torch.nn.attention.WARN_FOR_UNFUSED_KERNELS': 'a flag of checks that are made in Python',
  'torch.nn.attention.current_flash_attention_impl': 'for kernels that are written in Python',
  'torch.nn.attention.list_flash_attention_impls': 'for kernels that are written in Python',
  ...Object.fromEntries(
    ['', 'CUSPARSELT', 'CUTLASS'].map((kind) => [
      `torch.sparse.SparseSemiStructuredTensor${kind}`,
      'a subclass of Tensor in Python, for some GPUs',
    ]),
  ),
  'torch.sparse.as_sparse_gradcheck': '`torch.autograd.gradcheck` takes dense tensors',
  'torch.sparse.check_sparse_tensor_invariants': 'sparse tensors are always checked, so that none can end the process',
  'torch.sparse.solve': 'libtorch has no kernel for it on the CPU',
  'torch.sparse.to_sparse_semi_structured': 'for some GPUs',
  'torch.testing.FileCheck': 'for tests of the compiler of TorchScript',
  'torch.optim.swap_in_optimizer_params_and_state': 'there is no functional form of optimizers',
};
