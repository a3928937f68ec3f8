import { sizeText } from '../../arguments/extents';
import type { Device } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { TorchError, runtimeError, valueError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { ModuleList } from '../containers/module-list';
import { withoutGrad } from '../../native/grad-mode';
import type { Module } from '../module';
import { Parameter } from '../parameter';
import { limitArguments } from '../../arguments/surplus';
import { refuseSurplus } from '../../arguments/read';

/**
 * A module that computes a tensor from one or several learned tensors. `rightInverse` computes the learned tensors from
 * a value of the tensor. Without it, that value itself is learned.
 */
export interface Parametrization extends Module {
  forward(...originals: Tensor[]): Tensor;
  /** Makes the learned tensors from a value that is assigned. Without it, nothing can be assigned. */
  rightInverse?(value: Tensor): Tensor | readonly Tensor[];
}

/** Registers a tensor as what it is. @internal */
export function registerTensor(module: Module, name: string, tensor: Tensor): void {
  if (tensor instanceof Parameter) module.registerParameter(name, tensor);
  else module.registerBuffer(name, tensor);
}

/** Gives a tensor the values of another one, and keeps the object. */
function setTo(target: Tensor, source: Tensor): void {
  if (target !== source) target.data = source.data;
}

function isNotImplemented(error: unknown): boolean {
  return error instanceof TorchError && error.code === 'ERR_TORCH_NOT_IMPLEMENTED';
}

/** Throws unless a parametrization keeps shape and dtype. @internal */
export function checkKept(result: unknown, shape: readonly number[], dtype: DType): void {
  if (!isTensor(result)) throw valueError(`A parametrization must return a tensor. Got ${typeof result}.`);
  const unless = 'unless `unsafe` flag is enabled';
  if (result.dtype !== dtype) {
    throw valueError(
      `Registering a parametrization may not change the dtype of the tensor, ${unless}.\n` +
        `unparametrized dtype: ${String(dtype)}\nparametrized dtype: ${String(result.dtype)}`,
    );
  }
  if (result.shape.join() !== shape.join()) {
    throw valueError(
      `Registering a parametrization may not change the shape of the tensor, ${unless}.\n` +
        `unparametrized shape: ${sizeText(shape)}\nparametrized shape: ${sizeText(result.shape)}`,
    );
  }
}

function checkSame(what: string, before: DType | Device, after: DType | Device): void {
  if (String(before) === String(after)) return;
  throw valueError(
    `When \`right_inverse\` outputs one tensor, it may not change the ${what}.\n` +
      `original.${what}: ${String(before)}\nright_inverse(original).${what}: ${String(after)}`,
  );
}

/**
 * The parametrizations of one tensor, and what is learned: `original`, or `original0`, `original1` … Made by
 * `nn.utils.parametrize.registerParametrization`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.ParametrizationList.html
 */
export class ParametrizationList extends ModuleList<Parametrization> {
  /** Whether `original` is one tensor. */
  readonly isTensor: boolean;
  /** The number of originals. */
  readonly ntensors: number;
  /** Whether the parametrizations may change shape and dtype. */
  unsafe: boolean;

  constructor(modules: readonly Parametrization[], original: Tensor, unsafe = false, ...surplus: []) {
    refuseSurplus('ParametrizationList', 3, surplus);
    if (modules.length === 0) throw valueError('ParametrizationList requires one or more modules.');
    super(modules);
    this.unsafe = unsafe;
    const { shape, dtype } = original;
    const inverse = withoutGrad(() => this.inverse(original));
    this.isTensor = isTensor(inverse);
    this.ntensors = isTensor(inverse) ? 1 : inverse.length;
    if (isTensor(inverse)) this.keepOne(original, inverse);
    else this.keepMany(original, inverse);
    if (!unsafe) checkKept(this.forward(), shape, dtype);
  }

  private inverse(value: Tensor): Tensor | readonly Tensor[] {
    let current: Tensor | readonly Tensor[] = value;
    for (const module of [...this].reverse()) {
      try {
        current = module.rightInverse ? module.rightInverse(current as Tensor) : current;
      } catch (error) {
        if (!isNotImplemented(error)) throw error;
      }
    }
    if (isTensor(current) || Array.isArray(current)) return current;
    throw valueError(`'right_inverse' must return a Tensor or an array of tensors. Got ${typeof current}`);
  }

  /** The tensor stays the same object, so that an optimizer still holds it. */
  private keepOne(original: Tensor, inverse: Tensor): void {
    checkSame('dtype', original.dtype, inverse.dtype);
    checkSame('device', original.device, inverse.device);
    withoutGrad(() => setTo(original, inverse));
    registerTensor(this, 'original', original);
  }

  private keepMany(original: Tensor, inverse: readonly Tensor[]): void {
    inverse.forEach((tensor, i) => {
      if (!isTensor(tensor)) {
        throw valueError(
          `'right_inverse' must return a Tensor or an array of tensors. Got element ${i} with type ${typeof tensor}.`,
        );
      }
      if (original instanceof Parameter) {
        this.registerParameter(`original${i}`, new Parameter(tensor, original.requiresGrad));
      } else {
        this.registerBuffer(`original${i}`, tensor.requiresGrad_(original.requiresGrad));
      }
    });
  }

  /** The learned tensors. */
  get originals(): Tensor[] {
    const self = this as unknown as Readonly<Record<string, Tensor>>;
    const names = this.isTensor ? ['original'] : Array.from({ length: this.ntensors }, (_, i) => `original${i}`);
    return names.map((name) => self[name] as Tensor);
  }

  /** Sets the learned tensors so that the computed tensor has this value. */
  rightInverse(value: Tensor): void {
    withoutGrad(() => this.assign(value));
  }

  private assign(value: Tensor): void {
    let current: Tensor | readonly Tensor[] = value;
    for (const module of [...this].reverse()) {
      if (!module.rightInverse) {
        throw runtimeError(`parametrization ${module.constructor.name} does not implement rightInverse.`);
      }
      current = module.rightInverse(current as Tensor);
    }
    const given = isTensor(current) ? [current] : current;
    const { originals } = this;
    if (isTensor(current) !== this.isTensor || given.length !== originals.length) {
      throw valueError(`'right_inverse' must return ${this.isTensor ? 'a tensor' : `${this.ntensors} tensors`}`);
    }
    originals.forEach((original, i) => {
      const tensor = given[i] as Tensor;
      if (tensor.dtype !== original.dtype) {
        throw valueError(
          `The tensor returned by \`right_inverse\` has dtype ${String(tensor.dtype)} ` +
            `while \`original\` has dtype ${String(original.dtype)}`,
        );
      }
      setTo(original, tensor);
    });
  }

  /** Computes the tensor. */
  override forward(): Tensor {
    const [first, ...others] = this;
    const start = (first as Parametrization).forward(...this.originals);
    return others.reduce((x, module) => module.forward(x), start);
  }
}

limitArguments([ParametrizationList], { rightInverse: 1 });
