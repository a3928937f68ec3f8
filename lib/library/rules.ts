/** What is registered for an operator besides its kernels: gradients, `vmap` and autocast. */
import { callback, either, keyword, nullable, str, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { type CustomFunction, type FunctionContext, applyHere } from '../autograd/function';
import { unwrapBatched } from '../autograd/function-vmap-rule';
import type { OutDims, VmapInfo } from '../autograd/vmap-info';
import { runtimeError, valueError } from '../errors';
import { native } from '../native/binding';
import type { Tensor } from '../ops/tensor-methods';
import { DType } from '../tensor/dtype';
import { handleOf, isTensor, wrap } from '../tensor/tensor';
import type { Kernel, Target } from './kernel';
import { type Library, type OperatorName, fragmentOf, libraryField, operatorName, targetOf } from './library';

/** Computes the gradient of each argument from the gradients of the results. For a list of tensors it returns a list. */
export type CustomBackward = (context: FunctionContext, ...gradients: never[]) => unknown;
/** Saves for the backward what it needs. `inputs` are the arguments in the order of the schema. */
export type CustomSetupContext = (context: FunctionContext, inputs: never, output: never) => void;

const tensorsOf = (args: readonly unknown[]): Tensor[] => args.flat().filter(isTensor);

/** A list of tensors for each argument or result that is one, and the others as they are. */
class Shape {
  readonly #sizes: readonly (number | null)[];
  constructor(
    readonly single: boolean,
    values: readonly unknown[],
  ) {
    this.#sizes = values.map((item) => (Array.isArray(item) && item.every(isTensor) ? item.length : null));
  }
  flatten(values: readonly unknown[]): unknown[] {
    return values.flatMap((item, i) => {
      const size = this.#sizes[i] ?? null;
      if (size === null) return [item];
      return Array.isArray(item) ? (item as unknown[]) : new Array<null>(size).fill(null);
    });
  }
  restore(flat: readonly unknown[]): unknown[] {
    let at = 0;
    return this.#sizes.map((size) => {
      if (size === null) return flat[at++];
      at += size;
      return flat.slice(at - size, at);
    });
  }
}

const listOf = (result: unknown, single: boolean): readonly unknown[] => (single ? [result] : (result as unknown[]));

/** The kernel for the key Autograd: it records a custom function around the kernels below. */
function autogradKernel(
  target: Target,
  backward: CustomBackward | null,
  setupContext: CustomSetupContext | null,
): Kernel {
  const { returns } = target.schema;
  const name = `GeneratedBackwardFor_${target.namespace}_${target.operator}_${target.overload || 'default'}`;
  return (...args: unknown[]) => {
    const below = (): unknown => native.belowAutograd(() => target.call(args));
    if (!native.isGradEnabled() || !tensorsOf(args).some((tensor) => tensor.requiresGrad)) return below();
    const inputs = new Shape(false, args);
    let outputs = new Shape(true, []);
    const Generated: CustomFunction = {
      name,
      forward: (context) => {
        const result = below();
        const list = listOf(result, returns.length === 1);
        outputs = new Shape(returns.length === 1, list);
        setupContext?.(context, args as never, result as never);
        return outputs.flatten(list);
      },
      backward: (context, ...gradients) => {
        if (!backward) {
          throw runtimeError(
            `Trying to backward through ${target.namespace}.${target.operator}.${target.overload || 'default'} but no autograd ` +
              'formula was registered. Please use register_autograd to add one.',
          );
        }
        const result = backward(context, ...(outputs.restore(gradients) as never[]));
        return inputs.flatten(Array.isArray(result) ? result : [result]) as (Tensor | null)[];
      },
    };
    const flat = applyHere(Generated, inputs.flatten(args)) as readonly unknown[];
    // `outputs` has become that of the results meanwhile.
    const results = outputs.restore(flat);
    return outputs.single ? results[0] : results;
  };
}

