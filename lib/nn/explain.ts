import { TorchError } from '../errors';
import { isTensor } from '../ops/tensor-methods';
import type { Module } from './module';
import { wholeNumberHint } from './failures';
import { ownParameters, walkModules } from './walk';

/**
 * An error in a module's forward says where in the model it happened. Each enclosing forward adds one step to the path.
 */

interface Origin {
  readonly module: Module;
  readonly message: string;
  readonly inputs: readonly unknown[];
}

const origins = new WeakMap<Error, Origin>();
/** Adds to an error where in the model it left a forward, once for each enclosing forward. @internal */
export function explain(error: unknown, module: Module, inputs: readonly unknown[]): void {
  if (!(error instanceof TorchError || error instanceof TypeError)) return;
  let origin = origins.get(error);
  if (!origin) {
    const explained = error.message + wholeNumberHint(error.message, inputs);
    origins.set(error, (origin = { module, message: explained, inputs }));
  }
  // With source maps the stack is written when it is read first, with the message of that moment.
  const { message, stack } = error;
  error.message = `${origin.message}\n  in ${place(module, origin)}`;
  error.stack = stack?.replace(message, () => error.message);
}

/** `encoder.layers.3.selfAttn (Linear): weight [5, 4], bias [5]; given [2, 3]` */
function place(outer: Module, { module, inputs }: Origin): string {
  const path = pathWithin(outer, module);
  const parameters = ownParameters(module).map(({ property, value }) =>
    value.isDisposed ? `${property} (disposed)` : `${property} [${value.shape.join(', ')}]`,
  );
  const given = inputs.filter(isTensor).map((input) => (input.isDisposed ? 'disposed' : `[${input.shape.join(', ')}]`));
  const name = path ? `${path} (${module.constructor.name})` : module.constructor.name;
  return `${name}${parameters.length ? `: ${parameters.join(', ')}` : ''}${given.length ? `; given ${given.join(', ')}` : ''}`;
}

function pathWithin(outer: Module, inner: Module): string {
  for (const [path, module] of walkModules(outer, {}, 'property')) if (module === inner) return path;
  return '';
}
