import { Layer } from '../layer';
import { trim } from '../../arguments/read';
import type { Field } from '../../arguments/fields';

export type Ints = number | readonly number[];

/** Reads the options and fills the stride in. */
export abstract class Pooling extends Layer {
  declare readonly kernelSize: Ints;
  declare readonly stride: Ints;

  protected build(table: Readonly<Record<string, Field<unknown>>>, args: readonly unknown[]): void {
    this.read(table, trim(args));
    Object.assign(this, { stride: this.stride ?? this.kernelSize });
  }
}
