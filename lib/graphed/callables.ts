/** Functions and modules whose forward and backward are graphs of a GPU's work. */
import { bool, count, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { isAutocastEnabled } from '../amp/autocast';
import { isAutocastCacheEnabled } from '../amp/autocast-state';
import { grad } from '../autograd/backward';
import { Function, type FunctionContext, onceDifferentiable } from '../autograd/function';
import { runtimeError, typeError } from '../errors';
import { type TreeForm, flatten, unflatten } from '../func/tree';
import { Module } from '../nn/module';
import { HookedCall, isHooked, runsAround } from '../nn/module-hooks';
import { emptyLike } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { synchronize } from '../cuda/device';
import { CUDAGraph, type GraphPool, graph, graphPoolHandle } from '../cuda/graphs';
import { Stream, stream } from '../cuda/stream';

/** What {@link makeGraphedCallables} takes: a function of tensors, or a module. */
export type GraphedCallable = Module | ((...args: never[]) => unknown);

/** The options of {@link makeGraphedCallables}. */
export interface GraphedCallablesOptions {
  /** How often each runs before it is captured. `DistributedDataParallel` needs 11. @defaultValue 3 */
  readonly numWarmupIters?: number;
  /** Whether an input may have no influence on the outputs. @defaultValue false */
  readonly allowUnusedInput?: boolean;
  /** The memory of the tensors of the graphs. @defaultValue null, for memory of their own */
  readonly pool?: GraphPool | null;
}

type Func = (...args: unknown[]) => unknown;

/** One callable with the tensors that its graphs read and write. @internal */
export interface StaticRun {
  /** What the user gives, and after it the parameters of a module. */
  readonly inputs: readonly Tensor[];
  readonly parameters: readonly Tensor[];
  readonly outputs: readonly unknown[];
  readonly form: TreeForm;
  /** Of each output; null where it has no gradient. */
  readonly gradOutputs: readonly (Tensor | null)[];
  /** Of each input; null where it has no gradient. */
  readonly gradInputs: readonly (Tensor | null)[];
  /** Computes the outputs from the inputs. */
  readonly forward: () => void;
  /** Computes the gradients of the inputs from those of the outputs. */
  readonly backward: () => void;
}

const detached = (leaf: unknown): unknown => (isTensor(leaf) ? leaf.detach() : leaf);

/** A function like the one that a run was captured from: one node of the graph of autograd. @internal */
export function graphedFunction(run: StaticRun): Func {
  const given = run.inputs.length - run.parameters.length;
  class Graphed extends Function {
    static forward(_context: FunctionContext, ...inputs: Tensor[]): readonly unknown[] {
      for (const [i, input] of inputs.slice(0, given).entries()) {
        const place = run.inputs[i] as Tensor;
        if (place.dataPtr() !== input.dataPtr()) place.detach().copy_(input);
      }
      run.forward();
      return run.outputs.map(detached);
    }
    static backward = onceDifferentiable((_context: FunctionContext, ...gradients: (Tensor | null)[]) => {
      for (const [i, place] of run.gradOutputs.entries()) {
        const gradient = gradients[i];
        if (place && gradient && place.dataPtr() !== gradient.dataPtr()) place.copy_(gradient);
      }
      run.backward();
      return run.gradInputs.map((gradient) => gradient && gradient.detach());
    });
  }
  return (...args) => {
    const leaves = flatten(args).leaves;
    if (leaves.length !== given || !leaves.every(isTensor)) {
      throw typeError(
        `a graphed callable takes ${given} tensors in the form of its sampleArgs, got ${leaves.length} values`,
      );
    }
    const outputs: readonly unknown[] = Graphed.apply(...leaves, ...run.parameters);
    return unflatten(outputs, run.form);
  };
}

/** Puts the graphs in the place of a module's forward, for the mode (train or eval) in which they were captured. @internal */
export function graphModule(module: Module, graphed: Func): void {
  const { training } = module;
  const forward = module.forward as Func;
  const replaced: Func = (...inputs) => {
    const run = (given: unknown[]): unknown =>
      module.training === training ? graphed(...given) : forward.apply(module, given);
    const { hooks } = module.state;
    if (!hooks || !runsAround(hooks)) return run(inputs);
    const call = new HookedCall(module, hooks);
    const given = call.before(inputs);
    return call.after(given, run(given));
  };
  Object.defineProperty(module, 'forward', { value: replaced, configurable: true, writable: true });
}

/** One callable, what it is called with, and all tensors that it reads. */
interface Subject {
  readonly func: Func;
  readonly args: readonly unknown[];
  readonly inputs: readonly Tensor[];
  readonly parameters: readonly Tensor[];
}

function requireGraphable(module: Module): void {
  if (isHooked(module)) {
    throw runtimeError(
      'Modules must not have hooks registered at the time they are passed. However, registering hooks on modules after ' +
        'passing them through makeGraphedCallables is allowed.',
    );
  }
  if ([...module.buffers()].every((buffer) => !buffer.requiresGrad)) return;
  throw runtimeError(
    'In any torch.nn.Module passed to makeGraphedCallables, only parameters may be trainable. All buffers must have ' +
      'requiresGrad=false.',
  );
}

function subjectOf(callable: GraphedCallable, args: readonly unknown[]): Subject {
  const isModule = callable instanceof Module;
  if (isModule) requireGraphable(callable);
  const { leaves } = flatten(args);
  if (!leaves.every(isTensor)) {
    throw typeError(
      'In the beta API, sampleArgs for each callable must contain only Tensors. Other types are not allowed.',
    );
  }
  const parameters = isModule ? [...callable.parameters()] : [];
  const func = (isModule ? (...given: unknown[]) => (callable.forward as Func)(...given) : callable) as Func;
  return { func, args, inputs: [...leaves, ...parameters], parameters };
}

const needsGrad = (value: unknown): value is Tensor => isTensor(value) && value.requiresGrad;

function gradientsFor(
  outputs: readonly Tensor[],
  gradients: readonly Tensor[],
  inputs: readonly Tensor[],
  unused: boolean,
): readonly (Tensor | null)[] {
  return grad(outputs, inputs.filter(needsGrad), { gradOutputs: gradients, allowUnused: unused });
}

function warmUp(subjects: readonly Subject[], times: number, unused: boolean): void {
  synchronize();
  stream(new Stream(), () => {
    for (const { func, args, inputs } of subjects) {
      for (let i = 0; i < times; i++) {
        const outputs = flatten(func(...args)).leaves.filter(needsGrad);
        const gradients = outputs.map((output) => emptyLike(output));
        if (outputs.length > 0) gradientsFor(outputs, gradients, inputs, unused);
      }
    }
  });
  synchronize();
}

type Forward = Pick<StaticRun, 'outputs' | 'form' | 'forward'>;

function captureForward({ func, args }: Subject, pool: GraphPool): Forward {
  const captured = new CUDAGraph();
  const { leaves: outputs, form } = flatten(graph(captured, () => func(...args) as Tensor, { pool }));
  return { outputs, form, forward: () => captured.replay() };
}

function captureBackward(
  { inputs, parameters }: Subject,
  forward: Forward,
  pool: GraphPool,
  unused: boolean,
): StaticRun {
  const gradOutputs = forward.outputs.map((output) => (needsGrad(output) ? emptyLike(output) : null));
  const outputs = forward.outputs.filter(needsGrad);
  const captured = new CUDAGraph();
  const rest = { ...forward, inputs, parameters, gradOutputs };
  if (outputs.length === 0) return { ...rest, gradInputs: inputs.map(() => null), backward: () => undefined };
  const gradients = gradOutputs.filter((gradient) => gradient !== null);
  const found = [...graph(captured, () => gradientsFor(outputs, gradients, inputs, unused), { pool })];
  const gradInputs = inputs.map((input) => (input.requiresGrad ? (found.shift() ?? null) : null));
  return { ...rest, gradInputs, backward: () => captured.replay() };
}

/** Graphs share memory, so they are captured in the order in which they run: forward, and then backward from the last to the first. */
function capture(subjects: readonly Subject[], pool: GraphPool, unused: boolean): StaticRun[] {
  const forwards = subjects.map((subject) => captureForward(subject, pool));
  const runs: StaticRun[] = [];
  for (let i = subjects.length - 1; i >= 0; i--) {
    runs.unshift(captureBackward(subjects[i] as Subject, forwards[i] as Forward, pool, unused));
  }
  return runs;
}

const isPair = (v: unknown): boolean => Array.isArray(v) && v.length === 2;
const isCallable = (v: unknown): boolean => v instanceof Module || typeof v === 'function';
const TABLE = {
  callables: value<GraphedCallable | readonly GraphedCallable[]>(
    'a module or a function, or an array of them',
    (v) => isCallable(v) || (Array.isArray(v) && v.every(isCallable)),
  ),
  sampleArgs: value<readonly unknown[]>('an array', Array.isArray),
  numWarmupIters: count(0, 3),
  allowUnusedInput: bool(false),
  pool: nullable(value<GraphPool>('a pool: two numbers', isPair)),
};

/**
 * Captures the forward and the backward of functions or modules as graphs of the GPU's work, and returns functions that run these, for
 * a loop of training. A module keeps its identity: its `forward` runs the graph while it is in the mode (train or eval) in which it was
 * captured.
 *
 * The tensors that a graphed function returns lie in the graph's memory: the next call writes over them.
 *
 * @param callables - A function of tensors or a module, or an array of them, which are to run in this order.
 * @param sampleArgs - What it is called with; for an array, an array of these for each. Later calls give tensors of the same
 *   shapes, and the same of them require gradients.
 * @throws TorchError without a GPU, under autocast with its cache, or for a module with hooks
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.make_graphed_callables.html
 * @example
 * const model = new torch.nn.Linear(4, 2).to('cuda'); // needs 'cuda'
 * const graphed = torch.cuda.makeGraphedCallables(model, [torch.ones([3, 4], { device: 'cuda' })]);
 * graphed.forward(torch.ones([3, 4], { device: 'cuda' })).sum().backward();
 */
export function makeGraphedCallables<C extends GraphedCallable>(
  callables: C,
  sampleArgs: readonly unknown[],
  options?: GraphedCallablesOptions,
): C;
export function makeGraphedCallables<const C extends readonly GraphedCallable[]>(
  callables: C,
  sampleArgs: readonly (readonly unknown[])[],
  options?: GraphedCallablesOptions,
): C;
export function makeGraphedCallables(...args: readonly unknown[]): unknown {
  const { callables, sampleArgs, numWarmupIters, allowUnusedInput, pool } = readArguments(
    'torch.cuda.makeGraphedCallables',
    TABLE,
    args,
  );
  if (isAutocastEnabled() && isAutocastCacheEnabled()) {
    throw runtimeError('makeGraphedCallables does not support the autocast caching. Please set `cacheEnabled: false`.');
  }
  const several = Array.isArray(callables);
  const list = (several ? callables : [callables]) as readonly GraphedCallable[];
  const samples = (several ? sampleArgs : [sampleArgs]) as readonly (readonly unknown[])[];
  if (samples.length !== list.length || !samples.every(Array.isArray)) {
    throw typeError(`makeGraphedCallables(): expected an array of arguments for each of ${list.length} callables`);
  }
  const subjects = list.map((callable, i) => subjectOf(callable, samples[i] as readonly unknown[]));
  warmUp(subjects, numWarmupIters, allowUnusedInput);
  const made = capture(subjects, pool ?? graphPoolHandle(), allowUnusedInput).map((run, i) => {
    const [callable, graphed] = [list[i] as GraphedCallable, graphedFunction(run)];
    if (!(callable instanceof Module)) return graphed;
    graphModule(callable, graphed);
    return callable;
  });
  return several ? made : made[0];
}
