import type { Argument, NamedArgument, Node, SymIntArgument } from '../schema/graph';
import { ArgumentKind } from '../schema/graph';
import type { SymInt } from '../schema/tensor-meta';
import {
  type Assignment,
  type Expression,
  evaluate,
  isOfElements,
  number,
  plus,
  sympyText,
  symbolsIn,
} from './expression';
import type { Fitter } from './fit';
import type { Names } from './unique-names';

/** A dimension of an input that is a symbol, or computed from one. */
export interface Source {
  readonly input: string;
  readonly axis: number;
  readonly size: Expression;
}

/** The sizes of a program: how numbers depend on symbols, and the nodes that compute them. */
export class Sizes {
  /** What is known of each number that a node computes. */
  readonly values = new Map<string, SymInt>();
  readonly #sources = new Map<string, Source>();
  readonly #made = new Map<string, string>();

  constructor(
    readonly fitter: Fitter,
    private readonly runs: readonly Assignment[],
    private readonly names: Names,
    private readonly emit: (node: Node) => void,
    /** Adds an input that has a size of this name. */
    private readonly missing: (symbol: string) => void,
  ) {}

  /** An input of the program: where its symbols are found. */
  addInput(input: string, sizes: readonly (number | Expression)[]): void {
    for (const [axis, size] of sizes.entries()) {
      if (typeof size === 'number') continue;
      const [name] = symbolOf(size);
      const known = this.#sources.get(name);
      if (!known || (known.size.kind !== 'symbol' && size.kind === 'symbol')) {
        this.#sources.set(name, { input, axis, size });
      }
    }
  }

  /** A number that has these values in the runs, as metadata; null where it is not known what it depends on. */
  meta(values: readonly number[]): SymInt | null {
    const found = this.fitter.fit(values);
    return found && this.metaOf(found);
  }

  metaOf(expression: Expression): SymInt {
    if (expression.kind === 'number') return { type: 'as_int', value: expression.value };
    const known = ![...symbolsIn(expression)].some(isOfElements);
    const value = evaluate(expression, this.runs[0] as Assignment);
    return {
      type: 'as_expr',
      value: { exprStr: sympyText(expression), hint: known ? { type: 'as_int', value } : null },
    };
  }

  /** The same number as the argument of a node; the nodes that compute it are made. */
  argument(expression: Expression): SymIntArgument {
    if (expression.kind === 'number') return { type: 'as_int', value: expression.value };
    return { type: 'as_name', value: this.#nameOf(expression) };
  }

  #nameOf(e: Exclude<Expression, { kind: 'number' }>): string {
    const key = sympyText(e);
    let name = this.#made.get(key);
    if (name === undefined) this.#made.set(key, (name = this.#make(e)));
    return name;
  }

  #make(e: Exclude<Expression, { kind: 'number' }>): string {
    if (e.kind !== 'symbol')
      return this.#node(`_operator.${e.kind}`, e.kind, operands(this.argument(e.left), this.argument(e.right)), e);
    const source = this.sourceOf(e.name);
    if (source.size.kind !== 'symbol') return this.#solved(e, source);
    return this.#sizeNode(source);
  }

  /** Where a symbol is found. */
  sourceOf(symbol: string): Source {
    if (!this.#sources.has(symbol)) this.missing(symbol);
    return this.#sources.get(symbol) as Source;
  }

  #sizeNode({ input, axis, size }: Source): string {
    const inputs: NamedArgument[] = [
      { name: 'self', arg: { type: 'as_tensor', value: { name: input } }, kind: ArgumentKind.positional },
      { name: 'dim', arg: { type: 'as_int', value: axis }, kind: ArgumentKind.positional },
    ];
    return this.#node('torch.ops.aten.sym_size.int', 'sym_size_int', inputs, size);
  }

  /** The symbol x of a dimension of size a·x + b. */
  #solved(e: Expression, source: Source): string {
    const [, a, b] = symbolOf(source.size);
    const size = this.#sizeNode(source);
    this.#made.set(sympyText(source.size), size);
    let at: SymIntArgument = { type: 'as_name', value: size };
    if (b !== 0) {
      const less = plus(source.size, number(-b));
      at = {
        type: 'as_name',
        value: this.#node('_operator.add', 'add', operands(at, { type: 'as_int', value: -b }), less),
      };
    }
    if (a === 1) return (at as { value: string }).value;
    return this.#node('_operator.floordiv', 'floordiv', operands(at, { type: 'as_int', value: a }), e);
  }

  #node(target: string, base: string, inputs: readonly NamedArgument[], is: Expression): string {
    const name = this.names.take(base);
    const outputs: Argument[] = [{ type: 'as_sym_int', value: { type: 'as_name', value: name } }];
    this.values.set(name, this.metaOf(is));
    this.emit({ target, inputs, outputs, metadata: new Map(), isHopSingleTensorReturn: null, name });
    return name;
  }
}

function operands(a: SymIntArgument, b: SymIntArgument): NamedArgument[] {
  const one = (name: string, value: SymIntArgument): NamedArgument => ({
    name,
    arg: value.type === 'as_int' ? { type: 'as_int', value: value.value } : { type: 'as_sym_int', value },
    kind: ArgumentKind.positional,
  });
  return [one('a', a), one('b', b)];
}

/** The only symbol of a linear expression, its factor and what is added. */
function symbolOf(e: Expression): [name: string, factor: number, summand: number] {
  let name = '';
  const find = (part: Expression): void => {
    if (part.kind === 'symbol') name = part.name;
    else if (part.kind !== 'number') [part.left, part.right].forEach(find);
  };
  find(e);
  const at = (value: number): number => evaluate(e, new Map([[name, value]]));
  return [name, at(1) - at(0), at(0)];
}
