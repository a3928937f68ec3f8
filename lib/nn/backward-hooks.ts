import { viewAs } from '../ops/method-functions';
import { Function, type FunctionContext } from '../autograd/function';
import { isGradEnabled } from '../autograd/modes';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { Module } from './module';
import { runtimeError, typeError, warn } from '../errors';

/**
 * Gradients by the position of the arguments. Null stands for an argument that is not a tensor, or that no gradient
 * reached.
 */
export type ModuleGradients = readonly (Tensor | null)[];

/**
 * Called with the gradients of the module's inputs and outputs. A value that it returns, except undefined and null,
 * replaces the gradients of the inputs.
 */
export type BackwardHook<M extends Module = Module> = (
  module: M,
  gradInput: ModuleGradients,
  gradOutput: ModuleGradients,
) => unknown;
/**
 * Called with the gradients of the outputs, before those of the inputs are computed. It may return other gradients to
 * use instead.
 */
export type BackwardPreHook<M extends Module = Module> = (module: M, gradOutput: ModuleGradients) => unknown;

type Change = (gradients: (Tensor | null)[]) => readonly (Tensor | null)[];

/**
 * Returns tensors unchanged, and passes their gradients to a function. With `zeros`, missing gradients are passed as
 * zeros.
 */
class BackwardHookFunction extends Function {
  static forward(context: FunctionContext, change: Change, zeros: boolean, ...tensors: Tensor[]): Tensor[] {
    context.data['change'] = change;
    const outputs = tensors.map((tensor) => viewAs(tensor, tensor));
    context.markNonDifferentiable(...outputs.filter((_, i) => !tensors[i]?.requiresGrad));
    context.setMaterializeGrads(zeros);
    return outputs;
  }

  static backward(context: FunctionContext, ...gradients: (Tensor | null)[]): (Tensor | null)[] {
    const change = context.data['change'] as Change;
    return [null, null, ...change(gradients)];
  }
}

/** The hooks of one call of a module: Python's `BackwardHook`. */
export class BackwardHooks {
  #gradOutputs: ModuleGradients | null = null;
  #inputPositions: readonly number[] | null = null;
  #inputCount = 0;

  constructor(
    readonly module: Module,
    readonly hooks: readonly BackwardHook[],
    readonly preHooks: readonly BackwardPreHook[],
  ) {}

  /** The inputs, with a node behind them that calls the hooks once their gradients are known. */
  inputs(inputs: unknown[]): unknown[] {
    this.#inputCount = inputs.length;
    const positions = recordedPositions(inputs);
    this.#inputPositions = positions;
    return positions ? tap(inputs, positions, true, this.#changeInputs(positions)) : inputs;
  }

  // The graph keeps these two functions. So they hold the number of tensors, and not the tensors.
  #changeInputs(positions: readonly number[]): Change {
    return (gradients) => {
      // A gradient that did not come through the module's output.
      if (!this.#gradOutputs) return gradients;
      const result = this.#callHooks(spreadOver(positions, gradients, this.#inputCount), this.#gradOutputs);
      this.#gradOutputs = null;
      return positions.map((position) => result[position] ?? null);
    };
  }

  #changeOutputs(positions: readonly number[], count: number): Change {
    return (gradients) => {
      const given = this.#callPreHooks(spreadOver(positions, gradients, count));
      this.#gradOutputs = given;
      if (!this.#inputPositions) this.#callWithoutInputs(given);
      return positions.map((position) => given[position] ?? null);
    };
  }

  /** The outputs, with a node before them that sees their gradients first. */
  outputs(output: unknown): unknown {
    const outputs: unknown[] = Array.isArray(output) ? output : [output];
    const positions = recordedPositions(outputs);
    if (!positions) return output;
    const tapped = tap(outputs, positions, false, this.#changeOutputs(positions, outputs.length));
    return Array.isArray(output) ? tapped : tapped[0];
  }

  #callPreHooks(gradients: ModuleGradients): ModuleGradients {
    return this.preHooks.reduce(
      (current, hook) => replaced(hook(this.module, current), current, 'pre hook'),
      gradients,
    );
  }

  #callHooks(gradients: ModuleGradients, outputs: ModuleGradients): ModuleGradients {
    return this.hooks.reduce(
      (current, hook) => replaced(hook(this.module, current, outputs), current, 'hook'),
      gradients,
    );
  }

  #callWithoutInputs(gradOutputs: ModuleGradients): void {
    this.#gradOutputs = null;
    if (this.hooks.length === 0) return;
    warn(
      'A full backward hook is called when the gradients of the outputs are computed, since no inputs of the module ' +
        'require gradients.',
    );
    const none = new Array<null>(this.#inputCount).fill(null);
    for (const hook of this.hooks) {
      const result = hook(this.module, none, gradOutputs);
      if (result === undefined || result === null) continue;
      if (Array.isArray(result) && result.every((gradient) => gradient === null)) continue;
      throw runtimeError(
        'Backward hook for Modules where no input requires gradient should always return None or None for all gradients.',
      );
    }
  }
}

/** Where the tensors are, if any of them is recorded. */
function recordedPositions(values: readonly unknown[]): number[] | null {
  const positions = values.flatMap((value, i) => (isTensor(value) ? [i] : []));
  const recorded = isGradEnabled() && positions.some((position) => (values[position] as Tensor).requiresGrad);
  return recorded ? positions : null;
}

function tap(values: readonly unknown[], positions: readonly number[], zeros: boolean, change: Change): unknown[] {
  const tensors = positions.map((position) => values[position] as Tensor);
  const tapped: Tensor[] = BackwardHookFunction.apply(change, zeros, ...tensors);
  const result = [...values];
  positions.forEach((position, i) => (result[position] = tapped[i]));
  return result;
}

function spreadOver(positions: readonly number[], gradients: ModuleGradients, count: number): (Tensor | null)[] {
  const result = new Array<Tensor | null>(count).fill(null);
  positions.forEach((position, i) => (result[position] = gradients[i] ?? null));
  return result;
}

/** What a hook makes of gradients: nothing leaves them; one gradient stands for a list of one. */
function replaced(result: unknown, current: ModuleGradients, kind: string): ModuleGradients {
  if (result === undefined || result === null) return current;
  const list: readonly unknown[] = Array.isArray(result) ? result : [result];
  if (list.length !== current.length) {
    throw runtimeError(
      `Backward ${kind} returned an invalid number of gradients, got ${list.length}, but expected ${current.length}`,
    );
  }
  if (list.every((gradient) => gradient === null || gradient === undefined || isTensor(gradient))) {
    return list.map((gradient) => gradient ?? null);
  }
  throw typeError(`a backward ${kind} returns an array of Tensors and null, or nothing`);
}
