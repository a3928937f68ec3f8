import type { Constructs } from '../../arguments/signature';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { wrapForward } from '../call';
import { readInputsAs } from '../forward-arguments';
import { Layer } from '../layer';
import type { Loading } from '../state-dict';
import { trim } from '../../arguments/read';
import type { Field } from '../../arguments/fields';

/**
 * A lazy layer becomes the layer that it is named after when an input or a state dict shows its size. Then its
 * prototype is exchanged, and its parameters are made.
 */

export type Table = Readonly<Record<string, Field<unknown>>>;

/** What a lazy layer becomes. */
export interface Target {
  readonly prototype: object;
}

/** How the missing size is found. */
export interface Size {
  ofInput(input: Tensor): number;
  /** By the shapes of saved tensors, which `shapeOf` finds by name; undefined if they are not there. */
  ofSaved(shapeOf: (name: string) => readonly number[] | undefined, layer: object): number | undefined;
}

/** The part of the target's class that makes options and parameters. */
interface Buildable {
  build(table: Table, args: readonly unknown[]): void;
}

/** The target's method for printing. */
interface Unsized {
  spreadAll?(): void;
  extraRepr(): string;
}

/** A lazy layer that has not seen an input yet. @internal */
export abstract class Unsettled extends Layer {
  /** The arguments without the missing size. */
  declare private readonly given: readonly unknown[];
  declare private readonly hasBias: boolean;

  protected abstract target(): Target;
  protected abstract fullTable(): Table;
  protected abstract size(): Size;

  protected remember(table: Table, args: readonly unknown[]): void {
    const given = trim(args);
    // Checks the arguments, and makes them properties.
    const { bias } = this.read(table, given, ['bias']) as { readonly bias: boolean };
    Object.defineProperty(this, 'given', { value: given, configurable: true });
    Object.defineProperty(this, 'hasBias', { value: bias, configurable: true });
  }

  /** Becomes the target, with parameters for inputs of that size. */
  private materialize(size: number): void {
    const { given } = this;
    const table = this.fullTable();
    for (const name of ['given', 'hasBias']) Reflect.deleteProperty(this, name);
    for (const name of Object.keys(table)) Reflect.deleteProperty(this, name);
    Object.setPrototypeOf(this, this.target().prototype);
    wrapForward(this);
    (this as unknown as Buildable).build(table, [size, ...given]);
  }

  /** As the target prints itself, with a size of 0. */
  override extraRepr(): string {
    const table = this.fullTable();
    const size = Object.keys(table).find((name) => !Object.hasOwn(this, name)) ?? '';
    const { affine = true } = this as { affine?: boolean };
    const target = Object.create(this.target().prototype) as Unsized;
    Object.assign(target, { ...this, [size]: 0, bias: this.hasBias && affine ? [] : null, table });
    target.spreadAll?.();
    return target.extraRepr();
  }

  /** As the target's, which then exists. */
  override forward(...given: [input: Tensor, ...rest: unknown[]]): Tensor {
    const inputs = readInputsAs(this.target().prototype, this, given) as typeof given;
    this.materialize(this.size().ofInput(inputs[0]));
    const { forward } = Object.getPrototypeOf(this) as { forward(...inputs: unknown[]): Tensor };
    return forward.apply(this, inputs);
  }

  /** @internal */
  override beforeLoad(loading: Loading, prefix: string): void {
    const size = this.size().ofSaved((name) => savedShape(loading.entries, prefix + name), this);
    if (size !== undefined) this.materialize(size);
  }
}

function savedShape(entries: ReadonlyMap<string, unknown>, key: string): readonly number[] | undefined {
  const value = entries.get(key);
  return isTensor(value) ? value.shape : undefined;
}

export interface LazyLayer extends Layer {
  forward(input: Tensor): Tensor;
}

/** The lazy form of a layer: `table` has the options of `fullTable` without the size. */
export function lazy<H extends readonly unknown[], P extends readonly unknown[], O>(
  target: Target,
  fullTable: Table,
  table: Table,
  size: Size,
): Constructs<H, P, O, LazyLayer> {
  return class extends Unsettled {
    constructor(...args: readonly unknown[]) {
      super();
      this.remember(table, args);
    }

    protected override target(): Target {
      return target;
    }

    protected override fullTable(): Table {
      return fullTable;
    }

    protected override size(): Size {
      return size;
    }
  };
}
