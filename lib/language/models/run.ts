import type { nn } from '../../index';

/** Calls a module of any arguments, as hooks want it: by its `forward`. */
export function run<R>(module: nn.Module, ...inputs: unknown[]): R {
  return (module as unknown as { forward(...given: unknown[]): R }).forward(...inputs);
}
