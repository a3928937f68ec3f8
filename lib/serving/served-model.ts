import * as torch from '../index';
import { show } from '../arguments/describe';
import { runtimeError, typeError, valueError } from '../errors';
import { ServingError } from './errors';

/** A model with the way from inputs to tensors and back. */
export interface Served<I, O> {
  /** The model. It computes in eval mode and without gradients. */
  readonly model: torch.nn.Module;
  /**
   * Makes one batch from several inputs: a tensor, or a list of arguments for `forward`. An error fails only the input
   * that caused it.
   */
  readonly collate: (inputs: readonly I[]) => torch.Tensor | readonly unknown[];
  /** Makes an output for each input from what `forward` returns. The default returns rows as `tolist` does. */
  readonly split?: ((output: never, count: number) => readonly O[]) | null | undefined;
}

/** A model that answers batches in this thread. */
export class ServedModel<I, O> {
  #prepared: torch.nn.Module | null = null;

  constructor(
    readonly served: Served<I, O>,
    /** Whether to compute with what `torch.optimizeForInference` makes of the model. */
    readonly prepares: boolean,
  ) {
    checkServed(served);
    served.model.eval();
    this.#prepare();
  }

  #prepare(): void {
    this.#prepared = this.prepares ? torch.optimizeForInference(this.served.model) : null;
  }

  run(inputs: readonly I[]): readonly O[] {
    const { model, collate, split } = this.served;
    return torch.scope(
      () =>
        torch.inferenceMode((): readonly O[] => {
          const given = collated(() => collate(inputs));
          const output: unknown = Reflect.apply((this.#prepared ?? model).forward, this.#prepared ?? model, given);
          const outputs: unknown = split ? split(output as never, inputs.length) : rowsOf(output);
          if (Array.isArray(outputs) && outputs.length === inputs.length) return outputs as readonly O[];
          const found = Array.isArray(outputs) ? `${outputs.length} outputs` : show(outputs);
          throw runtimeError(`serving: ${inputs.length} inputs gave ${found}`);
        }) as never,
    );
  }

  /** Other weights, all at once; nothing changes if they do not fit. */
  swap(weights: torch.training.Weights): void {
    torch.training.swapState(this.served.model, weights);
    this.#prepare();
  }
}

function checkServed({ model, collate, split }: Served<never, unknown>): void {
  if (!(model instanceof torch.nn.Module))
    throw typeError(`serving: 'model' should be an nn.Module, got ${show(model)}`);
  if (typeof collate !== 'function') throw typeError(`serving: 'collate' should be a function, got ${show(collate)}`);
  if (split != null && typeof split !== 'function') throw typeError("serving: 'split' should be a function");
}

function collated(collate: () => torch.Tensor | readonly unknown[]): readonly unknown[] {
  let batch: unknown;
  try {
    batch = collate();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ServingError(`the input cannot be read: ${message}`, 'ERR_SERVING_INPUT', { cause });
  }
  if (batch instanceof torch.Tensor) return [batch];
  if (Array.isArray(batch)) return batch;
  throw typeError(`serving: collate should return a Tensor or a list of what forward takes, got ${show(batch)}`);
}

function rowsOf(output: unknown): readonly unknown[] {
  if (!(output instanceof torch.Tensor)) {
    throw typeError(`serving: the model returned ${show(output)}, not a Tensor; give a split`);
  }
  if (output.ndim === 0) throw valueError('serving: the model returned a tensor without rows; give a split');
  return output.tolist<never[]>();
}
