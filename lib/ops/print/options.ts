import { bool, choice, float, nullable } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { valueError } from '../../errors';

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
  /** Whether to use scientific notation: always (true), never (false), or depending on the values (null). */
  readonly sciMode: boolean | null;
}

/** Options of which null means the same as leaving them out. */
export type SetPrintOptions = { readonly [K in keyof PrintOptions]?: PrintOptions[K] | null } & {
  /** A set of options to begin with. @defaultValue null, which keeps the present ones */
  readonly profile?: 'default' | 'short' | 'full' | null;
};

const PROFILES = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Infinity, edgeitems: 3, linewidth: 80 },
} as const;

let current: PrintOptions = { ...PROFILES.default, sciMode: null };

/** The options in force. */
export function getPrintoptions(...args: []): PrintOptions {
  takesNothing('getPrintoptions', args);
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
export function setPrintoptions(options?: SetPrintOptions): void;
export function setPrintoptions(
  precision: number | null,
  threshold?: number | null | Omit<SetPrintOptions, 'precision'>,
  edgeitems?: number | null | Omit<SetPrintOptions, 'precision' | 'threshold'>,
  linewidth?: number | null | Pick<SetPrintOptions, 'profile' | 'sciMode'>,
): void;
export function setPrintoptions(...args: readonly unknown[]): void {
  const { profile, sciMode, ...given } = readArguments('setPrintoptions', OPTIONS, args);
  const next = { ...current, ...(profile === null ? {} : PROFILES[profile]), sciMode };
  for (const name of ['precision', 'threshold', 'edgeitems', 'linewidth'] as const) {
    const value = given[name];
    if (value === null) continue;
    const whole = name === 'threshold' || Number.isInteger(value);
    if (!whole || !(value >= 0 && value <= LIMITS[name])) {
      throw valueError(`setPrintoptions(): ${name} must be a whole number from 0, got ${value}`);
    }
    next[name] = value;
  }
  current = next;
}

const OPTIONS = {
  precision: nullable(float()),
  threshold: nullable(float()),
  edgeitems: nullable(float()),
  linewidth: nullable(float()),
  profile: nullable(choice(['default', 'short', 'full'])),
  sciMode: nullable(bool()),
};
