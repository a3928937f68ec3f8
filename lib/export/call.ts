import { isPlainObject } from '../arguments/plain-object';
import { typeError, valueError } from '../errors';
import { closest, snakeCase } from '../arguments/names';
import { type TreeSpec, flatten, parseTree, pathsOf, unflatten } from './pytree';
import type { Step } from './shown';
import type { GraphModule, ModuleCallSignature } from './schema/program';

/** How a program is called: the names of its arguments, and the trees that go in and out. @internal */
export class CallSpec {
  /** The form of each argument, in order. */
  readonly #forms: readonly TreeSpec[];
  readonly #out: TreeSpec;
  /** Whether each argument is one leaf and each is taken by position: the usual call. */
  readonly #plain: boolean;
  /** How many arguments Python takes by position. */
  readonly positional: number;
  readonly names: readonly string[];
  /** The way to each leaf. */
  readonly paths: readonly (readonly Step[])[];

  constructor(module: GraphModule, fail: (what: string) => never) {
    const signature = signatureOf(module, fail);
    const read = (json: string): TreeSpec => parseTree(json, module.treespecNamedtupleFields, fail);
    const [args, kwargs] = read(signature.inSpec).children;
    if (!args || !kwargs || args.keys || !kwargs.keys) fail('the form of its inputs is not (args, kwargs)');
    this.#out = read(signature.outSpec);
    this.#forms = [...args.children, ...kwargs.children];
    this.positional = args.children.length;
    const keywords = kwargs.keys.map(String);
    const own = signature.forwardArgNames?.slice(0, this.positional) ?? [];
    this.names = [...args.children.map((_, i) => own[i] ?? `arg_${i}`), ...keywords];
    this.paths = this.#forms.flatMap((form, i) => pathsOf(form, [this.names[i] as string]));
    this.#plain = this.#forms.every(({ type }) => type === null);
  }

  /** The leaves of a call's arguments: by position, or by name in a trailing object. */
  leaves(label: string, given: readonly unknown[]): unknown[] {
    if (this.#plain && given.length === this.#forms.length && !isPlainObject(given.at(-1))) return [...given];
    const values = this.#arguments(label, given);
    const out: unknown[] = [];
    const fail = (what: string): never => {
      throw valueError(`${label}: ${what}; the program takes ${this.text}`);
    };
    this.#forms.forEach((form, i) => flatten(form, values[i], [this.names[i] as string], out, fail));
    return out;
  }

  /** The result of the program from its leaves. */
  result(leaves: readonly unknown[]): unknown {
    if (this.#out.type === null) return leaves[0];
    return unflatten(this.#out, leaves[Symbol.iterator]());
  }

  get outputs(): number {
    return this.#out.leaves;
  }

  /** `(x, mask)`. */
  get text(): string {
    return `(${this.names.join(', ')})`;
  }

  #arguments(label: string, given: readonly unknown[]): unknown[] {
    const last = given.at(-1);
    const named = isPlainObject(last) && !this.#isArgument(given.length - 1, last) ? last : null;
    const positional = named ? given.slice(0, -1) : given;
    if (positional.length > this.names.length) {
      throw typeError(
        `${label}() takes ${this.names.length} argument${this.names.length === 1 ? '' : 's'} ${this.text}, got ${positional.length}`,
      );
    }
    const byNames = this.#byNames(label, named ?? {});
    return this.names.map((name, i) => {
      const byName = byNames.get(name);
      if (i < positional.length && byName !== undefined) {
        throw typeError(`${label}() got several values for argument '${name}'`);
      }
      const value = i < positional.length ? positional[i] : byName;
      if (value === undefined) throw typeError(`${label}() misses the argument '${name}'; it takes ${this.text}`);
      return value;
    });
  }

  /** What was given by name, under Python's names; `attentionMask` stands for `attention_mask`. */
  #byNames(label: string, named: Readonly<Record<string, unknown>>): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const [given, value] of Object.entries(named)) {
      const name = this.#nameOf(given);
      if (name === undefined) {
        const right = closest(given, this.names);
        throw typeError(`${label}() got an unknown argument '${given}'${right ? `: did you mean '${right}'?` : ''}`);
      }
      if (found.get(name) !== undefined && value !== undefined) {
        throw typeError(`${label}() got several values for argument '${name}'`);
      }
      if (value !== undefined) found.set(name, value);
    }
    return found;
  }

  #nameOf(given: string): string | undefined {
    if (this.names.includes(given)) return given;
    const python = snakeCase(given);
    return this.names.includes(python) ? python : undefined;
  }

  /** Whether an object in this place is the argument itself: one is taken there, and it has other names. */
  #isArgument(place: number, value: Readonly<Record<string, unknown>>): boolean {
    const form = this.#forms[place];
    if (!form?.keys) return false;
    const own = Object.keys(value).every((key) => form.keys?.some((one) => String(one) === key));
    return own || !Object.keys(value).every((key) => this.#nameOf(key) !== undefined);
  }
}

function signatureOf({ moduleCallGraph }: GraphModule, fail: (what: string) => never): ModuleCallSignature {
  const entry = moduleCallGraph.find(({ fqn }) => fqn === '');
  return entry?.signature ?? fail('it does not say how the model is called');
}
