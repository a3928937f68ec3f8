import { detach, zeros } from '../ops/generated/functions';
import { autocast, getAutocastDtype, isAutocastEnabled } from '../amp/autocast';
import { backward, grad } from '../autograd/backward';
import { Function, type FunctionContext } from '../autograd/function';
import { enableGrad, isGradEnabled } from '../autograd/modes';
import { runtimeError, typeError } from '../errors';
import { Module } from '../nn/module';
import { Sequential } from '../nn/containers/module-list';
import { getRngState, setRngState } from '../tensor/generator';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import { refuseSurplus } from '../arguments/read';

/**
 * Activation checkpointing: less memory for more time.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html
 */

/** A module, or a function of tensors and other values. */
export type Segment = Module | ((...inputs: never[]) => unknown);

export interface CheckpointOptions {
  /** Draw the same random numbers, as for dropout, in the second run. On the CPU only. The default is true. */
  readonly preserveRngState?: boolean;
  /** Other tensors that the function uses. The parameters of a module need not be given. */
  readonly parameters?: Iterable<Tensor>;
}

/** The state of the CPU's random numbers. */
class RandomState {
  // The state belongs to the graph, which may outlive the surrounding scope.
  readonly #state = keep(getRngState());

  /** Runs a function with this state, and restores the present one afterwards. */
  run<R>(body: () => R): R {
    const present = getRngState();
    setRngState(this.#state);
    try {
      return body();
    } finally {
      setRngState(present);
    }
  }
}

/** Stands for a tensor among the inputs: the graph saves those, and a call that held them would keep them with it. */
const TENSOR = Symbol('Tensor');

/** One checkpointed call. */
class Call {
  readonly #inputs: readonly unknown[];
  readonly #random: RandomState | null;
  readonly #autocast = { enabled: isAutocastEnabled('cpu'), dtype: getAutocastDtype('cpu') };

  constructor(
    readonly run: (...inputs: unknown[]) => unknown,
    inputs: readonly unknown[],
    /** Null where they are not known. */
    readonly parameters: readonly Tensor[] | null,
    preserveRngState: boolean,
  ) {
    this.#random = preserveRngState ? new RandomState() : null;
    this.#inputs = inputs.map((input) => (isTensor(input) ? TENSOR : input));
  }

  get tensorCount(): number {
    return this.#inputs.filter((input) => input === TENSOR).length;
  }

  /** The inputs, with these tensors among them. */
  inputsWith(tensors: readonly Tensor[]): unknown[] {
    const rest = [...tensors];
    return this.#inputs.map((input) => (input === TENSOR ? rest.shift() : input));
  }

