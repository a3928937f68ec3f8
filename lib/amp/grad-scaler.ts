import { show } from '../arguments/describe';
import { bool, float, int, nullable, str, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { native } from '../native/binding';
import { float32, float64, int32 } from '../tensor/dtype';
import { runtimeError, typeError, valueError, warn } from '../errors';
import { full } from '../ops/generated/functions';
import type { Optimizer } from '../optim/optimizer';
import { entriesOf } from '../arguments/plain-object';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor/tensor';
import { keep } from '../tensor/scope';
import { limitArguments } from '../arguments/surplus';

export interface GradScalerOptions {
  /** The first scale of the losses. @defaultValue 65536 */
  readonly initScale?: number;
  /** What the scale is multiplied by after `growthInterval` steps with finite gradients. @defaultValue 2 */
  readonly growthFactor?: number;
  /** What the scale is multiplied by after a step with infinite gradients. @defaultValue 0.5 */
  readonly backoffFactor?: number;
  /** After how many steps with finite gradients the scale grows. @defaultValue 2000 */
  readonly growthInterval?: number;
  /** Scale at all; false makes every method do nothing or call the optimizer alone. @defaultValue true */
  readonly enabled?: boolean;
}

/** Where a GradScaler works. */
export interface GradScalerDeviceOptions {
  /** The type of device. @defaultValue 'cuda' */
  readonly device?: string;
}

const TABLE = {
  device: str('cuda'),
  initScale: float(65536),
  growthFactor: float(2),
  backoffFactor: float(0.5),
  growthInterval: int(2000),
  enabled: bool(true),
};

/** The options of {@link GradScaler.update}. */
export interface NewScaleOptions {
  /** The scale from now on. @defaultValue null, which computes it from what the steps found */
  readonly newScale?: number | Tensor | null;
}

const UPDATE = {
  newScale: nullable(value<number | Tensor>('a number or a Tensor', (v) => typeof v === 'number' || isTensor(v))),
};

/** What has been done for an optimizer in this iteration. */
type Stage = 'ready' | 'unscaled' | 'stepped';

interface Progress {
  stage: Stage;
  /** For each device a tensor that is not 0 if a gradient was infinite or NaN. */
  foundInf: Tensor[];
}

const HINT = 'This may indicate your script did not use scaler.scale(loss or outputs) earlier in the iteration.';

/**
 * Scales losses, so that small gradients do not vanish in float16, and skips steps whose gradients are infinite or NaN.
 *
 * @see https://docs.pytorch.org/docs/2.13/amp.html#torch.amp.GradScaler
 * @example
 * const scaler = new torch.amp.GradScaler('cpu');
 * for (const [x, y] of loader) {
 *   optimizer.zeroGrad();
 *   const loss = torch.autocast('cpu', { dtype: torch.float16 }, () => criterion.forward(model.forward(x), y));
 *   scaler.scale(loss).backward();
 *   scaler.step(optimizer);
 *   scaler.update();
 * }
 */
export class GradScaler {
  readonly #device: string;
  readonly #enabled: boolean;
  #initScale: number;
  #growthFactor: number;
  #backoffFactor: number;
  #growthInterval: number;
  #initGrowthTracker = 0;
  #scale: Tensor | null = null;
  #growthTracker: Tensor | null = null;
  #progress = new Map<object, Progress>();

  constructor(options: GradScalerDeviceOptions & GradScalerOptions);
  constructor(
    device?: string,
    ...options: Mixed<
      [initScale?: number, growthFactor?: number, backoffFactor?: number, growthInterval?: number, enabled?: boolean],
      GradScalerOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('GradScaler', TABLE, args);
    const { device, initScale, growthFactor, backoffFactor, growthInterval, enabled } = given;
    this.#device = device;
    this.#enabled = enabled && isPresent(device);
    if (this.#enabled && !(growthFactor > 1)) throw valueError('The growth factor must be > 1.0.');
    if (this.#enabled && !(backoffFactor < 1)) throw valueError('The backoff factor must be < 1.0.');
    [this.#initScale, this.#growthFactor] = [initScale, growthFactor];
    [this.#backoffFactor, this.#growthInterval] = [backoffFactor, growthInterval];
  }

  /** Multiplies a loss, or all tensors of an array, by the scale. */
  scale<T extends Tensor | readonly unknown[]>(outputs: T): T {
    if (!this.#enabled) return outputs;
    return this.#scaled(outputs) as T;
  }

  #scaled(value: unknown): unknown {
    if (isTensor(value)) {
      const scale = this.#tensors(value).scale;
      const same = String(scale.device) === String(value.device);
      return value.mul(same ? scale : scale.to({ device: value.device }));
    }
    if (Array.isArray(value)) return value.map((item) => this.#scaled(item));
    throw typeError('outputs must be a Tensor or an array of Tensors');
  }

  /**
   * The scale and the number of steps with finite gradients. They are made when the first loss shows which device is
   * used.
   */
  #tensors(like: Tensor): { scale: Tensor; tracker: Tensor } {
    const { device } = like;
    const scale = this.#scale ?? keep(full([], this.#initScale, { dtype: float32, device }));
    const tracker = this.#growthTracker ?? keep(full([], this.#initGrowthTracker, { dtype: int32, device }));
    [this.#scale, this.#growthTracker] = [scale, tracker];
    return { scale, tracker };
  }

  #made(caller: string): { scale: Tensor; tracker: Tensor } {
    if (this.#scale === null) throw runtimeError(`Attempted ${caller} but _scale is None.  ${HINT}`);
    return this.#tensors(this.#scale);
  }

  #progressOf(optimizer: object): Progress {
    let progress = this.#progress.get(optimizer);
    if (!progress) this.#progress.set(optimizer, (progress = { stage: 'ready', foundInf: [] }));
    return progress;
  }

  /**
   * Divides an optimizer's gradients by the scale, before they are clipped.
   *
   * @throws TorchError if they are unscaled already, or in float16.
   */
  unscale_(optimizer: Optimizer): void {
    if (!this.#enabled) return;
    const { scale } = this.#made('unscale_');
    const progress = this.#progressOf(optimizer);
    if (progress.stage === 'unscaled') {
      throw runtimeError('unscale_() has already been called on this optimizer since the last update().');
    }
    if (progress.stage === 'stepped') throw runtimeError('unscale_() is being called after step().');
    progress.foundInf = check(optimizer, scale.to(float64).reciprocal().to(float32), false);
    progress.stage = 'unscaled';
  }

  /**
   * The optimizer's step, unless a gradient is infinite or NaN. It takes no closure, as in Python: where the scaler is not
   * enabled, the optimizer is given what follows it.
   *
   * @returns What `optimizer.step()` returns.
   */
  step(optimizer: Optimizer, ...args: []): unknown {
    if (!this.#enabled) return optimizer.step(...args);
    if (args.length > 0) throw runtimeError('Closure use is not currently supported if GradScaler is enabled.');
    const { scale } = this.#made('step');
    const progress = this.#progressOf(optimizer);
    if (progress.stage === 'stepped') throw runtimeError('step() has already been called since the last update().');
    if (optimizer.stepSupportsAmpScaling) return this.#fusedStep(optimizer, progress, scale);
    if (progress.stage === 'ready') this.unscale_(optimizer);
    if (progress.foundInf.length === 0) throw runtimeError('No inf checks were recorded for this optimizer.');
    const bad = progress.foundInf.some((found) => Number(native.item(handleOf(found))) !== 0);
    const result: unknown = bad ? undefined : optimizer.step();
    progress.stage = 'stepped';
    return result;
  }

  /** A fused kernel unscales the gradients, and decides itself whether to skip the step. */
  #fusedStep(optimizer: Optimizer, progress: Progress, scale: Tensor): unknown {
    const one = full([], 1, { dtype: float32, device: scale.device });
    if (progress.stage === 'ready') progress.foundInf = check(optimizer, one, true);
    optimizer.gradScale = progress.stage === 'unscaled' ? null : scale;
    optimizer.foundInf = total(progress.foundInf, scale);
    try {
      return optimizer.step();
    } finally {
      progress.stage = 'stepped';
      [optimizer.gradScale, optimizer.foundInf] = [null, null];
    }
  }

  /** Changes the scale by what the steps found, or to a given value; ends the iteration. */
  update(newScale?: number | Tensor | NewScaleOptions | null): void;
  update(...args: readonly unknown[]): void {
    const { newScale } = readArguments('GradScaler.update', UPDATE, args);
    if (!this.#enabled) return;
    const { scale, tracker } = this.#made('update');
    if (newScale !== null) this.#setScale(scale, newScale);
    else {
      const found = [...this.#progress.values()].flatMap(({ foundInf }) => foundInf);
      if (found.length === 0) throw runtimeError('No inf checks were recorded prior to update.');
      const all = handleOf(total(found, scale));
      const { growth, backoff, interval } = this.#factors;
      native.updateScale(handleOf(scale), handleOf(tracker), all, growth, backoff, interval);
    }
    this.#progress = new Map();
  }

  #setScale(scale: Tensor, value: number | Tensor): void {
    if (isTensor(value)) {
      if (value.numel() !== 1 || value.requiresGrad || value.device.type !== this.#device) {
        throw typeError(
          'new_scale should be a number or a 1-element tensor on the device of the scaler with requiresGrad false',
        );
      }
      scale.copy_(value);
    } else {
      scale.fill_(value);
    }
  }

  get #factors(): { growth: number; backoff: number; interval: number } {
    return { growth: this.#growthFactor, backoff: this.#backoffFactor, interval: this.#growthInterval };
  }

  /** The scale; 1 if the scaler is not enabled. */
  getScale(): number {
    if (!this.#enabled) return 1;
    return this.#scale === null ? this.#initScale : Number(native.item(handleOf(this.#scale)));
  }

  #getGrowthTracker(): number {
    if (this.#growthTracker === null) return this.#initGrowthTracker;
    return Number(native.item(handleOf(this.#growthTracker)));
  }

  getGrowthFactor(): number {
    return this.#growthFactor;
  }

  setGrowthFactor(factor: number): void {
    this.#growthFactor = requireNumber('GradScaler.setGrowthFactor', factor);
  }

  getBackoffFactor(): number {
    return this.#backoffFactor;
  }

  setBackoffFactor(factor: number): void {
    this.#backoffFactor = requireNumber('GradScaler.setBackoffFactor', factor);
  }

  getGrowthInterval(): number {
    return this.#growthInterval;
  }

  setGrowthInterval(interval: number): void {
    if (!Number.isSafeInteger(interval)) {
      throw typeError(`GradScaler.setGrowthInterval() expected an integer, got ${show(interval)}`);
    }
    this.#growthInterval = interval;
  }

  isEnabled(): boolean {
    return this.#enabled;
  }

  /** The state in Python's spelling; empty if the scaler is not enabled. */
  stateDict(): Record<string, number> {
    if (!this.#enabled) return {};
    return {
      scale: this.getScale(),
      growth_factor: this.#growthFactor,
      backoff_factor: this.#backoffFactor,
      growth_interval: this.#growthInterval,
      _growth_tracker: this.#getGrowthTracker(),
    };
  }

  /** Takes over what {@link GradScaler.stateDict} returned, here or in Python. */
  loadStateDict(stateDict: object): void {
    if (!this.#enabled) return;
    const state = Object.fromEntries(entriesOf(stateDict)) as Record<string, number>;
    if (Object.keys(state).length === 0) {
      throw runtimeError(
        'The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.',
      );
    }
    const read = (name: string): number => {
      if (typeof state[name] !== 'number') throw typeError(`the state dict of a GradScaler needs a number '${name}'`);
      return state[name];
    };
    [this.#initScale, this.#initGrowthTracker] = [read('scale'), read('_growth_tracker')];
    [this.#growthFactor, this.#backoffFactor] = [read('growth_factor'), read('backoff_factor')];
    this.#growthInterval = read('growth_interval');
    this.#scale?.fill_(this.#initScale);
    this.#growthTracker?.fill_(this.#initGrowthTracker);
  }
}

function requireNumber(label: string, given: unknown): number {
  if (typeof given === 'number') return given;
  throw typeError(`${label}() expected a number, got ${show(given)}`);
}

function isPresent(device: string): boolean {
  if (native.autocastAvailable(device).present) return true;
  warn('torch.amp.GradScaler is enabled, but CUDA is not available.  Disabling.');
  return false;
}

function check(optimizer: Optimizer, inverse: Tensor, allowHalf: boolean): Tensor[] {
  const params = optimizer.paramGroups.flatMap((group) => group.params);
  return native
    .unscaleGradients(params.map(handleOf), handleOf(inverse), allowHalf)
    .map((handle) => keep(wrap(handle)));
}

/** The sum over devices. */
function total(found: readonly Tensor[], like: Tensor): Tensor {
  return found.map((flag) => flag.to({ device: like.device })).reduce((a, b) => a.add(b));
}

limitArguments([GradScaler], {
  ...{ scale: 1, unscale_: 1, getScale: 0, isEnabled: 0, stateDict: 0, loadStateDict: 1 },
  ...{ getGrowthFactor: 0, setGrowthFactor: 1, getBackoffFactor: 0, setBackoffFactor: 1 },
  ...{ getGrowthInterval: 0, setGrowthInterval: 1 },
});
