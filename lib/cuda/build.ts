/** What this libtorch was built for, and how its allocator is set up. */
import { takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { getDeviceProperties, isAvailable } from './device';

/** The architectures in the text that libtorch shows of its build. @internal */
export function architecturesIn(config: string): string[] {
  const flags = /NVCC architecture flags: (.*)/.exec(config)?.[1] ?? '';
  return [...flags.matchAll(/code=(\w+)/g)].map(([, code]) => code as string);
}

/**
 * The architectures that libtorch has machine code for, as `sm_90`; an empty array for a CPU build.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.get_arch_list.html
 * @example
 * torch.cuda.getArchList().includes('sm_90');
 */
export function getArchList(...args: []): string[] {
  takesNothing('torch.cuda.getArchList', args);
  return native.cudaBuilt() ? architecturesIn(native.buildInfo().config) : [];
}

/** The same as options of NVIDIA's compiler. @internal */
export function gencodeFlags(architectures: readonly string[]): string {
  const flags = architectures.map((one) => {
    const [kind, number] = one.split('_') as [string, string];
    return `-gencode compute=compute_${number},code=${kind}_${number}`;
  });
  return flags.join(' ');
}

/**
 * The options of NVIDIA's compiler with which libtorch was built; empty for a CPU build.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.get_gencode_flags.html
 */
export function getGencodeFlags(...args: []): string {
  takesNothing('torch.cuda.getGencodeFlags', args);
  return gencodeFlags(getArchList());
}

/** The allocator that the settings of the environment ask for. @internal */
export function backendIn(settings: string): 'native' | 'cudaMallocAsync' {
  return /(?:^|,)\s*backend\s*:\s*cudaMallocAsync\s*(?:,|$)/.test(settings) ? 'cudaMallocAsync' : 'native';
}

/**
 * Who manages the memory of the GPU: `native`, which is libtorch, or `cudaMallocAsync`, which is CUDA. The environment variable
 * `PYTORCH_CUDA_ALLOC_CONF`, or `PYTORCH_ALLOC_CONF`, says so at the start of the process.
 *
 * @throws TorchError `ERR_TORCH_NO_CUDA` on a CPU build of libtorch
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.get_allocator_backend.html
 */
export function getAllocatorBackend(...args: []): 'native' | 'cudaMallocAsync' {
  takesNothing('torch.cuda.getAllocatorBackend', args);
  if (!native.cudaBuilt()) native.cudaInit();
  const { PYTORCH_CUDA_ALLOC_CONF, PYTORCH_ALLOC_CONF } = process.env;
  return backendIn(PYTORCH_CUDA_ALLOC_CONF ?? PYTORCH_ALLOC_CONF ?? '');
}

/**
 * Whether the current device multiplies with TF32 (compute capability 8.0 or more).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.is_tf32_supported.html
 */
export function isTf32Supported(...args: []): boolean {
  takesNothing('torch.cuda.isTf32Supported', args);
  return isAvailable() && getDeviceProperties().major >= 8;
}

/**
 * Frees memory that other processes have given back. Tensors of a GPU are not shared with other processes here, so there is none.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.ipc_collect.html
 */
export function ipcCollect(...args: []): void {
  takesNothing('torch.cuda.ipcCollect', args);
  native.cudaInit();
}

/**
 * Whether the current stream records a graph.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.is_current_stream_capturing.html
 */
export function isCurrentStreamCapturing(...args: []): boolean {
  takesNothing('torch.cuda.isCurrentStreamCapturing', args);
  return native.cudaCapturing();
}