const nameOf = (target: Target): string => `${target.name}${target.overload ? `.${target.overload}` : ''}`;

/** @internal */
export function register(
  given: OperatorName,
  library: Library | null,
  key: string,
  kernel: (target: Target) => Kernel,
): void {
  const target = targetOf(given);
  // The label says early what is missing.
  if (native.operatorSchemas(target.name).every(({ overload }) => overload !== target.overload)) {
    throw runtimeError(`operator ${nameOf(target)} does not exist`);
  }
  fragmentOf(target.namespace, library).impl(given, kernel(target), key, { allowOverride: true });
}

/** @internal */
export function installAutograd(
  op: OperatorName,
  library: Library | null,
  backward: CustomBackward | null,
  setupContext: CustomSetupContext | null,
): void {
  register(op, library, 'Autograd', (target) => autogradKernel(target, backward, setupContext));
}

/** Which library keeps a registration. */
export interface LibraryOption {
  /**
   * The object with whose collection the registration ends. @defaultValue null, which means that it ends with the process
   */
  readonly lib?: Library | null;
}

export interface RegisterAutogradOptions extends LibraryOption {
  /** Saves what the backward needs; called after the operator. @defaultValue null */
  readonly setupContext?: CustomSetupContext | null;
}

const AUTOGRAD = {
  op: operatorName,
  backward: callback<CustomBackward>(),
  setupContext: keyword(nullable(callback<CustomSetupContext>())),
  lib: libraryField,
};

/**
 * Gives an operator a derivative.
 *
 * @throws TorchError for an operator that changes its arguments in place
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.register_autograd
 * @example
 * const square = torch.library.customOp('docs::square', (x: torch.Tensor) => x.mul(x), { schema: '(Tensor x) -> Tensor' });
 * torch.library.registerAutograd(
 *   'docs::square',
 *   (context, gradient: torch.Tensor) => gradient.mul(context.savedTensors[0]!).mul(2),
 *   { setupContext: (context, [x]: [torch.Tensor]) => context.saveForBackward(x) },
 * );
 */
