/** Libraries: what is registered together, and taken back together. */
import { bool, callback, choice, keyword, nullable, str, value } from '../arguments/fields';
import { limitArguments } from '../arguments/surplus';
import { readArguments } from '../arguments/read';
import { runtimeError, valueError } from '../errors';
import { native } from '../native/binding';
import type { LibraryBox } from '../native/contract/graph';
import { forgetOperator, type RawOperator } from '../ops/raw';
import { Tag, type TagName } from './tags';
import { type Kernel, Target, nativeKernel } from './kernel';

/** Namespaces that PyTorch itself defines operators in, apart from fragments of `aten`. */
const RESERVED = new Set(['prim']);

/** Instead of a kernel: passes the call on to the next dispatch key. */
export function fallthroughKernel(): never {
  throw runtimeError('fallthrough_kernel() should never be called.');
}

/** An operator by name (`mine::add.Tensor`) or as `torch.ops.mine.add.default`. */
export type OperatorName = string | RawOperator;

const isOperator = (given: unknown): boolean => typeof given === 'string' || typeof given === 'function';
/** @internal */
export const operatorName = value<OperatorName>('the name of an operator, or an operator of torch.ops', isOperator);

/** The overload that is meant. @internal */
export function targetOf(given: OperatorName, namespace?: string): Target {
  const schema = typeof given === 'string' ? given : ((given.schemas[0] ?? '').split('(')[0] ?? '');
  const full = schema.includes('::') ? schema : `${namespace}::${schema}`;
  const [name, overload] = full.split('.') as [string, string | undefined];
  if (namespace === undefined && !schema.includes('::')) {
    throw valueError(
      `Expected \`${schema}\` to be of the form "namespace::name". Are you sure you have passed the namespace, too?`,
    );
  }
  return new Target(name, overload ?? '');
}

/** What is registered by "name key". */
const implemented = new Set<string>();

const CONSTRUCTOR = {
  ns: str(),
  kind: choice(['DEF', 'FRAGMENT', 'IMPL']),
  dispatchKey: str(''),
};
/** @internal */
export const TAGS = value<TagName | readonly TagName[]>(
  'a tag of torch.Tag, or an array of them',
  (v) => (Array.isArray(v) ? v : [v]).every((tag) => typeof tag === 'string' && tag in Tag),
  [],
);
const DEFINE = { schema: str(), aliasAnalysis: str(''), tags: keyword(TAGS) };
const IMPL = {
  opName: operatorName,
  fn: callback<Kernel>(),
  dispatchKey: str(''),
  allowOverride: keyword(bool(false)),
};

/**
 * Operators and kernels of one namespace. They are in the dispatcher, for all code of the process, until the library is
 * destroyed or collected. A kernel is a function of JavaScript and runs on the thread that has registered it; a call from
 * another thread is an error.
 *
 * @param ns the namespace
 * @param kind 'DEF' for a new namespace, 'FRAGMENT' for a part of one, 'IMPL' for kernels of existing operators
 * @param dispatchKey the key of kernels for which none is given
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.Library
 * @example
 * const library = new torch.library.Library('mine', 'FRAGMENT');
 * library.define('twice(Tensor x) -> Tensor');
 * library.impl('twice', (x: torch.Tensor) => x.add(x), 'CompositeExplicitAutograd');
 * (torch.ops.mine!.twice!(torch.ones([2])) as torch.Tensor).tolist(); // [2, 2]
 * library.destroy();
 */
export class Library implements Disposable {
  readonly ns: string;
  readonly kind: 'DEF' | 'FRAGMENT' | 'IMPL';
  readonly dispatchKey: string;
  #box: LibraryBox | null;
  readonly #defined: Target[] = [];
  readonly #implemented: string[] = [];

