import { grad } from '../../autograd/backward';
import { noGrad } from '../../autograd/modes';
import { native } from '../../native/binding';
import { valueError } from '../../errors';
import { Unsettled } from '../../nn/modules/lazy-layer';
import type { Module } from '../../nn/module';
import { type Tensor, handleOf, isTensor } from '../../ops/tensor-methods';
import { getRngState, setRngState } from '../../tensor/generator';
import { equal } from './equal';
import type { Trace } from './calls';
import { record } from './record';
import type { ModelCall } from './signature';
import { type Tree, flatten, rebuild } from './tree';

/** A parameter or buffer under its name. */
export interface ModelTensor {
  readonly name: string;
  readonly tensor: Tensor;
  readonly kind: 'parameter' | 'buffer';
  /** Part of the state dict. */
  readonly persistent: boolean;
}

/** One run of a model. */
export interface Run {
  readonly values: readonly unknown[];
  readonly trace: Trace;
  /** What it returned; tensors have their history. */
  readonly outputs: Tree;
  readonly inputs: readonly Tensor[];
  /** The gradients of the parameters, where they were asked for. */
  readonly gradients: readonly (Tensor | null)[] | null;
}

/** A model that is run again and again, from the same state and with the same random numbers. */
export class Subject {
  readonly tensors: readonly ModelTensor[];
  readonly #saved: readonly Tensor[];
  readonly #seed = getRngState();

  constructor(
    private readonly label: string,
    readonly model: Module,
    readonly call: ModelCall,
  ) {
    refuseUnsettled(label, model);
    this.tensors = tensorsOf(model);
    this.#saved = noGrad(() => this.tensors.map(({ tensor }) => tensor.detach().clone()));
  }

  /** Runs forward with other values for the inputs, and records it. Gradients are taken before the state is put back. */
  run(values: readonly unknown[], withGradients = false): Run {
    const { args, kwargs } = this.call;
    const leaves = values[Symbol.iterator]();
    const given = rebuild([args, kwargs], leaves) as [unknown[], Record<string, unknown>];
    const inputs = values.filter(isTensor);
    let outputs: Tree = { leaves: [], spec: { type: null, context: null, children: [] } };
    return this.fresh(() => {
      const trace = record(this.model, [...inputs, ...this.tensors.map(({ tensor }) => tensor)], () => {
        outputs = flatten(`${this.label}: the output of ${this.model.displayName()}`, this.#forward(...given));
        return outputs.leaves.map(({ value }) => value).filter(isTensor);
      });
      return { values, trace, outputs, inputs, gradients: withGradients ? this.gradients(outputs) : null };
    });
  }

  /** The parameters and buffers that are trained. */
  get trained(): readonly ModelTensor[] {
    return this.tensors.filter(({ tensor }) => tensor.requiresGrad);
  }

  /** The gradients of what is trained, for outputs whose weights differ from each other. */
  gradients(outputs: Tree): (Tensor | null)[] {
    const from = outputs.leaves.flatMap(({ value }) => (isTensor(value) && value.requiresGrad ? [value] : []));
    const to = this.trained.map(({ tensor }) => tensor);
    if (from.length === 0 || to.length === 0) return [];
    const gradOutputs = noGrad(() => from.map((one) => one.detach().add(1)));
    return grad(from, to, { gradOutputs, allowUnused: true });
  }

  #forward(args: unknown[], kwargs: Record<string, unknown>): unknown {
    const forward = this.model.forward as (...inputs: unknown[]) => unknown;
    return forward.apply(this.model, Object.keys(kwargs).length > 0 ? [...args, kwargs] : args);
  }

  /** Calls `body` with the state and the random numbers of the beginning, and puts both back afterwards. */
  fresh<R>(body: () => R): R {
    const before = getRngState();
    const versions = this.tensors.map(({ tensor }) => native.version(handleOf(tensor)));
    setRngState(this.#seed);
    try {
      return body();
    } finally {
      setRngState(before);
      this.#restore(versions);
    }
  }

  /** Batch norm changes its averages without counting a version, so buffers are put back in any case. */
  #restore(versions: readonly number[]): void {
    noGrad(() => {
      for (const [i, { tensor, kind }] of this.tensors.entries()) {
        const saved = this.#saved[i] as Tensor;
        const perhaps = kind === 'buffer' || native.version(handleOf(tensor)) !== versions[i];
        if (perhaps && !equal(tensor, saved)) tensor.detach().copy_(saved);
      }
    });
  }
}

/** A lazy layer becomes another one at its first call, which no graph can hold. */
function refuseUnsettled(label: string, model: Module): void {
  for (const [name, module] of model.namedModules()) {
    if (!(module instanceof Unsettled)) continue;
    const what = name === '' ? module.displayName() : `${name} (${module.displayName()})`;
    throw valueError(`${label}: ${what} has no parameters yet; call the model once, then export it`);
  }
}

function tensorsOf(model: Module): ModelTensor[] {
  const saved = new Set(Object.keys(model.stateDict()));
  const all = { removeDuplicate: false };
  return [
    ...model
      .namedParameters(all)
      .map(([name, tensor]) => ({ name, tensor, kind: 'parameter' as const, persistent: true })),
    ...model.namedBuffers(all).map(([name, tensor]) => ({
      name,
      tensor,
      kind: 'buffer' as const,
      persistent: saved.has(name),
    })),
  ];
}
