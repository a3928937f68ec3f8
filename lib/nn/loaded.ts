/** What hooks on state dicts are given. */
import { refuseSurplus } from '../arguments/read';
import type { Tensor } from '../ops/tensor-methods';

/** Tensors by their names, in Python's order. */
export type StateDict = Record<string, Tensor>;

/** The names that only the module or only the dict has. */
export class IncompatibleKeys {
  constructor(
    readonly missingKeys: string[],
    readonly unexpectedKeys: string[],
    ...surplus: []
  ) {
    refuseSurplus('IncompatibleKeys', 2, surplus);
  }

  toString(): string {
    if (!this.missingKeys.length && !this.unexpectedKeys.length) return '<All keys matched successfully>';
    const list = (keys: readonly string[]): string => `[${keys.map((key) => `'${key}'`).join(', ')}]`;
    return `_IncompatibleKeys(missing_keys=${list(this.missingKeys)}, unexpected_keys=${list(this.unexpectedKeys)})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** What one load gathers on its way through the tree. */
export class Loading {
  readonly missing: string[] = [];
  readonly unexpected: string[] = [];
  readonly errors: string[] = [];

  constructor(
    readonly entries: Map<string, unknown>,
    readonly assign: boolean,
    readonly metadata: unknown,
  ) {}

  /** The version of the module at a prefix when it was saved, or undefined. */
  versionAt(prefix: string): number | undefined {
    const { metadata } = this;
    const path = prefix.slice(0, -1);
    const own: unknown =
      metadata instanceof Map ? metadata.get(path) : (metadata as Record<string, unknown> | null | undefined)?.[path];
    return (own as { version?: number } | undefined)?.version;
  }
}
