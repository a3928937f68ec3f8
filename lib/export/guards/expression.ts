/** An expression over the symbols of a program: sympy's function by its name, or a symbol, or a number. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** What symbols are known to be. */
export type Known = (symbol: string) => number | undefined;

type Arithmetic = (...args: readonly number[]) => number;

const truth = (value: boolean): number => (value ? 1 : 0);
const floorDiv: Arithmetic = (a = 0, b = 0) => Math.floor(a / b);
const mod: Arithmetic = (a = 0, b = 0) => a - Math.floor(a / b) * b;
const pow: Arithmetic = (a = 0, b = 0) => a ** b;
const divide: Arithmetic = (a = 0, b = 0) => a / b;

/** By sympy's names and those of torch.utils._sympy.functions. Booleans are 1 and 0. */
const FUNCTIONS: Readonly<Record<string, Arithmetic>> = {
  Add: (...args) => args.reduce((a, b) => a + b, 0),
  Mul: (...args) => args.reduce((a, b) => a * b, 1),
  Pow: pow,
  PowByNatural: pow,
  FloatPow: pow,
  Rational: divide,
  FloorDiv: floorDiv,
  CleanDiv: floorDiv,
  CeilDiv: (a = 0, b = 0) => Math.ceil(a / b),
  IntTrueDiv: divide,
  FloatTrueDiv: divide,
  Mod: mod,
  PythonMod: mod,
  ModularIndexing: (a = 0, b = 0, c = 0) => mod(floorDiv(a, b), c),
  Max: (...args) => Math.max(...args),
  Min: (...args) => Math.min(...args),
  Abs: (a = 0) => Math.abs(a),
  floor: (a = 0) => Math.floor(a),
  ceiling: (a = 0) => Math.ceil(a),
  FloorToInt: (a = 0) => Math.floor(a),
  CeilToInt: (a = 0) => Math.ceil(a),
  TruncToInt: (a = 0) => Math.trunc(a),
  TruncToFloat: (a = 0) => Math.trunc(a),
  ToFloat: (a = 0) => a,
  Identity: (a = 0) => a,
  Where: (c = 0, a = 0, b = 0) => (c ? a : b),
  LShift: (a = 0, b = 0) => a * 2 ** b,
  RShift: (a = 0, b = 0) => Math.floor(a / 2 ** b),
  Equality: (a, b) => truth(a === b),
  Eq: (a, b) => truth(a === b),
  Unequality: (a, b) => truth(a !== b),
  Ne: (a, b) => truth(a !== b),
  StrictGreaterThan: (a = 0, b = 0) => truth(a > b),
  GreaterThan: (a = 0, b = 0) => truth(a >= b),
  StrictLessThan: (a = 0, b = 0) => truth(a < b),
  LessThan: (a = 0, b = 0) => truth(a <= b),
  And: (...args) => truth(args.every((arg) => arg !== 0)),
  Or: (...args) => truth(args.some((arg) => arg !== 0)),
  Not: (a) => truth(a === 0),
};

/** Whether this library can evaluate a function. */
export function isFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name);
}

/** The value of an expression; undefined if a symbol is not known, or a function not. */
export function evaluate(expression: Expression, known: Known): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'symbol':
      return known(expression.name);
    case 'call': {
      if (!isFunction(expression.name)) return undefined;
      const values: number[] = [];
      for (const arg of expression.args) {
        const value = evaluate(arg, known);
        if (value === undefined) return undefined;
        values.push(value);
      }
      return (FUNCTIONS[expression.name] as Arithmetic)(...values);
    }
  }
}

/** The symbols of an expression. */
export function symbolsOf(expression: Expression, into = new Set<string>()): Set<string> {
  if (expression.kind === 'symbol') into.add(expression.name);
  if (expression.kind === 'call') for (const arg of expression.args) symbolsOf(arg, into);
  return into;
}
