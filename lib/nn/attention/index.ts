/** `torch.nn.attention`: which kernels may compute scaled dot product attention. */
import type { Synchronous } from '../../arguments/synchronous';
import { show } from '../../arguments/describe';
import { bool } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { type ModeGuard, during, guard } from '../../autograd/modes';
import { cuda } from '../../backends/index';
import { valueError } from '../../errors';
import { native } from '../../native/binding';

/** A kernel of scaled dot product attention. Those of GPUs alone change nothing on the CPU. */
export const SDPBackend = Object.freeze({
  /** None: the inputs fit no kernel. */
  ERROR: -1,
  /** The formula, operator by operator. */
  MATH: 0,
  /** FlashAttention. */
  FLASH_ATTENTION: 1,
  /** The memory-efficient kernel. */
  EFFICIENT_ATTENTION: 2,
  /** The one of cuDNN. */
  CUDNN_ATTENTION: 3,
  /** The one of a device of a third party. */
  OVERRIDEABLE: 4,
} as const);
export type SDPBackend = (typeof SDPBackend)[keyof typeof SDPBackend];

/** The switches of libtorch, which hold for the whole process. */
const SWITCHES = [
  [SDPBackend.MATH, () => cuda.mathSdpEnabled(), cuda.enableMathSdp],
  [SDPBackend.FLASH_ATTENTION, () => cuda.flashSdpEnabled(), cuda.enableFlashSdp],
  [SDPBackend.EFFICIENT_ATTENTION, () => cuda.memEfficientSdpEnabled(), cuda.enableMemEfficientSdp],
  [SDPBackend.CUDNN_ATTENTION, () => cuda.cudnnSdpEnabled(), cuda.enableCudnnSdp],
] as const;

const KNOWN: ReadonlySet<unknown> = new Set(Object.values(SDPBackend));

/** The options of {@link sdpaKernel}. */
export interface SdpaKernelOptions {
  /** Whether the kernels are tried in the order of the list. @defaultValue false */
  readonly setPriority?: boolean;
}

const OPTIONS = { setPriority: bool(false) };

/**
 * Allows attention these kernels only, until `using` ends or for a synchronous function. Without a kernel that fits, attention
 * throws.
 *
 * @param backends - One of `SDPBackend`, or a list of them.
 * @throws TorchValueError for anything else.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.sdpa_kernel.html
 * @example
 * const { SDPBackend, sdpaKernel } = torch.nn.attention;
 * const [q, k, v] = [torch.randn([1, 2, 4, 8]), torch.randn([1, 2, 4, 8]), torch.randn([1, 2, 4, 8])];
 * sdpaKernel(SDPBackend.MATH, () => torch.nn.functional.scaledDotProductAttention(q, k, v));
 */
export function sdpaKernel(backends: SDPBackend | readonly SDPBackend[], options?: SdpaKernelOptions): ModeGuard;
export function sdpaKernel<R>(
  backends: SDPBackend | readonly SDPBackend[],
  body: () => Synchronous<R>,
  options?: SdpaKernelOptions,
): R;
export function sdpaKernel<R>(
  backends: SDPBackend | readonly SDPBackend[],
  first?: SdpaKernelOptions | (() => R),
  second?: SdpaKernelOptions,
  ...surplus: []
): R | ModeGuard {
  const name = 'torch.nn.attention.sdpaKernel';
  refuseSurplus(name, 3, surplus);
  const [body, options] = typeof first === 'function' ? [first, second] : [undefined, first];
  const { setPriority } = readArguments(name, OPTIONS, options === undefined ? [] : [options]);
  return during(name, allowOnly(readBackends(backends), setPriority), body);
}

function readBackends(given: unknown): readonly unknown[] {
  const list = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const wrong = list.find((one) => !KNOWN.has(one));
  if (list.every((one) => KNOWN.has(one))) return list;
  throw valueError(`Backend must be an instance of SDPBackend or a list of SDPBackend instances, got ${show(wrong)}`);
}

function allowOnly(backends: readonly unknown[], setPriority: boolean): ModeGuard {
  const before = SWITCHES.map(([, isOn]) => isOn());
  const order = native.sdpPriority();
  for (const [backend, , turn] of SWITCHES) turn(backends.includes(backend));
  if (setPriority) native.setSdpPriority([...new Set([...(backends as number[]), ...order])].filter((one) => one >= 0));
  return guard(() => {
    if (setPriority) native.setSdpPriority(order);
    SWITCHES.forEach(([, , turn], i) => {
      turn(before[i] as boolean);
    });
  });
}

export * as bias from './bias';
export {
  type FlashAttentionHandle,
  type FlashAttentionImplOptions,
  activateFlashAttentionImpl,
  currentFlashAttentionImpl,
  listFlashAttentionImpls,
  registerFlashAttentionImpl,
  restoreFlashAttentionImpl,
} from './implementations';
