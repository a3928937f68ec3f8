import { native } from '../native/binding';
import { getDefaultDtype, float64 } from '../tensor/dtype';
import { type JobOptions, readJobOptions, runJob } from '../native/jobs';
import { type Tensor, handleOf, isTensor } from '../tensor/tensor';
import { NativeBackend } from './backend';
import { typeName } from '../arguments/describe';
import { stateCast } from '../native/codes';
import type { StepSettings } from '../native/contract/optim';
import { Optimizer } from './optimizer';
import { fromPython } from './spelling';
import type { Closure, OptimizerParams, ParamGroup } from './types';
import { camelCase } from '../arguments/names';
import { typeError } from '../errors';
import { limitArguments } from '../arguments/surplus';

/** Handles of options that are tensors. */
interface PackedTensors {
  readonly lr: number | null;
  readonly beta1: number | null;
  readonly beta2: number | null;
}

/** Where an option's numbers go, and what it may be. */
interface Packer {
  readonly key: string;
  readonly at: number;
  readonly width: number;
  readonly kind: 'rate' | 'number' | 'boolean' | 'nullable' | 'numbers';
}

function packersOf(options: readonly string[], defaults: Readonly<Record<string, unknown>>): readonly Packer[] {
  return options.flatMap((name, at) => {
    if (options[at - 1] === name) return [];
    const key = camelCase(name);
    const width = options.filter((other) => other === name).length;
    return [{ key, at, width, kind: kindOf(key, defaults[key]) }];
  });
}