  /** Runs it again, recorded. */
  repeat(inputs: readonly unknown[]): readonly unknown[] {
    const body = (): unknown => enableGrad(() => autocast('cpu', this.#autocast, () => this.run(...inputs)));
    const output = this.#random ? this.#random.run(body) : body();
    return Array.isArray(output) ? output : [output];
  }
}

/** Inputs as leaves of a graph of their own. */
function detached(inputs: readonly unknown[]): unknown[] {
  return inputs.map((input) => (isTensor(input) ? detach(input).requiresGrad_(input.requiresGrad) : input));
}

class CheckpointFunction extends Function {
  /** `known`: the tensors among the inputs, then the parameters or one stand-in for those that are not known. */
  static forward(context: FunctionContext, call: Call, ...known: Tensor[]): Tensor | readonly unknown[] {
    context.data['call'] = call;
    const tensors = known.slice(0, call.tensorCount);
    context.saveForBackward(...tensors);
    return call.run(...call.inputsWith(tensors)) as Tensor | readonly unknown[];
  }

  static backward(context: FunctionContext, ...gradients: (Tensor | null)[]): (Tensor | null)[] {
    if (isGradEnabled()) {
      throw runtimeError(
        'checkpoint() has no second derivative: it does not support backward with `createGraph: true`',
      );
    }
    const call = context.data['call'] as Call;
    const inputs = detached(call.inputsWith(context.savedTensors));
    const pairs = call.repeat(inputs).flatMap((output, i) => {
      const gradient = gradients[i];
      return isTensor(output) && output.requiresGrad && gradient ? [[output, gradient] as const] : [];
    });
    if (pairs.length === 0) {
      throw runtimeError('none of output has requiresGrad: true, this checkpoint() is not necessary');
    }
    return [null, ...derive(call, inputs.filter(isTensor), pairs)];
  }
}

/** The gradients of the inputs and of the parameters; unknown parameters get theirs in `grad`. */
function derive(
  { parameters }: Call,
  inputs: readonly Tensor[],
  pairs: readonly (readonly [Tensor, Tensor])[],
): (Tensor | null)[] {
  const outputs = pairs.map(([output]) => output);
  const gradOutputs = pairs.map(([, gradient]) => gradient);
  if (!parameters) {
    backward(outputs, { gradTensors: gradOutputs });
    return [...inputs.map((input) => input.grad), null];
  }
  const wanted = [...inputs, ...parameters].filter((tensor) => tensor.requiresGrad);
  const found = wanted.length ? [...grad(outputs, wanted, { gradOutputs, allowUnused: true })] : [];
  return [...inputs, ...parameters].map((tensor) => (tensor.requiresGrad ? (found.shift() ?? null) : null));
}

function parametersOf(segment: Segment, given: Iterable<Tensor> | undefined): readonly Tensor[] | null {
  if (given) return [...given];
  return segment instanceof Module ? segment.parameters() : null;
}

/**
 * Calls a module or function without keeping what backward needs of it: backward calls it a second time. It has to
 * compute the same then; inputs are given as an array.
 *
 * A module's parameters are known, and those that `parameters` names: they take part in any kind of backward, as with
 * Python's `use_reentrant=False`. A function without `parameters` works like `use_reentrant=True`: whatever it uses
 * gets its gradient in `grad`, also from `autograd.grad`. Second derivatives are an error.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.checkpoint
 * @example
 * const block = new nn.Sequential(new nn.Linear(8, 8), new nn.ReLU(), new nn.Dropout(0.1));
 * const input = torch.randn([4, 8]);
 * const output = torch.utils.checkpoint.checkpoint(block, [input]) as Tensor;
 * output.sum().backward();
 */
export function checkpoint(segment: Segment, inputs: readonly unknown[], options: CheckpointOptions = {}): unknown {
  if (!(segment instanceof Module) && typeof segment !== 'function') {
    throw typeError('checkpoint() takes a module or a function');
  }
  if (!Array.isArray(inputs)) throw typeError('checkpoint() takes the inputs as an array');
  const { preserveRngState = true, parameters: given } = options;
  const parameters = parametersOf(segment, given);
  const run = (...args: unknown[]): unknown =>
    segment instanceof Module
      ? Reflect.apply(segment.forward, segment, args)
      : Reflect.apply(segment as (...inputs: unknown[]) => unknown, undefined, args);
  const call = new Call(run, inputs, parameters, preserveRngState);
  const others = parameters ?? [zeros([]).requiresGrad_()];
  return CheckpointFunction.apply(call, ...(inputs as readonly unknown[]).filter(isTensor), ...others);
}

/**
 * Runs modules one after the other in so many segments, all but the last of them checkpointed.
 *
 * @see https://docs.pytorch.org/docs/2.13/checkpoint.html#torch.utils.checkpoint.checkpoint_sequential
 * @example
 * const layers = new nn.Sequential(new nn.Linear(4, 4), new nn.ReLU(), new nn.Linear(4, 2));
 * torch.utils.checkpoint.checkpointSequential(layers, 2, torch.randn([3, 4])).sum().backward();
 */
export function checkpointSequential(
  modules: Sequential | readonly Module[],
  segments: number,
  input: Tensor,
  { preserveRngState = true }: Pick<CheckpointOptions, 'preserveRngState'> = {},
  ...surplus: []
): Tensor {
  refuseSurplus('checkpointSequential', 4, surplus);
  const list = [...(modules as Iterable<Module>)];
  if (!Number.isInteger(segments) || segments < 1 || segments > list.length) {
    throw typeError(
      `checkpointSequential(): ${list.length} modules make 1 to ${list.length} segments, not ${segments}`,
    );
  }
  const size = Math.floor(list.length / segments);
  let value: unknown = input;
  for (let i = 0; i < segments - 1; i++) {
    const segment = new Sequential(...list.slice(i * size, (i + 1) * size));
    value = checkpoint(segment, [value], { preserveRngState });
  }
  const last = new Sequential(...list.slice((segments - 1) * size));
  return last.forward(value as Tensor);
}
