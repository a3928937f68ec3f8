/** Sizes as expressions over symbols: what a program computes them from. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'add' | 'mul' | 'floordiv'; readonly left: Expression; readonly right: Expression };

/** A value for each symbol. */
export type Assignment = ReadonlyMap<string, number>;

export const number = (value: number): Expression => ({ kind: 'number', value });
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });

const isNumber = (e: Expression, value: number): boolean => e.kind === 'number' && e.value === value;

/** a + b */
export function plus(left: Expression, right: Expression): Expression {
  if (left.kind === 'number' && right.kind === 'number') return number(left.value + right.value);
  if (isNumber(right, 0)) return left;
  return isNumber(left, 0) ? right : { kind: 'add', left, right };
}

/** a · b */
export function times(left: Expression, right: Expression): Expression {
  if (left.kind === 'number' && right.kind === 'number') return number(left.value * right.value);
  if (isNumber(right, 1)) return left;
  return isNumber(left, 1) ? right : { kind: 'mul', left, right };
}

/** ⌊a / b⌋ */
export function over(left: Expression, divisor: number): Expression {
  return divisor === 1 ? left : { kind: 'floordiv', left, right: number(divisor) };
}

/** The value of an expression. */
export function evaluate(e: Expression, at: Assignment): number {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'symbol':
      return at.get(e.name) ?? NaN;
    case 'add':
      return evaluate(e.left, at) + evaluate(e.right, at);
    case 'mul':
      return evaluate(e.left, at) * evaluate(e.right, at);
    case 'floordiv':
      return Math.floor(evaluate(e.left, at) / evaluate(e.right, at));
  }
}

const SYMPY = { add: 'Add', mul: 'Mul', floordiv: 'FloorDiv' } as const;

/** Whether elements decide the size, as those of lengths do, and not the sizes of the inputs. */
export const isOfElements = (name: string): boolean => name.startsWith('u');

/** As sympy writes it for itself, which is what the schema has. */
export function sympyText(e: Expression): string {
  if (e.kind === 'number') return `Integer(${e.value})`;
  if (e.kind === 'symbol') return `Symbol('${e.name}', ${isOfElements(e.name) ? '' : 'positive=True, '}integer=True)`;
  return `${SYMPY[e.kind]}(${sympyText(e.left)}, ${sympyText(e.right)})`;
}

/** The symbols in an expression. */
export function symbolsIn(e: Expression, found = new Set<string>()): Set<string> {
  if (e.kind === 'symbol') found.add(e.name);
  else if (e.kind !== 'number') [e.left, e.right].forEach((part) => symbolsIn(part, found));
  return found;
}
