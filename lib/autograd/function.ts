import { native } from '../native/binding';
import { withoutGrad } from '../native/grad-mode';
import type { Handle } from '../native/contract';
import { type Tensor, handleOf, isTensor, wrap, wrapOrNull } from '../tensor/tensor';
import { type FunctionContext, contexts } from './function-context';
import { applyTransformed } from './function-transforms';
import type {
  CustomFunction,
  DifferentiableFunction,
  ForwardResult,
  Gradients,
  SeparateFunction,
} from './function-types';
import { runtimeError, typeError } from '../errors';
import { typeName } from '../arguments/describe';
import { refuseSurplus } from '../arguments/read';

export { FunctionContext } from './function-context';
export type * from './function-types';

/**
 * An operator with a derivative of its own: a class with static `forward` and `backward`, called through `apply`.
 * Autograd does not record what `forward` does. `backward` returns a gradient for each tensor among the arguments.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.Function
 * @example
 * class Exp extends torch.autograd.Function {
 *   static forward(context: torch.autograd.FunctionContext, x: torch.Tensor) {
 *     const result = x.exp();
 *     context.saveForBackward(result);
 *     return result;
 *   }
 *   static backward(context: torch.autograd.FunctionContext, gradient: torch.Tensor) {
 *     const [result] = context.savedTensors;
 *     return gradient.mul(result!);
 *   }
 * }
 * const x = torch.zeros([2], { requiresGrad: true });
 * Exp.apply(x).sum().backward();
 * x.grad?.tolist(); // [1, 1]
 */
export abstract class Function {
  /** Runs `forward` and records this function. Returns what `forward` returns. */
  static apply<A extends unknown[], R extends ForwardResult>(this: SeparateFunction<A, R>, ...args: A): R;
  static apply<A extends unknown[], R extends ForwardResult>(this: DifferentiableFunction<A, R>, ...args: A): R;
  static apply(this: unknown, ...args: unknown[]): ForwardResult {
    const applied = this as CustomFunction;
    return native.countLayers() === 0 ? applyHere(applied, args) : applyTransformed(applied, args, applyHere);
  }
}

/** Applies a custom function at the level of the tensors that it gets. @internal */
export function applyHere(Class: CustomFunction, args: readonly unknown[]): ForwardResult {
  return new Application(Class, args).run();
}

/** One call of `apply`. */
class Application {
  readonly #context = contexts.make();

  constructor(
    readonly Class: CustomFunction,
    readonly args: readonly unknown[],
  ) {
    const recording = native.isGradEnabled();
    contexts.stateOf(this.#context).needsInputGrad = args.map(
      (value) => recording && isTensor(value) && value.requiresGrad,
    );
  }

