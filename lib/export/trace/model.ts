import { noGrad } from '../../autograd/modes';
import { native } from '../../native/binding';
import type { Module } from '../../nn/module';
import { type Tensor, handleOf, isTensor } from '../../ops/tensor-methods';
import { getRngState, setRngState } from '../../tensor/generator';
import { type Trace, record } from './record';
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
    this.tensors = tensorsOf(model);
    this.#saved = noGrad(() => this.tensors.map(({ tensor }) => tensor.detach().clone()));
  }

  /** Runs forward with other values for the inputs, and records it. */
  run(values: readonly unknown[]): Run {
    const { args, kwargs } = this.call;
    const leaves = values[Symbol.iterator]();
    const given = rebuild([args, kwargs], leaves) as [unknown[], Record<string, unknown>];
    const inputs = values.filter(isTensor);
    let outputs: Tree = { leaves: [], spec: { type: null, context: null, children: [] } };
    const trace = this.fresh(() =>
      record([...inputs, ...this.tensors.map(({ tensor }) => tensor)], () => {
        outputs = flatten(`${this.label}: the output of ${this.model.displayName()}`, this.#forward(...given));
        return outputs.leaves.map(({ value }) => value).filter(isTensor);
      }),
    );
    return { values, trace, outputs, inputs };
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

  #restore(versions: readonly number[]): void {
    noGrad(() => {
      for (const [i, { tensor }] of this.tensors.entries()) {
        if (native.version(handleOf(tensor)) !== versions[i]) tensor.detach().copy_(this.#saved[i] as Tensor);
      }
    });
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
