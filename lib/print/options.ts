import { typeError, valueError } from '../errors';

/** How tensors print, with Python's names and defaults. A setting of one environment. */
export interface PrintOptions {
  /** Digits after the point. */
  readonly precision: number;
  /** More elements than this are summarized. */
  readonly threshold: number;
  /** Elements shown at either end of a summarized dimension. */
  readonly edgeitems: number;
  /** Characters of a line. */
  readonly linewidth: number;
  /** Scientific notation always (true), never (false), or where the values call for it (null). */
  readonly sciMode: boolean | null;
}

export interface SetPrintOptions extends Partial<PrintOptions> {
  readonly profile?: 'default' | 'short' | 'full';
}

const PROFILES = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Infinity, edgeitems: 3, linewidth: 80 },
} as const;

let current: PrintOptions = { ...PROFILES.default, sciMode: null };

/** The options in force. */
export function getPrintoptions(): PrintOptions {
  return current;
}

/** Largest values that are taken; digits are limited by JavaScript's own formatting. */
const LIMITS = { precision: 60, edgeitems: 1e6, linewidth: 1e6, threshold: Infinity } as const;

/**
 * Sets how tensors print. `sciMode` goes back to automatic unless it is given, as in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.set_printoptions.html
 * @example
 * torch.setPrintoptions({ precision: 2 });
 * torch.setPrintoptions({ profile: 'default' });
 */
export function setPrintoptions(options: SetPrintOptions): void {
  const { profile, sciMode = null, ...given } = options;
  if (profile !== undefined && !Object.hasOwn(PROFILES, profile)) {
    throw typeError(`setPrintoptions(): profile must be default, short or full, got ${String(profile)}`);
  }
  const next = { ...current, ...(profile === undefined ? {} : PROFILES[profile]), sciMode };
  for (const [name, value] of Object.entries(given)) {
    if (value == null) continue;
    if (!Object.hasOwn(LIMITS, name)) throw typeError(`setPrintoptions(): unknown option '${name}'`);
    const whole = name === 'threshold' || Number.isInteger(value);
    if (typeof value !== 'number' || !whole || !(value >= 0 && value <= LIMITS[name as keyof typeof LIMITS])) {
      throw valueError(`setPrintoptions(): ${name} must be a whole number from 0, got ${String(value)}`);
    }
    next[name as 'precision'] = value;
  }
  current = next;
}
