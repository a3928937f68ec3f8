import { noGrad } from '../../autograd/modes';
import { choice } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { bfloat16 } from '../../tensor/dtype';
import { Sequential } from '../containers/module-list';
import { deepCopy } from '../copy';
import { Module } from '../module';
import { Parameter } from '../parameter';
import { isHooked, isPlain } from '../module-hooks';
import { moduleField } from '../utils/fields';
import { PreparedEncoderLayer } from './encoder-layer';
import { fuseAll, isFusedInSequence, prepareAlone } from './fuse';
import { type Precision, inBfloat16 } from './precision';
import { Source } from './source';

type AnyForward = (...inputs: never[]) => unknown;

/**
 * A model that was prepared by {@link optimizeForInference}. It computes without gradients, in evaluation mode.
 *
 * @example
 * const prepared = torch.optimizeForInference(new nn.Linear(4, 2));
 * prepared.forward(torch.ones([3, 4])).shape; // [3, 2]
 */
export class PreparedModule<F extends AnyForward = AnyForward> extends Module {
  /** The copy that computes. */
  readonly model: Module & { forward(...inputs: unknown[]): unknown };

  /** @internal */
  constructor(
    model: Module,
    source: Source,
    readonly precision: Precision,
  ) {
    super();
    this.model = model;
    sources.set(this, source);
    this.eval();
  }

  /**
   * What the original's forward returns.
   *
   * @throws TorchError if the original has changed since: its parameters, buffers or submodules. Prepare it again.
   */
  override forward(...inputs: Parameters<F>): ReturnType<F> {
    if (this.training)
      throw runtimeError('a model prepared by optimizeForInference() cannot be trained: train the original');
    const changed = sources.get(this)?.change();
    if (changed) {
      throw runtimeError(
        `this model was prepared by optimizeForInference() from one that has changed since (${changed}): prepare it again`,
      );
    }
    const { model } = this;
    const run = (): unknown =>
      this.precision === 'bfloat16'
        ? inBfloat16((...given) => model.forward(...given), inputs)
        : model.forward(...inputs);
    return noGrad(run) as ReturnType<F>;
  }
}

const sources = new WeakMap<Module, Source>();

/** The parts of a copy that compute faster, in the place of those that they replace. */
function prepare(module: Module, known: Map<Module, Module>, precision: Precision): Module {
  const former = known.get(module);
  if (former) return former;
  known.set(module, module);
  if (!isHooked(module)) prepareAlone(module, precision);
  if (module instanceof PreparedEncoderLayer) return module;
  const isSequence = isPlain(module, Sequential) && !isHooked(module);
  for (const [name, child] of module.namedChildren()) {
    if (isSequence && isFusedInSequence(child)) continue;
    const prepared = prepare(child, known, precision);
    if (prepared !== child) module.setSubmodule(name, prepared);
  }
  if (!isSequence) return module;
  const fused = new Sequential(...fuseAll([...(module as Sequential)], precision)).eval();
  known.set(module, fused);
  return fused;
}

/** Lets a copy use the original's parameters rather than copies of them. */
function share(original: Module, copy: Module): void {
  const [from, to] = [original.modules(false), copy.modules(false)];
  from.forEach((module, i) => {
    for (const [property, { kind, value }] of module.state.slots) {
      if (kind !== 'parameter' || value === null || module.state.computed.has(property)) continue;
      to[i]?.replaceMember(property, new Parameter(value.detach(), false));
    }
  });
}

const PREPARE = {
  model: moduleField<Module>(),
  precision: choice(['float32', 'bfloat16', 'int8'], 'float32'),
};

/** What {@link optimizeForInference} takes besides the model. */
export interface PrepareOptions {
  /**
   * What the copy computes with. `'bfloat16'` converts parameters and inputs, and the results back to float32: half the memory, and faster
   * on processors that have instructions for it; results differ by some 1e-2. `'int8'` stores the weights of linear layers in 8 bits,
   * one scale for each output, and quantizes their inputs in each call by their range, as Python's `quantize_dynamic` does.
   * @defaultValue 'float32'
   */
  readonly precision?: Precision;
}

/**
 * A module that computes what `model` does in evaluation mode, faster and without gradients, on the CPU. Shapes stay free.
 *
 * - Weights of linear layers and of 2-D convolutions are packed once, for kernels of this library or, for large convolutions, for oneDNN,
 *   which keep images with their channels last. The packed weights need as much memory again.
 * - Within `nn.Sequential`, batch normalizations are folded into the convolution or linear layer before them, dropout is left out, and
 *   ReLU, ReLU6, LeakyReLU, GELU, SiLU, Hardswish, Hardsigmoid, Sigmoid and Tanh are computed with the layer before them.
 * - A `TransformerEncoderLayer` with `batchFirst` runs as one call where it gets no masks.
 * - Recurrent layers have such kernels already, and everything else runs as it is.
 *
 * This changes the last digits: at most 1e-5 of the largest value in float32. Parameters that are not folded are shared with `model`; when
 * any of it has been changed, `forward` fails and says so. The first call with an input packs what depends on its size.
 *
 * @throws TypeError for anything but a module
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.optimize_for_inference.html which does this for TorchScript
 * @example
 * const model = new nn.Sequential(new nn.Conv2d(3, 8, 3), new nn.BatchNorm2d(8), new nn.ReLU());
 * const prepared = torch.optimizeForInference(model);
 * prepared.forward(torch.ones([1, 3, 8, 8])).shape; // [1, 8, 6, 6]
 */
export function optimizeForInference<M extends Module>(
  model: M,
  options?: PrepareOptions | Precision,
): PreparedModule<M['forward']>;
export function optimizeForInference(...args: readonly unknown[]): PreparedModule {
  const { model, precision } = readArguments('optimizeForInference', PREPARE, args);
  return noGrad(() => {
    const copy = deepCopy(model).eval();
    share(model, copy);
    const prepared = prepare(copy, new Map(), precision);
    if (precision === 'bfloat16') prepared.to(bfloat16);
    return new PreparedModule(prepared, new Source(model, prepared), precision);
  });
}
