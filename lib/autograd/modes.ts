import { bool } from '../arguments/fields';
import { readArguments, readOptions, refuseSurplus, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { isProgramFrame, runtimeError, typeError } from '../errors';
import { type Synchronous, refuseLater, requireSynchronous } from '../arguments/synchronous';
import { inGradMode } from '../native/grad-mode';
import { type ModeGuard, openGradMode } from './grad-guard';

export type { ModeGuard } from './grad-guard';

/** Calls `restore` exactly once. @internal */
export function guard(restore: () => void): ModeGuard {
  let open = true;
  const once = (): void => {
    if (!open) return;
    open = false;
    restore();
  };
  return { restore: once, [Symbol.dispose]: once };
}

/**
 * A guard that can only be closed while it is the innermost of its kind, those of `stack`. Closing it too early throws, and leaves
 * it open. @internal
 */
export function orderedGuard(stack: object[], what: string, close: () => void): ModeGuard {
  const mine = {};
  stack.push(mine);
  let open = true;
  const restore = (): void => {
    if (!open) return;
    if (stack.at(-1) !== mine) throw runtimeError(`${what} must be closed in the opposite order of their opening`);
    open = false;
    stack.pop();
    close();
  };
  return { restore, [Symbol.dispose]: restore };
}

const ADVICE =
  'Use a synchronous function around each part that needs the mode; torch.noGradAsync() and torch.enableGradAsync() take ' +
  'async functions.';

function requireFunction(name: string, body: unknown): void {
  requireSynchronous(name, body, ADVICE);
}

function refuseThenable(name: string, result: unknown): void {
  refuseLater(name, result, ADVICE);
}

/** The guard itself, or the result of a synchronous function for which it lasts. @internal */
export function during<R>(name: string, mode: ModeGuard, body: (() => R) | undefined): R | ModeGuard {
  if (body === undefined) return mode;
  try {
    requireFunction(name, body);
    const result = body();
    refuseThenable(name, result);
    return result;
  } finally {
    mode.restore();
  }
}

function withGradMode<R>(name: string, enabled: boolean, body: () => R): R {
  requireFunction(name, body);
  return inGradMode(enabled, () => {
    const result = body();
    refuseThenable(name, result);
    return result;
  });
}

/**
 * Runs a synchronous function in which operators are not recorded for autograd; without a function, returns a guard for
 * `using`.
 *
 * @throws TypeError if the function returns a promise: the mode would end before the work.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.no_grad.html
 * @example
 * const x = torch.ones([2], { requiresGrad: true });
 * torch.noGrad(() => x.mul(2)).requiresGrad; // false
 */
export function noGrad(): ModeGuard;
export function noGrad<R>(body: () => Synchronous<R>): R;
export function noGrad<R>(body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.noGrad', 1, surplus);
  return body === undefined ? setGradEnabled(false) : withGradMode('torch.noGrad', false, body);
}

/**
 * Runs a synchronous function in which operators are recorded, inside {@link noGrad} too; without a function, returns a
 * guard for `using`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.enable_grad.html
 * @example
 * const x = torch.ones([2], { requiresGrad: true });
 * torch.noGrad(() => torch.enableGrad(() => x.mul(2))).requiresGrad; // true
 */
export function enableGrad(): ModeGuard;
export function enableGrad<R>(body: () => Synchronous<R>): R;
export function enableGrad<R>(body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.enableGrad', 1, surplus);
  return body === undefined ? setGradEnabled(true) : withGradMode('torch.enableGrad', true, body);
}

/**
 * Turns the recording of operators on or off from here on, and returns a guard that restores the former mode. With a
 * function, the mode lasts for that function only.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.grad_mode.set_grad_enabled.html
 * @example
 * const training = false;
 * const y = torch.setGradEnabled(training, () => torch.ones([2], { requiresGrad: true }).mul(2));
 * y.requiresGrad; // false
 */
export function setGradEnabled(enabled: boolean): ModeGuard;
export function setGradEnabled<R>(enabled: boolean, body: () => Synchronous<R>): R;
export function setGradEnabled<R>(enabled: boolean, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.setGradEnabled', 2, surplus);
  if (typeof enabled !== 'boolean') throw typeError('torch.setGradEnabled: expected a boolean');
  if (body !== undefined) return withGradMode('torch.setGradEnabled', enabled, body);
  return openGradMode(enabled);
}

/** Whether operators are recorded for autograd now. */
export function isGradEnabled(...args: []): boolean {
  takesNothing('isGradEnabled', args);
  return native.isGradEnabled();
}

/**
 * Runs a synchronous function whose tensors never take part in autograd: faster than {@link noGrad}, and its results
 * cannot be used in recorded operators later.
 *
 * @throws TypeError if the function returns a promise.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.grad_mode.inference_mode.html
 * @example
 * const y = torch.inferenceMode(() => torch.ones([2]).mul(2));
 * y.isInference(); // true
 */
export function inferenceMode<R>(body: () => Synchronous<R>): R;
export function inferenceMode<R>(enabled: boolean, body: () => Synchronous<R>): R;
export function inferenceMode<R>(first: boolean | (() => R), second?: () => R, ...surplus: []): R {
  refuseSurplus('torch.inferenceMode', 2, surplus);
  const enabled = typeof first === 'boolean' ? first : true;
  const body = typeof first === 'boolean' ? second : first;
  requireFunction('torch.inferenceMode', body);
  const result = native.withInferenceMode(enabled, body as () => R);
  refuseThenable('torch.inferenceMode', result);
  return result;
}

/** Whether {@link inferenceMode} is on now. */
export function isInferenceModeEnabled(...args: []): boolean {
  takesNothing('isInferenceModeEnabled', args);
  return native.isInferenceModeEnabled();
}

export interface AnomalyOptions {
  /** Throw if a backward makes NaN. The default is true. */
  readonly checkNan?: boolean;
}

/**
 * Finds the operator that makes NaN in a backward, in all environments of this process. It is slow, and meant for
 * debugging. With a function, it lasts for that function only. Without one, it lasts until the returned guard is
 * disposed.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#anomaly-detection
 * @example
 * const x = torch.zeros([1], { requiresGrad: true });
 * torch.autograd.detectAnomaly(() => x.sqrt().mul(0).sum().backward());
 * // TorchError: Function 'SqrtBackward0' returned nan values in its 0th output.
 */
export function detectAnomaly(options?: AnomalyOptions): ModeGuard;
export function detectAnomaly<R>(body: () => Synchronous<R>, options?: AnomalyOptions): R;
export function detectAnomaly<R>(
  first: AnomalyOptions | (() => R) = {},
  second: AnomalyOptions = {},
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('detectAnomaly', 2, surplus);
  if (typeof first !== 'function') return setDetectAnomaly(true, readOptions('detectAnomaly', ANOMALY, first));
  readOptions('detectAnomaly', ANOMALY, second);
  requireFunction('torch.autograd.detectAnomaly', first);
  const mode = setDetectAnomaly(true, second);
  try {
    const result = first();
    refuseThenable('torch.autograd.detectAnomaly', result);
    return result;
  } finally {
    mode.restore();
  }
}

/**
 * Turns {@link detectAnomaly} on or off. The returned guard restores the former mode.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.set_detect_anomaly
 */
export function setDetectAnomaly(mode: boolean, checkNan?: boolean | AnomalyOptions): ModeGuard;
export function setDetectAnomaly(...args: readonly unknown[]): ModeGuard {
  const { mode, checkNan } = readArguments('setDetectAnomaly', SET_ANOMALY, args);
  if (!traced) native.traceNodes(hereInProgram);
  traced = true;
  const [former, formerCheck] = native.detectAnomalyState();
  native.setDetectAnomaly(mode, checkNan);
  return guard(() => native.setDetectAnomaly(former, formerCheck));
}

/** Native code is told once where to ask. */
let traced = false;

/** Where the program calls an operator: what an error in its backward is shown with. */
function hereInProgram(): string {
  const lines = new Error().stack?.split('\n').slice(1) ?? [];
  const program = lines.filter(isProgramFrame);
  return (program.length ? program : lines).join('\n');
}

const ANOMALY = { checkNan: bool(true) };
const SET_ANOMALY = { mode: bool(), checkNan: bool(true) };

/** Whether {@link detectAnomaly} looks for NaN. */
export function isAnomalyCheckNanEnabled(...args: []): boolean {
  takesNothing('isAnomalyCheckNanEnabled', args);
  return native.detectAnomalyState()[1];
}

/** Turns {@link detectAnomaly} on or off, and whether it looks for NaN. */
export function setAnomalyEnabled(enabled: boolean, checkNan: boolean | AnomalyOptions = true, ...surplus: []): void {
  refuseSurplus('setAnomalyEnabled', 2, surplus);
  setDetectAnomaly(enabled, checkNan);
}

/** Whether {@link detectAnomaly} is on. */
export function isAnomalyEnabled(...args: []): boolean {
  takesNothing('isAnomalyEnabled', args);
  return native.detectAnomalyState()[0];
}
