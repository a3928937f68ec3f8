import { snakeCase } from '../../arguments/names';
import { typeError } from '../../errors';
import { originalOf } from '../../nn/call';
import { signatureOf } from '../../nn/forward-arguments';
import type { Module } from '../../nn/module';
import { type Leaf, type Tree, dictOf, flatten, tupleOf } from './tree';

/** One argument of a model, with its values. */
export interface ModelArgument {
  /** As Python has it. */
  readonly name: string;
  /** As the program calls it: for `dynamicShapes`. */
  readonly property: string;
  readonly tree: Tree;
}

/** A value that a model is called with. */
export interface ModelInput extends Leaf {
  /** The name of its argument with the path in it: an identifier. */
  readonly name: string;
  readonly argument: ModelArgument;
}

/** What a model is called with: arguments by position, then by name. */
export interface ModelCall {
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly arguments: readonly ModelArgument[];
  readonly inputs: readonly ModelInput[];
  readonly tree: Tree;
}

/** Reads the example inputs of a model. */
export function readCall(
  label: string,
  model: Module,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>>,
): ModelCall {
  const names = argumentNames(model, args.length);
  const positional = args.map((value, i) => argument(label, names[i] as string, value));
  const named = Object.entries(kwargs).map(([name, value]) => argument(label, name, value));
  const all = [...positional, ...named];
  const twice = all.find(({ name }, i) => all.findIndex((other) => other.name === name) !== i);
  if (twice) throw typeError(`${label}: the argument '${twice.property}' is given twice`);
  return {
    args,
    kwargs,
    arguments: all,
    inputs: all.flatMap((one) =>
      one.tree.leaves.map((leaf) => ({ ...leaf, argument: one, name: identifier([one.name, ...leaf.path]) })),
    ),
    tree: tupleOf([
      tupleOf(positional.map(({ tree }) => tree)),
      dictOf(new Map(named.map(({ name, tree }) => [name, tree]))),
    ]),
  };
}

function argument(label: string, property: string, value: unknown): ModelArgument {
  return { name: snakeCase(property), property, tree: flatten(`${label}: the input ${property}`, value) };
}

/** An identifier of Python made of the steps to a value. */
export function identifier(steps: readonly (string | number)[]): string {
  const text = steps.join('_').replace(/\W/g, '_');
  return /^\d/.test(text) ? `_${text}` : text;
}

/** The names of the first arguments of a model's forward. */
function argumentNames(model: Module, count: number): string[] {
  const written = writtenNames(model);
  return Array.from({ length: count }, (_, i) => written[i] ?? `arg${i}`);
}

function writtenNames(model: Module): (string | undefined)[] {
  for (
    let prototype = Object.getPrototypeOf(model) as object | null;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    if (!Object.hasOwn(prototype, 'forward')) continue;
    const declared = signatureOf(prototype)?.names;
    return declared ? [...declared] : parameterNames(String(originalOf((prototype as Module).forward)));
  }
  return [];
}

/** The names in the text of a function; undefined for a pattern, and nothing behind `...rest`. */
function parameterNames(text: string): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (const part of splitParameters(text)) {
    if (part.startsWith('...')) break;
    names.push(/^([A-Za-z_$][\w$]*)\s*(=|$)/.exec(part)?.[1]);
  }
  return names;
}

/** The parts between the commas of a function's parameters. */
function splitParameters(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of code.slice(code.indexOf('(') + 1)) {
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter) && --depth < 0) break;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
