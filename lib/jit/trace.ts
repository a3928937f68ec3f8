import type { ScriptBox } from '../native/contract/jit';
import { show } from '../arguments/describe';
import { bool, float, iterable, keyword, nullable, required, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, warn } from '../errors';
import { withoutGrad } from '../native/grad-mode';
import { Module } from '../nn/module';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { something } from '../tensor/arguments';
import { getRngState, setRngState } from '../tensor/generator';
import { checkTrace as check } from './check';
import { type RecordOptions, type Target, argumentNames, record } from './record';
import { type ScriptModule, scriptModule } from './script-module';
import { type Symbol, putSizes } from './sizes';
import { candidates, resized } from './vary';

/** Options of {@link trace}. */
export interface TraceOptions {
  /** Compare the trace with the model before it is returned. @defaultValue true */
  readonly checkTrace?: boolean;
  /** Further inputs, each an array of arguments, on which the trace is compared with the model. @defaultValue null */
  readonly checkInputs?: Iterable<unknown> | null;
  /** How far results may differ, absolutely and relatively. @defaultValue 1e-5 */
  readonly checkTolerance?: number;
  /** Refuse an object as the result, since its keys could depend on the inputs. @defaultValue true */
  readonly strict?: boolean;
  /** Python's names of the arguments; null: those of the layer, or `x`. @defaultValue null */
  readonly argumentNames?: Iterable<string> | null;
  /**
   * Look for sizes of the inputs that the trace would have as constants, and keep them open. The model runs once more for
   * each dimension that can have another size.
   *
   * @defaultValue true
   */
  readonly dynamicSizes?: boolean;
}

type Function = (...inputs: never[]) => unknown;

const isTarget = (v: unknown): boolean => v instanceof Module || typeof v === 'function';
const TRACE = {
  func: value<Module | Function>('a Module or a function', isTarget),
  exampleInputs: required(something()),
  checkTrace: keyword(bool(true)),
  checkInputs: keyword(nullable(iterable<Iterable<unknown>>('inputs'))),
  checkTolerance: keyword(float(1e-5)),
  strict: keyword(bool(true)),
  argumentNames: keyword(nullable(iterable<Iterable<string>>('names'))),
  dynamicSizes: keyword(bool(true)),
};

/**
 * Runs a model on example inputs and records the operators that it calls, as a module of TorchScript: a file of it runs
 * and trains in Python and in C++ without this program. Parameters and buffers are shared with the model.
 *
 * What JavaScript decides while the model runs is decided for good: the branches taken, the numbers read from tensors
 * (with a warning), but not the sizes of the inputs, which are found by running the model on other sizes. A dimension
 * that has to keep its size gives a warning. The trace is compared with the model on the example, on the same values in
 * another order, on other sizes and on `checkInputs`.
 *
 * @param func A module, or a function of tensors that uses no parameters.
 * @param exampleInputs A tensor, or the array of arguments. An array in it is a tuple, an object a dict of tensors.
 * @throws TorchError if the trace computes something else than the model, or the model cannot be traced.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.trace.html
 * @example
 * ```ts
 * const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
 * const traced = torch.jit.trace(model.eval(), torch.randn([3, 4]));
 * torch.jit.save(traced, 'model.pt');
 * ```
 */
export function trace(
  func: Module | ((...inputs: never[]) => unknown),
  exampleInputs: Tensor | readonly unknown[],
  options?: TraceOptions,
): ScriptModule;
export function trace(...args: readonly unknown[]): ScriptModule {
  const { func, exampleInputs, ...options } = readArguments('torch.jit.trace', TRACE, args);
  const target = targetOf(func);
  const inputs = isTensor(exampleInputs) ? [exampleInputs] : exampleInputs;
  if (!Array.isArray(inputs)) {
    throw typeError(`torch.jit.trace: exampleInputs should be a Tensor or an array, got ${show(exampleInputs)}`);
  }
  const names = argumentNames(target, inputs.length, options.argumentNames ? [...options.argumentNames] : null);
  const recording = { strict: options.strict, names };
  const box = record(target, inputs, recording);
  const restore = remember(target.module);
  try {
    const symbols = options.dynamicSizes ? openSizes(box, target, inputs, recording) : [];
    const traced = scriptModule(box, 'traced');
    if (options.checkTrace) {
      const { checkTolerance: tolerance, checkInputs } = options;
      check({ target, traced, box, inputs, symbols, tolerance, others: [...(checkInputs ?? [])] });
    }
    return traced;
  } finally {
    restore();
  }
}

function targetOf(func: Module | Function): Target {
  if (func instanceof Module) {
    const run = (...inputs: unknown[]): unknown => (func.forward as (...args: unknown[]) => unknown)(...inputs);
    return { module: func, run, name: func.constructor.name };
  }
  return { module: null, run: func as (...inputs: unknown[]) => unknown, name: func.name || 'Function' };
}

/** What further runs change, and the function that puts it back: buffers such as running means, and random numbers. */
function remember(module: Module | null): () => void {
  const state = getRngState();
  const buffers = (module?.buffers() ?? []).map((buffer) => [buffer, withoutGrad(() => buffer.clone())] as const);
  return () => {
    setRngState(state);
    withoutGrad(() => buffers.forEach(([buffer, saved]) => buffer.copy_(saved)));
  };
}

/** Traces with other sizes, and opens those in the first trace. Returns the dimensions that are open now. */
function openSizes(
  box: ScriptBox,
  target: Target,
  inputs: readonly unknown[],
  options: RecordOptions,
): readonly Symbol[] {
  const found: { symbol: Symbol; box: ScriptBox }[] = [];
  const isOpen = (place: readonly [number, number]): boolean =>
    found.some(({ symbol }) => symbol.places.some(([input, dim]) => input === place[0] && dim === place[1]));
  for (const places of candidates(inputs)) {
    if (places.some(isOpen)) continue;
    const [[input, dim]] = places as [readonly [number, number]];
    const size = (inputs[input] as Tensor).shape[dim] as number;
    const traced = firstOf([size + 1, 2 * size], (other) => {
      const symbol = { places, size, other };
      return { symbol, box: record(target, resized(inputs, [symbol]), options) };
    });
    if (traced) found.push(traced);
  }
  const symbols = found.map(({ symbol }) => symbol);
  const others = found.map((one) => one.box);
  const joint = found.length < 2 ? null : firstOf([0], () => record(target, resized(inputs, symbols), options));
  const obstacles = putSizes(box, symbols, others, joint);
  for (const { symbol, reason } of obstacles) warn(fixedSize(symbol, reason));
  const fixed = new Set(obstacles.map(({ symbol }) => symbol));
  return symbols.filter((symbol) => !fixed.has(symbol));
}

/** The first result that comes without an error: a model need not take inputs of any size. */
function firstOf<T>(sizes: readonly number[], attempt: (size: number) => T): T | null {
  for (const size of sizes) {
    try {
      return attempt(size);
    } catch {
      continue;
    }
  }
  return null;
}

function fixedSize({ places, size }: Symbol, reason: string): string {
  const where = places.map(([input, dim]) => `dimension ${dim} of input ${input}`).join(' and ');
  return `torch.jit.trace: the trace is right only where ${where} has the size ${size}, as in the example: ${reason}`;
}
