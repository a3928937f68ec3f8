import { type Expression, isFunction } from './expression';

/**
 * Reads a condition that torch.export wrote in Python: `L['x'].size()[0] % 2 == 0`. A size becomes a symbol with the
 * text in front of it as its name. Returns null for what has another form.
 */
export function parsePython(text: string): Expression | null {
  const tokens = tokenize(text);
  if (!tokens) return null;
  const reader = new PythonReader(tokens);
  try {
    const read = reader.binary(0);
    return reader.atEnd ? read : null;
  } catch (error) {
    if (error === UNREADABLE) return null;
    throw error;
  }
}

const UNREADABLE = Symbol('unreadable');
const SIZE = String.raw`L(?:\[(?:'[^'\\]*'|\d+)\])+(?:\.(?:size|stride)\(\)\[\d+\])?`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(${SIZE})|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_][\w.]*)|(==|!=|<=|>=|\*\*|//|[-+*/%<>(),]))`,
  'y',
);

interface Token {
  readonly kind: 'symbol' | 'number' | 'name' | 'sign';
  readonly text: string;
}

function tokenize(text: string): Token[] | null {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return null;
    const kind = (['symbol', 'number', 'name', 'sign'] as const)[
      match.slice(1).findIndex((part) => part !== undefined)
    ];
    tokens.push({ kind: kind as Token['kind'], text: match[0].trim() });
  }
  return tokens;
}

/** What binds weakest first. */
const LEVELS: readonly Readonly<Record<string, string>>[] = [
  { or: 'Or' },
  { and: 'And' },
  {
    '==': 'Equality',
    '!=': 'Unequality',
    '<': 'StrictLessThan',
    '<=': 'LessThan',
    '>': 'StrictGreaterThan',
    '>=': 'GreaterThan',
  },
  { '+': 'Add', '-': 'Subtract' },
  { '*': 'Mul', '/': 'IntTrueDiv', '//': 'FloorDiv', '%': 'PythonMod' },
];
const COMPARISONS = 2;

const call = (name: string, ...args: Expression[]): Expression => ({ kind: 'call', name, args });
const number = (value: number): Expression => ({ kind: 'number', value });

class PythonReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get atEnd(): boolean {
    return this.#at === this.tokens.length;
  }

  binary(level: number): Expression {
    const signs = LEVELS[level];
    if (!signs) return this.#unary();
    let left = this.binary(level + 1);
    let chain: Expression | undefined;
    for (;;) {
      const sign = this.tokens[this.#at]?.text ?? '';
      if (!Object.hasOwn(signs, sign)) return chain ?? left;
      this.#at++;
      const right = this.binary(level + 1);
      const name = signs[sign] as string;
      const both = name === 'Subtract' ? call('Add', left, call('Mul', number(-1), right)) : call(name, left, right);
      // `2 <= a <= 8` compares with what stands in the middle twice.
      if (level === COMPARISONS) {
        chain = chain ? call('And', chain, both) : both;
        left = right;
      } else left = both;
    }
  }

  #unary(): Expression {
    if (++this.#depth > 200) throw UNREADABLE;
    const value = this.#power();
    this.#depth--;
    return value;
  }

  #power(): Expression {
    if (this.#take('-')) return call('Mul', number(-1), this.#unary());
    if (this.#take('+')) return this.#unary();
    if (this.#take('not')) return call('Not', this.binary(COMPARISONS));
    const base = this.#atom();
    return this.#take('**') ? call('Pow', base, this.#unary()) : base;
  }

  #atom(): Expression {
    const token = this.tokens[this.#at++];
    if (token?.kind === 'number') return number(Number(token.text));
    if (token?.kind === 'symbol') return { kind: 'symbol', name: token.text };
    if (token?.text === '(') return this.#closed(this.binary(0));
    if (token?.kind !== 'name') throw UNREADABLE;
    if (token.text === 'True' || token.text === 'False') return number(token.text === 'True' ? 1 : 0);
    const name = token.text === 'max' ? 'Max' : token.text === 'min' ? 'Min' : token.text;
    if (!isFunction(name) || !this.#take('(')) throw UNREADABLE;
    const args = [this.binary(0)];
    while (this.#take(',')) args.push(this.binary(0));
    return this.#closed(call(name, ...args));
  }

  #closed(inner: Expression): Expression {
    if (!this.#take(')')) throw UNREADABLE;
    return inner;
  }

  #take(text: string): boolean {
    if (this.tokens[this.#at]?.text !== text) return false;
    this.#at++;
    return true;
  }
}
