import type { Tensor } from '../ops/tensor-methods';
import { takes } from './forward-arguments';
import { Layer } from './layer';
import { trim } from '../arguments/read';
import type { Field, Rest, Values } from '../arguments/fields';
import { tensor } from '../tensor/arguments';

type Table = Readonly<Record<string, Field<unknown>>>;

/** A layer without parameters: options, one computation, and how it is printed. */
export type SimpleLayer<S extends Table> = Layer & Values<S> & { forward(input: Tensor): Tensor };

/** Prints the named options as `name=value`. */
export const named =
  (...names: readonly string[]) =>
  (layer: Printable): string =>
    names.map((name) => `${layer.pythonName(name)}=${layer.pythonText(name)}`).join(', ');

/** Prints the named options, and `inplace=True` if it is. */
export const withInplace =
  (...names: readonly string[]) =>
  (layer: Printable): string =>
    [...names.map((name) => named(name)(layer)), ...(layer.inplace ? ['inplace=True'] : [])].join(', ');

export const nothing = (): string => '';

/** What the printing functions above see of a layer. */
export interface Printable {
  readonly inplace?: unknown;
  pythonName(name: string): string;
  pythonText(name: string): string;
}

/**
 * The base class of a layer that is one computation on one tensor. The class that extends it has the name and the
 * documentation.
 */
export function simple<S extends Table>(
  table: S,
  compute: (input: Tensor, layer: Values<S> & { readonly training: boolean }) => Tensor,
  print: (layer: Printable) => string = nothing,
): new (...rest: Rest<S>) => SimpleLayer<S> {
  class Simple extends Layer {
    constructor(...rest: Rest<S>) {
      super();
      this.read(table, trim(rest));
    }

    static {
      takes(this, { input: tensor() });
    }

    override forward(input: Tensor): Tensor {
      return compute(input, this as unknown as Values<S> & { readonly training: boolean });
    }

    override extraRepr(): string {
      return print(this);
    }
  }
  return Simple as unknown as new (...rest: Rest<S>) => SimpleLayer<S>;
}

/** The same for a computation on two tensors, such as a loss; `first` is what Python calls the first one. */
export function simpleOfTwo<S extends Table>(
  table: S,
  compute: (input: Tensor, target: Tensor, layer: Values<S>) => Tensor,
  buffers: readonly string[] = [],
  first = 'input',
): new (...rest: Rest<S>) => Layer & Values<S> & { forward(input: Tensor, target: Tensor): Tensor } {
  class Simple extends Layer {
    constructor(...rest: Rest<S>) {
      super();
      const values = this.read(table, trim(rest), buffers) as Record<string, unknown>;
      for (const name of buffers) this.registerBuffer(name, values[name] as Tensor | null);
    }

    static {
      takes(this, { [first]: tensor(), target: tensor() });
    }

    override forward(input: Tensor, target: Tensor): Tensor {
      return compute(input, target, this as unknown as Values<S>);
    }
  }
  return Simple as unknown as new (
    ...rest: Rest<S>
  ) => Layer & Values<S> & { forward(input: Tensor, target: Tensor): Tensor };
}
