import { noGrad } from '../../autograd/modes';
import type { Tensor } from '../../ops/tensor-methods';
import { readArguments } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { Sequential } from '../containers/module-list';
import { deepCopy } from '../copy';
import { Module } from '../module';
import { ownChildren } from '../walk';
import { Parameter } from '../parameter';
import { isHooked, isPlain } from '../module-hooks';
import { moduleField } from '../utils/fields';
import { fuseAll } from './fuse';

/** The source of a prepared model, as it was: looked at in each call, so nothing here walks through the modules anew. */
class Source {
  readonly #parts: readonly Part[];

  constructor(model: Module) {
    this.#parts = model.namedModules().map(([path, module]) => new Part(path, module));
  }

  /** What has changed since, or null. */
  change(): string | null {
    for (const part of this.#parts) {
      const changed = part.change();
      if (changed !== null) return changed;
    }
    return null;
  }
}

/** One module of the source: its own tensors, and the modules that it holds. */
class Part {
  readonly #tensors: readonly (readonly [property: string, tensor: Tensor | null, version: number])[];
  readonly #children: readonly (readonly [property: string, child: Module])[];
  readonly #items: number;

  constructor(
    readonly path: string,
    readonly module: Module,
  ) {
    const { slots, items } = module.state;
    this.#tensors = [...slots].map(([property, { value }]) => [property, value, value ? versionOf(value) : -1]);
    this.#children = ownChildren(module).map(({ property, value }) => [property, value]);
    this.#items = items?.size ?? 0;
  }

  change(): string | null {
    const { slots, items } = this.module.state;
    if (slots.size !== this.#tensors.length) return this.#named('parameters');
    for (const [property, tensor, version] of this.#tensors) {
      if ((slots.get(property)?.value ?? null) !== tensor) return this.#named(this.module.keyOf(property));
      // Nothing changes a tensor that has been disposed.
      const isOld = version >= 0 && tensor !== null && !tensor.isDisposed && tensor.version !== version;
      if (isOld) return this.#named(this.module.keyOf(property));
    }
    if ((items?.size ?? 0) !== this.#items) return this.#named('submodules');
    const properties = this.module as unknown as Readonly<Record<string, unknown>>;
    for (const [property, child] of this.#children) {
      if ((items?.get(property) ?? properties[property]) !== child) return this.#named(property);
    }
    return null;
  }

  #named(name: string): string {
    return `'${this.path === '' ? name : `${this.path}.${name}`}'`;
  }
}

/** Inference tensors have no version: -1. */
function versionOf(tensor: Tensor): number {
  return tensor.isInference() ? -1 : tensor.version;
}

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
  constructor(model: Module, source: Source) {
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
    return noGrad(() => this.model.forward(...inputs)) as ReturnType<F>;
  }
}

const sources = new WeakMap<Module, Source>();

/** The parts of a copy that compute faster, in the place of those that they replace. */
function prepare(module: Module, known: Map<Module, Module>): Module {
  const former = known.get(module);
  if (former) return former;
  known.set(module, module);
  for (const [name, child] of module.namedChildren()) {
    const prepared = prepare(child, known);
    if (prepared !== child) module.setSubmodule(name, prepared);
  }
  if (!isPlain(module, Sequential) || isHooked(module)) return module;
  const fused = new Sequential(...fuseAll([...(module as Sequential)])).eval();
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

const PREPARE = { model: moduleField<Module>() };

/**
 * A module that computes what `model` does in evaluation mode, faster and without gradients. Within `nn.Sequential`, batch
 * normalizations are folded into the convolution or linear layer before them, dropout is left out, ReLU is computed in place or with its
 * convolution, and weights of large 2-D convolutions are packed once for oneDNN. Shapes stay free, and other modules run as they are.
 *
 * Folding and packing change the last digits: at most 1e-5 of the largest value in float32. The other parts keep all bits. Parameters that
 * are not folded are shared with `model`; when any of it has been changed, `forward` fails and says so.
 *
 * @throws TypeError for anything but a module
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.optimize_for_inference.html which does this for TorchScript
 * @example
 * const model = new nn.Sequential(new nn.Conv2d(3, 8, 3), new nn.BatchNorm2d(8), new nn.ReLU());
 * const prepared = torch.optimizeForInference(model);
 * prepared.forward(torch.ones([1, 3, 8, 8])).shape; // [1, 8, 6, 6]
 */
export function optimizeForInference<M extends Module>(...args: [model: M]): PreparedModule<M['forward']> {
  const { model } = readArguments('optimizeForInference', PREPARE, args);
  return noGrad(() => {
    const copy = deepCopy(model).eval();
    share(model, copy);
    return new PreparedModule<M['forward']>(prepare(copy, new Map()), new Source(model));
  });
}
