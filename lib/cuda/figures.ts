/** What NVIDIA's management library says of a GPU, as `nvidia-smi` shows it; and which GPUs reach each other. */
import { value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { valueError } from '../errors';
import { native } from '../native/binding';
import { type CudaDeviceLike, type OneDevice, deviceCount, deviceIndex, givenIndex } from './device';

/** The numbers of native/cuda/nvml.h. */
const FIGURES = ['utilization', 'memoryUsage', 'deviceMemoryUsed', 'temperature', 'powerDraw', 'clockRate'] as const;

const figure = (name: (typeof FIGURES)[number], device: OneDevice): number =>
  native.cudaFigure(deviceIndex(name, device), FIGURES.indexOf(name));

/**
 * The percent of the last time, a sixth of a second to a second, in which the GPU computed.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.utilization.html
 */
export function utilization(...device: OneDevice): number {
  return figure('utilization', device);
}

/**
 * The percent of the last time, a sixth of a second to a second, in which the memory of the GPU was read or written.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory_usage.html
 */
export function memoryUsage(...device: OneDevice): number {
  return figure('memoryUsage', device);
}

/**
 * The bytes of the GPU's memory that all processes use.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.device_memory_used.html
 */
export function deviceMemoryUsed(...device: OneDevice): number {
  return figure('deviceMemoryUsed', device);
}

/**
 * The temperature of the GPU in degrees Celsius.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.temperature.html
 */
export function temperature(...device: OneDevice): number {
  return figure('temperature', device);
}

/**
 * The power that the GPU draws, in milliwatts.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.power_draw.html
 */
export function powerDraw(...device: OneDevice): number {
  return figure('powerDraw', device);
}

/**
 * The clock rate of the multiprocessors, in MHz.
 *
 * @throws TorchError without a GPU, or without NVIDIA's management library, which comes with the driver
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.clock_rate.html
 */
export function clockRate(...device: OneDevice): number {
  return figure('clockRate', device);
}

/**
 * The processes that compute on a GPU, and the memory that each of them uses, as a text.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.list_gpu_processes.html
 */
export function listGpuProcesses(...device: OneDevice): string {
  givenIndex('listGpuProcesses', device);
  if (deviceCount() === 0) return "cuda driver can't be loaded, is cuda enabled?";
  const index = deviceIndex('listGpuProcesses', device);
  return processesText(index, native.cudaProcesses(index));
}

/** The text of {@link listGpuProcesses}. @internal */
export function processesText(
  index: number,
  processes: readonly (readonly [process: number, bytes: number])[],
): string {
  const lines = processes.map(([process, bytes]) => {
    const megabytes = (bytes / (1024 * 1024)).toFixed(3);
    return `process ${String(process).padStart(10)} uses ${megabytes.padStart(12)} MB GPU memory`;
  });
  return [`GPU:${index}`, ...(lines.length ? lines : ['no processes are running'])].join('\n');
}

const GPU = value<CudaDeviceLike>('a device', (given) => given !== null);
const PEERS = { device: GPU, peerDevice: GPU };

/**
 * Whether a GPU can read and write the memory of another one.
 *
 * @param device the GPU that reads
 * @param peerDevice the GPU whose memory it is
 * @throws TorchError without a GPU; TorchValueError for a device that is not there
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.can_device_access_peer.html
 */
export function canDeviceAccessPeer(...args: [device: CudaDeviceLike, peerDevice: CudaDeviceLike]): boolean {
  const { device, peerDevice } = readArguments('torch.cuda.canDeviceAccessPeer', PEERS, args);
  native.cudaInit();
  const index = (given: CudaDeviceLike, what: string): number => {
    const found = deviceIndex('canDeviceAccessPeer', [given]);
    if (found >= native.cudaDeviceCount()) throw valueError(`Invalid ${what} id`);
    return found;
  };
  return native.cudaPeerAccess(index(device, 'device'), index(peerDevice, 'peer device'));
}
