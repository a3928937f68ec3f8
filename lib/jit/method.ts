import { native } from '../native/binding';
import type { NativeScriptArgument, NativeScriptMethod, ScriptBox } from '../native/contract/jit';
import type { Handle } from '../native/contract';
import { runJob } from '../native/jobs';
import { typeError } from '../errors';
import { show, tensorHint, typeName } from '../arguments/describe';
import { camelCase, closest } from '../arguments/names';
import { isPlainObject } from '../arguments/plain-object';
import { trim } from '../arguments/read';
import { wrap } from '../ops/tensor-methods';
import { encode, fits, takesObjects } from './types';
import { decodeTagged } from './tagged-values';

/** One argument of a method of a script module. */
export interface ScriptArgument {
  /** Python's name. */
  readonly name: string;
  /** As Python writes it, such as `List[Tensor]`. */
  readonly type: string;
  /** It may be left out. */
  readonly optional: boolean;
}

/**
 * A method of a script module, as `Module.getMethod` gives it.
 *
 * @example
 * ```ts
 * const model = torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2]));
 * console.log(model.getMethod('forward').code);
 * ```
 */
export class ScriptMethod {
  readonly #box: ScriptBox;
  readonly #method: NativeScriptMethod;

  /** @internal */
  constructor(box: ScriptBox, method: NativeScriptMethod) {
    this.#box = box;
    this.#method = method;
  }

  /** Its name in the module, such as `forward`. */
  get name(): string {
    return this.#method.name;
  }

  /** What it takes and returns, as TorchScript writes it. */
  get schema(): string {
    return this.#method.schema;
  }

  /** Its arguments without the module itself. */
  get parameters(): ScriptArgument[] {
    return this.#method.arguments.map(({ name, type, optional }) => ({ name, type: type.text, optional }));
  }

  /** Its code as TorchScript writes it into a file. */
  get code(): string {
    return native.jitText(this.#box, this.name, 'code');
  }

  /** Its graph. */
  get graph(): string {
    return native.jitText(this.#box, this.name, 'graph');
  }

  /** Its graph with those of the methods that it calls in it. */
  get inlinedGraph(): string {
    return native.jitText(this.#box, this.name, 'inlinedGraph');
  }

  /** Runs it. A trailing plain object gives arguments by name, unless the method takes a dict in this place. */
  call(...args: unknown[]): unknown {
    return this.#decode(native.jitCall(this.#box, this.name, this.#read(args)));
  }

  /** {@link call}, off the thread. */
  async callAsync(...args: unknown[]): Promise<unknown> {
    const encoded = this.#read(args);
    return runJob(
      (settle) => native.jitCallAsync(this.#box, this.name, encoded, settle),
      (result) => this.#decode(result),
    );
  }

  #decode(result: unknown): unknown {
    return this.#method.returnsTensor ? wrap(result as Handle) : decodeTagged(result);
  }

  #read(args: readonly unknown[]): unknown[] {
    const { arguments: parameters } = this.#method;
    const [positional, named] = this.#split(trim(args));
    if (positional.length > parameters.length) {
      throw this.#error(
        `expected at most ${parameters.length} argument(s) but received ${positional.length} argument(s).`,
      );
    }
    const values: unknown[] = parameters.map((_, i) => positional[i]);
    for (const [name, value] of Object.entries(named)) {
      if (value !== undefined) this.#place(values, positional.length, name, value);
    }
    return parameters.map((parameter, i) => this.#encode(parameter, i, values[i]));
  }

  /** The arguments by position, and those by name. */
  #split(args: readonly unknown[]): [positional: readonly unknown[], named: Readonly<Record<string, unknown>>] {
    const last = args.at(-1);
    if (!isPlainObject(last)) return [args, {}];
    const place = this.#method.arguments[args.length - 1];
    const byName = Object.keys(last).every((name) => this.#indexOf(name) >= args.length - 1);
    const isValue = place && takesObjects(place.type) && !(byName && this.#allFit(last));
    return isValue ? [args, {}] : [args.slice(0, -1), last];
  }

  #allFit(named: Readonly<Record<string, unknown>>): boolean {
    const entries = Object.entries(named);
    const fit = ([name, value]: [string, unknown]): boolean => {
      const parameter = this.#method.arguments[this.#indexOf(name)];
      return parameter !== undefined && (value === undefined || fits(parameter.type, value));
    };
    return entries.length > 0 && entries.every(fit);
  }

  #indexOf(name: string): number {
    return this.#method.arguments.findIndex((one) => one.name === name || camelCase(one.name) === name);
  }

  #place(values: unknown[], taken: number, name: string, value: unknown): void {
    const index = this.#indexOf(name);
    if (index < 0) {
      const right = closest(
        name,
        this.#method.arguments.map((one) => one.name),
      );
      throw this.#error(`got an unknown argument '${name}'${right ? `: did you mean '${right}'?` : '.'}`);
    }
    if (index < taken) throw this.#error(`got several values for argument '${name}'.`);
    values[index] = value;
  }

  #encode({ name, type, optional }: NativeScriptArgument, index: number, value: unknown): unknown {
    if (value === undefined) {
      if (optional) return undefined;
      throw this.#error(`is missing value for argument '${name}'.`);
    }
    if (fits(type, value)) return encode(type, value);
    const hint = type.kind === 'Tensor' ? tensorHint(value) : '';
    throw this.#error(
      `expected a value of type '${type.text}' for argument '${name}' but instead found ${typeName(value)}${hint}.\n` +
        `Position: ${index + 1}\nValue: ${show(value)}\n`,
    );
  }

  #error(reason: string): TypeError {
    const separator = reason.endsWith('\n') ? '' : ' ';
    return typeError(`${this.name}() ${reason}${separator}Declaration: ${this.schema}`);
  }

  toString(): string {
    return `ScriptMethod(${this.schema})`;
  }
}
