import { native } from '../native/binding';
import type { ScriptBox } from '../native/contract/jit';
import { runtimeError, warn } from '../errors';
import { messageOf } from '../arguments/describe';
import { withoutGrad } from '../native/grad-mode';
import { allclose } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { getRngState, setRngState } from '../tensor/generator';
import type { Target } from './record';
import type { ScriptModule } from './script-module';
import type { Symbol } from './sizes';
import { tensorsOf } from './tagged-values';
import { reordered, resized } from './vary';

export interface TraceToCheck {
  readonly target: Target;
  readonly traced: ScriptModule;
  readonly box: ScriptBox;
  readonly inputs: readonly unknown[];
  /** The dimensions whose sizes are open. */
  readonly symbols: readonly Symbol[];
  readonly tolerance: number;
  /** The caller's own inputs. */
  readonly others: readonly unknown[];
}

/** Compares a trace with its model; see {@link trace}. */
export function checkTrace(trace: TraceToCheck): void {
  const { inputs, symbols, others } = trace;
  warnOfRandomness(trace);
  compare(trace, inputs, 'the example inputs', true);
  compare(trace, reordered(inputs) as unknown[], 'the example inputs in another order', false);
  for (const symbol of symbols) compare(trace, resized(inputs, [symbol]), sizesText([symbol]), false);
  if (symbols.length > 1) compare(trace, resized(inputs, symbols), sizesText(symbols), false);
  symbols.forEach((symbol) => warnOfFarther(trace, symbol));
  others.forEach((other, i) => compare(trace, argumentsOf(other), `checkInputs[${i}]`, true));
}

function argumentsOf(given: unknown): readonly unknown[] {
  return isTensor(given) || !Array.isArray(given) ? [given] : (given as unknown[]);
}

/** Python warns of each operator that may draw random numbers; here it is tried whether the result depends on them. */
function warnOfRandomness({ target, box, inputs, tolerance }: TraceToCheck): void {
  const nodes = native.jitNodes(box).flatMap((node) => (node[1] === true ? [node[0]] : []));
  if (nodes.length === 0) return;
  const [first, second] = withoutGrad(() => [target.run(...inputs), target.run(...inputs)].map(tensorsOf));
  if (first?.every((tensor, i) => isClose(tensor, second?.[i], tolerance))) return;
  warn(
    'torch.jit.trace: Trace had nondeterministic nodes. Did you forget call .eval() on your model? Nodes: ' +
      [...new Set(nodes)].join(', '),
  );
}

/** A number that is rounded may be the same for the next size, and then differs for one that is farther away. */
function warnOfFarther(trace: TraceToCheck, symbol: Symbol): void {
  const farther = { ...symbol, other: 2 * symbol.size };
  if (farther.other === symbol.other) return;
  try {
    compare(trace, resized(trace.inputs, [farther]), sizesText([farther]), false);
  } catch (error) {
    const where = symbol.places.map(([input, dim]) => `dimension ${dim} of input ${input}`).join(' and ');
    warn(
      `torch.jit.trace: the trace is right only where ${where} has a size near ${symbol.size}, as in the example: ` +
        messageOf(error),
    );
  }
}

function sizesText(symbols: readonly Symbol[]): string {
  const one = ({ places, size, other }: Symbol): string => `${other} instead of ${size} at ${JSON.stringify(places)}`;
  return `inputs of other sizes (${symbols.map(one).join(', ')}; [input, dimension])`;
}

/** `required`: an error of the model is one of the trace; else the model need not take these inputs. */
function compare(
  { target, traced, tolerance }: TraceToCheck,
  inputs: readonly unknown[],
  what: string,
  required: boolean,
): void {
  withoutGrad(() => {
    const seed = getRngState();
    let expected: unknown;
    try {
      expected = target.run(...inputs);
    } catch (error) {
      if (required) throw error;
      return;
    }
    // The same random numbers for both.
    setRngState(seed);
    const actual = run(traced, inputs, what);
    const [wanted, got] = [tensorsOf(expected), tensorsOf(actual)];
    const at = wanted.findIndex((tensor, i) => !isClose(tensor, got[i], tolerance));
    if (at < 0 && wanted.length === got.length) return;
    throw runtimeError(
      `torch.jit.trace: output ${Math.max(at, 0)} of the trace is not the model's on ${what}. The model does something ` +
        'that depends on the values of its inputs: a branch, a loop, a number that was read from a tensor. What does ' +
        'must be written with operators (torch.where), or torch.jit.trace given { checkTrace: false }',
    );
  });
}

function run(traced: ScriptModule, inputs: readonly unknown[], what: string): unknown {
  try {
    return traced.forward(...inputs);
  } catch (cause) {
    throw runtimeError(`torch.jit.trace: the trace fails on ${what}, and the model does not: ${messageOf(cause)}`, {
      cause,
    });
  }
}

function isClose(a: Tensor, b: Tensor | undefined, tolerance: number): boolean {
  if (!b || a.dtype !== b.dtype || a.shape.join() !== b.shape.join()) return false;
  return allclose(a, b, tolerance, tolerance, true);
}
