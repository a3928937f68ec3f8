import type { ScriptBox, SizeFormula, TracedNode } from '../native/contract/jit';
import { native } from '../native/binding';

/**
 * Which numbers of a trace are sizes of its inputs. JavaScript reads `x.shape` as plain numbers, so a trace has them as
 * constants. The model is traced again with an input of another size; what differs between the graphs is written as a
 * formula of that size.
 */

/** Dimensions of inputs that have one size: that of the example, and another one. */
export interface Symbol {
  readonly places: readonly (readonly [input: number, dim: number])[];
  readonly size: number;
  readonly other: number;
}

/** Why a trace is for one size only. */
export interface Obstacle {
  readonly symbol: Symbol;
  readonly reason: string;
}

type Constant = Extract<TracedNode, { length: 4 }>;
type Place = readonly [node: number, formula: SizeFormula];

const isConstant = (node: TracedNode | undefined): node is Constant => node?.length === 4;

/** The first difference of two graphs beside their constants, or null. */
export function differenceOf(a: readonly TracedNode[], b: readonly TracedNode[]): string | null {
  const at = a.findIndex((node, i) => node[0] !== b[i]?.[0]);
  if (at < 0 && a.length === b.length) return null;
  const kinds = [a, b].map((nodes) => nodes[at < 0 ? Math.min(a.length, b.length) : at]?.[0] ?? 'nothing');
  return `the model computes ${kinds[0]} for one size and ${kinds[1]} for another`;
}

/** Puts sizes in the place of constants; each trace of `others` was made with the other size of one symbol. */
export function putSizes(box: ScriptBox, symbols: readonly Symbol[], others: readonly ScriptBox[]): Obstacle[] {
  const base = native.jitNodes(box);
  const traces = others.map((other) => native.jitNodes(other));
  const obstacles: Obstacle[] = [];
  const usable = symbols.flatMap((symbol, i) => {
    const reason = obstacleOf(base, traces[i] as TracedNode[], symbol);
    if (reason !== null) obstacles.push({ symbol, reason });
    return reason === null ? [{ symbol, nodes: traces[i] as TracedNode[] }] : [];
  });
  const places: Place[] = [];
  for (const [node, constant] of base.entries()) {
    if (!isConstant(constant)) continue;
    const terms = usable.flatMap(({ symbol, nodes }) => {
      const other = (nodes[node] as Constant)[2];
      return other === constant[2] ? [] : [{ symbol, value: Number(other) }];
    });
    if (terms.length > 0) places.push([node, formulaOf(Number(constant[2]), terms)]);
  }
  native.jitPutSizes(box, places);
  return obstacles;
}

function obstacleOf(base: readonly TracedNode[], other: readonly TracedNode[], symbol: Symbol): string | null {
  const difference = differenceOf(base, other);
  if (difference !== null) return difference;
  for (const [i, constant] of base.entries()) {
    const changed = other[i];
    if (!isConstant(constant) || !isConstant(changed) || constant[1] === changed[1]) continue;
    const [, text, integer, user] = constant;
    const told = `${user} gets ${text} for a size of ${symbol.size} and ${changed[1]} for ${symbol.other}`;
    if (integer === null || changed[2] === null) return told;
    if (termOf(Number(integer), { symbol, value: Number(changed[2]) }) === null) return told;
  }
  return null;
}

interface Term {
  readonly symbol: Symbol;
  /** The constant with the symbol's other size. */
  readonly value: number;
}

/** How a constant depends on one size: a multiple, a part, or a sum. */
function termOf(constant: number, { symbol, value }: Term): 'product' | number | null {
  const { size, other } = symbol;
  if (constant !== 0 && constant * other === value * size) return 'product';
  const weight = (value - constant) / (other - size);
  return Number.isInteger(weight) ? weight : null;
}

/** A constant by the sizes on which it depends. */
function formulaOf(constant: number, terms: readonly Term[]): SizeFormula {
  const kinds = terms.map((term) => termOf(constant, term));
  const place = ({ symbol }: Term): readonly [number, number] => symbol.places[0] as readonly [number, number];
  if (kinds.every((kind) => kind === 'product')) {
    const whole = terms.reduce((all, { symbol }) => all * symbol.size, 1);
    const common = divisorOf(Math.abs(constant), whole);
    const [factor, divisor] = [constant / common, whole / common];
    return { product: terms.map(place), factor, divisor, sum: [], offset: 0 };
  }
  const sum = terms.map((term, i): [number, number, number] => {
    const { size, other } = term.symbol;
    const weight = kinds[i] === 'product' ? (term.value - constant) / (other - size) : (kinds[i] as number);
    return [...place(term), weight];
  });
  const offset = sum.reduce((rest, [, , weight], i) => rest - weight * (terms[i] as Term).symbol.size, constant);
  return { product: [], factor: 1, divisor: 1, sum, offset };
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}
