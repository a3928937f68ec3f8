import { native } from '../../native/binding';
import type { StampBox } from '../../native/contract/prepared';
import { type Tensor, handleOf } from '../../ops/tensor-methods';
import type { Module } from '../module';
import { ownChildren } from '../walk';

/**
 * The source of a prepared model, as it was: looked at in each call, so that nothing here walks through the modules anew. Changes in
 * place are seen by the tensors' versions, in one native call.
 */
export class Source {
  readonly #parts: readonly Part[];
  readonly #names: readonly string[];
  readonly #stamp: StampBox;

  /** `prepared` holds tensors of its own where parameters have been folded. */
  constructor(model: Module, prepared: Module) {
    this.#parts = model.namedModules().map(([path, module]) => new Part(path, module));
    const named = [...this.#parts, ...prepared.namedModules().map(([path, module]) => new Part(path, module))].flatMap(
      (part) => part.tensors(),
    );
    this.#names = named.map(([name]) => name);
    this.#stamp = native.newStamp(named.map(([, tensor]) => handleOf(tensor)));
  }

  /** What has changed since, or null. */
  change(): string | null {
    const place = native.stampChange(this.#stamp);
    if (place >= 0) return this.#names[place] ?? 'a tensor';
    for (const part of this.#parts) {
      const changed = part.change();
      if (changed !== null) return changed;
    }
    return null;
  }
}

/** One module: its own tensors, and the modules that it holds. */
class Part {
  readonly #tensors: readonly (readonly [property: string, tensor: Tensor | null])[];
  readonly #children: readonly (readonly [property: string, child: Module])[];
  readonly #items: number;

  constructor(
    readonly path: string,
    readonly module: Module,
  ) {
    const { slots, items } = module.state;
    this.#tensors = [...slots].map(([property, { value }]) => [property, value]);
    this.#children = ownChildren(module).map(({ property, value }) => [property, value]);
    this.#items = items?.size ?? 0;
  }

  tensors(): (readonly [name: string, tensor: Tensor])[] {
    return this.#tensors.flatMap(([property, tensor]) =>
      tensor === null ? [] : [[this.#named(this.module.keyOf(property)), tensor] as const],
    );
  }

  /** What has been replaced, added or taken away, or null. */
  change(): string | null {
    const { slots, items } = this.module.state;
    if (slots.size !== this.#tensors.length) return this.#named('parameters');
    for (const [property, tensor] of this.#tensors) {
      if ((slots.get(property)?.value ?? null) !== tensor) return this.#named(this.module.keyOf(property));
    }
    if ((items?.size ?? 0) !== this.#items) return this.#named('submodules');
    const properties = this.module as unknown as Readonly<Record<string, unknown>>;
    for (const [property, child] of this.#children) {
      if ((items?.get(property) ?? properties[property]) !== child) return this.#named(property);
    }
    return null;
  }

  #named(name: string): string {
    return `'${this.path === '' ? name : `${this.path}.${name}`}'`;
  }
}
