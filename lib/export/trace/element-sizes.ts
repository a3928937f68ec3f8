import { runtimeError } from '../../errors';
import type { MergedCall } from './align';
import { schemaOf } from './encode';
import { type Expression, symbol } from './expression';
import type { Fitter } from './fit';
import { type RecordedValue, type Trace, tensorsIn } from './calls';
import type { DimsOf } from './shape-rules';

/** For each result of a call, its sizes as far as they are known before one looks at them. */
export type KnownSizes = readonly (readonly (Expression | undefined)[])[];

/**
 * The sizes that elements decide: those of packed sequences, which depend on the lengths. Each is a symbol of its own, as `u0` in
 * Python's programs.
 */
export class ElementSizes {
  /** The symbols that were made. */
  readonly symbols: string[] = [];
  /** Tensors whose elements depend on what the graph is given, or on chance. */
  readonly #dependent: Set<number>;

  constructor(
    private readonly label: string,
    private readonly fitter: Fitter,
    /** The values of symbols in each run. */
    private readonly runs: readonly Map<string, number>[],
    { inputs }: Trace,
  ) {
    this.#dependent = new Set(inputs);
  }

  /** Notes what a call's results depend on. */
  note({ inputs, results, random }: MergedCall): void {
    if (!random && !tensorsIn(inputs as RecordedValue).some((id) => this.#dependent.has(id))) return;
    for (const id of tensorsIn(results)) this.#dependent.add(id);
  }

  /** What is known of the sizes of a call's results. */
  sizesOf(call: MergedCall, dimsOf: DimsOf): KnownSizes {
    if (call.operator === 'aten::_pack_padded_sequence') return this.#packed(call);
    if (call.operator === 'aten::_pad_packed_sequence') return this.#padded(call, dimsOf);
    // A layer gives as many rows as it gets.
    if (call.overload === 'data') return [[dimsOf(idIn(call, 'data'))?.[0]]];
    return [];
  }

  #packed(call: MergedCall): KnownSizes {
    if (!this.#dependent.has(idIn(call, 'lengths'))) return [];
    return [[this.#symbol(call, 0)], [this.#symbol(call, 1)]];
  }

  #symbol({ runs: forms, place }: MergedCall, result: number): Expression {
    const values = forms.map((run) => run[result]?.sizes[0] ?? 0);
    if (values.every((value) => value === values[0])) {
      throw runtimeError(
        `${this.label}: the lengths of a packed sequence gave the same size in all runs, so what depends on it cannot be told ` +
          `from a fixed number: ${place}. Give example lengths above 2`,
      );
    }
    const name = `u${this.symbols.length}`;
    this.symbols.push(name);
    this.runs.forEach((run, i) => run.set(name, values[i] as number));
    this.fitter.learn(symbol(name));
    return symbol(name);
  }

  #padded(call: MergedCall, dimsOf: DimsOf): KnownSizes {
    const total = argumentOf(call, 'total_length');
    if (typeof total !== 'number' || total > 0) return [];
    const longest = dimsOf(idIn(call, 'batch_sizes'))?.[0];
    return [argumentOf(call, 'batch_first') === true ? [undefined, longest] : [longest]];
  }
}

function argumentOf(call: MergedCall, name: string): unknown {
  const place = schemaOf(call.operator, call.overload).arguments.findIndex((one) => one.name === name);
  return call.inputs[place];
}

function idIn(call: MergedCall, name: string): number {
  return (argumentOf(call, name) as { readonly t?: number } | null | undefined)?.t ?? -1;
}
