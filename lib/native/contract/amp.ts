/** What the addon exports for automatic mixed precision. The names are listed in the addon's interface, `lib/native/contract.ts`. */
import type { Handle } from '../values';

export interface AutocastState {
  readonly enabled: boolean;
  /** The code of a dtype. */
  readonly dtype: number;
  readonly cache: boolean;
}

export interface AmpNative {
  /** Whether autocast knows this type of device, and whether one is there. */
  autocastAvailable(device: string): { readonly supported: boolean; readonly present: boolean };
  getAutocast(device: string): AutocastState;
  setAutocast(device: string, enabled: boolean, dtype: number, cache: boolean): void;
  nestAutocast(deeper: boolean): void;
  clearAutocastCache(): void;
  /** Multiplies all gradients; for each device a tensor that is 1 if one of them was not finite. */
  unscaleGradients(params: readonly Handle[], inverse: Handle, allowHalf: boolean): Handle[];
  updateScale(
    scale: Handle,
    tracker: Handle,
    foundInf: Handle,
    growth: number,
    backoff: number,
    interval: number,
  ): void;
}