export function registerAutograd(op: OperatorName, backward: CustomBackward, options?: RegisterAutogradOptions): void;
export function registerAutograd(...args: readonly unknown[]): void {
  const { op, backward, setupContext, lib } = readArguments('registerAutograd', AUTOGRAD, args);
  const target = targetOf(op);
  const { schema, arguments: list } = target.schema;
  if (list.some(({ write }) => write)) {
    throw runtimeError(
      `Cannot register autograd formula for non-functional operator ${nameOf(target)} with schema ${schema}. Please create a ` +
        'functional operator and register an autograd formula for that.',
    );
  }
  if (list.some(({ keyword: only, type }) => only && type.startsWith('Tensor'))) {
    throw runtimeError(
      `register_autograd with kwarg-only Tensor args. In the original definition of the op, please make your tensors not ` +
        `kwarg-only. Got: ${schema}`,
      { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
    );
  }
  installAutograd(op, lib, backward, setupContext);
}

const KERNEL = {
  op: operatorName,
  deviceTypes: nullable(either(str(), value<readonly string[]>('a list of device types', Array.isArray))),
  func: callback<Kernel>(),
  lib: libraryField,
};

/** The dispatch key of a kind of device. @internal */
export function keyOfDevice(device: string): string {
  const keys: Readonly<Record<string, string>> = { cpu: 'CPU', cuda: 'CUDA', meta: 'Meta' };
  return keys[device] ?? device;
}

/**
 * Registers the kernel of an operator for kinds of devices: 'cpu', 'cuda'; null for all.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.register_kernel
 */
export function registerKernel(
  op: OperatorName,
  deviceTypes: string | readonly string[] | null,
  func: Kernel,
  options?: LibraryOption,
): void;
export function registerKernel(...args: readonly unknown[]): void {
  const { op, deviceTypes, func, lib } = readArguments('registerKernel', KERNEL, args);
  const types = deviceTypes === null ? [null] : typeof deviceTypes === 'string' ? [deviceTypes] : deviceTypes;
  for (const type of types) {
    register(op, lib, type === null ? 'CompositeExplicitAutograd' : keyOfDevice(type), () => func);
  }
}

/** Computes the results for a batch: returns `[output, outDims]`. */
export type CustomVmap = (info: VmapInfo, inDims: readonly (number | null)[], ...args: never[]) => unknown;

const RANDOMNESS = ['error', 'same', 'different'] as const;

function vmapKernel(target: Target, func: CustomVmap): Kernel {
  return (...args: unknown[]) => {
    const layer = native.currentLayer();
    if (layer?.kind !== 'vmap') throw runtimeError(`${target.name} is not called within vmap`);
    const { level } = layer;
    const info: VmapInfo = {
      batchSize: layer.batchSize ?? 0,
      randomness: RANDOMNESS[layer.randomness ?? 0] ?? 'error',
    };
    const pairs = args.map((arg) => unwrapBatched(arg, level));
    const dims = pairs.map(([, dim]) => dim);
    const inner = pairs.map(([plain]) => plain);
    const answer: unknown = native.withoutKey('FuncTorchBatched', () =>
      dims.every((dim) => dim === null) ? [target.call(inner), null] : func(info, dims, ...(inner as never[])),
    );
    if (!Array.isArray(answer) || answer.length !== 2) {
      throw runtimeError(
        'Expected the vmap staticmethod to have two returns, an output and out_dims with pytree structure compatible with the ' +
          'output.',
      );
    }
    const [output, outDims] = answer as [unknown, OutDims];
    const back = (item: unknown, dim: number | null | undefined): unknown =>
      isTensor(item) && typeof dim === 'number' ? wrap(native.addBatchDim(handleOf(item), dim, level)) : item;
    if (!Array.isArray(output))
      return back(output, Array.isArray(outDims) ? (outDims as number[])[0] : (outDims as number));
    return output.map((item, i) => back(item, Array.isArray(outDims) ? (outDims as number[])[i] : (outDims as number)));
  };
}

const VMAP = { op: operatorName, func: callback<CustomVmap>(), lib: libraryField };

/**
 * Says how `torch.func.vmap` maps an operator.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.register_vmap
 */
export function registerVmap(op: OperatorName, func: CustomVmap, options?: LibraryOption): void;
export function registerVmap(...args: readonly unknown[]): void {
  const { op, func, lib } = readArguments('registerVmap', VMAP, args);
  register(op, lib, 'FuncTorchBatched', (target) => vmapKernel(target, func));
}

const AUTOCAST = {
  op: operatorName,
  deviceType: str(),
  castInputs: value<DType>('a dtype', (v) => v instanceof DType),
  lib: libraryField,
};

/**
 * Casts the inputs of an operator to one dtype while autocast is on.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.register_autocast
 */
export function registerAutocast(
  op: OperatorName,
  deviceType: string,
  castInputs: DType,
  options?: LibraryOption,
): void;
export function registerAutocast(...args: readonly unknown[]): void {
  const { op, deviceType, castInputs, lib } = readArguments('registerAutocast', AUTOCAST, args);
  if (deviceType !== 'cpu' && deviceType !== 'cuda') throw valueError(`Unknown device type: ${deviceType}`);
  const key = `Autocast${keyOfDevice(deviceType)}`;
  const cast = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(cast);
    const eligible =
      isTensor(item) && item.dtype.isFloatingPoint && item.device.type === deviceType && item.dtype.name !== 'float64';
    return eligible ? item.to(castInputs) : item;
  };
  register(
    op,
    lib,
    key,
    (target) =>
      (...given: unknown[]) =>
        native.withoutKey(key, () => target.call(given.map(cast))),
  );
}
