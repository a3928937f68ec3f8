import type { Expression } from '../guards/expression';
import { parseSympy } from '../guards/sympy';

/** How tightly an expression holds together, as sympy's printer has it. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  ...{ Or: 20, And: 30, FloorDiv: 35, CleanDiv: 35, Mod: 35, PythonMod: 35, ModularIndexing: 35, Where: 35 },
  ...{ FloatTrueDiv: 35, IntTrueDiv: 35, Add: 40, Mul: 50, PowByNatural: 50, Pow: 60, FloatPow: 60, Not: 100 },
  ...{ Equality: 35, Unequality: 35, StrictGreaterThan: 35, GreaterThan: 35, StrictLessThan: 35, LessThan: 35 },
};
const ATOM = 1000;

const RELATIONS: Readonly<Record<string, string>> = {
  ...{ StrictGreaterThan: '>', GreaterThan: '>=', StrictLessThan: '<', LessThan: '<=' },
};
const SHORT: Readonly<Record<string, string>> = { Equality: 'Eq', Unequality: 'Ne' };

/** A symbolic expression as Python prints it: `2*s0 + 1` for `Add(Mul(Integer(2), Symbol('s0')), Integer(1))`. */
export function expressionText(sympy: string): string {
  const read = parseSympy(sympy);
  return read ? text(read) : sympy;
}

function text(expression: Expression): string {
  if (expression.kind === 'number') return String(expression.value);
  if (expression.kind === 'symbol') return expression.name;
  const { name, args } = expression;
  const relation = RELATIONS[name];
  if (relation && args[0] && args[1]) return `${text(args[0])} ${relation} ${text(args[1])}`;
  switch (name) {
    case 'Add':
      return sumText(args);
    case 'Mul':
      return productText(args);
    case 'Pow':
      return args.map((arg) => inside(arg, 60)).join('**');
    case 'Rational':
      return args.map(text).join('/');
    case 'FloorDiv':
    case 'CleanDiv':
      return `(${args.map((arg) => inside(arg, ATOM - 0.5)).join('//')})`;
    case 'Identity':
      return `(${args.map(text).join('')})`;
    case 'And':
      return args.map((arg) => inside(arg, 30)).join(' & ');
    case 'Or':
      return args.map((arg) => inside(arg, 20)).join(' | ');
    case 'Not':
      return `~${args.map((arg) => inside(arg, 100)).join('')}`;
    case 'Max':
    case 'Min':
      return `${name}(${[...args].sort(numbersFirst).map(text).join(', ')})`;
    default:
      return `${SHORT[name] ?? name}(${args.map(text).join(', ')})`;
  }
}

function precedenceOf(expression: Expression): number {
  if (expression.kind === 'number') return expression.value < 0 ? 40 : ATOM;
  return expression.kind === 'symbol' ? ATOM : (PRECEDENCE[expression.name] ?? ATOM);
}

/** In parentheses where it would not hold together otherwise. */
function inside(expression: Expression, level: number): string {
  return precedenceOf(expression) <= level ? `(${text(expression)})` : text(expression);
}

function numbersFirst(a: Expression, b: Expression): number {
  const order = Number(b.kind === 'number') - Number(a.kind === 'number');
  return order || (text(a) < text(b) ? -1 : 1);
}

function sumText(terms: readonly Expression[]): string {
  return terms.reduce((sum, term) => {
    const one = precedenceOf(term) < 40 ? `(${text(term)})` : text(term);
    if (sum === '') return one;
    return one.startsWith('-') ? `${sum} - ${one.slice(1)}` : `${sum} + ${one}`;
  }, '');
}

function productText(factors: readonly Expression[]): string {
  const [first, ...rest] = factors;
  const factor = (arg: Expression): string => (precedenceOf(arg) < 50 ? `(${text(arg)})` : text(arg));
  if (first?.kind === 'number' && first.value < 0) {
    const others = rest.map(factor).join('*');
    return first.value === -1 ? `-${others}` : `${first.value}*${others}`;
  }
  return factors.map(factor).join('*');
}
