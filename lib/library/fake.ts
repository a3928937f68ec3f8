/** Shapes and dtypes of results, computed on tensors without memory. */
import { callback } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError } from '../errors';
import type { Kernel } from './kernel';
import { type OperatorName, libraryField, operatorName, targetOf } from './library';
import { type LibraryOption, register } from './rules';

/** What was registered for the operators that `customOp` has made, by name; null before. */
const ofFunctions = new Map<string, Kernel | null>();

const FAKE = { op: operatorName, func: callback<Kernel>(), lib: libraryField };

/**
 * Registers a function that computes the shapes and dtypes of the results, on tensors without memory (device `meta`).
 * Registered again, the last one counts. For an operator of `customOp`, it stays as long as the process.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.register_fake
 */
export function registerFake(op: OperatorName, func: Kernel, options?: LibraryOption): void;
export function registerFake(...args: readonly unknown[]): void {
  const { op, func, lib } = readArguments('registerFake', FAKE, args);
  const { name, overload } = targetOf(op);
  if (overload === '' && ofFunctions.has(name)) ofFunctions.set(name, func);
  else register(op, lib, 'Meta', () => func);
}

/**
 * Makes an operator ask for its fake rule: without one, its function would run on tensors that have no values. An operator that
 * only changes its arguments needs none, as its results are known.
 *
 * @internal
 */
export function installFake(name: string): void {
  ofFunctions.set(name, null);
  register(name, null, 'Meta', (target) => {
    const { arguments: list, returns } = target.schema;
    const onlyChanges = returns.length === 0 && list.some(({ write }) => write);
    return (...args: never[]) => {
      const func = ofFunctions.get(name);
      if (func) return Reflect.apply(func, undefined, args);
      if (onlyChanges) return undefined;
      throw runtimeError(
        `There was no fake impl registered for <CustomOpDef(${name})>. This is necessary for torch.compile/export/fx tracing to ` +
          `work. Please use \`${target.operator}.registerFake\` to add an fake impl.`,
      );
    };
  });
}
