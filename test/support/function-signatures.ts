/**
 * Walks functions that have a signature in Python: every argument by position, every one by name, and one too many.
 * The signature is Python's own (`inspect`), so that an argument that Python gains is missed here by name.
 */
import { camelCase } from '../../lib/arguments/names';
import { runPython } from './python';

/** One function: Python's expression, ours, and a value for each of its arguments. */
export interface Walked {
  readonly python: string;
  readonly call: (...args: never[]) => unknown;
  /** By our names, in any order. A function is called for each use, for values that a call uses up. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Python's arguments that are not here, each with the reason. */
  readonly without?: Readonly<Record<string, string>>;
  /** Of a method: the object; Python's `self` is left out. */
  readonly self?: () => object;
}

interface PythonParameter {
  readonly name: string;
  readonly keyword: boolean;
  readonly required: boolean;
}

const PYTHON = `
import inspect, torch
def parameters(expression):
    found = []
    for p in inspect.signature(eval(expression)).parameters.values():
        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD): continue
        found.append({'name': p.name, 'keyword': p.kind == p.KEYWORD_ONLY, 'required': p.default is p.empty})
    return found
output = {expression: parameters(expression) for expression in input}
`;

/** The parameters of Python's functions, in order. */
export function pythonSignatures(expressions: readonly string[]): Record<string, PythonParameter[]> {
  return runPython<Record<string, PythonParameter[]>>(PYTHON, expressions);
}

function parametersOf(walked: Walked, signature: readonly PythonParameter[]): (PythonParameter & { ours: string })[] {
  return signature
    .filter(({ name }) => name !== 'self' || !walked.self)
    .map((parameter) => ({ ...parameter, ours: camelCase(parameter.name) }))
    .filter(({ ours }) => !(ours in (walked.without ?? {})));
}

function valueOf(walked: Walked, name: string): unknown {
  if (!(name in walked.values)) throw new Error(`${walked.python}: no value for Python's argument '${name}'`);
  const value = walked.values[name];
  return typeof value === 'object' && value !== null && 'fresh' in value ? (value.fresh as () => unknown)() : value;
}

function call(walked: Walked, args: readonly unknown[]): string {
  return String(walked.call.apply(walked.self?.(), args as never[]));
}

/** Throws where a call by position, by name or with one argument too many does not do what Python's does. */
export function walkSignature(walked: Walked, signature: readonly PythonParameter[]): void {
  const parameters = parametersOf(walked, signature);
  const positional = parameters.filter(({ keyword }) => !keyword);
  const values = (list: typeof parameters): unknown[] => list.map(({ ours }) => valueOf(walked, ours));
  const named = (list: typeof parameters): object =>
    Object.fromEntries(list.map(({ ours }) => [ours, valueOf(walked, ours)]));
  const keywords = parameters.filter(({ keyword }) => keyword);
  const rest = keywords.length ? [named(keywords)] : [];
  const byPosition = call(walked, [...values(positional), ...rest]);
  const results: [string, string][] = [['by name alone', call(walked, [named(parameters)])]];
  for (let count = 1; count < positional.length; count++) {
    const args = [...values(positional.slice(0, count)), { ...named(positional.slice(count)), ...named(keywords) }];
    results.push([`with ${count} by position`, call(walked, args)]);
  }
  for (const [how, result] of results) {
    if (result !== byPosition) throw new Error(`${walked.python} ${how}: ${result}, by position: ${byPosition}`);
  }
  refuses(walked, [...values(positional), 'one too many', ...rest], 'one argument too many');
  refuses(walked, [...values(positional), { ...named(keywords), zzz: 1 }], 'an unknown name');
  refuses(walked, [...values(positional), named(positional.slice(0, 1))], 'an argument given twice');
}

function refuses(walked: Walked, args: readonly unknown[], what: string): void {
  try {
    call(walked, args);
  } catch (error) {
    if (error instanceof TypeError) return;
    throw error;
  }
  throw new Error(`${walked.python} takes ${what}`);
}
