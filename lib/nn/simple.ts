import type { Tensor } from '../ops/tensor-methods';
import { takes } from './forward-arguments';
import { Layer } from './layer';
import { trim } from '../arguments/read';
import type { Constructs, ConstructsNamed, Read, TableOf } from '../arguments/signature';
import { tensor } from '../tensor/arguments';

/** A layer without parameters: options, one computation, and how it is printed. */
export type SimpleLayer<O> = Layer & Read<O> & { forward(input: Tensor): Tensor };

/** The same for two tensors. */
export type SimpleLayerOfTwo<O> = Layer & Read<O> & { forward(input: Tensor, target: Tensor): Tensor };

/** The class of a layer with the options `O`, which are given by name or, as in `P`, by position. */
export type LayerClass<O, P extends readonly unknown[], L> =
  Partial<O> extends O ? Constructs<[], P, O, L> : ConstructsNamed<P, O, L>;

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

/** The parts of a layer that the printing functions above use. */
export interface Printable {
  readonly inplace?: unknown;
  pythonName(name: string): string;
  pythonText(name: string): string;
}

/**
 * The base class of a layer that is one computation on one tensor. The class that extends it has the name and the
 * documentation.
 */
export function simple<O, P extends readonly unknown[]>(
  table: TableOf<O>,
  compute: (input: Tensor, layer: Read<O> & { readonly training: boolean }) => Tensor,
  print: (layer: Printable) => string = nothing,
): LayerClass<O, P, SimpleLayer<O>> {
  class Simple extends Layer {
    constructor(...rest: readonly unknown[]) {
      super();
      this.read(table, trim(rest));
    }

    static {
      takes(this, { input: tensor() });
    }

    override forward(input: Tensor): Tensor {
      return compute(input, this as unknown as Read<O> & { readonly training: boolean });
    }

    override extraRepr(): string {
      return print(this);
    }
  }
  return Simple as unknown as LayerClass<O, P, SimpleLayer<O>>;
}

/** The same for a computation on two tensors, such as a loss; `first` is what Python calls the first one. */
export function simpleOfTwo<O, P extends readonly unknown[]>(
  table: TableOf<O>,
  compute: (input: Tensor, target: Tensor, layer: Read<O>) => Tensor,
  buffers: readonly string[] = [],
  first = 'input',
): LayerClass<O, P, SimpleLayerOfTwo<O>> {
  class Simple extends Layer {
    constructor(...rest: readonly unknown[]) {
      super();
      const values = this.read(table, trim(rest), buffers) as Record<string, unknown>;
      for (const name of buffers) this.registerBuffer(name, values[name] as Tensor | null);
    }

    static {
      takes(this, { [first]: tensor(), target: tensor() });
    }

    override forward(input: Tensor, target: Tensor): Tensor {
      return compute(input, target, this as unknown as Read<O>);
    }
  }
  return Simple as unknown as LayerClass<O, P, SimpleLayerOfTwo<O>>;
}