  constructor(ns: string, kind: 'DEF' | 'FRAGMENT' | 'IMPL', dispatchKey?: string, ...surplus: []) {
    const read = readArguments('Library', CONSTRUCTOR, [ns, kind, dispatchKey, ...surplus]);
    if (RESERVED.has(read.ns) && read.kind !== 'IMPL') {
      throw valueError(`${read.ns} is a reserved namespace. Please try creating a library with another name.`);
    }
    this.ns = read.ns;
    this.kind = read.kind;
    this.dispatchKey = read.dispatchKey;
    this.#box = native.openLibrary(read.kind, read.ns, read.dispatchKey);
  }

  /** @internal */
  get box(): LibraryBox {
    if (!this.#box) throw valueError('Library object has been destroyed');
    return this.#box;
  }

  /**
   * Defines an operator by its schema: `add(Tensor x, *, Scalar alpha=1) -> Tensor`.
   *
   * @returns the operator's name
   * @throws TorchError if it is defined already, or was defined with another schema before
   * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.Library.define
   */
  define(
    schema: string,
    aliasAnalysis?: string,
    options?: {
      /** Tags of the operator. @defaultValue none */
      readonly tags?: TagName | readonly TagName[];
    },
  ): string;
  define(...args: readonly unknown[]): string {
    const { schema, aliasAnalysis, tags } = readArguments('Library.define', DEFINE, args);
    if (!['', 'FROM_SCHEMA', 'CONSERVATIVE'].includes(aliasAnalysis)) {
      throw runtimeError(`Invalid alias_analysis type ${aliasAnalysis}`);
    }
    const codes = (Array.isArray(tags) ? tags : [tags]).map((tag: TagName) => Tag[tag]);
    const name = native.defineOperator(this.box, this.ns, schema, codes);
    const target = targetOf(name);
    this.#defined.push(target);
    forgetOperator(target.name);
    return target.local;
  }

  /**
   * Registers a kernel for an operator and a dispatch key, such as `CPU`, `CompositeExplicitAutograd` (any device) or `Autograd`.
   *
   * @throws TorchError if a kernel for that key is registered already, unless `allowOverride` is true
   * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.Library.impl
   */
  impl(
    opName: OperatorName,
    fn: Kernel,
    dispatchKey?: string,
    options?: {
      /** Replace a kernel that was registered before. @defaultValue false */
      readonly allowOverride?: boolean;
    },
  ): void;
  impl(...args: readonly unknown[]): void {
    const { opName, fn, dispatchKey, allowOverride } = readArguments('Library.impl', IMPL, args);
    const key = dispatchKey || this.dispatchKey;
    if (!key) throw runtimeError('impl() needs a dispatch key: the Library has none');
    const target = targetOf(opName, this.ns);
    if (target.namespace !== this.ns) {
      throw runtimeError(`the operator ${target.name} is not of the namespace ${this.ns} of this Library`);
    }
    const registration = `${target.namespace}/${target.local}/${key}`;
    if (implemented.has(registration) && !allowOverride) {
      throw runtimeError(
        `This is not allowed since there's already a kernel registered from python overriding ${target.local}'s behavior for ` +
          `${key} dispatch key and ${this.ns} namespace.`,
      );
    }
    const kernel = fn === fallthroughKernel ? null : nativeKernel(target, fn);
    native.implementOperator(this.box, this.ns, target.local, key, kernel);
    implemented.add(registration);
    this.#implemented.push(registration);
  }

  /** Removes everything that this library has registered. A second call does nothing. */
  destroy(): void {
    if (!this.#box) return;
    native.closeLibrary(this.#box);
    this.#box = null;
    for (const registration of this.#implemented) implemented.delete(registration);
    for (const { name } of this.#defined) forgetOperator(name);
  }

  [Symbol.dispose](): void {
    this.destroy();
  }
}

limitArguments([Library], { destroy: 0 });

/** Libraries that live as long as the process, by namespace. */
const fragments = new Map<string, Library>();

/** @internal */
export function fragmentOf(namespace: string, given: Library | null): Library {
  if (given) return given;
  let library = fragments.get(namespace);
  if (!library) fragments.set(namespace, (library = new Library(namespace, 'FRAGMENT')));
  return library;
}

/** @internal */
export const libraryField = keyword(nullable(value<Library>('a Library', (v) => v instanceof Library)));
