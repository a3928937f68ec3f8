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
  if (a.length === b.length && a.every((node, i) => node[0] === b[i]?.[0])) return null;
  const [first, second] = [a, b].map((nodes) => nodes.filter((node) => !isConstant(node)).map(([kind]) => kind));
  const at = (first ?? []).findIndex((kind, i) => kind !== second?.[i]);
  const told = [first, second].map((kinds) => kinds?.[at < 0 ? Math.min(first?.length ?? 0, kinds.length) : at]);
  return `the model computes ${told[0] ?? 'nothing'} for one size and ${told[1] ?? 'nothing'} for another`;
}

/** A symbol and the trace that was made with its other size. */
interface Variant {
  readonly symbol: Symbol;
  readonly nodes: readonly TracedNode[];
}

/**
 * Puts sizes in the place of constants.
 *
 * @param others Of each symbol, a trace with its other size.
 * @param joint A trace with all other sizes, which tells sums from products; null if there is none.
 */
export function putSizes(
  box: ScriptBox,
  symbols: readonly Symbol[],
  others: readonly ScriptBox[],
  joint: ScriptBox | null,
): Obstacle[] {
  const base = native.jitNodes(box);
  const obstacles: Obstacle[] = [];
  let usable = symbols.flatMap((symbol, i): Variant[] => {
    const nodes = native.jitNodes(others[i] as ScriptBox);
    const reason = obstacleOf(base, nodes, symbol);
    if (reason !== null) obstacles.push({ symbol, reason });
    return reason === null ? [{ symbol, nodes }] : [];
  });
  const all = joint && usable.length === symbols.length ? native.jitNodes(joint) : null;
  const together = all && differenceOf(base, all) === null ? all : null;
  for (;;) {
    const found = formulasOf(base, usable, together);
    if (Array.isArray(found)) {
      native.jitPutSizes(box, found as readonly Place[]);
      return obstacles;
    }
    const { symbol } = found as Obstacle;
    obstacles.push(found as Obstacle);
    usable = usable.filter((variant) => variant.symbol !== symbol);
  }
}

/** A formula for each constant that changes, or the symbol with which there is none. */
function formulasOf(
  base: readonly TracedNode[],
  variants: readonly Variant[],
  joint: readonly TracedNode[] | null,
): readonly Place[] | Obstacle {
  const places: Place[] = [];
  for (const [node, constant] of base.entries()) {
    if (!isConstant(constant)) continue;
    const terms = variants.flatMap(({ symbol, nodes }): Term[] => {
      const other = (nodes[node] as Constant)[2];
      return other === constant[2] ? [] : [{ symbol, value: Number(other) }];
    });
    if (terms.length === 0) continue;
    const together = joint ? Number((joint[node] as Constant)[2]) : null;
    const formula = formulaOf(Number(constant[2]), terms, together);
    const last = terms.at(-1) as Term;
    if (!formula)
      return {
        symbol: last.symbol,
        reason: `${constant[3]} gets a number of several sizes that does not follow a formula`,
      };
    places.push([node, formula]);
  }
  return places;
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
    const term = { symbol, value: Number(changed[2]) };
    if (!isMultiple(Number(integer), term) && !Number.isInteger(slopeOf(Number(integer), term))) return told;
  }
  return null;
}

interface Term {
  readonly symbol: Symbol;
  /** The constant with the symbol's other size. */
  readonly value: number;
}

/** Whether a constant is a multiple or a part of a size. */
function isMultiple(constant: number, { symbol, value }: Term): boolean {
  return constant !== 0 && constant * symbol.other === value * symbol.size;
}

/** By how much a constant grows with a size. */
function slopeOf(constant: number, { symbol, value }: Term): number {
  return (value - constant) / (symbol.other - symbol.size);
}

/** A constant by the sizes on which it depends: a product, a sum, or of two sizes both; null if it is none. */
function formulaOf(constant: number, terms: readonly Term[], joint: number | null): SizeFormula | null {
  const candidates = [productOf(constant, terms), mixedOf(constant, terms, joint), sumOf(constant, terms)];
  return candidates.find((one) => one && (joint === null || valueOf(one, terms) === joint)) ?? null;
}

const placeOf = ({ symbol }: Term): readonly [number, number] => symbol.places[0] as readonly [number, number];

function productOf(constant: number, terms: readonly Term[]): SizeFormula | null {
  if (!terms.every((term) => isMultiple(constant, term))) return null;
  const whole = terms.reduce((all, { symbol }) => all * symbol.size, 1);
  const common = divisorOf(Math.abs(constant), whole);
  return { product: terms.map(placeOf), factor: constant / common, divisor: whole / common, sum: [], offset: 0 };
}

function sumOf(constant: number, terms: readonly Term[]): SizeFormula | null {
  return linear(
    constant,
    terms,
    terms.map((term) => slopeOf(constant, term)),
    null,
  );
}

/** `factor · a · b + α · a + β · b + offset`, from the four values that are known. */
function mixedOf(constant: number, terms: readonly Term[], joint: number | null): SizeFormula | null {
  const [a, b] = terms;
  if (!a || !b || terms.length !== 2 || joint === null) return null;
  const steps = (a.symbol.other - a.symbol.size) * (b.symbol.other - b.symbol.size);
  const factor = (joint - a.value - b.value + constant) / steps;
  if (factor === 0) return null;
  const slopes = [slopeOf(constant, a) - factor * b.symbol.size, slopeOf(constant, b) - factor * a.symbol.size];
  return linear(constant - factor * a.symbol.size * b.symbol.size, terms, slopes, factor);
}

function linear(
  constant: number,
  terms: readonly Term[],
  slopes: readonly number[],
  factor: number | null,
): SizeFormula | null {
  const offset = slopes.reduce((rest, slope, i) => rest - slope * (terms[i] as Term).symbol.size, constant);
  if (![...slopes, offset, factor ?? 0].every(Number.isSafeInteger)) return null;
  const sum = slopes.flatMap((slope, i): [number, number, number][] =>
    slope === 0 ? [] : [[...placeOf(terms[i] as Term), slope]],
  );
  return { product: factor === null ? [] : terms.map(placeOf), factor: factor ?? 1, divisor: 1, sum, offset };
}

/** A formula's value with all other sizes. */
function valueOf({ product, factor, divisor, sum, offset }: SizeFormula, terms: readonly Term[]): number {
  const sizeAt = ([input, dim]: readonly number[]): number =>
    (terms.find((term) => placeOf(term)[0] === input && placeOf(term)[1] === dim) as Term).symbol.other;
  const whole = product.reduce((all, place) => all * sizeAt(place), 1);
  const start = product.length > 0 ? Math.floor((whole * factor) / divisor) : 0;
  return sum.reduce((all, [input, dim, weight]) => all + sizeAt([input, dim]) * weight, start + offset);
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}