  run(): ForwardResult {
    const result = this.#forward();
    const raw: readonly unknown[] = Array.isArray(result) ? result : [result];
    if (!Array.isArray(result) && !isTensor(result)) {
      throw typeError(`${this.Class.name}.forward: expected a Tensor or an array as the result`);
    }
    const outputs = raw.map((value) => (isTensor(value) ? value : null));
    const state = contexts.stateOf(this.#context);
    const [replacements, box] = native.applyFunction(
      `${this.Class.name}Backward`,
      backwardOf(this.Class, this.#context, this.args.map(isTensor)),
      this.args.filter(isTensor).map(handleOf),
      outputs.map((output) => output && handleOf(output)),
      state.dirty.map(handleOf),
      state.nonDifferentiable.map(handleOf),
      state.saved.map((tensor) => tensor && handleOf(tensor)),
      state.materializeGrads,
      jvpOf(this.Class, this.#context, this.args),
    );
    state.forward = null;
    state.outputs = outputs.length;
    contexts.record(this.#context, box);
    const final = raw.map((value, i) => wrapOrNull(replacements[i] ?? null) ?? value);
    return (Array.isArray(result) ? final : final[0]) as ForwardResult;
  }

  #forward(): ForwardResult {
    const { Class, args } = this;
    return withoutDerivatives(() => {
      if (!Class.setupContext) return Class.forward(this.#context, ...args);
      const result = (Class as unknown as SeparateFunction<unknown[], ForwardResult>).forward(...args);
      Class.setupContext(this.#context, [...args], result);
      return result;
    });
  }
}

/** Neither kind of derivative is computed of what `forward` does. */
function withoutDerivatives<R>(body: () => R): R {
  const former = native.setForwardGradEnabled(false);
  try {
    return withoutGrad(body);
  } finally {
    native.setForwardGradEnabled(former);
  }
}

/**
 * What the node of the graph keeps. It must not refer to the arguments or the results. The node itself saves those that
 * `backward` needs.
 */
function backwardOf(
  Class: DifferentiableFunction<unknown[], ForwardResult>,
  context: FunctionContext,
  tensorAt: readonly boolean[],
): (handles: (Handle | null)[]) => (Handle | null)[] {
  const answer = new BackwardAnswer(`function ${Class.name}Backward`, tensorAt);
  return (handles) => {
    if (typeof Class.backward !== 'function') throw runtimeError(NO_BACKWARD, { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
    return answer.read(Class.backward(context, ...(handles.map(wrapOrNull) as never[])));
  };
}

const NO_BACKWARD =
  'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD. ' +
  'Declare static backward(context, ...gradients).';

/** Computes the tangents of the results. It is called before `apply` returns, if some argument has a tangent. */
function jvpOf(
  Class: CustomFunction,
  context: FunctionContext,
  args: readonly unknown[],
): (handles: (Handle | null)[]) => (Handle | null)[] {
  return (handles) => {
    if (!Class.jvp) {
      throw runtimeError(
        'You must implement the jvp function for custom autograd.Function to use it with forward mode AD: ' +
          `${Class.name} has no static jvp(context, ...tangents), which returns the tangent of each result.`,
        { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
      );
    }
    const given = [...handles];
    const tangents = args.map((arg) => (isTensor(arg) ? wrapOrNull(given.shift() ?? null) : null));
    const result: unknown = Class.jvp(context, ...(tangents as never[]));
    const list: readonly unknown[] = Array.isArray(result) ? result : [result];
    return list.map((tangent) => {
      if (tangent === null || tangent === undefined) return null;
      if (isTensor(tangent)) return handleOf(tangent);
      throw typeError(`expected Variable or None (got ${typeName(tangent)}) from ${Class.name}.jvp`);
    });
  };
}

/** Reads what a `backward` returns: one gradient for each argument, null for arguments that are not tensors. */
class BackwardAnswer {
  constructor(
    readonly name: string,
    readonly tensorAt: readonly boolean[],
  ) {}

  read(result: Gradients): (Handle | null)[] {
    const list: readonly unknown[] = Array.isArray(result) ? result : [result];
    this.#checkCount(list);
    return list.slice(0, this.tensorAt.length).flatMap((gradient, i) => this.#gradientAt(gradient, i));
  }

  #checkCount(list: readonly unknown[]): void {
    const expected = this.tensorAt.length;
    const extra = list.slice(expected).every((gradient) => gradient === null || gradient === undefined);
    if (list.length >= expected && extra) return;
    throw typeError(
      `${this.name} returned an incorrect number of gradients (expected ${expected}, got ${list.length})`,
    );
  }

  #gradientAt(gradient: unknown, i: number): (Handle | null)[] {
    const none = gradient === null || gradient === undefined;
    if (!none && !isTensor(gradient)) {
      throw typeError(`${this.name}: expected a Tensor or null as gradient ${i}, got ${typeof gradient}`);
    }
    if (this.tensorAt[i]) return [none ? null : handleOf(gradient)];
    if (none) return [];
    throw typeError(
      `${this.name} returned a gradient at position ${i}, but the corresponding forward input was not a Tensor`,
    );
  }
}

/**
 * Wraps a `backward` that cannot be differentiated itself: it is not recorded, and a second derivative throws.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.function.once_differentiable.html
 * @example
 * class Negate extends torch.autograd.Function {
 *   static forward(_context: torch.autograd.FunctionContext, x: torch.Tensor) {
 *     return x.neg();
 *   }
 *   static backward = torch.autograd.onceDifferentiable((_context, gradient: torch.Tensor) => gradient.neg());
 * }
 */
export function onceDifferentiable<G extends (Tensor | null)[]>(
  backward: (context: FunctionContext, ...gradients: G) => Gradients,
  ...surplus: []
): (context: FunctionContext, ...gradients: G) => Gradients {
  refuseSurplus('onceDifferentiable', 1, surplus);
  return (context, ...gradients) => {
    const recording = native.isGradEnabled();
    const result = withoutGrad(() => backward(context, ...gradients));
    if (!recording || !gradients.some((gradient) => gradient?.requiresGrad)) return result;
    const list = Array.isArray(result) ? (result as readonly (Tensor | null)[]) : [result as Tensor | null];
    const message = 'trying to differentiate twice a function that was marked with @once_differentiable';
    const handles = list.map((tensor) => (isTensor(tensor) ? handleOf(tensor) : null));
    return native.delayedError(message, handles).map((handle) => (handle === null ? null : wrap(handle)));
  };
}
