import { emptyLike, detach, zero_ } from '../ops/generated/functions';
import { withoutGrad } from '../native/grad-mode';
import { bool, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { FACTORY, tensor as tensorField } from '../tensor/arguments';
import type { DeviceLike } from '../tensor/device';
import { DType } from '../tensor/dtype';
import { MemoryFormat } from '../tensor/layout';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { asFunction } from '../ops/dispatch/operator';
import type { Module } from './module';
import { sameKind } from './parameter';
import { ownBuffers, ownChildren, ownParameters } from './walk';
import { typeError } from '../errors';

/** Moving and converting a module's tensors in place: parameters keep their identity, as in Python. */

interface ToOptions {
  readonly device?: DeviceLike | null;
  readonly dtype?: DType | null;
  readonly nonBlocking?: boolean;
  readonly memoryFormat?: MemoryFormat | null;
}

interface Conversion extends ToOptions {
  /** Only floating point tensors take the dtype; otherwise complex ones do, too. */
  readonly floatOnly?: boolean;
}

/** What `module.to` takes: a device, a dtype, both, a tensor to be like, or options. */
export type Destination =
  | [device: DeviceLike | null, dtype?: DType | ToOptions | null, nonBlocking?: boolean | ToOptions]
  | [dtype: DType, nonBlocking?: boolean | ToOptions]
  | [tensor: Tensor, nonBlocking?: boolean | ToOptions]
  | [options: ToOptions];

const isMemoryFormat = (given: unknown): boolean => given instanceof MemoryFormat;
const MANNER = {
  nonBlocking: bool(false),
  memoryFormat: keyword(nullable(value<MemoryFormat>('a memory format', isMemoryFormat))),
};
const TO = { ...FACTORY, ...MANNER };
const TO_DTYPE = { dtype: FACTORY.dtype, ...MANNER };
const TO_TENSOR = { tensor: tensorField(), ...MANNER };

export function readDestination(destination: readonly unknown[]): Conversion {
  const conversion = readTo(destination);
  const { dtype } = conversion;
  if (dtype && !dtype.isFloatingPoint && !dtype.isComplex) {
    throw typeError(
      `nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=${String(dtype)}`,
    );
  }
  return conversion;
}

/** Each of Python's forms by what comes first. */
function readTo(args: readonly unknown[]): Conversion {
  const [first] = args;
  if (first === undefined) throw typeError('Module.to() takes a device, a dtype, a tensor or options');
  if (first instanceof DType) return readArguments('Module.to', TO_DTYPE, args);
  if (!isTensor(first)) return readArguments('Module.to', TO, args);
  const { tensor, ...manner } = readArguments('Module.to', TO_TENSOR, args);
  return { dtype: tensor.dtype, device: tensor.device, ...manner };
}

const toOperator = asFunction<(tensor: Tensor, options: object) => Tensor>('aten::to');

export function castTo(tensor: Tensor, dtype: DType): Tensor {
  return toOperator(tensor, { dtype, device: tensor.device });
}

/** Fills a gradient with zeros, outside of any graph. */
export function zeroGradient(tensor: Tensor): void {
  const { grad } = tensor;
  if (!grad) return;
  const flat = detach(grad);
  zero_(flat);
  for (const temporary of [flat, grad]) temporary.dispose();
}

export function emptyOn(tensor: Tensor, device: DeviceLike): Tensor {
  return emptyLike(tensor, { device });
}

export function convertTo<M extends Module>(module: M, conversion: Conversion): M {
  const { device, dtype, nonBlocking = false, floatOnly = false, memoryFormat } = conversion;
  return convert(module, (tensor) => {
    const takesDtype = tensor.dtype.isFloatingPoint || (!floatOnly && tensor.dtype.isComplex);
    const options: Record<string, unknown> = { nonBlocking, device: device ?? tensor.device };
    options['dtype'] = dtype && takesDtype ? dtype : tensor.dtype;
    if (memoryFormat && (tensor.ndim === 4 || tensor.ndim === 5)) options['memoryFormat'] = memoryFormat;
    return toOperator(tensor, options);
  });
}

/** Replaces the contents of each parameter, gradient and buffer by what `change` returns for it. */
export function convert<M extends Module>(module: M, change: (tensor: Tensor) => Tensor, recurse = true): M {
  const done = new Set<Module>();
  withoutGrad(() => convertTree(module, change, recurse, done));
  return module;
}

function convertTree(module: Module, change: (tensor: Tensor) => Tensor, recurse: boolean, done: Set<Module>): void {
  if (done.has(module)) return;
  done.add(module);
  if (recurse) for (const { value } of ownChildren(module)) convertTree(value, change, recurse, done);
  for (const { property, value } of ownParameters(module)) {
    const { grad } = value;
    if (!replaceData(value, change)) module.replaceMember(property, sameKind(value, change(value)));
    else if (grad) replaceData(grad, change);
    grad?.dispose();
  }
  for (const { property, value } of ownBuffers(module)) {
    module.replaceMember(property, sameKind(value, change(value)));
  }
  module.afterConversion();
}

const isMeta = (tensor: Tensor): boolean => tensor.device.type === 'meta';

/** Gives a tensor other contents. Returns false if that is not possible: from and to the meta device. */
function replaceData(tensor: Tensor, change: (tensor: Tensor) => Tensor): boolean {
  const changed = change(tensor);
  if (changed === tensor) return true;
  const possible = isMeta(changed) === isMeta(tensor);
  if (possible) tensor.data = changed;
  changed.dispose();
  return possible;
}
