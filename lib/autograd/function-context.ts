import { show } from '../arguments/describe';
import { native } from '../native/binding';
import { runtimeError, typeError } from '../errors';
import type { FunctionContextBox } from '../native/contract';
import { type Tensor, isTensor, wrapOrNull } from '../tensor/tensor';
import { limitArguments } from '../arguments/surplus';
import { takesNothing } from '../arguments/read';

/** What `forward` has declared about its tensors. */
interface State {
  needsInputGrad: readonly boolean[];
  saved: readonly (Tensor | null)[];
  /** For `jvp`; null once `apply` has ended. */
  forward: readonly (Tensor | null)[] | null;
  dirty: readonly Tensor[];
  nonDifferentiable: readonly Tensor[];
  materializeGrads: boolean;
  outputs: number;
  /** Set once the function is recorded; null where it needs no gradient. */
  box: FunctionContextBox | null | undefined;
}

/**
 * What `forward` leaves for `backward` of a custom function: saved tensors, and any property that `forward` sets in
 * {@link FunctionContext.data}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.function.FunctionCtx.html
 */
export class FunctionContext {
  /** Values that are not tensors: sizes, flags. Tensors belong to {@link saveForBackward}. */
  readonly data: Record<string, unknown> = {};
  readonly #state: State = {
    needsInputGrad: [],
    saved: [],
    forward: null,
    dirty: [],
    nonDifferentiable: [],
    materializeGrads: true,
    outputs: 0,
    box: undefined,
  };

  constructor(...args: []) {
    takesNothing('FunctionContext', args);
  }

  /** @internal */
  static stateOf(context: FunctionContext): State {
    return context.#state;
  }

  /** Whether each argument of `forward` needs a gradient. */
  get needsInputGrad(): readonly boolean[] {
    return this.#state.needsInputGrad;
  }

  /** Keeps tensors (arguments, results or others; null as well) for `backward`. Call it once, in `forward`. */
  saveForBackward(...tensors: (Tensor | null)[]): void {
    this.#inForward('saveForBackward');
    if (!tensors.every((tensor) => tensor === null || isTensor(tensor))) {
      throw typeError('saveForBackward: expected Tensors or null');
    }
    this.#state.saved = tensors;
  }

  /** Keeps tensors for `jvp`, which runs before `apply` returns. Call it once, in `forward`. */
  saveForForward(...tensors: (Tensor | null)[]): void {
    this.#inForward('saveForForward');
    if (!tensors.every((tensor) => tensor === null || isTensor(tensor))) {
      throw typeError('saveForForward: expected Tensors or null');
    }
    this.#state.forward = tensors;
  }

  /**
   * The tensors that {@link saveForBackward} was given; in `jvp`, those that {@link saveForForward} was given.
   *
   * @throws TorchError `ERR_TORCH_AUTOGRAD` if one of them was changed in place since, or the graph has been freed.
   */
  get savedTensors(): Tensor[] {
    const { box, saved, forward } = this.#state;
    if (forward) return [...forward] as Tensor[];
    if (box === undefined || box === null) return [...saved] as Tensor[];
    return native.savedTensors(box).map(wrapOrNull) as Tensor[];
  }

  /** Names the arguments that `forward` changes in place. */
  markDirty(...tensors: Tensor[]): void {
    this.#inForward('markDirty');
    this.#state.dirty = this.#checked('markDirty', tensors);
  }

  /** Names the results that have no gradient. */
  markNonDifferentiable(...tensors: Tensor[]): void {
    this.#inForward('markNonDifferentiable');
    this.#state.nonDifferentiable = this.#checked('markNonDifferentiable', tensors);
  }

  /** Whether `backward` gets zeros (the default) or null for results without a gradient. */
  setMaterializeGrads(value: boolean): void {
    this.#inForward('setMaterializeGrads');
    if (typeof value !== 'boolean') throw typeError(`setMaterializeGrads: expected a boolean, got ${show(value)}`);
    this.#state.materializeGrads = value;
  }

  #checked(name: string, tensors: readonly Tensor[]): readonly Tensor[] {
    if (!tensors.every(isTensor)) throw typeError(`${name}: expected Tensors`);
    return tensors;
  }

  #inForward(name: string): void {
    if (this.#state.box === undefined) return;
    throw runtimeError(`${name} can only be called in forward`, { code: 'ERR_TORCH_AUTOGRAD' });
  }
}

/** Used by lib/autograd/function.ts only. @internal */
export const contexts = {
  make: (): FunctionContext => new FunctionContext(),
  stateOf: (context: FunctionContext): State => FunctionContext.stateOf(context),
  /** The node keeps the tensors from now on. */
  record: (context: FunctionContext, box: FunctionContextBox | null): void => {
    const state = FunctionContext.stateOf(context);
    state.box = box;
    if (box !== null) state.saved = [];
    state.dirty = [];
    state.nonDifferentiable = [];
  },
};

limitArguments([FunctionContext], { setMaterializeGrads: 1 });
