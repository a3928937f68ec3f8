/** What a function finds around it besides its arguments: random numbers and autocast. A second run gets the same. */
import type { Synchronous } from '../../arguments/synchronous';
import { autocast, getAutocastDtype, isAutocastEnabled } from '../../amp/autocast';
import * as cuda from '../../cuda/index';
import { getRngState, setRngState } from '../../tensor/generator';
import { type Tensor, isTensor, keep } from '../../ops/tensor-methods';

/** The state of random numbers, of the CPU and of the GPUs of some tensors. */
export class RandomState {
  // The state belongs to the graph, which may outlive the surrounding scope.
  readonly #cpu = keep(getRngState());
  readonly #gpus: readonly (readonly [device: number, state: Tensor])[];

  constructor(inputs: readonly unknown[]) {
    const devices = new Set(
      inputs.flatMap((input) => (isTensor(input) && input.device.type === 'cuda' ? [input.device.index ?? 0] : [])),
    );
    this.#gpus = [...devices].map((device) => [device, keep(cuda.getRngState(device))] as const);
  }

  /** Runs a function with this state, and restores the present one afterwards. */
  run<R>(body: () => R): R {
    const cpu = getRngState();
    const gpus = this.#gpus.map(([device]) => [device, cuda.getRngState(device)] as const);
    setRngState(this.#cpu);
    for (const [device, state] of this.#gpus) cuda.setRngState(state, device);
    try {
      return body();
    } finally {
      setRngState(cpu);
      for (const [device, state] of gpus) cuda.setRngState(state, device);
    }
  }
}

/** Autocast, of the CPU and of GPUs. */
export class AutocastState {
  readonly #states = (['cpu', 'cuda'] as const).map((device) => ({
    device,
    enabled: isAutocastEnabled(device),
    dtype: getAutocastDtype(device),
  }));

  /** Runs a function with autocast as it was. */
  run<R>(body: () => R): R {
    const [cpu, gpu] = this.#states;
    const call = body as () => Synchronous<R>;
    const settings = cpu && { enabled: cpu.enabled, dtype: cpu.dtype };
    const inner = (): Synchronous<R> => (settings ? (autocast('cpu', settings, call) as Synchronous<R>) : call());
    // Without a GPU, autocast for one warns.
    return (gpu?.enabled ? autocast('cuda', { enabled: true, dtype: gpu.dtype }, inner) : inner()) as R;
  }
}
