/** Checkpoints by reentrant autograd: a custom function whose backward runs the function again, and a backward through that. */
import { detach } from '../../ops/generated/functions';
import { backward } from '../../autograd/backward';
import { Function, type FunctionContext } from '../../autograd/function';
import { enableGrad } from '../../autograd/modes';
import { runtimeError, warn } from '../../errors';
import { native } from '../../native/binding';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { AutocastState, RandomState } from './surroundings';

/** Stands for a tensor among the inputs: the graph saves those, and a call that held them would keep them with it. */
const TENSOR = Symbol('Tensor');

/** One checkpointed call. */
class Call {
  readonly #inputs: readonly unknown[];
  readonly #random: RandomState | null;
  readonly #autocast = new AutocastState();

  constructor(
    readonly run: (...inputs: unknown[]) => unknown,
    inputs: readonly unknown[],
    preserveRngState: boolean,
  ) {
    this.#random = preserveRngState ? new RandomState(inputs) : null;
    this.#inputs = inputs.map((input) => (isTensor(input) ? TENSOR : input));
  }

  /** The inputs, with these tensors among them. */
  inputsWith(tensors: readonly Tensor[]): unknown[] {
    const rest = [...tensors];
    return this.#inputs.map((input) => (input === TENSOR ? rest.shift() : input));
  }

  /** Runs it again, recorded. */
  repeat(inputs: readonly unknown[]): readonly unknown[] {
    const body = (): unknown => enableGrad(() => this.#autocast.run(() => this.run(...inputs)));
    const output = this.#random ? this.#random.run(body) : body();
    return Array.isArray(output) ? output : [output];
  }
}

/** Inputs as leaves of a graph of their own. */
function detached(inputs: readonly unknown[]): unknown[] {
  return inputs.map((input) => (isTensor(input) ? detach(input).requiresGrad_(input.requiresGrad) : input));
}

class CheckpointFunction extends Function {
  static forward(context: FunctionContext, call: Call, ...tensors: Tensor[]): Tensor | readonly unknown[] {
    context.data['call'] = call;
    context.saveForBackward(...tensors);
    return call.run(...call.inputsWith(tensors)) as Tensor | readonly unknown[];
  }

  static backward(context: FunctionContext, ...gradients: (Tensor | null)[]): (Tensor | null)[] {
    if (!native.backwardIntoLeaves()) {
      throw runtimeError(
        'When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter to ' +
          '.backward(). To resolve this error, you can either set useReentrant: false, or call .backward() without passing the ' +
          '`inputs` argument.',
      );
    }
    const call = context.data['call'] as Call;
    const inputs = detached(call.inputsWith(context.savedTensors));
    const pairs = call.repeat(inputs).flatMap((output, i) => {
      const gradient = gradients[i];
      return isTensor(output) && output.requiresGrad && gradient ? [[output, gradient] as const] : [];
    });
    if (pairs.length === 0) {
      throw runtimeError('none of output has requires_grad=True, this checkpoint() is not necessary');
    }
    backward(
      pairs.map(([output]) => output),
      { gradTensors: pairs.map(([, gradient]) => gradient) },
    );
    return [null, ...inputs.filter(isTensor).map((input) => input.grad)];
  }
}

/** Runs a function so that its backward runs it again. @internal */
export function checkpointReentrant(
  run: (...inputs: unknown[]) => unknown,
  inputs: readonly unknown[],
  preserveRngState: boolean,
): unknown {
  const tensors = inputs.filter(isTensor);
  if (!tensors.some((tensor) => tensor.requiresGrad)) {
    warn('None of the inputs have requires_grad=True. Gradients will be None');
  }
  return CheckpointFunction.apply(new Call(run, inputs, preserveRngState), ...tensors);
}
