import { native } from '../native/binding';
import { nullable, str } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import { inSpan, names } from './spans';

const FIELDS = { name: str(), args: nullable(str()) };

/** A label that ends with `using`, or with `end()`. */
export interface RecordedFunction extends Disposable {
  /** Ends the label. A second call does nothing. */
  end(): void;
}

/**
 * Gives a part of the program a name in the profile. With a function, the label ends when the function returns, or when the
 * promise settles that it returns. Without one, the label ends with the guard that is returned.
 *
 * @param name the label
 * @param body what runs under the label
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler.record_function
 * @example
 * const profiler = new torch.profiler.profile();
 * profiler.during(() => torch.profiler.recordFunction('square', () => torch.ones([2]).pow(2)));
 * profiler.keyAverages().some(({ key }) => key === 'square'); // true
 */
export function recordFunction<R>(name: string, body: () => R): R;
/**
 * The same with a text.
 *
 * @param args text that is kept with the label, as `args` in the trace
 */
export function recordFunction<R>(name: string, args: string | null, body: () => R): R;
/**
 * A label that ends with the guard.
 *
 * @param args text that is kept with the label, as `args` in the trace
 */
export function recordFunction(name: string, args?: string | null): RecordedFunction;
export function recordFunction<R>(
  name: string,
  args?: string | null | (() => R),
  body?: () => R,
  ...surplus: []
): R | RecordedFunction {
  refuseSurplus('recordFunction', 3, surplus);
  const run = typeof args === 'function' ? args : body;
  const read = readArguments('recordFunction', FIELDS, [name, typeof args === 'function' ? null : args]);
  if (read.name.includes('"')) names.quoted = true;
  const span = native.beginSpan(read.name, read.args);
  if (run !== undefined) return inSpan(span, run);
  const end = (): void => native.endSpan(span);
  return { end, [Symbol.dispose]: end };
}
