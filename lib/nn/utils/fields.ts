import { type Field, float, int, nullable, str, value } from '../../arguments/fields';
import { Module } from '../module';

/** A Module. */
export const moduleField = <M extends Module = Module>(): Field<M> => value<M>('a Module', (v) => v instanceof Module);

/** Of both forms of spectral norm. */
export const SPECTRAL_NORM = {
  ...{ module: moduleField(), name: str('weight'), nPowerIterations: int(1), eps: float(1e-12), dim: nullable(int()) },
};