function kindOf(key: string, value: unknown): Packer['kind'] {
  if (key === 'lr') return 'rate';
  if (Array.isArray(value)) return 'numbers';
  if (value === null) return 'nullable';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

/**
 * An optimizer whose step runs in native code: one call for each group, with the group's options as they are at that
 * moment.
 */
export abstract class NativeOptimizer<Group extends ParamGroup = ParamGroup> extends Optimizer<Group> {
  readonly #backend: NativeBackend;
  readonly #packers: readonly Packer[];
  readonly #values: Float64Array;
  readonly #standard: Readonly<Record<string, unknown>>;

  /**
   * @param name - The native optimizer.
   * @param standard - The options as Python has them by default; their types are what the options may be.
   */
  constructor(
    name: string,
    params: OptimizerParams<object>,
    options: Readonly<Record<string, unknown>>,
    standard: Readonly<Record<string, unknown>>,
  ) {
    const backend = new NativeBackend(name);
    super(params, options, backend);
    this.#backend = backend;
    this.#standard = standard;
    this.#packers = packersOf(backend.options, standard);
    this.#values = new Float64Array(backend.options.length);
  }

  protected override performStep(closure?: Closure): unknown {
    const loss = this.evaluate(closure);
    this.paramGroups.forEach((group, i) => native.stepOptimizer(...this.#settings(group, i)));
    return loss;
  }

  /**
   * {@link step} off the JavaScript thread, with the gradients and the options of this moment. Before it settles, the
   * optimizer refuses other work, and the parameters must not be changed. Hooks run on this thread.
   *
   * @throws TorchError while another such step runs, and with `differentiable: true`.
   * @example
   * const w = torch.zeros([2], { requiresGrad: true });
   * const optimizer = new torch.optim.Adam([w], { lr: 0.1 });
   * await w.sum().backwardAsync();
   * await optimizer.stepAsync(); // w is [-0.1, -0.1]
   */
  override async stepAsync(options: JobOptions = {}): Promise<void> {
    const { signal } = readJobOptions('stepAsync', options);
    const args = this.beforeStep([]);
    if (args[0]) throw typeError('stepAsync() takes no function: compute the gradients first');
    const { box } = this.#backend;
    let begun = false;
    try {
      this.paramGroups.forEach((group, i) => {
        native.deferOptimizer(...this.#settings(group, i));
        begun = true;
      });
      await runJob(
        (settle) => native.runDeferred(box, settle),
        () => undefined,
        { signal },
      );
    } finally {
      if (begun) native.settleOptimizer(box);
    }
    this.afterStep(args);
  }

  /** Makes the state of all parameters now, for optimizers that do so in Python's constructor. */
  protected begin(): void {
    this.paramGroups.forEach((group, i) => native.beginOptimizer(...this.#settings(group, i)));
  }

  #settings(group: Group, index: number): StepSettings {
    this.#backend.refresh(group.params, index);
    const { lr, beta1, beta2 } = this.#pack(group, index);
    const [scale, inf] = [handleOrNull(this.gradScale), handleOrNull(this.foundInf)];
    return [this.#backend.box, index, this.#values, getDefaultDtype() === float64, lr, scale, inf, beta1, beta2];
  }

  /** Whether the numbers of an option may be tensors. */
  protected takesTensors(_option: string): boolean {
    return false;
  }

  /** An option that is neither a number nor a boolean, as a number. */
  protected encodeOption(_name: string, value: unknown): unknown {
    return value;
  }

  /** Writes the group's numbers; returns the handles of those that are tensors. */
  #pack(group: Group, index: number): PackedTensors {
    let lr: number | null = null;
    let betas: readonly (number | null)[] = [];
    for (const { key, at, width, kind } of this.#packers) {
      const value = group[key];
      if (kind === 'rate' && isTensor(value)) {
        lr = handleOf(value);
        this.#values[at] = 0;
      } else if (kind === 'numbers') {
        const tensors = this.#packNumbers(group, index, { key, at, width });
        if (key === 'betas') betas = tensors;
      } else {
        const encoded = this.encodeOption(key, value);
        this.#values[at] = encode(encoded, kind) ?? this.#refuse(`[${index}].${key}`, kind, encoded);
      }
    }
    return { lr, beta1: betas[0] ?? null, beta2: betas[1] ?? null };
  }

  #packNumbers(group: Group, index: number, { key, at, width }: Pick<Packer, 'key' | 'at' | 'width'>) {
    const value: unknown = group[key];
    const label = `[${index}].${key}`;
    if (!Array.isArray(value) || value.length !== width) {
      throw typeError(`${this.constructor.name}: paramGroups${label} must be ${width} numbers`);
    }
    return value.map((item: unknown, i) => {
      const tensor = isTensor(item) && this.takesTensors(key);
      this.#values[at + i] = tensor
        ? 0
        : (encode(item, 'nullable') ?? this.#refuse(`${label}[${i}]`, 'nullable', item));
      return tensor ? handleOf(item) : null;
    });
  }

  #refuse(label: string, kind: Packer['kind'], value: unknown): never {
    const expected = { rate: 'a number or a Tensor', number: 'a number', boolean: 'a boolean' } as const;
    const what = kind in expected ? expected[kind as keyof typeof expected] : 'a value of its kind, or null';
    throw typeError(`${this.constructor.name}: paramGroups${label} must be ${what}, got ${typeName(value)}`);
  }

  protected override restoreState(param: Tensor, entry: object, group: Readonly<Record<string, unknown>>): void {
    const onDevice = Boolean(group['fused']) || Boolean(group['capturable']);
    this.#backend.state.load(param, fromPython(entry), onDevice ? stateCast.loadCapturable : stateCast.load);
  }

  /** Switches that an older version did not have are off. */
  protected override upgradeGroup(group: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(this.#standard)) {
      if (typeof value === 'boolean' || value === null) group[name] ??= value;
    }
  }
}

/** An option as the number that native code takes; undefined where it is of another kind. */
function encode(value: unknown, kind: Packer['kind']): number | undefined {
  if (typeof value === 'number' && kind !== 'boolean') return value;
  if (typeof value === 'boolean' && kind !== 'number' && kind !== 'rate') return value ? 1 : 0;
  if ((value === null || value === undefined) && kind === 'nullable') return NaN;
  return undefined;
}

function handleOrNull(tensor: Tensor | null): number | null {
  return tensor === null ? null : handleOf(tensor);
}

limitArguments([NativeOptimizer], { stepAsync: 1 });
