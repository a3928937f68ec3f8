import { typeError } from '../errors';
import { article, nameOf, show, tensorHint } from './describe';
import type { Field, Fields, Values } from './fields';
import { closest } from './names';
import { isPlainObject } from './plain-object';

/**
 * The one reader of arguments: a table says what a call takes; each argument may be given by position or by name in a
 * trailing plain object, as in Python. One too many, an unknown name and a value of the wrong kind are TypeErrors.
 */

interface Plan {
  readonly names: readonly string[];
  readonly fields: readonly Field<unknown>[];
  /** How many may be given by position. */
  readonly positional: number;
  /** What a call without arguments gets; null where one of them is required. */
  readonly defaults: Readonly<Record<string, unknown>> | null;
}

const plans = new WeakMap<Fields, Plan>();

function planOf(table: Fields): Plan {
  let plan = plans.get(table);
  if (!plan) {
    const names = Object.keys(table);
    const fields = Object.values(table);
    const first = fields.findIndex((field) => field.keyword);
    const defaults = fields.some((field) => field.required)
      ? null
      : Object.fromEntries(fields.map(({ fallback }, i) => [names[i], fallback]));
    plans.set(table, (plan = { names, fields, positional: first < 0 ? names.length : first, defaults }));
  }
  return plan;
}

/** Reads a call's arguments by a table. */
export function readArguments<S extends Fields>(label: string, table: S, args: readonly unknown[]): Values<S> {
  const plan = planOf(table);
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  if (given === 0 && plan.defaults) return { ...plan.defaults } as Values<S>;
  const last = args[given - 1];
  // Behind the positions there are options only.
  const isArgument = given <= plan.positional && plan.fields[given - 1]?.object;
  const named = given > 0 && isPlainObject(last) && !isArgument;
  if (named) given--;
  if (given > plan.positional) throw tooMany(label, plan, given);
  const options = named ? last : NONE;
  if (named) refuseUnknown(label, options, plan.names);
  const result: Record<string, unknown> = {};
  for (let i = 0; i < plan.names.length; i++) {
    const name = plan.names[i] as string;
    const positional = i < given ? args[i] : undefined;
    const byName = options[name];
    if (positional !== undefined && byName !== undefined) {
      throw typeError(`${label}() got several values for argument '${name}'`);
    }
    result[name] = readField(
      label,
      name,
      plan.fields[i] as Field<unknown>,
      positional === undefined ? byName : positional,
    );
  }
  return result as Values<S>;
}

/** For what takes no argument: any that is given is one too many. */
export function takesNothing(label: string, args: readonly unknown[]): void {
  if (args.length > 0) readArguments(label, NOTHING, args);
}

const NOTHING: Fields = {};

const NONE: Readonly<Record<string, unknown>> = Object.freeze({});

function tooMany(label: string, { names, positional }: Pick<Plan, 'names' | 'positional'>, given: number): TypeError {
  const rest = names.slice(positional);
  const hint = rest.length ? `; ${rest.join(', ')} ${rest.length > 1 ? 'are' : 'is'} given by name` : '';
  const plural = positional === 1 ? '' : 's';
  return typeError(`${label}() takes at most ${positional} argument${plural}, got ${given}${hint}`);
}

/** For a call that reads its arguments one by one: what stands behind the last of them is too much. */
export function refuseSurplus(label: string, most: number, surplus: readonly unknown[]): void {
  const given = surplus.length > 0 ? trim(surplus).length : 0;
  if (given > 0) throw tooMany(label, { names: [], positional: most }, most + given);
}

/** Reads an object of options by a table. What is left out is its default. */
export function readOptions<S extends Fields>(label: string, table: S, options: unknown): Values<S> {
  const given = options === undefined ? NONE : options;
  requireOptions(label, given);
  const { names, fields } = planOf(table);
  refuseUnknown(label, given, names);
  const result: Record<string, unknown> = {};
  for (const [i, name] of names.entries()) {
    result[name] = readField(label, name, fields[i] as Field<unknown>, given[name]);
  }
  return result as Values<S>;
}

/** Fails on anything that is no plain object. */
export function requireOptions(label: string, options: unknown): asserts options is Readonly<Record<string, unknown>> {
  if (!isPlainObject(options)) throw typeError(`${label}() expected an object of options, got ${show(options)}`);
}

/** Fails on an option that there is not, and names the one that was meant. */
export function refuseUnknown(label: string, options: object, names: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const right = closest(name, names);
    const hint = right ? `: did you mean '${right}'?` : names.length ? `; it has ${names.join(', ')}` : '; it has none';
    throw typeError(`${label}() got an unknown option '${name}'${hint}`);
  }
}

function readField(label: string, name: string, field: Field<unknown>, given: unknown): unknown {
  if (given === undefined) {
    if (field.required) throw typeError(`${label}() misses '${name}' (${field.expects})`);
    return field.fallback;
  }
  if (!field.fits(given)) {
    if (field.refuse) throw field.refuse(given, name === 'input' ? `${label}: ` : `${label}: '${name}': `);
    const hint = /\bTensor\b/.test(field.expects) ? tensorHint(given) : '';
    throw typeError(`${label}(): '${name}' should be ${field.expects}, got ${show(given)}${hint}`);
  }
  return field.convert ? field.convert(given) : given;
}

/** Arguments without those at the end that were left out. */
export function trim(args: readonly unknown[]): unknown[] {
  let end = args.length;
  while (end > 0 && args[end - 1] === undefined) end--;
  return args.slice(0, end);
}

/** A value that has to be an instance of one of this package's classes. */
export function requireInstance<T>(
  label: string,
  name: string,
  Class: abstract new (...args: never[]) => T,
  given: unknown,
): T {
  if (given instanceof Class) return given;
  throw typeError(`${label}(): '${name}' should be ${article(Class.name)}, got ${nameOf(given)}`);
}

/** Some of an object's fields. */
export function pick<T extends object, K extends keyof T>(values: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<T, K>;
}

/** An object of options with no other names than these. */
export function knownOptions(label: string, options: unknown, known: readonly string[]): void {
  requireOptions(label, options);
  refuseUnknown(label, options, known);
}
