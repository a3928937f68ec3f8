import { type Field, float, int, nullable, str, value } from '../../arguments/fields';
import type { Mixed, TableOf } from '../../arguments/signature';
import { Module } from '../module';

/** A Module. */
export const moduleField = <M extends Module = Module>(): Field<M> => value<M>('a Module', (v) => v instanceof Module);

/** Which tensor of a module is meant. */
export interface NameOptions {
  /** The name of the parameter. @defaultValue 'weight' */
  readonly name?: string | undefined;
}

/** The options of both forms of spectral norm. */
export interface SpectralNormOptions extends NameOptions {
  /** How many steps of the power method each forward takes while training. @defaultValue 1 */
  readonly nPowerIterations?: number | undefined;
  /** The least norm to divide by. @defaultValue 1e-12 */
  readonly eps?: number | undefined;
  /** The dimension of the outputs. @defaultValue null, which means 1 for transposed convolutions and 0 for others */
  readonly dim?: number | null | undefined;
}

const SPECTRAL_NORM_OPTIONS: TableOf<SpectralNormOptions> = {
  ...{ name: str('weight'), nPowerIterations: int(1), eps: float(1e-12), dim: nullable(int()) },
};

export const SPECTRAL_NORM = { module: moduleField(), ...SPECTRAL_NORM_OPTIONS };

/** The options of both forms by position. */
export type SpectralNormArguments = Mixed<
  [name?: string, nPowerIterations?: number, eps?: number, dim?: number | null],
  SpectralNormOptions
>;
