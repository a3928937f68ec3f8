/** Operators as ranges for other profilers. */
import { bool } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError } from '../errors';
import { native } from '../native/binding';

/** What {@link emitItt} and {@link emitNvtx} take. */
export interface EmitOptions {
  /** False makes it do nothing. @defaultValue true */
  readonly enabled?: boolean;
  /** Appends the shapes of the tensors to the names of the ranges. @defaultValue false */
  readonly recordShapes?: boolean;
}

type EmitArguments = Mixed<[enabled?: boolean, recordShapes?: boolean], EmitOptions>;

const FIELDS = { enabled: bool(true), recordShapes: bool(false) };

/** What both have in common: they are entered once, and left. */
abstract class Emit implements Disposable {
  readonly enabled: boolean;
  readonly recordShapes: boolean;
  #entered = false;
  #open = false;

  protected constructor(
    readonly kind: 'ITT' | 'NVTX',
    args: readonly unknown[],
  ) {
    const { enabled, recordShapes } = readArguments(kind === 'ITT' ? 'emitItt' : 'emitNvtx', FIELDS, args);
    [this.enabled, this.recordShapes] = [enabled, recordShapes];
  }

  /** Begins. */
  start(...args: []): this {
    takesNothing('start', args);
    if (!this.enabled) return this;
    if (this.#entered) throw runtimeError(`${this.kind} annotation context manager is not reentrant`);
    if (native.profilerEnabled()) throw runtimeError('Profiler is already enabled on this thread.');
    this.#entered = true;
    this.settle();
    native.emitRanges(this.kind === 'ITT', this.recordShapes);
    this.#open = true;
    return this;
  }

  /** Ends. A second call does nothing. */
  stop(...args: []): void {
    takesNothing('stop', args);
    if (!this.#open) return;
    this.#open = false;
    this.settle();
    native.disableProfiler();
  }

  /** Begins, calls a function, and ends. */
  during<R>(body: () => R, ...surplus: []): R {
    refuseSurplus('during', 1, surplus);
    this.start();
    try {
      return body();
    } finally {
      this.stop();
    }
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  /** Waits for work that began outside. */
  protected abstract settle(): void;
}

/**
 * Makes each operator a range in Intel VTune's picture, while it is open.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler.emit_itt
 * @example
 * const ranges = new torch.autograd.profiler.emitItt({ recordShapes: true });
 * ranges.during(() => torch.ones([2]).add(1));
 */
export class emitItt extends Emit {
  constructor(...args: EmitArguments) {
    super('ITT', args);
  }

  protected override settle(): void {
    // Nothing to wait for.
  }
}

/**
 * Makes each operator a range in NVIDIA Nsight's picture, while it is open.
 *
 * @throws TorchError (`start`) `ERR_TORCH_NO_CUDA` without CUDA.
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler.emit_nvtx
 * @example
 * const ranges = new torch.autograd.profiler.emitNvtx({ enabled: torch.cuda.isAvailable() });
 * ranges.during(() => torch.ones([2]).add(1));
 */
export class emitNvtx extends Emit {
  constructor(...args: EmitArguments) {
    super('NVTX', args);
  }

  protected override settle(): void {
    native.cudaSynchronize(native.cudaCurrentDevice());
  }
}
