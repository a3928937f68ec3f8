import { camelCase } from '../arguments/names';
import { str } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { native } from '../native/binding';
import { Operator } from '../ops/dispatch/operator';
import { Overload } from '../ops/dispatch/overload';
import type { RawOperator } from '../ops/raw';
import type { Target } from './kernel';
import { type OperatorName, operatorName, targetOf } from './library';

/**
 * A kernel of an operator, which {@link getKernel} finds. It stays the same when another one is registered for the key; when its
 * own library is destroyed, a call is an error.
 */
export class SafeKernelFunction {
  readonly #debug: string;

  /** @internal */
  constructor(
    /** Calls the kernel with the arguments of the operator, as the operator is called. */
    readonly call: RawOperator,
    debug: string,
  ) {
    this.#debug = debug;
  }

  /**
   * Calls the kernel with the arguments of the operator. Kernels that it calls itself are those behind its own key.
   *
   * @param args what the operator takes
   */
  callBoxed(...args: readonly unknown[]): unknown {
    return this.call(...args);
  }

  toString(): string {
    return `SafeKernelFunction(debug='${this.#debug}')`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** An overload whose calls go to one kernel. */
class KernelOverload extends Overload {
  constructor(
    target: Target,
    private readonly kernel: ReturnType<typeof native.bindKernel>[0],
  ) {
    super(target.name, target.schema);
  }

  override get native(): ReturnType<typeof native.bindKernel>[0] {
    return this.kernel;
  }
}

const GET_KERNEL = { op: operatorName, dispatchKey: str() };

/**
 * The kernel that an operator has for a dispatch key now: to call it from another one that is registered in its place.
 *
 * Python's kernels take the dispatch keys of the call as their first argument. Here they are those of the arguments, from the
 * kernel's own key on.
 *
 * @param op the operator, with its overload: `aten::add.Tensor`, or one of `torch.ops`
 * @param dispatchKey such as `CPU` or `AutogradCPU`
 * @throws TorchError where there is no such operator, key or kernel
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.get_kernel
 * @example
 * const sine = torch.library.getKernel('aten::sin', 'CPU');
 * sine.callBoxed(torch.tensor([0.5, 1])); // what torch.sin computes, not recorded for autograd
 */
export function getKernel(...args: [op: OperatorName, dispatchKey: string]): SafeKernelFunction {
  const { op, dispatchKey } = readArguments('torch.library.getKernel', GET_KERNEL, args);
  if (typeof op === 'function' && op.schemas.length !== 1) {
    throw typeError('torch.library.getKernel(): expected one overload, such as torch.ops.aten.add.Tensor');
  }
  const target = targetOf(op);
  requireExisting(target);
  const [kernel, debug] = bind(target, dispatchKey);
  const overload = new KernelOverload(target, kernel);
  const operator = new Operator(target.name, camelCase(target.operator), () => [overload]);
  const call = (...given: unknown[]): unknown => {
    try {
      return operator.call(given);
    } catch (error) {
      // Its library may have taken the operator back since.
      requireExisting(target);
      throw error;
    }
  };
  const { schema } = overload.schema;
  return new SafeKernelFunction(Object.defineProperty(call, 'schemas', { value: [schema] }) as RawOperator, debug);
}

function requireExisting(target: Target): void {
  const known = native.operatorSchemas(target.name).some(({ overload }) => overload === target.overload);
  if (!known) throw valueError(`operator ${target.namespace}::${target.local} does not exist`);
}

function bind(target: Target, key: string): ReturnType<typeof native.bindKernel> {
  try {
    return native.bindKernel(target.name, target.overload, key);
  } catch (error) {
    if (!/could not parse dispatch key/i.test((error as Error).message)) throw error;
    throw valueError(`Invalid dispatch key: ${key}`, { cause: error });
  }
}
